"""A value, its difference and the percentage of that: 12亿元，比上年增加2亿元，增长20%; 20万元，让利3万元，打八五折."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from desktop.audit.compare import FAILS, Compared, compared, in_percent
from desktop.audit.interval import Interval, as_claim, as_operand, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last
from desktop.audit.magnitudes import idioms, magnitudes
from desktop.audit.move import MOST, TO
from desktop.audit.move_words import MORE_OF
from desktop.audit.reading import CLAUSE, TIMES, Reading
from desktop.audit.scope import Prose
from desktop.audit.telling import told
from desktop.audit.times_apart import NOW, WHEN
from desktop.core.figure import Figure
from desktop.core.value import value

_LEAD: Final = 30  # characters between a value and its difference
_DISCOUNT: Final = re.compile(
    r"(?:让利|优惠|补贴|减免|折让|便宜|返现|立减|直减|直降|折扣|抵扣|返还|返利|贴)(?:了|掉|近|约)?$"
)
_THAN: Final = re.compile(  # 比青桐长医保贵44元，高出16.4%: of the other of the two
    r"(?<![对相占环同可])比(?![例重率值])[^，]{2,12}?还?(?:(?P<down>[低少轻短小]|便宜)|[高多贵重长大])[了出]?(?:约|近)?$"
)
_SAME_WAY: Final = re.compile(
    r"[，,](?:也就是|也即|即|相当于|约合|折合|算下来|足足|打了?)*(?:[高多贵重长大低少轻短]出?|便宜|差距)?[了约近达到]*$"
)
_GAUGE: Final = ("%", "permille", "count:折")
_SINCE: Final = re.compile(  # 410万人次，比去年同期增加50万人次: the value is the one after
    r"(?:(?<![对相占环同可])[比较](?:去年|上年|前年|上一|上个?[月季周期届轮]|同期|年初|期初|前一|此前|(?:19|20)\d\d年)|同比|环比)"
)
_BEFORE: Final = re.compile(r"去年|上年|前年|原|此前|上[月季周期届]|若|如果|预计|计划|目标")
_REACHED: Final = re.compile(r"(?:至|到|为|成|向|剩|余)[^，。]{0,8}$")
_OTHER: Final = re.compile(r"其中|占|预计|未来|分别|最|[、和及与]\s*$")


@value
class Step:
    """``delta`` is what was added to a value or taken from it, ``change`` its size in percent, ``down`` its way.

    ``before`` and ``after`` are the sizes if the value is the one before, or the one after; ``than`` is whether the
    value is one of two that are compared, so that ``before`` is the size of the other; ``later`` is whether the
    words say that the value is the one after (比去年同期增加).
    """

    base: Figure
    delta: Figure
    change: Figure
    down: bool
    before: Compared
    after: Compared | None
    than: bool = False
    later: bool = False

    @property
    def fails(self) -> bool:
        """Whether the size fits neither, or only the value that the words say is not meant."""
        return self.of_later or (
            self.before.result == FAILS and (self.after is None or self.after.result == FAILS)
        )

    @property
    def of_later(self) -> bool:
        """Whether the size is measured from the value after, though the words tell that it is the one after."""
        return (
            self.later
            and self.before.result != FAILS
            and self.after is not None
            and self.after.result == FAILS
        )


def steps_in(piece: Prose, paired: frozenset[str]) -> Iterator[Step]:
    """The steps of a paragraph whose values are in no pair."""
    if len(piece.figures) < 3 or piece.marks.isdisjoint(_GAUGE):
        return
    for sentence in piece.sentences:
        amounts = sentence.amounts[:MOST]
        found = _starts(amounts, paired)
        if not found and len(amounts) > 3:  # 410万人次，比去年同期的5天增加50万人次
            amounts = tuple(f for f in amounts if f.unit not in TIMES)
            found = _starts(amounts, paired)
        if found:
            yield from _of(Reading(sentence), amounts, found)


def _starts(amounts: Sequence[Figure], paired: frozenset[str]) -> list[int]:
    return [
        n for n in range(len(amounts) - 2)
        if amounts[n + 2].unit in _GAUGE and amounts[n].id not in paired and _stands(amounts[n : n + 3], paired)
    ]  # fmt: skip


def _stands(three: Sequence[Figure], paired: frozenset[str]) -> bool:
    """Whether two numbers before a percentage may be the value and the difference that it is of."""
    base, delta, _ = three
    return (
        base.unit not in _GAUGE
        and base.role in ("level", "threshold")
        and same_dimension(base.unit, delta.unit)
        and not any(f.id in paired for f in three)
    )


def _of(reading: Reading, amounts: Sequence[Figure], starts: list[int]) -> Iterator[Step]:
    sizes = {m.start: m for m in magnitudes(reading, idioms(reading), frozenset())}
    for n in starts:
        base, delta, last = amounts[n : n + 3]
        size = sizes.get(reading.start(last))
        way = _way(reading, base, delta, last) if size is not None else None
        between = reading.words(reading.end(delta), reading.start(last))
        if size is None or way is None or told(between).others or _OTHER.search(between) or len(between) > 20:
            continue
        if way in ("more", "less") and any(same_dimension(f.unit, base.unit) for f in amounts[:n]):
            continue  # 城区64家，乡镇48家，城区比乡镇多16家: of which of the two is not said here
        made = _made(base, delta, size.figure, way, size.way == TO)
        if made is not None:
            yield (
                replace(made, later=True) if way in ("up", "down") and _later(reading, base, delta) else made
            )


def _later(reading: Reading, base: Figure, delta: Figure) -> bool:
    """Whether the words set a value against what it was, by the difference between the two."""
    own = reading.words(reading.clause_start(reading.start(base)), reading.start(base))
    gap = reading.text[reading.end(base) : reading.start(delta)]
    return _SINCE.search(gap) is not None and _BEFORE.search(own) is None


def _way(reading: Reading, base: Figure, delta: Figure, last: Figure) -> str | None:
    """Whether the words before a difference tell of a rise, a fall or a discount of the value before it."""
    gap = reading.words(reading.end(base), reading.start(delta))
    if len(gap) > _LEAD or _OTHER.search(gap) or _REACHED.search(gap):
        return None
    clause = behind_last(CLAUSE, gap)
    more = MORE_OF.search(clause)
    if more is not None and more[1] not in reading.text[: reading.start(delta) - len(clause)]:
        return None  # 存10万元一年少拿1100元: of what is got, not of what is put in
    than = _THAN.search(clause)
    if than is not None and _SAME_WAY.match(reading.text[reading.end(delta) : reading.start(last)]):
        return "less" if than["down"] else "more"
    if _DISCOUNT.search(clause):
        return "discount"
    says = told(NOW.sub("", WHEN.sub("", clause)) if more is not None else clause)
    known = reading.text[reading.clause_start(reading.start(base)) : reading.clause_end(base)]
    if not says.way or not says.sure or any(other not in known for other in says.others):
        return None
    return says.way


def _made(base: Figure, delta: Figure, change: Figure, way: str, left: bool) -> Step | None:
    down = way not in ("up", "more")
    whole, part, a, d = as_operand(base), as_claim(delta), value_of(base), value_of(delta)
    claim = in_percent(change)
    if whole is None or part is None or not a or not d or a <= 0 or d <= 0 or (down and d >= a):
        return None
    sign = -1.0 if down else 1.0
    own = part.over(whole)
    earlier = whole.minus(part.scaled(sign))
    later = part.over(earlier)
    if own is None:
        return None

    def held(share: Interval, point: float) -> Compared | None:
        if left:
            share, point = Interval(1 - share.high, 1 - share.low) if down else share, 1 - point
        return compared(share.scaled(100), point * 100, claim)

    first = held(own, d / a)
    second = None
    if way != "discount" and later is not None and later.low > 0 and a > sign * d:
        second = held(later, d / (a - sign * d))
    if way in ("more", "less"):
        return Step(base, delta, change, down, second, None, True) if second is not None else None
    return Step(base, delta, change, down, first, second) if first is not None else None
