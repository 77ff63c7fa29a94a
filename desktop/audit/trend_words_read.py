"""Words of a trend: 逐年下降, 一路走高, 连降两年, 先升后降, 一年不如一年; what they say of every step of a series."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from desktop.audit.conclusion_words import BAD, GOOD
from desktop.audit.conclusion_worth import better_high
from desktop.audit.telling import told

_N: Final = r"[两二三四五六七八九]|\d"
_T: Final = r"[年月季届期周天日]"
_UP: Final = "升涨增扬高多大贵长"
_DOWN: Final = "降跌减抑低少小短落"
_ON_LAST: Final = (  # 两次环比都上升, 环比三个月均下降
    rf"(?:(?P<k>{_N})(?:次|个?{_T}度?)环比|环比(?:都|均|全)?(?:有|是)?(?P<j>{_N})(?:次|个?{_T}度?))(?:都|均|全部?|全都)?(?:在|是|为|呈)?"
)
_TREND: Final = re.compile(
    rf"先(?P<then>[{_UP}{_DOWN}]|上升|上涨|增加|下降|下跌|减少)后(?P<later>[{_UP}{_DOWN}]|上升|上涨|回升|增加|下降|下跌|回落|减少)(?![，、]?[再又])"
    rf"|只(?P<only>[升增涨多高降减跌少低])不[升增涨多高降减跌少低]"
    rf"|一{_T}比一{_T}(?P<each>便宜|[\u4e00-\u9fff])|一{_T}(?P<over>不如|不及|[好高多胜大长低少差]过|[高多低少]似)一{_T}"
    rf"|(?P<strict>逐{_T}|逐次|年年|月月|季季|连年|次次|每年都|连[着续]*(?P<n>{_N})个?{_T}度?(?:都|均)?|[两二三四五六七八九]?连(?=[升涨增降跌减][，,。；;！]|[升涨增降跌减]$)|{_ON_LAST})(?:在|地|呈|走)?(?P<way>[\u4e00-\u9fff]{{1,8}}?)(?P<to>[到至为成])?(?:了|的|之?势|趋势|态势|状态|中)?(?=$|[，,。；;：:（！、\d])"
    rf"|连(?:着|续)?(?P<run>[升涨增降跌减])(?P<m>{_N})个?{_T}"
    r"|(?P<loose>一路|节节|步步|持续|不断|一直在?|越来越|稳步|接连|每况)(?:在|地|呈|走)?(?P<slow>[\u4e00-\u9fff]{1,4}?)(?P<at>[到至为成])?(?:了|的|之?势|趋势|态势|中)?(?=$|[，,。；;！、\d])"
)
_DIGITS: Final = dict(zip("二三四五六七八九", range(2, 10), strict=True)) | {"两": 2}
_GOOD_OVER: Final = ("好", "不如", "不及", "胜", "差")


class Trend(NamedTuple):
    """``ways`` are 1 or −1, two of a turn; ``steps`` how many the last ones are counted (0: all); ``strict``: each.

    ``subject`` is what the words say rises or falls, where they do: 连续两年不良率上升.
    ``worth`` marks ways that are of better and worse, and ``reaches`` that a number follows (一路降到3.5%).
    """

    match: re.Match[str]
    ways: tuple[int, ...]
    steps: int
    strict: bool
    worth: bool = False
    reaches: bool = False
    subject: str = ""


def trends(text: str) -> Iterator[Trend]:
    """The words of a trend in a text, in order."""
    for match in _TREND.finditer(text):
        made = _read(match)
        if made is not None:
            yield made


def _read(match: re.Match[str]) -> Trend | None:
    if match["then"]:
        ways = (_side(match["then"]), _side(match["later"]))
        return Trend(match, ways, 0, strict=True) if ways[0] != ways[1] else None
    if match["only"]:
        return Trend(match, (_side(match["only"]),), 0, strict=True)
    if match["over"]:
        good = match["over"].rstrip("过似")
        if good in _GOOD_OVER:
            return Trend(match, (1 if good in ("好", "胜") else -1,), 0, strict=True, worth=True)
        return Trend(match, (_side(good),), 0, strict=True)
    if match["run"]:
        return Trend(match, (_side(match["run"]),), _count(match["m"]), strict=True)
    words = match["each"] or match["way"] or match["slow"]
    says = told(words)
    strict = match["loose"] is None
    steps = _count(match["n"] or match["k"] or match["j"] or "0")
    reaches = bool(match["to"] or match["at"])
    if says.way and not says.others:
        return Trend(match, (1 if says.way == "up" else -1,), steps, strict, reaches=reaches)
    if strict and says.way and match["way"]:
        named = _named(words)
        if named:
            return Trend(
                match, (1 if says.way == "up" else -1,), steps, strict, reaches=reaches, subject=named
            )
    if match["each"] and _side(words[0]):
        return Trend(match, (_side(words[0]),), 0, strict=True)
    good, bad = (
        GOOD.search(words) or words in ("好", "强", "改善"),
        BAD.search(words) or words in ("差", "弱", "坏"),
    )
    if bool(good) != bool(bad):
        return Trend(match, (1 if good else -1,), steps, strict, worth=True)
    return None


def _named(words: str) -> str:
    """What stands before the words of change, and only there: 不良率 of 不良率上升; "" if that cannot be told."""
    for at in range(2, len(words)):
        says = told(words[at:])
        if says.way and says.sure and not says.others:
            return words[:at]
    return ""


def _count(words: str) -> int:
    return int(words) if words.isdigit() else _DIGITS[words]


def _side(words: str) -> int:
    if words == "便宜" or any(c in _DOWN for c in words):
        return -1
    return 1 if any(c in _UP for c in words) else 0


def way_on(trend: Trend, name: str) -> tuple[int, ...]:
    """The ways along a quantity of that name; none where its words are of worth and the name does not tell."""
    if not trend.worth:
        return () if 0 in trend.ways else trend.ways
    wanted = better_high(name)
    return () if wanted is None else tuple(w if wanted else -w for w in trend.ways)
