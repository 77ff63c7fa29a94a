"""Two numbers that must be of one kind of quantity and are not: 由186元涨到305GB, 40%，远低于对手65家的水平."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.sentence import Sentence
from desktop.audit.told_kinds import Number, dimension, numbers
from desktop.core.figure import Figure

_WHEN: Final = (
    r"(?:(?:(?:19|20)\d\d年)?(?:\d{1,2}月|[初末底中]|[上下]半年|第?[一二三四]季度)?的?"
    r"|(?:现在|目前|如今|当前|今年|去年)的?)"
)
_FROM: Final = re.compile(r"[由从][^，,。；由从]{0,12}$")
_TO: Final = re.compile(rf"^[^，,。；\d]{{0,8}}(?:[至到]|为)(?:了|约|近)?{_WHEN}$")
_MOVED: Final = re.compile(r"[升降涨跌增减扩缩拖延提抬压落滑掉退调激骤锐]")
_GREW: Final = re.compile(r"[做干卖开创办发]")  # from one shop to 3亿元 is a story, no comparison
_VERB: Final = 4  # characters
_MORE: Final = r"(?:低于|高于|多于|少于|不及|超过|逊于|优于)"
# 18元没超过24%; behind a comma with a name only, for 逗留4小时，不及两成过夜 compares nothing
_THAN: Final = re.compile(
    rf"^(?:没有?|并?未|仍|远|明显|略|大幅|已)?{_MORE}[^，,、。；\d]{{0,14}}$|^[，,][^，,、。；\d]{{0,3}}{_MORE}[^，,、。；\d的有是]{{2,14}}$"
)
_LEVEL: Final = re.compile(r"^(?:左右|上下)?的?(?:水平|平均|均值|标准|[，,。；;]|$)")
# What it was before, in brackets or in so many words: 4.5元（改版前5.0元）, 9次变2次
_WAS: Final = re.compile(
    r"^[（(](?:改[版革造动]前|原先?|此前|上年|去年|前值|同期|年初)[^）)\d]{0,4}$|^(?:变成?|改成?|变为|改为|对|→|->)$|^[（(]平均每[^）)\d]{1,2}$"
)
# The same of another time, with no word of what else it might be: 每天经手30单，上年是24单
_THEN: Final = re.compile(
    r"^(?:左右|上下)?[，,；;（(](?:而|在|比)?(?:[上去前今]一?年(?:同期|同月|底|末)?|上期|上月|同期|此前|之前|原来|原先|以前|过去|如今|现在|眼下|[一二两三四五六]年[前后]|(?:19|20)\d\d年)"
    r"(?:时|则|还|才|只|仅|却)*[是为](?:约|近)?$"
)
_TIMED: Final = re.compile(r"^[以之]?[后前内里来间]")
_TAKES: Final = re.compile(r"占(?:到|了|比|去)?[约近]?$")
_DASH: Final = re.compile(r"^\s*[-–—~～]\s*$")
# Kinds that are told for one another: a share for what it is of, a bare number for anything.
_BARE: Final = frozenset(("", "multiple", "rank", "grade", "date", "age"))
_STRICT: Final = ("money", "area", "mass", "length", "energy", "duration", "volume")
_ALIKE: Final = frozenset(
    frozenset(pair.split())
    for pair in (
        "count persons", "count steps", "count organisations", "mass volume", "energy degree", "temperature degree",
        "power energy",
    )
)  # fmt: skip


def unlike_pairs(sentence: Sentence) -> Iterator[tuple[Figure, Figure]]:
    """The second and the first of each such pair."""
    every = numbers(sentence)
    if len({n.kind for n in every} - _BARE) < 2:
        return
    amounts = [n for n in every if n.kind != "duration" or not _TIMED.match(n.tail)]  # 降到半年后的7次
    for (one, *_), (other, _, before, behind, _) in itertools.pairwise(amounts):
        if one.unit == other.unit:
            continue
        kinds = _kind(one), _kind(other)
        if kinds[0] == kinds[1] or not _BARE.isdisjoint(kinds):
            continue
        if frozenset(kinds) in _ALIKE and not _counted(one, other):
            continue
        between = sentence.between(one, other) + other.anchor.quote.partition(other.as_printed)[0]
        if _FROM.search(sentence.lead(one)) and _TO.search(before):
            plain = kinds[0] in _STRICT and kinds[1] != "share"
            if plain or _MOVED.search(before) or (len(before) <= _VERB and not _GREW.search(before)):
                yield other, one
        elif (
            (
                "占" in before
                and _TAKES.search(sentence.lead(one))
                and _TAKES.search(before)
                and between != "，占"
            )
            or _DASH.match(between)
            or (_WAS.match(between) and one.role != "change" and not _was_before(every, one, other))
            or (_THEN.match(between) and "share" not in kinds and _LEVEL.match(behind))
            or ("duration" not in kinds and _THAN.match(between) and _LEVEL.match(behind))
        ):
            yield other, one


def _was_before(every: Sequence[Number], change: Figure, base: Figure) -> bool:
    """Whether a bracket tells the base of a change told of a value before: 318.2亿元，下降2.6%（上年326.7亿元）."""
    if change.unit not in ("%", "permille"):
        return False
    return any(n.figure.unit == base.unit for n in every if n.figure.anchor.end <= change.anchor.start)


def _counted(one: Figure, other: Figure) -> bool:
    """Whether one counts people and the other plain cases, which are no people: 19.2人 and 50.5件."""
    return {one.unit, other.unit} in ({"person", "count:件"}, {"person", "count:笔"}, {"person", "count:次"})


def _kind(figure: Figure) -> str:
    own = dimension(figure)
    return "organisations" if own == "count of organisations" else own.split(" ")[0]
