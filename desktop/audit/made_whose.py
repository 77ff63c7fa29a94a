"""Of which lines of a table a number tells: one, several together (华东与华南合计), the others, or all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from desktop.audit.enumerations import DIGITS
from desktop.audit.interval import value_of
from desktop.audit.row_groups import IT, Group, groups_of
from desktop.audit.row_scene import holders
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause
from desktop.audit.spots import clauses_before
from desktop.audit.views import View
from desktop.core.figure import Figure

_WHOLE: Final = re.compile(
    r"合计|总计|共计|总共|总体|整体|(?<!占)(?<!占了)全部|全(?:[市省县区国队组校司行部体]|公司)|加起来|合起来|加总|平均下来|算下来"
    r"|整批|(?:[两三四五六七八九十\d]+)[家个类种款组户地市县区省店项者条支所](?:[一-龥]{0,3}?)(?:合|一?共|平均|总)"
)
_TOGETHER_YEARS: Final = re.compile(r"累计|合计|加起来|[两三四五六七八九十]年(?:间|里|下来|一?共|总)")
_BOTH: Final = re.compile(r"都|各|同样|一样|均(?=[为是在达增降有])|分别")
_OTHERS: Final = re.compile(
    r"(?:其余|其他|其它|另外|剩下|余下)的?(?P<n>[两三四五六七八九])[家个类种款组户地市县区省店项者条支所人位名]"
)
_TOGETHER: Final = re.compile(r"[一-龥]{0,3}?(?:合计|加起来|合起来|之和|相加|一共|总共|合共|共)")
_FIRST: Final = re.compile(r"(?<![之以])前(?P<n>[两二三四五])(?:大|个)?[家类种款组户地市县区省店项者条名位]")
_OF: Final = re.compile("的(?:[约近]|大约|将近)?")
# what something came from or is held against: 由66.7件升到, 比一年前的71%
_FROM: Final = re.compile(r"[由从自](?:[^，]{0,4}的)?$|[比较自从由于过][^，]{1,12}的$")
_APART: Final = re.compile(r"(?:相差|差距|差了|悬殊|之差)[^，]{0,4}$")
_FAR: Final = 6  # clauses


class Whose(NamedTuple):
    """Some lines, ``each`` of them or all together; ``sure`` is whether no others can be meant, ``named`` whether the
    clause itself names them.
    """

    lines: tuple[str, ...]
    each: bool
    sure: bool
    named: bool


def whose(piece: Section, view: View, clause: Clause, figure: Figure) -> Whose | None:
    """Of which lines a figure tells; None where that cannot be told."""
    text = clause.before(figure)
    groups = [g for g in groups_of(piece, view, clause) if g.start < len(text) and g.names != (IT,)]
    of = _object(groups, text)
    if of is not None:
        return Whose(of.names, False, True, True)
    if _FROM.search(text) or _APART.search(text):
        return None
    found = _told_together(piece, view, clause, text, groups)
    if found is None and not groups:
        for earlier in _opening(piece, view, clause):
            found = _told_together(piece, view, earlier, earlier.text, [])
            if found is not None or groups_of(piece, view, earlier):
                break
    if found is not None:
        return found
    names, sure, named = holders(piece, view, clause, figure)
    if not names or any(n not in view.lines for n in names[0]):
        return None
    each = len(names[0]) > 1 and _BOTH.search(text) is not None
    if not groups:  # 拖后腿的是西岭区，完成率72%
        before = next(clauses_before(piece, clause), None)
        own = [g for g in groups_of(piece, view, before) if g.names != (IT,)] if before is not None else []
        named = len(own) == 1 and own[0].names == names[0] and not own[0].is_object
        sure = sure or (named and each)
    return Whose(names[0], each, sure, named)


def joint(piece: Section, view: View, clause: Clause) -> tuple[str, ...]:
    """The lines that the clause before told something of together: 华东与华南合计5130万元，占全部的67%."""
    before = next(clauses_before(piece, clause), None)
    groups = groups_of(piece, view, before) if before is not None else ()
    if before is None or len(groups) != 1 or groups_of(piece, view, clause):
        return ()
    found = _told_together(piece, view, before, before.text, list(groups))
    return found.lines if found is not None and len(found.lines) < len(view.lines) else ()


def firsts(view: View, field: int, words: str) -> tuple[str, ...]:
    """The lines of 前两类, where they stand first and are the most of a field as well."""
    match = _FIRST.search(words)
    values = [value_of(view.column(field)[n]) or 0.0 for n in view.lines if n in view.column(field)]
    many = DIGITS[match["n"]] if match is not None else 0
    if match is None or len(values) != len(view.lines) or not many < len(values):
        return ()
    return tuple(view.lines)[:many] if min(values[:many]) > max(values[many:]) else ()


def _object(groups: list[Group], text: str) -> Group | None:
    """Whom a number is told of that something else is set against: 高于男装的14%, 超过甲的0.8万元和乙的0.7万元."""
    last = groups[-1] if groups else None
    if last is None or not any(g.is_object for g in groups) or len(last.names) != 1 or last.names[0] == "":
        return None
    return last if _OF.fullmatch(text, last.end) else None


def _opening(piece: Section, view: View, clause: Clause) -> Iterator[Clause]:
    """The clauses of its sentence that a clause goes on from: up to one that names a line."""
    for n, earlier in enumerate(clauses_before(piece, clause)):
        if n == _FAR:
            return
        yield earlier
        if groups_of(piece, view, earlier):
            return


def _told_together(
    piece: Section, view: View, clause: Clause, text: str, groups: list[Group]
) -> Whose | None:
    others = _OTHERS.search(text)
    if others is not None:
        taken = {n for g in groups if g.end <= others.start() for n in g.names if n}
        for earlier in clauses_before(piece, clause) if not taken else ():
            own = groups_of(piece, view, earlier)
            taken = {n for g in own if not g.is_object for n in g.names if n in view.lines}
            if taken:
                break
        rest = tuple(n for n in view.lines if n not in taken)
        return Whose(rest, False, True, True) if len(rest) == DIGITS[others["n"]] else None
    for group in groups:
        if len(group.names) > 1 and "" not in group.names and _TOGETHER.match(text, group.end):
            return Whose(group.names, False, True, True)
    if not groups and (_TOGETHER_YEARS if view.of_years else _WHOLE).search(text):
        return Whose(tuple(view.lines), False, True, False)
    return None
