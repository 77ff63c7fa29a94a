"""What an audit found, arranged by item once, so that a badge costs a look into a dictionary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.finding import Audit, Finding, Passed, Uncheckable
from desktop.core.hashes import sha256_of
from desktop.core.review import Ruling
from desktop.core.table import Cell
from desktop.core.text import SEMICOLON, Text
from desktop.core.value import value
from desktop.core.verdict import Verdict

RECORD = "record"
"""The check whose findings cite the assessments of the dossier: those are told already, as assessments."""
Mark = tuple[str, Verdict]
PASSED, WITH = Text("✓ 通过核查：{}", "✓ Passed: {}"), Text("{}（{}）", "{} ({})")
UNCHECKED = Text("没有核查：{}", "Not checked: {}")


@value
class Found:
    """``names`` are those of the checks. ``findings`` are by every item that they concern, by its cell and its table.

    ``marks`` are the verdicts raised on an item itself, or on one of the items of a factor, with the id of the finding,
    or "" for a check that was passed; ``held`` are those checks, and ``open`` says why nothing could test an item.
    """

    audit: Audit
    names: dict[str, Text]
    findings: dict[str, tuple[Finding, ...]]
    marks: dict[str, tuple[Mark, ...]]
    held: dict[str, tuple[Passed, ...]]
    open: dict[str, Uncheckable]

    def name_of(self, check: str) -> Text:
        """Return what people call a check."""
        return self.names.get(check, Text(check, check))

    def verdicts(self, item_id: str, disputed: frozenset[str]) -> Iterator[Verdict]:
        """Go through the verdicts raised on an item, or in a factor, that nobody disputes."""
        return (verdict for finding, verdict in self.marks.get(item_id, ()) if finding not in disputed)


def found_in(dossier: Dossier, audit: Audit, names: dict[str, Text]) -> Found:
    """Arrange an audit of a dossier."""
    findings: defaultdict[str, dict[str, Finding]] = defaultdict(dict)
    marks: defaultdict[str, list[Mark]] = defaultdict(list)
    passed: defaultdict[str, list[Passed]] = defaultdict(list)
    unchecked: dict[str, Uncheckable] = {}
    for one in audit.findings:
        for item in one.items:
            for place in (*_places(dossier, item), *_table(dossier, item)):
                findings[place].setdefault(one.id, one)
        if one.check != RECORD:
            _mark(dossier, marks, one.items[0], (one.id, one.verdict))
    for held in audit.passed:
        if held.check != RECORD:
            _mark(dossier, marks, held.items[0], ("", held.verdict))
            for item in held.items:
                for place in _places(dossier, item):
                    passed[place].append(held)
    for one_left in audit.uncheckable:
        for place in _places(dossier, one_left.item):
            unchecked.setdefault(place, one_left)
    return Found(
        audit,
        names,
        {item: tuple(group.values()) for item, group in findings.items()},
        {item: tuple(group) for item, group in marks.items()},
        {item: tuple(group) for item, group in passed.items()},
        unchecked,
    )


def _places(dossier: Dossier, item_id: str) -> Iterator[str]:
    """An item, and for a figure in a table its cell, for a cell its only figure."""
    yield item_id
    item = dossier.item(item_id)
    if isinstance(item, Figure) and item.table and (cell := dossier.cell_of(item_id)) is not None:
        yield cell.id
    elif isinstance(item, Cell):
        inside = dossier.figures_in_cell(item.table, item.row, item.col)
        if len(inside) == 1:
            yield inside[0].id


def _table(dossier: Dossier, item_id: str) -> tuple[str, ...]:
    """The table that an item stands in."""
    table = dossier.table_of(item_id)
    return (table.id,) if table is not None and table.id != item_id else ()


def _mark(dossier: Dossier, marks: defaultdict[str, list[Mark]], item: str, mark: Mark) -> None:
    for place in (*_places(dossier, item), *_table(dossier, item)):
        marks[place].append(mark)
    factor = dossier.factor_of(item)
    if factor is not None and factor.id != item:
        marks[factor.id].append(mark)


def findings_of(dossier: Dossier, item_id: str) -> tuple[Finding, ...]:
    """Return the findings that concern an item, raised on it first, without those that cite an assessment."""
    if dossier.found is None:
        return ()
    here = [f for f in dossier.found.findings.get(item_id, ()) if f.check != RECORD]
    return tuple(sorted(here, key=lambda f: (f.items[0] != item_id, -f.verdict.severity)))


def sums_of(dossier: Dossier) -> dict[str, Text]:
    """Return the arithmetic that the checks added to assessments, by the id of the assessment."""
    if dossier.found is None:
        return {}
    return {f.kind: f.formula for f in dossier.found.audit.findings if f.check == RECORD and f.formula.zh}


def word_on(dossier: Dossier, item_id: str) -> Text | None:
    """Return the quiet word on an item without a finding: which checks it passed, or why none could test it."""
    found = dossier.found
    if found is None:
        return None
    held = {p.check: p for p in found.held.get(item_id, ())}
    if held:
        told = [
            WITH.format(found.name_of(k), p.formula) if p.formula.zh else found.name_of(k)
            for k, p in held.items()
        ]
        return PASSED.format(SEMICOLON.join(told))
    left = found.open.get(item_id)
    return UNCHECKED.format(left.reason) if left is not None else None


def about(finding: Finding) -> str:
    """Return what tells the numbers of a finding from others, however it is worded."""
    parts = (part for one in finding.inputs for part in (one.item, one.shown.zh))
    return sha256_of("|".join((finding.verdict.code, *parts)).encode())[:16]


def ruling_of(dossier: Dossier, finding: Finding) -> Ruling | None:
    """Return what a person said of a finding, unless it was said of other numbers."""
    ruling = next((r for r in dossier.rulings if r.finding == finding.id), None)
    return ruling if ruling is not None and ruling.about == about(finding) else None


def disputed_in(dossier: Dossier) -> frozenset[str]:
    """Return the findings that a person disputes, and the assessments that those cite."""
    if dossier.found is None or not dossier.rulings:
        return frozenset()
    ids: set[str] = set()
    ruled = {r.finding for r in dossier.rulings}
    for finding in dossier.found.audit.findings:
        ruling = ruling_of(dossier, finding) if finding.id in ruled else None
        if ruling is not None and ruling.status == "disputed":
            ids |= {finding.id, finding.kind} if finding.check == RECORD else {finding.id}
    return frozenset(ids)
