"""One article becomes a dossier of a library: what a worker process does, and what it answers."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from desktop.core.dossier import Dossier
from desktop.core.errors import UserError
from desktop.core.policy import RegisterEntry
from desktop.core.text import Text
from desktop.core.value import value
from desktop.importers.draft import draft
from desktop.importers.reading import Reading, articles, from_clipboard, read
from desktop.services.shelf import shelve
from desktop.store.package import read_bytes
from desktop.store.paths import bundled_data, register_journal_path
from desktop.store.register_edits import read_record

EMPTY = Text("“{}”里没有文字。", "There is no text in “{}”.")
GONE = Text(
    "它可能已被移动、改名或删除，请重新选择。", "It may have been moved, renamed or deleted; choose it again."
)
CHOOSE = Text("请选择文章文件。", "Choose the file of an article.")
MOST_CHARS = 5_000_000  # of one article: some ten books; more would fill the memory after minutes
TOO_LONG = Text(
    "“{}”有 {} 万字，太长了（最多 {} 万字）。请按文章拆成几个文件再导入。",
    "“{}” has {} million characters, which is too long (at most {}). Split it into files of one article each.",
)


@value
class Task:
    """A file to import, or (with an empty ``path``) a text from the clipboard, into the folder ``library``."""

    name: str
    library: str
    path: str = ""
    text: str = ""
    html: str = ""
    size: int = 0  # bytes


@value
class Imported:
    """A dossier that an import made, or brought up to date, and what it holds."""

    name: str
    folder: str
    dossier: str
    title: Text
    counts: dict[str, int]  # of figures, policies, tables, reasons; "open" are items in doubt
    updated: bool
    notices: tuple[Text, ...]


@value
class Refused:
    """Something that could not be imported, and why; ``details`` are for a report of a fault of ours."""

    name: str
    problem: Text
    details: str = ""


Result = Imported | Refused


def import_one(task: Task) -> tuple[Result, ...]:
    """Import the article, or the several articles, of one file."""
    try:
        parts = articles(_reading(task))
    except UserError as problem:
        return (Refused(task.name, problem.text),)
    return tuple(_one(task, part) for part in parts)


def _reading(task: Task) -> Reading:
    if task.path:
        return read(task.name, read_bytes(Path(task.path), GONE, CHOOSE))
    return from_clipboard(task.text, task.html)


def _one(task: Task, reading: Reading) -> Result:
    if not reading.text.strip():
        return Refused(task.name, EMPTY.format(task.name))
    if len(reading.text) > MOST_CHARS:
        return Refused(task.name, _too_long(task.name, len(reading.text)))
    try:
        shelved = shelve(draft(reading, _register(_version())), Path(task.library), reading.name)
    except UserError as problem:
        return Refused(task.name, problem.text)
    dossier = shelved.dossier
    return Imported(
        task.name,
        str(shelved.folder),
        dossier.id,
        dossier.title,
        counts(dossier),
        shelved.updated,
        reading.notices,
    )


def _too_long(name: str, size: int) -> Text:
    zh = TOO_LONG.zh.format(name, f"{size // 10_000:,}", f"{MOST_CHARS // 10_000:,}")
    return Text(zh, TOO_LONG.en.format(name, f"{size / 1e6:.1f}", f"{MOST_CHARS / 1e6:.0f}"))


def counts(dossier: Dossier) -> dict[str, int]:
    """Return how much a dossier holds of each kind; dates are no figures here."""
    return {
        "figures": sum(not f.is_date for f in dossier.figures),
        "policies": len(dossier.policies),
        "tables": len(dossier.tables),
        "reasons": len(dossier.reasons),
        "open": sum(dossier.status_of(item) == "open" for item in dossier.items),
    }


@lru_cache(maxsize=1)
def _register(_version: tuple[int, int]) -> tuple[RegisterEntry, ...]:
    """The register with the person's layer, read once a version; without it policies stay unmatched."""
    try:
        return read_record(bundled_data())[0].register
    except UserError:
        return ()


def _version() -> tuple[int, int]:
    """Return what tells one state of the person's layer from another: the journal only grows."""
    try:
        now = register_journal_path().stat()
    except OSError:
        return (0, 0)
    return (now.st_size, now.st_mtime_ns)
