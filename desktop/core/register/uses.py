"""Where a dossier speaks of the entries of the register."""

from __future__ import annotations

from desktop.core.audit_rows import Told
from desktop.core.dossier import Dossier, register_ids
from desktop.core.finding import Finding, Uncheckable
from desktop.core.found import RECORD
from desktop.core.policy import PolicyMention, RegisterEntry
from desktop.core.record import Record


def uses_of(dossier: Dossier, entry_id: str) -> tuple[PolicyMention, ...]:
    """Return the mentions of an entry in a dossier, in the order of the text."""
    return tuple(m for m in dossier.policies if entry_id in register_ids(dossier, m))


def entry_behind(dossier: Dossier, record: Record, told: Told) -> RegisterEntry | None:
    """Return the entry that a row of the audit rests on; of a regulation that the register has not, the nearest."""
    items = (told.item,) if isinstance(told, Uncheckable) else told.items
    cited = told.kind if isinstance(told, Finding) and told.check == RECORD else ""
    one = next((a for a in dossier.assessments if a.id == cited), None) if cited else None
    ids = [one.register_id, *one.nearest] if one is not None else []
    for mention in map(dossier.item, items):
        ids += register_ids(dossier, mention) if isinstance(mention, PolicyMention) else ()
    return next((entry for i in ids if (entry := record.entry(i)) is not None), None)


def used_in(dossier: Dossier) -> dict[str, int]:
    """Return how often a dossier mentions each entry that it mentions at all."""
    counts: dict[str, int] = {}
    for mention in dossier.policies:
        for entry_id in register_ids(dossier, mention):
            counts[entry_id] = counts.get(entry_id, 0) + 1
    return counts
