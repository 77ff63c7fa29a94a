"""A total that is a power of ten off so many at so much each: 押金每人199元，涉及用户31万人，待退押金616.9万元.

Only a slip of scale is told, so that the verb and the noun of the total may be any; a product that gives the total,
or any other arithmetic around it that does, clears it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.check import Result, World, check
from desktop.audit.interval import powers_apart, value_of
from desktop.audit.per import Thing, counts, in_things, thing_in
from desktop.audit.scope import Section
from desktop.audit.slips import of_scale
from desktop.audit.ways import Way, allowed, is_told, like, product
from desktop.audit.worked import Worked, worked
from desktop.audit.worked_told import comes_of, wrong
from desktop.audit.year_cells import year_cells
from desktop.core.figure import Figure

KEY: Final = "scale_of_products"
_EACH: Final = re.compile(
    r"每|均|单[笔件户人张台套间店位次份]|一[张套件个人台本份次间]|各|以$|按$|乘|\beach\b|\bper\b|apiece"
)
_BY: Final = re.compile(r"^(?:计|计算|测算|一|/|乘|的单价)")
_TIMES: Final = re.compile(r"乘")
# A total of what was told, by its own words
_NO_TOTAL: Final = re.compile(
    r"每|均|各|单[价笔件户]|其中|[增减涨降升跌差]|多出|少了|率|剩|余(?!额)|净|目标|预计|同行|行业|最|起"
)
_NO_COUNT: Final = ("%", "permille", "times", "pp", "rank", "year", "age", "grade", "count:折", "count:番")
_REACH: Final = 5  # amounts of each kind around a total
_WIDE: Final = 12  # amounts before a total that says it was multiplied
_DIGITS: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_EXACT: Final = 1e-6
_LEAST: Final = 2  # digits of a total, below which a product meets it by chance


@check(
    KEY,
    "乘积的数量级",
    "scale of products",
    "section",
    needs={"section": ("每均单一各以按乘 latin", "level")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold totals against prices and counts of their sentence, of those before it, of lists and of their year's row."""
    for told in worked(piece):
        figure = told.figure
        if figure.role != "level" or _NO_TOTAL.search(told.clause) or _digits(figure) < _LEAST:
            continue
        yield from _one(piece, told)


def _digits(figure: Figure) -> int:
    found = _DIGITS.search(figure.as_printed)
    return len(found[0].replace(",", "").replace(".", "").strip("0")) if found else 0


def _one(piece: Section, told: Worked) -> Iterator[Result]:
    own, value = allowed(told.figure, cut=True), value_of(told.figure)
    if own is None or not value:
        return
    slips: list[Way] = []
    for way in _ways(piece, told):
        if own.meets(way.found):
            return
        if any(f not in way.inputs and is_told(way, f) for f in told.before):
            continue  # it is the total of another amount
        if of_scale(told.figure, way.found) or _to_the_digit(value, way.point):
            slips.append(way)
    if slips and comes_of(told) is None:
        yield wrong(KEY, told, slips[0])


def _to_the_digit(value: float, point: float) -> bool:
    """Whether a total has every digit of a product at another power of ten, however few digits the price has."""
    power = powers_apart(abs(point), abs(value))
    return power != 0 and abs(point / value / 10.0**power - 1) < _EXACT


def _ways(piece: Section, told: Worked) -> Iterator[Way]:
    """Each price around a total times each count of what it is the price of."""
    around = [*told.earlier, *told.before]
    if _TIMES.search(told.sentence) and len(told.before) < 2:
        at = told.figure.anchor.start
        around = [f for f in piece.amounts if f.anchor.start < at][-_WIDE:]
    prices = [f for f in around if f.unit and like(f, told.figure) and _is_each(told, f)][-_REACH:]
    prices += [f for f in told.items if like(f, told.figure) and _is_listed(told, f)]
    if not prices:
        return
    many = [f for f in around if not (f.unit and like(f, told.figure)) and f.unit not in _NO_COUNT][-_REACH:]
    cells = [f for _, f in year_cells(piece, told) if f.unit not in _NO_COUNT and not like(f, told.figure)]
    for price, count in itertools.product(prices, [*many, *cells]):
        if _goes_with(told, price, count, named=count in cells):
            made = product(price, count, in_things(count, _thing(told, price)))
            if made is not None and made.point:
                yield made


def _is_each(told: Worked, figure: Figure) -> bool:
    """Whether the words around an amount say that it is for each of something."""
    return bool(_EACH.search(_before(told, figure)) or _BY.match(figure.anchor.suffix))


def _before(told: Worked, figure: Figure) -> str:
    own = told.words_before(figure) if figure in told.before else figure.anchor.prefix[-16:]
    return re.split(r"[，；;：:。！？\n]", own)[-1]


def _is_listed(told: Worked, figure: Figure) -> bool:
    """Whether an entry of a list is so much for each of what the total is of: 单笔毛利1.1元, 当月毛利总额."""
    name = figure.indicator.zh
    each = _EACH.search(name)
    rest = _EACH.sub("", name)
    return each is not None and any(rest[i : i + 2] in told.clause for i in range(len(rest) - 1))


def _thing(told: Worked, price: Figure) -> Thing | None:
    """What a price is for each of."""
    return thing_in(f"{_before(told, price)}{price.indicator.zh}")


def _goes_with(told: Worked, price: Figure, count: Figure, *, named: bool) -> bool:
    """Whether a count may be of what a price is for; a count far away must be of the very thing."""
    words, thing = f"{_before(told, price)}{price.indicator.zh}", _thing(told, price)
    if thing is not None and counts(count, thing):
        return True
    unit = count.unit.removeprefix("count:")
    if not named and unit and f"{unit}均" in words:
        return True
    both: Sequence[Figure] = told.before
    near = count in both and (price in both or price in told.earlier[-2:] or price in told.items)
    return not named and thing is None and near
