"""Relative change: does "from A to B, up X %" compute, within what the printed digits allow?"""

from __future__ import annotations

from collections.abc import Iterable

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.compare import (
    FAILS,
    OPEN,
    ROUNDED,
    Compared,
    allows,
    arithmetic,
    compared,
    difference,
    minus,
    moved,
    percent_change,
)
from desktop.audit.kinds_of_move import owner
from desktop.audit.moves import Move
from desktop.audit.scale_slip import slipped
from desktop.audit.scope import Prose, Sheet
from desktop.core.text import Text

KEY = "relative_change"
WRONG = Text(
    "{0}，{3}{1}，不是文中所写的{2}。",
    "{0} is {3} of {1}, not {2} as the text says.",
)
TURNED = Text(
    "{0}，是{1}，文中却写成{2}{3}。",
    "{0} is {1}, while the text tells of {2} of {3}.",
)
UP, DOWN = Text("上升", "a rise"), Text("下降", "a fall")


@check(KEY, "变化幅度", "relative change", "prose", "table")
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Check every stated change of values that are no percentages themselves."""
    for move in piece.moves:
        if move.change is None or owner(move) != KEY:
            continue
        in_percent = move.change.unit in ("%", "permille")
        pair = percent_change(move) if in_percent else difference(move)
        if pair is None:
            continue
        found = compared(*pair, move.change)
        if found is not None:
            yield _result(move, found, in_percent)


def _result(move: Move, found: Compared, in_percent: bool) -> Result:
    assert move.change is not None
    figures = (move.change, move.before, move.after)
    formula = arithmetic(move, found.point) if in_percent else minus(move, found.point, "")
    if not in_percent:
        shown = say.amount(found.point, move.change)
        formula = f"{say.printed(move.after)} − {say.printed(move.before)} = {shown.zh}"
    if found.result == FAILS:
        slip = slipped(move, in_percent)
        if slip is not None:
            return slip
        turned = found.point < 0
        stated = say.printed(move.change)
        if turned:
            way, told = (UP, DOWN) if move.down else (DOWN, UP)
            return say.finding(KEY, "changes_conclusion", figures, formula,
                               TURNED.format(moved(move), way, told, stated), "direction")  # fmt: skip
        shown = Text(allows(found), allows(found)) if in_percent else say.amount(found.point, move.change)
        said = WRONG.format(moved(move), shown, stated, DOWN if move.down else UP)
        return say.finding(KEY, "inconsistent", figures, formula, said)
    return say.passed(KEY, figures, formula, rounded=found.result in (ROUNDED, OPEN))
