"""Invented audits for tests: findings that were never computed, on the invented dossier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from invented import dossier

from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.finding import Audit, Derived, Finding, Input, Passed, Uncheckable
from desktop.core.found import Found, found_in
from desktop.core.text import Text, same
from desktop.core.verdict import VERDICTS

NAMES = {
    "sums": Text("合计", "sums"),
    "shares": Text("占比之和", "shares"),
    "record": Text("登记簿", "register"),
}


def finding(
    id_: str, verdict: str, *items: str, check: str = "sums", kind: str = "", shown: str = ""
) -> Finding:
    """A finding with an input for every item; ``shown`` is the value of the first."""
    case = dossier()
    inputs = []
    for item in items:
        thing = case.item(item)
        text = thing.shown() if isinstance(thing, Figure) else same(item)
        inputs.append(Input(Text(f"数 {item}", f"number {item}"), text, item))
    if shown:
        inputs[0] = replace(inputs[0], shown=same(shown))
    spans = tuple(a for i in items if (a := case.anchor_of(i)) is not None)
    said = Text(f"{id_} 这句话说明为什么不符。", f"{id_}: this sentence says why.")
    return Finding(
        id_, check, VERDICTS[verdict], items, tuple(inputs), same("22 + 9 = 31 ≠ 30"), said, spans, kind
    )


def audited(
    case: Dossier,
    findings: Sequence[Finding] = (),
    passed: Sequence[Passed] = (),
    rest: Sequence[Uncheckable] = (),
    derived: Sequence[Derived] = (),
) -> Dossier:
    """The dossier with an audit."""
    total = len(case.figures) + len(case.policies)
    audit = Audit(tuple(findings), tuple(passed), tuple(rest), tuple(derived), total)
    return replace(case, found=found_in(case, audit, NAMES))


def usual() -> Dossier:
    """Two findings, a check that was passed, one figure that could not be checked, a derived figure."""
    return audited(
        dossier(),
        [finding("fnd-1", "ambiguous", "g2"), finding("fnd-2", "inconsistent", "h11", "h21", check="shares")],
        [Passed("sums", ("h12", "h22"), VERDICTS["consistent"], same("850 − 430 = 420"))],
        [Uncheckable("g3", Text("只写了一次。", "Stated once."), "single")],
        [
            Derived(
                "drv-1", Text("此前的占比", "the share before"), same("19.5%"), 19.0, 20.0, "%", same("38 ÷ 2 = 19"),
                (Input(same("g2"), same("38%"), "g2"),), ("g2",),
            )
        ],
    )  # fmt: skip


def found(case: Dossier) -> Found:
    """The audit of a dossier that has one."""
    assert case.found is not None
    return case.found
