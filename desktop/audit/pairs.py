"""Which two values of a sentence are one quantity before and after, whatever the verb between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from desktop.audit.flows import flows
from desktop.audit.interval import value_of
from desktop.audit.keys import alike
from desktop.audit.lines import behind_last
from desktop.audit.magnitudes import Magnitude, within
from desktop.audit.move_words import EARLIER, EN_FROM, EN_TO, MORE_OF
from desktop.audit.one_quantity import no_two_values, told_again
from desktop.audit.range_ends import range_ends
from desktop.audit.reading import CLAUSE, Reading
from desktop.audit.sentence import Sentence
from desktop.audit.telling import told
from desktop.audit.times_apart import NOW, WHEN, dated, dated_apart, day, overlap, then_and_now
from desktop.core.figure import Figure
from desktop.core.units import unit

_VERB: Final = 6  # characters
REACH: Final = 60  # characters between two values of a pair
_STEPS: Final = ("pp", "bp", "times", "count:番", "count:折", "rank")
_FROM: Final = re.compile(
    r"(?:从|(?<![理自经缘])由(?!于|此|来|衷)|把|将(?!近|来)|(?<![来各独亲])自(?!营|有|己|主|动|身|然|建|研|助|带))"
    r"[^，,。；从由]{0,18}$"
)
_HEDGE: Final = r"(?:约|大约|近|将近|接近|不足|不到|超过|逾|仅|只|了|的|最高|最多|平均|：|:|\s)*"
_TARGET: Final = re.compile(
    rf"(?:至|到|为|成|达|向|[冲站升跃攀爬涨登蹿迈窜踏]上|剩|余下|剩下|剩余|仅存|只有|仅有|只余|仅余|已是|已有|就是|是|有|→|->|➜|⇒){_HEDGE}"
    r"(?:[^，,。；\d]{0,10}的)?" + _HEDGE + "$"
)
_LED: Final = re.compile(
    rf"(?:至|到|为|成|向|→|->|➜|⇒){_HEDGE}(?:[^，,。；\d]{{0,8}}的)?(?:每[^，,。；\d]{{1,3}})?{_HEDGE}$"
)
_ARROW: Final = re.compile(r"^\s*(?:→|->|➜|➔|=>|⇒|—>|-->)\s*$")
_LEFT: Final = re.compile(
    rf"(?:只|仅|还|就|现|尚|所|到)?(?:剩|余|存|留)(?:下|了|有|余)?{_HEDGE}$|(?:只|仅)(?:有|余|存){_HEDGE}$"
)
_MORE_THAN: Final = re.compile(r"[比较][^，,。；]*[多少增减][\u4e00-\u9fff]?[了出]?$")
_AGO: Final = frozenset("较比高低多少超，,（(")  # of which EARLIER has one, where it is no English
_THE_REST: Final = re.compile(r"(?:其余|余下|剩余|剩下)")
SUMMED: Final = re.compile(r"合计|合起来|加起来|总共|一共|共占")
_COMPARES: Final = re.compile(r"^[，,](?:比|较|相比)[^，,。；\d]{0,6}$")
_PEAK: Final = re.compile(r"的?(?:历史)?(?:峰值|高峰|顶峰|巅峰|高点|最高点|最高峰|低谷|低点|谷底)")
_DEARER: Final = re.compile(r"(?:还|要|更)?(?:贵|便宜)(?:了|出)?(?:约|近)?\d")
_SET_AGAINST: Final = re.compile(r"(?:与|和|同|跟|相较于?|相比于?|对比|较)(?:[^，,。；]{0,10})$")
_AGAINST: Final = re.compile(r"^[^，,。；\d]{0,6}(?:相比|比起来|比较|对比)，")
_PASSES: Final = re.compile(r"突破|超过|跌破|冲破|升破|接近|逼近|达到?|逾|超")
_THAT_IS: Final = re.compile(r"[，,（(](?:即|也就是|就是|合|折合|相当于|达|达到|成为|变成)(?:约|近)?$")
_IN_A_ROW: Final = re.compile(r"[、，,\s]*(?:和|及|与)?(?:末|底|初|为|是)*")
_THROUGHOUT: Final = re.compile(
    r"[两二三四五六七八九十\d]年(?:间|内|里|来|下来|累计)?(?![^，。]{0,3}同比)|累计|期间|年均|复合"
)


class Pair(NamedTuple):
    """Two values; ``sure`` where the words themselves lead from one to the other, not only their dates."""

    before: Figure
    after: Figure
    sure: bool = True

    @property
    def ids(self) -> frozenset[str]:
        """Both."""
        return frozenset((self.before.id, self.after.id))


def may_pair(sentence: Sentence) -> bool:
    """Whether two amounts of a sentence can be one quantity before and after, by their units."""
    kinds = {_kind(f.unit) for f in sentence.amounts}
    return len(kinds) < len(sentence.amounts) or (len(kinds) > 1 and "" in kinds)


def pairs_in(reading: Reading, idioms: list[Magnitude]) -> list[Pair]:
    """The pairs of a sentence, in the order of the text; figures within idioms are no values."""
    groups: dict[str, list[Figure]] = {}
    ends = range_ends(reading)
    for figure in reading.sentence.amounts:
        if (
            figure.unit in _STEPS
            or figure.id in ends
            or value_of(figure) is None
            or reading.is_stretch(figure)
            or MORE_OF.search(reading.text, max(0, reading.start(figure) - _VERB), reading.start(figure))
            or (idioms and within(reading, figure, idioms))
        ):
            continue
        groups.setdefault(_kind(figure.unit), []).append(figure)
    found: list[Pair] = []
    shares = groups.pop("share", ())
    for own in groups.values():
        if len(own) > 1:
            found += _of_kind(reading, own)
    if len(shares) > 1:
        shares = [f for f in shares if not _only_a_size(reading, f, found)]
        found += _of_kind(reading, shares)
    if len(found) > 1:
        found.sort(key=lambda p: (reading.start(p.after), reading.start(p.before)))
    return found


@lru_cache(maxsize=1000)
def _kind(code: str) -> str:
    """The dimension of a unit, or the unit itself."""
    known = unit(code)
    return known.dimension if known is not None else code


def _only_a_size(reading: Reading, share: Figure, pairs: list[Pair]) -> bool:
    """Whether a percentage behind a pair of amounts is their change and no value: 由64个减为24个，精简62.5%，留下…"""
    at = reading.start(share)
    if not any(p.sure and 0 <= at - reading.end(p.after) < REACH and reading.start(p.after) > reading.start(p.before)
               for p in pairs):  # fmt: skip
        return False
    said = told(reading.words(reading.clause_start(at), at))
    return said.changes and not said.others


def _of_kind(reading: Reading, values: Sequence[Figure]) -> list[Pair]:
    found: list[Pair] = []
    at = 0
    while at < len(values) - 1:
        last = _listed_to(reading, values, at) if len(values) >= at + 3 else at
        if last > at + 1:
            found.append(Pair(values[at], values[last]))
            at = last
            continue
        one, step = values[at], 0
        since = reading.end(values[at - 1]) if at else 0
        for step, other in enumerate(
            values[at + 1 : at + 3], 1
        ):  # a share may stand between: 从60%降两成至48%
            pair = _pair(reading, one, other, since, first=step == 1)
            if pair is not None:
                found.append(pair)
                break
        else:
            step = 1
        at += step
    return found


def _listed_to(reading: Reading, values: Sequence[Figure], at: int) -> int:
    """The last of three or more dated values in a row (2022年末35亿元、2023年末129亿元、2024年末302亿元，两年…)."""
    last = at
    while last + 1 < len(values) and dated(reading, values[last]) and dated(reading, values[last + 1]):
        gap = reading.words(reading.end(values[last]), reading.start(values[last + 1]))
        if overlap(values[last], values[last + 1]) or not _IN_A_ROW.fullmatch(gap):
            break
        last += 1
    after = reading.text[reading.end(values[last]) : reading.end(values[last]) + 12]
    return last if last > at + 1 and _THROUGHOUT.search(after) else at


def _pair(reading: Reading, one: Figure, other: Figure, since: int, *, first: bool) -> Pair | None:
    gap = reading.words(reading.end(one), reading.start(other))
    if reading.in_and_out and flows(reading.sentence.lead(one)):
        return None  # 新入驻1.5万家、退出3.9万家，年末剩5.6万家
    if len(gap) > REACH or no_two_values(gap, reading.text[reading.end(other) :][:14]):
        return None
    if not first and other.change_from not in ("", one.id, None):
        return None  # 上半年2700台，三季度1620台，月均从450台增到540台: of the value between
    lead, own = reading.sentence.lead(one), reading.sentence.lead(other)
    if other.change_from == one.id and not reading.latin and not own.startswith(("，", ",")):
        return Pair(one, other)
    apart = first and "change" not in (one.role, other.role)
    earlier = None
    if not other.change_from and (reading.latin or not _AGO.isdisjoint(own)):
        earlier = EARLIER.search(own)
    if earlier and not (alike(one.indicator.zh, other.indicator.zh) or other.indicator.zh in earlier[0]):
        earlier = None  # another thing; a name that only tells the time (上一财年) names none
    if earlier and "亏" in own + one.indicator.zh + lead:
        earlier = None  # from a loss to a profit the sign turns
    if earlier and _MORE_THAN.search(lead):
        earlier = None  # 今年360人，比去年多招60人，去年招300人
    if earlier and SUMMED.search(lead) and not SUMMED.search(own):
        earlier = None  # 堂食和外送合计占七成，堂食占比比前一年的50%低…: of one part, not of the sum
    when = (
        "去年" in own and "去年同期" not in own and dated(reading, one)
    )  # before or after 2017年? nobody knows
    if apart and ((earlier and not when) or (reading.latin and EN_TO.search(lead) and EN_FROM.search(own))):
        return Pair(other, one)
    if apart and _COMPARES.search(own) and _beyond(reading, other):
        return Pair(other, one)
    if _leads(reading, one, other, since, gap):
        return Pair(one, other)
    if not apart or when or told_again(reading, one, other):
        return None
    if dated_apart(reading, one, other, gap):
        turned = day(one) > day(other)
        sure = bool(one.indicator.zh) and one.indicator.zh == other.indicator.zh
        return Pair(other, one, sure) if turned else Pair(one, other, sure)
    if then_and_now(reading, one, other, gap) or _set_against(reading, one, gap):
        return Pair(one, other, sure=False)
    return None


def _beyond(reading: Reading, other: Figure) -> bool:
    """Whether a value is told as what another is compared with: 比4800万人的峰值, 比甲平台的180元贵."""
    at = reading.end(other)
    return bool(_PEAK.match(reading.text, at) or _DEARER.match(reading.text, at))


def _leads(reading: Reading, one: Figure, other: Figure, since: int, gap: str) -> bool:
    """Whether the words lead from one to the other: 从X…到Y, X退到Y, X，只剩Y, X → Y, from X to Y."""
    if other.change_from == one.id or _ARROW.match(gap):
        return True
    lead = reading.words(max(since, reading.start(one) - 40), reading.start(one))
    if reading.latin and EN_FROM.search(lead) and EN_TO.search(gap):
        return True
    clauses = CLAUSE.split(gap)
    last = clauses[-1]
    if len(last) > 20:
        return False
    if _FROM.search(behind_last(CLAUSE, lead)):
        inside = (
            f for f in reading.sentence.amounts if one.anchor.end <= f.anchor.start < other.anchor.start
        )
        if _THAT_IS.search(gap) and any(f.unit in _STEPS for f in inside):
            return True  # 由2.4天拖长到2.5倍，即6.0天
        return bool(_TARGET.search(last)) or (not last and _PASSES.match(other.hedge) is not None)
    if "change" in (one.role, other.role):
        return False
    words = WHEN.sub("", NOW.sub("", reading.words_between(one, other)))
    if one.unit == other.unit == "%" and _THE_REST.match(last):
        return False  # 嫌贵38%、不合口27%、没空21%，剩下14%: the rest of the whole
    left, ends = _LEFT.search(words), _LED.search(words)
    if left is not None and len(gap) <= 30 and not told(behind_last(CLAUSE, words[: left.start()])).others:
        return True
    if ends is None or (
        words[ends.start()] == "为" and not told(behind_last(CLAUSE, words[: ends.start()])).changes
    ):
        return False  # 增长10%，2022年为120万人次
    verb = told(words[: ends.start()])
    return verb.changes and not verb.others


def _set_against(reading: Reading, one: Figure, gap: str) -> bool:
    """与2019年的45万张相比，2023年只有30万张."""
    at = reading.start(one)
    return bool(_AGAINST.match(gap) and _SET_AGAINST.search(reading.words(reading.clause_start(at), at)))
