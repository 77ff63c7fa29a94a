"""What one amount is of the next, told of both: 剩下4万人，只有上年10万人的四成; 3.0万家，是橙豆1.2万家的2.5倍."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.any_reading import wanted
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "part_of_other"
_HEDGE: Final = r"(?:约|近|将近|大约|不到|不足|超过|整整|足足|正好|恰好)*"
_IS: Final = re.compile(
    rf"[^，,。；：:（(]{{0,6}}[，,]?[^，,。；：:（(占其]{{0,6}}?(?:只有|仅有|只是|仅是|是|为|相当于|等于|不到|只及|仅及|才是){_HEDGE}"
    r"(?P<who>[^，,。；：:\d]{0,10})$"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d年[末底初]?")  # 360吨，是2019年900吨的四成
_OF: Final = re.compile(rf"[\u4e00-\u9fff]{{0,4}}的{_HEDGE}$")
_BREAK: Final = re.compile(r"[，,；;：:。（(、]")
_AWAY: Final = re.compile(r"[不非]|占|其中|增|减|降|升|涨|比|差|目标|计划")
SAID: Final = Text("{0} ÷ {1} = {2}，与文中的{3}不符。", "{0} ÷ {1} = {2}, while the text says {3}.")


@check(
    KEY,
    "是另一数的几成",
    "one amount of another",
    "prose",
    needs={"prose": ("% times", "的", "是为有当等到及")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold a fraction or a multiple of an amount against that amount and the one before it."""
    for sentence in piece.sentences:
        values = [f for f in sentence.amounts if f.unit not in ("%", "times", "rank")]
        for one, other, size in zip(
            sentence.amounts, sentence.amounts[1:], sentence.amounts[2:], strict=False
        ):
            if size.unit not in ("%", "times") or size.role == "change":
                continue
            if size.unit == "times" and len(values) == 2:
                continue  # multiples holds it against the only two
            if _told(sentence, one, other, size):
                yield from _held(one, other, size)


def _told(sentence: Sentence, one: Figure, other: Figure, size: Figure) -> bool:
    """Whether the words make the one so much of the other."""
    if one.unit in ("%", "times", "rank") or not same_dimension(one.unit, other.unit):
        return False
    gap = _YEAR.sub("", sentence.between(one, other))
    return (
        _IS.fullmatch(gap) is not None
        and _AWAY.search(gap) is None
        and _OF.fullmatch(sentence.between(other, size)) is not None
    )


def _held(one: Figure, other: Figure, size: Figure) -> Iterator[Result]:
    x, y, claim, a, b = as_claim(one), as_claim(other), wanted(size), value_of(one), value_of(other)
    quotient = x.over(y) if x is not None and y is not None else None
    if quotient is None or claim is None or not a or not b:
        return
    if size.unit == "times" and not any(c.isdigit() for c in size.as_printed):
        claim = type(claim)(claim.low * 0.93, claim.high * 1.08)  # 四倍 is said of what is nearly so
    times = number(a / b, 2)
    written = formula("{} ÷ {} = {}", bare(one), bare(other), times)
    if quotient.meets(claim):
        yield say.passed(KEY, (size, one, other), written)
    else:
        said = SAID.format(bare(one), bare(other), times, stated(size))
        yield say.finding(KEY, "inconsistent", (size, one, other), written, said)
