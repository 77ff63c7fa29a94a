"""What two amounts leave, told right behind them: a gap, a gain or a rest, in whatever words.

每升8.27元…8.09元，一升相差一毛八; 存款88.3亿元，贷款75.6亿元，存款比贷款多12.7亿元; 又添了1.9亿元，升到40.5亿元.
Structure tells the two: they stand right before it, with no amount of their kind between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.gap_words import explained, is_open, is_other, of_time, says_less
from desktop.audit.marks import SAME_TWO
from desktop.audit.passage_names import grams
from desktop.audit.passages import Passage, Told, alike
from desktop.audit.tally import Tally, tally_of
from desktop.audit.telling import told as telling
from desktop.audit.ways import Way, like, signed

_RATES: Final = frozenset(
    ("%", "permille", "pp", "bp", "times", "rank", "year", "age", "month", "grade", "count:折", "count:番",
     "count:项", "count:类", "count:种", "count:款", "count:笔")
)  # fmt: skip
_LEAST: Final = 3  # amounts: two, and what lies between them
_TWO: Final = 2
_BESIDE: Final = re.compile(r"[比较与和](?:[^，]*)(?:多|少|差|高|低|贵|便宜)[^，率均]{0,3}$")
_FROM: Final = re.compile(r"[从由][^，]{0,14}$|本来|原[来先本]|[前初]$")
_TO: Final = re.compile(r"[到至成]|变为|[只仅][要剩有付]|[剩存]下?$|总[^，]{0,3}$|^[^，]{0,2}为$|批下来")
_THAN: Final = re.compile(r"(?:比|较)[^，]{0,8}(?:[上去前往]一?[年月季周]|同期|年初)")
_PAIR: Final = re.compile(r"([\u4e00-\u9fff]{2,6})(?:比|较|与|和)([\u4e00-\u9fff]{2,5})")
_SPENT: Final = r"(?:成本|费用|支出|开支|开销)"
_TOTALLED: Final = re.compile(rf"(?:合计|总|共)[^，]{{0,3}}{_SPENT}|{_SPENT}[^，]{{0,2}}[合总共]")
_APART: Final = re.compile(r"差额|相差|差距|两者差")
_RANKED: Final = re.compile(r"最[高低多少大小贵快慢]")
_AGAINST: Final = re.compile(r"[比较](?![上去前往]一?[年月季周]|年初|同期|原|此前|之前|预)")
_GAINS: Final = re.compile(r"[赚亏挣赔贴剩]")
_STEP_OF_TIME: Final = re.compile(r"[每逐]一?个?[年月季周天日]|[年月季周日]均")
_EACH: Final = re.compile(r"每一?[天日周月季年人]$")
_WORDED: Final = re.compile(r"成|分之|半")


def of_gaps(passage: Passage) -> Iterator[Tally]:
    """Every amount of a line that may be the difference of two before it, or what a change makes of one."""
    if (len(passage.own) < _LEAST or SAME_TWO not in passage.marks) and not passage.items:
        return
    own = [t for t in passage.own if t.figure.unit not in _RATES and not t.figure.is_date and t.value > 0]
    for at in range(0 if passage.items else 1, len(own)):
        told = own[at]
        found = (
            ((at and _closing(passage, own, at)) or _gap(passage, own, at))
            if not _listed(passage, told)
            else None
        )
        if found is not None:
            yield found


def _listed(passage: Passage, told: Told) -> bool:
    """Whether an amount is one of a row: 分别减少3家、5家."""
    return passage.text[told.end : told.end + 1] == "、" or not told.lead.strip("、和及与")


def _gap(passage: Passage, own: Sequence[Told], at: int) -> Tally | None:
    told = own[at]
    clause = passage.clause(told)
    if not says_less(told) or is_other(told, clause):
        return None
    named = [t for t in passage.items if len(t.name) > 1 and t.name in told.lead and alike(t, told)]
    if len(named) == _TWO and _BESIDE.search(told.lead):  # rows of the table or entries of the list above
        return tally_of(told, "gap", [_apart(*named)], sure=True)
    here = [t for t in own[:at] if t.sentence == told.sentence and like(t.figure, told.figure)]
    if any(_EACH.search(t.lead) for t in here[-2:]) and not _EACH.search(clause):
        return None  # 一周工作六天，每天十小时，就是60小时
    if _THAN.search(told.lead):
        return _than_before(passage, own, at)
    if len(here) < 2 or of_time(told.lead):
        return None
    one, other = here[-2:]
    if not _named_so(told, here):
        return None
    again = _parallel(own, at, here)
    if again is not None:
        return again
    moves = "change" in (one.figure.role, other.figure.role)
    if (moves and _PAIR.search(told.lead) is None) or _foreign(own, one, told) > 1:
        return None
    if len(here) > 2 and not _moved(passage, one, other):
        if _TOTALLED.search(other.lead):  # a price, its costs and their total
            top = max(here, key=lambda t: t.value)
            return tally_of(told, "gap", [_apart(top, other)], sure=not is_open(told))
        if not _APART.search(told.lead):
            return None  # of more amounts, the rest (tallies_of)
    made = _apart(one, other)
    sure = not is_open(told) and explained(passage, told, one) and _foreign(own, one, told) == 1
    return tally_of(told, "gap", [made], sure=sure)


def _parallel(own: Sequence[Told], at: int, here: Sequence[Told]) -> Tally | None:
    """容量800，最高用到735，余量65；最高用到612，余量188: by the same words the first less the last one again."""
    told = own[at]
    earlier = next((n for n, t in enumerate(own[:at]) if t in here and t.lead == told.lead), None)
    if earlier is None or earlier < 2 or own[at - 1] not in here:
        return None
    whole, part, gap = own[earlier - 2], own[earlier - 1], own[earlier]
    if whole.value <= own[at - 1].value or abs(whole.value - part.value - gap.value) > 1e-6 * whole.value:
        return None
    return tally_of(told, "gap", [_apart(whole, own[at - 1])], sure=True)


def _named_so(told: Told, here: Sequence[Told]) -> bool:
    """Whether what a comparison names is among the amounts right before it, if it names any."""
    match = _PAIR.search(told.lead)
    if match is None:
        return True
    one, other = (grams(n.name + n.tail) for n in here[-2:])
    first, second = (grams(c) for c in match.groups())
    return bool((first & one and second & other) or (first & other and second & one))


def _apart(one: Told, other: Told) -> Way | None:
    more, less = (one, other) if one.value >= other.value else (other, one)
    return signed([more.figure, less.figure], (1, -1))


def _foreign(own: Sequence[Told], one: Told, told: Told) -> int:
    """How many amounts stand between two, of whatever kind."""
    return sum(one.start < t.start < told.start for t in own)


def _moved(passage: Passage, one: Told, other: Told) -> bool:
    """Whether two amounts are one before and after: 从198元提到258元."""
    return _FROM.search(one.lead) is not None and _TO.search(passage.between(one, other)) is not None


def _than_before(passage: Passage, own: Sequence[Told], at: int) -> Tally | None:
    """赚2.5元…；只剩八角钱，比上年少赚1.7元: the one right before it, and the gains or what is named alike before."""
    told = own[at]
    other = own[at - 1]
    if other.sentence != told.sentence or not alike(other, told) or other.figure.role == "change":
        return None
    if "，" in passage.between(other, told).strip("，"):
        return None
    gains = _GAINS.search(other.lead + other.tail) is not None
    names = grams(other.name + other.tail)
    before = [
        t for t in own[: at - 1]
        if alike(t, other) and t.figure.role == "level"
        and ((gains and _GAINS.search(t.lead + t.tail)) or names & grams(t.lead + t.tail))
    ]  # fmt: skip
    ways = [_apart(t, other) for t in reversed(before)]
    return tally_of(told, "than", ways, sure=len(before) == 1 and explained(passage, told, before[0]))


def _closing(passage: Passage, own: Sequence[Told], at: int) -> Tally | None:
    """余额38.6亿元…余额又添了1.9亿元，升到40.5亿元; 花掉146万元，预算砍掉38万元，只批下来108万元."""
    told, step = own[at], own[at - 1]
    if not _TO.search(told.lead) or step.sentence != told.sentence or not alike(step, told):
        return None
    if _RANKED.search(told.lead) or _AGAINST.search(step.lead):
        return None  # 5000元，比甲多500元；乙最低，为3300元: of another
    if _FROM.search(step.lead) or _TO.search(step.lead) or _WORDED.search(step.figure.as_printed):
        return None
    if _STEP_OF_TIME.search(step.lead):
        return None  # 此后每年增加2亿元，2022年达到26亿元
    way = telling(step.lead)
    if not (step.figure.role == "change" or way.changes):
        return None
    near = (t for t in own[: at - 1] if told.sentence - t.sentence <= 1 and t.figure.role != "change")
    before = [t for t in near if alike(t, told)]
    if not before or is_other(told, passage.clause(told)):
        return None
    first = next((t for t in reversed(before) if grams(t.name) & grams(step.lead + told.lead)), before[-1])
    if "折" in passage.between(first, told):
        return None  # 原价199元，打七折再减20元，到手119元
    signs = {"up": (1,), "down": (-1,)}.get(way.way, (1, -1))
    named = first.sentence == told.sentence or bool(grams(first.name) & grams(step.lead + told.lead))
    ways = [signed([first.figure, step.figure], (1, sign)) for sign in signs]
    sure = named and len(signs) == 1 and way.sure and explained(passage, told, first)
    return tally_of(told, "closing", ways, sure=sure) if named else None
