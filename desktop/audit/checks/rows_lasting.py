"""A column of days or months against two columns of dates: the same two columns give it in the other rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.lengths import MONTH, YEAR, apart, lengths, shown
from desktop.audit.moments import with_years
from desktop.audit.sheet import Sheet
from desktop.audit.stages import in_order
from desktop.core.figure import Figure
from desktop.core.period import Period
from desktop.core.text import Text
from desktop.core.value import value

KEY: Final = "rows_lasting"
_DAYS: Final = {"day": 1.0, "week": 7.0, "month": MONTH, "year": YEAR}
_LOOSE: Final = {"day": 1.0, "week": 4.0, "month": 0.6 * MONTH, "year": 0.55 * YEAR}
_SPAN: Final = re.compile(
    r"天数|日数|[历用耗]时|时长|工期|周期|周数|月数|存续|持续|期限|任期|刑期|疗程|间隔|年限|在[任售岗营]|寿命|天$|[（(][天日周月年]"
    r"|days|weeks|months|duration|lasted",
    re.I,
)
_NOT: Final = re.compile(r"平均|工作日|交易日|营业日|剩|逾期|账龄|working|average", re.I)
_UNITS: Final = (
    (re.compile(r"天|日|days", re.I), "day"), (re.compile(r"周|weeks", re.I), "week"),
    (re.compile(r"月|months", re.I), "month"), (re.compile(r"年|years", re.I), "year"),
)  # fmt: skip
_BEGINS: Final = re.compile(
    r"开始|起始|起[日期]?$|开工|启动|^起|下单|申请|受理|立[案项]|入[院职学住]|上任|起租|出发|借款|放款|报[案修名]|投诉"
    r"|start|begin|from",
    re.I,
)
_ENDS: Final = re.compile(
    r"截止|截至|结束|完[成工]|终止|止[日期]?$|到期|办结|交[付货]|验收|判决|出院|离[任职]|退租|到达|结清|答复|修复|送达"
    r"|下[线架]|end|finish|until|due",
    re.I,
)
_STEP: Final = re.compile(r"[距与隔][上前]一?|间隔|since the last", re.I)
_NO_YEAR: Final = re.compile(r"\d\d-\d\d")
_MOST: Final = 6  # columns of dates
_LATEST: Final = 31  # days of a date that is told to the month
LASTS: Final = Text(
    "{0}一行从{1}到{2}是{3}，{5}一栏却写{4}；同列其他行与起止日期相符。",
    "In the row {0}, {1} to {2} is {3}, while the column {5} has {4}; other rows of the column fit their dates.",
)
BACK: Final = Text(
    "{0}一行的{1}是{2}，早于{3}的{4}；其他行都是后者在前。",
    "In the row {0}, {1} is {2}, before {3} on {4}; in the other rows {3} comes first.",
)


@value
class _Ends:
    """What the dates of a row are: where it stands, the first of two columns, and the second."""

    row: int
    one: Figure
    other: Figure

    @property
    def turned(self) -> bool:
        """Whether the second ends before the first begins."""
        a, b = self.one.period, self.other.period
        return a is not None and b is not None and bool(a.start and b.end) and b.end < a.start  # type: ignore[operator]


@check(KEY, "起止日期与时长列", "dates and lengths of rows", "table", needs={"table": ("date",)})
def run(sheet: Sheet, _world: World) -> Iterable[Result]:
    """Find the two columns of dates that give the column of lengths, and the rows where they do not."""
    dates = {col: own for col in sheet.cols if len(own := _dates(sheet, col)) > 1}
    pairs = list(combinations(dates, 2)) if len(dates) < _MOST else []
    told: set[int] = set()
    for col in sheet.cols if dates else ():
        head = sheet.head(col)
        if col in dates or not (_SPAN.search(head) or _STEP.search(head)) or _NOT.search(head):
            continue
        steps = [_steps(own) for own in dates.values()] if _STEP.search(head) else []
        for result, row in _lengths(sheet, col, [*(_both(dates[a], dates[b]) for a, b in pairs), *steps]):
            told.add(row)
            yield result
    for a, b in pairs:
        if (_BEGINS.search(sheet.head(a)) and _ENDS.search(sheet.head(b))) or in_order(
            sheet.head(a), sheet.head(b)
        ):
            yield from _backwards(sheet, (a, b), [e for e in _both(dates[a], dates[b]) if e.row not in told])


def _dates(sheet: Sheet, col: int) -> dict[int, Figure]:
    """The rows of a column that have one date, to the month or the day, and nothing else."""
    found = {}
    for row in sheet.rows:
        own = sheet.grid.get((row, col), ())
        if (
            len(own) == 1
            and own[0].is_date
            and (period := own[0].period) is not None
            and "→" not in period.text
        ):
            days = (period.end - period.start).days if period.start and period.end else 0
            if days <= _LATEST and (period.start or _NO_YEAR.fullmatch(period.text)):
                found[row] = own[0]
    return found


def _both(one: dict[int, Figure], other: dict[int, Figure]) -> list[_Ends]:
    return [_Ends(row, *with_years((one[row], other[row]))) for row in one if row in other]


def _steps(dates: dict[int, Figure]) -> list[_Ends]:
    """Each date of a column after the one of the row above it."""
    return [_Ends(row, *with_years((dates[row - 1], dates[row]))) for row in dates if row - 1 in dates]


def _lengths(sheet: Sheet, col: int, pairs: list[list[_Ends]]) -> Iterator[tuple[Result, int]]:
    """The rows of the pair of columns that fits most of the lengths; a length that another pair gives is let be."""
    unit = next((u for pattern, u in _UNITS if pattern.search(sheet.head(col))), "")
    cells = {
        row: own[0] for row in sheet.rows if (own := sheet.grid.get((row, col), ())) and not own[0].is_date
    }
    fit = [{e.row for e in ends if e.row in cells and _fits(sheet, cells[e.row], unit, e)} for ends in pairs]
    best = max(range(len(pairs)), key=lambda n: len(fit[n]), default=-1)
    known = [e for e in pairs[best] if e.row in cells] if pairs else []
    if not known or not fit[best] or 2 * len(fit[best]) < len(known):
        return
    if len(known) > 2 and len({cells[e.row].as_printed for e in known}) == 1:
        return  # the same in all rows: a term that is set, such as 公示期
    for ends in known:
        figures = (cells[ends.row], ends.one, ends.other)
        a, b = ends.one.period, ends.other.period
        assert a is not None
        assert b is not None
        if ends.turned:
            yield _back(sheet, ends), ends.row
        elif ends.row in fit[best]:
            yield say.passed(KEY, figures, _written(a, b), rounded=True), ends.row
        elif not any(ends.row in own for own in fit):
            row, head = quote(sheet.label(ends.row).strip()), quote(sheet.head(col).strip())
            names = (
                row,
                bare(ends.one),
                bare(ends.other),
                shown(a, b),
                quote(sheet.words(ends.row, col).strip()),
                head,
            )
            yield (
                say.finding(KEY, "inconsistent", figures, _written(a, b), LASTS.format(*names), "length"),
                ends.row,
            )


def _fits(sheet: Sheet, figure: Figure, unit: str, ends: _Ends) -> bool:
    if ends.one.period is None or ends.other.period is None:
        return False
    words = sheet.words(figure.row or 0, figure.col or 0)
    if (told := next(lengths(words), None)) is not None and told.exact:  # 2年6个月
        return told.fits(ends.one.period, ends.other.period)
    claim, code = as_claim(figure), figure.unit if figure.unit in _DAYS else unit
    if claim is None or code not in _DAYS:
        return False
    size = 1.0 if figure.unit not in _DAYS else 86400.0
    least, most = apart(ends.one.period, ends.other.period)
    low, high = (v / size * (_DAYS[code] if size == 1.0 else 1.0) for v in claim)
    return low - _LOOSE[code] <= most - 1 + (code == "day") and least <= high + _LOOSE[code]


def _backwards(sheet: Sheet, cols: tuple[int, int], known: list[_Ends]) -> Iterator[Result]:
    """Rows in which what ends does so before it begins, where it does not in most."""
    wrong = [e for e in known if e.turned]
    if 2 * len(wrong) < len(known):
        yield from (_back(sheet, e) for e in wrong)


def _back(sheet: Sheet, ends: _Ends) -> Result:
    one, other = ends.one, ends.other
    heads = [quote(sheet.head(f.col or 0).strip()) for f in (one, other)]
    names = (quote(sheet.label(ends.row).strip()), heads[1], bare(other), heads[0], bare(one))
    written = formula("{} < {}", bare(other), bare(one))
    return say.finding(KEY, "inconsistent", (other, one), written, BACK.format(*names), "order")


def _written(one: Period, other: Period) -> Text:
    return formula("{} − {} ≈ {}", say.time(other), say.time(one), shown(one, other))
