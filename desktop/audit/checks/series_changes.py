"""Changes that sentences state of a quantity whose years stand in a table: 较2022年末减少41.1%, 三年间年均下降28.9%."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, quote, signed_percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last
from desktop.audit.move import BY, TO, is_share
from desktop.audit.scope import Section
from desktop.audit.series import Series, meant, places_named, series_of
from desktop.audit.series_compared import EITHER, UNITS, Compared, any_fits, compared
from desktop.audit.series_years import AGAINST, EACH_YEAR, OWN_YEAR, YEAR, years_meant
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "series_changes"
_CLAUSE: Final = re.compile(r"[，,；;：:。]")
_REACHES: Final = re.compile(r"[由从自至到为成回](?:了|约|近)?$")
_PACED: Final = re.compile(r"(?:增速|[增降涨跌升减]幅|增长率)[^，]*[由从][^，]*[至到为](?:了|约|近)?$")
_ADDED: Final = re.compile(r"(?:增长|增加|多出|高出|上涨|扩大)了?(?:约|近|足足|整整)?$")
_LEADS: Final = re.compile(r"[从由自至到为是达]")
_BECAME: Final = re.compile(r"(?:[至到为成是]|当于|等于)[^，,。；]{0,12}的(?:约|近|足足|整整)?$")
_PRONOUN: Final = re.compile(r"\b(?:they|it|that)\b", re.I)
_THIS: Final = re.compile(r"[这该]个?(?:数字?|数值|数目)|这一(?:数字?|数值|数目)")
_OF_YEAR: Final = re.compile(
    r"[而但]?((?:19|20)\d\d)年(?:[又再却则才也还]|一年)*([\u4e00-\u9fff]{1,3}[了出]?)(?:约|近)?"
)
_COMMON: Final = ("", "%", "pp", "times", "CNY", "person")
_IN_YEAR: Final = re.compile(r"\s+in\s+((?:19|20)\d\d)")
_ELSE: Final = re.compile(
    r"占|额里|额中|量里|量中|份额|目标|预计|计划|若|如果|假如|将|有望|每|均价|单|其中|行业|同行|全国|全市|全省|季|月|半年|周|日|天|以内|不超过|至多|至少|上限|下限"
)
_UP: Final = re.compile(r"增|升|涨|多|扩|高|添|抬|up|rose|grew|rise|more|higher|climb", re.I)
_DOWN: Final = re.compile(
    r"减|降|跌|少|缩|低|落|退|撤|跌|掉|萎|裁|便宜|down|fell|drop|shrank|less|fall|lower|decline", re.I
)
_START: Final = re.compile(r"[由从自](?:\d{4}年[末底]?)?的?$")
_DIGITS: Final = re.compile(r"\d")
_FAR: Final = 120  # characters back to which a sentence is followed
_BEFORE: Final = 100  # characters before a sentence in which its subject may have been named
_TELLING: Final = 3  # digits of a number that no other is likely to have
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
    places = places_named(piece.plain_text, known)
    for figure in piece.amounts if known else ():
        at = figure.anchor.start - piece.start
        line = max(0, piece.text.rfind("\n", 0, at) - _BEFORE)
        near = bisect_left(places, line)
        if (near == len(places) or places[near] >= at) and not _tells_value(piece, figure):
            continue
        begin = max(0, at - _FAR, piece.sentence_start(at), piece.text.rfind(". ", 0, at) + 1)
        words = piece.text[begin:at] + figure.anchor.quote.partition(figure.as_printed)[0]
        clause = behind_last(_CLAUSE, words)
        if _PACED.search(clause):
            continue  # 增速由5.0%放缓至4.8%
        way = _way(figure, clause)
        if not way or any(not any(w in s.name for s in known) for w in _ELSE.findall(clause)):
            continue
        yield from _held(piece, known, figure, words, clause, way)


def _tells_value(piece: Section, figure: Figure) -> bool:
    """Whether a number right before a figure may be one of a series."""
    at = figure.anchor.start
    return any(len(f.as_printed) >= _TELLING and not f.table for f in piece.between(at - _BEFORE, at))


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
        return said.way if said.sure else EITHER if said.way and figure.unit in UNITS else ""
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
        if f.unit not in ("year", "times", "pp")
        and not (f.role == "change" and (f.unit == "%" or f.direction))
    ]
    values = [f for f in values if f.unit != "%" or not _is_size(piece.clause(f))]
    own = meant(known, words[-(figure.anchor.start - values[-1].anchor.end) :]) if values else []
    two = AGAINST.search(clause) is not None and len(set(YEAR.findall(clause))) == 2
    if (
        values and values[-1].unit and not own and not two
    ):  # else another amount stands between the name and the change
        known = [s for s in known if s.has(values[-1])]
    own = own or meant(known, _THIS.sub("", words)) or _with_value(known, values, piece, figure)
    of_year = _OF_YEAR.fullmatch(clause)
    if not own and of_year is not None and figure.unit not in _COMMON and not told(of_year[2]).others:
        own = [s for s in known if all(same_dimension(c.unit, figure.unit) for _, c in s.cells)]
        own = (
            own if len({s.name for s in own}) == 1 else []
        )  # 2021年回升了70万人次: of the one row in its unit
    taken_up = not own and bool(words) and not clause.isascii() and not told(clause).others
    if taken_up:  # 逾期率由2.4%升到4.2%。2023年升0.6个百分点: of what the text has spoken of before
        at = figure.anchor.start - piece.start - len(words)
        own = meant(known, piece.text[max(0, at - _BEFORE) : at])
    if not own and _PRONOUN.search(words):
        earlier = piece.text[: figure.anchor.start - piece.start - len(words)].rstrip(" .。")
        own = meant(known, earlier[max(earlier.rfind(". "), earlier.rfind("。"), earlier.rfind("\n")) + 1 :])
    if not own and _THIS.search(words):  # 有效保单有186万件。两年后，这个数字少了82万件
        begin = figure.anchor.start - len(words)
        before = [f for f in piece.between(begin - _BEFORE, begin) if not f.is_date and not f.table][-1:]
        own = [s for s in known if before and s.has(before[0])]
        own = own if len({s.name for s in own}) == 1 else []
        stated_here = [*before, *stated_here]
    later = _IN_YEAR.match(piece.text, figure.anchor.end - piece.start)
    if later is not None:
        words, clause = f"{words} {later[1]} ", f"{clause} {later[1]} "
    others = () if clause.isascii() else told(clause).others
    if others and not (_THIS.search(words) or _PRONOUN.search(words)):
        own = [s for s in own if any(_shares(o, s.name) for o in others)]
    failed: Compared | None = None
    for series in own:
        if series.has(figure) and not (_THIS.search(clause) and figure.role == "change"):
            continue  # a value of the table and no change: 降到2024年的17.4%
        for first, last in years_meant(series, words, clause, stated_here):
            yearly, shape = bool(EACH_YEAR.search(clause)), _shape(clause)
            found = compared(series, first, last, figure, way, yearly=yearly, shape=shape)
            if found is not None and found.holds:
                if found.known:
                    yield _told(found, figure)
                return
            failed = failed or found
    both_named = two or OWN_YEAR.match(clause) is not None
    yearly = EACH_YEAR.search(clause) is not None
    if taken_up:
        both_named, own = False, known
    last = int(of_year[1]) if of_year is not None and own and not taken_up else 0
    if failed is not None and (
        both_named or not any_fits(own, figure, way, last, yearly=yearly, shape=_shape(clause))
    ):
        yield _told(failed, figure)


def _shares(noun: str, name: str) -> bool:
    """Whether two nouns have two neighbouring characters in common: 投诉则要减少 is not of the 逾期率 told before."""
    return any(noun[i : i + 2] in name for i in range(max(1, len(noun) - 1)))


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
    have = [s for s in known if values and len(_DIGITS.findall(values[-1].as_printed)) >= _TELLING]
    if not have:
        return []
    between = piece.text[values[-1].anchor.end - piece.start : size.anchor.start - piece.start]
    if any(o not in have[0].name for o in told(between).others):  # 11,050把枪，比上年末多: of 充电枪
        return []
    return have if len({s.name for s in have}) == 1 else []


def _told(found: Compared, figure: Figure) -> Result:
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
