"""Two percentages and how far they are apart in words: from 4% to 7%, "three percent more" instead of three points."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit.amounts import formula, number, percent
from desktop.audit.check import Result, World, check
from desktop.audit.english_number import SHARE, Told
from desktop.audit.english_numbers import english
from desktop.audit.english_told import wrong
from desktop.audit.english_words import HEDGE, TIMED, VALUE
from desktop.audit.scope import Prose
from desktop.core.text import Text, same

KEY: Final = "english_points"
_APART: Final = re.compile(
    rf"(?:\bfrom {HEDGE}(?P<a>{VALUE})[^.;,{VALUE[1:4]}]{{0,30}} to {HEDGE}(?P<b>{VALUE})[^.;{VALUE[1:4]}]{{0,40}}"
    rf"|(?P<d>{VALUE})[^.;{VALUE[1:4]}]{{1,40}} in {TIMED},? (?:and|but)"
    rf" {HEDGE}(?P<e>{VALUE})[^.;,{VALUE[1:4]}]{{1,30}}(?:, [a-z]+ (?:{VALUE})? ?times as much)?),"
    rf" (?:or |an? [a-z]+ of |up |down |by )?{HEDGE}(?P<c>{VALUE})(?: (?:more|less|higher|lower))?(?="
    rf" ?(?:[.,;)]|$|and\b))"
)
MIXED: Final = Text(
    "{0}与{1}相差{2}个百分点，相对变化{3}；文中的{4}只有当作百分点才对得上。",
    "{0} and {1} are {2} percentage points apart, or {3} in relative terms; {4} fits only as percentage points.",
)


@check(KEY, "英文的百分点", "percentage points in English", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Find differences of two percentages that are told in percent."""
    for told in english(piece):
        for match in _APART.finditer(told.marked):
            a, b, c = (told.number(match[k] or match[o]) for k, o in ("ad", "be", "cc"))
            if (
                {a.kind, b.kind, c.kind} != {SHARE}
                or not a.point
                or not (a.plain and b.plain and c.plain)
                or _told(piece, told, match)
            ):
                continue
            apart, change = abs(b.point - a.point), abs(b.point / a.point - 1) * 100
            if abs(c.point - apart) < 1e-6 and abs(c.point - change) > 1:
                said = MIXED.format(a.shown, b.shown, number(apart), percent(change), c.shown)
                written = formula("{} − {} = {} pp", b.shown, a.shown, same(number(b.point - a.point)))
                yield wrong(KEY, piece, (c, a, b), written, said, "mixed")


def _told(piece: Prose, told: Told, match: re.Match[str]) -> bool:
    """Whether a change that another check tests holds the difference already."""
    start = piece.start + told.start + match.start("c")
    return any(
        m.change is not None and m.change.anchor.start <= start < m.change.anchor.end for m in piece.moves
    )
