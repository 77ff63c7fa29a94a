"""Lengths of time in Chinese words, as the days they allow: 七年多, 四年零六个月, 不到三周, 两年四个月出头, 99天."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from desktop.audit.reading import number as counted
from desktop.core.period import Period
from desktop.core.text import Text
from desktop.core.value import value

YEAR: Final = 365.25
MONTH: Final = 30.4375
_N: Final = r"(?:(?<![\d.])\d{1,3}(?:\.\d+)?|[一二两三四五六七八九十]{1,3})"
_MORE: Final = r"(?P<{}>几|来|多|余)?"
_LENGTH: Final = re.compile(
    r"(?=[\d一二两三四五六七八九十半])(?<![\d.第〔上下前后][\d一二两三四五六七八九十半])(?<![第〔上下几数.\d一二三四五六七八九十])(?<!(?<![此之以])前)(?<!(?<![前后])后)(?<!\d,)(?:"
    rf"(?P<y>{_N}){_MORE.format('ym')}(?:个半)?年(?!级|期|制|报|检|薪|租|化|产|均|度|龄|代)"
    rf"(?:(?P<yh>半)|[零又加]?(?P<m2>{_N})个(?:(?P<mh2>半)|(?P<mt2>多|来))?月|零(?P<d3>{_N})天|(?P<yt>多|余|有余|来))?"
    rf"|(?P<hy>半)年(?P<hyt>多|有余)?(?!报|度|期)"
    rf"|(?P<m>{_N})(?:个(?:(?P<mm>几|多|余)|(?P<mh>半))?|(?P<mm2>余|多)个?)月(?!份|期|\d|[初末底中上下]"
    rf"|供|费|租|薪)(?:零(?P<d2>{_N})天)?"
    rf"|半个(?P<hm>月)"
    rf"|(?P<w>{_N})个?{_MORE.format('wm')}个?(?:星期|礼拜|周(?!年|岁|期|末|[一二三四五六日]))"
    rf"|(?P<d>{_N}|[一二两三四五六七八九]百[零一二三四五六七八九十]{{0,4}}){_MORE.format('dm')}(?:天|日(?<!月\d日)(?<!月\d\d日)(?=[之以]?内)))"
)
_BEFORE: Final = re.compile(
    r"(?P<under>不到|不足|未满|不满|将近|接近|临近|快(?=$)|近)|(?P<over>超过|超出|逾|过了)"
    r"|(?P<just>整整|恰好|正好|刚好|恰恰|恰|正|足足|整)"
    r"|(?P<about>约|大约|大概|差不多|前后|估计)"
)
_LEAD: Final = re.compile(rf"(?:{_BEFORE.pattern}|[ 了有是])*$")
_AFTER: Final = re.compile(
    r"(?P<more>有余|多(?:了?一?点儿?|几天|些)?|余|出头|挂零)|(?P<about>左右|上下|光景)|(?P<just>整)|(?P<under>不到)"
)
_DAY_LOOSE: Final = 1.0


@value
class Length:
    """A stated length of time: offsets of its words, and the days between which it may be."""

    start: int
    end: int
    words: str
    low: float
    high: float
    exact: bool = False  # in two units: 三年零五个月

    def fits(self, one: Period, other: Period) -> bool:
        """Whether it may lie between some day of one period and some day of the other, whichever is first."""
        least, most = apart(one, other)
        return self.low <= most and least <= self.high


def apart(one: Period, other: Period) -> tuple[float, float]:
    """The fewest and the most days between two periods, both ends counted or not."""
    first, last = sorted((one, other), key=lambda p: p.start or date.min)
    if first.start is None or first.end is None or last.start is None or last.end is None:
        return 0.0, float("inf")
    return max(0.0, (last.start - first.end).days), (last.end - first.start).days + 1.0


def shown(one: Period, other: Period) -> Text:
    """How far two periods are apart, for a sentence: in years and months, in months, or in days."""
    first, last = sorted((one, other), key=lambda p: p.start or date.min)
    a, b = first.start, last.start
    if a is None or b is None:
        return Text("", "")
    days = (b - a).days
    if days < 2 * MONTH and first.start == first.end and last.start == last.end:
        return Text(f"{days}天", _some(days, "day"))
    months = round(days / MONTH)
    years, rest = divmod(months, 12)
    if not years:
        return Text(f"约{rest}个月", f"about {_some(rest, 'month')}")
    if not rest:
        return Text(f"约{years}年", f"about {_some(years, 'year')}")
    return Text(f"约{years}年{rest}个月", f"about {_some(years, 'year')} and {_some(rest, 'month')}")


def _some(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def lengths(text: str) -> Iterator[Length]:
    """The lengths of time that a text states, with the words that hedge them."""
    for match in _LENGTH.finditer(text):
        lead = _LEAD.search(text[max(0, match.start() - 8) : match.start()])
        tail = _AFTER.match(text, match.end())
        hedges = (
            [m.lastgroup or "" for m in _BEFORE.finditer(lead[0])] if lead is not None and lead[0] else []
        )
        # 前后不到三年: the word that bounds it tells more than one that blurs it
        kind = next((h for h in hedges if h != "about"), hedges[0] if hedges else "")
        if tail is not None:
            kind = {"more": "over"}.get(tail.lastgroup or "", tail.lastgroup or "") or kind
        bounds = _bounds(match, kind)
        if bounds is not None:
            end = tail.end() if tail is not None else match.end()
            exact = any(match[part] is not None for part in ("m2", "d2", "d3"))
            yield Length(match.start(), end, text[match.start() : end], *bounds, exact)


def _bounds(match: re.Match[str], kind: str) -> tuple[float, float] | None:
    """The days that a length allows: its unit, what is said of more or less, and how people round."""
    size, unit, loose, more = _size(match)
    if size <= 0:
        return None
    if more or kind == "over":  # 三年多 ends before the next whole unit, 十多天 before the next ten
        wide = 10 * unit if size >= 10 * unit and more != "t" and unit == 1.0 else unit
        return size - _DAY_LOOSE - 0.02 * unit, size + wide * (1.1 if unit < YEAR else 1.05)
    if kind == "under":
        return size - max(loose, 0.75 * unit), size + max(1.0, 0.03 * unit)
    if kind == "just":
        exact = 0.25 * unit if unit > 1 else 1.0
        return size - exact, size + exact + 1
    if kind == "about":
        return size - 1.3 * loose, size + 1.3 * loose
    return size - loose, size + loose


def _size(match: re.Match[str]) -> tuple[float, float, float, str]:
    """Days, the days of its smallest unit, what rounding takes or adds, and whether it says "and more"."""
    part = match.groupdict()
    if part["y"]:
        years = _number(part["y"])
        if part["m2"]:
            months = years * 12 + _number(part["m2"]) + (0.5 if part["mh2"] else 0.0)
            return months * MONTH, MONTH, 1.1 * MONTH, "t" if part["mt2"] else ""
        if part["d3"]:
            return years * YEAR + _number(part["d3"]), 1.0, 2 * _DAY_LOOSE, ""
        if part["yh"] or "个半" in match[0]:
            return (years + 0.5) * YEAR, YEAR / 2, 0.33 * YEAR, ""
        more = "t" if part["ym"] or part["yt"] else ""
        loose = 0.33 if years % 1 else 0.3 if years <= 1 else 0.55
        return years * YEAR, YEAR, loose * YEAR, more
    if part["hy"]:
        return (
            YEAR / 2,
            YEAR / 2 if part["hyt"] else YEAR / 4,
            1.4 * MONTH,
            "t" if part["hyt"] else "",
        )
    if part["m"]:
        months = _number(part["m"]) + (0.5 if part["mh"] else 0.0) + _number(part["d2"] or "") / 30
        return (
            months * MONTH,
            MONTH,
            (0.55 if months <= 6 else 1.0) * MONTH,
            "t" if part["mm"] or part["mm2"] else "",
        )
    if part["hm"]:
        return 15.0, 15.0, 5.0, ""
    if part["w"]:
        return _number(part["w"]) * 7.0, 7.0, 4.0, "t" if part["wm"] else ""
    days = _number(part["d"])
    return days, 1.0, _DAY_LOOSE if days % 10 else max(_DAY_LOOSE, 0.1 * days), "m" if part["dm"] else ""


def _number(words: str) -> float:
    return float(words) if words[:1].isdecimal() else float(counted(words))
