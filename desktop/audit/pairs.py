"""Which two values of a sentence are one quantity before and after, whatever the verb between them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from desktop.audit.flows import flows, in_and_out
from desktop.audit.interval import value_of
from desktop.audit.keys import alike
from desktop.audit.magnitudes import Magnitude, within
from desktop.audit.move_words import EARLIER, EN_FROM, EN_TO
from desktop.audit.one_quantity import told_again
from desktop.audit.range_ends import range_ends
from desktop.audit.reading import CLAUSE, Reading
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.units import unit
from desktop.core.value import value

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
_EVENT: Final = "(?:调整|改革|新规|疫情|改造|实施|上线|改版|合并|升级|整改|提速|涨价|降价|节|淡季|旺季)"
_THEN: Final = re.compile(
    rf"{_EVENT}前|原先|原来|原本|原为|原有|以前|从前|此前|之前|过去|当初|起初|最初|早先|先前|早期|曾经|曾|一度|去年|上年|上一年"
    r"|前一年|年初|旧|昔日|年前|高峰|峰值|巅峰|全盛|鼎盛|最多时|最高时|那时|当年"
)
_NOW: Final = re.compile(
    rf"{_EVENT}后|现在|如今|眼下|目前|当前|今年|现|后来|随后|改为|改成|此后|之后|最终|这时|今|本年|眼前"
)
SUMMED: Final = re.compile(r"合计|合起来|加起来|总共|一共|共占")
_COMPARES: Final = re.compile(r"^[，,](?:比|较|相比)[^，,。；\d]{0,6}$")
_PEAK: Final = re.compile(r"的?(?:历史)?(?:峰值|高峰|顶峰|巅峰|高点|最高点|最高峰|低谷|低点|谷底)")
_DEARER: Final = re.compile(r"(?:还|要|更)?(?:贵|便宜)(?:了|出)?(?:约|近)?\d")
_SET_AGAINST: Final = re.compile(r"(?:与|和|同|跟|相较于?|相比于?|对比|较)(?:[^，,。；]{0,10})$")
_AGAINST: Final = re.compile(r"^[^，,。；\d]{0,6}(?:相比|比起来|比较|对比)，")
_PASSES: Final = re.compile(r"突破|超过|跌破|冲破|升破|接近|逼近|达到?|逾|超")
_WHEN: Final = re.compile(
    r"[春夏秋冬][天季]|[今去前][春夏秋冬]|入[春夏秋冬]|开春|年中|月[初末底]|春节|国庆|五一|中秋|双十一|周[末一二三四五六日]"
    r"|[\u4e00-\u9fff]{0,3}(?:时候?|那年|当天|那天|期间)(?=[^间光段])|每[平立]方米?|每[\u4e00-\u9fff]{1,2}(?=$)"
)
_SPREAD: Final = re.compile(
    r"\s*(?:不等|不一|之间|区间|(?:元|人|家|个)?(?:的)?(?:区间|范围|幅度)|的?都有|均有)"
)


@value
class Pair:
    """Two values; ``sure`` where the words themselves lead from one to the other, not only their dates."""

    before: Figure
    after: Figure
    sure: bool = True

    @property
    def ids(self) -> frozenset[str]:
        """Both."""
        return frozenset((self.before.id, self.after.id))


def pairs_in(reading: Reading, idioms: list[Magnitude]) -> list[Pair]:
    """The pairs of a sentence, in the order of the text; figures within idioms are no values."""
    groups: defaultdict[str, list[Figure]] = defaultdict(list)
    ends = range_ends(reading)
    for figure in reading.sentence.amounts:
        if (
            figure.id in ends
            or figure.unit in _STEPS
            or value_of(figure) is None
            or reading.is_stretch(figure)
        ):
            continue
        if within(reading, figure, idioms):
            continue
        known = unit(figure.unit)
        groups[known.dimension if known is not None else figure.unit].append(figure)
    found: list[Pair] = []
    for own in groups.values():
        if len(own) > 1:
            found += _of_kind(reading, own)
    return sorted(found, key=lambda p: (reading.start(p.after), reading.start(p.before)))


def _of_kind(reading: Reading, values: list[Figure]) -> list[Pair]:
    found: list[Pair] = []
    at = 0
    while at < len(values) - 1:
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


def _pair(reading: Reading, one: Figure, other: Figure, since: int, *, first: bool) -> Pair | None:
    gap = reading.words(reading.end(one), reading.start(other))
    if flows(reading.sentence.lead(one)) and in_and_out(reading.text):
        return None  # 新入驻1.5万家、退出3.9万家，年末剩5.6万家
    if len(gap) > REACH or _SPREAD.match(reading.text, reading.end(other)):
        return None
    lead, own = reading.sentence.lead(one), reading.sentence.lead(other)
    apart = first and "change" not in (one.role, other.role)
    earlier = EARLIER.search(own) if not other.change_from else None
    if earlier and not (alike(one.indicator.zh, other.indicator.zh) or other.indicator.zh in earlier[0]):
        earlier = None  # another thing; a name that only tells the time (上一财年) names none
    if earlier and "亏" in own + one.indicator.zh + lead:
        earlier = None  # from a loss to a profit the sign turns
    if earlier and SUMMED.search(lead) and not SUMMED.search(own):
        earlier = None  # 堂食和外送合计占七成，堂食占比比前一年的50%低…: of one part, not of the sum
    when = (
        "去年" in own and "去年同期" not in own and _dated(reading, one)
    )  # before or after 2017年? nobody knows
    if apart and ((earlier and not when) or (EN_TO.search(lead) and EN_FROM.search(own))):
        return Pair(other, one)
    if apart and _COMPARES.search(own) and _beyond(reading, other):
        return Pair(other, one)
    if _leads(reading, one, other, since, gap):
        return Pair(one, other)
    if not apart or when or told_again(reading, one, other):
        return None
    if _dated_apart(reading, one, other, gap):
        turned = _day(one) > _day(other)
        sure = bool(one.indicator.zh) and one.indicator.zh == other.indicator.zh
        return Pair(other, one, sure) if turned else Pair(one, other, sure)
    if _then_and_now(reading, one, other, gap) or _set_against(reading, one, gap):
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
    if EN_FROM.search(lead) and EN_TO.search(gap):
        return True
    clauses = CLAUSE.split(gap)
    last = clauses[-1]
    if len(last) > 20:
        return False
    if _FROM.search(CLAUSE.split(lead)[-1]):
        return bool(_TARGET.search(last)) or (not last and _PASSES.match(other.hedge) is not None)
    if "change" in (one.role, other.role):
        return False
    words = _WHEN.sub("", _NOW.sub("", reading.words_between(one, other)))
    left, ends = _LEFT.search(words), _LED.search(words)
    if left is not None and len(gap) <= 30 and not told(CLAUSE.split(words[: left.start()])[-1]).others:
        return True
    if ends is None or (
        words[ends.start()] == "为" and not told(CLAUSE.split(words[: ends.start()])[-1]).changes
    ):
        return False  # 增长10%，2022年为120万人次
    verb = told(words[: ends.start()])
    return verb.changes and not verb.others


def _day(figure: Figure) -> str:
    return str(figure.period.start) if figure.period and figure.period.start else ""


def _overlap(one: Figure, other: Figure) -> bool:
    """Whether one time is part of the other: a quarter is no later value of its half-year."""
    first, second = one.period, other.period
    if first is None or second is None or first.start is None or second.start is None:
        return True
    return first.start <= (second.end or second.start) and second.start <= (first.end or first.start)


def _dated_apart(reading: Reading, one: Figure, other: Figure, gap: str) -> bool:
    """Whether two values stand beside two dates of the sentence and nothing else tells them apart."""
    if _overlap(one, other) or one.change_from or other.change_from:
        return False
    if one.entity.zh and other.entity.zh and one.entity.zh != other.entity.zh:
        return False
    if one.indicator.zh and one.indicator.zh == other.indicator.zh:
        return True
    between = any(one.anchor.end <= d.anchor.start < other.anchor.start for d in reading.sentence.dates)
    return between and _same_words(reading, one, other, gap)


def _then_and_now(reading: Reading, one: Figure, other: Figure, gap: str) -> bool:
    """原先…6次，现在…2次."""
    at = reading.start(one)
    start = reading.clause_start(at)
    if not (_dated(reading, one) or _THEN.search(reading.text, start, at)) or not _NOW.search(
        reading.text, reading.end(one), reading.start(other)
    ):
        return False
    return _same_words(reading, one, other, gap)


def _dated(reading: Reading, figure: Figure) -> bool:
    """Whether the clause of a figure names a date before it."""
    at = reading.start(figure)
    start = reading.clause_start(at)
    return any(start <= reading.start(d) < at for d in reading.sentence.dates)


def _set_against(reading: Reading, one: Figure, gap: str) -> bool:
    """与2019年的45万张相比，2023年只有30万张."""
    at = reading.start(one)
    return bool(_AGAINST.match(gap) and _SET_AGAINST.search(reading.words(reading.clause_start(at), at)))


_AROUND: Final = re.compile(
    r"最高|最低|最多|至多|至少|不超过|不低于|不得|一般|通常|大多|普遍|动辄|平均|只需|需要|需|要|每|各|有|能|可|办|开价|报价|要价|标价|卖(?:价|出|到)?|给到|这一|数字|水平"
)


def _same_words(reading: Reading, one: Figure, other: Figure, gap: str) -> bool:
    """Whether the clause of the later value names nothing that the clause of the earlier one does not."""
    known = reading.text[: reading.clause_end(one)]
    words = _WHEN.sub("", _NOW.sub("", _AROUND.sub("", CLAUSE.split(gap)[-1])))
    return all(other in known or (len(other) <= 2 and other[0] in known) for other in told(words).others)


_OF_MONEY: Final = re.compile(r"收入|成本|营收|利润|费用|额|价|投入|开支|支出|资金|款")


def nameless(reading: Reading, pair: Pair, word: str) -> bool:
    """Whether a sentence begins with a pair and no name, so that a noun after it is its name: 从12亿元到9亿元，收入…"""
    if pair.after.unit != "CNY" or not _OF_MONEY.search(word):
        return False
    first = min(reading.start(pair.before), reading.start(pair.after))
    return not told(reading.words(0, first)).others


def known_words(reading: Reading, pair: Pair) -> str:
    """The words that name what a pair is about: those of its clauses."""
    first, last = sorted((pair.before, pair.after), key=reading.start)
    return reading.text[reading.clause_start(reading.start(first)) : reading.clause_end(last)]
