"""What a figure of the prose sets against what, in the terms of a table nearby: whose it is, of which fields."""

from __future__ import annotations

import itertools
import re
from typing import Final, NamedTuple

from desktop.audit.row_groups import IS, IT, OVER, THAN, WITH, Group, groups_of
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause
from desktop.audit.spots import clauses_before
from desktop.audit.views import View
from desktop.core.figure import Figure

OF, MORE, APART, PAIR = "of", "more", "apart", "pair"
RATES: Final = ("%", "times", "permille")
POINTS: Final = ("pp", "bp")
_HEDGES: Final = (
    r"(?:[约近超逾足仅只才就几]|不到|不足|超过|将近|接近|大约|差不多|整整|足足|几乎|大概|还?不及)*"
)
_OF_GAP: Final = re.compile(rf"(?:客户|用户|顾客|[一那这]?[家类组])?的{_HEDGES}")
_ONLY: Final = re.compile(rf"[了出]?(?:还|又|也|要)?{_HEDGES}")
_GAP: Final = re.compile(r"差|隔|距|悬殊|拉开|比|之间|落后|领先")
_BETWEEN: Final = re.compile(
    r"(?:之间|两者|二者|前后|竟|只|仅|也|还|就)*(?:相差|差|悬殊|差距|差额|差价|落差|相隔|隔)"
)
_BIGGER: Final = re.compile(r"[多少高低贵快慢早晚长短大小重轻远近超差省强弱胜输缩宽窄久落领]|便宜")
_SUM: Final = re.compile(r"加起来|加在一[起块]|之和|合计|总和|加总|相加|合起来|两[家者项个店条]")
_ALONE: Final = re.compile(
    rf"(?:也|又|还|都|却|即|即是|相当于|折合|换算下来|[，\s])*[多少高低贵快慢早晚长短大小][了出]?{_HEDGES}"
)
_ASIDE: Final = re.compile(r"(?:和|与|跟|同|比起|较|相比|对比)[^，]{2,16}?(?:相比|比|比起来|相较|对比)?")
_GOES: Final = re.compile(r"在|自|去了|归|属于|给了|投向|流向|由|靠")
_FAR: Final = 6  # clauses back in which somebody may have been named


class Scene(NamedTuple):
    """``kind`` tells the reckoning; ``subjects`` and ``objects`` are the names that may be meant, likeliest first.

    ``clear`` is whether the first of each is sure; ``words`` are those from what it is held against to the figure;
    ``named`` is whether the clause itself names both, ``over`` whether the figure may be a value of the second.
    """

    kind: str
    subjects: tuple[tuple[str, ...], ...]
    objects: tuple[tuple[str, ...], ...]
    words: str
    clear: bool
    bound: str = ""
    over: bool = False
    named: bool = True


def scene(piece: Section, view: View, clause: Clause, figure: Figure) -> Scene | None:
    """How a figure sets two lines of a table against each other; None where it does not."""
    at, text = figure.anchor.start - clause.start, clause.text
    groups = [g for g in groups_of(piece, view, clause) if g.end <= at]
    found = _held_against(groups, text, at, figure)
    if found is None:
        return _without_object(piece, view, clause, figure, groups)
    kind, target = found
    if kind == PAIR:
        return Scene(PAIR, ((target.names[0],),), ((target.names[1],),), text[target.end : at], clear=True)
    before = [g for g in groups if g.start < target.start and not g.is_object]
    subjects, sure = subjects_of(piece, view, clause, before, target)
    objects: tuple[tuple[str, ...], ...] = (target.names,)
    if target.names == (IT,):
        objects, clear = _its(piece, view, clause, subjects)
        before = []
        sure = sure and clear
    if len(target.names) > 1 and "" not in target.names and not _SUM.search(text[target.end : at]):
        return None  # 比甲和乙都高
    if "" in target.names:  # all others than whoever is meant
        objects = (tuple(n for n in view.lines if subjects and n not in subjects[0]),)
    objects = tuple(o for o in objects if o and o not in subjects[:1])
    if not subjects or not objects:
        return None
    words = text[target.start : at] if target.rel == OVER else text[target.end : at]
    lead = text[: target.start][-3:] if target.rel == OVER else ""
    return Scene(
        kind,
        subjects,
        objects,
        lead + words,
        sure,
        target.bound if kind == OF else "",
        target.rel == OVER,
        bool(before),
    )


def _held_against(groups: list[Group], text: str, at: int, figure: Figure) -> tuple[str, Group] | None:
    if not groups:
        return None
    last = groups[-1]
    gap = text[last.end : at]
    rate = figure.unit in RATES
    if rate and _OF_GAP.fullmatch(gap) and (last.rel in (IS, OVER) or last.bound):
        return OF, last
    size = MORE if rate else APART
    if len(last.names) == 2 and not last.is_object and not rate and _BETWEEN.match(gap):
        return PAIR, last
    for target in reversed(groups):
        gap = text[target.end : at]
        if target.rel == THAN and not _OF_GAP.fullmatch(gap) and _BIGGER.search(gap):
            return size, target
        if target.rel == OVER and target is last and _ONLY.fullmatch(gap):
            return size, target
        if target.rel == WITH and _GAP.search(gap):
            return size, target
    return None


def subjects_of(
    piece: Section, view: View, clause: Clause, before: list[Group], target: Group | None
) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """Whom a clause may speak of, the likeliest first, and whether the first is sure."""
    own = [g for g in before if g.names != (IT,)]
    taken = target.names if target is not None else ()
    if own:
        names = [(n,) for g in own for n in g.names if n not in taken]
        whole = [g.names for g in own[:1] if len(g.names) > 1]
        return (*whole, *names), len(own) == 1 and len(own[0].names) == 1
    found: list[tuple[str, ...]] = []
    rest: list[tuple[str, ...]] = []
    sure = False
    goes_on = True  # only semicolons stand between
    for n, earlier in enumerate(itertools.islice(clauses_before(piece, clause, sentence=False), _FAR)):
        goes_on = goes_on and (earlier.sentence == clause.sentence or earlier.mark not in "。！？.!?")
        groups = [g for g in groups_of(piece, view, earlier) if g.names != (IT,) and "" not in g.names]
        mine = [g for g in groups if not g.is_object and not _is_of(g, earlier)]
        if mine and not found:
            near = earlier.sentence == clause.sentence or n == 0 or goes_on
            sure = near and len(mine) == 1 and len(mine[0].names) == 1
        found += [names for g in mine for names in (g.names, *((n,) for n in g.names))]
        rest += [(name,) for g in groups for name in g.names]
    if not found:  # 上菜要等24分钟，是金沙湾的2倍: of whom has the 24
        for earlier in clauses_before(piece, clause):
            told = [line for f in earlier.figures for line, _ in view.holders(f)]
            if told:
                sure = len(set(told)) == 1
                found = [(line,) for line in told]
                break
    return tuple(dict.fromkeys(f for f in (*found, *rest) if f != taken)), sure


def _is_of(group: Group, clause: Clause) -> bool:
    """Whether something is told to be so much of a group: 是乙的3倍 is not of 乙."""
    return group.rel == IS and clause.text[group.end : group.end + 1] == "的"


def _its(
    piece: Section, view: View, clause: Clause, subjects: tuple[tuple[str, ...], ...]
) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """Whom 它 may stand for."""
    found: list[tuple[str, ...]] = []
    mine = subjects[0] if subjects else ()
    sure = False
    for earlier in itertools.islice(clauses_before(piece, clause, sentence=False), _FAR):
        named = {n for g in groups_of(piece, view, earlier) for n in g.names if n not in ("", IT, *mine)}
        if named and not found:
            sure = len(named) == 1 and earlier.sentence == clause.sentence
        found += [(n,) for n in named]
    others = tuple(dict.fromkeys(found))
    return others, sure or len(others) == 1


def _without_object(
    piece: Section, view: View, clause: Clause, figure: Figure, groups: list[Group]
) -> Scene | None:
    at, text = figure.anchor.start - clause.start, clause.text
    before = next(clauses_before(piece, clause), None)
    if before is None or figure.unit == "rank":
        return None
    lead = text[groups[-1].end if groups else 0 : at]
    if not groups and _ALONE.fullmatch(lead) and before.figures:  # 比乙多900人，多了两成
        told = scene(piece, view, before, before.figures[-1])
        if told is not None and told.kind in (APART, MORE):
            return told._replace(kind=MORE if figure.unit in RATES else APART, words=lead)
        return None
    if len(groups) == 1 and _ASIDE.fullmatch(before.text.strip()) and _BIGGER.search(lead):
        others = groups_of(piece, view, before)  # 与甲相比，乙多900人
        if len(others) == 1 and len(others[0].names) == 1 and others[0].names != groups[0].names:
            kind = MORE if figure.unit in RATES else APART
            return Scene(kind, (groups[0].names,), (others[0].names,), lead, clear=True)
    return None


def holders(
    piece: Section, view: View, clause: Clause, figure: Figure
) -> tuple[tuple[tuple[str, ...], ...], bool, bool]:
    """Whose share a figure may be, the likeliest first; whether that is sure, and whether the clause names it."""
    at = figure.anchor.start - clause.start
    groups = groups_of(piece, view, clause)
    if any(g.is_object or "" in g.names for g in groups):
        return (), False, False
    before = [g for g in groups if g.end <= at and g.names != (IT,)]
    if not before:
        after = [g for g in groups if g.start > at]
        if after and _GOES.search(clause.text[at : after[0].start]) and after[0].names != (IT,):
            return (after[0].names,), len(after) == 1, True
        own, sure = subjects_of(piece, view, clause, [], None)
        return own, sure, False
    if any(_is_of(g, clause) for g in before):
        return (), False, False
    return (before[-1].names, *(g.names for g in before[:-1])), len(before) == 1, True
