"""Values that follow from others: offered with formula and inputs, never mixed with what the text reports."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, percent, signed_percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.compare import operands, percent_change
from desktop.audit.interval import INF, Interval, as_claim, value_of
from desktop.audit.keys import alike, same_dimension
from desktop.audit.move import Move, is_share, windowed
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.sheet import Sheet
from desktop.audit.stated_change import is_change
from desktop.audit.table_moves import before_and_after, year_of
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "derive"
DURATIONS: Final = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
_PER_DAY: Final = ("CNY/day", "USD/day")
_RATES: Final = frozenset(("%", "pp"))
_DAYS: Final = frozenset("日天d")  # of which an amount a day has one
_OF_IT: Final = re.compile(r"其中|当中|of which|of them")
_FROM: Final = re.compile(r"\s*(?:都|均)?(?:来自|出自|由|属于|归|came? from)")
BEFORE, PART, CHANGE = (
    Text("{}（此前的值）", "{} (value before)"),
    Text("{}（对应的数额）", "{} (amount it stands for)"),
    Text("{}（变化）", "{} (change)"),
)
YEAR = Text("{}（折合每年）", "{} (per year)")
BOTH = Text("{}与{}（重合的比例）", "{} and {} (share that both hold for)")
POINTS = Text("{}（{}个百分点）", "{} ({} points)")


@check(KEY, "推算", "derived values", "prose", "table")
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Offer earlier values, amounts behind shares, unstated changes, and yearly costs."""
    if isinstance(piece, Prose):
        for move in piece.moves:
            if move.change is None:
                yield from _unstated(move.before, move.after)
        if not piece.marks.isdisjoint(_RATES):
            paired = {f.id for m in piece.moves for f in (m.before, m.after)}
            for sentence in piece.sentences:
                yield from _in(sentence, paired)
        for figure in piece.figures if not _DAYS.isdisjoint(piece.marks) else ():
            if figure.unit.startswith(_PER_DAY):
                yield from _per_year(figure)
        return
    moved = {f.id for m in piece.moves for f in (m.before, m.after)}
    for before, after in before_and_after(piece):
        if before.id not in moved and not windowed(before):
            yield from _unstated(before, after)
    yield from _rows(piece)


def _in(sentence: Sentence, paired: set[str]) -> Iterable[Result]:
    amounts = sentence.amounts
    rates = [n for n, f in enumerate(amounts) if f.unit in _RATES]
    for n in rates:
        change = amounts[n]
        if is_change(sentence, change):
            earlier = (f for f in reversed(amounts[:n]) if not is_change(sentence, f))
            now = next(earlier, None)
            if (
                now is not None
                and now.id not in paired
                and now.role in ("level", "ratio")
                and alike(now.indicator.zh, change.indicator.zh)
            ):
                yield from _before(now, change)
    for n in rates:
        whole, share = amounts[n - 1], amounts[n]
        if not n or share.unit != "%" or whole.unit == "%" or is_change(sentence, share):
            continue
        between = sentence.between(whole, share) + share.indicator.zh
        if _OF_IT.search(between) or _FROM.match(sentence.tail(share)):
            yield from _behind(whole, share)
    if len(amounts) == 2 == len(rates):
        yield from _overlap(sentence)


def _before(now: Figure, change: Figure) -> Iterable[Result]:
    if now.unit in DURATIONS:  # "in two years the price fell by 60 %": the years are no base
        return
    value, own, step = value_of(now), as_claim(now), as_claim(change)
    delta = value_of(change)
    if (
        value is None
        or own is None
        or step is None
        or delta is None
        or INF in own
        or -INF in own
        or INF in step
        or -INF in step
    ):
        return
    down = change.direction == "down"
    if change.unit == "pp" and is_share(now):
        found = own.plus(step) if down else own.minus(step)
        point = value + (delta if down else -delta)
        written = formula("{} {} {} = {}%", bare(now), "+" if down else "−", bare(change), number(point, 2))
    elif change.unit == "%" and not is_share(now):
        factor = (
            Interval(1 - step.high / 100, 1 - step.low / 100)
            if down
            else Interval(1 + step.low / 100, 1 + step.high / 100)
        )
        quotient = own.over(factor)
        if quotient is None or factor.low <= 0:
            return
        found = quotient
        point = value / (1 + (-delta if down else delta) / 100)
        sign = "−" if down else "+"
        written = formula("{} ÷ (1 {} {}) = {}", bare(now), sign, percent(delta), amount(point, now))
    else:
        return
    name = BEFORE.format(_name(now))
    yield say.derived(KEY, name, amount(point, now), found, now.unit, written, (now, change))


def _behind(whole: Figure, share: Figure) -> Iterable[Result]:
    one, other = as_claim(whole), as_claim(share)
    a, b = value_of(whole), value_of(share)
    if one is None or other is None or a is None or b is None or whole.unit in ("", "times", "rank"):
        return
    found = (
        Interval(max(0.0, one.low), one.high)
        .times(Interval(max(0.0, other.low), min(100.0, other.high)))
        .scaled(0.01)
    )
    sign = (
        ">"
        if whole.comparator in (">", ">=") or share.comparator in (">", ">=")
        else "<"
        if whole.comparator in ("<", "<=") or share.comparator in ("<", "<=")
        else "≈"
    )
    worth = amount(a * b / 100, whole)
    written = formula("{} × {} {} {}", stated(whole), stated(share), sign, worth)
    shown, name = formula("{} {}", sign, worth), PART.format(_name(share))
    yield say.derived(KEY, name, shown, found, whole.unit, written, (whole, share))


def _unstated(before: Figure, after: Figure) -> Iterable[Result]:
    move = Move(before, after, None)
    pair, values = percent_change(move), operands(move)
    if pair is None or values is None or INF in pair[0] or -INF in pair[0]:
        return
    shown = same(f"{'+' if pair[1] >= 0 else '−'}{percent(pair[1])}")
    if is_share(before) and is_share(after):
        points = values[3] - values[2]
        shown = POINTS.format(shown, f"{'+' if points >= 0 else '−'}{number(abs(points))}")
    written = formula("({1} − {0}) ÷ {0} = {2}", bare(before), bare(after), signed_percent(pair[1]))
    yield say.derived(KEY, CHANGE.format(_name(after)), shown, pair[0], "%", written, (before, after))


def _per_year(figure: Figure) -> Iterable[Result]:
    value, own = value_of(figure), as_claim(figure)
    if value is None or own is None:
        return
    tail = figure.unit.replace("/day", "", 1)
    a_year = amount(value * 365, replace(figure, unit=tail))
    written = formula("{} × 365 = {}", bare(figure), a_year)
    shown = formula("≈ {}", a_year)
    yield say.derived(
        KEY, YEAR.format(_name(figure)), shown, own.scaled(365), f"{tail}/year", written, (figure,)
    )


def _overlap(sentence: Sentence) -> Iterable[Result]:
    """Two shares of the same people that together exceed all of them overlap."""
    shares = [f for f in sentence.amounts if f.unit == "%" and f.role == "ratio" and f.comparator == "="]
    if len(shares) != 2:
        return
    a, b = value_of(shares[0]), value_of(shares[1])
    if a is None or b is None or a + b <= 100 or a > 100 or b > 100:
        return
    least = f"{number(a + b - 100)}%"
    written = formula("{} + {} − 100% = {}", bare(shares[0]), bare(shares[1]), least)
    name = BOTH.format(*(_name(s) for s in shares))
    yield say.derived(KEY, name, same(f"≥ {least}"), Interval(a + b - 100, min(a, b)), "%", written, shares)


def _name(figure: Figure) -> Text:
    """What a derived value is of, as a heading."""
    name = say.named(figure)
    return Text(name.zh, say.title(figure).en) if name.zh else stated(figure)


def _rows(sheet: Sheet) -> Iterable[Result]:
    """First against last year of a table whose rows are years."""
    years = [r for r in sheet.rows if year_of(sheet, r)]
    if len(years) < 2:
        return
    first, last = (
        min(years, key=lambda r: year_of(sheet, r) or 0),
        max(years, key=lambda r: year_of(sheet, r) or 0),
    )
    for col in sheet.cols:
        one, other = sheet.at(first, col), sheet.at(last, col)
        if (
            one is not None
            and other is not None
            and one.role != "change"
            and other.role != "change"
            and same_dimension(one.unit, other.unit)
        ):
            yield from _unstated(one, other)
