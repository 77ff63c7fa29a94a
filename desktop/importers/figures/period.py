"""When a figure holds: the date of its sentence, its row or its column; never a guess."""

from __future__ import annotations

import re
from typing import Final

from desktop.importers.figures.clause import REACH, Clauses
from desktop.importers.figures.dates import with_year
from desktop.importers.figures.found import Found
from desktop.importers.figures.year_before import year_before

_BASE_AHEAD: Final = re.compile(
    r"(?:是|为|相当于|较|比|相比|相较于?|对比|与|同|不及|只及|仅及|相当于|超过|低于|高于|自|从)(?:了|之)?$"
)
_BASE_LAST: Final = frozenset("是为于较比与同及过自从了之")
_BASE_BEHIND: Final = re.compile(r"(?:年?同期|全年|年底|年末)?(?:的水平)?(?:相比|比较|相较|持平|水平)")
_OTHER_TIME: Final = (
    re.compile(  # 随后, 去年同期, 高峰时 …; the class comes first for the speed of the search
        r"[随此后去上前以原明次如目眼高](?<![较比于].)(?:(?<=[去上])年同期|(?<=[去上前明次])年|(?<=[随此])后|"
        r"(?<=[后原])来|(?<=[此目])前|(?<=以)往|(?<=如)今|(?<=眼)下|(?<=高)峰时)(?!底|末|同期)"
    )
)
_LAST_YEAR: Final = re.compile(r"(?:较|比|相较于?|相比)(?:于)?(?:上年|去年|上一?财?年|前一财?年)(?!同期)")
_CARRIES: Final = re.compile(r"[\s“\"]*(?:其中|其中的)")
_YEAR: Final = re.compile(r"\d{4}")
_SETS_OUT: Final = frozenset("从由自")
_MULTIPLE: Final = re.compile(
    r" ?(?:全年)?的 ?(?:[\d.]+ ?(?:倍|%)|[\d一二两三四五六七八九十百]+(?:倍|成|"
    r"分之)|一半|\d/\d)"
)
_COMPARED: Final = frozenset("较比")
_MULTIPLIED: Final = ("是", "为", "及", "于", "到", "当", "过")
_AT_BASE: Final = re.compile(
    r"(?:年?同期)?的?(?:历史)?(?:高点|低点|高位|低位|峰值|顶峰|最高点|水平|高峰|"
    r"底部)?的?(?:约|近|超)?"
)
_OPENS: Final = frozenset("（(")
_CLOSE: Final = re.compile("[）)]")


def complete(found: list[Found], year: str, text: str) -> str:
    """Give dates without a year the one that was named before them; returns the year that the next block goes on with.

    A sentence goes on with the last year named in it, the sentences behind it with the latest of its years: the
    others are what that one is held against (2025年480万件，2024年420万件。一季度…).
    """
    top, last = year, 0
    for one in found:
        if one.role != "date" or one.period is None:
            continue
        if top != year and "。" in text[last : one.start]:
            year = top
        if one.partial:
            if year:
                one.period = with_year(one.period, str(int(year) + one.shift))
                one.partial = False
        elif _YEAR.match(one.period) and not (year and _compared(text, one)):
            own, year = year, one.period[:4]
            top = year if not own or "。" in text[last : one.start] else max(top, year)
            last = one.end
    return top


def _compared(text: str, one: Found) -> bool:
    """Whether a date is named only as what another is held against: 比2024年, 2024年同期."""
    return text[one.start - 1 : one.start] in _COMPARED or text.startswith("同期", one.end)


def assign(clauses: Clauses, found: list[Found]) -> None:
    """Give every figure of a block the period that its sentence states."""
    text = clauses.text
    bounds = (-1, -1)
    current: Found | None = None
    base: Found | None = None
    carried: str | None = None
    spanned: str | None = None
    aside: tuple[int, Found | None] | None = (
        None  # where a bracket with a date of its own closes, and the date before
    )
    outer: Found | None = None  # the date before one that belongs to the first of a pair alone (从2020年的…)
    for n, one in enumerate(found):
        if not bounds[0] <= one.start < bounds[1]:
            bounds = clauses.sentence(one.start)
            carried = current.period if current and _CARRIES.match(text, bounds[0]) else None
            current = base = outer = aside = None
            spanned = None
        if aside is not None and one.start >= aside[0]:
            current, aside = aside[1], None
        if one.role == "date":
            if text[one.start - 1 : one.start] in _OPENS and one.start > bounds[0]:
                close = _CLOSE.search(text, one.end, min(one.end + 60, clauses.end))
                if close:
                    aside, current, outer = (close.end(), current), one, one
                    continue
            if _is_base(text, one, bounds[0]):
                base = one
            else:
                alone = one.cmp == "=" and text[one.start - 1 : one.start] in _SETS_OUT
                outer = current if alone else one
                current = one
                if base and base.end + 14 < one.start:
                    base = None
            continue
        first = one.change_from
        if first is not None and current is not None and outer is not current and current.end <= first.start:
            current = outer
        now = current.period if current else carried
        since = max(current.end, one.start - REACH) if current else one.start
        earlier = year_before(text, since, one.start, current) if current and one.role != "change" else None
        if earlier is not None:
            now = earlier
        elif current and (current.partial or _elsewhen(text, since, one.start)):
            now = None
        if text.startswith(" ", one.end):
            now = _told_behind(text, one, found, n) or now
        if now is None:
            now = _behind(text, one, found, n)
        if (
            base is not None
            and one.role != "change"
            and _AT_BASE.fullmatch(text, base.end, one.start)
            and not text.endswith(_MULTIPLIED, bounds[0], base.start)
        ):
            now = base.period
        one.period = now
        if first is not None and now and first.period == now and now.startswith(("last", "next")):
            first.period = None  # it was so at the window's beginning, not throughout
        if (
            first is not None
            and first.period
            and now
            and first.period != now
            and "→" not in first.period + now
        ):
            spanned = f"{first.period}→{now}"
        if one.role == "change" and one.change_from is None:
            if (
                base is not None
                and base.period
                and now
                and base.end <= one.start
                and one.start - base.end <= 14
            ):
                one.period = (
                    f"{base.period}→{now}" if "→" not in base.period + now and base.period < now else now
                )
            elif (
                now
                and re.fullmatch(r"\d{4}", now)
                and _LAST_YEAR.search(text, max(bounds[0], one.start - 12), one.start)
            ):
                one.period = f"{int(now) - 1}→{now}"
            elif spanned:
                one.period = spanned


def _is_base(text: str, one: Found, low: int) -> bool:
    if text.startswith("同期", one.end) or text.startswith("同期", one.ce):
        return True
    ahead = text[max(low, one.start - 4) : one.start]
    match = _BASE_AHEAD.search(ahead) if ahead[-1:] in _BASE_LAST else None
    if match is None:
        return False
    word = match[0].rstrip("了之")
    if word.endswith(("是", "为", "相当于")):
        return _MULTIPLE.match(text, one.end) is not None
    if word in ("自", "从"):
        return False
    if word in ("与", "同"):
        return _BASE_BEHIND.match(text, one.end) is not None
    return True


def _elsewhen(text: str, low: int, high: int) -> bool:
    """Whether another time without a date of its own (去年同期) stands between a date and the figure."""
    last = None
    for last in _OTHER_TIME.finditer(text, low, high):  # noqa: B007 - the last one is wanted
        pass
    return last is not None and "，" not in text[last.end() : high]


def _behind(text: str, one: Found, found: list[Found], n: int) -> str | None:
    """A date in brackets right behind the figure: 12亿（2020年）."""
    if n + 1 < len(found) and found[n + 1].role == "date":
        other = found[n + 1]
        gap = text[one.end : other.start]
        if len(gap) <= 5 and gap[-1:] in ("(", "（") and "，" not in gap:
            return other.period
    return None


def _told_behind(text: str, one: Found, found: list[Found], n: int) -> str | None:
    """An English date right behind the figure: $310 million in 2022."""
    if n + 1 == len(found) or found[n + 1].role != "date":
        return None
    return found[n + 1].period if text[one.end : found[n + 1].start] in (" in ", " on ", " by ") else None
