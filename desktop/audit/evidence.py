"""What the numbers of a paragraph show: what rose, what fell, and by how much."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.interval import Interval, as_claim, as_operand, relative, value_of
from desktop.audit.move import is_share
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.value import value

_CLAUSE: Final = re.compile(r"[，,；;。：:（）()、]|\b(?:while|and|whereas|but)\b")
_EN_UP: Final = re.compile(r"\b(?:rose|grew|up|increased|climbed|gained|jumped|rising|growing)\b", re.I)
_EN_DOWN: Final = re.compile(r"\b(?:fell|dropped|down|declined|decreased|shrank|slid|falling)\b", re.I)
_SIZES: Final = ("%", "times")


@value
class Evidence:
    """``name`` are the words that say what moved, ``size`` the change in percent where the base is known.

    ``start`` and ``end`` are offsets in the source: from the name to the last number.
    """

    name: str
    rises: bool
    size: Interval | None
    figures: tuple[Figure, ...]
    start: int
    end: int

    @property
    def full_name(self) -> str:
        """The name with what the first number was read as: words of change are left out of the one (亏损率)."""
        return f"{self.name} {self.figures[0].indicator.zh}"

    @property
    def unit(self) -> str:
        """The unit of the values; that of a change where no value is told."""
        return self.figures[0].unit


def tells_changes(piece: Prose) -> bool:
    """Whether a paragraph may tell any change."""
    return bool(piece.moves) or any(f.unit in _SIZES for f in piece.figures)


def evidence_in(piece: Prose) -> list[Evidence]:
    """The changes that a paragraph tells for certain, in its order."""
    found: list[Evidence] = []
    taken: set[str] = set()
    for move in piece.moves:
        one, other = as_operand(move.before), as_operand(move.after)
        if move.windows is not None or one is None or other is None or one.meets(other):
            continue
        first, last = sorted((move.before.anchor, move.after.anchor), key=lambda a: a.start)
        size = None if is_share(move.before) else relative(one, other)
        own = [move.before, move.after, *([move.change] if move.change is not None else [])]
        taken |= {f.id for f in own}
        name, begin = _name(piece, move.before if move.before.anchor == first else move.after)
        found.append(Evidence(name, other.low > one.high, size, (move.before, move.after), begin, last.end))
    for sentence in piece.sentences:
        for figure in sentence.amounts:
            if figure.id not in taken and figure.unit in _SIZES:
                made = _stated(piece, sentence, figure)
                found += [made] if made is not None else []
    return sorted(found, key=lambda e: e.end)


def _name(piece: Prose, figure: Figure) -> tuple[str, int]:
    """What the words of a clause before a figure name, else its indicator; and where it begins in the source."""
    at = figure.anchor.start - piece.start
    ends = [m.end() for m in _CLAUSE.finditer(piece.text, 0, at)]
    begin = ends[-1] if ends else 0
    clause = piece.text[begin:at]
    own = clause if clause.isascii() else "".join(told(clause).others)
    return (own if told_name(own) else f"{figure.entity.zh} {figure.indicator.zh}"), piece.start + begin


def _stated(piece: Prose, sentence: Sentence, figure: Figure) -> Evidence | None:
    """ "up 12 %" without the values."""
    name, begin = _name(piece, figure)
    at = figure.anchor.start - piece.start
    clause = piece.text[begin - piece.start : at]
    if figure.role == "change" and figure.direction in ("up", "down"):
        rises = figure.direction == "up"
    elif clause.isascii() and bool(_EN_UP.search(clause)) != bool(_EN_DOWN.search(clause)):
        rises = _EN_UP.search(clause) is not None
    else:
        return None
    size, point = as_claim(figure), value_of(figure)
    if size is None or point is None or point <= 0 or not told_name(name):
        return None
    if figure.unit == "times":
        size = size.scaled(100)
    size = size if rises else size.scaled(-1)
    return Evidence(name, rises, size, (figure,), begin, figure.anchor.end)


def told_name(name: str) -> bool:
    """Whether a name has any word at all."""
    return re.search(r"[\u4e00-\u9fff]{2}|[A-Za-z]{3}", name) is not None
