"""How the share that rows have of a column is told."""

from __future__ import annotations

from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, percent, quote, stated
from desktop.audit.check import Result
from desktop.audit.interval import Interval, value_of
from desktop.audit.row_wholes import every_line, totals
from desktop.audit.table_names import plain
from desktop.audit.views import View
from desktop.core.figure import Figure
from desktop.core.text import Text

WRONG: Final = Text(
    "{0}的{1}占{2}的{3}，不是文中的{4}。", "{1} of {0} is {3} of {2}, not {4} as the text says."
)
AND: Final = Text("、", " + ")


def told_share(
    key: str,
    view: View,
    lines: tuple[str, ...],
    field: int,
    figure: Figure,
    share: Interval,
    point: float,
    *,
    held: bool,
) -> Result:
    """What a check says of the share that lines of a table have of a column."""
    cells = [view.column(field)[n] for n in lines]
    whole = next(iter(totals(view, field)), None)
    every = every_line(view, field)
    shown = bare(whole) if whole is not None else amount(every[1] if every else 0.0, cells[0], exact=True)
    part = AND.join([bare(c) for c in cells])
    figures = (figure, *cells) if whole is None else (figure, *cells, whole)
    written = formula("{} ÷ {} = {}", part, shown, percent(point))
    if held:
        return say.passed(key, figures, written, rounded=not share.holds(value_of(figure) or 0.0))
    who = AND.join([quote(n) for n in lines])
    said = WRONG.format(who, quote(plain(view.fields[field])), shown, percent(point), stated(figure))
    return say.finding(key, "inconsistent", figures, written, said)
