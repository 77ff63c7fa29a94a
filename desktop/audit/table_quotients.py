"""What sentences divide of a table: 燃油费占票款的77.1%, 每平方米接待175人次, 收入最高的是最低的近三倍.

The fields are named by the words, the line by its name or its year; any other quotient of the line clears the number.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, percent, quote, stated
from desktop.audit.check import Result
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause
from desktop.audit.spots import clauses_before
from desktop.audit.table_names import noun
from desktop.audit.views import View, views_at
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.units import unit

_OF: Final = re.compile(
    r"(?P<part>[\u4e00-\u9fff]{2,10}?)占(?:了|到|去)?(?P<whole>[\u4e00-\u9fff]{2,8}?)的?(?:比重|比例|份额|比率|比)?"
    r"(?=[由从为是达升降提约只仅已高低超接近的]|不到|不足|\d|$)"
)
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)")
_NO_SHARE: Final = re.compile(r"行业|同行|全国|全市|全省|目标|计划|预计|若|如果|假如|月|季|半年|其中")
_EACH: Final = re.compile(r"每一?个?(?P<thing>[\u4e00-\u9fff]{1,4})")
_PEOPLE: Final = ("位", "名", "人", "乘客", "顾客", "读者", "客人")
_COMMON: Final = ("CNY", "%", "", "times", "pp")
_GENERAL: Final = frozenset("年月日天数量率额均单总每个的一人元小时分钟次长大中平店公司收入")
_ENDS: Final = re.compile(
    r"最(?P<first>[高多大贵长久]|[低少小短]|便宜)(?:的[^，。最]{0,8}?)?(?:是|为|相当于|有|比)[^，。最]{0,8}?"
    r"最(?P<second>[高多大贵长久]|[低少小短]|便宜)(?:的[^，。最]{0,6}?)?(?:[高多贵长大低少短]出?了?|便宜)?(?:约|近|将近|接近|超过|整整|足足)?$"
)
_HIGH: Final = "高多大贵长久"
_FAR: Final = 30.0  # times: what is farther off is of something else
_LEAST: Final = 3  # lines of which one can be the most
_SUM: Final = re.compile(r"合计|总")
SHARE: Final = Text(
    "表中{0}的{1}是{2}、{3}是{4}，前者占后者的{5}，不是文中的{6}。",
    "The table has {2} of {1} and {4} of {3} for {0}: a share of {5}, not {6}.",
)
EACH: Final = Text(
    "表中{0}的{1}是{2}、{3}是{4}，相除是{5}，不是文中的{6}。",
    "The table has {2} of {1} and {4} of {3} for {0}, which is {5} each, not {6}.",
)
ENDS: Final = Text(
    "表中{0}最大的是{1}（{2}），最小的是{3}（{4}），{5}，与文中的{6}不符。",
    "In the table {0} is most for {1} ({2}) and least for {3} ({4}): {5}; the text says {6}.",
)


def field_of(view: View, name: str) -> int | None:
    """The one field that a word names, by the whole of it or by two characters that no other field has."""
    found = view.fields_named(name)
    whole = [f for f in found if name in view.fields[f]]
    best = whole if len(whole) == 1 else [f for f in whole if _SUM.search(view.fields[f])] or found
    return best[0] if len(best) == 1 else None


def shares_of_fields(key: str, piece: Section, clause: Clause) -> Iterator[Result]:
    """燃油费占票款的比重由2018年的42.5%升到77.1%."""
    named = _OF.search(clause.text) if "占" in clause.text else None
    told = [f for f in clause.figures if f.unit == "%" and f.role in ("level", "ratio")]
    if named is None or not told or _NO_SHARE.search(clause.text):
        return
    told = [f for f in told if f.anchor.start - clause.start >= named.end()]
    for view in views_at(piece, clause.start) if told else ():
        part, whole = field_of(view, named["part"]), field_of(view, named["whole"])
        if part is None or whole is None or part == whole:
            continue
        shares = {line: q for line in view.lines if (q := _quotient(view, line, part, whole)) is not None}
        fits = [[n for n, (q, _) in shares.items() if _meets(f, q.scaled(100))] for f in told]
        for at, (figure, own) in enumerate(zip(told, fits, strict=True)):
            line, sure = _line_of(view, clause, figure, at, len(told))
            if own:
                yield say.passed(key, (figure, *_cells(view, own[0], part, whole)))
            elif line in shares and (sure or any(fits)):
                cells = _cells(view, line, part, whole)
                shown = percent(shares[line][1] * 100)
                said = SHARE.format(
                    quote(line), quote(noun(view.fields[part])), bare(cells[0]), quote(noun(view.fields[whole])),
                    bare(cells[1]), shown, stated(figure),
                )  # fmt: skip
                written = formula("{} ÷ {} = {}", *map(bare, cells), shown)
                yield say.finding(key, "inconsistent", (figure, *cells), written, said, "of two")
        return


def _line_of(view: View, clause: Clause, figure: Figure, at: int, many: int) -> tuple[str, bool]:
    """The line that a share is told of, and whether its words name it: else the last year, for the last share."""
    before = clause.text[: figure.anchor.start - clause.start]
    named = [n for n in view.named(before) if n in view.lines]
    if named and (len(named) > at or many == 1):
        return named[-1], True
    return (list(view.lines)[-1], False) if view.of_years and many > 1 and at == many - 1 else ("", False)


def each_of_line(key: str, piece: Section, clause: Clause, figure: Figure) -> Iterator[Result]:
    """老街分馆每平方米接待175人次, of a row with its visitors and its square metres."""
    if figure.role != "level" or _NO_SHARE.search(clause.text):
        return
    words, before = clause.before(figure), list(clauses_before(piece, clause))
    own = _EACH.search(words)
    for earlier in before if own is None else ():  # 平均每班载客，2018年是200人次
        own = own or (_EACH.search(earlier.text) if not earlier.figures else None)
    if own is None:
        return
    text = "，".join((*(c.text for c in reversed(before)), words))
    for view in views_at(piece, clause.start):
        named = view.named(words) or view.named(text)
        counts = [f for f in view.fields if _counts(view, f, own["thing"])]
        counts = [f for f in counts if not view.fields[f].startswith("其中")] if len(counts) > 1 else counts
        if len(named) != 1 or len(counts) != 1 or view.holders(figure):
            continue
        line, count = named[0], counts[0]
        totals = [f for f in view.fields if f != count and _may_total(view, f, figure, text)]
        every = [
            q
            for one, other in itertools.permutations(view.fields, 2)
            if (q := _quotient(view, line, one, other)) is not None
        ]
        held = any(_meets(figure, q) for q, _ in (*every, *_over_the_year(view, line, totals, count)))
        found = _quotient(view, line, totals[0], count) if len(totals) == 1 else None
        if found is None:
            continue
        cells = _cells(view, line, totals[0], count)
        shown = amount(found[1], figure)
        written = formula("{} ÷ {} = {}", *map(bare, cells), shown)
        if held:
            yield say.passed(key, (figure, *cells), written)
        elif found[1] and 1 / _FAR < (value_of(figure) or 0.0) / found[1] < _FAR:
            said = EACH.format(
                quote(line), quote(noun(view.fields[totals[0]])), bare(cells[0]), quote(noun(view.fields[count])),
                bare(cells[1]), shown, stated(figure),
            )  # fmt: skip
            yield say.finding(key, "inconsistent", (figure, *cells), written, said, "each")
        return


def _over_the_year(view: View, line: str, totals: list[int], count: int) -> Iterator[tuple[Interval, float]]:
    """What a total of a year is over the mean of a stock at its beginning and at its end."""
    lines = list(view.lines)
    at = lines.index(line)
    for near in (lines[n] for n in (at - 1, at + 1) if 0 <= n < len(lines)) if view.of_years else ():
        one, other = (view.column(count).get(n) for n in (line, near))
        for total in totals:
            top = view.column(total).get(line)
            a, b, c = (as_claim(f) if f is not None else None for f in (one, other, top))
            if a is not None and b is not None and c is not None:
                mean = c.over(a.plus(b).scaled(0.5))
                yield from ((q, 0.0) for q in (mean,) if q is not None)


def _counts(view: View, field: int, thing: str) -> bool:
    """Whether a field counts the things of "每…": 班, 平方米, or people."""
    known = unit(next(iter(view.column(field).values())).unit)
    if known is None or known.code in _COMMON:
        return False
    name, head = known.name.zh, noun(view.fields[field])
    if len(head) > 1 and thing.startswith(head):
        return True  # 每个座位, of 座位（个）
    people = known.code == "person" or name.startswith("人")
    return thing.startswith(_PEOPLE) if people else thing.startswith(name)


def _may_total(view: View, field: int, figure: Figure, words: str) -> bool:
    """Whether a field is what a claim is so much of: in its unit, and, of a common one, named by a character."""
    if not all(same_dimension(c.unit, figure.unit) for c in view.column(field).values()):
        return False
    telling = set(noun(view.fields[field])) - _GENERAL
    return figure.unit not in _COMMON or not telling.isdisjoint(words)


def ends_of_field(key: str, piece: Section, clause: Clause, figure: Figure) -> Iterator[Result]:
    """收入最高的线是收入最低的线的近三倍: the most of a field over its least."""
    match = _ENDS.search(clause.before(figure)) if "最" in clause.text else None
    if match is None or (match["first"] in _HIGH) == (match["second"] in _HIGH):
        return
    for view in views_at(piece, clause.start):
        fields = view.fields_named(clause.before(figure))
        for earlier in clauses_before(piece, clause) if not fields else ():
            fields = fields or view.fields_named(earlier.text)
        values = (
            {n: v for n, c in view.column(fields[0]).items() if (v := value_of(c)) is not None}
            if fields
            else {}
        )
        if len(fields) != 1 or len(values) < max(_LEAST, len(view.lines)):
            continue
        most, least = (one(values, key=lambda n: values[n]) for one in (max, min))
        cells = view.column(fields[0])[most], view.column(fields[0])[least]
        a, b = as_claim(cells[0]), as_claim(cells[1])
        quotient = a.over(b) if a is not None and b is not None and b.low > 0 else None
        if a is None or b is None or quotient is None:
            continue
        of, back = values[most] / values[least], values[least] / values[most] * 100
        if figure.unit == "times":
            fits, shown = (
                _meets(figure, quotient),
                Text(f"前者是后者的{number(of, 2)}倍", f"{number(of, 2)} times"),
            )
        elif figure.unit == "%":
            other = b.over(a)
            fits = other is None or _meets(figure, other.scaled(100)) or _meets(figure, quotient.scaled(100))
            shown = Text(f"后者是前者的{number(back)}%", f"{number(back)}% of it")
        elif same_dimension(figure.unit, cells[0].unit) or (figure.unit == "pp" and cells[0].unit == "%"):
            fits = _meets(figure, a.minus(b))
            apart = amount(values[most] - values[least], cells[0], exact=True)
            shown = Text("相差{}", "{} apart").format(apart)
        else:
            return
        figures = (figure, *cells)
        if fits:
            yield say.passed(key, figures)
            return
        said = ENDS.format(
            quote(noun(view.fields[fields[0]])), quote(most), bare(cells[0]), quote(least), bare(cells[1]), shown,
            stated(figure),
        )  # fmt: skip
        written = formula("{} : {}", *map(bare, cells))
        yield say.finding(key, "inconsistent", figures, written, said, "ends")
        return


def _cells(view: View, line: str, one: int, other: int) -> tuple[Figure, Figure]:
    return view.column(one)[line], view.column(other)[line]


def _quotient(view: View, line: str, one: int, other: int) -> tuple[Interval, float] | None:
    """One cell of a line over another."""
    a, b = view.column(one).get(line), view.column(other).get(line)
    top, bottom = (as_claim(f) if f is not None else None for f in (a, b))
    found = top.over(bottom) if top is not None and bottom is not None else None
    if a is None or b is None or found is None or not (low := value_of(b)):
        return None
    return found, (value_of(a) or 0.0) / low


def _meets(figure: Figure, found: Interval) -> bool:
    claim = as_claim(figure)
    return claim is None or claim.meets(found)
