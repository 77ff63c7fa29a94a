"""An audit as ``guiyin check`` tells it: plain values for JSON, and lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from desktop.audit.check import CHECKS
from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.finding import Audit, Coverage, Derived, Finding, Input
from desktop.core.found import ruling_of
from desktop.core.review import Review
from desktop.core.text import COMMA, NOTHING, Language, Text, same

CHECKED: Final = Text("已核查 {} / {}。", "Checked {} of {}.")
OF_FACTOR: Final = Text("{0}：{1} / {2}", "{0}: {1} of {2}")
PLACE: Final = Text("出处：{}", "where: {}")
SUM: Final = Text("算式：{}", "arithmetic: {}")
LEFT: Final = Text("无法核查 {}：", "Not checkable, {}:")
DERIVED: Final = Text(
    "推算值 {}（文中没有写，由文中的数算出）：", "Derived, {} (computed, not stated by the text):"
)
ITEM, VALUE = Text("{}：{}", "{}: {}"), Text("{}：{}（{}）", "{}: {} ({})")
RULED: Final = {
    "accepted": Text("已接受", "accepted"),
    "disputed": Text("有异议", "disputed"),
    "corrected": Text("已更正“{}”", "corrected “{}”"),
}
BY: Final = Text("（{}）", " ({})")
WHY: Final = Text("：{}", ": {}")
QUOTED: Final = 24  # characters of a passage that names an item


def as_json(dossier: Dossier, found: Audit) -> dict[str, Any]:
    """Return the audit as plain values; spans count code points of the source's text."""
    by_factor = found.coverage_by_factor(dossier)
    return {
        "dossier": dossier.id,
        "title": dossier.title._asdict(),
        "sources": [{"id": s.id, "title": s.title._asdict(), "sha256": s.sha256} for s in dossier.sources],
        "coverage": {
            **_coverage(found.coverage),
            "by_factor": {k: _coverage(c) for k, c in by_factor.items()},
        },
        "findings": [_finding(dossier, f) for f in found.findings],
        "passed": [
            {
                "check": p.check,
                "verdict": p.verdict.code,
                "items": list(p.items),
                "formula": p.formula._asdict(),
            }
            for p in found.passed
        ],
        "uncheckable": [
            {"item": u.item, "code": u.code, "reason": u.reason._asdict()} for u in found.uncheckable
        ],
        "failures": [{"check": f.check, "trace": f.trace} for f in found.failures],
        "derived": [_derived(d) for d in found.derived],
    }


def _coverage(found: Coverage) -> dict[str, int]:
    return {"checked": found.checked, "total": found.total}


def _finding(dossier: Dossier, found: Finding) -> dict[str, Any]:
    ruling, factor = ruling_of(dossier, found), dossier.factor_of(found.items[0])
    return {
        "id": found.id,
        "check": found.check,
        "name": CHECKS[found.check].name._asdict(),
        "kind": found.kind,
        "verdict": found.verdict.code,
        "severity": found.verdict.severity,
        "factor": factor.id if factor is not None else "",
        "items": list(found.items),
        "inputs": [_input(i) for i in found.inputs],
        "formula": found.formula._asdict(),
        "said": found.said._asdict(),
        "spans": [
            {"source": s.source, "start": s.start, "end": s.end, "quote": s.quote} for s in found.spans
        ],
        "ruling": None
        if ruling is None
        else {"status": ruling.status, "reason": ruling.reason, "by": ruling.by, "at": ruling.at},
        "corrections": [
            {"item": r.item, "reason": r.reason, "by": r.by, "at": r.at} for r in _corrections(dossier, found)
        ],
    }


def _corrections(dossier: Dossier, found: Finding) -> list[Review]:
    """What a person corrected of the items that a finding is on."""
    reviews = (dossier.review_of(item) for item in found.items)
    return [r for r in reviews if r is not None and r.status == "corrected"]


def _derived(found: Derived) -> dict[str, Any]:
    return {
        "id": found.id,
        "name": found.name._asdict(),
        "shown": found.shown._asdict(),
        "low": found.low,
        "high": found.high,
        "unit": found.unit,
        "formula": found.formula._asdict(),
        "inputs": [_input(i) for i in found.inputs],
        "items": list(found.items),
    }


def _input(one: Input) -> dict[str, Any]:
    return {"label": one.label._asdict(), "shown": one.shown._asdict(), "item": one.item}


def as_lines(dossier: Dossier, found: Audit, language: Language) -> Iterator[str]:
    """Go through the audit as a person reads it: findings, how much was checked, what was not, what follows."""
    for one in found.findings:
        name = CHECKS[one.check].name
        yield f"{one.verdict.mark} {one.verdict.name(language)} [{name(language)}] {one.said(language)}"
        yield from (f"    {line(language)}" for line in _below(dossier, one))
    yield CHECKED.format(found.coverage.checked, found.coverage.total)(language)
    for factor_id, covered in found.coverage_by_factor(dossier).items():
        factor = dossier.factor_of(factor_id)
        if covered.total and factor is not None:
            line = OF_FACTOR.format(factor.label, covered.checked, covered.total)
            yield f"    {line(language)}"
    if found.uncheckable:
        yield LEFT.format(len(found.uncheckable))(language)
        for left in found.uncheckable:
            yield f"  – {ITEM.format(_where(dossier, left.item), left.reason)(language)}"
    if found.derived:
        yield DERIVED.format(len(found.derived))(language)
        for derived in found.derived:
            yield f"  ƒ {VALUE.format(derived.name, derived.shown, derived.formula)(language)}"


def _below(dossier: Dossier, found: Finding) -> Iterator[Text]:
    """Where a finding stands, its arithmetic, and what a person made of it."""
    on, factor = dossier.item(found.items[0]), dossier.factor_of(found.items[0])
    # One raised on a section stands where its words do, not at the heading.
    passage = found.spans[0].quote if isinstance(on, Factor) and found.spans else ""
    words = same(f"“{_cut(passage) if passage else _where(dossier, found.items[0])}”")
    yield PLACE.format(COMMA.join([factor.label, words] if factor is not None else [words]))
    if found.formula.zh:
        yield SUM.format(found.formula)
    ruling = ruling_of(dossier, found)
    if ruling is not None:
        yield _ruled(RULED[ruling.status], ruling.by, ruling.at, ruling.reason)
    for review in _corrections(dossier, found):
        yield _ruled(
            RULED["corrected"].format(_where(dossier, review.item)), review.by, review.at, review.reason
        )


def _ruled(status: Text, by: str, at: str, reason: str) -> Text:
    who = ", ".join(part for part in (by, at) if part)
    parts = [status, BY.format(who) if who else NOTHING, WHY.format(reason) if reason else NOTHING]
    return NOTHING.join(parts)


def _where(dossier: Dossier, item_id: str) -> str:
    """The passage of an item, cut to what tells it from others."""
    item = dossier.item(item_id)
    return _cut(item.anchor.quote if item is not None else item_id)


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= QUOTED else f"{words[:QUOTED]}…"
