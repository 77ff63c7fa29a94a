"""Numbers of a paragraph read as what two fields of a table give, and the fields that they show to be meant."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from desktop.audit.interval import Interval, value_of
from desktop.audit.made_fields import EACH, PART, Made, Worked, made_fields, made_in, worked
from desktop.audit.made_whose import Whose, whose
from desktop.audit.made_words import NAMING, PARTS, is_of, scale_in
from desktop.audit.made_words import is_named as named_by
from desktop.audit.mentions import is_named
from desktop.audit.row_fields import cells
from desktop.audit.row_scene import Scene, scene
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.audit.spots import clauses_before
from desktop.audit.views import View, sheets_at, views
from desktop.audit.ways import allowed
from desktop.core.figure import Figure
from desktop.core.value import once

_UNITS: Final = frozenset(("year", "month", "rank", "times", "pp", "bp"))
_COUNTED: Final = re.compile(r"[一两二三四五六七八九十\d]{1,2}[家个类种款组户地市县区省店项者条支所位人名]")


_OF_OTHER: Final = re.compile(r"的(?:[约近]|大约|将近)?$")
_DIGIT: Final = re.compile(r"\d")


class Told(NamedTuple):
    """A number of a clause, of whom it tells, and what it may be made of; ``scene`` where it sets two lines apart."""

    clause: Clause
    figure: Figure
    whose: Whose | None
    fits: tuple[Made, ...]
    scene: Scene | None
    is_cell: bool = False


@once
def paragraphs(piece: Section) -> tuple[tuple[View, list[Clause]], ...]:
    """The paragraphs with numbers, each with the tables of which it names a line."""
    return tuple(_paragraphs(piece))


def _paragraphs(piece: Section) -> Iterator[tuple[View, list[Clause]]]:
    for _, line in itertools.groupby(spoken(piece), key=attrgetter("line")):
        clauses = list(line)
        if not any(clause.figures for clause in clauses):
            continue
        start, end = clauses[0].start - piece.start, clauses[-1].end - piece.start
        if not NAMING.search(piece.text, start, end) and "率" not in piece.text[start:end]:
            continue
        for sheet in sheets_at(piece, clauses[0].start):
            if sheet.key.startswith("table:list:") or not is_named(piece, sheet, start, end):
                continue
            for view in views(sheet):
                if (view.of_years or not view.across) and made_fields(view):
                    yield view, clauses


def told_in(piece: Section, view: View, clauses: Sequence[Clause]) -> list[Told]:
    """The numbers of a paragraph that may be made of two fields of a table; read once."""
    known, key = _known(piece), (view.sheet.key, view.across, clauses[0].start)
    if key not in known:
        known[key] = [
            _read(piece, view, clause, figure)
            for clause in clauses
            for figure in clause.figures
            if figure.role in ("level", "ratio", "change")
            and figure.unit not in _UNITS
            and value_of(figure)
            and not _COUNTED.fullmatch(figure.as_printed)
            and made_in(view, figure.unit)
        ]
    return known[key]


@once
def _known(_piece: Section) -> dict[tuple[str, bool, int], list[Told]]:
    return {}


def _read(piece: Section, view: View, clause: Clause, figure: Figure) -> Told:
    if view.holders(figure):
        return Told(clause, figure, None, (), None, is_cell=True)
    against = set_against(piece, view, clause, figure)
    own = whose(piece, view, clause, figure) if against is None else None
    size = allowed(figure, cut=True)
    if own is None or size is None:
        return Told(clause, figure, own, (), against)
    scale = scale_of(piece, clause, figure)
    fits = tuple(
        made for made in made_in(view, figure.unit)
        if (made.kind != PART or (PARTS.search(clause.text) and is_of(view, made, clause.text)))
        and holds(view, made, own, size, scale)
    )  # fmt: skip
    return Told(clause, figure, own, fits, against)


def set_against(piece: Section, view: View, clause: Clause, figure: Figure) -> Scene | None:
    """Which lines a number sets apart; none where it is the value of the second: 高于男装的14%."""
    found = scene(piece, view, clause, figure)
    if found is not None and found.over and _OF_OTHER.search(clause.before(figure)):
        return None if _DIGIT.search(figure.as_printed) else found
    return found


def scale_of(piece: Section, clause: Clause, figure: Figure) -> float:
    """For how many each a number is told, by its clause or by those before it: 每千名游客投诉15件，海岛线8件."""
    words = clause.before(figure)
    for earlier in clauses_before(piece, clause) if "每" not in words and "均" not in words else ():
        if "每" in earlier.text:
            return scale_in(earlier.text)
    return scale_in(words)


def holds(view: View, made: Made, own: Whose, size: Interval, scale: float) -> bool:
    """Whether lines come to what a claim allows, each by itself where that is said."""
    every = [(n,) for n in own.lines] if own.each else [own.lines]
    return all(any(size.meets(w.found) for w in scaled(view, made, lines, scale)) for lines in every)


def scaled(view: View, made: Made, lines: tuple[str, ...], scale: float) -> list[Worked]:
    """What lines come to in a made field, for so many each."""
    found = worked(view, made, lines)
    if made.kind != EACH or scale == 1:
        return found
    return [Worked(made, w.found.scaled(scale), w.point * scale) for w in found]


def topic(told: Sequence[Told], clause: Clause, at: int) -> Told | None:
    """What a sentence has worked out right before a place; nothing where a cell or another amount came later."""
    found = None
    for one in told:
        if one.figure.anchor.start >= at:
            break
        if one.clause.sentence == clause.sentence and one.scene is None:
            found = one
    return (
        found if found is not None and found.fits and found.whose is not None and not found.is_cell else None
    )


def witnesses(told: Sequence[Told], one: Told) -> dict[Made, list[Told]]:
    """The other numbers that show what a paragraph works out: at least one of a line that is named."""
    found: dict[Made, list[Told]] = {}
    for other in told:
        if other is not one and other.whose is not None and other.whose.sure and not other.is_cell:
            for made in other.fits:
                found.setdefault(made, []).append(other)
    return {m: own for m, own in found.items() if any(o.whose is not None and o.whose.named for o in own)}


def likely(view: View, told: Sequence[Told], about: Told) -> list[Made]:
    """What a number is made of, the likeliest first."""
    shown = witnesses(told, about)
    words = about.clause.before(about.figure)
    named = [m for m in about.fits if named_by(view, m, words)]
    seen = [m for m in about.fits if m in shown]
    return named or seen or (list(about.fits) if len(about.fits) == 1 else [])


def operands(view: View, made: Made, lines: tuple[str, ...]) -> list[Figure]:
    """The cells that a made field has of some lines."""
    return [c for f in (made.one, made.other) for c in cells(view, lines, f) or ()]


def is_made(piece: Section, figure: Figure) -> bool:
    """Whether a number is what two fields of a table give for its line, so that it need not be anything else."""
    for view, clauses in _around(piece, figure):
        told = told_in(piece, view, clauses)
        if any(t.figure is figure and t.fits and likely(view, told, t) for t in told):
            return True
    return False


def follows_made(piece: Section, figure: Figure) -> bool:
    """Whether the number before it in its sentence is so made: 密度300人，不到丙省的一半."""
    for view, clauses in _around(piece, figure):
        told = told_in(piece, view, clauses)
        clause = next(c for c in clauses if figure in c.figures)
        about = topic(told, clause, figure.anchor.start)
        if about is not None and likely(view, told, about):
            return True
    return False


def _around(piece: Section, figure: Figure) -> Iterator[tuple[View, list[Clause]]]:
    at = figure.anchor.start
    for view, clauses in paragraphs(piece):
        if clauses[0].start <= at < clauses[-1].end:
            yield view, clauses
