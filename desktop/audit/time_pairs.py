"""Which two dates a length of time is meant to lie between: a stretch beside it, a term and its end, the last two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from desktop.audit.lengths import YEAR, Length
from desktop.audit.moments import Moment, between
from desktop.audit.scope import Section
from desktop.audit.span_words import LASTED, LATER, Said, leads_to, runs_out

_STOP: Final = re.compile(r"[。！？]")
_COMMA: Final = re.compile(r"[，,；;：:]")
_ENDING: Final = re.compile(r"，(?:于|在|到|至|最终|终于)*")  # 历时15个月，于2021年12月建成
_BOTH: Final = re.compile(r"[和与及、]")  # 3月5日和4月8日两次停业，共12天
_PART: Final = re.compile(r"[。！？；;]")
_GAP: Final = re.compile(r"隔了?$|[给留](?:了|给)?[\u4e00-\u9fff]{0,3}$")
_CLOSE: Final = 8  # characters from a date to what it completes: 5月29日正好用满90天
_BESIDE: Final = 12  # characters between a stretch and its length
_GLUED: Final = 2  # characters between a year and its month
_YEAR_ONLY: Final = 4  # digits
_FEW: Final = 9  # days that are counted one by one
_MONTH: Final = 31  # days
_LISTED: Final = re.compile(r"\d+")
_APART: Final = re.compile(
    r"[。；;每各均另按其]|平均|计划|原定|约定|承诺|合同|质保|保修|有效|分别|以[内上下]"
)


# 2020—2023年，公司连续六年; 用了24个月整改，从2021年9月到…
_GLUE: Final = re.compile(
    r"(?:[年间里内的这，,：（( ]|公司|企业|平台|产品|业务|连续|连着|一连|整整|前后"
    r"|历时|为期|一共|总共|共|持续|横跨|跨度|长达|有|是)*"
)
_GLUE_BEHIND: Final = re.compile(r"[^，。；（(]{0,6}[，（：(]?(?:从|即|也就是|自|由)?")
_TERM: Final = re.compile(r"(?:以|之)?[内前后]|期|定期|以[上下]|一[次届度轮]|[存贷]款|国债")


class Meant(NamedTuple):
    """The two dates, the earlier one first; ``sure`` where words mean them, ``tight`` where they stand right before."""

    one: Moment
    other: Moment
    sure: bool
    tight: bool = False
    backwards: bool = False  # told as later, and earlier


def meant(piece: Section, base: int, length: Length, how: Said | None, own: Sequence[Moment]) -> Meant | None:
    """The dates of a line that a length is of; ``base`` is where its line begins in the section."""
    at, end = base + length.start, base + length.end
    before = _apart([m for m in own if m.end <= at])
    behind = [m for m in own if m.start >= end]
    text = piece.text
    stretch = _stretch(text, at, end, before, behind, said=how is not None)
    if stretch is not None:
        return Meant(*stretch, sure=True, tight=True)
    if how is None:
        return None
    if how.kind != LASTED:
        if before and behind and leads_to(text, how.kind, end, behind[0].start, behind[0].end):
            one, other = before[-1], behind[0]
            back = how.kind == LATER and other.period.end is not None and other.period.end < one.first
            tight = how.kind == LATER and not _STOP.search(text, one.end, at) and other.start - end < _CLOSE
            sure = _told(piece, base, at, how, length, (one, other), own)
            return in_order(one, other, sure=sure, tight=tight, backwards=back)
        if how.kind == LATER:
            return None
        if not before and len(behind) == 2 and runs_out(text, behind[0].end, behind[1].start, behind[1].end):
            return in_order(*behind, sure=_told(piece, base, at, how, length, (behind[0], behind[1]), own))
        close = before and at - before[-1].end < _CLOSE
        if not (how.lead.endswith("满") and close) and not _GAP.search(how.lead):
            return None
    if before and behind and how.sure and _ENDING.fullmatch(text, end, behind[0].start):
        return in_order(before[-1], behind[0], sure=True, tight=not _STOP.search(text, before[-1].end, at))
    if len(before) < 2:
        return None
    one, other = before[-2:]
    if how.alone and len(before) > 2 and before == sorted(before, key=lambda m: m.first):
        one = before[0]
    if len(_STOP.findall(text, one.start, at)) > _FAR or _BOTH.fullmatch(text, one.end, other.start):
        return None
    ahead = text[one.end : at]
    tight = not _STOP.search(ahead) and len(_COMMA.findall(text, before[-1].end, at)) <= 1
    here = [m for m in before if m.start >= part_start(text, base, at)] if tight else before
    if tight and len(here) > 2:
        one = min(here, key=lambda m: m.first)
    sure = _told(piece, base, at, how, length, (one, other), here if tight else own)
    return in_order(one, other, sure=sure, tight=tight and (sure or length.exact))


def part_start(text: str, base: int, at: int) -> int:
    """Where the sentence, or the part of one between semicolons, begins that an offset stands in."""
    return max((m.end() for m in _PART.finditer(text, base, at)), default=base)


_FAR: Final = 4  # sentences


def _apart(found: list[Moment]) -> list[Moment]:
    """The dates without those that say the same once more."""
    return list({m.period.text: m for m in found}.values())


def whole(found: Sequence[Moment]) -> list[Moment]:
    """The dates without a year that the next one completes: 今年（2024年）9月."""
    return [m for m, after in zip(found, (*found[1:], None), strict=False) if not _completed(m, after)]


def _completed(moment: Moment, after: Moment | None) -> bool:
    close = after is not None and after.start - moment.end <= _GLUED and len(moment.period.text) == _YEAR_ONLY
    return close and after is not None and after.period.text.startswith(moment.period.text)


def in_order(
    one: Moment, other: Moment, *, sure: bool = False, tight: bool = False, backwards: bool = False
) -> Meant:
    """Two dates, the earlier one first."""
    first, last = sorted((one, other), key=lambda m: m.first)
    return Meant(first, last, sure, tight, backwards)


def _stretch(
    text: str, at: int, end: int, before: Sequence[Moment], behind: Sequence[Moment], *, said: bool
) -> tuple[Moment, Moment] | None:
    """Both ends of the one stretch right before a length or right behind it; ``said`` where words say that it lasts."""
    for pair in (before[-2:], behind[:2]):
        if len(pair) == 2 and pair[0].figure is pair[1].figure and pair[0].first < pair[1].first:
            ahead = pair[0].end <= at
            gap = text[pair[1].end : at] if ahead else text[end : pair[0].start]
            glue = (_GLUE if ahead else _GLUE_BEHIND).fullmatch(gap) is not None and not _TERM.match(
                text, end
            )
            if (glue or said) and len(gap) <= _BESIDE and not _APART.search(gap):
                return pair[0], pair[1]
    return None


def _told(
    piece: Section,
    base: int,
    at: int,
    how: Said,
    length: Length,
    pair: tuple[Moment, Moment],
    own: Sequence[Moment],
) -> bool:
    """Whether nothing but the two dates can be meant: they are near, and what the clause names is told there."""
    ahead = piece.text[base : at - len(how.lead)]
    if not how.sure or not all(_named(ahead, noun) for noun in how.nouns):
        return False
    if any(yearly(m) for m in pair) and length.high < YEAR:
        return False
    stops = len(_STOP.findall(piece.text, min(m.start for m in pair), max(at, *(m.end for m in pair))))
    many = len(_apart(list(own)))
    return many < (6 if how.alone else 4) and stops <= (3 if how.alone else 2 if many > 2 else _FAR)


def _named(text: str, noun: str) -> bool:
    return any(noun[n : n + 2] in text for n in range(len(noun) - 1))


def yearly(moment: Moment) -> bool:
    """Whether a date is longer than a month."""
    return moment.period.end is None or (moment.period.end - moment.first).days > _MONTH


def days_later(length: Length, how: Said, pair: Meant) -> bool:
    """Whether so many days later is another day: 三天后，也就是11月3日, of 11月2日."""
    one, other = pair.one, pair.other
    if how.kind != LATER or not length.words.endswith("天") or yearly(one) or one.first != one.period.end:
        return False
    told, real = round((length.low + length.high) / 2), (other.first - one.first).days
    return 1 < told <= _FEW and not told - 1 <= real <= told + 1


def slip(length: Length, one: Moment, other: Moment) -> bool:
    """Whether a length that tells months or days is whole years, or one digit of its days, off."""
    days = (length.low + length.high) / 2
    if yearly(one) or yearly(other):
        return False
    if length.words.rstrip("多余左右").endswith(("天", "日")):
        digits = _LISTED.search(length.words)
        told = round(days) if digits is None else int(digits[0])
        real = (other.first - one.first).days
        return told > 10 and any(digits_alike(told, real + n) for n in (0, 1))
    if not (length.exact or "半" in length.words or "月" in length.words) or days < 0.4 * YEAR:
        return False
    least, most = between(one, other)[0]
    return any(
        length.low + k * YEAR <= most and least <= length.high + k * YEAR
        for k in (-10, -3, -2, -1, 1, 2, 3, 10)
    )


def digits_alike(one: int, other: int) -> bool:
    """Whether two numbers differ in one digit, or in the order of their digits."""
    a, b = str(one), str(other)
    return a != b and len(a) == len(b) and (sum(map(str.__ne__, a, b)) == 1 or sorted(a) == sorted(b))
