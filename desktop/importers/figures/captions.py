"""The units that the lines above a table give: 单位：亿元, 单位为万元, 表2 门店变动（家）与门店收入（亿元）."""

from __future__ import annotations

import re
from typing import Final

_UNIT_LINE: Final = re.compile(r"单位(?:[:：]|(?:均|都)?为[:：]?) ?([^\s，。；）)]{1,8})")
_NAMED: Final = re.compile(r"(?P<noun>[\u4e00-\u9fff]{2,12})[（(](?P<unit>[^（）()\s]{1,6})[）)]")
_CORNER: Final = re.compile(r"(?:主要|财务|经营)?(?:项目|指标|科目|数据|口径|会计期间|年份|年度|时间)[（(]")
_REACH: Final = 60  # characters above a table
_AND: Final = re.compile(r"[与和及、]|年|表")
_LEAST: Final = 2  # characters that two names share


def general(text: str, start: int) -> str:
    """The unit of all numbers of the table that begins at ``start``, as it is written; "" for none."""
    match = _UNIT_LINE.search(text, max(0, start - _REACH), start)
    return match[1] if match and text.count("\n", match.end(), start) <= _LEAST else ""


def is_corner(head: str) -> bool:
    """Whether the head of the labels speaks of all rows, so that its unit is that of their numbers: 项目（亿元）."""
    return _CORNER.match(head) is not None


def by_head(text: str, start: int, heads: list[str]) -> list[str]:
    """The unit of each column by the names in the line above the table, of which there must be two; "" for none."""
    none = [""] * len(heads)
    lines = text[max(0, start - _REACH) : start].rstrip().splitlines()
    pairs = [(_AND.split(m["noun"])[-1], m["unit"]) for m in _NAMED.finditer(lines[-1])] if lines else []
    if len(pairs) < _LEAST or lines[-1].endswith("。"):
        return none
    named = [next((p for p in pairs if _alike(p[0], head)), None) for head in heads]
    rest = [unit for noun, unit in pairs if (noun, unit) not in named]
    other = rest[0] if len(rest) == 1 else ""
    return ["", *(pair[1] if pair is not None else other for pair in named[1:])]


def _alike(noun: str, head: str) -> bool:
    """Whether a head is what the caption names: 门店收入, or 收入 alone."""
    return len(head) >= _LEAST and (head in noun or noun in head)
