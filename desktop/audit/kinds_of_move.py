"""Which check a stated change belongs to: exactly one, so that nothing is told twice."""

from __future__ import annotations

from desktop.audit.move_words import CHAIN, STEPWISE, YEARLY
from desktop.audit.moves import Move, is_share, months_of, windowed
from desktop.core.figure import Figure


def owner(move: Move) -> str:
    """The key of the check that tests this move; "" for a change that is not between these values."""
    change = move.change
    if change is None:
        return ""
    if change.unit in ("times", "count:番"):
        return "multiples"
    if CHAIN.search(move.lead):
        return "growth_chain"
    if YEARLY.search(move.lead) and not _equal_length(move):
        return ""  # 同比 of a half-year is not against the whole year before
    if windowed(move.before) or windowed(move.after) or not _equal_length(move):
        return "period_basis"
    if YEARLY.search(move.lead) and years_between(move) not in (None, 1):
        return ""
    if STEPWISE.search(move.lead) and years_between(move) not in (None, 0):
        return ""
    if is_share(move.before) and is_share(move.after):
        return "points"
    return "relative_change" if change.unit not in ("pp", "bp") else "points"


def _equal_length(move: Move) -> bool:
    one, other = months_of(move.before), months_of(move.after)
    return one is None or other is None or abs(one - other) <= 0.1 * max(one, other) or _stock(move.after)


def _stock(figure: Figure) -> bool:
    """Whether a value is one of a moment (a balance, a rate), which has no length to compare."""
    return is_share(figure) or any(
        w in figure.indicator.zh for w in ("余额", "存量", "总资产", "规模", "人数", "数量", "价格")
    )


def years_between(move: Move) -> int | None:
    """Whole years from before to after; None where a time is not known."""
    one, other = move.before.period, move.after.period
    if one is None or other is None or one.start is None or other.start is None:
        return None
    return other.start.year - one.start.year
