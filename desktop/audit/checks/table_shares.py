"""One cell of a row as a share of another, so much each, and one end of a column against the other.

What a row is of its column is read by ``rows_shares``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, percent, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.row_fields import cells
from desktop.audit.row_scene import holders
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.audit.table_names import plain
from desktop.audit.table_quotients import each_of_line, ends_of_field, shares_of_fields
from desktop.audit.views import views_at
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "table_shares"
_DIVIDES: Final = re.compile(r"占|每|最[^，。]{1,12}最|[里中](?:只|仅)?有")
_AMONG: Final = re.compile(r"[里中](?:只|仅)?有(?:约|近)?$")
_COMMON: Final = frozenset("年月日期末初本上下数量额总合计")
_TWO: Final = 2
WRONG: Final = Text(
    "{0}的{1}占{2}的{3}，不是文中的{4}。", "{1} of {0} is {3} of {2}, not {4} as the text says."
)


@check(
    KEY,
    "表中一行之内的比率",
    "rates within a row of a table",
    "section",
    needs={"section": ("table", "% 每最")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold such rates in the prose against the row that they name."""
    if not _DIVIDES.search(piece.plain_text):
        return
    sharing = -1  # the sentence that tells what is so much each
    for clause in spoken(piece):
        sharing = clause.sentence if "每" in clause.text else sharing
        if not clause.figures:
            continue
        if "占" in clause.text:
            yield from shares_of_fields(KEY, piece, clause)
        for figure in clause.figures if sharing == clause.sentence else ():
            yield from each_of_line(KEY, piece, clause, figure)
        for figure in clause.figures if "最" in clause.text else ():
            yield from ends_of_field(KEY, piece, clause, figure)
        for figure in clause.figures if "里" in clause.text or "中" in clause.text else ():
            if figure.unit == "%" and _AMONG.search(clause.before(figure)):
                yield from _of_two(piece, clause, figure)


def _of_two(piece: Section, clause: Clause, figure: Figure) -> Iterator[Result]:
    """One cell of a row of another: 年初的门店里有29.3%在年内关掉."""
    own = as_claim(figure)
    for view in views_at(piece, clause.start) if own is not None else ():
        whose, sure, _ = holders(piece, view, clause, figure)
        fields = [f for f in view.fields if _called(plain(view.fields[f]), clause.text)]
        if (
            not whose
            or not sure
            or len(whose[0]) != 1
            or len(fields) != _TWO
            or whose[0][0] not in view.lines
        ):
            continue
        two = cells(view, whose[0], fields[0]), cells(view, whose[0], fields[1])
        if not two[0] or not two[1] or not same_dimension(two[0][0].unit, two[1][0].unit):
            continue
        part, whole = sorted((two[0][0], two[1][0]), key=lambda c: value_of(c) or 0.0)
        left, right = as_claim(part), as_claim(whole)
        share = left.scaled(100).over(right) if left is not None and right is not None else None
        if share is None or own is None:
            continue
        point = percent((value_of(part) or 0.0) / (value_of(whole) or 1.0) * 100)
        sums = formula("{} ÷ {} = {}", bare(part), bare(whole), point)
        if own.meets(share):
            yield say.passed(KEY, (figure, part, whole), sums)
        else:
            said = WRONG.format(quote(whose[0][0]), bare(part), bare(whole), point, stated(figure))
            yield say.finding(KEY, "inconsistent", (figure, part, whole), sums, said)
        return


def _called(head: str, words: str) -> bool:
    """Whether words have most of a head, or one character of a head that has but two: 关闭, and 在年内关掉."""
    if len(head) == _TWO:
        return head in words or not (set(head) - _COMMON).isdisjoint(words)
    known = {i + j for i in range(len(head) - 1) if head[i : i + 2] in words for j in (0, 1)}
    return 2 * len(known) > len(head)
