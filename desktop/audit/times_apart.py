"""Whether the times that a sentence names tell two values apart: dates beside them, or words such as 原先 and 现在."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.lines import behind_last
from desktop.audit.reading import CLAUSE, Reading
from desktop.audit.telling import told
from desktop.core.figure import Figure

_EVENT: Final = "(?:调整|改革|新规|疫情|改造|实施|上线|改版|合并|升级|整改|提速|涨价|降价|节|淡季|旺季)"
_THEN: Final = re.compile(
    rf"{_EVENT}前|原先|原来|原本|原为|原有|以前|从前|此前|之前|过去|当初|起初|最初|早先|先前|早期|曾经|曾|一度|去年|上年|上一年|上一?(?:赛季|学[年期]|[届轮])"
    r"|前一年|年初|旧|昔日|年前|高峰|峰值|巅峰|全盛|鼎盛|最多时|最高时|那时|当年"
)
NOW: Final = re.compile(
    rf"{_EVENT}后|现在|如今|眼下|目前|当前|今年|现|后来|随后|改为|改成|此后|之后|最终|这时|今|本(?:年|赛季|学[年期]|[届轮])|眼前"
)
WHEN: Final = re.compile(
    r"[春夏秋冬][天季]|[今去前][春夏秋冬]|入[春夏秋冬]|开春|年中|月[初末底]|春节|国庆|五一|中秋|双十一|周[末一二三四五六日]"
    r"|[\u4e00-\u9fff]{0,3}(?:时候?|那年|当天|那天|期间)(?=[^间光段])|每[平立]方米?|每[\u4e00-\u9fff]{1,2}(?=$)"
)
_AROUND: Final = re.compile(
    r"最高|最低|最多|至多|至少|不超过|不低于|不得|一般|通常|大多|普遍|动辄|平均|只需|需要|需|要|每|各|有|能|可|办|开价|报价|要价|标价|卖(?:价|出|到)?|给到|这一|数字|水平"
)


def day(figure: Figure) -> str:
    """The first day of the time of a figure, so that days compare as text; "" where none is known."""
    return str(figure.period.start) if figure.period and figure.period.start else ""


def overlap(one: Figure, other: Figure) -> bool:
    """Whether one time is part of the other: a quarter is no later value of its half-year."""
    first, second = one.period, other.period
    if first is None or second is None or first.start is None or second.start is None:
        return True
    return first.start <= (second.end or second.start) and second.start <= (first.end or first.start)


def dated_apart(reading: Reading, one: Figure, other: Figure, gap: str) -> bool:
    """Whether two values stand beside two dates of the sentence and nothing else tells them apart."""
    if overlap(one, other) or one.change_from or other.change_from:
        return False
    if one.entity.zh and other.entity.zh and one.entity.zh != other.entity.zh:
        return False
    if one.indicator.zh and one.indicator.zh == other.indicator.zh:
        return True
    between = any(one.anchor.end <= d.anchor.start < other.anchor.start for d in reading.sentence.dates)
    return between and _same_words(reading, one, other, gap)


def then_and_now(reading: Reading, one: Figure, other: Figure, gap: str) -> bool:
    """原先…6次，现在…2次."""
    at = reading.start(one)
    start = reading.clause_start(at)
    if not (dated(reading, one) or _THEN.search(reading.text, start, at)) or not NOW.search(
        reading.text, reading.end(one), reading.start(other)
    ):
        return False
    return _same_words(reading, one, other, gap)


def dated(reading: Reading, figure: Figure) -> bool:
    """Whether the clause of a figure names a date before it."""
    at = reading.start(figure)
    start = reading.clause_start(at)
    return any(start <= reading.start(d) < at for d in reading.sentence.dates)


def _same_words(reading: Reading, one: Figure, other: Figure, gap: str) -> bool:
    """Whether the clause of the later value names nothing that the clause of the earlier one does not."""
    known = reading.text[: reading.clause_end(one)]
    words = WHEN.sub("", NOW.sub("", _AROUND.sub("", behind_last(CLAUSE, gap))))
    return all(other in known or (len(other) <= 2 and other[0] in known) for other in told(words).others)
