"""A cell of another kind than those beside it: 28家 and 28亿元 under one head, 2分钟 and 40% in one row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.quantity_nouns import NOUNS, promised
from desktop.audit.sheet import Sheet
from desktop.audit.table_moves import all_times
from desktop.core.figure import Figure
from desktop.core.finding import Finding
from desktop.core.text import Text
from desktop.core.units import unit

KEY: Final = "odd_cells"
SAID: Final = Text(
    "{0}一{1}的其他各格是{2}，这一格{3}却是另一种量，单位有误或填错了位置。",
    "The other cells of the {1} {0} are {2}, but this one, {3}, is another kind of quantity: a wrong unit, or a value "
    "in the wrong place.",
)
_MOST: Final = 60  # rows
_SURE: Final = 3  # rows
Kinds = dict[int, dict[int, str]]
ROW, COLUMN = Text("行", "row"), Text("列", "column")
_REMARK: Final = re.compile(r"[（(][^）)]*[）)]\s*$")
# A column of these holds something else than the column beside it; of changes, anything.
_CHANGES: Final = (
    r"变化|变动|[增减涨降]|幅|同比|环比|差|[较对]|备注|说明|调整|结果|反馈|影响|评价|趋势|change|growth|note"
)
_CHANGE: Final = re.compile(_CHANGES, re.I)
_OTHER: Final = re.compile(rf"{_CHANGES}|[占比率]|share|%", re.I)
_RULE: Final = re.compile(
    r"方式|方法|形式|条件|要求|规则|门槛|措施|权益|优惠|服务|保障"
)  # may change its kind
_SCALED: Final = re.compile(r"\d\s*[万亿]$")
_PEOPLE: Final = ("人", "户", "名", "位", "个", "人次")
_NEUTRAL: Final = ("count of 个", "count of 项", "count of 种", "multiple", "rank", "grade", "date", "")
# Kinds that one quantity may well be told in, however many cells there are: a fee as a sum or as a rate.
_EITHER: Final = frozenset(
    frozenset(pair.split())
    for pair in (
        "money share", "money duration", "money energy", "share multiple", "share duration", "length duration",
        "length area", "mass volume", "energy power", "count organisations", "count steps", "count volume",
        "count mass",
    )
)  # fmt: skip
# Kinds that may be told in each other where a cell stands beside one other only: a limit by time or by number.
_MIXED: Final = _EITHER | frozenset(
    frozenset(("count", kind)) for kind in ("money", "share", "duration", "persons", "length", "energy")
)  # fmt: skip


@check(KEY, "格中单位", "units of cells", "table", needs={"table": ("level",)})
def run(sheet: Sheet, _world: World) -> Iterable[Result]:
    """Hold the kind of each amount against those of its row and of its column, and against what their name promises."""
    if len(sheet.rows) > _MOST:
        return
    rows: Kinds = {r: {c: kind for c in sheet.cols[1:] if (kind := _kind(sheet, r, c))} for r in sheet.rows}
    cols: Kinds = {c: {r: rows[r][c] for r in sheet.rows if c in rows[r]} for c in sheet.cols[1:]}
    # where every column is of one kind, only the name of a row can promise another one
    clean = all(len(own) > 1 and len(set(own.values())) == 1 for own in cols.values() if own)
    few = len(rows) < _SURE  # of more rows the columns tell what they hold, whatever a name ends with: 桥金
    meant = [r for r in rows if not clean or (few and promised(_plain(sheet.label(r))) is not None)]
    for row, col, kind in ((r, c, k) for r in meant for c, k in rows[r].items()):
        figure = sheet.at(row, col)
        if figure is None or figure.role != "level" or _CHANGE.search(sheet.head(col)):
            continue
        beside = {c: k for c, k in rows[row].items() if c != col and not _OTHER.search(sheet.head(c))}
        below = {r: k for r, k in cols[col].items() if r != row}
        if {k for c, k in rows[row].items() if c != col} == {kind} and not _is_odd_below(
            sheet, figure, kind, below
        ):
            continue  # it is the column that is mixed
        found: list[Finding] = []
        across = not _OTHER.search(sheet.head(col))
        if across and len(set(beside.values())) == 1 and kind not in beside.values():
            own = [f for c in beside if (f := sheet.at(row, c)) is not None]
            # only the name can tell that it is not the row that is mixed, unless all other rows are of one kind
            alike = set(below.values()) == {kind} and not _rows_are_of_one(rows, cols, row, col)
            pair = None if alike else _pair(sheet, [figure, *own])
            found = list(_told(sheet, sheet.label(row), ROW, figure, kind, own, pair))
        if not found and len(set(below.values())) == 1 and kind not in below.values():
            own = [f for r in below if (f := sheet.at(r, col)) is not None]
            found = list(_told(sheet, sheet.head(col), COLUMN, figure, kind, own, pair=False))
        yield from found


def _rows_are_of_one(rows: Kinds, cols: Kinds, row: int, col: int) -> bool:
    """Whether each other row is of one kind, while each other column has several: the rows are the quantities."""
    others = [set(own.values()) for r, own in rows.items() if r != row and len(own) > 1]
    beside = [set(own.values()) for c, own in cols.items() if c != col and len(own) > 1]
    return bool(others and beside) and all(len(k) == 1 for k in others) and all(len(k) > 1 for k in beside)


def _is_odd_below(sheet: Sheet, figure: Figure, kind: str, below: dict[int, str]) -> bool:
    """Whether the head of a column promises what all its other cells are: 500%-5000% below 平均额度(元)."""
    col = figure.col or 0
    own = [f for r in below if (f := sheet.at(r, col)) is not None]
    alike = len(own) > 1 and len(set(below.values())) == 1 and kind not in below.values()
    return alike and _promised(sheet.head(col), figure, kind, own)


def _pair(sheet: Sheet, own: Sequence[Figure]) -> bool:
    """Whether a row has two amounts, of before and of after; the later one, which comes first here, is the odd one."""
    return len(own) == 2 and (own[0].col or 0) > (own[1].col or 0) and all_times(sheet, list(own))


def _told(
    sheet: Sheet,
    name: str,
    line: Text,
    figure: Figure,
    kind: str,
    others: Sequence[Figure],
    pair: bool | None,
) -> Iterable[Finding]:
    other = _kind(sheet, others[0].row or 0, others[0].col or 0)
    alike = len(others) > 1 and len({f.unit for f in others}) == 1 and not _RULE.search(name)
    mixed = frozenset((kind, other)) in (_EITHER if alike else _MIXED)
    if mixed and len(others) == 1 and "share" in (kind, other) and "money" in (kind, other):
        return  # a fee of 3% that became one of 300元
    several = pair is not None and (len(others) > 1 or (pair and not _RULE.search(name)))
    if _promised(name, figure, kind, others) or (several and not mixed):
        shown = say.listed([stated(f) for f in others[:3]])
        said = SAID.format(quote(name.strip()), line, shown, stated(figure))
        written = formula("{} ≠ {}", bare(others[0]), bare(figure))
        yield say.finding(KEY, "inconsistent", (figure, *others), written, said)


def _promised(name: str, figure: Figure, kind: str, others: Sequence[Figure]) -> bool:
    """Whether the name of the line promises the kind of the other cells, and none that this cell is of."""
    noun = promised(_plain(name))
    if noun is None:
        return False

    def keeps(one: Figure) -> bool:
        own = _dimension(one)
        return own.startswith(noun.dimensions) and own not in noun.refuses

    fits = all(keeps(f) or not f.unit for f in others)
    return fits and not keeps(figure)


def _plain(name: str) -> str:
    """A name without a remark in brackets at its end."""
    return _REMARK.sub("", name.strip()).strip()


def _dimension(figure: Figure) -> str:
    known = unit(figure.unit)
    return known.dimension if known is not None else ""


def _kind(sheet: Sheet, row: int, col: int) -> str:
    """The kind of quantity of a cell; "" where it may be any."""
    figure = sheet.at(row, col)
    if figure is None or figure.role not in ("level", "ratio", "threshold"):
        return ""
    own = _dimension(figure)
    if not own and _SCALED.search(figure.as_printed) and _money(sheet, row, col):
        return "money"
    if own in _NEUTRAL:
        return ""
    if own == "count of organisations":
        return "organisations"
    if own.startswith("persons") or own.removeprefix("count of ") in _PEOPLE:
        return "persons"
    return own.split(" ")[0]


def _money(sheet: Sheet, row: int, col: int) -> bool:
    """Whether the name of a row or column makes a bare amount in 万 one of money."""
    names = map(_plain, (sheet.label(row), sheet.head(col)))
    return any(NOUNS[0].pattern.search(n) for n in names)
