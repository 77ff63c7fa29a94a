"""A column of ranges that divides what a table lists into segments, of which two neighbours overlap."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.keys import same_dimension
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "overlapping_segments"
SAID: Final = Text(
    "{0}一栏中，{1}与{2}首尾相接，{3}与{4}却有重叠；这一栏若用来区分各类，重叠部分归哪一类文中没有说明。",
    "In the column {0}, {1} and {2} meet end to end, while {3} and {4} overlap; if the column tells the kinds apart, "
    "the text does not say which of them the common part belongs to.",
)
ONE: Final = Text("{}（{}）", "{} ({})")
# Prices of what a table lists may overlap; they divide it only where its rows are grades.
_PRICE: Final = re.compile(r"[利费汇]率|价|成本|费用|收益|薪|工资|rate|price|cost|fee|yield|salary", re.I)
_GRADE: Final = re.compile(
    r"[档级段组卡享]$|标准|基础|普通|高级|进阶|VIP|^[A-E][+-]?$|^第?[一二三四五\d]+[档级类段组]|[低中高]风险|^[低中高]$|grade|tier|level",
    re.I,
)
_LEAST: Final = 3  # ranges of a column


@check(KEY, "分段的区间", "ranges that divide", "table", needs={"table": ("level threshold ratio",)})
def run(sheet: Sheet, _world: World) -> Iterable[Result]:
    """Look at each column whose ranges rise, or fall, from row to row with both their ends."""
    if sum(map(_is_range, sheet.figures)) < _LEAST:
        return
    for col in sheet.cols:
        own = [f for r in sheet.rows if (f := sheet.at(r, col)) is not None]
        if len(own) < _LEAST or len(own) != len(sheet.rows) or not all(map(_is_range, own)):
            continue
        if _PRICE.search(sheet.head(col)) and not all(
            _GRADE.search(sheet.label(r).strip()) for r in sheet.rows
        ):
            continue
        if not all(same_dimension(own[0].unit, f.unit) for f in own):
            continue
        ordered = sorted(own, key=lambda f: (f.low or 0, f.high or 0))
        if own not in (ordered, ordered[::-1]):
            continue
        pairs = list(itertools.pairwise(ordered))
        if any((a.high or 0) >= (b.high or 0) or a.low == b.low for a, b in pairs):
            continue
        touching = [(a, b) for a, b in pairs if a.high == b.low]
        common = [(a, b) for a, b in pairs if (a.high or 0) > (b.low or 0)]
        if touching and len(common) == 1:
            four = (*touching[0], *common[0])
            shown = [ONE.format(quote(f.entity if f.entity.zh else say.title(f)), stated(f)) for f in four]
            said = SAID.format(quote(sheet.head(col).strip()), *shown)
            figures = tuple(dict.fromkeys((*common[0], *touching[0])))
            yield say.on_section(KEY, "ambiguous", figures, said)


def _is_range(figure: Figure) -> bool:
    return figure.low is not None and figure.high is not None and figure.low < figure.high
