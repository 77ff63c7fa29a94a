"""The first few of a table or an enumeration taken together: 前两名合计60.8%, 前三家拿走65.4亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.adding import added
from desktop.audit.amounts import amount, bare, formula, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.enumerations import DIGITS
from desktop.audit.interval import Interval, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.audit.views import View, views_told
from desktop.audit.ways import allowed
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "top_rows"
_FIRST: Final = re.compile(
    r"(?:排名|位列|排在|排)?前(?P<n>[两二三四五六七八九十])(?:大|强)?(?P<of>[名家位类项种个款城省]|者|者的|大)?(?![季月年周天日成])"
)
_ELSE: Final = re.compile(
    r"同比|去年|上年|此前|目标|预计|若|如果|全国|行业|均|最[高低多少大小]|增|减|升|降|涨|跌|其中|每|第"
)
_FAR: Final = 2  # times
_ALIKE: Final = 0.02  # of what they come to: amounts beside their shares
SAID: Final = Text(
    "前{0}项（{1}）合计是{2}，不是文中的{3}。", "The first {0} ({1}) come to {2}, not {3} as the text says."
)
SHARE: Final = Text(
    "前{0}项（{1}）合计{4}，占{5}的{2}，不是文中的{3}。",
    "The first {0} ({1}) come to {4}, {2} of {5}, not {3} as the text says.",
)


@check(
    KEY,
    "前几项合计",
    "the first few together",
    "section",
    needs={"section": ("table", "前", "两二三四五六七八九十", "% same*3")},
)
def run(piece: Section, _world: World) -> Iterator[Result]:
    """Add up the greatest few of a column, or those that stand first in it, for a clause that counts them."""
    if not (piece.has_tables or piece.told):
        return
    for clause in spoken(piece):
        match = _FIRST.search(clause.text) if "前" in clause.text else None
        figures = [f for f in clause.figures if f.role in ("level", "ratio") and value_of(f) is not None]
        if match is None or len(figures) != 1 or _ELSE.search(clause.text):
            continue
        if match.end() <= figures[0].anchor.start - clause.start:
            yield from _judged(piece, clause, figures[0], DIGITS[match["n"]])


def _judged(piece: Section, clause: Clause, figure: Figure, many: int) -> Iterator[Result]:
    own = allowed(figure, cut=True)
    every = [t for view in views_told(piece, clause.start) for t in _taken(view, figure, many)]
    if own is None or not every:
        return
    for found, _, parts, _ in every:
        if own.meets(found):
            yield say.passed(KEY, (figure, *parts), same(" + ").join([bare(f) for f in parts]))
            return
    found, point, parts, whole = every[0]
    value = value_of(figure) or 0.0
    if (
        any(abs(other - point) > _ALIKE * point for _, other, _, _ in every)
        or not point / _FAR < value < point * _FAR
    ):
        return  # of several columns, or in another order, something else may be meant
    sums = same(" + ").join([bare(f) for f in parts])
    listed = say.listed([bare(f) for f in parts])
    if whole:
        total = amount(whole, parts[0], exact=True)
        came = amount(point * whole / 100, parts[0], exact=True)
        said = SHARE.format(many, listed, percent(point), stated(figure), came, total)
        written = formula("({}) ÷ {} = {}", sums, total, percent(point))
    else:
        shown = amount(point, figure, exact=True)
        said = SAID.format(many, listed, shown, stated(figure))
        written = formula("{} = {}", sums, shown)
    yield say.finding(KEY, "inconsistent", (figure, *parts), written, said)


def _taken(
    view: View, figure: Figure, many: int
) -> Iterator[tuple[Interval, float, tuple[Figure, ...], float]]:
    """What the greatest few of each column that may be meant come to, and what those that stand first do.

    The last is the whole that they are a share of, 0 where they are added up as they are.
    """
    if view.of_years:
        return
    for field in view.fields:
        cells = list(view.column(field).values())
        if len(cells) <= many or any(value_of(c) is None for c in cells):
            continue
        unit = cells[0].unit
        order = sorted(cells, key=lambda c: -(value_of(c) or 0.0))
        for parts in dict.fromkeys((tuple(order[:many]), tuple(cells[:many]))):
            made = added(parts)
            if made is None:
                continue
            if same_dimension(unit, figure.unit):
                yield *made, parts, 0.0
            elif figure.unit == "%" and unit not in ("%", "", "times", "pp", "year"):
                whole = _whole(view, field, cells)
                share = made[0].scaled(100).over(whole[0]) if whole is not None else None
                if whole is not None and share is not None:
                    yield share, made[1] / whole[1] * 100, parts, whole[1]


def _whole(view: View, field: int, cells: list[Figure]) -> tuple[Interval, float] | None:
    """What a column comes to, its rest and its total rows looked at."""
    sheet = view.sheet
    places = ((field, c) for c in sheet.cols) if view.across else ((r, field) for r in sheet.rows)
    every = [f for p in places if (f := sheet.levels.get(p)) is not None]
    others = [f for f in every if f not in cells]
    top = max(every, key=lambda f: value_of(f) or 0.0, default=None)
    made = added(every)
    if top is not None and top in others and made is not None:  # a total row
        return added([top])
    return made
