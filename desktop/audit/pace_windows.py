"""How long the count behind some words is over: 全年, 一季度, 1—8月, 头十天, 每周, 近6个月, 平均每天."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from desktop.audit.interval import Interval
from desktop.audit.reading import number as whole

_N: Final = r"(?:\d{1,3}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_LENGTH: Final = re.compile(
    rf"(?P<half>[上下]半年|半年|(?:first|second) half)|(?P<three>前三(?:个)?季度|前三季|first three quarters)"
    rf"|(?P<quarters>(?<!第)(?:{_N}个|每个?)季度?|每季度?)"
    rf"|(?P<quarter>第?[一二三四1-4]季度?|Q[1-4]|(?:first|second|third|fourth) quarter)"
    rf"|(?P<year>全年|整年|每年|一年(?!前|后|比)(?:里|内|间)?|full year)"
    r"|(?<![\d第前后])(?P<years>[两二三四五])年(?:里|内|间|共)"
    rf"|(?P<from>{_N})月?(?:至|到|—|-|～|~)(?P<to>{_N})月|(?P<one>{_N})月[和与及、](?P<two>{_N})月"
    rf"|(?P<months>{_N})个月|(?P<each>每个?月|单月|当月)|(?<![\d每])(?P<month>{_N})月(?![均初末底]|\d{{1,2}}[日号])"
    rf"|(?P<weeks>{_N})(?:周|个?星期)|(?P<week>每周|单周)|(?P<days>{_N})天(?![前后])|(?P<day>每天|每日|单日)",
    re.I,
)
_MEAN: Final = re.compile(
    r"(?P<month>月均|(?:平均|摊到|折合?[成到]?|算下来|按|换算[成到]|相当于)每?个?月(?:平均)?(?:算|计|份)?|每个?月平均)"
    r"|(?P<week>周均|平均每周|折合?[成到]?每周)|(?P<day>日均|平均(?:每天|每日|一天)|每天平均|折合?[成到]?每[天日])"
    r"|(?P<quarter>季均|平均每个?季度?|折合?[成到]?每季度?)"
)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d年(?![末底初前以后起])")
_OWN_TIME: Final = re.compile(r"[本上下][周月]|[今去明]年")
_TWELVE, _DAYS_OF_YEAR = 12.0, (365.0, 366.0)
_EXACT: Final = {"half": 6.0, "three": 9.0, "quarter": 3.0, "year": _TWELVE, "each": 1.0, "month": 1.0}
_IS: Final = ("是", "为", "有")
_LITTLE: Final = 5  # characters beside the word of a mean
_BETWEEN: Final = re.compile(r"[^\w，,。；]{0,3}[的前头]{0,2}")


class Length(NamedTuple):
    """A length of time in days, as calendars differ, and in months; 0 months where it is told in weeks or days.

    ``mean`` is whether the words tell a mean by that time.
    """

    days: Interval
    months: float
    mean: bool = False

    def over(self, other: Length) -> Interval:
        """How many of another length it has."""
        if self.months and other.months:
            return Interval(self.months / other.months, self.months / other.months)
        quotient = self.days.over(other.days)
        return quotient if quotient is not None else self.days


def tells_mean(clause: str) -> bool:
    """Whether a clause says no more before a number than that it is a mean: 月均, 折合每周, 按月算是."""
    found = _MEAN.search(clause)
    if found is not None and _LENGTH.search(clause, 0, found.start()):
        return False  # 四季度月均: of a count of its own
    return found is not None and len(clause.strip("，,（(：: 。；")) - len(found[0]) <= _LITTLE


def length_of(clause: str, words: str) -> Length | None:
    """That of a clause, else of the words before it; none where the clause has a time of its own that tells no length.

    保持上周的日均水平，本周将卖出1520册 is no daily mean.
    """
    own = length_in(clause)
    return None if own is None and _OWN_TIME.search(clause) else own or length_in(words)


def length_in(words: str) -> Length | None:
    """The length of time that words name; None where they name none, or several."""
    mean = list(_MEAN.finditer(words))
    if mean:
        kind = mean[-1].lastgroup
        return {"month": of_months(1), "quarter": of_months(3), "week": of_days(7), "day": of_days(1)}[
            kind or "month"
        ]._replace(mean=True)
    found = list(_LENGTH.finditer(words))
    if len(found) > 1 and _BETWEEN.fullmatch(words, found[-2].end(), found[-1].start()):
        found = found[-1:]  # 下半年前两个月
    if not found:
        of_year = len(_YEAR.findall(words)) == 1 and words[-1:] not in _IS  # 2024年是2100元: a price
        return of_months(_TWELVE) if of_year else None
    return _of(found[0]) if len(found) == 1 else None


def _of(match: re.Match[str]) -> Length | None:
    if match["from"]:
        months = whole(match["to"]) - whole(match["from"]) + 1
        return of_months(months) if months > 0 else None
    if match["one"]:
        return of_months(2)
    if match["quarters"]:
        return of_months(3.0 * (whole(match["quarters"].rstrip("季度").rstrip("个")) or 1))
    for name, size in (("years", _TWELVE), ("months", 1.0)):
        if match[name]:
            return of_months(size * whole(match[name])) if whole(match[name]) else None
    for name, one in (("weeks", 7.0), ("days", 1.0)):
        if match[name]:
            return of_days(one * whole(match[name])) if whole(match[name]) else None
    if match["week"] or match["day"]:
        return of_days(7.0 if match["week"] else 1.0)
    return of_months(_EXACT[match.lastgroup or "month"])


def of_months(months: float) -> Length:
    """So many months."""
    if months % _TWELVE == 0:
        return Length(Interval(*_DAYS_OF_YEAR).scaled(months / _TWELVE), months)
    return Length(Interval(max(28.0, 30.4 * months - 2.5), max(31.0, 30.5 * months + 0.5)), months)


def of_days(days: float) -> Length:
    """So many days."""
    return Length(Interval(days, days), 0.0)
