"""Dates from the day to spans of years, windows such as 近半年, and the comparator words of dates."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop.importers.figures.numerals import chinese

_CN = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}
QUARTERS = _CN | {"1": 1, "2": 2, "3": 3, "4": 4}
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = re.compile(
    rf"""(?P<y>(?:19|20)\d\d|\d\d(?=年(?:[底末初]|第?[一二三四1-4]季|Q|[上下]半年|{_MONTH}月)|Q[1-4](?!\d))|[1-4](?=Q\d\d(?!\d))|[12](?=H\d\d(?!\d)))(?:
      (?P<sep>[-/.])(?P<m1>{_MONTH})(?:(?P=sep)(?P<d1>{_DAY}))?(?![\d.])
    | [ ]?(?:年度?|财年)(?:
          [ ]?(?P<m2>{_MONTH})[ ]?(?:月份?[ ]?)?(?:[-~～至到—]|(?P<ml>、))[ ]?(?P<m3>{_MONTH})[ ]?月(?!\d)份?
        | [ ]?(?P<m>{_MONTH})[ ]?月份?(?:[ ]?(?P<d>{_DAY})[ ]?[日号]
              (?:[ ]?[-~～至到—][ ]?(?:(?P<m4>{_MONTH})月)?(?P<d4>{_DAY})[日号]
                |止(?:年度|\d{{1,2}}个月|[一三六九]个月))?
            | (?P<me>[底末初]|[上中下]旬)?)
        | [ ]?前[ ]?(?P<nm>1[01]|[2-9]|[二两三四五六七八九十]|十一)[ ]?个?月(?!内|里)
        | [ ]?前(?P<nq>[二两三23])(?:个)?季度?[末初底]?
        | [ ]?第?[ ]?(?P<q>[1-4一二三四])[ ]?季(?:度[末初底]?|末)?
        | [ ]?Q(?P<q2>[1-4])[末初底]?
        | [ ]?(?:H(?P<hn>[12])|(?P<h>[上下])半年)
        | (?P<e>[底末初]|年底|年末|年初)
        | (?P<mid>中)(?=[，。,、期至到以之前后]|$)
        )?
    | [ ]?(?:Q(?P<q3>[1-4])|H(?P<h3>[12]))(?!\d)
    | (?P<yq>Q\d\d|H\d\d)
    | [ ]?[-~～—][ ]?(?P<y2>(?:19|20)\d\d)(?:[ ]?(?:年度?|财年)|(?![\d.,年%元万亿家人]))
    )""",
    re.X,
)
_YEAR_SECOND = frozenset("QH")  # behind 1 in 1Q24
_YEAR_THIRD = frozenset("年Q")  # behind 24 in 24年 and 24Q1
_PART = re.compile(
    rf"(?P<m>{_MONTH})[ ]?月(?!活|均|薪|供|租)(?:份)?(?:[ ]?(?P<d>{_DAY})[ ]?[日号](?:[ ]?[-~～至到—][ "
    rf"]?(?:(?P<m4>{_MONTH})月)?(?P<d4>{_DAY})[日号])?|[底末初](?!期)|[上中下]旬"
    rf"|[-~～至到—](?P<m3>{_MONTH})月)?|(?P<ma>{_MONTH})(?P<mc>[-~～至到—、])(?P<mb>{_MONTH})月(?!活|均|薪|供|租)份?"
)
_LINK = re.compile(r"[ ]?(?:-|~|～|至|到|—)[ ]?")
_AFTER = {
    "以来": ">", "以后": ">", "之后": ">", "后": ">", "起": ">", "开始": ">", "之前": "<", "以前": "<",
    "前": "<",
    "前后": "~",
}  # fmt: skip
WINDOW = re.compile(
    r"(?P<w>最近|过去|近|未来|今后)的?[ ]?(?P<n>\d{1,4}|半|[一二两三四五六七八九十]{1,3})"
    r"(?:[-~至到—](?P<n2>\d{1,3}|[一二两三四五六七八九十]{1,3}))?[ ]?(?P<u>个?季度|"
    r"个?月|年半?|天|日|周|个?星期|个?交易日|个?工作日)"
    r"(?!(?:度|均|活|薪|龄|轻|租|供|末))"
)
_WINDOW_UNITS = {
    "季度": "quarter",
    "月": "month",
    "年": "year",
    "天": "day",
    "日": "day",
    "周": "week",
    "星期": "week",
    "交易日": "trading day",
    "工作日": "working day",
}


class DateHit(NamedTuple):
    """A date: its end with and without comparator words, its period, and whether the year is missing."""

    end: int
    core_end: int
    period: str
    comparator: str
    partial: bool = False


def date_at(text: str, pos: int) -> DateHit | None:
    """Read the date that begins at ``pos``, together with a second one that makes it a span."""
    one = _single(text, pos)
    if one is None:
        return _partial(text, pos)
    end, period = one
    if "→" not in period:
        link = _LINK.match(text, end)
        if link:
            other = _single(text, link.end())
            if other and "→" not in other[1] and text[pos : pos + 4].isdigit():
                end, period = other[0], f"{period}→{other[1]}"
    return _compared(text, end, period)


def _compared(text: str, core_end: int, period: str, partial: bool = False) -> DateHit:
    end = core_end + 1 if text.startswith((" 起", " 后", " 以来"), core_end) else core_end
    for size in (2, 1):
        sign = _AFTER.get(text[end : end + size])
        following = text[end + size : end + size + 1]
        if sign and not (following and following in "来续者期面端台者果半五"):
            return DateHit(end + size, core_end, period, sign, partial)
    return DateHit(core_end, core_end, period, "=", partial)


def _single(text: str, pos: int) -> tuple[int, str] | None:
    if not (
        text.startswith(("19", "20"), pos)
        or text[pos + 2 : pos + 3] in _YEAR_THIRD
        or text[pos + 1 : pos + 2] in _YEAR_SECOND
    ):
        return None
    match = _YEAR.match(text, pos)
    if match is None:
        return None
    g, end = match.group, match.end()
    y = g("y")
    last = match.lastgroup  # the deepest group that closed last: y alone for a bare year
    if last == "yq":
        return end, f"20{g('yq')[1:]}-{g('yq')[0]}{y}"
    y = y if len(y) == 4 else f"20{y}"
    if last == "y":
        return None if text.startswith("代", end) and text[end - 1] == "年" else (end, y)
    if g("sep"):
        if text[end : end + 1] in ("万", "亿", "%", "元", "倍") or (
            g("sep") == "/" and not g("d1") and g("m1")[0] != "0"
        ):
            return None
        return end, _iso(y, g("m1"), g("d1"))
    if g("y2"):
        return (end, f"{y}→{g('y2')}") if g("y2") > y else None
    if g("m2"):
        if g("ml") and int(g("m3")) != int(g("m2")) + 1:
            return end, y  # 3、5月 are no span
        return end, f"{y}-{int(g('m2')):02}→{y}-{int(g('m3')):02}"
    if g("m"):
        first = _iso(y, g("m"), g("d"))
        return end, f"{first}→{_iso(y, g('m4') or g('m'), g('d4'))}" if g("d4") else first
    if g("nm"):
        return end, f"{y}-01→{y}-{months(g('nm')):02}"
    if g("nq"):
        return end, f"{y}-Q1→{y}-Q{_CN.get(g('nq'), g('nq'))}"
    quarter = g("q") or g("q2") or g("q3")
    if quarter:
        return end, f"{y}-Q{_CN.get(quarter, quarter)}"
    half = g("hn") or g("h3") or {"上": "1", "下": "2"}.get(g("h") or "")
    if half:
        return end, f"{y}-H{half}"
    if g("e"):
        return end, f"{y}-{'01' if '初' in g('e') else '12'}"
    if g("mid"):
        return end, f"{y}-06"
    return None if text.startswith("代", end) and text[end - 1] == "年" else (end, y)


def _partial(text: str, pos: int) -> DateHit | None:
    match = _PART.match(text, pos) if text.find("月", pos, pos + 6) >= 0 else None
    if match is None:
        return None
    g = match.groupdict()
    if g["ma"]:
        if g["mc"] == "、" and int(g["mb"]) != int(g["ma"]) + 1:
            return None
        period = f"{int(g['ma']):02}→{int(g['mb']):02}"
    elif g["m3"]:
        period = f"{int(g['m']):02}→{int(g['m3']):02}"
    elif g["d4"]:
        period = f"{_day(g['m'], g['d'])}→{_day(g['m4'] or g['m'], g['d4'])}"
    else:
        period = _day(g["m"], g["d"])
    return _compared(text, match.end(), period, partial=True)


def with_year(period: str, year: str) -> str:
    """Complete a period without a year (``07-05``, ``01→07``)."""
    return "→".join(f"{year}-{part}" for part in period.split("→"))


def window_at(text: str, pos: int) -> tuple[int, str] | None:
    """Read 近半年, 过去5年, 未来12个月 as ``last 6 months``, ``last 5 years``, ``next 12 months``."""
    match = WINDOW.match(text, pos)
    if match is None:
        return None
    number = match["n"]
    unit = _WINDOW_UNITS[match["u"].lstrip("个").removesuffix("半") or "年"]
    if number == "半":
        count, unit = (6, "month") if unit == "year" else (15, "day")
    elif number.isdigit():
        count = int(number)
        if count > 1900:
            return None
    else:
        value = chinese(number)
        if value is None or value.pair:
            return None
        count = int(value.low)
    if match["n2"]:
        last = int(match["n2"]) if match["n2"].isdigit() else getattr(chinese(match["n2"]), "low", 0)
        word = "next" if match["w"] in ("未来", "今后") else "last"
        return (match.end(), f"{word} {count}-{last} {unit}s") if last > count else None
    if match["u"].endswith("年半") and unit == "year":
        count, unit = count * 12 + 6, "month"
    word = "next" if match["w"] in ("未来", "今后") else "last"
    return match.end(), f"{word} {count} {unit}{'s' if count != 1 else ''}"


def months(words: str) -> int:
    """Return the number of 前十个月 or 前7个月."""
    value = None if words.isdigit() else chinese(words)
    return int(value.low) if value else int(words)


def _iso(year: str, month: str, day: str | None) -> str:
    return f"{year}-{int(month):02}-{int(day):02}" if day else f"{year}-{int(month):02}"


def _day(month: str, day: str | None) -> str:
    return f"{int(month):02}-{int(day):02}" if day else f"{int(month):02}"
