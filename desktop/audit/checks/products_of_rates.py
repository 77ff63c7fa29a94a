"""What is left after two rounds, as the product of their rates: 留58%，下一个月又留住其中的70%，两轮过后约剩41%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "products_of_rates"
_OF_THEM: Final = re.compile(
    r"(?:其中|这(?:些|批|部分)|余下|剩下|留下)[^，,。；\d]{0,8}$|of (?:them|those|these)", re.I
)
_IN_ALL: Final = re.compile(
    r"两[轮次月年步关道级层个环重遍]|[一前]?[后头]?[来去]下?来|最[终后]|到头来|总共|合起来|一共|累计|综合|整体|全程|连[起着]来|相乘|叠加|"
    r"下来|过后|之后|算下来|overall|in all|in the end|both",
    re.I,
)
_ALL: Final = Interval(100.0, 100.0)
SAID: Final = Text("{0}与其中的{1}相乘是{2}，不是文中的{3}。", "{0}, and {1} of that, come to {2}, not {3}.")


@check(KEY, "比率连乘", "products of rates", "prose", needs={"prose": ("%", "其这余剩留 latin")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold a third percentage behind one and a percentage of that against every way to combine the two."""
    if sum(f.unit == "%" for f in piece.figures) < 3:
        return
    for sentence in piece.sentences:
        shares = [f for f in sentence.amounts if f.unit == "%" and value_of(f) is not None]
        for one, other, last in zip(shares, shares[1:], shares[2:], strict=False):
            if _told(sentence, one, other, last):
                yield from _held(one, other, last)


def _told(sentence: Sentence, one: Figure, other: Figure, last: Figure) -> bool:
    """Whether the second is of the first, and the third of both."""
    gap, end = sentence.between(one, other), sentence.between(other, last)
    return (
        len(gap) < 40
        and len(end) < 30
        and _OF_THEM.search(gap) is not None
        and _IN_ALL.search(end) is not None
        and last.role != "change"
        and "占" not in end
    )


def _held(one: Figure, other: Figure, last: Figure) -> Iterator[Result]:
    x, y, claim = as_claim(one), as_claim(other), as_claim(last)
    a, b = value_of(one), value_of(other)
    if x is None or y is None or claim is None or a is None or b is None:
        return
    written = formula("{} × {} = {}", bare(one), bare(other), percent(a * b / 100))
    readings = list(_readings(x, y))
    if readings[0].meets(claim):
        yield say.passed(KEY, (last, one, other), written)
    elif not any(r.meets(claim) for r in readings):
        said = SAID.format(stated(one), stated(other), percent(a * b / 100), stated(last))
        yield say.finding(KEY, "inconsistent", (last, one, other), written, said)


def _readings(x: Interval, y: Interval) -> Iterator[Interval]:
    """What is left, gone or told of both: the product first; either may be what stays or what goes."""
    gone, lost = _ALL.minus(x), _ALL.minus(y)
    for one, other in ((x, y), (x, lost), (gone, y), (gone, lost)):
        product = one.times(other).scaled(0.01)
        yield product
        yield _ALL.minus(product)
    yield x.plus(y)
    yield x.minus(y)
