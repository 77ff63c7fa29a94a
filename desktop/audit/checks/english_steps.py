"""The yearly steps of a column of a table or of a list, told one by one in English: 25%, 28% and 25%.

Only a list of which all but one fit, in their order, is taken to be of those values.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.amounts import formula, percent
from desktop.audit.check import Result, World, check
from desktop.audit.english_grid import grid
from desktop.audit.english_number import SHARE, Number, Told, like
from desktop.audit.english_numbers import CHINESE, english
from desktop.audit.english_told import passed, wrong
from desktop.audit.interval import Interval
from desktop.audit.scope import Prose, Section
from desktop.core.text import Text, same

KEY: Final = "english_steps"
_SAYS: Final = re.compile(
    r"\b(?:steps|rises|increases|jumps|falls|drops|declines|growth rates?|rates? of growth|changes|growth|gains)\b",
    re.I,
)
_LEAST: Final = 3
_ONE: Final = Interval(1.0, 1.0)
WRONG: Final = Text(
    "逐次变化应是{0}，文中第{1}项写{2}。", "The changes are {0}; the text gives {2} for number {1} of them."
)


@check(KEY, "英文的逐年变化", "step by step in English", "section", needs={"section": ("%", "latin")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold lists of changes against the columns of tables near them and the lists of values before them."""
    for start, line in piece.prose_lines:
        if not _SAYS.search(line) or CHINESE.search(line) or line.count("%") < _LEAST:
            continue
        own = piece.between(piece.start + start, piece.start + start + len(line))
        prose = Prose(
            piece.key, piece.source, piece.start + start, line, tuple(f for f in own if not f.table)
        )
        tables = [g for s in piece.around(piece.start + start) if (g := grid(s)) is not None]
        columns = [[c.values[r] for r in sorted(c.values)] for g in tables for c in g.columns]
        every = english(prose)
        for n, told in enumerate(every):
            lists = [*columns, *(_levels(t) for t in every[max(0, n - 1) : n])]
            if prose.figures and _SAYS.search(told.words):
                yield from _held(prose, told, lists)


def _levels(told: Told) -> list[Interval]:
    """The values of a list in a sentence: all its numbers of the kind of the first."""
    return [n.allows for n in told.numbers if like(n, told.numbers[0]) and n.kind != SHARE]


def _held(prose: Prose, told: Told, lists: Sequence[Sequence[Interval]]) -> Iterator[Result]:
    shares = [n for n in told.numbers if n.kind == SHARE]
    gaps = [told.between(a, b) for a, b in itertools.pairwise(shares)]
    if len(shares) < _LEAST or not all(re.fullmatch(r",? ?(?:and |then )?(?:by )?", g) for g in gaps):
        return
    near: list[tuple[int, list[float]]] = []
    for values in lists:
        if len(values) != len(shares) + 1 or min(v.low for v in values) <= 0:
            continue
        fits = [_fits(s, a, b) for s, (a, b) in zip(shares, itertools.pairwise(values), strict=True)]
        middles = [sum(v) / 2 for v in values]
        points = [(b / a - 1) * 100 for a, b in itertools.pairwise(middles)]
        if all(fits):
            yield from passed(KEY, shares, _written(points))
            return
        if sum(fits) == len(fits) - 1:
            near.append((fits.index(False), points))
    if len(near) == 1:
        at, points = near[0]
        said = WRONG.format(_written(points), str(at + 1), shares[at].shown)
        yield wrong(
            KEY, prose, (shares[at],), formula("{} ≠ {}", shares[at].shown, percent(points[at])), said, "step"
        )


def _fits(share: Number, one: Interval, other: Interval) -> bool:
    ratio = other.over(one)
    change = ratio.minus(_ONE).scaled(100) if ratio is not None else None
    return change is None or change.meets(share.allows) or change.scaled(-1).meets(share.allows)


def _written(points: Sequence[float]) -> Text:
    words = [percent(p) for p in points]
    return Text("、", ", ").join([w if isinstance(w, Text) else same(w) for w in words])
