"""Lengths in days that are told to count both ends: 从6月1日到6月18日，首尾两天都算，共18天."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.lengths import Length
from desktop.audit.moments import Moment
from desktop.core.text import Text

_BOTH: Final = re.compile(
    r"首尾(?:[两二]?[日天])?(?:均|都|也|全)|[含算]上?首尾|连头带尾|两头[都均]算|头尾[两二]?[日天]?(?:都|均)|起止[两二]?[日天]?(?:都|均)"
)
_DAYS: Final = re.compile(r"(\d{1,3})天")
_LASTS: Final = re.compile(r"(?:共|一共|总共|共计|合计|历时|为期|持续|前后|整整|[上开办展])了?$|^$")
_STOP: Final = re.compile(r"[。！？；;\n]")
_TO: Final = re.compile(r"[到至—–~-]")


def both_counted(
    text: str, base: int, length: Length, own: Sequence[Moment]
) -> tuple[Moment, Moment, int] | None:
    """The two days before a length whose sentence counts both of them, and how many days those make."""
    if _DAYS.fullmatch(length.words) is None:
        return None
    begin = max((m.end() for m in _STOP.finditer(text, 0, length.start)), default=0)
    stop = _STOP.search(text, length.end)
    if _BOTH.search(text, begin, stop.start() if stop is not None else len(text)) is None:
        return None
    lead = re.split(r"[，,]", text[begin : length.start])[-1]
    here = [m for m in own if base + begin <= m.start < base + length.start]
    if len(here) != len({m.period.text for m in here}) or len(here) != 2:
        return None
    one, other = here
    gap = text[one.end - base : other.start - base] or "到"  # two ends of one figure
    plain = all(m.period.start == m.period.end for m in here) and one.first < other.first
    if one.guessed and one.first.month < 3 <= other.first.month:
        return None  # it depends on the year
    if not plain or _TO.search(gap) is None or not _LASTS.search(_BOTH.sub("", lead).strip()):
        return None
    return one, other, (other.first - one.first).days + 1


def shown_day(moment: Moment) -> Text:
    """A day of no certain year."""
    day = moment.first
    return Text(f"{day.month}月{day.day}日", f"{day:%m-%d}")
