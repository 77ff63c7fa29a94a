"""What a named row of a table is of its column, or one of its cells of another: 东塔一家就贡献了44%.

Bound by the one row that the clause names and by the head of the column; any cell and any quotient of that row clears
the share.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.adding import added
from desktop.audit.amounts import amount, bare, formula, percent, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.scope import Section
from desktop.audit.spoken import spoken
from desktop.audit.table_names import TOTAL, Names
from desktop.audit.table_quotients import each_of_line, ends_of_field, shares_of_fields
from desktop.audit.table_said import OTHER_TIME, Said, columns_of, is_level, named, told_near
from desktop.audit.ways import like
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "table_shares"
_TAKES: Final = re.compile(
    r"占|贡献|来自|出自|属于|归|比重|份额|[\u4e00-\u9fff](?:了|掉|走|去)(?:约|近|将近|超过)*$|(?:^|[^没仅只])有(?:约|近)?$"
)
_DIVIDES: Final = re.compile(r"占|每|最[^，。]{1,12}最")
_NO_SHARE: Final = re.compile(
    r"增(?!量)|减|降|升|涨|跌|同比|环比|[高低超多少]出|[高低多少]于|比(?!重|例)|翻|率$|率(?:为|是|达|仅|只有|高达)|利润|均|每|上限|目标|预计|"
    r"全国|行业|市场|去年|上年|同期|其余|其他|剩|另|满意|认为|表示|三年|五年|两年|累计"
)
_COMMON: Final = frozenset("年月日期末初本上下数量额总合计")
_TWO: Final = 2
_BACK: Final = 3  # clauses in which a row may have been named
_FAR: Final = 3  # times
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
WRONG: Final = Text(
    "{0}的{1}占{2}的{3}，不是文中的{4}。", "{1} of {0} is {3} of {2}, not {4} as the text says."
)


@check(KEY, "表中一行的占比", "shares of a row of a table", "section", needs={"section": ("table", "% 每最")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold shares in the prose against the row that they name."""
    for names, said in told_near(piece, _TAKES, shares=True):
        if said.figure.role != "change":
            yield from _share(names, said)
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


def _share(names: Names, said: Said) -> Iterator[Result]:
    """What a named row is of its column; or one of its cells of another, where two heads are named."""
    if not _TAKES.search(said.clause) or _NO_SHARE.search(said.clause) or OTHER_TIME.search(said.clause):
        return
    words = said.clause + said.tail
    if _of_another_year(names, said):
        return
    called = named(names, said.clause)
    for clause in reversed(said.opening.split("，")[-_BACK:]):
        called = called or named(names, clause)
    claim = as_claim(said.figure)
    if len(called) != 1 or claim is None:
        return
    if re.search(rf"{re.escape(called[0])}的[^，,。；]{{0,8}}[中里]", said.opening + said.clause):
        return  # 甲的用户里，骑手占82%: a part of the row itself
    row = names.lines[called[0]]
    if any(
        c.unit == "%" and (x := as_claim(c)) is not None and x.meets(claim)
        for c in names.sheet.figures
        if c.row == row
    ):
        return
    fields = [f for f in names.fields if is_level(names, f) and names.cell(row, f) is not None]
    found = {f: list(_quotients(names, row, f)) for f in fields}
    two = [f for f in fields if _called(names.fields[f], words)]
    if any(claim.meets(q) for each in found.values() for _, _, q, _ in each):
        return
    if _within(names, row, two if len(two) == _TWO else fields, claim):
        return
    columns = [f for f in columns_of(names, words, said.figure) if f in fields]
    columns = columns or [f for f in columns_of(names, said.opening, said.figure) if f in fields]
    if len(two) == _TWO:
        yield from _of_two(names, row, two, said, called[0])
    elif (
        len(columns) == 1 and found[columns[0]] and re.search(r"占|贡献|来自|出自|归|比重|份额", said.clause)
    ):
        part, whole, _, point = found[columns[0]][0]
        value = value_of(said.figure) or 0.0
        if value / _FAR < point < value * _FAR:
            said_ = WRONG.format(quote(called[0]), bare(part), whole, percent(point), stated(said.figure))
            sums = formula("{} ÷ {} = {}", bare(part), whole, percent(point))
            yield say.finding(KEY, "inconsistent", (said.figure, part), sums, said_)


def _of_another_year(names: Names, said: Said) -> bool:
    """Whether the sentence names years, and the table others."""
    told = set(_YEAR.findall(said.opening.split("；")[-1] + said.clause))
    known = set(_YEAR.findall(names.sheet.text))
    return bool(told and known) and told.isdisjoint(known)


def _called(head: str, words: str) -> bool:
    """Whether words have most of a head, or one character of a head that has but two: 关闭, and 在年内关掉."""
    if len(head) == _TWO:
        return head in words or not (set(head) - _COMMON).isdisjoint(words)
    known = {i + j for i in range(len(head) - 1) if head[i : i + 2] in words for j in (0, 1)}
    return 2 * len(known) > len(head)


def _quotients(names: Names, row: int, field: int) -> Iterator[tuple[Figure, Text, Interval, float]]:
    """What a cell is of what its column comes to, and of its row of totals."""
    cell, cells = (
        names.cell(row, field),
        [
            c
            for r in names.sheet.rows
            if not TOTAL.search(names.sheet.label(r).strip()) and (c := names.sheet.at(r, field)) is not None
        ],
    )
    own, value = (as_claim(cell), value_of(cell)) if cell is not None else (None, None)
    wholes = [
        c
        for r in names.sheet.rows
        if TOTAL.search(names.sheet.label(r).strip()) and (c := names.sheet.at(r, field)) is not None
    ]
    both = added(cells)
    if cell is None or own is None or value is None:
        return
    for whole in wholes:
        base, point = as_claim(whole), value_of(whole)
        share = own.scaled(100).over(base) if base is not None else None
        if share is not None and point:
            yield cell, bare(whole), share, value / point * 100
    share = own.scaled(100).over(both[0]) if both is not None and len(cells) > 1 else None
    if both is not None and share is not None and both[1]:
        yield cell, amount(both[1], cell, exact=True), share, value / both[1] * 100


def _within(names: Names, row: int, fields: Sequence[int], claim: Interval) -> bool:
    """Whether two cells of a row give a share, as a part, a rest or a change."""
    cells = [
        c for f in fields if (cell := names.cell(row, f)) is not None and (c := as_claim(cell)) is not None
    ]
    for a, b in itertools.permutations(cells, 2):
        share = a.scaled(100).over(b)
        if share is not None and (
            claim.meets(share) or claim.meets(Interval(100 - share.high, 100 - share.low))
        ):
            return True
    return False


def _of_two(names: Names, row: int, columns: Sequence[int], said: Said, who: str) -> Iterator[Result]:
    """One cell of a row of another: 年初的门店里有29.3%在年内关掉."""
    cells = [c for f in columns if (c := names.cell(row, f)) is not None]
    values = [value_of(c) for c in cells]
    if len(cells) != 2 or None in values or not like(cells[0], cells[1]):
        return
    part, whole = sorted(cells, key=lambda c: value_of(c) or 0.0)
    a, b = value_of(part) or 0.0, value_of(whole) or 0.0
    if not b:
        return
    head = quote(names.fields[whole.col or 0])
    said_ = WRONG.format(
        quote(who),
        bare(part),
        Text("{0}{1}", "{0} {1}").format(head, bare(whole)),
        percent(a / b * 100),
        stated(said.figure),
    )
    sums = formula("{} ÷ {} = {}", bare(part), bare(whole), percent(a / b * 100))
    yield say.finding(KEY, "inconsistent", (said.figure, part, whole), sums, said_)
