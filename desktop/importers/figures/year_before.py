"""The year before the one that a sentence names: 2024年末384亿元，上年末320亿元."""

from __future__ import annotations

import re
from typing import Final

from desktop.importers.figures.found import Found

_BEFORE: Final = re.compile(
    r"(?:上一?年度?|前一年度?|去年(?=[同末底]))(?P<same>同期末?|同月|同季)?(?P<end>[末底])?"
)
_STEPS: Final = frozenset("上前去")  # of which every such word has one
_OF_YEAR: Final = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_WHOLE: Final = 4  # characters of a period that is a year


def year_before(text: str, low: int, high: int, current: Found) -> str | None:
    """The period of a figure behind such words, from the date before them; None where they do not tell it.

    上年 beside a part of a year may mean that part or the whole year, so it tells nothing.
    """
    if current.partial or not current.period or _STEPS.isdisjoint(text[low:high]):
        return None
    last = None
    for last in _BEFORE.finditer(text, low, high):  # noqa: B007 - the last one is wanted
        pass
    if last is None or "，" in text[last.end() : high] or not _OF_YEAR.match(current.period):
        return None
    if last["end"]:
        return f"{int(current.period[:4]) - 1}-12"
    if not last["same"] and len(current.period) > _WHOLE:
        return None
    return _OF_YEAR.sub(lambda year: str(int(year[1]) - 1), current.period)
