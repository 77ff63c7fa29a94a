"""Two times of a table ordered in words without a number: 票款跌到2,110万元，比2020年还高."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.adjectives import way
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.mentions import is_named
from desktop.audit.row_fields import CLAUSE, fields_told, total, unexplained
from desktop.audit.row_groups import IT, OVER, THAN, Group, groups_of, of_times
from desktop.audit.row_scene import subjects_of
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.audit.spots import clauses_before
from desktop.audit.table_names import plain
from desktop.audit.views import View, views_at
from desktop.core.text import Text

KEY: Final = "rows_ordered"
_LESS: Final = re.compile(r"[低少短轻小弱优逊]于|[低少短轻小]过|落后|输")
_UNSURE: Final = re.compile(
    r"(?<!而)不(?![及如过])|没|未|是否|能否|可能|也许|会|将|预[计期]|要|希望|目标|计划|曾|若|如果|假如|除|其余|合计|之和|加起来|总和|"
    r"增|减|降|涨|升|跌(?!到)|均|每|率先|[前后]者|行业|全国|平均|或|和|与"
)
_OPEN: Final = re.compile(r"(?<!而)不(?![及如过])|没|未|差|接近|一样|相[同当近似]|持平|打平")
_MAY: Final = re.compile("[比较于过]|领先|落后")
_TAIL: Final = 6  # characters behind the second name
ORDER: Final = Text(
    "文中说{0}比{1}{2}，但表中{3}一栏{0}是{4}，{1}是{5}。",
    "The text has {0} {2} than {1}, but in the column {3} {0} is {4} and {1} is {5}.",
)
MORE, LESS = Text("高", "more"), Text("低", "less")


@check(
    KEY, "两个时点高低", "which of two times is more", "section", needs={"section": ("named", "比较于过先后")}
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold a comparison of two times against every column that may be meant; false only if false in all."""
    for clause in spoken(piece):
        begin = clause.start - piece.start
        if _MAY.search(clause.text) is None:
            continue
        for view in views_at(piece, clause.start):
            if not of_times(view) or not is_named(piece, view.sheet, begin, clause.end - piece.start):
                continue
            groups = groups_of(piece, view, clause)
            if groups and groups[-1].rel in (THAN, OVER) and len(groups[-1].names) == 1:
                yield from _held(piece, view, clause, list(groups[:-1]), groups[-1])


def _held(piece: Section, view: View, clause: Clause, before: list[Group], other: Group) -> Iterator[Result]:
    name, tail = other.names[0], clause.text[other.end :].removeprefix("年")
    lead = clause.text[: other.start]
    if name in ("", IT) or len(tail) > _TAIL or _UNSURE.search(lead) or _OPEN.search(tail) or "的" in tail:
        return
    if any(f.anchor.start >= clause.start + other.end for f in clause.figures):
        return
    subjects, sure = subjects_of(piece, view, clause, before, other)
    if (
        not subjects
        or not sure
        or len(subjects[0]) != 1
        or subjects[0][0] not in view.lines
        or name not in view.lines
    ):
        return
    if _of_no_cell(piece, view, clause):
        return
    who = subjects[0][0]
    fields, near = fields_told(piece, view, clause, (who, name), None)
    words = "".join(
        c if not any(g.start <= n < g.end for g in (*before, other)) else "|" for n, c in enumerate(lead)
    )
    for figure in clause.figures:
        words = words.replace(figure.anchor.quote, "|")
    if unexplained(view, words, fields[0] if len(fields) == 1 else None) or (
        before and near < CLAUSE and clause.figures
    ):
        return  # of something that the table does not have: 金谷的利润率高于蓝汀
    failed: Result | None = None
    for field in fields:
        a, b = view.column(field).get(who), view.column(field).get(name)
        left, right = total(view, (who,), field), total(view, (name,), field)
        if a is None or b is None or left is None or right is None:
            continue
        head = plain(view.fields[field])
        sign = (-1 if _LESS.search(lead[-3:]) else 1) if other.rel == OVER else way(tail, a.unit, head)
        if (other.rel == OVER and len(tail) > 2) or not sign:
            return
        if left[0].high > right[0].low if sign > 0 else left[0].low < right[0].high:
            yield say.passed(KEY, (a, b), formula("{} {} {}", bare(a), ">" if sign > 0 else "<", bare(b)))
            return
        begin = clause.start - piece.start
        place = piece.anchor(begin, begin + len(clause.text))
        said = ORDER.format(
            quote(who), quote(name), MORE if sign > 0 else LESS, quote(head), bare(a), bare(b)
        )
        written = formula("{} {} {}", bare(a), "≤" if sign > 0 else "≥", bare(b))
        failed = say.finding(KEY, "changes_conclusion", (a, b), written, said, "order", spans=(place,))
    if failed is not None:
        yield failed


def _of_no_cell(piece: Section, view: View, clause: Clause) -> bool:
    """Whether the last amount of a sentence, which it goes on about, stands in no cell."""
    for one in (clause, *clauses_before(piece, clause)):
        told = [f for f in one.figures if f.role == "level" and f.unit not in ("year", "times")]
        if told:
            return not view.holders(told[-1])
    return False
