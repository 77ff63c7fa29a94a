"""The cell that a number repeats where the column is told before it: 留存从71%到46%。…2021年是58%."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.spoken import Clause, spoken
from desktop.audit.spots import clauses_before, repeated
from desktop.audit.table_names import noun
from desktop.audit.views import View, like_units, views
from desktop.core.figure import Figure
from desktop.core.value import once

_LIGHT: Final = re.compile(
    r"(?:年[末底初度]?|学年|财年|全年|那年|那一年|时|的|是|为|有|还|也|仅|只|达到?|约|剩|才|就|则|在|共|已|却|倒|又|数|[升降涨跌掉滑增减回落退冲涨]+[到至为]|"
    r"到|了|近|不过|一共|总共|高达|低至|平均|均|\s)*"
)
_DATED: Final = re.compile(r"^[\s\-*•·\d.]*?(?P<year>(?:19|20)\d\d)年?(?:[末底]|全年|年[末底])?$")
_BUT: Final = re.compile(
    r"目标|预计|计划|如果|若|其中|新[增开设建招]|净[增减]|每|月均|日均|单[月日季周]|[上下]半年|季度|[一二三四]季|累计|\d月"
)
_SURE: Final = 3  # characters of a noun that name a column by themselves


def clause_at(piece: Section, figure: Figure) -> Clause | None:
    """The clause that a figure of the prose stands in."""
    every = spoken(piece)
    at = bisect_right(_ends(piece), figure.anchor.start)
    return every[at] if at < len(every) else None


@once
def _ends(piece: Section) -> list[int]:
    return [clause.end for clause in spoken(piece)]


def clause_of(piece: Section, figure: Figure) -> Clause | None:
    """The clause that a figure of the prose opens; None where its words say that no cell is meant."""
    found = clause_at(piece, figure)
    if found is None or not found.figures or found.figures[0] is not figure or figure.change_from:
        return None
    return found if _BUT.search(found.before(figure)) is None else None


def by_topic(piece: Section, sheet: Sheet, figure: Figure, opened: Clause | None) -> list[Figure]:
    """The cells that a figure must be one of by the topic of its paragraph; ``opened`` is the clause it opens."""
    if opened is None:
        return []
    before = opened.before(figure)
    may = [v for v in views(sheet) if v.of_years or (v.pattern is not None and v.pattern.search(before))]
    return [c for v in may for c in _topic_cells(piece, v, opened, figure)] if may else []


def _topic_cells(piece: Section, view: View, clause: Clause, figure: Figure) -> list[Figure]:
    """The cells that the first number of a clause must be one of; none where the words leave room for anything else."""
    before = clause.before(figure)
    named = view.named(before)
    if len(named) == 1:
        at = before.find(named[0])
        rest = before[at + len(named[0]) :]
        if not _LIGHT.fullmatch(rest) or before[:at].strip("而但其中看到翻上面的表账在，- "):
            return []
        fields = list(_topics(piece, view, clause, figure))
    elif not named and (dated := _entry(piece, view, clause)):
        named = [dated]
        fields = [f for f in view.fields if _is_called(noun(view.fields[f]), before)]
    else:
        return []
    cells = [cell for f in fields if (cell := view.column(f).get(named[0])) is not None]
    return [c for c in cells if like_units(c.unit, figure.unit)]


def _entry(piece: Section, view: View, clause: Clause) -> str:
    """The year that leads the entry of a list, and is a line of the table."""
    if not view.of_years:
        return ""
    first = [clause, *clauses_before(piece, clause, sentence=False)][-1]
    found = _DATED.match(first.text.strip()) if first.mark in "：:" and first is not clause else None
    year = found["year"] if found is not None else ""
    return year if year in view.lines else ""


def _is_called(name: str, words: str) -> bool:
    """Whether words hold the name of a column, or three characters of it."""
    if len(name) < _SURE:
        return len(name) > 1 and name in words
    if len(name) > _SURE and set(name) <= set(words):
        return True  # 候船平均 of 平均候船
    return any(name[i : i + _SURE] in words for i in range(len(name) - _SURE + 1))


def _topics(piece: Section, view: View, clause: Clause, figure: Figure) -> Iterator[int]:
    """The columns that the numbers last told in the paragraph stand in: of two, or of one whose noun is said."""
    for earlier in clauses_before(piece, clause, sentence=False):
        spots = [s for s in repeated(view, earlier) if like_units(s.unit, figure.unit)]
        many = {s.field for s in spots if len({t.figure for t in spots if t.field == s.field}) > 1}
        said = set(view.fields_named(earlier.text)) & {s.field for s in spots}
        if found := many or said:
            yield from sorted(found)
            return
        if any(f.role == "level" and like_units(f.unit, figure.unit) for f in earlier.figures):
            return
