"""What an audit does beside the window: it gets values and gives values."""

from __future__ import annotations

from dataclasses import replace

from desktop.audit.check import load_checks
from desktop.audit.engine import Audited, audited
from desktop.core.dossier import Dossier
from desktop.core.errors import UserError
from desktop.core.found import Found, found_in
from desktop.core.progress import Progress
from desktop.core.record import Record
from desktop.core.value import value
from desktop.store.codec import load
from desktop.store.edits import open_edits
from desktop.store.library import entries


@value
class Done:
    """What an audit found, and what the next one begins with: the pieces and the other dossiers of the library."""

    found: Found
    audited: Audited
    others: tuple[Dossier, ...]


def audit_open(dossier: Dossier, record: Record, last: Done | None, progress: Progress) -> Done:
    """Audit a dossier; raises Cancelled from ``progress``. ``last`` is of the same dossier before an edit."""
    others = last.others if last is not None else others_of(dossier, progress)
    bare = replace(dossier, found=None)
    made = audited(bare, record, others, progress, last.audited if last is not None else None)
    names = {one.key: one.name for one in load_checks()}
    return Done(found_in(bare, made.audit, names), made, others)


def others_of(dossier: Dossier, progress: Progress) -> tuple[Dossier, ...]:
    """Return the other dossiers of the library, edited; one that cannot be read is told where it is opened."""
    found = []
    for entry in entries():
        progress.step(0, 0)
        if entry.problem is not None or entry.id == dossier.id:
            continue
        try:
            found.append(open_edits(load(entry.folder).dossier)[0].dossier)
        except UserError:
            continue  # the library page says what is wrong with it
    return tuple(found)
