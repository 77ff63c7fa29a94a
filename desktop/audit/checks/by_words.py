"""Values whose words tell how they were worked out: 目标价 by a multiple, 超出上限, 占收入的22%，约合, 分12期一共要还.

Other checks ask what units allow; here the words name the arithmetic, so that only what they may mean clears it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, step_of, value_of
from desktop.audit.operand import packed
from desktop.audit.passages import Passage, passages
from desktop.audit.scope import Section
from desktop.audit.unit_fits import own_of, plainly
from desktop.audit.ways import Way, like
from desktop.audit.worded import Worded
from desktop.audit.worded_after import of_after
from desktop.audit.worded_interest import of_interest
from desktop.audit.worded_limits import of_limits
from desktop.audit.worded_means import of_means
from desktop.audit.worded_more import of_more
from desktop.audit.worded_nets import of_nets
from desktop.audit.worded_paid import of_paid
from desktop.audit.worded_prices import of_prices
from desktop.audit.worded_products import of_products
from desktop.audit.worded_rates import of_rates
from desktop.audit.worded_ratios import of_ratios
from desktop.audit.worded_terms import of_terms
from desktop.audit.worded_years import of_years
from desktop.audit.worded_yields import of_yields
from desktop.audit.worked_told import written, wrong_of

KEY: Final = "by_words"
_FAR: Final = 6  # times, beyond which only a power of ten is a slip
_SCALES: Final = (1, 2, 3, 4, 8)  # powers of ten that a slip of 万, 亿 and the like makes
_SAME: Final = 1e-6
_POWER: Final = 0.03  # as a logarithm
# Words that tell an amount as another than one would reckon, or say behind it why it is.
_UNLIKE: Final = re.compile(r"却|实际|实[收付交]|只[收卖交]|整[箱套包]|打包|一口价|[用凭]券|红包")
_BECAUSE: Final = re.compile(
    r"因为|由于|多出来|剩下的|其余|另外|另有|还有|抵[了掉扣]|之外|原因|没[到付收交装坐]|最后一(?!共)"
)
_STOP: Final = re.compile(r"[。！？\n]")
_PARTED: Final = re.compile(r"÷ (\d+)$")
_LISTED: Final = re.compile(r"^[和及与、\s]*$")
_READERS: Final = (
    of_prices, of_rates, of_limits, of_terms, of_nets, of_interest, of_ratios, of_products, of_more, of_paid,
    of_after, of_means, of_years, of_yields,
)  # fmt: skip


@check(
    KEY, "按文意推算", "values by their words", "section", needs={"section": ("level % change threshold",)}
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each value whose words tell its arithmetic against all that they may mean."""
    blamed: set[str] = set()
    for passage in passages(piece):
        if passage.marks.isdisjoint("，。、；"):
            continue  # nothing is told in Chinese
        for reader in _READERS:
            for one in reader(passage):
                yield from _held(passage, one, blamed)


def _held(passage: Passage, one: Worded, blamed: set[str]) -> Iterable[Result]:
    claim = one.told.figure
    if claim.comparator not in ("=", "~"):
        return
    if one.plain and (_UNLIKE.search(passage.clause(one.told)) or _explained(passage, one)):
        return
    if _is_listed(passage, one):
        return
    own = own_of(claim)
    if plainly(claim) is not claim and (claim.comparator == "~" or claim.hedge):  # 约306公里, of 306.5
        own = Interval(own.low - step_of(claim), own.high + step_of(claim))
    if any(_is_whole(own, way) for way in one.ways):
        return
    for way in one.ways:
        if own.meets(way.found):
            exact = abs(way.point - one.told.value) <= 1e-9 * max(1.0, one.told.value)
            yield say.passed(KEY, (claim, *way.inputs), written(way, claim), rounded=not exact)
            return
    first = next((w for w in one.ways if _near(one.told.value, w)), None)
    if first is None or any(f.id in blamed or packed(f) for f in first.inputs):
        return  # of something else, or from an amount that is wrong
    if not _again(passage, one):
        blamed.add(claim.id)
        yield wrong_of(KEY, claim, first)


def _is_whole(own: Interval, way: Way) -> bool:
    """Whether an amount is what another is so much of: 有效问卷1000份，有效率92.6%，共发出1080份."""
    if way.sign != "{} × {}" or way.inputs[1].unit != "%":
        return False
    part, share = (value_of(f) or 0.0 for f in way.inputs)
    return share > 0 and own.holds(part / share * 100)


def _explained(passage: Passage, one: Worded) -> bool:
    """Whether the rest of the sentence says why an amount is not what one would reckon."""
    end = next((t.start for t in passage.own if t.sentence > one.told.sentence), None)
    rest = _STOP.split(passage.text[one.told.end : end])[0]
    return _BECAUSE.search(rest) is not None


def _is_listed(passage: Passage, one: Worded) -> bool:
    """Whether an amount only goes on from the one before it: 30元和33.6元."""
    at = next((n for n, t in enumerate(passage.own) if t is one.told), 0)
    before = passage.own[at - 1] if at else None
    if before is None or not like(before.figure, one.told.figure):
        return False
    return _LISTED.match(passage.between(before, one.told)) is not None


def _near(value: float, way: Way) -> bool:
    """Whether a value may be meant for what was worked out: not far from it, a power of ten, or without a factor."""
    if 1 / _FAR < value / way.point < _FAR:
        return True
    power = math.log10(value / way.point)
    if abs(power - round(power)) < _POWER and abs(round(power)) in _SCALES:
        return True
    left_out = [float(f.low) for f in way.inputs[1:] if f.low and "×" in way.sign]
    if way.sign.endswith("× 12"):
        left_out.append(12.0)
    parted = _PARTED.search(way.sign)
    if parted is not None:
        left_out.append(1 / float(parted[1]))
    return any(abs(value * n / way.point - 1) < _SAME for n in left_out)


def _again(passage: Passage, one: Worded) -> bool:
    """Whether the line told the same number before, and not as what it was worked out from."""
    used = {f.id for f in one.ways[0].inputs}
    return any(
        t.value == one.told.value and like(t.figure, one.told.figure) and t.figure.id not in used
        for t in passage.own if t.start < one.told.start
    )  # fmt: skip
