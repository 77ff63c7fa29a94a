"""增长N倍, 增长到N倍, 翻番, and 倍 for a decrease: which reading fits, and which the words say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.compare import FAILS, OPEN, ROUNDED, compared, ratio
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import alike, same_dimension
from desktop.audit.moves import Move, is_change
from desktop.audit.scope import Prose, Sentence, Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "multiples"
_TO: Final = re.compile(
    r"(?:增长|增加|上升|提高|扩大|升|涨|增|激增|攀升|提升|翻)[至到为]|(?:是|为|达到?|相当于|等于)[^，,。]{0,14}的?$"
)
_TIMES_AS: Final = re.compile(r"的$|\btimes\b.*\bof\b|as (?:much|many|large)", re.I)
_FALLS: Final = re.compile(r"减|降|下滑|下跌|缩|少|跌|drop|fall|fell|decreas|lower|less", re.I)
GROWN = Text(
    "从{0}到{1}是原来的 {2} 倍，增长了 {3} 倍；文中写“{4}”。",
    "From {0} to {1} is {2} times as much, an increase of {3} times; the text says {4}.",
)
TWO_READINGS = Text(
    "“{0}”可以指增加 {1} 倍（变为原来的 {2} 倍），也常被用来指变为原来的 {1} 倍；没有前后数值，无从判断。",
    "“{0}” may mean an increase of {1} times (to {2} times as much) and is often used for {1} times as much; "
    "without the values before and after it cannot be told which.",
)
FALLS = Text(
    "“{0}”用“倍”表示减少：减少 1 倍就已归零，应写成减少的百分比或减少到几分之几。",
    "“{0}” uses 倍 (times) for a fall: falling by 1 time already leaves nothing; a share or a fraction is meant.",
)
FALLS_TO = Text(
    "从{0}到{1}减少了 {2}，“{3}”用“倍”表示减少，不成立。",
    "From {0} to {1} is a fall of {2}; “{3}” uses 倍 (times) for a fall and does not hold.",
)
RATIO = Text("{0} ÷ {1} = {2}，不是文中的{3}。", "{0} ÷ {1} = {2}, not {3} as the text says.")
BASE = Text(
    "若增加 {0} 倍，原为 {1}；若变为 {0} 倍，原为 {2}",
    "{1} before, if {0} times were added; {2}, if it became {0} times",
)


@check(KEY, "倍数", "multiples", "prose", "table")
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Check every multiple that has its two values, and say of the others how they can be read."""
    seen = set()
    for move in piece.moves:
        if move.change is not None and move.change.unit in ("times", "count:番"):
            seen.add(move.change.id)
            result = _of(move)
            if result is not None:
                yield result
    if isinstance(piece, Prose):
        for sentence in piece.sentences:
            for figure in sentence.amounts:
                if figure.unit in ("times", "count:番") and figure.id not in seen:
                    yield from _alone(sentence, figure)
    else:
        for figure in piece.figures:
            if figure.unit == "times" and figure.id not in seen and figure.role == "change":
                yield from _unpaired(figure)


def _of(move: Move) -> Result | None:
    change, found = move.change, ratio(move)
    assert change is not None
    times = value_of(change)
    if found is None or times is None:
        return None
    figures = (change, move.before, move.after)
    quotient, point = found
    formula = f"{say.printed(move.after)} ÷ {say.printed(move.before)} = {say.number(point, 2)}"
    if change.unit == "count:番":
        return _held(move, compared(quotient, point, _doubled(change)), figures, formula)
    if move.down:
        if times < 1 and (1 - quotient.high <= times <= 1 - quotient.low):
            return say.passed(KEY, figures, formula)
        said = FALLS_TO.format(say.printed(move.before), say.printed(move.after),
                               say.percent((1 - point) * 100), say.printed(change))  # fmt: skip
        return say.finding(KEY, "inconsistent", figures, formula, said, "fall")
    to_times = bool(_TO.search(move.lead)) or change.role == "ratio"
    grown = quotient if to_times else Interval(quotient.low - 1, quotient.high - 1)
    return _held(move, compared(grown, point if to_times else point - 1, change), figures, formula)


def _doubled(change: Figure) -> Figure:
    from dataclasses import replace
    from decimal import Decimal

    times = Decimal(2) ** int(change.low or 1)
    return replace(change, low=times, high=times, unit="times", as_printed=str(times))


def _held(move: Move, found: object, figures: tuple[Figure, ...], formula: str) -> Result | None:
    from desktop.audit.compare import Compared

    if not isinstance(found, Compared):
        return None
    if found.result != FAILS:
        return say.passed(KEY, figures, formula, rounded=found.result in (ROUNDED, OPEN))
    quotient = ratio(move)
    point = quotient[1] if quotient else 0.0
    said = GROWN.format(say.printed(move.before), say.printed(move.after), say.number(point, 2),
                        say.number(point - 1, 2), say.printed(figures[0]))  # fmt: skip
    return say.finding(KEY, "inconsistent", figures, formula, said)


def _alone(sentence: Sentence, figure: Figure) -> Iterable[Result]:
    """A multiple without a pair: A is N times B, or a growth whose base is not stated."""
    pair = _compared_values(sentence, figure)
    if pair is not None:
        one, other = pair
        a, b = value_of(one), value_of(other)
        left, right, claim = as_claim(one), as_claim(other), as_claim(figure)
        if a and b and left and right and claim:
            if abs(a) < abs(b):
                one, other, left, right, a, b = other, one, right, left, b, a
            quotient = left.over(right)
            formula = f"{say.printed(one)} ÷ {say.printed(other)} = {say.number(a / b, 2)}"
            if (
                quotient is not None
                and not quotient.meets(claim)
                and not _more(sentence, figure, quotient, claim)
            ):
                said = RATIO.format(
                    say.printed(one), say.printed(other), say.number(a / b, 2), say.printed(figure)
                )
                yield say.finding(KEY, "inconsistent", (figure, one, other), formula, said, "ratio")
            elif quotient is not None:
                exact = claim.holds(a / b) or claim.holds(a / b - 1)
                yield say.passed(KEY, (figure, one, other), formula, rounded=not exact)
            return
    if is_change(sentence, figure):
        yield from _unpaired(figure, sentence)


def _more(sentence: Sentence, figure: Figure, quotient: Interval, claim: Interval) -> bool:
    """ "高出 N 倍" adds to the base."""
    adds = re.search(r"高出?|多出?|快|增|more|higher", sentence.lead(figure)[-8:] + figure.hedge)
    return bool(adds) and Interval(quotient.low - 1, quotient.high - 1).meets(claim)


def _compared_values(sentence: Sentence, figure: Figure) -> tuple[Figure, Figure] | None:
    """The two values of one kind that a ratio stands beside, if there are exactly two."""
    if figure.unit != "times" or figure.role == "change":
        return None
    values = [
        f
        for f in sentence.amounts
        if f.unit not in ("times", "rank") and f.role in ("level", "ratio", "threshold")
    ]
    like = [f for f in values if same_dimension(f.unit, values[0].unit)] if values else []
    if len(values) != 2 or len(like) != 2 or value_of(like[0]) == value_of(like[1]):
        return None
    if any(f.unit == "times" and f is not figure for f in sentence.amounts):
        return None
    return (like[0], like[1])


def _unpaired(figure: Figure, sentence: Sentence | None = None) -> Iterable[Result]:
    times = value_of(figure)
    if times is None or figure.unit != "times":
        return
    quote = say.printed(figure)
    if figure.direction == "down":
        lead = sentence.lead(figure)[-10:] if sentence is not None else "减少"
        if times >= 1 and _FALLS.search(lead):  # 慢了一倍 is a longer time, no fall
            yield say.finding(KEY, "inconsistent", (figure,), f"1 − {say.number(times)} ≤ 0",
                              FALLS.format(quote), "fall")  # fmt: skip
        return
    if sentence is not None and _TO.search(sentence.lead(figure)[-12:]):
        return
    n, more = say.number(times), say.number(times + 1)
    levels = _level_of(figure, sentence)
    formula = f"1 + {n} = {more}"
    if levels is not None:
        value = value_of(levels)
        if value is not None:
            first, second = say.amount(value / (times + 1), levels), say.amount(value / times, levels)
            formula = f"{say.core(levels)} ÷ (1 + {n}) = {first.zh}; {say.core(levels)} ÷ {n} = {second.zh}"
            name = Text("{}的前值", "{}: value before").format(levels.named())
            bounds = Interval(value / (times + 1), value / times)
            shown = BASE.format(n, first, second)
            yield say.derived(KEY, name, shown, bounds, levels.unit, formula, (levels, figure))
    said = TWO_READINGS.format(
        Text(f"增长{quote}", f"grew {quote}") if quote[0].isdigit() else same(quote), n, more
    )
    yield say.finding(KEY, "ambiguous", (figure,), formula, said, "readings")


def _level_of(figure: Figure, sentence: Sentence | None) -> Figure | None:
    """The value that grew, in the same sentence."""
    if sentence is None:
        return None
    before = [
        f
        for f in sentence.amounts
        if f.anchor.end <= figure.anchor.start and f.role == "level" and f.unit != "times"
    ]
    good = [f for f in before if alike(f.indicator.zh, figure.indicator.zh)]
    return good[-1] if good else None
