"""Amounts of a table in 万 or 亿 of what nobody says: neither cell nor head, label or text beside it has a unit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "unitless"
_BARE: Final = re.compile(r"[\d.,]+\s*[千百十]?[万亿]$|[\d.,]+\s*(?:thousand|million|billion|[kmb]n?)$", re.I)
_UNIT: Final = re.compile(
    r"元|币|美金|[（(][^）)]+[）)]|单位|人数|人次|户数|件数|台数|辆|吨|家数|次数|笔数|用户|客户|客流|销量|产量|CNY|USD|\$|¥|people|users|units"
)
SAID = Text(
    "{0}一{1}的{2}没有写单位，是金额还是数目要由读者推断。",
    "The {1} {0} gives {2} without a unit: whether of money or of things is left to the reader.",
)
ROW, COLUMN = Text("行", "row"), Text("列", "column")
_LEAST: Final = 2  # such cells under one name
_MOST: Final = 4


@check(KEY, "表中单位", "units in a table", "table", needs={"table": ("level",)})
def run(sheet: Sheet, _world: World) -> Iterable[Result]:
    """Gather the amounts without a unit by row, and by column where the rows are entities."""
    by_row: defaultdict[int, list[Figure]] = defaultdict(list)
    by_col: defaultdict[int, list[Figure]] = defaultdict(list)
    for figure in sheet.figures:
        if _is_bare(figure) and figure.row and figure.col:
            by_row[figure.row].append(figure)
            by_col[figure.col].append(figure)
    for named, kind, groups in ((sheet.label, ROW, by_row), (sheet.head, COLUMN, by_col)):
        for place, own in groups.items():
            name = named(place)
            if len(own) >= _LEAST and name.strip() and not _UNIT.search(name) and not _told(sheet, own):
                shown = say.listed([quote(f.anchor.quote) for f in own[:_MOST]])
                yield say.on_section(KEY, "ambiguous", own, SAID.format(quote(name), kind, shown), kind.en)
                return


def _is_bare(figure: Figure) -> bool:
    return not figure.unit and not figure.is_date and bool(_BARE.search(figure.as_printed.strip()))


def _told(sheet: Sheet, own: list[Figure]) -> bool:
    """Whether a head or label of these cells, or another of them, has a unit."""
    others = [sheet.head(f.col or 0) for f in own] + [sheet.label(f.row or 0) for f in own]
    return any(_UNIT.search(words) for words in (*others, sheet.head(0)))
