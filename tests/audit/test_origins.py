"""Origins, not repeats: what a copy says confirms nothing, and what a checked claim says is not told twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from check_cases import NOTHING, checked, dossier, record, table

from desktop.audit.engine import audit
from desktop.audit.origins import COPIED, one_origin, origins
from desktop.core.dossier import Dossier
from desktop.core.finding import Audit
from desktop.core.source import Original
from desktop.core.text import same
from desktop.core.verdict import VERDICTS, Assessment, PartCheck

FIRST = (
    "2023年，云杉公司的营业收入为96亿元。2023年，云杉公司的员工人数为8200人。2023年，云杉公司的门店数量为340家。\n\n"
    "2023年，云杉公司的净利润为7.5亿元。2023年，云杉公司的研发费用为3.1亿元。2023年，云杉公司的总资产为210亿元。"
)
RETOLD = (
    "云杉公司2023年的营业收入为96亿元。云杉公司2023年的净利润为7.5亿元。云杉公司2023年的员工人数为8200人。\n\n"
    "云杉公司2023年的门店数量为340家。云杉公司2023年的研发费用为3.1亿元。云杉公司2023年末的总资产为210亿元。"
)
ELSEWHERE = (
    "年报显示，2023年，云杉公司的营业收入为96亿元，2023年，云杉公司的平均票价为45元。\n\n"
    "2023年，云杉公司的退货率为4%。2023年，云杉公司的会员人数为610万人。2023年，云杉公司的仓库数量为17个。"
)
REVENUE = "营业收入"


def made(text: str, id_: str) -> Dossier:
    """A dossier under an id of its own."""
    return replace(dossier(text), id=id_, title=same(f"档案{id_}"))


def on_revenue(found: Audit, case: Dossier) -> tuple[bool, list[str]]:
    """Whether the revenue passed a comparison, and the reasons why it was not checked."""
    item = next(f.id for f in case.figures if REVENUE in f.indicator.zh)
    passed = any(p.check == "conflict" and item in p.items for p in found.passed)
    return passed, [u.code for u in found.uncheckable if u.item == item]


@pytest.mark.parametrize("copy", [FIRST, RETOLD], ids=["copied", "retold"])
def test_a_copy_confirms_nothing(copy: str) -> None:
    case, other = made(FIRST, "a"), made(copy, "b")
    assert one_origin(case, other)
    found = audit(case, NOTHING, (other,))
    assert on_revenue(found, case) == (False, [COPIED])
    reason = next(u.reason.zh for u in found.uncheckable if u.code == COPIED)
    assert "同一文本" in reason


def test_a_second_origin_does() -> None:
    case, other = made(FIRST, "a"), made(ELSEWHERE, "c")
    assert not one_origin(case, other)
    assert on_revenue(audit(case, NOTHING, (other,)), case) == (True, [])


def test_copies_of_another_text_are_one_origin() -> None:
    case, others = made(FIRST, "a"), [made(ELSEWHERE, "b"), made(ELSEWHERE, "c"), made(RETOLD, "d")]
    assert origins(case, others) == {"b": "b", "c": "b", "d": ""}


def test_a_copy_that_differs_is_told() -> None:
    case, other = made(FIRST, "a"), made(FIRST.replace("96亿元", "86亿元"), "b")
    (found,) = [f for f in audit(case, NOTHING, (other,)).findings if f.check == "conflict"]
    assert found.verdict.code == "conflict"
    assert "同一文本" in found.said.zh


def test_a_digest_and_its_original_are_one_origin() -> None:
    case, other = made("甲一共有3家店。", "a"), made("完全不同的一句话写了别的事情。", "b")
    assert not one_origin(case, other)
    source = replace(other.sources[0], original=Original("x", case.sources[0].sha256, 10))
    assert one_origin(case, replace(other, sources=(source,)))


def claim(case: Dossier, verdict: str, says: str, *items: str, parts: tuple[PartCheck, ...] = ()) -> Dossier:
    """A dossier with one checked claim on some figures."""
    one = Assessment(
        "ver-1", "claim", case.factors[0].id, VERDICTS[verdict], same("说法"), same(says), items, same("记录"), "high",
        parts=parts,
    )  # fmt: skip
    return replace(case, assessments=(one,))


MOVE = "2023年，云杉公司的研发占比从22%降到9%，下降70%。"


@pytest.mark.parametrize(
    ("says", "told"), [("相对变化是59.1%，差13个百分点。", 1), ("没有找到来源。", 2), ("另有59.1%。", 2)]
)
def test_what_a_claim_says_is_not_told_again(says: str, told: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.audit.merge._MERGES", ("points",))
    case = made(MOVE, "a")
    share = next(f for f in case.figures if f.as_printed == "70%")
    found = audit(claim(case, "inconsistent", says, share.id), NOTHING).findings
    assert [f.check for f in found if share.id in f.items] == ["record", "points"][:told]
    assert bool(found[0].formula.zh) is (told == 1)
    assert len({f.id for f in found}) == len(found)


def test_a_claim_that_holds_only_in_title_is_not_passed() -> None:
    case = made(MOVE, "a")
    item = case.figures[-1].id
    open_ = (PartCheck("title", "match", same("")), PartCheck("impact", "not_checkable", same("没有依据")))
    found = audit(claim(case, "consistent", "名称对，影响没有依据。", item, parts=open_), NOTHING)
    assert [f.verdict.code for f in found.findings if f.check == "record"] == ["not_checkable"]
    held = audit(claim(case, "consistent", "都对。", item, parts=open_[:1]), NOTHING)
    assert [p.check for p in held.passed if item in p.items and p.check == "record"] == ["record"]


def test_shipped_claims_carry_the_arithmetic() -> None:
    from desktop.store.codec import load
    from desktop.store.paths import bundled_data

    cases = [load(bundled_data(n)).dossier for n in ("weilidai", "lilidai")]
    found = [f for c in cases for f in audit(c, record()).findings]
    shown = {f.formula.zh for f in found if f.check == "record"}
    assert {"100% − 30% = 70%", "5000亿元 > 4387亿元", "24% < 36%"} <= shown
    assert not {"complement", "reference", "period_basis"} & {f.check for f in found}
    assert not [f.said.zh for f in found if "“”" in f.said.zh]


def test_a_number_that_departs_from_its_cell_is_told_once() -> None:
    rows = table("年份 | 用户数（万人） | 贷款余额（亿元）", "2021 | 1800 | 1260", "2022 | 1350 | 900")
    found = checked(f"{rows}\n\n2022年末的贷款余额为960亿元。").findings
    assert [f.check for f in found if f.verdict.tone not in ("green", "grey")] == ["text_table"]
