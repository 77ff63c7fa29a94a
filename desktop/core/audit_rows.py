"""What an audit found as rows of a list: findings, checks that held, what could not be checked, derived figures."""

from __future__ import annotations

from typing import NamedTuple

from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.finding import Derived, Finding, Passed, Uncheckable
from desktop.core.found import ruling_of
from desktop.core.named import named
from desktop.core.text import DOT, NOTHING, Text, same
from desktop.core.verdict import VERDICTS, Verdict

FINDINGS, HELD, OPEN, DERIVED = "findings", "held", "open", "derived"
Told = Finding | Passed | Uncheckable | Derived
GONE = Text("已不在的一项", "something that is gone")
DERIVED_CHECK = Text("推算，不是文中所写", "derived, not reported")
HELD_SAID = Text("按文中的数字重算，结果相符。", "Recomputed from the numbers of the text, it holds.")


class AuditRow(NamedTuple):
    """A row: its section, an id that no other row has, and what it is filtered and sorted by.

    ``status`` is "accepted", "disputed" or ""; ``place`` counts in the order of the text.
    """

    section: str
    id: str
    told: Told
    item: str
    factor: str
    check: str
    verdict: Verdict | None
    place: int
    status: str = ""


def audit_rows(dossier: Dossier) -> list[AuditRow]:
    """Return all rows in the order of the text; none before there was an audit."""
    if dossier.found is None:
        return []
    audit = dossier.found.audit
    every: tuple[tuple[str, tuple[Told, ...]], ...] = (
        (FINDINGS, audit.findings),
        (HELD, audit.passed),
        (OPEN, audit.uncheckable),
        (DERIVED, audit.derived),
    )
    ruled = {r.finding for r in dossier.rulings}
    return [_row(dossier, section, told, ruled) for section, group in every for told in group]


def _row(dossier: Dossier, section: str, told: Told, ruled: set[str]) -> AuditRow:
    items = _items(told)
    first = items[0] if items else ""
    factor, anchor = dossier.factor_of(first), dossier.anchor_of(first)
    place = anchor.start if anchor is not None else 0
    of = factor.id if factor is not None else ""
    match told:
        case Finding():
            ruling = ruling_of(dossier, told) if told.id in ruled else None
            status = ruling.status if ruling is not None else ""
            return AuditRow(section, told.id, told, first, of, told.check, told.verdict, place, status)
        case Passed():
            key = "|".join((told.check, *told.items))
            return AuditRow(section, key, told, first, of, told.check, told.verdict, place)
        case Uncheckable():
            return AuditRow(section, told.item, told, first, of, "", VERDICTS["not_checkable"], place)
    return AuditRow(section, told.id, told, first, of, "", None, place)


def _items(told: Told) -> tuple[str, ...]:
    return (told.item,) if isinstance(told, Uncheckable) else told.items


def title_of(dossier: Dossier, row: AuditRow) -> Text:
    """Return what a row is about: an item in a few words, or a derived figure with its value.

    What is raised on a section is named by its passage: the section stands beside it.
    """
    if isinstance(row.told, Derived):
        return Text("{} {}", "{} {}").format(row.told.name, row.told.shown).opening()
    item = dossier.item(row.item)
    if item is None:
        return GONE
    passage = row.told.spans[:1] if isinstance(item, Factor) and isinstance(row.told, Finding) else ()
    name = same(" ".join(passage[0].quote.split())) if passage else named(item)
    whose = item.entity if isinstance(item, Figure) and item.indicator.zh else NOTHING
    if not name.zh:
        name = same(" ".join(item.anchor.quote.split()))
    return DOT.join((whose, name)).opening()


def words_of(dossier: Dossier, row: AuditRow) -> str:
    """Return all words that a filter may find a row by, in both languages; cheap, for there may be many rows."""
    item = dossier.item(row.item)
    if isinstance(item, Figure) and not isinstance(row.told, Derived):
        parts = [*item.entity, *item.indicator, item.anchor.quote]
    else:
        parts = [*title_of(dossier, row)]
    return "\n".join((*parts, *said_of(row), *check_of(dossier, row)))


def said_of(row: AuditRow) -> Text:
    """Return the sentence, the reason or the arithmetic of a row."""
    match row.told:
        case Finding():
            return row.told.said
        case Passed():
            return row.told.formula if row.told.formula.zh else HELD_SAID
        case Uncheckable():
            return row.told.reason
    return row.told.formula


def check_of(dossier: Dossier, row: AuditRow) -> Text:
    """Return what people call the check of a row; empty for what no check could test."""
    if row.section == OPEN:
        return NOTHING  # its verdict says all
    if row.section == DERIVED or dossier.found is None:
        return DERIVED_CHECK
    return dossier.found.name_of(row.check)
