"""Changes on the year before, whose two values stand in different sentences of a paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.magnitudes import Magnitude
from desktop.audit.marks import Cue
from desktop.audit.move import MOST, Move
from desktop.audit.pairs import Pair
from desktop.audit.reading import CLAUSE, Reading
from desktop.audit.scope import Prose
from desktop.audit.shapes import shaped
from desktop.audit.telling import told
from desktop.core.figure import Figure

_AGAINST: Final = re.compile(r"同比|(?:较|比)(?:上年|去年|上一年|前一年)|year on year|year-on-year|yoy", re.I)
_WORDS: Final = Cue("同比|较上|较去|较前|比上|比去|比前", "year on year|year-on-year|yoy")
_SIZES: Final = ("%", "permille", "times")


def year_on_year(piece: Prose, known: list[Move]) -> Iterator[Move]:
    """Changes that are of no pair yet: the value before them against that of one year earlier, of one name."""
    if len(piece.sentences) < 2 or not _WORDS.in_(piece):
        return
    used = {m.change.id for m in known if m.change is not None}
    values: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in piece.figures:
        if _is_value(figure):
            values[figure.indicator.zh, figure.entity.zh].append(figure)
    for sentence in piece.sentences:
        for change in sentence.amounts[:MOST]:
            if change.unit not in _SIZES or change.role != "change" or change.id in used:
                continue
            pair = _pair(Reading(sentence), change, values)
            if pair is None:
                continue
            reading, since, two = pair
            size = Magnitude(change, reading.start(change), reading.end(change))
            move = shaped(reading, reading, size, two, since)
            if move is not None:
                yield move


def _is_value(figure: Figure) -> bool:
    return (
        figure.role in ("level", "ratio")
        and bool(figure.indicator.zh)
        and _year(figure) is not None
        and value_of(figure) is not None
    )


def _pair(
    reading: Reading, change: Figure, values: Mapping[tuple[str, str], list[Figure]]
) -> tuple[Reading, int, Pair] | None:
    """The values of the year of a change and of the year before it, where nothing stands between value and change."""
    at = reading.start(change)
    since = max((reading.end(f) for f in reading.sentence.amounts if reading.end(f) <= at), default=0)
    words = reading.words(since, at)
    if not _AGAINST.search(reading.text[since:at]) or told(words).others or len(CLAUSE.split(words)) > 2:
        return None
    year = change.period.end.year if change.period and change.period.end else None  # of 2022→2023, the later
    own = next((f for f in reversed(reading.sentence.amounts) if reading.end(f) <= at), None)
    if own is None or year is None or not _is_value(own):
        return None
    like = [f for f in values.get((own.indicator.zh, own.entity.zh), ())[:MOST] if _same(f, own)]
    now = [f for f in like if _year(f) == year]
    then = [f for f in like if _year(f) == year - 1]
    if len(now) != 1 or len(then) != 1 or own.id not in (now[0].id, then[0].id):
        return None
    return reading, since, Pair(then[0], now[0])


def _same(one: Figure, other: Figure) -> bool:
    """Whether two values of one name can be compared: of one unit and of equally long times."""
    return same_dimension(one.unit, other.unit) and _length(one) == _length(other)


def _length(figure: Figure) -> int:
    """How many days the period of a figure has, so that a half-year is never held against a year."""
    period = figure.period
    if period is None or period.start is None or period.end is None:
        return 0
    return round((period.end - period.start).days / 10)


def _year(figure: Figure) -> int | None:
    return figure.period.start.year if figure.period and figure.period.start else None
