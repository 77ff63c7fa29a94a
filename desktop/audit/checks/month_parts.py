"""The months of a quarter or a half year, each told with its amount, against the amount told for all of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.scope import Prose
from desktop.audit.stretches import stretches_in
from desktop.audit.ways import signed
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "month_parts"
SAID: Final = Text(
    "文中所列各月（{0}）相加是{1}，不是{2}。",
    "The months told ({0}) add up to {1}, not {2}.",
)
_ELSE: Final = re.compile(
    r"[比较]|同期|[去上前]年|目标|计划|预计|余额|存量|累计|[底末初]|在[册岗]|均|率|价|至|到|—|-|增|减|降|升|多|少|新|其中"
)
_UNITS: Final = ("%", "permille", "pp", "bp", "times", "rank", "day", "month", "year", "")
_NEAR: Final = 16  # characters of words between a time and its amount
_QUARTER: Final = 3  # months

Told = tuple[frozenset[int], Figure]


@check(KEY, "各月与一季", "months and their quarter", "prose", needs={"prose": ("季半", "月", "same*3")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Add up the months of each stretch that has an amount of its own and all of them."""
    told = list(_told(piece))
    for months, whole in told:
        if len(months) < _QUARTER:
            continue
        own = [(m, f) for m, f in told if len(m) == 1 and m <= months and f.unit == whole.unit]
        if len(own) == len(months) == len({m for m, _ in own}):
            yield from _held(whole, [f for _, f in own])


def _told(piece: Prose) -> Iterator[Told]:
    """Each amount right behind the one time that its words name."""
    begin = piece.start
    for figure in piece.figures:
        if figure.is_date:
            continue
        words = piece.text[begin - piece.start : figure.anchor.start - piece.start]
        begin = figure.anchor.end
        words = re.split(r"[。；;]", words)[-1]
        named = list(stretches_in(words))
        if len(named) != 1 or figure.unit in _UNITS or figure.role != "level" or _ELSE.search(words):
            continue
        if len(words) - named[0].end <= _NEAR:
            yield named[0].months, figure


def _held(whole: Figure, parts: list[Figure]) -> Iterator[Result]:
    way, claim = signed(parts, [1] * len(parts)), as_claim(whole)
    if way is None or claim is None:
        return
    shown = amount(way.point, whole, exact=True)
    written = formula("{} = {}", same(" + ").join([bare(f) for f in parts]), shown)
    if way.found.meets(claim):
        yield say.passed(KEY, (whole, *parts), written)
        return
    said = SAID.format(say.listed([bare(f) for f in parts]), shown, stated(whole))
    yield say.finding(KEY, "inconsistent", (whole, *parts), written, said)
