"""An amount as a fraction of another row of a table: 200万元保额只有南檐健康的一半."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.any_reading import wanted
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "row_fractions"
_OF: Final = re.compile(
    r"(?:只有|仅有|不过|不到|约?为|仅?是|相当于|等于|只及|仅及|只|才|达到?|有)(?:约|近)?(?P<who>[^，,。；：:的占是为有]{2,12})的"
    r"(?:约|近|将近|大约|不到|不足|超过)*$"
)
_FAR: Final = 24  # characters from the amount to its fraction
SAID: Final = Text(
    "{0}是“{1}”的{2}的{3}倍，不是文中的{4}。", "{0} is {3} times the {2} of “{1}”, not {4} of it."
)


@check(KEY, "与他行之比", "fractions of another row", "section", needs={"section": ("table", "%", "的")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold an amount that stands in a table against the cell of its column in the row that the words name."""
    told = [f for f in piece.figures if not f.table and not f.is_date]
    for part, share in itertools.pairwise(told):
        if share.unit != "%" or share.anchor.start - part.anchor.end > _FAR:
            continue
        of = _OF.search(piece.text[part.anchor.end - piece.start : share.anchor.start - piece.start])
        if of is not None and part.unit not in ("%", "times"):
            cells = list(_cells(piece.near(share.anchor.start - piece.start), part, of["who"]))
            if cells and not _of_another(told, part, share, cells):
                yield from _held(part, share, cells, of["who"])


def _cells(sheets: Iterable[Sheet], part: Figure, who: str) -> Iterator[Figure]:
    """The cells of the named row, in the columns that hold the amount."""
    value = as_claim(part)
    for sheet in sheets:
        rows = [r for r in sheet.rows if sheet.label(r).strip() == who]
        for col in sheet.cols if len(rows) == 1 else ():
            own = [c for r in sheet.rows if r != rows[0] and (c := sheet.at(r, col)) is not None]
            cell = sheet.at(rows[0], col)
            if cell is not None and value is not None and any(
                same_dimension(c.unit, part.unit) and (x := as_claim(c)) is not None and x.meets(value) for c in own
            ):  # fmt: skip
                yield cell


def _of_another(told: list[Figure], part: Figure, share: Figure, cells: list[Figure]) -> bool:
    """Whether the amount before it is the one that is meant: 3万元的上限低于乙家的5万元，约为丙家的七分之一."""
    at, claim = told.index(part), wanted(share)
    before = as_claim(told[at - 1]) if at and same_dimension(told[at - 1].unit, part.unit) else None
    bases = [as_claim(c) for c in cells]
    made = [before.over(b) for b in bases if b is not None] if before is not None else []
    return claim is not None and any(q is not None and q.meets(claim) for q in made)


def _held(part: Figure, share: Figure, cells: list[Figure], who: str) -> Iterator[Result]:
    claim, mine, a = wanted(share), as_claim(part), value_of(part)
    if claim is None or mine is None or a is None:
        return
    for cell in cells:
        base = as_claim(cell)
        quotient = mine.over(base) if base is not None else None
        if quotient is None or quotient.meets(claim):
            yield say.passed(KEY, (share, part, cell), formula("{} ÷ {}", bare(part), bare(cell)))
            return
    b = value_of(cells[0])
    if b:
        times = number(a / b, 2)
        written = formula("{} ÷ {} = {}", bare(part), bare(cells[0]), times)
        said = SAID.format(stated(part), who, bare(cells[0]), times, stated(share))
        yield say.finding(KEY, "inconsistent", (share, part, cells[0]), written, said)
