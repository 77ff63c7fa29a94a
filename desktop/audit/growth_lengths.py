"""The numbers of years that growth from one value to another may have taken."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.move import Move, years_between
from desktop.audit.scope import Prose
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure

_SPAN: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?:至|到|—|–|-|~|～)((?:19|20)\d\d)年")


def lengths(piece: Prose | Sheet, move: Move) -> list[int]:
    """The numbers of years that a move may have taken, most likely first."""
    dated = years_between(move.before, move.after)
    if not dated:
        dated = _head_years(piece, move) if isinstance(piece, Sheet) else _stretch(piece, move.after)
    found = [*([dated] if dated else []), *move.years]
    if not found and isinstance(piece, Prose):
        found = _spanned(piece)
    return [n for n in dict.fromkeys(found) if n >= 2]


def _stretch(piece: Prose, figure: Figure) -> int | None:
    """The years between the two dates of the sentence of a figure."""
    at = figure.anchor.start
    sentence = next((s for s in piece.sentences if s.start <= at < s.start + len(s.text)), None)
    years = [
        day.year for d in (sentence.dates if sentence else ()) if d.period
        for day in ((d.period.start, d.period.end) if "→" in d.period.text else (d.period.start,)) if day
    ]  # fmt: skip
    return abs(years[1] - years[0]) or None if len(years) == 2 else None


def _spanned(piece: Prose) -> list[int]:
    """The years from the first to the last that a paragraph names, where it names a span: 2022年至2024年."""
    named = [(int(m[1]), int(m[2])) for m in _SPAN.finditer(piece.text)]
    return [named[0][1] - named[0][0]] if len(set(named)) == 1 else []


def _head_years(sheet: Sheet, move: Move) -> int | None:
    found = [re.search(r"(?:19|20)\d\d", sheet.head(f.col or 0)) for f in (move.before, move.after)]
    return int(found[1][0]) - int(found[0][0]) if found[0] and found[1] else None
