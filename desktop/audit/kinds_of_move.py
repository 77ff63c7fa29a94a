"""Which check a stated change belongs to: exactly one, so that nothing is told twice."""

from __future__ import annotations

import re
import string
from typing import Final

from desktop.audit.interval import Interval
from desktop.audit.move import TO, Move, is_share, months_of, windowed, years_between
from desktop.audit.move_words import CHAIN, STEPWISE, YEARLY
from desktop.core.figure import Figure

_BY_THE_MONTH: Final = re.compile(r"[月日周季]均|按月|折[成合算]每?月")
_EACH: Final = re.compile(
    r"各(?=[增减升降涨跌上下提加压缩])|每年|逐年|连续[\d一二两三四五六七八九十]+年|连[增涨升降跌]"
)
_OF_TIME: Final = frozenset(
    "年月季同环复逐各连" + string.ascii_letters
)  # of which each pattern of time has one
_STOCKS: Final = (
    "person",
    "count:家",
    "count:户",
    "count:间",
    "count:座",
    "count:所",
    "count:个",
    "count:只",
)


def owner(move: Move) -> str:
    """The key of the check that tests this move; "" for a change that is not between these values."""
    change = move.change
    if change is None:
        return ""
    if move.windows is None and _BY_THE_MONTH.search(move.lead) and "均" not in move.after.indicator.zh:
        return ""  # 全年2400件，头三个月750件，月均多出25%: not of the bare counts (window_rates)
    timed = not _OF_TIME.isdisjoint(move.lead)
    if timed and change.unit in ("%", "permille") and (CHAIN.search(move.lead) or _EACH.search(move.lead)):
        return "growth_chain"
    yearly = timed and YEARLY.search(move.lead) is not None
    stepwise = timed and STEPWISE.search(move.lead) is not None
    if (yearly or stepwise) and not _equal_length(move):
        return ""  # 同比 of a half-year is not against the whole year before
    if change.unit not in ("pp", "bp") and not (is_share(move.before) and is_share(move.after)) and (
        _windows_differ(move)
        or windowed(move.before)
        or windowed(move.after)
        or (change.unit not in ("times", "count:番") and not _equal_length(move))
    ):  # fmt: skip
        return "period_basis"
    if change.unit in ("times", "count:番"):
        return "multiples"
    if yearly and years_between(move.before, move.after) not in (None, 1):
        return ""
    if stepwise and years_between(move.before, move.after) not in (None, 0):
        return ""
    if is_share(move.before) and is_share(move.after):
        return "relative_change" if move.way == TO else "points"  # 只有当初的三分之一
    return "relative_change" if change.unit not in ("pp", "bp") else "points"


def _windows_differ(move: Move) -> bool:
    return move.windows is not None and not Interval(*move.windows[0]).meets(move.windows[1])


def _equal_length(move: Move) -> bool:
    if move.before.period is None or move.after.period is None:
        return True
    one, other = months_of(move.before), months_of(move.after)
    return one is None or other is None or abs(one - other) <= 0.1 * max(one, other) or _stock(move.after)


def _stock(figure: Figure) -> bool:
    """Whether a value is one of a moment (a balance, a rate), which has no length to compare."""
    return (
        is_share(figure)
        or figure.unit in _STOCKS
        or any(w in figure.indicator.zh for w in ("余额", "存量", "总资产", "规模", "人数", "数量", "价格"))
    )
