"""The same digits of one unit a power of ten apart: 148.3亿元 in a table, and 1,483亿元 or 148.3万元 in a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "scale_apart"
_DIGITS: Final = 4  # as many in a row are no accident
_FACTORS: Final = (10, 100, 1_000, 10_000, 100_000_000)
_PER: Final = re.compile(r"每|均|单|人|户|折|合|即|相当|约等|÷|×|乘|除|倍|股|份|per|each|average", re.I)
SAID: Final = Text(
    "{0}与{1}数字相同，只差一个数量级；若说的是同一个数，至少一处的小数点或单位有误。",
    "{0} and {1} have the same digits, powers of ten apart; if they are one number, a decimal point or a unit is wrong "
    "in at least one of them.",
)


@check(KEY, "数量级不一", "same digits, powers of ten apart", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Find a number that a sentence tells with the digits of another one and at another power of ten; never red."""
    known: defaultdict[tuple[str, str, tuple[int, ...]], list[Figure]] = defaultdict(list)
    for figure in whole.dossier.figures:
        if figure.is_date or figure.low is None or figure.low != figure.high or figure.low <= 0:
            continue
        digits = figure.low.normalize().as_tuple().digits
        if len(digits) == _DIGITS or len(digits) == _DIGITS + 1:
            known[figure.anchor.source, figure.unit, digits].append(figure)
    for alike in known.values():
        amounts = {f.low for f in alike}
        if len(amounts) != 2 or any(_PER.search(_clause(f)) for f in alike):
            continue
        first, last = alike[0], next(f for f in alike if f.low != alike[0].low)
        low, high = sorted(v for v in amounts if v is not None)
        if high / low in _FACTORS and not (first.table and last.table):
            written = formula("{} ≠ {}", bare(first), bare(last))
            yield say.finding(
                KEY, "conflict", (last, first), written, SAID.format(stated(first), stated(last))
            )


def _clause(figure: Figure) -> str:
    """What a number is of, and the words right beside it."""
    at = figure.anchor
    return (
        f"{figure.indicator.zh}{at.prefix[-8:]}{at.quote}{at.suffix[:4]}" if not figure.table else figure.unit
    )
