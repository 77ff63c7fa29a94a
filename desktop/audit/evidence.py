"""What the numbers of a paragraph show: what rose, what fell, and by how much."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import Final

from desktop.audit.interval import Interval, as_claim, as_operand, relative, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.move import is_share
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.telling import told
from desktop.audit.then_and_now import said_of, tells_then, then_and_now
from desktop.core.figure import Figure
from desktop.core.value import once, value

_CLAUSE: Final = re.compile(r"[，,；;。：:（）()、]|\b(?:while|and|whereas|but)\b")
_EN_UP: Final = re.compile(r"\b(?:rose|grew|up|increased|climbed|gained|jumped|rising|growing)\b", re.I)
_EN_DOWN: Final = re.compile(r"\b(?:fell|dropped|down|declined|decreased|shrank|slid|falling)\b", re.I)
_SIZES: Final = ("%", "times", "pp")
_REACHED: Final = re.compile(
    r"(?:(?P<up>[升涨增抬提冲攀爬飙蹿窜扩翻调推拉]|[走升抬拔拉]高|上升|提高)|(?P<down>[降跌减缩落滑掉砍压削]|走低|下降|回落))"
    r"(?:到|至|破|上|成|为)了?(?:近|约|超过?|逾)?$|(?:只|仅|就|才)剩下?了?$"
)
_FROM: Final = re.compile(r"(?:[从由自]|\bfrom )[^，,。；;\d]{0,6}$")
_TO: Final = re.compile(
    r"[^，,。；;\d]{0,8}?(?:[到至成为]了?|→)(?:每[\u4e00-\u9fff]{1,2}|亏损|盈利|[\u4e00-\u9fff])?| to "
)
_ONLY: Final = re.compile(r"(?:[仅只才]|不过)(?:(?P<up>[多增涨升])|(?P<down>[少减跌降]))了?$")  # 骑手仅多6.7%
_BECOMES: Final = re.compile(r"变[成为]?|→|->")
_REACHES: Final = frozenset("到至破上成为剩")


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
    if any(f.unit in _SIZES for f in piece.figures) or not _REACHES.isdisjoint(piece.marks):
        return True
    return tells_then(piece) or bool(piece.moves)


@once
def evidence_in(piece: Prose) -> list[Evidence]:
    """The changes that a paragraph tells for certain, in its order."""
    found: list[Evidence] = []
    taken: set[str] = set()
    for move in piece.moves:
        one, other = as_operand(move.before), as_operand(move.after)
        if move.windows is not None or one is None or other is None or one.meets(other):
            continue
        left, last = sorted((move.before.anchor, move.after.anchor), key=lambda a: a.start)
        size = None if is_share(move.before) else relative(one, other)
        own = [move.before, move.after, *([move.change] if move.change is not None else [])]
        taken |= {f.id for f in own}
        name, begin = _name(piece, move.before if move.before.anchor == left else move.after)
        if not told_name(name):
            name, begin = said_of(piece, move.before, move.after)
        found.append(Evidence(name, other.low > one.high, size, (move.before, move.after), begin, last.end))
    for before, after in then_and_now(piece):
        if before.id not in taken and after.id not in taken:
            taken |= {before.id, after.id}
            found.append(_apart(piece, before, after))
    for sentence in piece.sentences:
        for first, second in itertools.pairwise(sentence.amounts):
            made = _from_to(piece, sentence, first, second) if first.id not in taken else None
            if made is not None:
                taken |= {first.id, second.id}
                found.append(made)
        for figure in sentence.amounts:
            if figure.id in taken:
                continue
            made = _reached(piece, figure)
            if made is None and figure.unit in _SIZES:
                made = _stated(piece, sentence, figure)
            found += [made] if made is not None else []
    return _with_names(sorted(found, key=lambda e: e.end))


def _with_names(found: list[Evidence]) -> list[Evidence]:
    """Changes, of which one without a name is of what the one before it is: 出租率掉了28个百分点。82%变54%."""
    for n, one in enumerate(found):
        points = [e for e in found[:n] if e.unit == "pp" and e.rises == one.rises and told_name(e.full_name)]
        if points and one.unit == "%" and not told_name(one.name.replace(found[n - 1].name, "")):
            found[n] = replace(one, name=points[-1].full_name)
    return found


def _apart(piece: Prose, before: Figure, after: Figure) -> Evidence:
    """两年前还有近28人，如今只有21人."""
    name, begin = said_of(piece, before, after)
    one, other = as_operand(before), as_operand(after)
    size = None if is_share(before) or one is None or other is None else relative(one, other)
    rises = (value_of(after) or 0.0) > (value_of(before) or 0.0)
    end = max(before.anchor.end, after.anchor.end)
    return Evidence(name, rises, size, (before, after), begin, end)


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
    elif figure.unit == "%" and (found := _ONLY.search(clause)) is not None:
        rises = found["up"] is not None
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
    known = None if figure.unit == "pp" else size  # points say nothing of the change in percent
    return Evidence(name, rises, known, (figure,), begin, figure.anchor.end)


def _from_to(piece: Prose, sentence: Sentence, before: Figure, after: Figure) -> Evidence | None:
    """ "由每张38元调到每张52元": two values that no move pairs."""
    gap = sentence.text[before.anchor.end - sentence.start : after.anchor.start - sentence.start]
    gap += after.anchor.quote.partition(after.as_printed)[0]
    lead = sentence.lead(before) + before.anchor.quote.partition(before.as_printed)[0]
    joined = (_TO.fullmatch(gap) and _FROM.search(lead)) or _BECOMES.fullmatch(gap)
    if not same_dimension(before.unit, after.unit) or not joined:
        return None
    one, other = as_operand(before), as_operand(after)
    if one is None or other is None:
        return None
    one, other = (v.scaled(-1) if "亏" in w[-4:] else v for v, w in ((one, lead), (other, gap)))
    if one.meets(other):
        return None
    size = None if is_share(before) or one.low < 0 else relative(one, other)
    name, begin = _name(piece, before)
    return Evidence(name, other.low > one.high, size, (before, after), begin, after.anchor.end)


def _reached(piece: Prose, figure: Figure) -> Evidence | None:
    """ "升到168元" without the value before."""
    if figure.role not in ("level", "ratio"):
        return None
    at = figure.anchor.start - piece.start + len(figure.anchor.quote.partition(figure.as_printed)[0])
    if _REACHES.isdisjoint(piece.text[max(0, at - 4) : at]):
        return None
    found = _REACHED.search(piece.text, max(0, at - 12), at)
    if found is None:
        return None
    name, begin = _name(piece, figure)
    return Evidence(name, found["up"] is not None, None, (figure,), begin, figure.anchor.end)


def told_name(name: str) -> bool:
    """Whether a name has any word at all."""
    return re.search(r"[\u4e00-\u9fff]{2}|[A-Za-z]{3}", name) is not None
