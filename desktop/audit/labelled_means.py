"""Means whose label names another length of time, or a time where they are of a thing: 按365天算，月均1200人次.

The number is exactly a total over a count or length that stands beside it, and no total of the line over any length
that the label may mean gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.amounts import bare, zh_name
from desktop.audit.interval import digits
from desktop.audit.labelled import EXACT, Labelled
from desktop.audit.passages import Passage, Told
from desktop.audit.per import EACH, counts, factor, thing_in, time_in
from desktop.audit.ways import like
from desktop.audit.worded import near_before
from desktop.core.text import Text

_LABEL: Final = re.compile(
    r"(?:每[人户家店份件单个名位])?(?:[日周月季年]均|每一?[天日周月年]|每个(?:月|季度|星期)|每季度?)[^\d，,。；]{0,10}$"
)
_LENGTHS: Final = {"day": 86400.0, "week": 604800.0, "month": 2629800.0, "year": 31557600.0}
_STEPS: Final = {
    "day": 366,
    "week": 53,
    "month": 12,
    "quarter": 8,
    "year": 30,
}  # that a total may be told over
_TIMED: Final = re.compile(r"每一?个?(?:[天日周月年]|季度?|星期)|[日周月季年]均")
_MONTHS, _DAYS = 12, (365, 366)
_YEARS: Final = 12  # months: 24, 36 and so on are whole years
_MANY: Final = 120
_YEAR: Final = re.compile(r"全年|一年|年度|[去今上本]年|\d{4}年")
_NO_TOTAL: Final = re.compile(
    r"[日周月季年人户件单次场店车]均|每|余额|存量|目标|预算|计划|上限|最[高低多少]|价"
)
_MOVED: Final = re.compile(
    r"比|较|[增减升降涨跌]|[多少高低]于|超|不[足到]|至[多少]|最|若|如果|目标|计划|预[计算期]|左右|原|曾"
)
_COUNTS: Final = ("count:", "person")
_NO_THING: Final = ("count:项", "count:类", "count:种", "count:折", "count:番", "count:款", "count:岁")
_NO_AMOUNT: Final = ("%", "permille", "pp", "bp", "times", "rank", "age", "grade", "year", "month", "day")
_FAR: Final = 2  # sentences


def of_means(passage: Passage) -> Iterator[Labelled]:
    """Every mean of a line that is one, but not of what its label names."""
    for told in passage.own[1:]:
        figure = told.figure
        if (
            figure.role not in ("level", "ratio")
            or figure.unit in _NO_AMOUNT
            or figure.comparator not in ("=", "~")
        ):
            continue
        label = _LABEL.search(told.lead)
        if label is None or _MOVED.search(told.lead):
            continue
        found = _of(passage, told, label[0], time_in(label[0]))
        if found is not None:
            yield found


def _of(passage: Passage, told: Told, label: str, time: str) -> Labelled | None:
    near = [t for t in near_before(passage, told, _FAR) if t.value > 0]
    for total in near:
        if (
            total.figure.role == "change"
            or total.figure.unit in _LENGTHS
            or not like(total.figure, told.figure)
        ):
            continue
        found = _of_window(near, told, total, time)
        if found is not None:
            return Labelled(told, total, None, *found[:1], label, found[1])
        for other in near:
            length = other.figure.unit in _LENGTHS
            if other is not total and (length or not like(other.figure, told.figure)):
                found = (_of_length if length else _of_thing)(near, told, total, other, time)
                if found is not None:
                    return Labelled(told, total, other, *found[:1], label, found[1])
    return None


def _of_window(near: Sequence[Told], told: Told, total: Told, time: str) -> tuple[str, Text] | None:
    """去年发电1.2亿千瓦时，日均1000万千瓦时: exactly the twelfth part of a year."""
    if (
        _NO_TOTAL.search(total.lead)
        or not _YEAR.search(total.lead)
        or thing_in(_TIMED.sub("", told.lead)) is not None
    ):
        return None
    if total.sentence != told.sentence or any(total.start < t.start for t in near):
        return None
    if time != "month" and _is_exactly(told, total.value / _MONTHS):
        return f"÷ {_MONTHS}", EACH["month"]
    days = next((n for n in _DAYS if _is_exactly(told, total.value / n)), 0)
    return (f"÷ {days}", EACH["day"]) if time != "day" and days else None


def _of_length(
    near: Sequence[Told], told: Told, total: Told, other: Told, time: str
) -> tuple[str, Text] | None:
    """每天40分钟，以30天计，每周20小时; 43.8万人次，按365天算，月均1200人次."""
    unit = other.figure.unit
    many, daily = other.value / _LENGTHS[unit], time_in(total.lead)
    if unit == time or other.figure.role != "level" or _fills(unit, time, many):
        return None
    if daily == unit and _is_exactly(told, total.value * many):
        return "×", Text("{}合计", "all of {} together").format(bare(other.figure))
    if daily not in ("", "year") or other.sentence != told.sentence or _NO_TOTAL.search(total.lead):
        return None
    own = digits(told.figure)
    return ("÷", EACH[unit]) if own is not None and own.holds(total.value / many) else None


def _of_thing(
    near: Sequence[Told], told: Told, total: Told, other: Told, time: str
) -> tuple[str, Text] | None:
    """收入1.314亿元，43.8万人次，日均300元; 一年216万元，900户，每户每月2400元."""
    a_time, thing = time_in(other.lead), thing_in(total.lead)
    if a_time and thing is not None and counts(other.figure, thing):
        alike = a_time == time or not _is_exactly(told, total.value * other.value)
        return None if alike else ("×", EACH[a_time])  # 每周5次，每次90分钟，每天7.5小时
    if not _is_thing(other) or _NO_TOTAL.search(total.lead):
        return None
    if not _is_exactly(told, total.value / other.value):
        return None
    each = thing_in(_TIMED.sub("", told.lead))
    if each is not None and counts(other.figure, each):
        a_year = _YEAR.search(total.lead) is not None and time != "year"
        return ("÷", Text("每年", "a year")) if a_year else None
    if _of_time(near, told, time):
        return None
    name = zh_name(other.figure.unit)
    return "÷", Text(f"每{name}", f"each of {bare(other.figure).en}")


def _is_thing(told: Told) -> bool:
    return told.figure.unit.startswith(_COUNTS) and told.figure.unit not in _NO_THING and told.value > 1


def _is_exactly(told: Told, point: float) -> bool:
    return abs(point / told.value - 1) < EXACT


def _fills(short: str, long: str, many: float) -> bool:
    """Whether so many of the shorter time may be the longer one: 22 working days of a month."""
    if not long or short == long:
        return True
    step = factor(short, long, idle=True)
    return step.low <= many <= step.high


def _of_time(near: Sequence[Told], told: Told, time: str) -> bool:
    """Whether some amount over a number of days, months … that its total may be told over gives a mean."""
    for total in near:
        if not like(total.figure, told.figure) or _NO_TOTAL.search(total.lead):
            continue
        many = total.value / told.value
        whole = round(many)
        if abs(many / max(1, whole) - 1) < 0.03 and (
            whole <= _STEPS[time] or (time == "month" and whole % _YEARS == 0 and whole <= _MANY)
        ):
            return True
    return False
