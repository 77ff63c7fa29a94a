"""Where a dossier speaks of the entries of the register."""

from __future__ import annotations

from desktop.core.dossier import Dossier, register_ids
from desktop.core.policy import PolicyMention


def uses_of(dossier: Dossier, entry_id: str) -> tuple[PolicyMention, ...]:
    """Return the mentions of an entry in a dossier, in the order of the text."""
    return tuple(m for m in dossier.policies if entry_id in register_ids(dossier, m))


def used_in(dossier: Dossier) -> dict[str, int]:
    """Return how often a dossier mentions each entry that it mentions at all."""
    counts: dict[str, int] = {}
    for mention in dossier.policies:
        for entry_id in register_ids(dossier, mention):
            counts[entry_id] = counts.get(entry_id, 0) + 1
    return counts
