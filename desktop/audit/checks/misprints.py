"""A number of a table that a sentence tells with digits changed about: 7.51万根 for 5.71万根, 1,956万元 for 1,659."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.audit.spots import clauses_before
from desktop.audit.table_names import noun, plain
from desktop.audit.views import View, like_units, views_at
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.value import once

KEY: Final = "misprints"
_LEAST: Final = 3  # digits that are no zeros at the end; fewer come back by chance
_CLEAR: Final = 4  # digits among which one other is a slip
_OTHER: Final = re.compile(
    r"目标|预计|计划|如果|若|新增|净增|每|月均|日均|增加|减少|多[了出]?$|少[了出]?$|相差|差距|比$|累计|合计|一共|其中|之和|target"
)
_SCALED: Final = re.compile(
    r"thousand|million|billion|['’]000|[千万亿]|[（(]\s*(?:[£$€¥]\s*)?(?:mn?|bn|tn|k)\s*[）)]", re.I
)
_COMMON: Final = ("", "%", "CNY", "person", "year", "times", "pp")
SAID: Final = Text(
    "文中的{0}与表中{1}行{2}列的{3}只差在数字的次序或位数，而别处没有这个数，疑为笔误。",
    "{0} has the digits of {3} in the row {1}, column {2}, changed about; the number stands nowhere else, so it looks "
    "like a slip.",
)


@check(KEY, "疑似笔误", "likely misprints", "section", needs={"section": ("table",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Look for each number of three digits or more, which no table nearby has, among cells that it may be a slip of."""
    if not piece.has_tables:
        return
    for clause in spoken(piece):
        for figure in clause.figures:
            if (
                figure.role == "level"
                and not figure.hedge
                and figure.unit != "year"
                and _digits(figure) is not None
            ):
                yield from list(_found(piece, clause, figure))[:1]


def _found(piece: Section, clause: Clause, figure: Figure) -> Iterator[Result]:
    views = views_at(piece, clause.start)
    keys = list(_keys(figure)) if views else []
    slips = [(view, place) for view in views for place in _slips(view, keys)]
    if not slips or _OTHER.search(clause.before(figure)) or _told(piece, figure):
        return
    if any(view.holders(figure) for view in views):
        return
    words = "".join(
        reversed([clause.text, *(f"{c.text}，" for c in clauses_before(piece, clause, sentence=False))])
    )
    for view, (line, field) in slips:
        cell = view.column(field)[line]
        if cell.unit == "" and _SCALED.search(view.fields[field]):
            continue  # in thousands, as the head says
        if not like_units(cell.unit, figure.unit) or _worked_out(clause, view, field, figure):
            continue
        named = view.named(words)
        called = _is_called(noun(view.fields[field]), words)
        alone = (
            cell.unit not in _COMMON
            and sum(cell.unit == next(iter(view.column(f).values())).unit for f in view.fields) == 1
        )
        if (named and line not in named) or not (called or alone):
            continue
        sure = line in named and len(named) == 1
        said = SAID.format(stated(figure), quote(line), quote(plain(view.fields[field])), bare(cell))
        written = formula("{} ≠ {}", bare(figure), bare(cell))
        yield say.finding(KEY, "inconsistent" if sure else "conflict", (figure, cell), written, said, "slip")


def _is_called(name: str, words: str) -> bool:
    return len(name) > 1 and any(name[i : i + 2] in words for i in range(len(name) - 1))


def _digits(figure: Figure) -> tuple[int, ...] | None:
    """The digits of a number without zeros at the end; None where they are too few."""
    if figure.low is None or figure.low != figure.high or figure.low <= 0:
        return None
    found = figure.low.normalize().as_tuple().digits
    return found if len(found) >= _LEAST else None


@once
def _index(view: View) -> dict[tuple[str, str], list[tuple[str, int]]]:
    """The cells by what their slips share with them: their digits sorted, or with one of them left open."""
    found: defaultdict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
    for field in view.fields:
        for line, cell in view.column(field).items():
            for key in _keys(cell):
                found[key].append((line, field))
    return found


def _keys(figure: Figure) -> Iterator[tuple[str, str]]:
    digits = _digits(figure)
    if digits is None or figure.low is None:
        return
    text, power = "".join(map(str, digits)), str(figure.low.adjusted())
    yield "=", text
    yield power, "".join(sorted(text))
    if len(text) >= _CLEAR:
        yield from ((power, f"{text[:n]}_{text[n + 1 :]}") for n in range(len(text)))


def _slips(view: View, keys: list[tuple[str, str]]) -> list[tuple[str, int]]:
    known = _index(view)
    if known.keys().isdisjoint(keys):
        return []
    return list(dict.fromkeys(place for key in keys for place in known.get(key, ())))


@once
def _values(piece: Section) -> dict[str, int]:
    """How often each amount is told in the section."""
    found: defaultdict[str, int] = defaultdict(int)
    for figure in piece.figures:
        if figure.low is not None and not figure.is_date:
            found[f"{figure.low:.10g}"] += 1
    return found


def _told(piece: Section, figure: Figure) -> bool:
    """Whether the section has the number more than once."""
    return _values(piece)[f"{figure.low:.10g}"] > 1


def _worked_out(clause: Clause, view: View, field: int, figure: Figure) -> bool:
    """Whether a number follows from two of its clause, or from two cells of the column."""
    claim = as_claim(figure)
    if claim is None:
        return True
    own = [f for f in clause.figures if f is not figure]
    cells = list(view.column(field).values())
    for group in (own, cells):
        known: list[Interval] = [i for f in group if (i := as_claim(f)) is not None]
        for n, one in enumerate(known):
            for other in known[n + 1 :]:
                if any(
                    r.meets(claim)
                    for r in (one.plus(other), one.minus(other), other.minus(one), one.times(other))
                ):
                    return True
    return False
