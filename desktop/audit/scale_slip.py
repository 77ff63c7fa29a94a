"""A change that fails by a power of ten: one of its values has the wrong unit or scale word."""

from __future__ import annotations

from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, percent, stated
from desktop.audit.compare import FAILS, compared, moved, operands, signed
from desktop.audit.interval import Interval, relative
from desktop.audit.move import Move
from desktop.core.finding import Finding
from desktop.core.text import Text

KEY = "unit_scale"
# 万/元, 亿/万, 亿/元, 千, and the other way round: what a wrong scale word makes of a value.
_FACTORS: Final = ((1e4, "万"), (1e-4, "万"), (1e8, "亿"), (1e-8, "亿"), (1e3, "千"), (1e-3, "千"))
SAID = Text(
    "{0}，{1}{2}，不是文中的{3}；后一数若是{4}（相差{5}倍）就相符，疑为单位写错。",
    "{0} is {1} of {2}, not {3}; it would fit if the later value were {4} ({5} times apart), so its unit looks "
    "wrong.",
)


def slipped(move: Move, in_percent: bool) -> Finding | None:
    """Return the finding of a scale slip, if the stated change fits after a change of scale."""
    pair = operands(move)
    if pair is None or move.change is None or not in_percent:
        return None
    before, after, a, b = pair
    if a <= 0 or b <= 0 or 0.02 < b / a < 50:
        return None
    for factor, _word in _FACTORS:
        found = relative(before, after.scaled(factor))
        if found is None:
            continue
        point = (b * factor - a) / a * 100 * (-1 if move.down else 1)
        held = compared(signed(Interval(*found), move), point, move.change)
        if held is not None and held.result != FAILS:
            grown = (b - a) / a * 100
            way = Text("下降", "a fall") if grown < 0 else Text("上升", "a rise")
            said = SAID.format(
                moved(move), way, _most(grown), stated(move.change), amount(b * factor, move.after),
                number(max(factor, 1 / factor), 0),
            )  # fmt: skip
            shown = f"{'−' if grown < 0 else ''}{_most(grown)}"
            written = formula("({1} − {0}) ÷ {0} = {2}", bare(move.before), bare(move.after), shown)
            return say.finding(
                KEY, "inconsistent", (move.after, move.before, move.change), written, said, "scale"
            )
    return None


def _most(change: float) -> str:
    """A fall that leaves hardly anything keeps the digits that show it."""
    return f"{abs(change):.6g}%" if change < -99 else percent(change)
