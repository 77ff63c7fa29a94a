"""How far a goal is off, or surpassed: 年初定下18亿元的任务，到九月末完成13.5亿元，离目标还差4.5亿元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.gap_words import of_time
from desktop.audit.passages import Passage, Told, alike
from desktop.audit.tally import Tally, tally_of
from desktop.audit.ways import signed

_GOAL: Final = r"目标|任务|计划|指标|预算|规划"
_SHORT: Final = re.compile(
    rf"(?:[离距]|距离)(?:[^，]{{0,6}}(?:{_GOAL}))?[^，]{{0,2}}(?:还|仍|尚)?[有相]?[差缺][^，\d]{{0,3}}$"
    r"|(?:还|仍|尚)[有]?[差缺]了?$"
)
_OVER: Final = re.compile(rf"超出?(?:了|过)?[^，]{{0,4}}(?:{_GOAL})[^，\d]{{0,2}}$|超额(?:完成|实现)?了?$")
_SET: Final = re.compile(rf"{_GOAL}")
_EACH: Final = re.compile(r"每(?![百千万])|均|率|单价")
_FAR: Final = 2  # sentences


def of_goals(passage: Passage) -> Iterator[Tally]:
    """Every amount of a line that is told to be what lies between a goal and what was done."""
    if _SET.search(passage.text) is None:
        return
    for told in passage.sizes:
        over = _OVER.search(told.lead) is not None
        if (not over and _SHORT.search(told.lead) is None) or told.value <= 0:
            continue
        near = [
            t for t in passage.sizes
            if t.start < told.start and told.sentence - t.sentence <= _FAR and alike(t, told)
        ]  # fmt: skip
        goals = [t for t in near if _is_goal(passage, t)]
        if len(goals) != 1:
            continue
        done = [t for t in near if t.start > goals[0].start]
        if len(done) != 1 or _EACH.search(done[0].lead + goals[0].lead) or of_time(told.lead):
            continue
        more, less = (done[0], goals[0]) if over else (goals[0], done[0])
        found = tally_of(told, "rest", [signed([more.figure, less.figure], (1, -1))], sure=True)
        if found is not None:
            yield found


def _is_goal(passage: Passage, told: Told) -> bool:
    """Whether an amount is a goal: 全年任务18亿元, 18亿元的任务."""
    behind = told.tail.lstrip("的")
    return _SET.match(behind) is not None or _SET.search(passage.clause(told)) is not None
