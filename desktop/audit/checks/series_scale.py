"""A value of a series in a sentence that is a power of ten off the others: 三年依次为3.2万件、3.5万件、3.9件."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import powers_apart, value_of
from desktop.audit.marks import any_of
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.told_kinds import dimension, words_before
from desktop.core.figure import Figure
from desktop.core.finding import Finding
from desktop.core.text import Text

KEY: Final = "series_scale"
_NEXT: Final = re.compile(
    r"^[、，,；;和及与\s]*(?:到|又?[升降涨跌增减]?[至到为])?(?:(?:(?:19|20)\d\d)?年?(?:第?[一二三四1-4]季度|[上下]半年|\d+月份?)|(?:19|20)\d\d年?)?[则是为约近的\s]*$"
)
_FROM: Final = re.compile(r"[由从][^，,。；;由从]{0,10}$")
_FELL: Final = re.compile(r"^[^，,。；;\d]{0,4}[降跌减缩落压滑掉][^，,。；;\d]{0,2}[至到为成]了?[约近]?$")
_FALLS: Final = any_of("由从"), any_of("降跌减缩落压滑掉")  # of each of which a fall has one
_LEAST: Final = 3
_NEAR: Final = 24  # characters between values of a series
_FAR: Final = 300.0  # times
_CLOSE: Final = 1.5  # times, from the least to the greatest of values of one size
_LIKE: Final = 3.0  # times, where a whole scale word is missing
_TIGHT: Final = 1.25
_WORD: Final = 3  # powers of ten
SAID: Final = Text(
    "{0}与前后的{1}相差约{2}倍，移动小数点或换一个单位才在同一量级，疑为写错。",
    "{0} is about {2} times apart from {1} beside it; the decimal point or the unit looks wrong.",
)


@check(KEY, "句中数量级", "scale within a series", "prose", needs={"prose": ("level ratio",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold each value of a series against the others, and what something fell to against what it fell from."""
    fell = not any(map(piece.marks.isdisjoint, _FALLS))
    for sentence in piece.sentences:
        amounts = sentence.amounts
        if len(amounts) >= _LEAST and _in_a_row(amounts):
            for series in _series(sentence):
                yield from _odd(series)
        for one, other in itertools.pairwise(amounts) if fell else ():
            if (value_of(one) or 0.0) > _FAR * abs(value_of(other) or 0.0) and _fell(sentence, one, other):
                power = _power(other, [one], _TIGHT, 2.0)
                if power <= -_WORD:
                    yield _finding(other, [one], power)


def _in_a_row(amounts: Sequence[Figure]) -> bool:
    """Whether three amounts may stand right behind one another."""
    row = 1
    for one, other in itertools.pairwise(amounts):
        row = row + 1 if other.anchor.start - one.anchor.end <= _NEAR else 1
        if row == _LEAST:
            return True
    return False


def _series(sentence: Sentence) -> Iterator[list[Figure]]:
    """The runs of amounts of one kind with nothing between them but times."""
    run: list[Figure] = []
    for figure in sentence.amounts:
        if not value_of(figure) or figure.role == "change":
            continue
        joined = (
            run and dimension(run[-1]) == dimension(figure) and _NEXT.match(words_before(sentence, figure))
        )
        if not joined:
            yield run
            run = []
        run.append(figure)
    yield run


def _odd(series: Sequence[Figure]) -> Iterator[Finding]:
    if len(series) < _LEAST:
        return
    for figure in series:
        others = [f for f in series if f is not figure]
        power = _power(figure, others, _LIKE, _CLOSE)
        if abs(power) < _WORD:
            several = len(others) >= _LEAST
            power = _power(figure, others, _CLOSE if several else _TIGHT, _CLOSE if several else _TIGHT)
        if power:
            yield _finding(figure, others, power)
            return


def _power(figure: Figure, others: Sequence[Figure], spread: float, near: float) -> int:
    """The power of ten by which a value is off others of one size; 0 where it is none, or they are not."""
    value, sizes = value_of(figure) or 0.0, [value_of(f) or 0.0 for f in others]
    if value <= 0 or min(sizes) <= 0 or max(sizes) > spread * min(sizes):
        return 0
    power = powers_apart(value, math.sqrt(max(sizes) * min(sizes)))
    fits = min(sizes) / near <= value / 10.0**power <= max(sizes) * near
    return power if fits else 0


def _fell(sentence: Sentence, one: Figure, other: Figure) -> bool:
    """Whether something is said to have fallen from one amount to the next, which is of the same kind."""
    return (
        dimension(one) == dimension(other) != ""
        and _FROM.search(sentence.lead(one)) is not None
        and _FELL.match(sentence.between(one, other)) is not None
    )


def _finding(figure: Figure, others: Sequence[Figure], power: int) -> Finding:
    shown = say.listed([stated(f) for f in others[:_LEAST]])
    said = SAID.format(stated(figure), shown, number(10.0 ** abs(power)))
    written = formula("{} ≈ {} × {}", bare(figure), bare(others[0]), number(10.0**power, 4))
    return say.finding(KEY, "inconsistent", (figure, *others), written, said)
