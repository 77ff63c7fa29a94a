"""A total in the line above a list: 每月要花710元：房租412元，物业96元，人工118元，折旧84元, as bullets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit.adding import held
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.scope import Section
from desktop.core.figure import Figure

KEY: Final = "listed_totals"
_ENDS: Final = ("：", ":", "：**", ":**")
_SHARED: Final = re.compile(r"(?:分布|构成|组成|明细|归属|去向|来源|分类)(?:情况)?(?:如下|为)?[：:*]*$")
_CLAUSE: Final = re.compile(r"[，；。！？]|[,;](?!\d)")
_TOTAL: Final = re.compile(r"合计|总|共|total|altogether", re.I)
_NO_SUM: Final = ("%", "permille", "pp", "times", "rank", "year", "month", "day", "hour", "minute", "")


@check(KEY, "列表上方的合计", "totals above a list", "section", needs={"section": ("：:", "-*•·1")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Add up a list of one unit whose heading line ends in a colon and holds one amount near the sum."""
    end = piece.start + len(piece.text)
    for sheet in piece.earlier:
        start = sheet.table.anchor.start
        if not sheet.key.startswith("table:list:") or not piece.start <= start < end:
            continue
        before = piece.text[: start - piece.start].rstrip()
        begin = before.rfind("\n") + 1
        if not before.endswith(_ENDS):
            continue
        heads = [f for f in piece.between(piece.start + begin, start) if not f.is_date and f.role == "level"]
        line, parts = piece.text[begin : len(before)], list(sheet.figures)
        total = heads[-1] if heads else None
        if total is not None and not _adds_up(total, parts) and _SHARED.search(line):
            total = next(
                (f for f in heads if _adds_up(f, parts)), None
            )  # 共4,800件，比上年的3,000件多，分布如下
        elif total is not None and not _opens(line, total.anchor.end - piece.start - begin):
            total = None
        if total is not None and _adds_up(total, parts):
            yield from held(total, parts)


def _opens(line: str, end: int) -> bool:
    """Whether an amount stands in the words that open a list, or is called a total: 每收100元保费，这样花掉 is none."""
    behind, clause = line[end:], _CLAUSE.split(line[:end])[-1]
    return not _CLAUSE.search(behind.rstrip("：:* ")) or (
        _TOTAL.search(clause) is not None and "。" not in behind
    )


def _adds_up(total: Figure, parts: list[Figure]) -> bool:
    """Whether a list may be the parts of the amount above it: of its unit, and of about its size."""
    whole, values = value_of(total), [value_of(p) for p in parts]
    if not whole or any(v is None for v in values) or total.unit in _NO_SUM:
        return False
    if any(p.unit != total.unit or p.role not in ("level", "ratio") for p in parts):
        return False
    return 0.7 * whole < sum(v or 0.0 for v in values) < 1.3 * whole
