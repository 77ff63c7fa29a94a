"""A number that is called the most or the least of a column that does not have it: 件均3.30万元，为四条渠道中最低."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from desktop.audit.interval import as_claim, value_of
from desktop.audit.spoken import Clause
from desktop.audit.table_names import noun
from desktop.audit.views import View, like_units
from desktop.core.figure import Figure

_LEAST: Final = 3  # lines of a table
_OTHER_LINE: Final = re.compile(r"其中|[季月周年]度?(?!度|里|来|内|间|中|以来|之)")
_WHOLE: Final = re.compile(r"平均|合计|累计|共计|一共|总计|全年|各[季月年]")  # of several cells


class Field(NamedTuple):
    """A field of a table that words before a number name."""

    view: View
    at: int
    figure: Figure


def field_told(views: list[View], clause: Clause, earlier: Clause | None, at: int) -> Field | None:
    """The one field that a number is told of, in its clause before ``at`` or in the clause before it.

    None where any table has the number itself.
    """
    own = [f for f in clause.figures if f.anchor.end <= clause.start + at and _is_told(f)]
    holder = clause
    if not own and earlier is not None:
        own, holder = [f for f in earlier.figures if _is_told(f)], earlier
        if _OTHER_LINE.search(clause.text[:at]):
            return None  # 平均35.05亿美元，四季度最高
    if len(own) != 1 or any(view.holders(own[0]) for view in views):
        return None
    words = holder.before(own[0])
    if (whole := _WHOLE.search(words)) and not any(whole[0] in h for v in views for h in v.fields.values()):
        return None
    found = [
        Field(view, field, own[0])
        for view in views
        for field in view.fields_named(words)
        if len(view.column(field)) >= _LEAST and _is_like(view, field, own[0])
    ]
    if not found:  # 房价每平方米5,720元, of the one column in 元/平方米
        found = [
            Field(view, field, own[0])
            for view in views
            for field in view.fields
            if len(view.column(field)) >= _LEAST
            and _is_like(view, field, own[0])
            and _says(view, field, words)
        ]
    return found[0] if len(found) == 1 else None


def _says(view: View, field: int, words: str) -> bool:
    """Whether words end on a short form of a field: 房价 of 商品房均价."""
    name = noun(view.fields[field])
    return len(name) > 1 and any(
        words[at : at + 2] != name and words[at + 1] == name[-1] and words[at] in name[:-1]
        for at in range(len(words) - 1)
    )


def _is_told(figure: Figure) -> bool:
    plain = figure.comparator == "=" and figure.role in ("level", "ratio")
    return plain and value_of(figure) is not None and any(c.isdigit() for c in figure.as_printed)


def _is_like(view: View, field: int, figure: Figure) -> bool:
    """Whether a number can be of a field: its unit, and no other power of ten than the cells have."""
    cells = list(view.column(field).values())
    values = [v for f in cells if (v := value_of(f)) is not None]
    own = value_of(figure) or 0.0
    return like_units(cells[0].unit, figure.unit) and min(values) / 10 < own < max(values) * 10


def winner(field: Field, sign: int) -> tuple[str, Figure, bool]:
    """The line that has the most (1) or the least (−1) of a field, its cell, and whether that is the number told."""
    column = field.view.column(field.at)
    pick = max if sign > 0 else min
    line = pick(column, key=lambda n: value_of(column[n]) or 0.0)
    a, b = as_claim(field.figure), as_claim(column[line])
    return line, column[line], a is None or b is None or a.meets(b)
