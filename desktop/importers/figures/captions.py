"""The units that the lines above a table give: 单位：亿元, 表2 门店变动（家）与门店收入（亿元）, 平台收支（万元）."""

from __future__ import annotations

import re
from typing import Final

_UNIT_LINE: Final = re.compile(r"单位(?:[:：]|(?:均|都)?为[:：]?) ?([^\s，。；）)]{1,8})")
_NAMED: Final = re.compile(r"(?P<noun>[\u4e00-\u9fff]{2,12})[（(](?P<unit>[^（）()\s]{1,6})[）)]")
_AT_END: Final = re.compile(r"[（(](?:单位[:：]?)?(?P<unit>[^（）()\s]{1,6})[）)][*_]*$")
_TIME: Final = re.compile(
    r"(?:FY)?(?:19|20)\d\d年?[末底度]?|(?:(?:19|20)\d\d年?)?(?:[上下]半年|第?[一二三四1-4]季度|\d{1,2}月)"
)
_WHOLE: Final = re.compile(r"[全本]年|合计|总计|全年合计|[上下]半年")
_OWN: Final = re.compile(
    r"[数率比次天价]$|比例|时长|排名|人数|占|均|[（(]|%"
)  # columns that it is not meant for
_MONEY: Final = re.compile(r"[收开支]支|支出|收入|成本|费用|经费|开销|花销|预算|投入|利润")
_COLUMNS: Final = 3
COUNTED: Final = (
    "数",
    "率",
    "比",
    "比例",
    "次",
    "天",
    "时长",
    "排名",
)  # rows that a unit of money is not meant for
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


def of_all(text: str, start: int, heads: list[str], labels: list[str]) -> str:
    """The unit that ends the line above a table of times, or one of money (三类点位开支（万元）); "" for none."""
    amounts = not any(_OWN.search(head) for head in heads[1:])
    rows = len(labels) > 1 and amounts and all(_TIME.fullmatch(w) or _WHOLE.fullmatch(w) for w in labels)
    times = rows or (len(heads) >= _COLUMNS and all(map(_TIME.fullmatch, heads[1:])))
    if not times and not amounts:
        return ""
    lines = text[max(0, start - _REACH) : start].rstrip().splitlines()
    match = _AT_END.search(lines[-1]) if lines else None
    if match is None or not (times or ("元" in match["unit"] and _MONEY.search(lines[-1]))):
        return ""
    return match["unit"]


def _alike(noun: str, head: str) -> bool:
    """Whether a head is what the caption names: 门店收入, or 收入 alone."""
    return len(head) >= _LEAST and (head in noun or noun in head)
