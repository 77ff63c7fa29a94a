"""A cell that is a power of ten off all that it stands among: 25元 beside 20万 and 30万, 36,000吨 among 4,200吨."""

from __future__ import annotations

import itertools
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import powers_apart
from desktop.audit.quantity_nouns import NOUNS, promised
from desktop.audit.sheet import Sheet
from desktop.audit.table_names import plain
from desktop.core.figure import Figure
from desktop.core.finding import Finding
from desktop.core.text import Text
from desktop.core.units import unit

KEY: Final = "odd_scale"
_REMARK: Final = re.compile(r"[（(][^）)]*[）)]\s*$")
_SUMS: Final = re.compile(r"合计|总|全[国省市部]|累计|小计|行业|平均|大盘|total|all|average|sum", re.I)
_CHANGES: Final = re.compile(r"变化|变动|[增减涨降]|幅|同比|环比|差|[较]|change|growth", re.I)
_TIME: Final = re.compile(
    r"\d{4}|\d+月|季度|[上下]半年|Q\d|H\d|周|第.+[年月周天]|初|前|后|上年|去年|今年|本期|上期"
)
_NEAR: Final = 1.5  # times, above and below the others, that a value is of their size
_CLOSE: Final = 1.5  # times, from the least to the greatest of others that are of one size
_LIKE: Final = 3.0  # times, of others where a whole scale word is missing
_PAIR: Final = 1.2  # times, from one value to the next of a row
_CONSTANT: Final = 1.15  # times, within which a quotient of two columns is the same in all rows
_SCALE_WORD: Final = 3  # powers of ten, from which on a scale word is missing rather than a point misplaced
_FEW: Final = 3
_TENFOLD: Final = 6.0  # times, above which a value may be ten times another of its size
SAID: Final = Text(
    "{0}的{1}与同{2}的{3}相差约{4}倍，移动小数点或换一个单位才在同一量级，疑为写错。",
    "{1} of {0} is about {4} times apart from {3} in its {2}; the decimal point or the unit looks wrong.",
)
APART: Final = Text(
    "{0}一行的{1}与{2}之比，同其他各行相差约{3}倍，其中一个的小数点或单位有误。",
    "In the row {0} the quotient of {1} and {2} is about {3} times apart from that of all other rows: a decimal point "
    "or a unit of one of them is wrong.",
)
ROW, COLUMN = Text("行", "row"), Text("列", "column")
_WHOLE: Final = 100.0  # percent
_MOST: Final = 60  # rows; in a longer table some value is far off by nature
Ends = tuple[float, ...]


class Size(NamedTuple):
    """A cell: what kind of quantity it is, how large in the base unit (both ends of a range), and its figure."""

    kind: str
    ends: Ends
    figure: Figure


Lines = dict[int, list[Size]]


@check(KEY, "格中数量级", "scale of cells", "table", needs={"table": ("level ratio",)})
def run(sheet: Sheet, _world: World) -> Iterable[Result]:
    """Hold the size of each amount against those of its row and of its column, and quotients of columns."""
    if len(sheet.rows) > _MOST:
        return
    rows, cols = _lines(sheet)
    wide_rows, wide_cols = ({n: _wide(own) for n, own in lines.items()} for lines in (rows, cols))
    if not any(wide_rows.values()) and not any(wide_cols.values()):
        return
    row_kinds, col_kinds = ({n: {s.kind for s in own} for n, own in lines.items()} for lines in (rows, cols))
    dated = {c: all(_TIME.search(sheet.label(s.figure.row or 0)) for s in own) for c, own in cols.items()}
    told = False
    for row, line in rows.items():
        heads = all(_TIME.search(sheet.head(s.figure.col or 0)) for s in line)
        across = heads or _is_one(row_kinds, row) or promised(plain(sheet.label(row))) is not None
        for size in line:
            col = size.figure.col or 0
            if size.kind not in wide_rows[row] and size.kind not in wide_cols[col]:
                continue
            beside = [s for s in line if s is not size and _alike(s, size)]
            below = [s for s in cols[col] if s is not size and _alike(s, size)]
            labels = dated[col]
            found = _odd(
                size,
                beside if across else [],
                below if labels or _is_one(col_kinds, col) else [],
                labels=labels,
            )
            found = found or _odd_in_both(size, beside, below)
            if found is not None:
                told = True
                yield _finding(sheet, size.figure, *found)
    if not told:
        yield from _quotients(sheet, cols)


def _lines(sheet: Sheet) -> tuple[Lines, Lines]:
    """The amounts by row and by column, without sums and changes."""
    rows: Lines = defaultdict(list)
    cols: Lines = defaultdict(list)
    heads = (n for n in sheet.cols[1:] if not (_CHANGES.search(h := sheet.head(n)) or _SUMS.search(h)))
    labels = [n for n in sheet.rows if not _SUMS.search(sheet.label(n))]
    for col in heads:
        for row in labels:
            figure = sheet.at(row, col)
            if figure is not None and figure.role in ("level", "ratio"):
                size = Size(_kind(sheet, figure), _ends(figure), figure)
                if size.ends:
                    rows[row].append(size)
                    cols[col].append(size)
    return rows, cols


def _wide(line: Sequence[Size]) -> set[str]:
    """The kinds of which a line has values so far apart that one may be a power of ten off."""
    found: dict[str, Ends] = {}
    for size in line:
        found[size.kind] = (*found.get(size.kind, ()), *size.ends)
    return {kind for kind, ends in found.items() if max(ends) > _TENFOLD * min(ends)}


def _is_one(kinds: dict[int, set[str]], line: int) -> bool:
    """Whether a row (or column) is of one kind and another one of another kind, so that each is a quantity."""
    own = kinds[line]
    return len(own) == 1 and any(len(k) == 1 and k != own for k in kinds.values())


Found = tuple[int, Text, Sequence[Size]]


def _odd(size: Size, beside: Sequence[Size], below: Sequence[Size], *, labels: bool) -> Found | None:
    """By how many powers of ten a cell is off its row or its column, one of which is one quantity."""
    for end, value in enumerate(size.ends):
        if any(_of_size(value, [s.ends[end]], _FEW) for s in (*beside, *below)):
            continue
        for line, others in ((ROW, beside), (COLUMN, below)):
            own = [s.ends[end] for s in others]
            power = _power(value, own, _LIKE)
            if len(own) > 1 and abs(power) >= _SCALE_WORD:
                return power, line, others
            power = _power(value, own, _CLOSE)
            # things may well be of unlike size, moments of one thing hardly; of a range one end is told by the other
            several = len(own) >= _FEW and (line is ROW or labels)
            rate = size.kind == "share" and value > _WHOLE >= max(own, default=_WHOLE)
            if power and (several or (len(own) > 1 and (rate or len(size.ends) > 1))):
                return power, line, others
    return None


def _odd_in_both(size: Size, beside: Sequence[Size], below: Sequence[Size]) -> Found | None:
    """The same, told by the row and the column at once."""
    if not beside or len(below) < _FEW - 1 or len(size.ends) > 1:
        return None
    value = size.ends[0]
    rows, cols = ([s.ends[0] for s in own] for own in (beside, below))
    power = _power(value, rows, _CLOSE)
    both = power and power == _power(value, cols, _CLOSE) and _of_size(value / 10**power, rows, _PAIR)
    return (power, COLUMN, below) if both else None


def _power(value: float, others: Sequence[float], spread: float) -> int:
    """The power of ten by which a value is off others of one size; 0 where it is none, or they are not."""
    if not others or min(others) <= 0 or max(others) > spread * min(others):
        return 0
    middle = math.sqrt(max(others) * min(others))
    power = powers_apart(value, middle)
    return power if power and _of_size(value / 10**power, others, _NEAR) else 0


def _of_size(value: float, others: Sequence[float], times: float) -> bool:
    return min(others) / times <= value <= max(others) * times


def _finding(sheet: Sheet, figure: Figure, power: int, line: Text, sizes: Sequence[Size]) -> Finding:
    others = [s.figure for s in sizes]
    name = sheet.label(figure.row or 0) or sheet.head(figure.col or 0)
    shown = say.listed([stated(f) for f in others[:_FEW]])
    times = number(10.0 ** abs(power))
    said = SAID.format(quote(name), stated(figure), line, shown, times)
    written = formula("{} ≈ {} × {}", bare(figure), bare(others[0]), number(10.0**power, 4))
    return say.finding(KEY, "inconsistent", (figure, *others), written, said)


def _quotients(sheet: Sheet, cols: Lines) -> Iterable[Finding]:
    """Columns of one constant quotient, but for one row where it is a power of ten off."""
    filled = {c: {s.figure.row or 0: s for s in own} for c, own in cols.items() if len(own) >= _FEW}
    for left, right in itertools.combinations(sorted(filled), 2):
        if _TIME.search(sheet.head(left)) and _TIME.search(sheet.head(right)):
            continue  # one may well have grown tenfold
        found = {
            r: s.ends[0] / filled[right][r].ends[0] for r, s in filled[left].items() if r in filled[right]
        }
        if len(found) < _FEW or max(found.values()) <= _TENFOLD * min(found.values()):
            continue
        for row, own in found.items():
            others = [v for r, v in found.items() if r != row]
            power = _power(own, others, _CONSTANT)
            if power and _of_size(own / 10**power, others, _CONSTANT):
                one, other = filled[left][row].figure, filled[right][row].figure
                said = APART.format(
                    quote(sheet.label(row)), stated(one), stated(other), number(10.0 ** abs(power))
                )
                written = formula("{} ÷ {}", bare(one), bare(other))
                yield say.finding(KEY, "inconsistent", (one, other), written, said, "quotient")
                return


def _alike(one: Size, other: Size) -> bool:
    """Whether two cells are of one kind of quantity, both points or both ranges."""
    return one.kind == other.kind and len(one.ends) == len(other.ends)


def _kind(sheet: Sheet, figure: Figure) -> str:
    known = unit(figure.unit)
    if known is not None:
        return known.dimension
    names = (
        _REMARK.sub("", n.strip()).strip()
        for n in (sheet.label(figure.row or 0), sheet.head(figure.col or 0))
    )
    return "money CNY" if any(NOUNS[0].pattern.search(n) for n in names) else ""


def _ends(figure: Figure) -> Ends:
    """The one number of a cell, or the two ends of its range, in the base unit; () where there is none above zero."""
    low, high = figure.low, figure.high
    known = unit(figure.unit)
    factor = known.factor if known is not None else 1.0
    if low is None or high is None or min(low, high) <= Decimal(0):
        return ()
    return (float(low) * factor,) if low == high else (float(low) * factor, float(high) * factor)
