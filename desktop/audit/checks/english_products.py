"""An English amount beside what it is made from: tonnes at dollars a tonne, a sum for so many, a rate a month."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.english_words import HEDGE, TAIL, VALUE, figure_of, marked, one_of
from desktop.audit.interval import Interval, as_claim, compounded, value_of
from desktop.audit.per import EACH, rounded
from desktop.audit.reading import Reading
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "english_products"
_SPEAKS: Final = re.compile(r"\b(?:at|each|apiece|per|a head|a month|a day|a week|a quarter|monthly|daily)\b")
_AT: Final = re.compile(
    rf"(?P<n>{VALUE})(?: (?P<noun>[a-z]+))? at {HEDGE}(?P<each>{VALUE}) (?:a|an|per|each) ?(?P<of>[a-z]+)?,? "
    rf"(?:or|for|making|which (?:is|was|comes to|makes)|that is|costing|worth|an?|in all|a total of)"
    rf"(?P<gap>(?: [a-z]+){{0,4}}) ?{HEDGE}(?P<total>{VALUE})"
)
_EACH: Final = re.compile(
    rf"(?P<total>{VALUE})(?:{TAIL}) (?:to|among|between|for|over|across|from)"
    rf" {HEDGE}(?P<n>{VALUE})(?: (?P<noun>[a-z]+))?"
    rf"(?: [a-z]+)?,? (?:or|that is|which is|an average of|at|about|roughly),? {HEDGE}(?P<each>{VALUE}) "
    rf"(?:each|apiece|a head|per head|(?:a|an|per) (?P<of>[a-z]+))\b"
)
_RATE: Final = re.compile(
    rf"(?P<short>{VALUE}) (?:a|per|each) (?P<unit>month|day|week|quarter)(?: [a-z]+){{0,3}}(?:,? "
    rf"(?:or|that is|which is|equal to|equivalent to|i\.e\.|making),?|[:;]|,? [–—]) {HEDGE}"
    rf"(?P<long>{VALUE}) (?:a|per|each) year"
)
_IN_YEAR: Final = {"day": (360.0, 366.0), "week": (52.0, 52.18), "month": (12.0, 12.0), "quarter": (4.0, 4.0)}
PRODUCT = Text("{0} × {1} = {2}，不是文中的{3}。", "{0} × {1} = {2}, not {3} as the text says.")
QUOTIENT = Text("{0} ÷ {1} = {2}，不是文中的{3}。", "{0} ÷ {1} = {2}, not {3} as the text says.")
RATE = Text(
    "{4}{0}合一年{1}（单利）至{2}（复利），不是文中的{3}。",
    "{0} {4} is {1} a year, or {2} compounded, not {3}.",
)


@check(KEY, "英文的单价与总数", "unit prices and totals in English", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Check totals, amounts for each, and rates of a shorter period against the year."""
    if not _SPEAKS.search(piece.text):
        return
    for sentence in piece.sentences:
        if len(sentence.amounts) < 2 or not _SPEAKS.search(sentence.text):
            continue
        reading = Reading(sentence)
        text = marked(reading)
        for pattern in (_AT, _EACH):
            for match in pattern.finditer(text):
                yield from _money(reading, match)
        for match in _RATE.finditer(text):
            yield from _rate(reading, match)


def _money(reading: Reading, match: re.Match[str]) -> Iterator[Result]:
    n, each, total = (figure_of(reading, match[k]) for k in ("n", "each", "total"))
    if not _counts(n) or each.unit != total.unit or not each.unit or each.unit == "%":
        return
    if match["of"] and one_of(match["of"]) not in {one_of(w) for w in _words(n, match["noun"])}:
        return  # 400 tonnes at $20 a barrel
    exact = match.re is _EACH
    one, other = (total, n) if exact else (n, each)
    left, right = _within(one), _within(other)
    a, b = value_of(one), value_of(other)
    claimed = each if exact else total
    told = rounded(claimed)
    if left is None or right is None or not a or not b or told is None:
        return
    b = b / _size(other)
    a = a / _size(one)
    found = left.over(right) if exact else left.times(right)
    if found is None:
        return
    point = amount(a / b if exact else a * b, claimed)
    written = formula("{} ÷ {} = {}" if exact else "{} × {} = {}", bare(one), bare(other), point)
    figures = (claimed, one, other)
    if found.meets(told):
        yield say.passed(KEY, figures, written, rounded=True)
    else:
        said = (QUOTIENT if exact else PRODUCT).format(bare(one), bare(other), point, stated(claimed))
        yield say.finding(KEY, "inconsistent", figures, written, said)


def _counts(figure: Figure) -> bool:
    """Whether a figure counts things that a price may be of."""
    known = figure.unit in ("", "person", *_SIZES) or figure.unit.startswith("count:")
    return known and figure.role == "level" and value_of(figure) is not None


_SIZES: Final = {"ton": 1000.0, "kg": 1.0, "L": 0.001, "km": 1000.0, "m": 1.0, "mile": 1609.344, "ha": 1e4}


def _size(figure: Figure) -> float:
    return _SIZES.get(figure.unit, 1.0)


def _within(figure: Figure) -> Interval | None:
    """What a figure allows, in its own unit: the price is of a tonne, not of a kilogram."""
    own = (
        rounded(figure)
        if figure.unit.startswith(("count:", "person")) or not figure.unit
        else as_claim(figure)
    )
    return own.scaled(1 / _size(figure)) if own is not None else None


def _words(figure: Figure, noun: str | None) -> list[str]:
    return [*re.findall(r"[a-z]+", figure.as_printed), *([noun] if noun else [])]


def _rate(reading: Reading, match: re.Match[str]) -> Iterator[Result]:
    short, long = figure_of(reading, match["short"]), figure_of(reading, match["long"])
    rate, own, claim = value_of(short), as_claim(short), as_claim(long)
    if {short.unit, long.unit} != {"%"} or not rate or rate < 0 or own is None or claim is None:
        return
    few, many = _IN_YEAR[match["unit"]]
    simple, compound = rate * many, compounded(rate, many)
    written = formula("{} × {} = {}", bare(short), number(many, 0), percent(simple))
    most = compounded(own.high, many)
    if Interval(own.low * few, most).meets(claim):
        yield say.passed(KEY, (long, short), written)
        return
    said = RATE.format(bare(short), percent(simple), percent(compound), stated(long), EACH[match["unit"]])
    yield say.finding(KEY, "inconsistent", (long, short), written, said, "rate")
