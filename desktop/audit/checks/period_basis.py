"""Period basis: counts over windows of different length are compared per month, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, signed_percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.compare import FAILS, FITS, against, operands, ratio
from desktop.audit.interval import Interval, as_claim
from desktop.audit.move import Move, months_of
from desktop.audit.scope import Prose
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "period_basis"
_LEFT: Final = re.compile("剩|原来|原先|此前|只有|仅")
NEITHER = Text(
    "{0}由{1}内{2}变为{3}内{4}：按时间折算变化{5}，只看数值变化{6}，都不是文中的{7}。",
    "{0}: from {2} in {1} to {4} in {3} is a change of {5} by time, or {6} by the bare values; neither is {7}.",
)
TIMED = Text(
    "{0}由{1}内{2}变为{3}内{4}：文中说按时间折算变化{7}，折算的结果是{5}；{7}只是数值的变化（{6}）。",
    "{0}: from {2} in {1} to {4} in {3}: by time, as the text computes, the change is {5}; {7} is only that of the "
    "bare values ({6}).",
)
OPPOSITE = Text(
    "{0}由{1}内{2}变为{3}内{4}，期限不同：文中的{7}只是数值的变化（{6}），按时间折算方向相反（{5}）。",
    "{0}: {2} in {1} and {4} in {3} cover different lengths of time; {7} in the text is only the change of the bare "
    "values ({6}), and by time it is the other way round ({5}).",
)
BARE = Text(
    "{0}由{1}内{2}变为{3}内{4}，期限不同：文中的{7}只看数值（{6}），按时间折算是{5}。",
    "{0}: {2} in {1} and {4} in {3} cover different lengths of time; {7} in the text compares the bare values "
    "({6}), and by time the change is {5}.",
)


@check(KEY, "期限口径", "period basis", "prose", "table")
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Check changes between values that count over different lengths of time."""
    for move in piece.moves_of(KEY):
        result = _of(move, _windows(piece, move))
        if result is not None:
            yield result


def _windows(piece: Prose | Sheet, move: Move) -> list[Figure]:
    """The lengths of time that stand in the cells of both values."""
    if isinstance(piece, Prose):
        return []
    cells = [piece.grid.get((f.row or 0, f.col or 0), ()) for f in (move.before, move.after)]
    return [f for own in cells for f in own if f.is_date]


def _of(move: Move, windows: Sequence[Figure]) -> Result | None:
    pair, plain, spans = operands(move), ratio(move), _spans(move)
    if pair is None or plain is None or spans is None or pair[2] <= 0 or move.change is None:
        return None
    one, other, a, b = pair
    before, after = spans
    then, now = one.over(before), other.over(after)
    quotient = now.over(then) if then is not None and now is not None else None
    if quotient is None:
        return None
    point = (b / _middle(after)) / (a / _middle(before))
    # a fall of the bare counts may be a rise by time: 3 in a quarter, 2 in a month
    read = move if move.told else move._replace(down=point < 1)
    by_time, by_count = against(quotient, point, read), against(*plain, move)
    if by_time is None or by_count is None:
        return None
    figures = (move.change, move.before, move.after, *windows)
    written = formula(
        "({0} − {1}) ÷ {1} = {2}; {3}",
        _rate(move.after, after), _rate(move.before, before), signed_percent((point - 1) * 100),
        formula("({1} − {0}) ÷ {0} = {2}", bare(move.before), bare(move.after), signed_percent((plain[1] - 1) * 100)),
    )  # fmt: skip
    left = as_claim(move.change) if _LEFT.search(move.lead) else None
    if left is not None and move.change.unit == "%" and left.meets(quotient.scaled(100)):
        return None  # what is left, not what went: 只剩原来的四成
    if by_time.result != FAILS:
        return say.passed(KEY, figures, written, rounded=by_time.result != FITS)
    # 每季度3次 to 每月2次 is no fall; lengths of dates alone prove nothing, as the values may be stocks
    turned = move.told and move.windows is not None and move.down != (point < 1)
    fitting = TIMED if move.per_time else OPPOSITE if turned else BARE
    pattern = NEITHER if by_count.result == FAILS else fitting
    verdict = "partly" if pattern is BARE else "inconsistent"
    said = pattern.format(
        _named(move), _window(before), bare(move.before), _window(after), bare(move.after),
        signed_percent((point - 1) * 100), signed_percent((plain[1] - 1) * 100), stated(move.change),
    )  # fmt: skip
    return say.finding(KEY, verdict, figures, written, said)


def _named(move: Move) -> Text:
    """Whose and what: of two cells of a row what their names share, which leaves out their columns."""
    head, _, _ = move.after.indicator.zh.rpartition("·")
    if not head or head != move.before.indicator.zh.rpartition("·")[0]:
        return say.title(move.after)
    return say.title(replace(move.after, indicator=same(head)))


def _spans(move: Move) -> tuple[Interval, Interval] | None:
    """The days that each value counts over, as wide as months differ."""
    if move.windows is not None:
        before, after = move.windows
        months = [w for w in move.windows if w.low >= 28]
        if len(months) == 2:  # months against quarters and years are exact
            exact = [Interval(d, d) for d in (_months(w) * 30.4375 for w in move.windows)]
            return exact[0], exact[1]
        return before, after
    one, other = months_of(move.before), months_of(move.after)
    if not one or not other:
        return None
    return Interval(one * 30.4375, one * 30.4375), Interval(other * 30.4375, other * 30.4375)


def _months(days: Interval) -> float:
    return float(round(_middle(days) / 30.4375))


def _middle(days: Interval) -> float:
    return (days.low + days.high) / 2


def _rate(figure: Figure, days: Interval) -> Text:
    """A value by time, as a quotient."""
    return formula("({} ÷ {})", bare(figure), _window(days))


def _window(days: Interval) -> Text:
    middle = _middle(days)
    if middle < 28:
        whole = number(round(middle, 1))
        return Text(f"{whole}天", f"{whole} day{'' if whole == '1' else 's'}")
    whole = number(round(middle / 30.4375, 1))
    return Text(f"{whole}个月", f"{whole} month{'' if whole == '1' else 's'}")
