"""What an amount is stated per: a day or a year, a head or a kilogram; read from the words before it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from desktop.audit.amounts import en_name
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.units import unit
from desktop.core.value import value

_NO: Final = r"(?<![\d一二三四五六七八九十])"  # 3月产量 is of one month, not of each
_TIME: Final = re.compile(
    rf"(?P<day>每一?[天日]|日均|一[天日](?![后前内比又])|{_NO}日(?=[薪租产耗销供息费]))|"
    rf"(?P<week>每个?(?:周|星期|礼拜)|周均|一周(?![后前内岁年])|{_NO}周(?=[薪租]))|"
    rf"(?P<month>每个?月|月均|全月|一个月(?![后前内])|{_NO}月(?=[薪租供费产销息付入缴交]|工资|收入))|"
    rf"(?P<quarter>每个?季度?|季均|一个季度(?![后前内]))|"
    rf"(?P<year>每年|全年|年均|整年|一年(?![后前半期来比又内级]|多(?![收付花赚挣缴交]))|{_NO}年(?=[薪租产费耗息销供缴付]|工资|收入|营收|处理|采购|接待|加工|运送|运输|吞吐))"
)
_SIZED: Final = {
    "公斤": "kg", "千克": "kg", "吨": "ton", "克": "g", "斤": "jin", "毫升": "mL", "升": "L",
    "平方米": "m2", "平米": "m2", "平": "m2", "亩": "mu", "公顷": "ha", "平方公里": "km2", "公里": "km", "里程": "km",
    "小时": "hour", "分钟": "minute", "秒": "second", "度电": "kWh", "度": "degree", "千瓦时": "kWh",
    "千瓦": "kW", "瓦": "W",
}  # fmt: skip
_HEADS: Final = {
    "人": "person", "名": "person", "位": "person", "户": "count:户", "店": "count:家", "家": "count:家",
    "车": "count:辆", "辆": "count:辆",
}  # fmt: skip
_PRINTED: Final = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_MANY: Final = {"十": 10.0, "百": 100.0, "千": 1000.0, "万": 10000.0}
_THING: Final = re.compile(
    r"(?:每(?:[^天日周月季年，。]{1,2}(?=一))?一?|一(?=[^，。]{1,3}(?:就|便|合|要|得|卖|相当于|折合)))"
    r"(?P<many>[十百千万\d]*)个?(?P<sized>"
    + "|".join(sorted(_SIZED, key=len, reverse=True))
    + r"|[\u4e00-\u9fff]{1,2})(?P<noun>[\u4e00-\u9fff]*)|"
    r"(?P<head>[人户店车亩件单笔台套间])均|(?P<yield>亩)产|单(?P<one>[店车])|(?P<speed>时)速"
)
_VERB: Final = re.compile(r"[要花付得需能可就的带分摊承负拿合均约只仅也还会卖收耗用产运拉]")  # names nothing
_PLAIN: Final = re.compile(r"[天日周月季年度星礼次逢当]")  # 每次, 每当, 每年: no thing, or time
_ALIKE: Final = (
    frozenset(("person", "count:人次", "count:名", "count:位")),
    frozenset(("count:家", "count:店", "count:间", "count:座", "count:处")),
    frozenset(("count:辆", "count:台", "count:部", "count:车")),
)
_DAYS: Final[dict[str, tuple[float, float]]] = {
    "day": (1, 1), "week": (7, 7), "month": (28, 31), "quarter": (90, 92), "year": (360, 366),
}  # fmt: skip
EXACT: Final = {("year", "month"): 12.0, ("year", "quarter"): 4.0, ("quarter", "month"): 3.0}
_WEEKS: Final = {"month": (4.0, 4.5), "quarter": (12.0, 13.2), "year": (50.0, 53.0)}
_WORKING: Final = 0.65  # of the days: somebody who drives 200 km a day may rest on Sundays
EACH: Final = {
    "day": Text("每天", "a day"), "week": Text("每周", "a week"), "month": Text("每月", "a month"),
    "quarter": Text("每季度", "a quarter"), "year": Text("每年", "a year"),
}  # fmt: skip


@value
class Thing:
    """What something is counted by: ``size`` of the unit ``code`` (百公里 is 100 of km); ``noun`` names it further."""

    code: str
    size: float
    noun: str
    shown: Text


def rounded(figure: Figure) -> Interval | None:
    """What a computed amount allows: even a count of people is rounded where it is so many on average."""
    own, value = as_claim(figure), value_of(figure)
    printed = _PRINTED.search(figure.as_printed)
    if own is None or value is None or printed is None or own.low != own.high:
        return own
    number = float(printed[0].replace(",", ""))
    half = abs(value) / number * 10.0 ** -len(printed[1] or "") / 2 if number else 0.0
    return Interval(own.low - half, own.high + half)


def time_in(words: str) -> str:
    """The period that words before an amount state it for, "" where none; the last one counts."""
    last = None
    for last in _TIME.finditer(words):  # noqa: B007 - the last one is wanted
        pass
    return (last.lastgroup or "") if last is not None else ""


def no_times(words: str) -> str:
    """Words without those of a period, and without those of a thing."""
    return _THING.sub("", _TIME.sub("", words))


@lru_cache(maxsize=5000)
def thing_in(words: str) -> Thing | None:
    """The thing that words before an amount state it for each of: 每公斤, 百公里, 人均, 单店, 每运一个人."""
    found = None
    for match in _THING.finditer(words):
        found = _thing(match) or found
    return found


def _thing(match: re.Match[str]) -> Thing | None:
    if match["speed"]:
        return Thing("hour", 1.0, "", Text("每小时", "per hour"))
    if head := match["head"] or match["one"] or match["yield"]:
        code = "mu" if head == "亩" else _HEADS.get(head, f"count:{head}")
        return Thing(code, 1.0, "", Text(f"每{head}", "each"))
    word, noun = match["sized"], match["noun"]
    if word in _SIZED:
        many = _MANY.get(match["many"], 1.0)
        code = _SIZED[word]
        return Thing(code, many, "", Text(f"每{match['many']}{word}", f"per {en_name(code)}"))
    if _PLAIN.match(word):
        return None
    code = _HEADS.get(word[0], f"count:{word[0]}")
    named = _VERB.split(word[1:] + noun)[0]
    many = _many(match["many"])
    shown = Text(f"每{match['many']}{word[0]}", "each" if many == 1 else f"per {many:,.0f}")
    return Thing(code, many, named, shown)


def _many(words: str | None) -> float:
    """How many of a thing at once: 每万单, 每100户."""
    return float(words) if words and words.isdigit() and float(words) else _MANY.get(words or "", 1.0)


def counts(figure: Figure, thing: Thing) -> bool:
    """Whether an amount counts the thing: 40家 of 每家, 800克 of 每公斤, 3.38亿人次 of 每个人."""
    if same_dimension(figure.unit, thing.code):
        return True
    if figure.unit == "count:个":  # 3个县 of 每县
        return figure.anchor.suffix.startswith(thing.code.removeprefix("count:"))
    return any(figure.unit in kinds and thing.code in kinds for kinds in _ALIKE)


def size_of(thing: Thing) -> float:
    """The size of one thing in the base unit of its dimension."""
    known = unit(thing.code)
    return thing.size * (known.factor if known is not None else 1.0)


def in_things(figure: Figure, thing: Thing | None) -> float:
    """By what the printed number of an amount counts the thing: 1000 for tonnes at so much a kilogram."""
    known = unit(figure.unit)
    if thing is None or known is None or not same_dimension(figure.unit, thing.code):
        return 1.0
    return known.factor / size_of(thing)


def within(long: str, short: str) -> Interval:
    """How many of the shorter period make up the longer: 12, or 360 to 366 as the convention goes."""
    if (long, short) in EXACT:
        n = EXACT[long, short]
        return Interval(n, n)
    if short == "week":
        return Interval(*_WEEKS[long])
    return Interval(*_DAYS[long]) if short == "day" else Interval(1.0, 1.0)


def longer(one: str, other: str) -> bool:
    """Whether the one period is longer than the other."""
    return _DAYS[one] > _DAYS[other]


def factor(stated: str, wanted: str, *, idle: bool = False) -> Interval:
    """By what an amount per ``stated`` is multiplied to be one per ``wanted``; ``idle`` allows for days off."""
    if longer(wanted, stated):
        n = within(wanted, stated)
        return Interval(n.low * _WORKING, n.high) if idle and stated == "day" else n
    n = within(stated, wanted)
    return Interval(1 / n.high, 1 / (n.low * _WORKING if idle and wanted == "day" else n.low))
