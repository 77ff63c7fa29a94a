"""Changes that sentences state of a quantity whose years stand in a table: 较2022年末减少41.1%, 三年间年均下降28.9%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, quote, signed_percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.compare import FAILS, against
from desktop.audit.interval import Interval, as_claim, as_operand, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last
from desktop.audit.move import BY, TO, Move, is_share
from desktop.audit.scope import Section
from desktop.audit.series import Series, meant, series_of
from desktop.audit.series_years import AGAINST, EACH_YEAR, YEAR, years_meant
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "series_changes"
_SENTENCE: Final = re.compile(r"[。！？!?\n]|\.(?=\s)")
_CLAUSE: Final = re.compile(r"[，,；;：:。]")
_REACHES: Final = re.compile(r"[由从自至到为成](?:了|约|近)?$")
_ADDED: Final = re.compile(r"(?:增长|增加|多出|高出|上涨|扩大)了?(?:约|近|足足|整整)?$")
_LEADS: Final = re.compile(r"[从由自至到为是达]")
_BECAME: Final = re.compile(r"(?:[至到为成是]|当于|等于)[^，,。；]{0,12}的(?:约|近|足足|整整)?$")
_PRONOUN: Final = re.compile(r"\b(?:they|it|that)\b", re.I)
_IN_YEAR: Final = re.compile(r"\s+in\s+((?:19|20)\d\d)")
_ELSE: Final = re.compile(
    r"占|份额|目标|预计|计划|若|如果|假如|将|有望|每|均价|单|其中|行业|同行|全国|全市|全省|季|月|半年|周|日|天|以内|不超过|至多|至少|上限|下限"
)
_UP: Final = re.compile(r"增|升|涨|多|扩|高|添|抬|up|rose|grew|rise|more|higher|climb", re.I)
_DOWN: Final = re.compile(
    r"减|降|跌|少|缩|低|落|退|撤|跌|掉|萎|裁|便宜|down|fell|drop|shrank|less|fall|lower|decline", re.I
)
EITHER: Final = "either"  # 贵了, 快了: the number may have gone either way
_START: Final = re.compile(r"[由从自](?:\d{4}年[末底]?)?的?$")
_DIGITS: Final = re.compile(r"\d")
_BEFORE: Final = 100  # characters before a sentence in which its subject may have been named
_TELLING: Final = 3  # digits of a number that no other is likely to have
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
    sheets = [*piece.around(piece.start), *(s for t in piece.tables for s in piece.near(t.anchor.start))]
    known = [s for sheet in {id(s): s for s in sheets}.values() for s in series_of(sheet)]
    for figure in piece.amounts if known else ():
        at = figure.anchor.start - piece.start
        begin = max(0, at - 120)
        begin = at - len(_SENTENCE.split(piece.text[begin:at])[-1])
        words = piece.text[begin:at] + figure.anchor.quote.partition(figure.as_printed)[0]
        clause = behind_last(_CLAUSE, words)
        way = _way(figure, clause)
        if not way or any(not any(w in s.name for s in known) for w in _ELSE.findall(clause)):
            continue
        yield from _held(piece, known, figure, words, clause, way)


def _way(figure: Figure, clause: str) -> str:
    """ "up", "down" or EITHER as the words have it; "" for a figure that is no change."""
    if figure.role == "change" and figure.direction:
        return figure.direction
    if figure.role not in ("change", "level", "ratio") or _START.search(clause):
        return ""  # 由2022年的31.0%降至: where a change begins
    if not clause.isascii():
        said = told(clause)
        if not said.changes or _REACHES.search(clause):
            return ""
        return said.way if said.sure else EITHER if said.way and figure.unit in _UNITS else ""
    up, down = bool(_UP.search(clause[-30:])), bool(_DOWN.search(clause[-30:]))
    return "" if up == down else "up" if up else "down"


def _held(
    piece: Section, known: list[Series], figure: Figure, words: str, clause: str, way: str
) -> Iterator[Result]:
    stated_here = [
        f
        for f in piece.between(figure.anchor.start - len(words), figure.anchor.start)
        if not f.is_date and not f.table
    ]
    values = [
        f
        for f in stated_here
        if f.unit not in ("year", "times", "pp") and not (f.unit == "%" and f.role == "change")
    ]
    values = [f for f in values if f.unit != "%" or not _is_size(piece.clause(f))]
    own = meant(known, words[-(figure.anchor.start - values[-1].anchor.end) :]) if values else []
    if values and values[-1].unit and not own:  # else another amount stands between the name and the change
        known = [s for s in known if _has(s, values[-1])]
    own = own or meant(known, words) or _with_value(known, values, piece, figure)
    taken_up = not own and bool(words) and not clause.isascii() and not told(clause).others
    if taken_up:  # 逾期率由2.4%升到4.2%。2023年升0.6个百分点: of what the text has spoken of before
        at = figure.anchor.start - piece.start - len(words)
        own = meant(known, piece.text[max(0, at - _BEFORE) : at])
    if not own and _PRONOUN.search(words):
        earlier = piece.text[: figure.anchor.start - piece.start - len(words)].rstrip(" .。")
        own = meant(known, earlier[max(earlier.rfind(". "), earlier.rfind("。"), earlier.rfind("\n")) + 1 :])
    later = _IN_YEAR.match(piece.text, figure.anchor.end - piece.start)
    if later is not None:
        words, clause = f"{words} {later[1]} ", f"{clause} {later[1]} "
    failed: _Compared | None = None
    for series in own:
        if _has(series, figure):  # a value of the table and no change: 降到2024年的17.4%
            continue
        for first, last in years_meant(series, words, clause, stated_here):
            yearly, shape = bool(EACH_YEAR.search(clause)), _shape(clause)
            found = _compared(series, first, last, figure, way, yearly=yearly, shape=shape)
            if found is not None and found.holds:
                if found.known:
                    yield _told(found, figure)
                return
            failed = failed or found
    both_named = AGAINST.search(clause) is not None and len(set(YEAR.findall(clause))) == 2
    yearly = EACH_YEAR.search(clause) is not None
    if taken_up:
        both_named, own = False, known
    if failed is not None and (
        both_named or not _any_fits(own, figure, way, yearly=yearly, shape=_shape(clause))
    ):
        yield _told(failed, figure)


def _is_size(clause: str) -> bool:
    """Whether the words before a percentage make it the size of a change, though it is read as a level: 又添了25%."""
    return _LEADS.search(clause) is None and told(clause).changes


def _shape(clause: str) -> str:
    """Whether the words tell of what was added (BY) or of what it became (TO); "" where they may mean either."""
    return BY if _ADDED.search(clause) else TO if _BECAME.search(clause) else ""


def _with_value(known: list[Series], values: list[Figure], piece: Section, size: Figure) -> list[Series]:
    """The series that has the value told last, where no other has one like it: 总量9,600件较上年翻了一番.

    Nothing else may be named between the value and the size: 营收75.6亿元，电费涨到三倍 is of another.
    """
    if (
        values
        and told(piece.text[values[-1].anchor.end - piece.start : size.anchor.start - piece.start]).others
    ):
        return []
    have = [s for s in known if values and len(_DIGITS.findall(values[-1].as_printed)) >= _TELLING]
    return have if len({s.name for s in have}) == 1 else []


def _has(series: Series, figure: Figure) -> bool:
    """Whether an amount is one of a series."""
    claim = as_claim(figure)
    return any(same_dimension(c.unit, figure.unit) and claim is not None and (own := as_claim(c)) is not None
               and claim.meets(own) for _, c in series.cells)  # fmt: skip


class _Compared(NamedTuple):
    """A change held against the values of two years; ``known`` is whether it could be, ``point`` their quotient."""

    series: Series
    first: int
    last: int
    holds: bool
    known: bool = True
    yearly: bool = False
    point: float | None = None


def _compared(
    series: Series, first: int, last: int, figure: Figure, way: str, *, yearly: bool, shape: str = ""
) -> _Compared | None:
    """None where the series has no such years; what cannot be compared is taken to hold."""
    if way == EITHER:
        up, down = (
            _compared(series, first, last, figure, w, yearly=yearly, shape=shape) for w in ("up", "down")
        )
        return up if up is None or down is None or up.holds else down if down.holds else up
    one, other = series.of(first), series.of(last)
    if one is None or other is None:
        return None
    untold = _Compared(series, first, last, holds=True, known=False)
    x, y, a, b, claim = as_operand(one), as_operand(other), value_of(one), value_of(other), as_claim(figure)
    if x is None or y is None or a is None or b is None or claim is None:
        return untold
    if figure.unit == "pp" or (figure.unit not in _UNITS and same_dimension(figure.unit, one.unit)):
        gap = x.minus(y) if way == "down" else y.minus(x)
        return _Compared(series, first, last, gap.meets(claim))
    if figure.unit not in ("%", "times", "count:番") or a <= 0:
        return untold
    quotient, point = y.over(x), b / a
    if quotient is None:
        return untold
    if yearly:
        n = 1 / (last - first)
        if quotient.low <= 0:
            return untold
        quotient, point = Interval(quotient.low**n, quotient.high**n), point**n
    move = Move(one, other, figure, "", way == "down", True, shape if figure.unit == "times" else BY)
    result = against(quotient, point, move)
    if result is None:
        return untold
    return _Compared(series, first, last, result.result != FAILS, True, yearly, point)


def _told(found: _Compared, figure: Figure) -> Result:
    one, other = found.series.of(found.first), found.series.of(found.last)
    assert one is not None
    assert other is not None
    apart = abs((value_of(other) or 0.0) - (value_of(one) or 0.0))
    if found.point is not None:
        shown = (YEARLY if found.yearly else CHANGE).format(signed_percent((found.point - 1) * 100))
        if is_share(one) and not found.holds and figure.unit == "%":
            shown = Text("{}（{}）", "{} ({})").format(shown, POINTS.format(number(apart)))
    elif figure.unit == "pp":
        shown = POINTS.format(number(apart))
    else:
        shown = APART.format(amount(apart, one, exact=True))
    figures, written = (figure, one, other), formula("{} → {}: {}", bare(one), bare(other), shown)
    if found.holds:
        return say.passed(KEY, figures, written)
    names = (quote(found.series.name), str(found.first), bare(one), str(found.last), bare(other))
    said = WRONG.format(*names, shown, stated(figure))
    return say.finding(KEY, "inconsistent", figures, written, said)


def _any_fits(own: list[Series], figure: Figure, way: str, *, yearly: bool, shape: str) -> bool:
    """Whether a change is that between any two years of what is named: then the words were misread."""
    for series in own:
        for n, first in enumerate(series.years):
            for last in series.years[n + 1 + yearly :]:
                found = _compared(series, first, last, figure, way, yearly=yearly, shape=shape)
                if found is not None and found.holds:
                    return True
    return False
