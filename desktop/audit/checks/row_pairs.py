"""Two things of a table compared in words: "A比B多64亿元", "A是B的5.75倍", "A比B高出近六成"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.compare import FAILS, against
from desktop.audit.comparing import SUM, THAN, Said, compared_in, may_be_of
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import REACH
from desktop.audit.mentions import is_named
from desktop.audit.move import BY, Move
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.table_names import Names
from desktop.audit.telling import told
from desktop.audit.views import like_units
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "row_pairs"
_PACE: Final = re.compile(r"[涨增升跌降减]幅|增速|增长率|跌速")
_BRINGS: Final = re.compile(  # 它带来的新单 are the 新单 of its row
    r"^(?:而|但|且|因为|由于)?[它其](?:(?:所|一共|总共|全年)?(?:带来|贡献|卖出|完成|实现|产生|创造|拥有|持有|吸引|拿到|吃下|覆盖|服务)了?的)?"
)
_RATES: Final = ("%", "permille", "times")
APART: Final = Text(
    "{0}栏里{1}是{2}、{3}是{4}，相差{5}，与文中的{6}不符。",
    "In the column {0}, {1} is {2} and {3} is {4}, {5} apart; the text says {6}.",
)
WAY: Final = Text(
    "{0}栏里{1}是{2}、{3}是{4}，前者并不比后者{5}，与文中的{6}不符。",
    "In the column {0}, {1} is {2} and {3} is {4}, so the first is not {5} than the second; the text says {6}.",
)
TIMES: Final = Text(
    "{0}栏里{1}是{2}、{3}是{4}，前者是后者的{5}，与文中的{6}不符。",
    "In the column {0}, {1} is {2} and {3} is {4}: the first is {5} the second; the text says {6}.",
)
REST: Final = Text("其余各项之和", "the others together")
MORE, LESS = Text("多", "more"), Text("少", "less")


@check(KEY, "两项对比", "two things compared", "section", needs={"section": ("named", "比的")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Recompute how many more, or how many times as many, one row of a table nearby has than another."""
    for figure in piece.amounts:
        at = figure.anchor.start - piece.start
        before = piece.text[max(0, at - REACH) : at]
        if "比" not in before and (figure.unit not in _RATES or "的" not in before + figure.anchor.quote):
            continue
        words = piece.clause(figure)
        if _PACE.search(words):
            continue  # 月费涨幅15.2%，比护理员增幅28.8%小
        if not THAN.search(words) and not (
            figure.unit in _RATES and len(words) > 2 and may_be_of(figure, words)
        ):
            continue
        line = piece.text.rfind("\n", 0, at) + 1
        for sheet in piece.around(figure.anchor.start):
            for names in sheet.by_names if is_named(piece, sheet, line, at) else ():
                said = compared_in(
                    piece, names, figure, figure.anchor.start - piece.start - len(words), words
                )
                if said is not None:
                    yield from _held(names, said)


def reads(piece: Section, sheet: Sheet, figure: Figure) -> bool:
    """Whether a comparison that ends in a figure is read here, against some field of a table."""
    words = piece.clause(figure)
    begin = figure.anchor.start - piece.start - len(words)
    told_of = ((n, compared_in(piece, n, figure, begin, words)) for n in sheet.by_names)
    return any(said is not None and bool(_fields(names, said)) for names, said in told_of)


def _held(names: Names, said: Said) -> Iterable[Result]:
    fields = _fields(names, said)
    failed: list[Result] = []
    for field in fields:
        column = _column(names, field, said)
        one = column.get(said.one)
        others = [column[said.other]] if said.other in column else []
        if not said.other:
            others = [f for n, f in column.items() if n != said.one]
        if one is None or not others or (len(others) < len(column) - 1 > 0 and not said.other):
            continue
        result, holds = _against(names.fields[field], said, one, others)
        if holds:
            yield result
            return
        failed.append(result)
    own = _BRINGS.sub("", said.own)
    added = None if said.other else SUM.search(own)  # 其余三类加起来 names no more than the rows do
    nouns = [o for o in told(names.rest(own[added.end() if added else 0 :])).others if len(o) > 1]
    heads = "".join(names.fields.values())  # with the units: 到馆人次, of 到馆（万人次）
    if failed and all(noun in heads for noun in nouns) and not _fits_elsewhere(names, said, fields):
        yield failed[-1]


def _fits_elsewhere(names: Names, said: Said, fields: list[int]) -> bool:
    """Whether another field of the unit, per thing or not, bears it out: 3.6元 of 收购价（元/公斤）."""
    claim = said.claim.unit
    if any(len(n := names.nouns[f]) > 1 and (n in said.words or _shares(n, said.topic)) for f in fields):
        return False
    for field in set(names.fields).difference(fields) if said.other and claim not in ("pp", "bp") else ():
        column = _column(names, field, said)
        one, other = column.get(said.one), column.get(said.other)
        if one is None or other is None or names.is_change(field):
            continue
        if claim not in _RATES and not like_units(one.unit, claim):
            continue
        if _against(names.fields[field], said, one, [other])[1]:
            return True
    return False


def _fields(names: Names, said: Said) -> list[int]:
    """The fields that may be meant."""
    claim = said.claim
    fields = []
    for field in names.fields:
        own = [f for f in _column(names, field, said).values() if value_of(f) is not None]
        if not own or (names.is_change(field) and not _named(names, field, said)):
            continue
        unit = own[0].unit
        if claim.unit in ("pp", "bp"):
            fields += [field] if unit == "%" else []
            continue
        counted = not unit and claim.unit.startswith("count:")
        if claim.unit in _RATES or counted or same_dimension(unit, claim.unit):
            fields.append(field)
    told_of = [f for f in said.stated if claim.unit in _RATES or same_dimension(f.unit, claim.unit)]
    if not told_of:
        return names.meant(fields, said.words, claim)
    for figure in told_of:  # what the clause before says of the first of the two tells the field
        fields = [f for f in fields if _repeats(figure, _column(names, f, said).get(said.one))]
    return fields


def _column(names: Names, field: int, said: Said) -> dict[str, Figure]:
    """The amounts of a field by name; of ranges the end that is told."""
    column = names.column(field)
    if not said.end or not any(f.low != f.high for f in column.values()):
        return column
    return {name: _at(f, f.high if said.end == "high" else f.low) for name, f in column.items()}


def _at(figure: Figure, end: Decimal | None) -> Figure:
    return replace(figure, low=end, high=end) if end is not None and figure.low != figure.high else figure


def _shares(name: str, words: str) -> bool:
    return any(name[i : i + 2] in words for i in range(len(name) - 1))


def _repeats(figure: Figure, cell: Figure | None) -> bool:
    if cell is None or not same_dimension(cell.unit, figure.unit):
        return False
    left, right = as_claim(figure), as_claim(cell)
    return left is not None and right is not None and left.meets(right)


def _named(names: Names, field: int, said: Said) -> bool:
    return names.fields[field][:2] in said.own


def _against(field: str, said: Said, one: Figure, others: list[Figure]) -> tuple[Result, bool]:
    a, left = value_of(one), as_claim(one)
    ends = [(value_of(f), as_claim(f)) for f in others]
    right, b = Interval(0.0, 0.0), 0.0
    for point, own in ends:
        if point is None or own is None:
            return say.passed(KEY, (one,)), True
        right, b = right.plus(own), b + point
    words = as_claim(said.claim)
    if a is None or left is None or words is None:
        return say.passed(KEY, (one,)), True
    claim, figures = said.claim, (said.claim, one, *others)
    other = others[0] if said.other else None
    names = (quote(said.one), bare(one), quote(said.other) if said.other else REST,
             bare(other) if other is not None else amount(b, one, exact=True))  # fmt: skip
    if claim.unit in _RATES:
        quotient = left.over(right)
        if quotient is None or b <= 0:
            return say.passed(KEY, (one,)), True
        many = claim.unit == "times" and (value_of(claim) or 0) >= 2  # 多三倍 is said of either
        way = "" if said.way == BY and many else said.way
        move = Move(one, one, claim, "", said.down, way=way)
        held = against(quotient, a / b, move)
        written = formula("{} ÷ {} = {}", names[1], names[3], number(a / b, 2))
        if held is None or held.result != FAILS:
            return say.passed(KEY, figures, written), True
        share = Text(f"{number(a / b, 2)}倍", f"{number(a / b, 2)} times")
        if a < b:
            share = Text(f"{number(a / b * 100)}%", f"{number(a / b * 100)}% of")
        text = TIMES.format(quote(field), *names, share, _quoted(said))
        return say.finding(KEY, "inconsistent", figures, written, text, "times"), False
    gap = right.minus(left) if said.down else left.minus(right)
    apart = amount(abs(a - b), one, exact=True)
    if claim.unit in ("pp", "bp"):
        apart = Text(f"{number(abs(a - b))}个百分点", f"{number(abs(a - b))} percentage points")
        gap = gap.scaled(100) if claim.unit == "bp" else gap
    written = formula("{} − {} = {}", names[1], names[3], apart if a >= b else formula("−{}", apart))
    if gap.meets(words):
        return say.passed(KEY, figures, written), True
    turned = gap.high < 0
    extra = (LESS if said.down else MORE) if turned else apart
    text = (WAY if turned else APART).format(quote(field), *names, extra, _quoted(said))
    return say.finding(KEY, "inconsistent", figures, written, text, "apart"), False


def _quoted(said: Said) -> Text:
    """The comparison as the text has it."""
    than = THAN.search(said.own)
    if said.way == BY and than is not None:
        tail = said.claim.anchor.quote
        lead = tail.partition(said.claim.as_printed)[0]
        zh = said.own[than.start() :].removesuffix(lead) + tail
        return Text(f"“{zh}”", f"“{zh}”")
    return stated(said.claim)
