"""Values that follow from others: with formula and inputs, in a list of their own, never among the reported ones."""

from __future__ import annotations

from dataclasses import replace

import pytest
from check_cases import checked
from many_dossiers import audits, correct_ones

from desktop.core.audit_rows import DERIVED, DERIVED_CHECK, audit_rows, check_of
from desktop.core.finding import Derived
from desktop.core.found import found_in


def test_every_derived_value_has_its_arithmetic_and_its_inputs() -> None:
    count = 0
    for name, made, audit in audits():
        for one in audit.derived:
            count += 1
            assert one.formula.zh, name
            assert one.shown.zh, name
            assert one.items, name
            assert all(made.item(item) is not None for item in one.items), name
            assert {i.item for i in one.inputs} <= set(one.items), name
            assert one.low is None or one.high is None or one.low <= one.high, (name, one)
    assert count > 100


def test_they_are_no_items_and_count_nowhere() -> None:
    for name, made, audit in audits():
        ids = {one.id for one in audit.derived}
        assert ids.isdisjoint(made.items), name
        assert ids.isdisjoint(i for f in audit.findings for i in f.items), name
        assert ids.isdisjoint(i for p in audit.passed for i in p.items), name
        assert ids.isdisjoint(u.item for u in audit.uncheckable), name
        assert audit.total == len(made.figures) + len(made.policies), name


def test_the_window_lists_them_apart_and_gives_them_no_badge() -> None:
    _, made, _ = correct_ones()[0]
    audit = next(a for n, _, a in audits() if n == made.id)
    assert audit.derived
    case = replace(made, found=found_in(made, audit, {}))
    rows = [row for row in audit_rows(case) if isinstance(row.told, Derived)]
    assert {row.section for row in audit_rows(case) if row not in rows}.isdisjoint({DERIVED})
    assert len(rows) == len(audit.derived)
    for row in rows:
        assert row.section == DERIVED
        assert row.verdict is None
        assert check_of(case, row) == DERIVED_CHECK
    without = replace(made, found=found_in(made, replace(audit, derived=()), {}))
    assert all(case.verdict_of(i) == without.verdict_of(i) for i in made.items)


@pytest.mark.parametrize(
    ("text", "shown", "formula"),
    [
        ("截至2020年末，逾期率升到4.2%，比2018年同期高出1.8个百分点。", "2.4%", "4.2% − 1.8个百分点 = 2.4%"),
        (
            "消费贷余额超过5000亿元，其中九成以上来自线上。",
            "> 4,500亿元",
            "超过5000亿元 × 九成以上 > 4,500亿元",
        ),
        ("满意度由64%升至72%。", "+12.5%（+8个百分点）", "(72% − 64%) ÷ 64% = 12.5%"),
    ],
)
def test_some_of_them(text: str, shown: str, formula: str) -> None:
    (one,) = checked(text).derived
    assert (one.shown.zh, one.formula.zh) == (shown, formula)
