"""Period basis: counts over windows of different length are compared per month, or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.compare import FAILS, allows, arithmetic, compared, operands, percent_change, signed
from desktop.audit.interval import Interval, relative
from desktop.audit.kinds_of_move import owner
from desktop.audit.moves import Move, months_of
from desktop.audit.scope import Prose, Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "period_basis"
NEITHER = Text(
    "{0}（{1}）到{2}（{3}）：按月折算变化 {4}，只看次数变化 {5}，都不是文中的{6}。",
    "From {0} ({1}) to {2} ({3}) is {4} per month, or {5} by the bare counts; neither is {6}.",
)
BARE = Text(
    "{0}（{1}）到{2}（{3}）的期限不同：只看数值变化 {5}，与文中的{6}相合；按月折算是 {4}。",
    "{0} ({1}) and {2} ({3}) cover periods of different length: the bare values differ by {5}, which is the {6} "
    "of the text; per month it is {4}.",
)


@check(KEY, "期限口径", "period basis", "prose", "table")
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Check changes between values that count over different lengths of time."""
    for move in piece.moves:
        if move.change is not None and owner(move) == KEY and move.change.unit in ("%", "permille"):
            result = _of(move)
            if result is not None:
                yield result


def _of(move: Move) -> Result | None:
    pair, bare = operands(move), percent_change(move)
    before, after = months_of(move.before), months_of(move.after)
    if pair is None or bare is None or not before or not after or move.change is None:
        return None
    one, other, a, b = pair
    change = relative(one.scaled(1 / before), other.scaled(1 / after))
    if change is None:
        return None
    point = ((b / after) / (a / before) - 1) * 100 * (-1 if move.down else 1)
    monthly = compared(signed(Interval(*change), move), point, move.change)
    by_count = compared(*bare, move.change)
    if monthly is None or by_count is None:
        return None
    figures = (move.change, move.before, move.after)
    formula = (
        f"({_rate(move.after, after)} − {_rate(move.before, before)}) ÷ {_rate(move.before, before)}"
        f" = {say.number(point)}%; {arithmetic(move, bare[1])}"
    )
    if monthly.result != FAILS:
        return say.passed(KEY, figures, formula, rounded=monthly.result != "fits")
    pattern, verdict = (NEITHER, "inconsistent") if by_count.result == FAILS else (BARE, "partly")
    said = pattern.format(
        say.printed(move.before), _window(before), say.printed(move.after), _window(after),
        same(allows(monthly)), same(allows(by_count)), say.printed(move.change),
    )  # fmt: skip
    return say.finding(KEY, verdict, figures, formula, said)


def _rate(figure: Figure, months: float) -> str:
    return f"{say.core(figure)}/{say.number(months)}"


def _window(months: float) -> Text:
    whole = say.number(round(months, 1))
    return Text(f"{whole} 个月", f"{whole} month{'' if whole == '1' else 's'}")
