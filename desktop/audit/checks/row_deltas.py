"""By how much one row of a table rose or fell, told as an amount: 比上年多收29.1亿元, 减少36家."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last
from desktop.audit.scope import Section
from desktop.audit.table_names import Names, noun
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "row_deltas"
_MORE: Final = re.compile(
    r"^[^，,。；;\d]{0,10}?(?:(?:比|较)?(?:上年|去年|年初|上一?财?年度?|前一年))?(?:则|又|还|共|一年)*"
    r"(?:(?P<up>多[收卖赚开花进出]?|涨|增加|新增|净增|增长|上升|增收)|(?P<down>少[收卖赚开花进]?|降|减少|净减|减收|下降|缩水))了?(?:约|近)?$"
)
_WAYS: Final = frozenset("多增升涨少减降缩")  # of which each has one, and little behind it
_WHOSE: Final = re.compile(
    r"门店|收入|营收|保费|渠道|销量|业务|数量|产量|人数|规模|金额|支出|费用|的|[比较]?(?:上年|去年|年初)|一年|则|又|还|共"
)
_CLAUSE: Final = re.compile(r"[，,；;：:]")
_SENTENCE: Final = re.compile(r"[。！？\n]")
_OTHER: Final = re.compile(
    r"累计|[两三四五六七八九十]年|每|均|月|季|半年|预计|计划|目标|将|其中|若|如果|同行|比(?!上年|去年|年初|上一|前一)"
)
_MADE: Final = re.compile(r"减去|扣[除去掉]|相抵|抵掉|之差")  # of two columns
_RATES: Final = ("%", "permille", "pp", "bp", "times", "count:番", "")
WRONG: Final = Text(
    "文中说{0}{1}，按表中{2}应为{3}。",
    "The text has {0} change by {1}; by {2} of the table it is {3}.",
)
UP, DOWN = Text("增加{}", "+{}"), Text("减少{}", "−{}")


@check(
    KEY,
    "一行的增减",
    "by how much a row changed",
    "section",
    needs={"section": ("table", "多增净升涨少减降缩")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold an amount of change against the column of changes, or the two columns, of the one row that is named."""
    if not piece.has_tables:
        return
    for figure in piece.amounts:
        at = figure.anchor.start - piece.start
        lead = figure.anchor.quote.partition(figure.as_printed)[0]
        if figure.unit in _RATES or _WAYS.isdisjoint((piece.text[max(0, at - 8) : at] + lead)[-8:]):
            continue
        begin = max(0, at - 80)
        begin = at - len(behind_last(_SENTENCE, piece.text[begin:at]))
        *before, clause = _CLAUSE.split(piece.text[begin:at] + lead)
        way = _MORE.match(clause)
        if way is None or _OTHER.search(clause) or _MADE.search(piece.text, begin, at):
            continue
        for sheet in piece.around(figure.anchor.start):
            for names in sheet.by_names:
                row = _row(names, clause[: way.start("up" if way["up"] else "down")], before)
                if row and not _of_another(names, figure, clause):
                    yield from _held(names, row, figure, down=way["down"] is not None)


def _row(names: Names, own: str, before: list[str]) -> str:
    """The one row that a clause names, or else the clause before it, and nothing beside it."""
    if names.pattern is None:
        return ""
    found = set(names.pattern.findall(own))
    rest = re.sub(r"[|比较]", "", _WHOSE.sub("", names.rest(own)))
    if rest:
        return ""
    if not found and before:
        found = set(names.pattern.findall(before[-1]))
    return found.pop() if len(found) == 1 else ""


def _of_another(names: Names, figure: Figure, clause: str) -> bool:
    """Whether a clause names a column that is counted otherwise: 最低分下降了8分 beside 录取人数."""
    told = [f for f, head in names.fields.items() if len(noun(head)) > 1 and noun(head) in clause]
    units = {c.unit for f in told for line in names.lines.values() if (c := names.cell(line, f)) is not None}
    return bool(units) and not any(same_dimension(u, figure.unit) for u in units)


def _held(names: Names, row: str, figure: Figure, *, down: bool) -> Iterator[Result]:
    claim = as_claim(figure)
    if claim is None:
        return
    failed: Result | None = None
    for title, cells, change, point in _changes(names, row, figure):
        signed = Interval(-change.high, -change.low) if down else change
        figures = (figure, *cells)
        shown = amount(abs(point), cells[0], exact=True)
        written = formula("{}: {}", title, (DOWN if point < 0 else UP).format(shown))
        if signed.meets(claim):
            yield say.passed(KEY, figures, written)
            return
        told = (DOWN if down else UP).format(stated(figure))
        text = WRONG.format(quote(row), told, title, (DOWN if point < 0 else UP).format(shown))
        failed = failed or say.finding(KEY, "inconsistent", figures, written, text, "delta")
    if failed is not None:
        yield failed


def _changes(
    names: Names, row: str, figure: Figure
) -> Iterator[tuple[Text, tuple[Figure, ...], Interval, float]]:
    """The changes that a table has of a row in the unit of a figure: stated, or between two times of one noun."""
    line = names.lines[row]
    counted = figure.unit.startswith("count:")
    own_cells = ((f, names.cell(line, f)) for f in names.fields)
    cells = {
        f: c for f, c in own_cells
        if c is not None and (same_dimension(c.unit, figure.unit) or (counted and not c.unit))
    }  # fmt: skip
    for field, cell in cells.items():
        own, value = as_claim(cell), value_of(cell)
        if _is_delta(names.fields[field]) and own is not None and value is not None:
            if cell.direction == "down" and value > 0:
                own, value = Interval(-own.high, -own.low), -value
            yield quote(names.fields[field]), (cell,), own, value
    plain = [f for f in cells if not names.is_change(f) and not _is_delta(names.fields[f])]
    for one, other in itertools.combinations(plain, 2):
        a, b = names.fields[one], names.fields[other]
        years = [re.findall(r"(?:19|20)\d\d", w) for w in (a, b)]
        if noun(a) != noun(b) or not all(years) or years[0] == years[1]:
            continue
        first, last = (one, other) if years[0] < years[1] else (other, one)
        left, right = as_claim(cells[first]), as_claim(cells[last])
        x, y = value_of(cells[first]), value_of(cells[last])
        if left is not None and right is not None and x is not None and y is not None:
            title = Text("{0} − {1}", "{0} − {1}").format(bare(cells[last]), bare(cells[first]))
            yield title, (cells[last], cells[first]), right.minus(left), y - x


def _is_delta(head: str) -> bool:
    return bool(re.search(r"[较比](?:上|去|年|期|前)|增减|净增|变动|变化", head))
