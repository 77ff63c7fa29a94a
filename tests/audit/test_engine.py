from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from any_text import TEXTS
from check_cases import NOTHING, checked, dossier, record, table
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.audit.check import load_checks
from desktop.audit.engine import audit, audit_again, audited
from desktop.core.dossier import Dossier
from desktop.core.errors import Cancelled
from desktop.core.finding import Audit
from desktop.importers.draft import draft
from desktop.importers.formats.plain import of_text
from desktop.importers.reading import read
from desktop.store.codec import load
from desktop.store.paths import bundled_data

ARTICLES = sorted((Path(__file__).parent.parent / "importers" / "articles").glob("*.txt"))
MIXED = "\n\n".join(
    (
        "2023年，云杉公司的销量由12.3万辆增至15.1万辆，增长25%。毛利率从18.2%提高到20.8%，上升2.6个百分点。",
        "投诉量增长3倍，达到1.2万条。受访的40名车主中，有66%满意。",
        table("渠道 | 门店数 | 占比", "直营 | 81家 | 45%", "加盟 | 63家 | 35%", "合计 | 150家 | 80%"),
        "2021年8月发布的《中华人民共和国个人信息保护法》要求最小必要。",
    )
)


@pytest.fixture(scope="module")
def bundled() -> tuple[Dossier, ...]:
    return tuple(load(bundled_data(name)).dossier for name in ("weilidai", "lilidai"))


def nothing_is_silent(made: Dossier, found: Audit) -> None:
    """Every figure and mention is in a finding, in a passed check or in the list of the rest, in one of the last."""
    seen = {i for f in found.findings for i in f.items} | {i for p in found.passed for i in p.items}
    rest = [u.item for u in found.uncheckable]
    everything = [*(f.id for f in made.figures), *(p.id for p in made.policies)]
    assert found.total == len(everything)
    assert set(everything) <= seen | set(rest)
    assert not seen & set(rest)
    assert len(rest) == len(set(rest))
    assert found.coverage.checked + len(rest) == found.total
    by_factor = found.coverage_by_factor(made).values()
    assert sum(c.total for c in by_factor) == found.total
    assert sum(c.checked for c in by_factor) == found.coverage.checked


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_articles_are_checked_without_a_silent_skip(path: Path) -> None:
    made = draft(read(path.name, path.read_bytes()), record().register)
    found = audit(made, record())
    nothing_is_silent(made, found)
    assert [f.said.zh for f in found.findings if f.verdict.tone == "red"] == [], "these articles compute"


def test_the_bundled_dossiers(bundled: tuple[Dossier, ...]) -> None:
    """What the texts get wrong is raised, nothing else is called wrong, and the assessments are cited."""
    found = {d.id: audit(d, record(), bundled) for d in bundled}
    for made in bundled:
        nothing_is_silent(made, found[made.id])
        cited = {f.kind for f in found[made.id].findings if f.check == "record"}
        assert cited <= {a.id for a in made.assessments}
        assert cited
    red = [
        (f.check, f.kind)
        for a in found.values()
        for f in a.findings
        if f.verdict.tone == "red" and f.check != "record"
    ]
    assert sorted(red) == [("labels", "quantity")]
    raised = {(f.check, f.kind) for a in found.values() for f in a.findings}
    assert {("conflict", "stale"), ("conflict", "mean"), ("superlatives", "advantage")} <= raised
    assert {("argument", k) for k in ("main", "unlike", "order")} <= raised
    derived = {d.shown.zh for a in found.values() for d in a.derived}
    assert {"2.4%", "> 4,500亿元"} <= derived


def test_findings_are_the_same_every_time() -> None:
    made = dossier(MIXED)
    first, second = audit(made, record()), audit(made, record())
    assert first == second
    assert len({f.id for f in first.findings}) == len(first.findings) > 2


def test_the_order_of_the_figures_does_not_matter() -> None:
    made = dossier(MIXED)
    turned = replace(made, figures=tuple(reversed(made.figures)), policies=tuple(reversed(made.policies)))
    one, other = audit(made, record()), audit(turned, record())
    assert [(f.check, f.verdict, f.said) for f in one.findings] == [
        (f.check, f.verdict, f.said) for f in other.findings
    ]
    assert one.uncheckable == other.uncheckable


def test_after_an_edit_only_what_it_touches_is_checked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made = dossier(MIXED)
    before = audited(made, record())
    at = next(i for i, f in enumerate(made.figures) if f.as_printed == "15.1万辆")
    changed = replace(made.figures[at], low=Decimal(160_000), high=Decimal(160_000), as_printed="16.0万辆")
    edited = replace(made, figures=(*made.figures[:at], changed, *made.figures[at + 1 :]))
    again = audit_again(before, edited, record())
    assert again.audit == audit(edited, record())
    kept = {key for key, found in again.outcome.items() if before.outcome.get(key) is found}
    assert kept == {key for key, seen in again.outcome.items() if seen.piece == before.outcome[key].piece}
    table = next(key for key in again.outcome if key.startswith("table"))
    assert table in kept
    assert again.outcome[table].runs["sums"].results


def test_a_check_can_be_cancelled() -> None:
    class Impatient:
        def step(self, done: int, total: int) -> None:
            if done > 1:
                raise Cancelled

    with pytest.raises(Cancelled):
        audit(dossier(MIXED), record(), progress=Impatient())


@pytest.mark.parametrize(("small", "large"), [("万元", "亿元"), ("公里", "米"), ("万人", "亿人")])
def test_units_do_not_change_a_verdict(small: str, large: str) -> None:
    text = "该指标由12.3{0}增至15.1{0}，增长{1}%。"
    for change in (23, 25):
        verdicts = [[f.verdict for f in checked(text.format(u, change)).findings] for u in (small, large)]
        assert verdicts[0] == verdicts[1]


def test_a_dossier_of_nothing_is_checked() -> None:
    made = dossier("没有数字。")
    found = audit(made, NOTHING)
    assert found.total == len(found.uncheckable) == 0


def test_an_orphaned_figure_says_so() -> None:
    made = dossier("员工为850人。")
    source = replace(made.sources[0], text="别的文字。")
    found = audit(replace(made, sources=(source,)), NOTHING)
    assert [u.code for u in found.uncheckable] == ["orphaned"]


def test_names_and_scopes_of_the_checks() -> None:
    checks = load_checks()
    assert len(checks) >= 20
    assert len({c.name.zh for c in checks}) == len({c.name.en for c in checks}) == len(checks)
    assert {s for c in checks for s in c.scopes} <= {
        "prose",
        "table",
        "group",
        "policy",
        "section",
        "dossier",
    }


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, max_size=4).map("\n".join))
def test_no_text_is_too_odd(text: str) -> None:
    made = draft(of_text("odd.md", f"# x\n{text}", ""), record().register)
    nothing_is_silent(made, audit(made, record()))


NUMBERS = st.decimals(min_value="-1e9", max_value="1e12", allow_nan=False, places=3) | st.none()


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_value_is_too_odd(data: st.DataObject) -> None:
    """Values that an edit may leave: negative, zero, huge, of other units and roles."""
    made = dossier(MIXED)
    figures = list(made.figures)
    for at in data.draw(st.lists(st.integers(0, len(figures) - 1), max_size=6)):
        low, high = data.draw(NUMBERS), data.draw(NUMBERS)
        if low is not None and high is not None and low > high:
            low, high = high, low
        unit = data.draw(st.sampled_from(("", "%", "pp", "times", "CNY", "count:番", "day", "no such unit")))
        role = data.draw(st.sampled_from(("level", "change", "ratio", "rank", "threshold")))
        figures[at] = replace(figures[at], low=low, high=high, unit=unit, role=role)
    changed = replace(made, figures=tuple(figures))
    nothing_is_silent(changed, audit(changed, record()))
