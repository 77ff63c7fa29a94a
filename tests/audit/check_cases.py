"""What the tests of the audit share: a text becomes a dossier as an import makes it, and is checked."""

from __future__ import annotations

from functools import cache

from desktop.audit.check import World, concerned, load_checks
from desktop.audit.cut import pieces
from desktop.audit.engine import audit
from desktop.audit.owners import owners
from desktop.audit.scope import Piece
from desktop.core.dossier import Dossier
from desktop.core.finding import Audit, Finding
from desktop.core.record import Record
from desktop.importers.draft import draft
from desktop.importers.reading import read
from desktop.store.paths import bundled_data
from desktop.store.record import load_record

NOTHING = Record((), ())


@cache
def record() -> Record:
    """The register and series that ship."""
    return load_record(bundled_data())[0]


def dossier(text: str, name: str = "made.md", title: str = "某公司的数字") -> Dossier:
    """An article with this text below a title."""
    return draft(read(name, f"# {title}\n\n{text}\n".encode()), record().register)


def checked(text: str, title: str = "某公司的数字") -> Audit:
    """The audit of a text."""
    return audit(dossier(text, title=title), record())


def raised(text: str, check: str) -> list[Finding]:
    """What one check says of a text."""
    return [f for f in checked(text).findings if f.check == check]


def alone(text: str, check: str) -> list[Finding]:
    """What one check says of a text by itself, where findings of others on the same figures would be told instead."""
    made = dossier(text)
    world = World(record(), owners(made))
    run = next(one.run for one in load_checks() if one.key == check)
    every = (run(piece, world) for scope, piece in pieces(made, record(), ()) if check in _keys(scope, piece))
    return [result for results in every for result in results if isinstance(result, Finding)]


def _keys(scope: str, piece: Piece) -> set[str]:
    return {one.key for one in concerned(scope, piece)}


def table(*rows: str) -> str:
    """A pipe table: the first row is its header."""
    head, *body = rows
    return "\n".join([head + " |", "---|" * (head.count("|") + 1), *(r + " |" for r in body)])
