"""What lines of a table are of a whole: of their row of totals, of all lines together, of another cell of a line."""

from __future__ import annotations

import itertools
import re
from typing import Final

from desktop.audit.enumerations import DIGITS
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.row_fields import total
from desktop.audit.scope import Section
from desktop.audit.table_names import OTHERS, TOTAL, plain
from desktop.audit.views import View
from desktop.core.figure import Figure

_RATES: Final = re.compile(r"率|均|价|每|单[位件价]|比|时效|时长|利息|得分|评分|用时|温度")
_COUNT: Final = re.compile(
    r"(?<![第近前后过\d.])(?P<n>[两三四五六七八九十]|\d{1,2})(?:大|个|种|类)?[\u4e00-\u9fff]"
)
_LEAST: Final = 2  # lines, which any number of things may count by chance


def adds_up(piece: Section, view: View, field: int) -> bool:
    """Whether the values of a field have a sum that means anything, as one that the text tells has."""
    unit = next(iter(view.column(field).values())).unit
    if unit in ("%", "times", "pp", "permille") or "/" in unit or len(view.column(field)) != len(view.lines):
        return False
    if not _RATES.search(view.fields[field]):
        return True
    every = every_line(view, field)
    return every is not None and any(abs((value_of(f) or 0.0) - every[1]) < 1e-6 for f in piece.amounts)


def shares(view: View, lines: tuple[str, ...], field: int) -> list[tuple[Figure | None, Interval, float]]:
    """What lines are of their row of totals, and of what the field comes to."""
    own, every = total(view, lines, field), every_line(view, field)
    found: list[tuple[Figure | None, Interval, float]] = []
    if own is None:
        return found
    for whole in totals(view, field):
        base, point = as_claim(whole), value_of(whole)
        share = own[0].scaled(100).over(base) if base is not None else None
        if share is not None and point:
            found.append((whole, share, own[1] / point * 100))
    if every is not None and every[1] and (share := own[0].scaled(100).over(every[0])) is not None:
        found.append((None, share, own[1] / every[1] * 100))
    return found


def every_line(view: View, field: int) -> tuple[Interval, float] | None:
    """What all lines come to, those that are called the others too."""
    made, sheet = total(view, view.lines, field), view.sheet
    if view.across:
        places = [(field, c) for c in sheet.cols if c and OTHERS.search(sheet.head(c))]
    else:
        places = [(r, field) for r in sheet.rows if OTHERS.search(sheet.label(r))]
    for place in places:
        cell = sheet.at(*place)
        own, value = (as_claim(cell), value_of(cell)) if cell is not None else (None, None)
        if own is not None and value is not None and made is not None:
            made = made[0].plus(own), made[1] + value
    return made


def is_whole(piece: Section, view: View, field: int) -> bool:
    """Whether the lines of a table are all that there are: a text counts them, or tells what they come to."""
    many = len(view.lines)
    if many > _LEAST and any(
        (DIGITS.get(m["n"]) or int(m["n"])) == many for m in _COUNT.finditer(piece.plain_text)
    ):
        return True
    every = every_line(view, field)
    return every is not None and any(abs((value_of(f) or 0.0) - every[1]) < 1e-6 for f in piece.amounts)


def totals(view: View, field: int) -> list[Figure]:
    """The cells of a field that are called totals."""
    sheet = view.sheet
    if view.across:
        places = [(field, c) for c in sheet.cols if c and TOTAL.search(plain(sheet.head(c)))]
    else:
        places = [(r, field) for r in sheet.rows if TOTAL.search(plain(sheet.label(r)))]
    return [cell for row, col in places if (cell := sheet.at(row, col)) is not None]


def within(view: View, lines: tuple[str, ...], own: Interval) -> bool:
    """Whether two cells of a row give a share, as a part, a rest or a change; or the row has it as a cell."""
    for line in lines:
        cells = [
            (cell, c, _RATES.search(view.fields[f]) is not None)
            for f in view.fields if (cell := view.column(f).get(line)) and (c := as_claim(cell))
        ]  # fmt: skip
        if any(cell.unit == "%" and own.meets(c) for cell, c, _ in cells):
            return True
        for (one, a, per), (two, b, each) in itertools.permutations(cells, 2):
            share = a.scaled(100).over(b) if same_dimension(one.unit, two.unit) and per == each else None
            if share is not None and (
                own.meets(share) or own.meets(Interval(100 - share.high, 100 - share.low))
            ):
                return True
    return False
