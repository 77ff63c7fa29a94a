"""Dates as items: with the words before them, parts of a year whose year stands elsewhere, fiscal years."""

from __future__ import annotations

import re
from typing import Final

from desktop.importers.figures import dates, english
from desktop.importers.figures.found import Found
from desktop.importers.figures.numerals import chinese

_FISCAL_YEAR: Final = re.compile(r" ?(?:FY)?'?(20\d\d)")
_FIRST_MONTHS: Final = re.compile(r"(?:1[01]|[2-9]|[二两三四五六七八九十]|十一)(?= ?个?月(?!内|里)) ?个?月")
_MORE_DATE = frozenset("年月-~～至到—、QH ")
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz.")
_MONTHS: Final = frozenset("JFMASOND")  # what the name of a month begins with
_ORDINAL: Final = ("st", "nd", "rd", "th")
_SHIFTS: Final = {"去年": -1, "上年": -1, "前年": -2, "今年": 0, "明年": 1, "次年": 1}


def window(text: str, pos: int) -> Found | None:
    """Read the window that begins at ``pos``."""
    hit = dates.window_at(text, pos)
    if hit is None:
        return None
    return _dated(pos, hit[0], hit[0], hit[1], "=")


def date(text: str, pos: int, stop: int, start: int, cjk: bool) -> Found | None:
    """Read the date whose first numeral is ``text[pos:stop]``; ``start`` bounds the look back."""
    if stop - pos == 1 and (text.startswith("季度", stop) or text.startswith("半年", pos)):
        return _part_of_year(text, pos, stop, start)
    if pos > start and text[pos - 1] == "前":
        return _first_months(text, pos)
    if text[stop : stop + 1] == "年" and pos > start and text[pos - 1] in "国'’":
        found = _other_count(text, pos, stop, start)
        if found:
            return found
    if cjk:
        if stop - pos != 4 or text[stop : stop + 1] != "年" or text[pos] not in "一二":
            return None
        value = chinese(text[pos:stop])
        if value is None or not 1900 <= value.low < 2100:
            return None
        return _dated(pos, stop + 1, stop + 1, str(value.low), "=")
    before = text[pos - 1] if pos > start else ""
    ordinal = text.startswith(_ORDINAL, stop)
    if (
        (before == " " and text[pos - 2] in _LETTERS)
        or ordinal
        or (text[stop : stop + 1] == " " and text[stop + 1 : stop + 2] in _MONTHS)
    ):
        told = english.date(text, pos, start)
        if told:
            found = _dated(told[0], told[1], told[1], told[2], "=")
            found.partial = len(told[2]) == 5
            return found
    if ordinal:
        return None
    if before and (before in "第〔[-/." or (before.isascii() and before.isalnum())):
        return None
    if text[stop : stop + 1] not in _MORE_DATE and text[pos : pos + 2] not in ("19", "20"):
        return None
    hit = dates.date_at(text, pos)
    if hit is None:
        return None
    found = _dated(pos, hit.end, hit.core_end, hit.period, hit.comparator)
    found.partial = hit.partial
    if before == "约":
        found.cmp, found.start = "~", pos - 1
    return found


def _first_months(text: str, pos: int) -> Found | None:
    """Read 前10个月, whose year stands elsewhere."""
    match = _FIRST_MONTHS.match(text, pos)
    if match is None:
        return None
    last = dates.months(match[0].rstrip("个月 "))
    found = _dated(pos - 1, match.end(), match.end(), f"01→{last:02}", "=")
    found.partial = True
    return found


def _other_count(text: str, pos: int, stop: int, start: int) -> Found | None:
    """Read '23年 and 民国十五年."""
    token = text[pos:stop]
    if text[pos - 1] in "'’":
        if not (token.isdigit() and len(token) == 2):
            return None
        return _dated(pos - 1, stop + 1, stop + 1, f"20{token}", "=")
    value = None if token.isdigit() else chinese(token)
    year = int(token) if token.isdigit() else int(value.low) if value else 0
    if text[max(start, pos - 2) : pos] != "民国" or not 0 < year < 100:
        return None
    return _dated(pos - 2, stop + 1, stop + 1, str(1911 + year), "=")


def relative(text: str, found: Found, start: int) -> None:
    """Take 去年 before a month into the date."""
    shift = _SHIFTS.get(text[max(start, found.start - 2) : found.start])
    if shift is not None:
        found.shift = shift
        found.start = found.cs = found.start - 2


def _part_of_year(text: str, pos: int, stop: int, start: int) -> Found | None:
    """Read 三季度, 第2季度, 前三季度, 上半年: dates whose year stands elsewhere."""
    before = text[pos - 1] if pos > start else ""
    if text[pos] == "半":
        if before not in ("上", "下"):
            return None
        found = _dated(pos - 1, stop + 1, stop + 1, f"H{'1' if before == '上' else '2'}", "=")
    else:
        quarter = dates.QUARTERS.get(text[pos])
        if quarter is None or before in ("近", "个", "每"):
            return None
        first = pos - 1 if before and before in "第前" else pos
        end = stop + 2 + (text[stop + 2 : stop + 3] in ("末", "初", "底"))
        found = _dated(first, end, end, f"Q1→Q{quarter}" if before == "前" else f"Q{quarter}", "=")
    found.partial = True
    return found


def fiscal(text: str, pos: int, token: str) -> Found | None:
    """Read FY2024 and Q3 2024."""
    if pos and text[pos - 1].isalnum() and text[pos - 1].isascii():
        return None
    end = pos + len(token)
    if token[0] == "Q":
        year = _FISCAL_YEAR.match(text, end)
        return _dated(pos, year.end(), year.end(), f"{year[1]}-{token}", "=") if year else None
    return _dated(pos, end, end, f"20{token[-2:]}", "=")


def _dated(start: int, end: int, core_end: int, period: str, sign: str) -> Found:
    found = Found(start, end, start, core_end, "date")
    found.role, found.period, found.cmp = "date", period, sign
    return found
