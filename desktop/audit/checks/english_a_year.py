"""So much a day, a week or a month against so much a year, in English: $15 a month adds up to $180 a year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit.amounts import formula, number, percent
from desktop.audit.check import Result, World, check
from desktop.audit.english_number import COUNTED, POINTS, SHARE, TIME, TIMES, Number, Told
from desktop.audit.english_numbers import english
from desktop.audit.english_told import amount_of, passed, wrong
from desktop.audit.interval import Interval, compounded
from desktop.audit.scope import Prose
from desktop.core.text import Text, same

KEY: Final = "english_a_year"
_PER: Final = re.compile(
    r"^(?: [a-z]+){0,2}? (?:a|an|per|each|every) (?P<p>day|week|month|quarter)\b|^ (?P<ly>daily|weekly"
    r"|monthly|quarterly)\b|^/(?P<s>day|week|month|quarter)\b"
)
_LY: Final = re.compile(
    r"\b(?P<p>daily|weekly|monthly|quarterly)(?: [a-z-]+){1,4} ?(?:of |is |was |at |: ?|by )?(?:about "
    r"|around |roughly |just |only )*$",
    re.I,
)
_EVERY: Final = re.compile(r"\b(?:each|every|per|a) (?P<p>day|week|month|quarter)\b")
_YEAR: Final = re.compile(
    r"^(?: [a-z]+)?,? (?:a|per|each|every|over an?|over the|in a|in one|for a|for the|across the|for"
    r" one) (?:full |whole |single )?year\b"
    r"|^ (?:annually|yearly|per annum|over twelve months|over 12 months|a year)\b"
)
_ANNUAL: Final = re.compile(
    r"\b(?:annual|annually|yearly|annualised|annualized)(?: [a-z-]+){0,3}(?: of| is| at)? ?(?:about "
    r"|around |roughly |just |only )*$",
    re.I,
)
_CONTRAST: Final = re.compile(
    r"\b(?:but|while|whereas|instead|rather|than|from|against|compared|versus|rose|fell|plus|before"
    r"|after|unlike|rising|falling"
    r"|and|with|(?<!add )(?<!adds )(?<!added )(?<!adding )up|down|saved?|cheaper|discount|up front"
    r"|upfront|reduced|cut|raised|compound|compounded|effective)\b|;"
)
_JOINED: Final = re.compile(
    r"\b(?:or|is|are|means?|makes?|making|comes?|came|coming|amounts?|amounted|adds?|added|adding"
    r"|works?|worked|working|equals?|equalled|equivalent|translates"
    r"|totals?|totalled|costs?|pays?|paid|earns?|brings?|spends?|cost|so|which|that|corresponds|gives"
    r"|giving|then)\b|[=(–—]"
)
_AT_ONCE: Final = re.compile(
    r" (?:a|per|each|every) [a-z]+(?: to [a-z]+)?, ?(?:about |around |roughly |some )?"
)
_IN_YEAR: Final = {
    "day": (360.0, 366.0, 365.0),
    "week": (52.0, 52.18, 52.0),
    "month": (12.0, 12.0, 12.0),
    "quarter": (4.0, 4.0, 4.0),
}
_PERIODS: Final = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"}
_ELSE: Final = {
    "day": (250.0, 260.0, 261.0, 300.0, 312.0, 313.0, 52.0, 104.0),
    "week": (48.0, 50.0, 40.0),
    "month": (13.0,),
    "quarter": (),
}
_MONTHS: Final = re.compile(r"\b(?:months|weeks|days|season|term|terms|school|summer|winter)\b")
_OFFER: Final = re.compile(r"[^,]{0,24},? or (?:just |only |for |about )*")
WRONG: Final = Text("{0} × {1} = {2}，不是文中的{3}。", "{0} × {1} = {2}, not {3} as the text says.")
RATE: Final = Text(
    "{0} × {1} = {2}（复利为{4}），不是文中的{3}。",
    "{0} × {1} = {2}, or {4} compounded, not {3} as the text says.",
)


@check(
    KEY, "英文的一年合计", "what comes together in a year, in English", "prose", needs={"prose": ("latin",)}
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold what is told of a year against what is told of a shorter period right before it."""
    for told in english(piece):
        for n, year in enumerate(told.numbers):
            if n and _of_year(told, year) and year.kind not in (COUNTED, POINTS, TIMES, TIME):
                short = told.numbers[n - 1]
                period = _period(told, short) if short.kind == year.kind else ""
                if period and _plainly(told, short, year):
                    yield from _held(piece, told, short, year, period)


def _of_year(told: Told, own: Number) -> bool:
    return _YEAR.match(told.tail(own)) is not None or _ANNUAL.search(told.lead(own)) is not None


def _period(told: Told, short: Number) -> str:
    behind = _PER.match(told.tail(short, 30))
    if behind is not None:
        return behind["p"] or behind["s"] or _PERIODS[behind["ly"]]
    lead = re.split(r"[;:(]", told.lead(short, 50))[-1]
    before = _LY.search(lead)
    if before is not None:
        return _PERIODS[before["p"].lower()]
    return ""


def _plainly(told: Told, short: Number, year: Number) -> bool:
    """Whether the words between do nothing but say that the one is the other over a year."""
    gap = told.between(short, year)
    if len(gap) >= 70 or _CONTRAST.search(gap) is not None:
        return False
    return _JOINED.search(gap) is not None or _AT_ONCE.fullmatch(gap) is not None


def _held(piece: Prose, told: Told, short: Number, year: Number, period: str) -> Iterator[Result]:
    few, many, plain = _IN_YEAR[period]
    own, rough = short.allows, 0.1 * short.point  # a rate is a term, not a measure
    if short.kind == SHARE:
        own = Interval(max(own.low, short.point - rough), min(own.high, short.point + rough))
    found = own.times(Interval(few, many))
    point = short.point * plain
    written = formula("{} × {} = {}", short.shown, number(plain, 0), amount_of(point, year))
    figures = (year, short)
    if found.meets(year.allows):
        yield from passed(KEY, figures, written)
        return
    compound = 0.0
    if year.kind == SHARE:
        ends = [compounded(r, n) for r in own for n in (few, many)]
        compound = compounded(short.point, plain)
        if Interval(min(ends), max(ends)).meets(year.allows) or min(
            point, compound
        ) * 0.97 <= year.point <= max(point, compound):
            yield from passed(KEY, figures, written)
            return
    if (
        year.kind != SHARE
        and 0.5 * point < year.point < point
        and _OFFER.fullmatch(told.between(short, year))
    ):
        return  # £4.99 a month or £50 a year: the lower price of the longer term
    if (
        _MONTHS.search(told.marked)
        or any(year.allows.holds(short.point * n) for n in _ELSE[period])
        or _with_others(told, short, year, plain)
    ):
        return
    said = (RATE if compound else WRONG).format(
        short.shown, number(plain, 0), amount_of(point, year), year.shown, percent(compound)
    )
    yield wrong(
        KEY,
        piece,
        figures,
        written,
        said if compound else WRONG.format(*said_parts(short, plain, point, year)),
    )


def said_parts(short: Number, plain: float, point: float, year: Number) -> tuple[Text, ...]:
    """What the sentence on an amount names."""
    return short.shown, same(number(plain, 0)), amount_of(point, year), year.shown


def _with_others(told: Told, short: Number, year: Number, plain: float) -> bool:
    """Whether any other number around makes the amount of the year: for so many things, with so much on top."""
    for other in (*told.before[-6:], *told.numbers):
        if other is short or other is year:
            continue
        if other.kind == year.kind and other in told.numbers:
            sums = (
                other.allows.plus(short.allows.scaled(plain)),
                other.allows.plus(short.allows.scaled(plain - 1)),
                other.allows.scaled(plain),
            )
            if any(s.meets(year.allows) for s in sums):
                return True
        factor = other.allows.scaled(0.01) if other.kind == SHARE else other.allows
        if factor.low > 0:
            made = short.allows.times(factor)
            over = short.allows.over(factor)
            tries = [made, made.scaled(plain), *([over, over.scaled(plain)] if over is not None else [])]
            if any(t.meets(year.allows) for t in tries):
                return True
    return False
