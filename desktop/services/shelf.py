"""A dossier that an import made finds its place in the library: a new folder, or that of the same article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from desktop.core.dossier import Dossier
from desktop.core.errors import UserError
from desktop.core.value import value
from desktop.importers.rejoin import rejoin
from desktop.store.codec import load
from desktop.store.edits import open_edits
from desktop.store.known import Known
from desktop.store.lock import turn
from desktop.store.writer import write

ENOUGH = 0.4  # of the lines, or of the quotes, that two versions of an article have in common

FEW = 12  # quotes that two articles may share by chance


@value
class Shelved:
    """Where the dossier stands now, with the edits that it had, and whether the article was known before."""

    dossier: Dossier
    folder: Path
    updated: bool


def shelve(fresh: Dossier, library: Path, name: str = "") -> Shelved:
    """Write a dossier into the library; raises UserError when that cannot be done.

    The same article (the same text, or the same id, file ``name`` or title and much of the same text) is updated
    in its folder: items keep their ids, and what a person decided stays (``importers/rejoin.py``). Another
    article of the same name gets a number. Several processes may do this at once.
    """
    known = Known(library)
    with turn(library, fresh.id):
        for folder in _candidates(fresh, library, known.ids(fresh, name)):
            old = _readable(folder)
            if old is not None and is_same_article(old, fresh):
                return _update(old, fresh, folder, known, name)
        folder = next(f for f in _numbered(fresh.id, library) if not f.exists())
        made = replace(fresh, id=folder.name, location=str(folder))
        write(made, folder)
        known.note(made, name)
        return Shelved(open_edits(made)[0].dossier, folder, updated=False)


def is_same_article(old: Dossier, fresh: Dossier) -> bool:
    """Whether two dossiers are of versions of one article: the same text, or much of it."""
    if {s.sha256 for s in old.sources} & {s.sha256 for s in fresh.sources}:
        return True
    if _common(_lines(old), _lines(fresh)) >= ENOUGH:
        return True
    quotes = _quotes(old), _quotes(fresh)
    return min(q.total() for q in quotes) >= FEW and _common(*quotes) >= ENOUGH


def _update(old: Dossier, fresh: Dossier, folder: Path, known: Known, name: str) -> Shelved:
    edits, _ = open_edits(old)
    new = rejoin(old, fresh, edits.touched())
    if new != old:
        write(new, folder)
        edits, _ = open_edits(new)
    known.note(replace(fresh, id=folder.name), name)
    return Shelved(edits.dossier, folder, updated=True)


def _candidates(fresh: Dossier, library: Path, ids: list[str]) -> Iterator[Path]:
    """Yield the folders that may hold the article, those that it was noted under first."""
    seen = set()
    for name in ids:
        if "/" not in name and "\\" not in name and name not in (".", ".."):
            seen.add(library / name)
            yield library / name
    for folder in _numbered(fresh.id, library):
        if not folder.exists():
            return
        if folder not in seen:
            yield folder


def _numbered(name: str, library: Path) -> Iterator[Path]:
    yield library / name
    yield from (library / f"{name}-{number}" for number in count(2))


def _readable(folder: Path) -> Dossier | None:
    """Return the dossier of a folder; one that cannot be read is nobody's, and is left alone."""
    try:
        return load(folder).dossier
    except UserError:
        return None


def _lines(dossier: Dossier) -> Counter[Hashable]:
    """Count the characters of each line of the text."""
    lines: Counter[Hashable] = Counter()
    for source in dossier.sources:
        for line in source.text.split("\n"):
            words = line.strip()
            lines[words] += len(words)
    return lines


def _quotes(dossier: Dossier) -> Counter[Hashable]:
    """Count what was found, by kind and quote."""
    return Counter((type(item).__name__, item.anchor.quote) for item in dossier.items.values())


def _common(one: Counter[Hashable], other: Counter[Hashable]) -> float:
    """Return the share of the smaller that the other has too."""
    least = min(one.total(), other.total())
    return (one & other).total() / least if least else 0.0
