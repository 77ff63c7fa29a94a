"""In which year a row of a table rose or fell most: 抬升最猛的是2022年, where its years tell another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.scope import Section
from desktop.audit.series import Series, meant, series_of
from desktop.audit.spoken import Clause, spoken
from desktop.audit.spots import clauses_before
from desktop.audit.telling import told
from desktop.audit.views import like_units
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "year_extremes"
_MOST: Final = re.compile(
    r"最(?:为|是)?(?:(?P<much>[猛快多大狠凶高陡急惨]|明显|厉害|剧烈|显著)|(?P<little>[少小慢缓低轻]|温和))"
)
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)年?")
_NOT_ONE: Final = re.compile(
    r"之一|并列|除|以外|之外|不是|并非|未必|[至到]|以来|此后|之前|同期|[较比]|季|月|预计|计划|行业|全国"
)
_FALLS: Final = re.compile(r"[降跌减]幅|负增长")
_RISES: Final = re.compile(r"[增涨升][幅速]|增长率")
_CHANGE: Final = re.compile(r"[降跌减增涨升][幅速]")
_LEAST: Final = 2  # changes from year to year, of which one can be the most
SAID: Final = Text(
    "文中说{0}{1}的是{2}年，但按表中历年的数，{3}年是{4}，{2}年是{5}。",
    "The text has {0} {1} in {2}, but by the years of the table {3} has {4}, {2} {5}.",
)


@check(
    KEY,
    "哪年升降最多",
    "the year that rose or fell most",
    "section",
    needs={"section": ("table", "最", "年")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold the one year that a clause names beside "rose most" against the yearly changes of the row it speaks of."""
    if not piece.has_tables:
        return
    known: list[Series] | None = None
    for clause in spoken(piece):
        match = _MOST.search(clause.text) if "最" in clause.text else None
        years = _YEAR.findall(clause.text) if match is not None else []
        if match is None or len(years) != 1 or _NOT_ONE.search(clause.text):
            continue
        way = _way(_YEAR.sub("", clause.text[: match.start()]))
        if way:
            if known is None:
                known = [s for sheet in piece.around(piece.start + len(piece.text)) for s in series_of(sheet)]
            yield from _held(piece, clause, match, int(years[0]), way, known)


def _way(words: str) -> int:
    """1 where words tell of a rise, −1 of a fall, 0 of neither."""
    if _FALLS.search(words) or _RISES.search(words):
        return -1 if _FALLS.search(words) else 1
    says = told(words.removesuffix("得"))
    return {"up": 1, "down": -1}.get(says.way, 0) if says.sure else 0


def _held(
    piece: Section, clause: Clause, match: re.Match[str], year: int, way: int, known: Sequence[Series]
) -> Iterable[Result]:
    failed: Result | None = None
    for series in _meant(piece, clause, known):
        changes = _changes(series)
        like = {y: c for y, c in changes.items() if c[0] * way > 0}
        if len(changes) < _LEAST or not like or year not in series.years:
            continue
        if match["little"] and way > 0:
            like = changes  # what shrank grew least
        sign = way if match["much"] else -way
        tops = [max(like, key=lambda y: like[y][0] * sign), max(like, key=lambda y: like[y][1] * sign)]
        figures = tuple(f for y, f in series.cells if y in (tops[0], year))
        shown = _shown(series, tops[0])
        if year in tops:
            yield say.passed(KEY, figures, formula("{} {}", quote(series.name), shown))
            return
        words = quote(f"{clause.text[: match.end()].strip()}".removeprefix(f"{year}年"))
        said = SAID.format(quote(series.name), words, str(year), str(tops[0]), shown, _shown(series, year))
        begin = clause.start - piece.start
        place = piece.anchor(begin, begin + len(clause.text))
        failed = failed or say.finding(
            KEY,
            "changes_conclusion",
            figures,
            formula("{}: {}", str(tops[0]), shown),
            said,
            "year",
            spans=(place,),
        )
    if failed is not None:
        yield failed


def _meant(piece: Section, clause: Clause, known: Sequence[Series]) -> list[Series]:
    """The series that the clause names, else the one whose number or name stands last before it in its line."""
    found = meant(known, clause.text)
    if found:
        return found
    change = _CHANGE.search(clause.text)
    if change is not None and any(change[0] in s.text for s in piece.around(clause.start)):
        return []  # 降幅最小 beside a column 平均降幅: its least value
    for earlier in clauses_before(piece, clause, sentence=False):
        for figure in reversed(earlier.figures):
            if figure.role in ("level", "ratio") and (own := [s for s in known if _has(s, figure)]):
                return own if len({s.name for s in own}) == 1 else []
        if found := meant(known, earlier.text):
            return found
    return []


def _has(series: Series, figure: Figure) -> bool:
    return any(like_units(c.unit, figure.unit) and value_of(c) == value_of(figure) for _, c in series.cells)


def _changes(series: Series) -> dict[int, tuple[float, float]]:
    """The change to each year from the one before, as an amount and as a rate."""
    found = {}
    for (y0, a), (y1, b) in zip(series.cells, series.cells[1:], strict=False):
        x, y = value_of(a), value_of(b)
        if y1 == y0 + 1 and x is not None and y is not None and x > 0:
            found[y1] = (y - x, (y - x) / x)
    return found


def _shown(series: Series, year: int) -> Text:
    """From what to what a row went in a year."""
    one, other = series.of(year - 1), series.of(year)
    if one is None or other is None:
        return Text("起点", "where it begins")
    return formula("{} → {}", bare(one), bare(other))
