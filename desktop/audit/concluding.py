"""A clause that concludes, what it rests on, and how a finding on the two is told."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import formula, stated
from desktop.audit.check import Result
from desktop.audit.evidence import Evidence
from desktop.audit.keys import english
from desktop.audit.scope import Prose
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "conclusions"
_LITERAL: Final = (
    "both",
    "each",
    "named",
    "way",
)  # told of the numbers themselves, and not of what they mean
_NEAR: Final = 24  # characters between the last number and the clause
_STOP: Final = re.compile(r"[。！？\n]")
# what may set a clause against its numbers, or name somebody else's
_OTHER: Final = re.compile(
    r"但|却|不过|反而|反倒|虽|尽管|同行|行业|对手|其他|别家|有人|认为|以为|看起来|似乎|或许|可能|未必|担心"
    r"|怕"
)
UP, DOWN = Text("上升", "went up"), Text("下降", "went down")
MOVED = Text("{0}由{1}到{2}", "{0} went from {1} to {2}")
BY = Text("{0}变化{1}", "{0} changed by {1}")
TO = Text("{0}到{1}", "{0} to {1}")


class Clause(NamedTuple):
    """A clause: its words, and its place in the paragraph."""

    text: str
    start: int
    end: int


def place(piece: Prose, clause: Clause) -> Anchor:
    """Where a clause stands in the source, without the blanks before it."""
    start = (
        clause.start
        + len(piece.text[clause.start : clause.end])
        - len(piece.text[clause.start : clause.end].lstrip())
    )
    return Anchor(piece.source, piece.start + start, piece.start + clause.end, piece.text[start : clause.end])


def told(one: Evidence) -> Text:
    """What moved, from what to what or by how much."""
    name = say.title(one.figures[0])
    if len(one.figures) > 1:
        return MOVED.format(name, stated(one.figures[0]), stated(one.figures[1]))
    by = one.figures[0].role == "change" or one.size is not None
    return (BY if by else TO).format(name, stated(one.figures[0]))


def raised(piece: Prose, clause: Clause, used: list[Evidence], said: Text, kind: str) -> Result:
    """A finding on a clause that contradicts its numbers; red only where it names them and nothing else is near."""
    figures = [f for e in used for f in e.figures]
    written = Text("；", "; ").join([told(e) for e in used])
    sure = (kind in _LITERAL and tight(piece, clause, used)) or (
        kind == "race" and not _OTHER.search(clause.text)
    )
    verdict = "changes_conclusion" if sure else "partly"
    return say.finding(KEY, verdict, figures, written, said, kind, spans=(place(piece, clause),))


def tight(piece: Prose, clause: Clause, used: list[Evidence]) -> bool:
    """Whether a clause stands right behind what it rests on: in its sentence, without another number between."""
    begin, last = piece.start + clause.start, max(e.end for e in used)
    between = piece.text[last - piece.start : clause.start]
    if len(between) > _NEAR or _STOP.search(between) or _OTHER.search(between + clause.text):
        return False
    own = {f.id for e in used for f in e.figures}
    first = min(e.start for e in used)
    return not any(last <= f.anchor.start < begin or (first <= f.anchor.start < last and f.id not in own)
                   for f in piece.figures if not f.is_date and f.role != "change")  # fmt: skip


def held(used: list[Evidence]) -> Result:
    """A conclusion that its numbers bear out."""
    return say.passed(KEY, [f for e in used for f in e.figures], formula("{}", told(used[0])))


def shares(words: str, name: str) -> bool:
    """Whether two names share a word: two characters, or an English word."""
    if words.isascii():
        return bool(english(words) & english(name))
    return any(
        words[i : i + 2] in name
        for i in range(len(words) - 1)
        if words[i] >= "\u4e00" and words[i : i + 2].strip()
    )
