"""An amount made of all that stands before it, whatever the verb: 82万辆，报废23万辆，拖走11万辆，街上剩48万辆."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.fitting import fitting
from desktop.audit.passages import Passage, passages
from desktop.audit.scope import Section
from desktop.audit.slips import of_digits, of_scale
from desktop.audit.tallies_of import tallies
from desktop.audit.tally import Tally
from desktop.audit.ways import allowed
from desktop.audit.worked_told import written, wrong_of

KEY: Final = "tallies"
_FAR: Final = 3  # times


@check(KEY, "总数、余数与净数", "totals, rests and nets", "section", needs={"section": ("level %",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold totals, rests and nets against all that stands before them; any other arithmetic clears them."""
    for passage in passages(piece):
        for one in tallies(passage):
            yield from _held(passage, one)


def _held(passage: Passage, one: Tally) -> Iterable[Result]:
    claim, first = one.told.figure, one.ways[0]
    own = allowed(claim)
    if own is None or "其中" in passage.clause(one.told):
        return  # a part, not what others come to
    for way in one.ways:
        if own.meets(way.found):
            exact = abs(way.point - one.told.value) <= 1e-9 * max(1.0, one.told.value)
            if one.sure:
                yield say.passed(KEY, (claim, *way.inputs), written(way, claim), rounded=not exact)
            return
    slip = next((w for w in one.ways if of_digits(claim, w.point, replaced=one.kind != "loose")), None)
    near = first.point / _FAR < one.told.value < first.point * _FAR or of_scale(claim, first.found)
    if (slip is not None or (one.sure and near)) and not _comes_out(passage, one):
        yield wrong_of(KEY, claim, slip or first)


def _comes_out(passage: Passage, one: Tally) -> bool:
    """Whether the amounts around give it in some other way; a net amount is only a difference."""
    told = one.told
    own = allowed(told.figure)
    before = [t.figure for t in passage.own if t.start < told.start]
    if one.kind == "net":
        pool = [t.value for t in passage.own if t is not told and t.figure.unit == told.figure.unit]
        return own is None or any(own.holds(abs(a - b)) for a in pool for b in pool)
    here = [t.figure for t in passage.own if t.start < told.start and t.sentence == told.sentence]
    far = [f for f in before if f not in here]
    behind = [t.figure for t in passage.own if t.start > told.start][:3]
    return fitting(told.figure, here, (*(t.figure for t in passage.above), *far), behind) is not None
