"""So much for each, worked out from a total and a count beside it or in its row: 件均赔款约3,000元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit.check import Result, World, check
from desktop.audit.keys import same_dimension
from desktop.audit.per import Thing, counts, size_of, thing_in
from desktop.audit.scope import Section
from desktop.audit.ways import Way, allowed, like, quotient
from desktop.audit.worked import Worked, worked
from desktop.audit.worked_told import held, slipped
from desktop.audit.year_cells import year_cells
from desktop.core.figure import Figure
from desktop.core.units import unit

KEY: Final = "worked_each"
_EACH: Final = re.compile(
    r"每(?![年月天日周季次逢当百千万])|[^日月年周季]均|客单|单[店车位笔]|\bper (?!cent)|\beach\b|\ba head\b"
)
_MARKS: Final = frozenset("每均客单pea")  # of which each alternative has one
_NO_EACH: Final = re.compile(r"最|[增减涨降]|多出|少了|全国|行业|同行|目标|预计|上年|去年|费率|起|增长")
_NOUNS: Final = re.compile(  # what a clause says besides the name of the amount
    r"[每单](?:一?[\u4e00-\u9fff](?:[次里米])?)?|[\u4e00-\u9fff]均|客单|平均|一[\u4e00-\u9fff]|摊到?|分到?|约|合|大概|算下来|就?是|只|要|得|能|有|了|才|"
    r"花费?|付|承担|负担|折合|相当于|也就是|等于|到|达|为|下来|[A-Za-z\s]+"
)
_WORD: Final = 2  # characters of a noun
_GENERIC: Final = frozenset("年度数量额均每人单件的总收入支出元户家笔个约为是达")
_BESIDE: Final = 3  # like totals, or counts, that pairs are made of


@check(KEY, "算出的每份", "amounts for each worked out", "section", needs={"section": ("每均单 latin",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold what each costs or gets against a total and the count of them, in its sentence or in its year's row."""
    for told in worked(piece):
        words = told.clause + told.figure.anchor.quote
        if _MARKS.isdisjoint(words) or told.figure.role != "level":
            continue
        if _EACH.search(words) and not _NO_EACH.search(told.clause):
            yield from _each(piece, told, thing_in(told.clause))


def _each(piece: Section, told: Worked, thing: Thing | None) -> Iterator[Result]:
    totals = [f for f in told.before if like(f, told.figure) and not _EACH.search(told.words_before(f))]
    others = [
        f for f in told.before if not like(f, told.figure) and f.unit not in ("%", "times", "pp", "year")
    ]
    named = [f for f in others if thing is not None and counts(f, thing)]
    if (
        not totals and len(named) == 1
    ):  # of what the clause names: 每人次成本, and a 成本 of the sentence before
        totals = [f for f in told.earlier if like(f, told.figure) and _called(f, told.clause)]
    if len(totals) == 1 and (len(named) == 1 or (thing is None and len(others) == 1)):
        way = _shared(totals[0], (named or others)[0], thing)
        yield from held(KEY, told, way) if _of_it(told, totals[0]) else slipped(KEY, told, [way])
        return
    row = year_cells(piece, told)
    totals = [*totals, *(f for f in told.earlier if like(f, told.figure))][-_BESIDE:]
    own = others if thing is None else [f for f in (*told.earlier, *told.before) if counts(f, thing)]
    own = own[-_BESIDE:]
    many = [(name, f) for name, f in row if thing is not None and counts(f, thing)]
    sure = len(many) == 1 or any(
        _names(name, told.clause) for name, _ in many
    )  # by its count, so that any of its amounts may be meant
    cells = [f for name, f in row if like(f, told.figure) and (sure or _names(name, told.clause))]
    pairs = [
        _shared(one, other, thing) for one in (*totals, *cells) for other in (*own, *(f for _, f in many))
    ]
    if not _from_row(told, [f for _, f in row]):
        yield from slipped(KEY, told, pairs)


def _from_row(told: Worked, row: list[Figure]) -> bool:
    """Whether a cell of the row, or one over another, gives the stated amount."""
    claim = allowed(told.figure, cut=True)
    made = (quotient(a, b) for a in row for b in row if like(a, told.figure) and not like(b, told.figure))
    found = [w.found for w in made if w is not None]
    return claim is not None and any(claim.meets(f) for f in found)


def _of_it(told: Worked, total: Figure) -> bool:
    """Whether the clause of a part names nothing but what the total is of: 票款 for each is no part of a 成本."""
    name = _NOUNS.sub("", told.clause)
    return len(name) < _WORD or bool(
        set(name) & set(told.words_before(total) + total.anchor.prefix[-6:]) - _GENERIC
    )


def _shared(total: Figure, many: Figure, thing: Thing | None) -> Way | None:
    """A total over a count, for each of the thing: 328元 over 800克 for a kilogram."""
    known = unit(many.unit)
    size = (
        size_of(thing) / (known.factor if known is not None else 1.0)
        if thing and counts(many, thing)
        else 1.0
    )
    return quotient(total, many, size if same_dimension(many.unit, thing.code if thing else "") else 1.0)


def _called(figure: Figure, clause: str) -> bool:
    """Whether the words before an amount end in a noun that a clause has."""
    name = figure.anchor.prefix[-2:]
    plain = not _EACH.search(figure.anchor.prefix[-8:])
    return plain and len(name) > 1 and name in clause and not set(name) & _GENERIC


def _names(name: str, clause: str) -> bool:
    return bool((set(name) & set(clause)) - _GENERIC)
