"""A rate, what is put on it or taken off it, and the rate that makes: LPR（3.10%）加75个基点，即3.85%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "rate_spreads"
_APART: Final = ("pp", "bp")
_PUT: Final = re.compile(
    r"^\s*[）)]?(?:[，,]?[^，,。；\d]{0,8}(?:基础|之|水平)上)?[，,]?\s*(?:统一|平均|再|又|另|直接|一次性|进一步)*"
    r"(?P<sign>[加增升]|上[浮调加升]|[减降扣]|下[浮调降]|plus|minus|less|\+|-|−)(?:上|去|点|了|掉|约)*\s*$"
)
_MAKES: Final = re.compile(
    r"^\s*[，,、（(）)]?\s*(?:后|之后)?[，,]?(?:就|便|也|即|就是|也就是|等于|合|折合|为|至|到|达|达到|降至|升至|实际|执行|利率|最终"
    r"|年利率|定价|约|是|得出|or|which makes|to|i\.e\.|=|＝|\s)+$"
)
_DOWN: Final = re.compile(r"[减降扣]|下|minus|less|-|−")
SAID: Final = Text("{0}{1}{2}是{3}，不是文中的{4}。", "{0} {1} {2} is {3}, not {4}.")
_PLUS, _MINUS = Text("加", "plus"), Text("减", "minus")


@check(KEY, "加减基点", "rates with a spread", "prose", needs={"prose": ("pp bp", "%")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Recompute each rate that is told right behind another and a spread."""
    for sentence in piece.sentences:
        own = sentence.amounts
        for one, apart, made in zip(own, own[1:], own[2:], strict=False):
            if one.unit == made.unit == "%" and apart.unit in _APART:
                yield from _held(sentence, one, apart, made)


def _held(sentence: Sentence, one: Figure, apart: Figure, made: Figure) -> Iterator[Result]:
    put = _PUT.match(sentence.between(one, apart))
    base, step, claim = as_claim(one), as_claim(apart), as_claim(made)
    gap = sentence.between(apart, made) + made.anchor.quote.partition(made.as_printed)[0]
    if put is None or base is None or step is None or claim is None or not _MAKES.match(gap):
        return
    down = _DOWN.search(put["sign"]) is not None
    found = base.minus(step) if down else base.plus(step)
    size = value_of(apart) or 0.0
    point = (value_of(one) or 0.0) + (-size if down else size)
    shown = f"{number(point, 2)}%"
    sign = "{} − {} = {}" if down else "{} + {} = {}"
    written = formula(sign, bare(one), bare(apart), shown)
    if found.meets(claim):
        yield say.passed(KEY, (made, one, apart), written)
        return
    word = _MINUS if down else _PLUS
    said = SAID.format(bare(one), word, bare(apart), shown, stated(made))
    yield say.finding(KEY, "inconsistent", (made, one, apart), written, said)
