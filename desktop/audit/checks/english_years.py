"""A number of a year in English prose beside a table of years: at the end of 2022 the loans owed were 15.0 billion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.series import Series, meant, series_of
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "english_years"
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_YEAR: Final = re.compile(r"\b((?:19|20)\d\d)\b")
_STOP: Final = re.compile(r"[.;:](?=\s|$)")
_SAYS: Final = re.compile(
    r"^(?:[a-z' -]{0,40}?\b(?:was|were|stood|came|reached|hit|is|are|totall?ed|ran)\b(?: (?:at|in|to"
    r"|the|highest|lowest|worst"
    r"|best|year|still|just|only|about|a|by far))*|(?: *,)? *(?:at|with)) *$",
    re.I,
)
_TOP: Final = re.compile(r"\b(?:worst|best|highest|lowest|peak(?:ed)?|most|fewest|largest|smallest)\b", re.I)
_ELSE: Final = re.compile(
    r"\b(?:not|never|by|from|than|rose|fell|grew|more|less|half|quarter|month|week|january|february"
    r"|march|april|may|june|july"
    r"|august|september|october|november|december|plan|target|forecast|would|if|new|lost|average|mean"
    r"|share|rival|another|each"
    r"|per|first|last|some of|part)\b",
    re.I,
)
WRONG: Final = Text(
    "文中说{0}年{1}是{2}，表中这一年是{3}。",
    "The text has {2} as {1} in {0}; the table has {3} for that year.",
)


@check(KEY, "英文的历年数值", "values of years in English", "section", needs={"section": ("table", "latin")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold the only number of a sentence with one year against the series that the words before it name."""
    if not piece.has_tables:
        return
    for start, line in piece.prose_lines:
        if _CHINESE.search(line) or not _YEAR.search(line):
            continue
        known = [s for sheet in piece.around(piece.start + start) for s in series_of(sheet)]
        at = 0
        for stop in (*(m.end() for m in _STOP.finditer(line)), len(line)) if known else ():
            yield from _held(piece, known, line[:at], line[at:stop], start + at)
            at = stop


def _held(piece: Section, known: list[Series], before: str, words: str, start: int) -> Iterator[Result]:
    years = set(_YEAR.findall(words))
    begin = piece.start + start
    own = [f for f in piece.between(begin, begin + len(words)) if not f.table and not f.is_date]
    if len(years) != 1 or len(own) != 1 or _ELSE.search(words):
        return
    figure = own[0]
    lead = _YEAR.sub("", words[: figure.anchor.start - begin])
    if figure.role not in ("level", "ratio") or not _SAYS.search(
        lead.lstrip(" ,").rpartition(",")[2] or lead
    ):
        return
    series = meant(known, words) or (meant(known, before) if _TOP.search(words) else [])
    year = int(years.pop())
    cell = series[0].of(year) if len(series) == 1 else None
    if cell is None or not _alike(cell, figure):
        return
    if _same(cell, figure):
        yield say.passed(KEY, (figure, cell), formula("{} = {}", stated(figure), bare(cell)))
        return
    row = [s.of(year) for s in known]
    if any(c is not None and _alike(c, figure) and _same(c, figure) for c in row):
        return
    said = WRONG.format(str(year), quote(series[0].name), stated(figure), bare(cell))
    yield say.finding(KEY, "inconsistent", (figure, cell), formula("{} ≠ {}", bare(figure), bare(cell)), said)


def _alike(cell: Figure, figure: Figure) -> bool:
    return cell.unit == figure.unit or same_dimension(
        cell.unit.partition("/")[0], figure.unit.partition("/")[0]
    )


def _same(cell: Figure, figure: Figure) -> bool:
    one, other = as_claim(cell), as_claim(figure)
    return cell.low == figure.low or one is None or other is None or one.meets(other)
