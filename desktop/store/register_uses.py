"""Which dossiers of the library speak of which entries of the register."""

from __future__ import annotations

from pathlib import Path

from desktop.core.errors import UserError
from desktop.core.progress import Progress
from desktop.core.register.uses import used_in
from desktop.core.text import Text
from desktop.core.value import value
from desktop.store.codec import load
from desktop.store.edits import open_edits
from desktop.store.library import folders
from desktop.store.paths import is_there, journal_path


@value
class Use:
    """A dossier that mentions an entry, and how often."""

    dossier: str
    folder: Path
    product: Text
    count: int


Uses = dict[str, tuple[Use, ...]]


def library_uses(progress: Progress) -> Uses:
    """Return the dossiers that mention each entry, with their edits; one that cannot be read is left out."""
    found: dict[str, list[Use]] = {}
    every = folders()
    for n, folder in enumerate(every):
        progress.step(n, len(every))
        try:
            dossier = load(folder).dossier
        except UserError:  # the library page says what is wrong with it
            continue
        if is_there(journal_path(dossier.id)):
            dossier = open_edits(dossier)[0].dossier
        for entry_id, count in used_in(dossier).items():
            found.setdefault(entry_id, []).append(Use(dossier.id, folder, dossier.product, count))
    return {entry_id: tuple(uses) for entry_id, uses in found.items()}
