"""Changes that sentences state of a quantity whose years stand in a table: 较2022年末减少41.1%, 三年间年均下降28.9%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, quote, signed_percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.compare import FAILS, against
from desktop.audit.interval import Interval, as_claim, as_operand, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.move import Move, is_share
from desktop.audit.reading import number as whole
from desktop.audit.scope import Section
from desktop.audit.series import Series, meant, series_of
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "series_changes"
_SENTENCE: Final = re.compile(r"[。！？!?\n]|\.(?=\s)")
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_AGAINST: Final = re.compile(
    r"(?:较|比起?|相比|与|对比|compared with|from|than in)\s*((?:19|20)\d\d)\s*年?(?:末|底|同期)?(?:相比"
    r"|比)?[^，,。；\d]{0,12}$"
)
_FROM_TO: Final = re.compile(
    r"((?:19|20)\d\d)年?(?:年末|末|底)?(?:至|到|—|–|-|~)((?:19|20)\d\d)年?(?:末|底|间|期间)?[，,]?[^，,。；\d]*$"
)
_SPAN: Final = re.compile(
    r"(?<!\d)([两二三四五六七八九十\d]{1,2})(?:个)?年(?:间|内|里|来|下来|累计|共|合计)?(?:[^，,。；\d年]{0,10})$"
)
_ON_YEAR: Final = re.compile(r"同比|[较比]上年|[较比]去年|上一?年|year on year|on the year")
_PRONOUN: Final = re.compile(r"\b(?:they|it|that)\b", re.I)
_IN_YEAR: Final = re.compile(r"\s+in\s+((?:19|20)\d\d)")
_YEARLY: Final = re.compile(r"年均|年复合|复合|逐年|平均每年|每年|折成年均|a year|annual|CAGR", re.I)
_ELSE: Final = re.compile(
    r"占|份额|目标|预计|计划|若|如果|假如|将|有望|每|均价|单|其中|行业|同行|全国|全市|全省|季|月|半年|周|日|天|以内|不超过|至多|至少|上限|下限"
)
_UP: Final = re.compile(r"增|升|涨|多|扩|高|添|抬|up|rose|grew|rise|more|higher|climb", re.I)
_DOWN: Final = re.compile(
    r"减|降|跌|少|缩|低|落|退|撤|跌|掉|萎|裁|便宜|down|fell|drop|shrank|less|fall|lower|decline", re.I
)
_UNITS: Final = ("%", "pp", "times", "count:番")
WRONG: Final = Text(
    "表中{0}{1}年是{2}、{3}年是{4}，{5}，与文中的{6}不符。",
    "In the table, {0} is {2} in {1} and {4} in {3}: {5}; the text says {6}.",
)
CHANGE, APART, YEARLY, POINTS = (
    Text("变化{}", "a change of {}"),
    Text("相差{}", "{} apart"),
    Text("年均变化{}", "a change of {} a year"),
    Text("相差{}个百分点", "{} percentage points apart"),
)


@check(KEY, "表中历年变化", "changes over the years of a table", "section", needs={"section": ("table",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Recompute changes whose quantity and years a sentence names and a table gives."""
    if not piece.has_tables:
        return
    known = [s for sheet in piece.around(piece.start) for s in series_of(sheet)]
    known += [s for t in piece.tables for sheet in piece.near(t.anchor.start) for s in series_of(sheet)]
    if not known:
        return
    for figure in piece.figures:
        if figure.table or figure.is_date or value_of(figure) is None:
            continue
        at = figure.anchor.start - piece.start
        begin = max(0, at - 120)
        begin = at - len(_SENTENCE.split(piece.text[begin:at])[-1])
        words = piece.text[begin:at] + figure.anchor.quote.partition(figure.as_printed)[0]
        clause = re.split(r"[，,；;：:。]", words)[-1]
        way = _way(figure, clause)
        if not way or _ELSE.search(clause):
            continue
        yield from _held(piece, known, figure, words, clause, way)


def _way(figure: Figure, clause: str) -> str:
    """ "up" or "down" as the words have it; "" for a figure that is no change."""
    if figure.role == "change" and figure.direction:
        return figure.direction
    if figure.role not in ("change", "level", "ratio"):
        return ""
    if not clause.isascii():
        said = told(clause)
        return said.way if said.changes and said.sure and not _tail_of_level(clause) else ""
    up, down = bool(_UP.search(clause[-30:])), bool(_DOWN.search(clause[-30:]))
    return "" if up == down else "up" if up else "down"


def _tail_of_level(clause: str) -> bool:
    return re.search(r"[至到为成](?:了|约|近)?$", clause) is not None


def _held(
    piece: Section, known: list[Series], figure: Figure, words: str, clause: str, way: str
) -> Iterator[Result]:
    stated_here = [
        f
        for f in piece.between(figure.anchor.start - len(words), figure.anchor.start)
        if not f.is_date and not f.table
    ]
    before = stated_here[-1] if stated_here else None
    if (
        before is not None
        and not (before.unit in _UNITS and before.role == "change")
        and before.unit != "year"
    ):
        known = [
            s for s in known if _has(s, before)
        ]  # else another amount stands between the name and the change
    own = meant(known, words)
    if not own and _PRONOUN.search(words):
        earlier = piece.text[: figure.anchor.start - piece.start - len(words)].rstrip(" .。")
        own = meant(known, earlier[max(earlier.rfind(". "), earlier.rfind("。"), earlier.rfind("\n")) + 1 :])
    later = _IN_YEAR.match(piece.text, figure.anchor.end - piece.start)
    if later is not None:
        words, clause = f"{words} {later[1]} ", f"{clause} {later[1]} "
    failed: Result | None = None
    for series in own:
        if _has(series, figure):  # a value of the table and no change: 降到2024年的17.4%
            continue
        for first, last in _times(series, words, clause, stated_here):
            result, holds = _compare(series, first, last, figure, way, yearly=bool(_YEARLY.search(clause)))
            if holds:
                if result is not None:
                    yield result
                return
            failed = failed or result
    if failed is not None and not _any_fits(own, figure, way):
        yield failed


def _has(series: Series, figure: Figure) -> bool:
    """Whether an amount is one of a series."""
    claim = as_claim(figure)
    return any(same_dimension(c.unit, figure.unit) and claim is not None and (own := as_claim(c)) is not None
               and claim.meets(own) for _, c in series.cells)  # fmt: skip


def _times(series: Series, words: str, clause: str, before: list[Figure]) -> list[tuple[int, int]]:
    """The years from and to that the words name; the likely one first."""
    years = [int(y) for y in _YEAR.findall(words)]
    here = [int(y) for y in _YEAR.findall(clause)]
    end = _year_of(series, before) or (here or years or [series.years[-1]])[-1]
    against_ = _AGAINST.search(clause)
    if against_ is not None:
        start = int(against_[1])
        others = [y for y in years if y != start and y > start]
        to = _year_of(series, before) or (others[-1] if others else series.years[-1])
        return [(start, to)] if start < to else []
    span = _SPAN.search(clause) or (_SPAN.search(words) if _YEARLY.search(clause) else None)
    if span is not None:
        length = whole(span[1])
        return [(end - length, end), (series.years[-1] - length, series.years[-1])]
    if len(here) == 2 and here[0] < here[1]:
        return [(here[0], here[1])]
    between = _FROM_TO.search(words)
    if between is not None and int(between[1]) < int(between[2]):
        return [(int(between[1]), int(between[2]))]
    earlier = [y for y in series.years if y < end]
    if _ON_YEAR.search(clause) and earlier:
        return [(earlier[-1], end)] if earlier[-1] == end - 1 else []
    if len(here) == 1 and earlier and earlier[-1] == here[0] - 1 == end - 1:
        return [(earlier[-1], end)]
    return []


def _year_of(series: Series, before: list[Figure]) -> int:
    """The year of the value of the series that the sentence has told last; 0 where it told none."""
    for figure in reversed(before):
        claim = as_claim(figure)
        found = [y for y, c in series.cells if same_dimension(c.unit, figure.unit) and claim is not None
                 and (own := as_claim(c)) is not None and own.meets(claim)]  # fmt: skip
        if len(found) == 1:
            return found[0]
    return 0


def _compare(
    series: Series, first: int, last: int, figure: Figure, way: str, *, yearly: bool
) -> tuple[Result | None, bool]:
    one, other = series.of(first), series.of(last)
    if one is None or other is None:
        return None, False
    x, y, a, b = as_operand(one), as_operand(other), value_of(one), value_of(other)
    if x is None or y is None or a is None or b is None:
        return None, True
    figures = (figure, one, other)
    names = (quote(series.name), str(first), bare(one), str(last), bare(other))
    claim = as_claim(figure)
    if claim is None:
        return None, True
    if figure.unit == "pp" or (figure.unit not in _UNITS and same_dimension(figure.unit, one.unit)):
        gap = x.minus(y) if way == "down" else y.minus(x)
        held = gap.meets(claim)
        shown = (
            POINTS.format(number(abs(b - a)))
            if figure.unit == "pp"
            else APART.format(amount(abs(b - a), one, exact=True))
        )
    elif figure.unit in ("%", "times", "count:番") and a > 0:
        quotient, point = y.over(x), b / a
        if quotient is None:
            return None, True
        if yearly:
            n = 1 / (last - first)
            if quotient.low <= 0:
                return None, True
            quotient, point = Interval(quotient.low**n, quotient.high**n), point**n
        result = against(
            quotient,
            point,
            Move(one, other, figure, "", way == "down", way="" if figure.unit == "times" else "by"),
        )
        if result is None:
            return None, True
        held = result.result != FAILS
        shown = (YEARLY if yearly else CHANGE).format(signed_percent((point - 1) * 100))
        if is_share(one) and not held and figure.unit == "%":
            shown = Text("{}（{}）", "{} ({})").format(shown, POINTS.format(number(abs(b - a))))
    else:
        return None, True
    written = formula("{} → {}: {}", bare(one), bare(other), shown)
    if held:
        return say.passed(KEY, figures, written), True
    text = WRONG.format(*names, shown, stated(figure))
    return say.finding(KEY, "inconsistent", figures, written, text), False


def _any_fits(own: list[Series], figure: Figure, way: str) -> bool:
    """Whether a change is that between any two years of what is named: then the words were misread."""
    for series in own:
        for n, first in enumerate(series.years):
            for last in series.years[n + 1 :]:
                for yearly in (False, True):
                    if _compare(series, first, last, figure, way, yearly=yearly and last > first + 1)[1]:
                        return True
    return False
