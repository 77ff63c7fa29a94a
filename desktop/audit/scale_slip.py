"""A change that fails by a power of ten: one of its values has the wrong unit or scale word."""

from __future__ import annotations

from typing import Final

from desktop.audit import say
from desktop.audit.compare import FAILS, compared, operands, signed
from desktop.audit.interval import Interval, relative
from desktop.audit.moves import Move
from desktop.core.finding import Finding
from desktop.core.text import Text, same

KEY = "unit_scale"
# 万/元, 亿/万, 亿/元, 千, and the other way round: what a wrong scale word makes of a value.
_FACTORS: Final = ((1e4, "万"), (1e-4, "万"), (1e8, "亿"), (1e-8, "亿"), (1e3, "千"), (1e-3, "千"))
SAID = Text(
    "从{0}到{1}不可能只{4}{2}；若后一数的单位相差 {3} 倍则相符，疑为单位写错。",
    "From {0} to {1} cannot be {4} of {2}; it fits if the later value is out by a factor of {3}: "
    "a unit or scale slip.",
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
            times = say.number(max(factor, 1 / factor), 0)
            way = Text("下降", "a fall") if move.down else Text("增长", "a rise")
            said = SAID.format(say.printed(move.before), say.printed(move.after), say.printed(move.change),
                               same(times), way)  # fmt: skip
            formula = f"{say.printed(move.after)} ÷ {say.printed(move.before)} = {say.number(b / a, 4)}"
            return say.finding(
                KEY, "inconsistent", (move.after, move.before, move.change), formula, said, "scale"
            )
    return None
