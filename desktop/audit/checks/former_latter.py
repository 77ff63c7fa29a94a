"""Two amounts and what the one is of the other by 前者 and 后者: 教辅2.4万册，文学1.6万册，后者是前者的三分之二."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.any_reading import wanted
from desktop.audit.check import Result, World, check
from desktop.audit.interval import INF, Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.reading import TIMES
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "former_latter"
_OF: Final = re.compile(
    r"(?P<who>[前后])者(?:就|便|也|只|仅|还|不过|大约|约|已)*(?:是|为|有|达到?|相当于|等于|不到|不足)(?P<of>[前后])者的(?:约|近|将近|不到|不足|超过)*$"
)
_MORE: Final = re.compile(
    r"(?P<who>[前后])者(?:要|还|足足|竟)?比(?P<of>[前后])者(?P<way>[多高贵长重大快少低便短轻小慢][宜]?)出?了?(?:约|近)*$"
)
_BELOW, _ABOVE = re.compile(r"不到|不足"), re.compile(r"超过")
SAID: Final = Text("{0} ÷ {1} = {2}，与文中的{3}不符。", "{0} ÷ {1} = {2}, while the text says {3}.")


@check(KEY, "前者与后者", "former and latter", "prose", needs={"prose": ("者", "%")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold a fraction, multiple or percentage of the former or the latter against the two amounts before it."""
    amounts = [f for f in piece.figures if not f.is_date]
    for n, size in enumerate(amounts[2:], 2):
        at = size.anchor.start - piece.start
        told = _OF.search(piece.text, max(0, at - 24), at) or _MORE.search(piece.text, max(0, at - 24), at)
        if size.unit == "%" and told is not None and told["who"] != told["of"]:
            yield from _held(piece, amounts[n - 2], amounts[n - 1], size, told)


def _held(piece: Prose, one: Figure, other: Figure, size: Figure, told: re.Match[str]) -> Iterator[Result]:
    between = piece.text[one.anchor.start - piece.start : size.anchor.start - piece.start]
    a, b = (one, other) if told["who"] == "前" else (other, one)
    x, y, claim, top, base = as_claim(a), as_claim(b), wanted(size), value_of(a), value_of(b)
    if (
        not same_dimension(one.unit, other.unit)
        or one.unit in TIMES
        or between.count("。") > 1
        or x is None
        or y is None
        or claim is None
        or not top
        or not base
    ):
        return
    quotient = x.over(y)
    if quotient is None:
        return
    if "way" in told.groupdict():
        change = quotient.low - 1, quotient.high - 1
        down = told["way"] in "少低便宜短轻小慢"
        quotient = type(quotient)(-change[1], -change[0]) if down else type(quotient)(*change)
    if _BELOW.search(told[0]):
        claim = Interval(0.0, claim.high)
    elif _ABOVE.search(told[0]):
        claim = Interval(claim.low, INF)
    written = formula("{} ÷ {} = {}", bare(a), bare(b), number(top / base, 2))
    if quotient.meets(claim):
        yield say.passed(KEY, (size, a, b), written)
    else:
        said = SAID.format(bare(a), bare(b), number(top / base, 2), stated(size))
        yield say.finding(KEY, "inconsistent", (size, a, b), written, said)
