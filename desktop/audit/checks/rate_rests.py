"""What is left of a rate when others are taken off: 收益率6.40%，三项成本合计4.25%，只剩2.15个百分点的利差.

Any signed sum of the rates around clears it; a rest that is a slip away from one of them is wrong.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim
from desktop.audit.passages import Passage, Told, passages
from desktop.audit.scope import Section
from desktop.audit.slips import one_slip
from desktop.core.text import Text

KEY: Final = "rate_rests"
_LEFT: Final = re.compile(
    r"剩|到手|净得|落袋|利差|息差|价差|[两二]者(?:相)?差|相差|扣[除掉去][^，]*后|差额|差距"
)
_OTHER: Final = re.compile(r"同比|环比|增|减(?!去)|[升降涨跌]|占|目标|预计|[去上]年|上限|下限|比(?!例)")
_CLEAR: Final = re.compile(r"\d+\.\d\d")  # of fewer digits a slip may be chance
_MOST: Final = 6  # rates that are added and taken off
SAID: Final = Text("{0}减{1}是{2}个百分点，不是文中的{3}。", "{0} less {1} is {2} points, not {3}.")


@check(KEY, "扣减后的比率", "rests of rates", "section", needs={"section": ("%*2 pp", "剩到净落利息价差扣")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each rate that is told as a rest or a gap against the rates before it."""
    for passage in passages(piece):
        rates = [t for t in passage.own if t.figure.unit in ("%", "pp")]
        if len(rates) > 2 and _LEFT.search(passage.text):
            for at in range(2, len(rates)):
                yield from _of(passage, rates[:at], rates[at])


def _of(passage: Passage, before: Sequence[Told], told: Told) -> Iterator[Result]:
    clause = passage.clause(told)
    words = clause + told.tail
    if not _LEFT.search(words) or _OTHER.search(clause) or not _CLEAR.match(told.figure.as_printed):
        return
    plain = [
        t for t in before if t.figure.unit == "%" and t.figure.role != "change" and t.figure.comparator == "="
    ]
    near = [t for t in plain if told.sentence - t.sentence <= 1][-_MOST:]
    claim = as_claim(told.figure)
    if claim is None or len(near) < 2 or told.figure.comparator != "=":
        return
    for one, other in itertools.permutations(near, 2):
        if claim.meets(_less(one, (other,))):
            written = formula("{} − {} = {}", bare(one.figure), bare(other.figure), bare(told.figure))
            yield say.passed(KEY, (told.figure, one.figure, other.figure), written)
            return
    if any(claim.meets(each) for each in _any(near)):
        return
    pairs = [(a, b) for a, b in itertools.permutations(reversed(near), 2) if a.value > b.value]
    meant = next((p for p in pairs if one_slip(told.figure, p[0].value - p[1].value)), None)
    if meant is not None:
        one, other = meant
        point = number(one.value - other.value, 2)
        written = formula("{} − {} = {}", bare(one.figure), bare(other.figure), point)
        said = SAID.format(bare(one.figure), bare(other.figure), point, stated(told.figure))
        yield say.finding(KEY, "inconsistent", (told.figure, one.figure, other.figure), written, said)


def _less(one: Told, others: Iterable[Told]) -> Interval:
    found = as_claim(one.figure) or Interval(one.value, one.value)
    for other in others:
        found = found.minus(as_claim(other.figure) or Interval(other.value, other.value))
    return found


def _any(near: Sequence[Told]) -> Iterator[Interval]:
    """Every signed sum of the rates, and each of them."""
    for signs in itertools.product((1, -1, 0), repeat=len(near)):
        found = Interval(0.0, 0.0)
        for sign, told in zip(signs, near, strict=True):
            found = found.plus((as_claim(told.figure) or Interval(told.value, told.value)).scaled(sign))
        yield found
