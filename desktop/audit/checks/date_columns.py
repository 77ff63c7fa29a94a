"""A column of dates beside regulations or events that runs neither forwards nor backwards."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.sheet import Sheet
from desktop.audit.stages import in_order
from desktop.audit.titles import rule_titles
from desktop.core.figure import Figure
from desktop.core.text import NOTHING, Text

KEY: Final = "date_columns"
_ISSUED: Final = re.compile(
    r"发布|公布|颁布|印发|出台|发文|实施|施行|生效|发生|事件|issued|published|effective", re.I
)
_TITLES: Final = re.compile(
    r"政策|法规|文件|规定|办法|标准|条例|事件|事项|节点|环节|里程碑|大事|举措|policy|rule|regulation|event",
    re.I,
)
SAID = Text(
    "“{0}”一栏依次为{1}，既不由早到晚，也不由晚到早；请核对次序和日期。",
    "The column {0} runs {1}: neither forwards nor backwards in time, so its order or a date wants checking.",
)
ORDER: Final = Text(
    "表中{0}（{1}）在前、{2}（{3}）在后，但后者的日期早于前者。",
    "The table puts {0} ({1}) before {2} ({3}), but the latter has the earlier date.",
)
_LEAST: Final = 3


@check(KEY, "日期列次序", "order of a date column", "table", needs={"table": ("date",)})
def run(sheet: Sheet, _world: World) -> Iterable[Result]:
    """Look at the dates of a table that lists regulations or events."""
    if not _TITLES.search(sheet.head(0)) and not rule_titles(sheet.table):
        return
    for col in sheet.cols:
        if not col or not (
            _ISSUED.search(sheet.head(col)) or re.search(r"时间|日期|date|when", sheet.head(col), re.I)
        ):
            continue
        found = [_date(sheet, row, col) for row in sheet.rows]
        dated = [f for f in found if f is not None]
        if len(dated) < _LEAST or len(dated) != len(found):
            continue
        days = [_start(f) for f in dated]
        if days in (sorted(days), sorted(days, reverse=True)):
            yield say.passed(KEY, dated)
        elif _nearly(days) or _nearly(days[::-1]):
            wrong = _staged(sheet, col)
            if wrong is not None:
                yield wrong
                continue
            shown = Text("、", ", ").join([bare(f) for f in dated])
            head = sheet.head(col).strip()
            said = SAID.format(Text(head, f"“{head}”"), shown)
            yield say.finding(KEY, "ambiguous", dated, NOTHING, said)


def _date(sheet: Sheet, row: int, col: int) -> Figure | None:
    own = [f for f in sheet.grid.get((row, col), ()) if f.is_date and f.period is not None and f.period.start]
    return own[0] if len(own) == 1 else None


def _start(figure: Figure) -> date:
    assert figure.period is not None
    assert figure.period.start is not None
    return figure.period.start


def _staged(sheet: Sheet, col: int) -> Result | None:
    """What by its meaning cannot come before the row above it, and is dated earlier: 开工2021年9月, 投产2021年5月."""
    for n, row in enumerate(sheet.rows):
        for above in sheet.rows[:n]:
            one, other = _date(sheet, above, col), _date(sheet, row, col)
            told = in_order(sheet.label(above).strip(), sheet.label(row).strip())
            if told is None or one is None or other is None or other.period is None or one.period is None:
                continue
            if other.period.end is not None and other.period.end < _start(one):
                said = ORDER.format(quote(told[0]), bare(one), quote(told[1]), bare(other))
                written = formula("{} < {}", say.time(other.period), say.time(one.period))
                return say.finding(KEY, "inconsistent", (other, one), written, said, "stage")
    return None


def _nearly(days: list[date]) -> bool:
    """Whether all but one are in order, so that an order was meant."""
    return any((rest := days[:i] + days[i + 1 :]) == sorted(rest) for i in range(len(days)))
