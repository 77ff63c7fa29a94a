"""What two columns give for a row, set against another row: 每户25万元，比城西支行少10万元; 6万元，是现金管理的两倍."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.adjectives import way
from desktop.audit.amounts import amount, formula, number, percent, quote
from desktop.audit.check import Result, World, check
from desktop.audit.made_fields import RATIOS, Made, Worked
from desktop.audit.made_told import Told, likely, operands, paragraphs, scaled, set_against, told_in, topic
from desktop.audit.made_words import scale_in
from desktop.audit.row_fields import total
from desktop.audit.row_scene import OF, PAIR, POINTS, RATES, Scene
from desktop.audit.row_sizes import fits, size_of
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause
from desktop.audit.table_names import plain
from desktop.audit.views import View
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "made_compared"
_NO: Final = ("rank", "threshold")
SAID: Final = Text(
    "按表中{0}与{1}算，{2}是{3}，{4}是{5}：前者{6}，文中却说{7}。",
    "Worked out of {0} and {1} of the table, {2} has {3} and {4} has {5}: the first is {6}; the text says {7}.",
)
TIMES, MORE, LESS = (
    Text("是后者的{}", "{} of the second"), Text("比后者高{}", "{} more"), Text("比后者低{}", "{} less"),
)  # fmt: skip


@check(
    KEY, "算出各数相比", "worked-out numbers of two rows compared", "section",
    needs={"section": ("named", "比较于过出先后和与跟同距离赢输的")},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each number that sets a row against another against what the two come to in the field told before."""
    for view, clauses in paragraphs(piece):
        told = told_in(piece, view, clauses)
        for clause in clauses if any(t.fits for t in told) else ():
            for figure in clause.figures:
                if figure.role not in _NO and figure.unit != "year":
                    yield from _judged(piece, view, told, clause, figure)


def _judged(
    piece: Section, view: View, told: Sequence[Told], clause: Clause, figure: Figure
) -> Iterator[Result]:
    about = topic(told, clause, figure.anchor.start)
    if about is None or about.whose is None or not about.whose.sure:
        return
    against = set_against(piece, view, clause, figure)
    if against is None or not against.objects or against.kind == PAIR:
        return
    subject = about.whose.lines[:1] if about.whose.each else about.whose.lines
    other = against.objects[0]
    if subject not in against.subjects or set(subject) & set(other) or "" in other:
        return
    size = size_of(figure, against.bound, against.words)
    if size is None or any(n not in view.lines for n in other):
        return
    sign = 0 if against.kind == OF else way(against.words, figure.unit if figure.unit != "pp" else "%", "")
    scale = scale_in(about.clause.before(about.figure))
    meant = likely(view, told, about)
    failed: Result | None = None
    for made in meant:
        one, two = scaled(view, made, subject, scale), scaled(view, made, other, scale)
        if not one or not two:
            continue
        a, b = one[0], two[0]
        if fits(a.found, b.found, size, figure.unit, ratio=against.kind == OF, way=sign):
            yield say.passed(KEY, (figure, *operands(view, made, (*subject, *other))))
            return
        failed = failed or _finding(piece, view, made, (a, b), (subject, other), clause, figure, against)
    if failed is not None and not _of_cells(view, subject, other, figure, against):
        yield failed


def _of_cells(
    view: View, subject: tuple[str, ...], other: tuple[str, ...], figure: Figure, against: Scene
) -> bool:
    size = size_of(figure, against.bound, against.words)
    for field in view.fields if size is not None else ():
        a, b = total(view, subject, field), total(view, other, field)
        if a is None or b is None or size is None or b[0].low <= 0:
            continue
        if fits(a[0], b[0], size, figure.unit, ratio=against.kind == OF, way=0):
            return True
    return any(n in (*subject, *other) for n, _ in view.holders(figure))


def _finding(
    piece: Section, view: View, made: Made, both: tuple[Worked, Worked],
    lines: tuple[tuple[str, ...], tuple[str, ...]], clause: Clause, figure: Figure, against: Scene,
) -> Result:  # fmt: skip
    a, b = both[0].point, both[1].point
    like = next(iter(view.column(made.one).values()))
    left, right = (percent(v) if made.kind in RATIOS else amount(v, like) for v in (a, b))
    if figure.unit in RATES:
        apart = f"{number(a / b, 2)}" if figure.unit == "times" else f"{number(a / b * 100)}%"
        shown = TIMES.format(Text(f"{apart}倍" if figure.unit == "times" else apart, apart))
        written = formula("{} ÷ {} = {}", left, right, apart)
        if against.kind != OF:
            gap = f"{number(abs(a / b - 1) * 100)}%"
            shown = (MORE if a > b else LESS).format(gap)
            written = formula("{} ÷ {} − 1 = {}", left, right, f"{'−' if a < b else ''}{gap}")
    else:
        points = figure.unit in POINTS or made.kind in RATIOS
        gap_ = number(abs(a - b))
        apart_ = Text(f"{gap_}个百分点", f"{gap_} points") if points else amount(abs(a - b), like)
        shown = (MORE if a > b else LESS).format(apart_)
        written = formula("{} − {} = {}", left, right, formula("−{}" if a < b else "{}", apart_))
    heads = [quote(plain(view.fields[f])) for f in (made.one, made.other)]
    names = [Text("、", " + ").join([quote(n) for n in own]) for own in lines]
    at = max(clause.start, figure.anchor.start - len(against.words) - 8) - piece.start
    place = piece.anchor(at, figure.anchor.end - piece.start)
    said = SAID.format(*heads, names[0], left, names[1], right, shown, quote(place.quote))
    figures = (figure, *operands(view, made, (*lines[0], *lines[1])))
    return say.finding(KEY, "inconsistent", figures, written, said, spans=(place,))
