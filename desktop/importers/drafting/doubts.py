"""Why a figure may have been read wrongly: a scale, a multiple, a time from elsewhere, a unit that is not there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import Final

from desktop.core.figure import Figure, plain
from desktop.core.review import Doubt
from desktop.core.text import Text, same
from desktop.importers.drafting.draft_figures import Read
from desktop.importers.drafting.page import Page
from desktop.importers.figures.numerals import SCALES
from desktop.importers.figures.units import TIME

_RANGE: Final = re.compile(
    r"(?P<a>\d[\d,.]*)[ ]?(?P<u>[万亿千百]*)[^\d万亿千百]{0,3}?[ ]?(?:-{1,2}|—|–|~|～|至|到|－)[ ]?[^\d]?"
    r"(?P<b>\d[\d,.]*)[ ]?"
    r"(?P<s>万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?![米克瓦])|百(?!分))"
)
_SAME: Final = re.compile(r"同期")
_TIMES: Final = re.compile(r"增长|增加|上升|提高|提升|扩大|上涨|攀升|激增|暴增|飙升|多了?|高出?|快|涨")
_FAR, _CLAUSES = 60, 3  # characters and commas between a date and what it dates
_OPEN: Final = (">=", ">", "<=", "<")

SCALE_END: Final = Text(
    "“{0}”只作用于右端，否则区间倒置。请确认。",
    "“{0}” scales the right end only, or the range would run backwards. Please confirm.",
)
SCALE_BOTH: Final = Text(
    "“{0}”按两端都作用来读（{1} 到 {2}）。", "“{0}” was taken to scale both ends ({1} to {2})."
)
TIMES: Final = Text(
    "“{0}{1}”可读作 {2} 倍于前或 {3} 倍于前；按原文记为增量。",
    "“{0}{1}” may mean {2} or {3} times what it was; it is kept as the increase that the text states.",
)
SAME_TIME: Final = Text("“同期”取自本句的“{0}”。", "“The same period” is taken from {0} in this sentence.")
BASE_TIME: Final = Text(
    "“同期”只写了“{0}”，没有写明是其中哪一段。", "“The same period” names {0} only, not which part of it."
)
FAR: Final = Text("时间“{0}”取自本句较远的地方。", "The time {0} is taken from far back in the sentence.")
CARRIED: Final = Text("时间“{0}”取自上一句。", "The time {0} is taken from the sentence before.")
NO_UNIT: Final = Text("原文和表头都没有写单位。", "Neither the text nor a header gives a unit.")
NO_ENTITY: Final = Text("没有找到说的是谁。", "Whose figure it is was not found.")
NO_INDICATOR: Final = Text("没有找到说的是什么指标。", "What it measures was not found.")
VAGUE: Final = Text("“{0}”只给出下限。", "“{0}” gives a lower bound only.")
NEGATED: Final = Text(
    "原文说的是没有达到，请确认。", "The text says that this was not reached; please confirm."
)
SEVERAL: Final = Text(
    "一个单元格里有 {0} 个数字，请确认各指什么。", "The cell has {0} numbers; please confirm what each means."
)
NEARLY: Final = Text(
    "“近”读作“接近”；也可能是“最近{0}”。", "“近” was read as “nearly”; it may also mean “the last {0}”."
)
CLOSED: Final = Text(
    "区间旁有“{0}”，按闭区间记。", "“{0}” stands beside a range; it is kept as closed at both ends."
)
NO_YEAR: Final = Text("日期没有写年份。", "The date gives no year.")


def of_figures(page: Page, reads: list[Read]) -> list[Doubt]:
    """Return the doubts of all figures in their order."""
    dates = [r.figure for r in reads if r.figure.is_date and not r.figure.table]
    starts = [d.anchor.start for d in dates]
    cells = Counter(
        (f.table, f.row, f.col) for r in reads if (f := r.figure).table and not f.is_date and not _linked(f)
    )
    found: list[Doubt] = []
    whose = _names_owners([r.figure for r in reads])
    for read in reads:
        figure = read.figure
        if figure.is_date:
            _of_date(page, figure, found)
            continue
        before = len(found)
        _of_amount(page, read, found, whose)
        if figure.table:
            count = cells[figure.table, figure.row, figure.col]
            if count > 1 and len(found) == before:
                found.append(Doubt(figure.id, "several", 0.3, SEVERAL.format(count)))
        elif figure.period is not None:
            _of_period(page, figure, dates, starts, found)
    return found


def _names_owners(figures: list[Figure]) -> bool:
    """Whether the article says of most figures whose they are, so that one without an owner stands out."""
    prose = [f for f in figures if not f.is_date and not f.table]
    return sum(bool(f.entity.zh) for f in prose) * 3 >= len(prose) * 2


def _linked(figure: Figure) -> bool:
    return bool(figure.change_from)


def _of_date(page: Page, figure: Figure, found: list[Doubt]) -> None:
    period = figure.period
    if period is None:
        return
    if page.text.startswith("同期", figure.anchor.end) or "同期" in figure.anchor.quote:
        found.append(Doubt(figure.id, "same_period", 0.4, BASE_TIME.format(period.shown())))
    elif period.start is None and period.text[:2].isdigit():
        found.append(Doubt(figure.id, "no_year", 0.4, NO_YEAR))


def _of_amount(page: Page, read: Read, found: list[Doubt], whose: bool) -> None:
    figure, item = read.figure, read.item

    def doubt(code: str, weight: float, why: Text) -> None:
        found.append(Doubt(figure.id, code, weight, why))

    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        _of_range(figure, item["comparator"], found)
    if item.get("vague"):
        doubt("vague", 0.4, VAGUE.format(same(figure.anchor.quote)))
    if figure.negated:
        doubt("negated", 0.3, NEGATED)
    if (
        figure.unit == "times"
        and figure.role == "change"
        and figure.low is not None
        and figure.low == figure.high
    ):
        verb = None
        for verb in _TIMES.finditer(page.text, max(0, figure.anchor.start - 8), figure.anchor.start):  # noqa: B007
            pass
        if verb is not None and figure.direction == "up":
            one, more = same(plain(figure.low)), same(plain(figure.low + 1))
            doubt("times", 0.5, TIMES.format(verb[0], figure.as_printed, more, one))
    if not figure.unit and figure.role != "rank":
        doubt("unit", 0.5, NO_UNIT)
    if figure.hedge == "近" and figure.unit in TIME:
        doubt("nearly", 0.5, NEARLY.format(same(figure.as_printed)))
    if not figure.indicator.zh:
        doubt("indicator", 0.4, NO_INDICATOR)
    elif whose and not figure.entity.zh and not figure.table:
        doubt("entity", 0.3, NO_ENTITY)


def _of_range(figure: Figure, sign: str, found: list[Doubt]) -> None:
    if sign in _OPEN:
        found.append(Doubt(figure.id, "closed", 0.4, CLOSED.format(same(figure.hedge or sign))))
    match = _RANGE.search(figure.anchor.quote)
    if match is None or match["u"] or figure.low is None or figure.high is None:
        return
    left, right = float(match["a"].replace(",", "")), float(match["b"].replace(",", ""))
    scaled = float(figure.low) >= left * SCALES[match["s"]] * 0.99
    if not scaled and left > right:
        found.append(Doubt(figure.id, "scale_end", 0.6, SCALE_END.format(same(match["s"]))))
    elif not scaled or right >= 5 * left:
        low, high = same(plain(figure.low)), same(plain(figure.high))
        why = SCALE_BOTH.format(same(match["s"]), low, high) if scaled else SCALE_END.format(same(match["s"]))
        found.append(Doubt(figure.id, "scale_both" if scaled else "scale_end", 0.4, why))


def _of_period(
    page: Page, figure: Figure, dates: list[Figure], starts: list[int], found: list[Doubt]
) -> None:
    """A time from another place: far back, the sentence before, or by 同期."""
    assert figure.period is not None
    start = figure.anchor.start
    last = figure.period.text.split("→")[-1]
    at = bisect_left(starts, start) - 1
    while at >= 0 and start - starts[at] <= 400:
        date = dates[at]
        if date.period is not None and date.period.text.split("→")[-1] == last:
            break
        at -= 1
    else:
        return
    between = page.text[dates[at].anchor.end : start]
    shown = figure.period.shown()
    if _SAME.search(between[-16:]):
        found.append(Doubt(figure.id, "same_period", 0.4, SAME_TIME.format(shown)))
    elif any(c in between for c in "。！？!?\n"):
        found.append(Doubt(figure.id, "carried", 0.4, CARRIED.format(shown)))
    elif len(between) > _FAR and between.count("，") + between.count(",") >= _CLAUSES:
        found.append(Doubt(figure.id, "far", 0.3, FAR.format(shown)))
