"""The cells of the line of a table that a stated amount is of: of the year or the name its words tell last."""

from __future__ import annotations

from typing import Final, NamedTuple

from desktop.audit.operand import Operand, operand
from desktop.audit.scope import Section
from desktop.audit.views import views_at
from desktop.audit.worked import Worked

_MOST: Final = 12  # cells of a line


class Line(NamedTuple):
    """The cells as operands; whether the clause of the amount itself names their line."""

    cells: tuple[Operand, ...]
    own: bool


NO_LINE: Final = Line((), own=False)


def line_cells(piece: Section, told: Worked) -> Line:
    """The cells of the tables near an amount that have a line of its year or its name."""
    at = told.figure.anchor.start
    period = told.figure.period
    year = str(period.start.year) if period is not None and period.start is not None else ""
    opening = told.sentence[: at - told.start]
    found: list[Operand] = []
    sure = False
    for view in views_at(piece, at):
        own = view.named(told.clause)
        names = own or view.named(opening)
        if not names and view.of_years:
            names = view.named(told.line.text[: at - told.line.start])
        line = names[-1] if names else year if year in view.lines else ""
        cells = [view.column(f)[line] for f in view.fields if line in view.column(f)] if line else []
        if 0 < len(cells) <= _MOST:
            known = {id(o.figure) for o in found}
            found += [o for c in cells if id(c) not in known and (o := operand(c)) is not None]
            sure = sure or bool(own)
        if len(found) > _MOST:
            break
    return Line(tuple(found[: 2 * _MOST]), sure) if found else NO_LINE
