"""One row of a table against another in open words: 快篮30分钟，比万佳到家快半小时; 200万元保额只有南檐健康的一半."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.adjectives import way
from desktop.audit.amounts import amount, bare, formula, number, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.mentions import is_named
from desktop.audit.row_claims import NOT, RATES, Claim, claims, objects
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.audit.spots import Spot, clauses_before, first_that_holds, repeated
from desktop.audit.views import View, like_units, views_at
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.units import unit

KEY: Final = "row_against_row"
_UNSURE: Final = re.compile(
    r"增[速幅长]|[降涨跌]幅|变化|合计|之和|加起来|总和|平均|均值|其余|其他|若|如果|假如|预计|计划|目标|曾|原来|占比|贡献|份额|同期"
)
_ORDERS: Final = re.compile("[比较于过出先及如上着赢输]")
_EXACT: Final = 1e-9
_PRICE: Final = re.compile(r"^(?:还|又|要|足足|整整)*(?:便宜|贵)[了出]?$")  # of the one column of prices
_NEARLY: Final = re.compile(r"[将接逼]?近$")
_FILLS: Final = re.compile(
    r"20\d\d年?|因为|由于|[它其却也还则是只有仅倒都更而但又已就才连为竟的了\s]|不过|反而|远远|明显|大幅|甚至|居然|大约|[那这]一年|当年"
)
APART: Final = Text(
    "表中{0}一栏，{1}是{2}，{3}是{4}：前者比后者{5}，文中却说{6}。",
    "In the column {0}, {1} is {2} and {3} is {4}: the first is {5} than the second; the text says {6}.",
)
_OUTSIDE: Final = re.compile(r"行业|同行|平均|全国|市场|其他|对手|竞品|别家")
TIMES: Final = Text(
    "表中{0}一栏，{1}是{2}，{3}是{4}：前者是后者的{5}，文中却说{6}。",
    "In the column {0}, {1} is {2} and {3} is {4}: the first is {5} of the second; the text says {6}.",
)
MORE, LESS = Text("高{}", "{} more"), Text("低{}", "{} less")


@check(
    KEY,
    "行与行相比",
    "one row against another",
    "section",
    needs={"section": ("named", "比较的于过出先及如上着赢输")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Recompute what is said of one row against another, in the column that the numbers or nouns beside it bind."""
    for clause in spoken(piece):
        if not _may_compare(clause):
            continue
        begin, end = clause.start - piece.start, clause.end - piece.start
        known = [v for v in views_at(piece, clause.start) if is_named(piece, v.sheet, begin, end)]
        if known and not _UNSURE.search(clause.text):
            yield from first_that_holds(
                judged
                for view in known
                for claim in claims(piece, view, clause)
                for judged in _judged(piece, clause, view, claim)
            )


def _may_compare(clause: Clause) -> bool:
    """Whether a clause has what every claim has: a word of order, or a rate of something."""
    return _ORDERS.search(clause.text) is not None or (
        "的" in clause.text and any(f.unit in RATES for f in clause.figures)
    )


def _subjects(piece: Section, clause: Clause, view: View, claim: Claim) -> tuple[list[Spot], bool]:
    """The cells that may be compared, and whether a number or a noun binds their field."""
    head = clause.text[: claim.at]
    own = [f for f in clause.figures if f.anchor.end <= clause.start + claim.at]
    named = [n for n in view.named(head) if n != claim.other]
    spots = [
        s for s in repeated(view, clause, own) if s.line != claim.other and (not named or s.line in named)
    ]
    if spots:
        return spots, True
    if own and not all(f.unit == "year" for f in own):
        return [], False
    fields, bound = view.fields_named(head), True
    if not fields and len(_noun(head, named)) > 1:
        return [], False  # of something that no field is called
    lines = named[:1]
    for earlier in clauses_before(piece, clause):
        if named and fields:
            break
        every = repeated(view, earlier)
        if not every and not spots and any(f.role == "level" and f.unit != "year" for f in earlier.figures):
            return [], False  # 每位用户平均存着6000元，比2018年末高出一半: of a number that no cell has
        found = [s for s in every if s.line not in objects(view, earlier)]
        found = [s for s in found if s.line in view.named(earlier.text)] or found
        if found and not fields and not named:
            spots += [s for s in found if s.line != claim.other]
        elif found and not fields:
            fields = [s.field for s in found]
        elif (
            found and not named and not lines
        ):  # 30天的免息期最短，额度是乙家的1.5倍: of the row of the 30 days
            lines = [s.line for s in found if s.line != claim.other]
        lines += (
            [n for n in view.named(earlier.text)[:1] if n not in objects(view, earlier)] if not named else []
        )
        fields = fields or view.fields_named(earlier.text)
    if not fields and not spots and _PRICE.search(claim.words) and claim.size is not None:
        fields = [f for f in view.fields if like_units(_unit(view, f), claim.size.unit)]
        fields = fields if len(fields) == 1 and claim.size.unit == "CNY" else []
    if not lines and not spots and claim.share and not _OUTSIDE.search(head):
        lines = list(view.lines)  # 审批耗时是乙家的3倍: of whom is not said, so that any row may be meant
    spots += [
        Spot(view, n, f)
        for n in dict.fromkeys(lines)
        for f in fields
        if n in view.column(f) and n != claim.other
    ]
    return spots, bound


def _unit(view: View, field: int) -> str:
    return next(iter(view.column(field).values())).unit


def _noun(head: str, named: list[str]) -> str:
    for name in named:
        head = head.replace(name, "")
    return _FILLS.sub("", head)


def _judged(piece: Section, clause: Clause, view: View, claim: Claim) -> Iterator[tuple[Result, bool]]:
    spots, bound = _subjects(piece, clause, view, claim)
    for spot in spots:
        other = view.column(spot.field).get(claim.other)
        a, b = as_claim(spot.cell), as_claim(other) if other is not None else None
        if other is None or a is None or b is None or b.low <= 0:
            continue
        if claim.size is not None and claim.size.unit not in (*RATES, "pp"):
            if not like_units(spot.unit, claim.size.unit):
                continue
        elif claim.size is not None and claim.size.unit == "pp" and spot.unit != "%":
            continue
        holds = _holds(claim, spot, a, b)
        if holds is None:
            return
        holds = holds and not _plainly_off(claim, spot.cell, other)
        result = _told(piece, clause, claim, spot, other, holds=holds)
        if holds or bound:
            yield result, holds


def _plainly_off(claim: Claim, one: Figure, other: Figure) -> bool:
    """Whether whole numbers make a whole number of times that is not the one told: 12分钟 is no three times 3分钟."""
    size, a, b = claim.size, value_of(one), value_of(other)
    if not claim.share or size is None or size.unit != "times" or size.comparator != "=" or not a or not b:
        return False
    told, times = value_of(size) or 0.0, a / b
    return told == round(told) and abs(times - round(times)) < _EXACT and round(times) != told


def _holds(claim: Claim, spot: Spot, a: Interval, b: Interval) -> bool | None:
    """Whether a claim fits two values; None where it says nothing that can be held against them."""
    gap, quotient = a.minus(b), a.over(b)
    if quotient is None:
        return None
    plain = _NEARLY.sub("", claim.words)
    said = claim.way or way(plain, spot.unit, spot.head) or way(claim.words, spot.unit, spot.head)
    if not claim.share and NOT.search(claim.words) and claim.way == 0:
        return None
    if claim.size is None:
        return None if said == 0 else (gap.high > 0 if said > 0 else gap.low < 0)
    size = as_claim(claim.size)
    if size is None:
        return None
    if claim.size.unit == "times" and claim.size.comparator in (">", ">="):
        size = Interval(size.low, max(size.high, size.low + 1))  # 三倍多 is less than four
    if claim.share:
        return size.meets(quotient if claim.size.unit == "times" else quotient.scaled(100.0))
    ways = [w for w in (1, -1) if said in (0, w)]
    if claim.size.unit in RATES:
        scale = 1.0 if claim.size.unit == "times" else 100.0
        back = b.over(a) if a.low > 0 else None
        one = Interval(1.0, 1.0)
        rates = {
            1: [quotient.minus(one), *([quotient] if scale == 1.0 else [])],
            -1: [one.minus(quotient), *([back.minus(one), back] if back is not None else [])],
        }
        return any(size.meets(r.scaled(scale)) for w in ways for r in rates[w])
    known, sizes = unit(claim.size.unit), [size]
    if not spot.cell.unit and known is not None:  # the table says nowhere that its numbers are minutes, or 万
        sizes = [size.scaled(1 / known.factor / scale) for scale in (1.0, *_scales(claim.size))]
    return any(own.meets(gap if w > 0 else gap.scaled(-1.0)) for own in sizes for w in ways)


def _scales(size: Figure) -> Iterator[float]:
    yield from (by for word, by in (("万", 1e4), ("亿", 1e8)) if word in size.as_printed)


def _told(piece: Section, clause: Clause, claim: Claim, spot: Spot, other: Figure, *, holds: bool) -> Result:
    figures = tuple(f for f in (claim.size, spot.figure, spot.cell, other) if f is not None)
    a, b = spot.cell.value or 0.0, other.value or 1.0
    shown = (quote(spot.head), quote(spot.line), bare(spot.cell), quote(claim.other), bare(other))
    if claim.share or (claim.size is not None and claim.size.unit in RATES):
        share = Text(f"{number(a / b * 100)}%", f"{number(a / b * 100)}%")
        if a > b:
            share = Text(f"{number(a / b, 2)}倍", f"{number(a / b, 2)} times the size")
        written = formula("{} ÷ {} = {}", bare(spot.cell), bare(other), share)
        pattern, extra = TIMES, share
    else:
        apart = amount(abs(as_value(spot.cell) - as_value(other)), spot.cell, exact=True)
        sign = "−" if a < b else ""
        written = formula("{} − {} = {}", bare(spot.cell), bare(other), formula(f"{sign}{{}}", apart))
        pattern, extra = APART, (LESS if a < b else MORE).format(apart)
    if holds:
        return say.passed(KEY, figures, written)
    begin = clause.start - piece.start
    stop = claim.size.anchor.end - piece.start if claim.size is not None else clause.end - piece.start
    place = piece.anchor(begin + claim.at, stop)
    said = pattern.format(*shown, extra, quote(place.quote))
    verdict = "inconsistent" if claim.size is not None else "changes_conclusion"
    return say.finding(KEY, verdict, figures, written, said, "rows", spans=(place,))


def as_value(figure: Figure) -> float:
    """The middle of a cell."""
    own = as_claim(figure)
    return (own.low + own.high) / 2 if own is not None else 0.0
