"""An amount made of those before it: a total, a rest, a net amount, a gap, a gain, in prose or in a list.

What it is made of follows from where amounts stand; words say only of what kind it is (``tallies_of*.py``). Any other
arithmetic of the amounts around it clears it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.clearing import cleared, exactly
from desktop.audit.interval import value_of
from desktop.audit.passages import Passage, passages
from desktop.audit.scope import Section
from desktop.audit.slips import of_digits, of_scale, turned_about
from desktop.audit.tallies_carried import of_carried
from desktop.audit.tallies_of import tallies
from desktop.audit.tallies_of_gaps import of_gaps
from desktop.audit.tallies_of_goals import of_goals
from desktop.audit.tallies_of_lists import of_lists
from desktop.audit.tallies_of_runs import of_stocks
from desktop.audit.tallies_of_splits import SPLIT
from desktop.audit.tally import Tally
from desktop.audit.ways import Way, allowed
from desktop.audit.worked_told import written, wrong_of

KEY: Final = "tallies"
_FAR: Final = 3  # times
_EACH: Final = re.compile(r"每一?[期笔单](?![百千万])[^。；\n]{0,40}合计")
_OTHERS: Final = re.compile(
    r"(?:^|[，,；;])另[^外有一][^，,。；\d]{0,5}$|比[^，,。；\d]{1,8}的$"
)  # 另问了32位
_BACK: Final = 8  # characters before the first amount
_HARDLY: Final = 0.02
_MANY: Final = 4  # ways, of which one may well be a power of ten away by chance


_CHANGED: Final = re.compile(r"(?:合计|总计|共计?|一共|总共|加起来)[^，,。；\d]{0,3}[少多增减降][了出少加]?$")


@check(
    KEY,
    "总数、余数、净数与差额",
    "totals, rests, nets and gaps",
    "section",
    needs={"section": ("level % change",)},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold totals, rests, nets and gaps against all that stands before them; any other arithmetic clears them."""
    every = passages(piece)
    for at, passage in enumerate(every):
        for one in found_in(every, at):
            yield from _held(piece, passage, one)


def found_in(every: Sequence[Passage], at: int) -> Iterator[Tally]:
    """What a line has that may be made of amounts before it; of each amount the surest reading."""
    best: dict[int, Tally] = {}
    before = every[at - 1] if at else None
    for one in (
        *tallies(every[at]),
        *of_gaps(every[at]),
        *of_goals(every[at]),
        *of_carried(every[at]),
        *of_stocks(every[at]),
        *of_lists(before, every[at]),
    ):
        known = best.get(one.told.start)
        if known is None or (one.kind == SPLIT and one.sure):
            best[one.told.start] = one
        elif known.kind == SPLIT and known.sure:
            continue  # a part, its share and its whole that fit each other leave one reading
        elif known.sure == one.sure or one.sure:
            first, other = (one, known) if one.sure > known.sure else (known, one)
            best[one.told.start] = first._replace(ways=(*first.ways, *other.ways))
        else:
            best[one.told.start] = known._replace(ways=(*known.ways, *one.ways))
    yield from best.values()


def _is_made(way: Way) -> bool:
    """Whether a sum is more than its first amount told again: 200万元 less 9518元 is hardly another number."""
    first = value_of(way.inputs[0]) or 0.0
    return abs(way.point - first) > _HARDLY * abs(first)


def _held(piece: Section, passage: Passage, one: Tally) -> Iterable[Result]:
    claim, first = one.told.figure, one.ways[0]
    own = allowed(claim)
    clause = passage.clause(one.told)
    if own is None or "其中" in clause or _OTHERS.search(clause):
        return  # a part, not what others come to; or of others yet
    if _CHANGED.search(one.told.lead) and any(f.role != "change" for f in first.inputs):
        return  # 两项合计少了124.68亿元: of changes, and no sum of values
    begin = min(f.anchor.start for f in first.inputs)
    if _EACH.search(piece.text, max(0, begin - piece.start - _BACK), claim.anchor.start - piece.start):
        return  # 每期还本金1000元、手续费90元，合计13080元: of all periods
    for way in one.ways:
        if own.meets(way.found):
            exact = abs(way.point - one.told.value) <= 1e-9 * max(1.0, one.told.value)
            if one.sure:
                yield say.passed(KEY, (claim, *way.inputs), written(way, claim), rounded=not exact)
            return
    loose = one.kind == "loose"
    slip = next(
        (
            w
            for w in one.ways
            if of_digits(claim, w.point, replaced=not loose) and (not loose or turned_about(claim, w.point))
        ),
        None,
    )
    if slip is None and not loose and claim.comparator == "=" and len(one.ways) < _MANY:
        slip = next((w for w in one.ways if _is_made(w) and of_scale(claim, w.found)), None)
    if one.kind == "rest" and not 1 / _FAR < one.told.value / first.point < _FAR:
        first = min(one.ways, key=lambda w: abs(math.log(w.point / one.told.value)))
    near = one.kind == "list" or first.point / _FAR < one.told.value < first.point * _FAR
    if slip is None and not (one.sure and (near or of_scale(claim, first.found))):
        return
    if exactly(passage, one) if one.sure else cleared(passage, one):
        return
    yield wrong_of(KEY, claim, slip or first)
