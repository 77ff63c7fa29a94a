"""So much for each, and whether that is more than in another year: 人均放款1.26亿元，效率比2021年低, by two columns."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.audit.spots import clauses_before
from desktop.audit.table_names import noun
from desktop.audit.views import View, views_at
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "each_then"
_EACH: Final = re.compile(
    r"[人户店单件柜车台亩床]均|每(?:一|个|名|家|位|单|件|台|辆|户|人|店|亩|张)|单(?:店|户|车|台|柜)"
)
_THEN: Final = re.compile(
    r"(?P<than>比|较|[高低多少强弱好差优逊]于|超过|不及|不如)(?:(?P<year>(?:19|20)\d\d)年?|(?P<last>上年|去年|前一年|上一年))(?:的水平|时|更|还|要|明显|又|略|反而)*"
    r"(?P<way>[高低多少强弱好差]|提[高升]|下降|降低|上升|下滑|改善|恶化)?"
)
_EACH_MARKS: Final = "人均|户均|店均|单均|件均|柜均|车均|台均|亩均|床均|单店|单户|单车|单台|单柜 每"
_THEN_MARKS: Final = "|".join(than + year for than in "比较于过及如" for year in "12上去前")
_UP: Final = re.compile(r"[高多强好优]|提[高升]|上升|改善|超过")
_AHEAD: Final = 2  # clauses behind the number
SAID: Final = Text(
    "文中说{0}，可按表中{1}与{2}相除，{3}年是{4}，{5}年是{6}，方向相反。",
    "The text says {0}, but by {1} and {2} of the table it is {4} in {3} and {6} in {5}: the opposite.",
)


@check(
    KEY, "单位量与他年", "so much for each against another year", "section",
    needs={"section": ("table", _EACH_MARKS, _THEN_MARKS)},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold a comparison of a quotient of two columns with another year against that year's quotient; never red."""
    if not piece.has_tables:
        return
    every = spoken(piece)
    for n, clause in enumerate(every):
        if not clause.figures or _EACH.search(clause.text) is None:
            continue
        for follow in every[n : n + 1 + _AHEAD]:
            match = _THEN.search(follow.text) if follow.sentence == clause.sentence else None
            if match is not None and (match["way"] or match["than"] not in "比较"):
                yield from itertools.islice(_held(piece, clause, follow, match), 1)
                break


def _held(piece: Section, clause: Clause, follow: Clause, match: re.Match[str]) -> Iterator[Result]:
    figure = clause.figures[0]
    for view in views_at(piece, clause.start):
        year = _year(piece, view, clause) if view.of_years else ""
        then = match["year"] or (str(int(year) - 1) if year else "")
        if not year or then == year:
            continue
        for top, base in _columns(view, clause, year, figure):
            now, was = _quotient(view, top, base, year), _quotient(view, top, base, then)
            if now is None or was is None or now.meets(was):
                continue
            up = _UP.search(match["way"] or match["than"]) is not None
            own, other = (view.column(top)[y] for y in (year, then))
            figures = (figure, own, view.column(base)[year], other, view.column(base)[then])
            shown = [amount((q.low + q.high) / 2, figure) for q in (now, was)]
            pairs = [
                formula("{} ÷ {}", bare(x), bare(y)) for x, y in ((other, figures[4]), (own, figures[2]))
            ]
            written = formula("{} → {}", *pairs)
            if (now.low > was.high) == up:
                yield say.passed(KEY, figures, written)
                return
            begin = follow.start - piece.start
            place = piece.anchor(begin, begin + len(follow.text))
            heads = (quote(noun(view.fields[f])) for f in (top, base))
            said = SAID.format(quote(place.quote), *heads, year, shown[0], then, shown[1])
            yield say.finding(KEY, "partly", figures, written, said, "then", spans=(place,))
            return


def _year(piece: Section, view: View, clause: Clause) -> str:
    """The year that a clause is of: the last named in its sentence up to it."""
    for one in (clause, *clauses_before(piece, clause)):
        named = view.named(one.text)
        if named:
            return named[-1]
    return ""


def _columns(view: View, clause: Clause, year: str, figure: Figure) -> Iterator[tuple[int, int]]:
    """The columns whose quotient in a year is the number told; the first is one that the clause names."""
    claim = as_claim(figure)
    for top in view.fields_named(clause.text) if claim is not None else ():
        for base in view.fields:
            found = _quotient(view, top, base, year) if base != top else None
            if found is not None and claim is not None and claim.meets(found):
                yield top, base


def _quotient(view: View, top: int, base: int, year: str) -> Interval | None:
    one, other = view.column(top).get(year), view.column(base).get(year)
    a, b = as_claim(one) if one is not None else None, as_claim(other) if other is not None else None
    return a.over(b) if a is not None and b is not None and b.low > 0 else None
