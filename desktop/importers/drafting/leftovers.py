"""Numbers that stand in the text and that nothing was made of, with what they were taken for."""

from __future__ import annotations

import re
from typing import Any, Final

from desktop.core.review import Leftover
from desktop.core.text import Text
from desktop.importers.blocks import Block
from desktop.importers.drafting.bare_numbers import NUMBER
from desktop.importers.drafting.page import Page
from desktop.importers.figures.numerals import LONGEST, chinese
from desktop.importers.figures.refuse import not_a_quantity
from desktop.importers.fold import Folded

_DIGITS: Final = re.compile(r"\d+(?:[-.,:：·×/]\d+)*|[一二两三四五六七八九十百千万亿几数]{2,}")
_COVERED: Final = (re.compile(r"(?:https?://|www\.)\S+"), re.compile(r"《[^《》\n]{1,90}》"), NUMBER)
_NEVER: Final = re.compile(  # what the guideline never counts: names, ends of a market, tiers, ordinals
    r"[一二三四五六七八九]{1,3}线|[BCGP]端|[A-Za-z]\d|千万|百般|万一|三三两两|一一|万万|数一数二|七七八八|乱七八糟"
)
_LATIN: Final = re.compile(r"[A-Za-z\ufe0f\u20e3]")  # 5C, 3D, and a digit on a keycap
_CLOCK: Final = re.compile(r"(?:[01]?\d|2[0-4])[:：][0-5]\d(?!\d)")
_CAPTION: Final = re.compile(r"[图表圖] ?$")  # 图1, 表2
_LATIN_BEFORE: Final = re.compile(r"[A-Za-z]-?$")  # GPT-4
_ORDINAL: Final = re.compile(r"第[ ]?$")
_LAW: Final = re.compile(r"第[ ]?[\d一二三四五六七八九十百]+(?:条|款|章|节|项|页|期|版|届|季)")
_MOST: Final = 400  # beyond, a list of what was not understood helps nobody
NAME: Final = Text(
    "像是名称、型号或编号的一部分，不是数量。", "Looks like part of a name, model or code, no quantity."
)
ORDINAL: Final = Text("是次序，不是数量。", "An ordinal, no quantity.")
UNITLESS: Final = Text("没有单位，看不出数的是什么。", "Without a unit; what it counts is unclear.")
HUGE: Final = Text("数值过大，无法记录。", "Too large a value to record.")


def leftovers(
    page: Page,
    folded: Folded,
    blocks: list[Block],
    items: list[dict[str, Any]],
    dropped: list[dict[str, Any]],
) -> list[Leftover]:
    """Return the numerals of the article that no item covers; ``blocks`` are those of the folded text."""
    covered = bytearray(len(page.text) + 1)
    for item in items:
        if item["kind"] in ("quantity", "policy"):
            covered[item["start"] : item["end"]] = b"\1" * (item["end"] - item["start"])
    for pattern in _COVERED:
        for match in pattern.finditer(page.text):
            covered[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    found = [Leftover(page.anchor(i["start"], i["end"]), HUGE) for i in dropped]
    text = folded.text
    for block in blocks:
        if block.kind == "furniture":
            continue
        cells = [cell for row in block.rows for cell in row]
        for start, stop in cells or [(block.content, block.end)]:
            for match in _DIGITS.finditer(text, start, stop):
                a, b = folded.back(*match.span())
                if not covered[a] and len(found) < _MOST:
                    why = _why(text, match.start(), match.end(), start, stop)
                    if why is not None:
                        found.append(Leftover(page.anchor(a, b), why))
    return sorted(found, key=lambda x: x.anchor.start)


def _why(text: str, pos: int, stop: int, start: int, end: int) -> Text | None:
    """Return why a numeral is none of the items; None where the guideline says that it never is one."""
    token = text[pos:stop]
    cjk = not token[0].isdigit()
    around = text[max(start, pos - 2) : min(end, stop + 2)]
    if _NEVER.search(around) or _LAW.match(text, max(start, pos - 1)):
        return None
    if cjk:
        value = chinese(token)
        if value is None or value.low < 10:
            return None
        following = text[stop : stop + 1]
        return UNITLESS if following and following not in "分里方面" else None
    if stop - pos > LONGEST:
        return HUGE
    if _CLOCK.fullmatch(token) or _CAPTION.search(text, max(start, pos - 2), pos):
        return None
    if _ORDINAL.search(text, max(start, pos - 2), pos):
        return ORDINAL
    if _LATIN.match(text, stop) or _LATIN_BEFORE.search(text, max(start, pos - 2), pos):
        return None
    if not_a_quantity(text, pos, stop, start, cjk=False) is not None:
        return NAME
    return UNITLESS
