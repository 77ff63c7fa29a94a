"""Started in March 2022 and opened in September 2024, two and a half years later: the order and the time between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, number, quote
from desktop.audit.check import Result, World, check
from desktop.audit.english_number import Told
from desktop.audit.english_words import COUNT, TIMED, VALUE, count_of, figure_of, marked
from desktop.audit.interval import value_of
from desktop.audit.reading import Reading
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.period import Period
from desktop.core.text import Text

KEY: Final = "english_lengths"
_SPEAKS: Final = re.compile(
    r"\blater\b|\b(?:started|begun|began|founded|launched|signed|ordered|announced|proposed|conceived|opened|built|joined|enrolled|hired|born"
    r"|acquired|installed|leased|erected)\b"
)
_LATER: Final = re.compile(
    rf"(?P<a>{TIMED})(?:,? (?!from|since|until)[a-z-]+){{1,9}},? (?P<b>{TIMED}),? (?:just |only "
    rf"|about |nearly |almost |over |"
    rf"more than |less than |some |barely )?(?P<n>{COUNT}|an?|{VALUE})(?P<half> and a half)?"
    rf"(?: (?P<unit>year|month|week|day)s?)? (?:later|afterwards)"
)
_BEGUN: Final = (
    r"(?:started|begun|began|founded|launched|signed|ordered|announced|proposed|conceived|designed|joined|enrolled"
    r"|hired|born|acquired|installed|leased|erected)"
)
_DONE: Final = (
    r"(?:opened|delivered|wound up|inaugurated|demolished|scrapped|left|resigned|retired|died|sold|dissolved|expired"
    r"|dismantled|discontinued|withdrawn)"
)  # the others: date_order
_ORDER: Final = re.compile(
    rf"\b{_BEGUN} (?:in|on) (?P<a>{TIMED})(?:,? (?:and|but)|,)"
    rf" (?:then |finally |was |were |only |he |she |it |they )*{_DONE} (?:in|on) (?P<b>{TIMED})"
)
_DAYS: Final = {"year": 365.25, "month": 30.4375, "week": 7.0, "day": 1.0}
_LOOSE: Final = {
    "year": 0.6,
    "month": 1.0,
    "week": 1.0,
    "day": 1.0,
}  # two years later is said of two and a half, not of three
_ROUGH: Final = 1.15
TURNED = Text(
    "文中先说{0}，后说{1}，但后者的日期更早。",
    "The text puts {0} before {1}, but the second date is the earlier.",
)
LENGTH = Text(
    "从{0}到{1}约{2}{4}，文中却说{3}。", "From {0} to {1} is about {2} {5}, while the text says {3}."
)
_UNITS: Final = {
    "year": Text("年", "years"),
    "month": Text("个月", "months"),
    "week": Text("周", "weeks"),
    "day": Text("天", "days"),
}


@check(
    KEY,
    "英文的先后与时长",
    "order and length of time in English",
    "prose",
    needs={"prose": ("latin", "date")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Check two dates of an English sentence against the words that order them and tell how far apart they are."""
    if not _SPEAKS.search(piece.text):
        return
    for sentence in piece.sentences:
        if len(sentence.dates) < 2:
            continue
        reading = Reading(sentence)
        text = marked(reading)
        told = set()
        for match in _ORDER.finditer(text):
            for result in _order(reading, match):
                told.add(match["a"])
                yield result
        for match in _LATER.finditer(text):
            if match["a"] not in told:
                yield from _length(reading, match)


def told_elsewhere(told: Told) -> bool:
    """Whether this check reads the length of time of a sentence, so that no other has to."""
    words = re.sub(r"[\ue000-\uefff]\uf8ff*", "\ue000", told.marked)
    return _LATER.search(words) is not None


def _periods(reading: Reading, match: re.Match[str]) -> tuple[Figure, Figure, Period, Period] | None:
    one, other = figure_of(reading, match["a"]), figure_of(reading, match["b"])
    first, second = one.period, other.period
    if first is None or second is None or first.start is None or second.start is None:
        return None
    return one, other, first, second


def _order(reading: Reading, match: re.Match[str]) -> Iterator[Result]:
    found = _periods(reading, match)
    if found is None:
        return
    one, other, first, second = found
    if (second.end or second.start) < first.start:  # type: ignore[operator]
        yield from _turned(first, second, one, other)


def _turned(first: Period, second: Period, one: Figure, other: Figure) -> Iterator[Result]:
    said = TURNED.format(say.time(first), say.time(second))
    written = formula("{} < {}", say.time(second), say.time(first))
    yield say.finding(KEY, "inconsistent", (other, one), written, said, "order")


def _length(reading: Reading, match: re.Match[str]) -> Iterator[Result]:
    found = _periods(reading, match)
    if found is None:
        return
    one, other, first, second = found
    words, code = match["n"], match["unit"]
    if ord(words[0]) >= 0xE000:
        figure = figure_of(reading, words)
        value, code = (value_of(figure) or 0) / (_DAYS.get(figure.unit, 0) * 86400 or 1), figure.unit
    else:
        value = float(1 if words in ("a", "an") else count_of(words))
    if code not in _DAYS:
        return
    value += 0.5 if match["half"] else 0.0
    starts, ends = (first.start, second.start), (first.end or first.start, second.end or second.start)
    low = (starts[1] - ends[0]).days / _DAYS[code]  # type: ignore[operator]
    high = (ends[1] - starts[0]).days / _DAYS[code]  # type: ignore[operator]
    loose = 0.3 if match["half"] else _LOOSE[code]
    about = (low + high) / 2
    written = formula("{} − {} ≈ {} {}", say.time(second), say.time(first), number(about), _UNITS[code])
    rough = 1.0 if code == "day" and value % 10 else _ROUGH  # 53 days are counted, 50 may be rounded
    if high < 0:
        yield from _turned(first, second, one, other)
        return
    if low / rough - loose <= value <= high * rough + loose:
        yield say.passed(KEY, (other, one), written, rounded=True)
        return
    told = reading.text[match.start("n") : match.end()]
    unit = _UNITS[code]
    said = LENGTH.format(say.time(first), say.time(second), number(about), quote(told), unit.zh, unit.en)
    yield say.finding(KEY, "inconsistent", (other, one), written, said, "length")
