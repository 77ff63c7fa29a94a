"""The values of a table that a size in open words is told of: 71.54亿元，同比下降10.0%, 门槛抬到原先的4.5倍.

The row is the one that has the number told before the size, or that the words name; the times are those that the words
tell, of which every plausible pair may excuse the size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.any_reading import POINTS
from desktop.audit.lines import behind_last
from desktop.audit.move import BY
from desktop.audit.scope import Section
from desktop.audit.size_lines import TimeRow, is_cell, row_last_named, row_named, rows_with_last, time_rows
from desktop.audit.size_times import START, STEP, YEAR, Cells, any_times, told_times
from desktop.audit.size_words import (
    APART,
    BREAK,
    OBJECT,
    SIZES,
    TO_SIZE,
    VERB,
    is_value,
    only_known,
    plain_size,
    way_of,
)  # fmt: skip
from desktop.audit.telling import Told, told
from desktop.core.figure import Figure
from desktop.core.value import value

_EACH: Final = re.compile(r"复合|年均|平均每年|每年")
_ELSE: Final = re.compile(
    r"占|其中|行业|同行|全国|目标|计划|预[计期]|如果|假如|若|季度|半年|[\d一二三四五六七八九十]月|环比|月均|日均|每[月天日]|按"
    r"|影响|拉动|拖累|贡献|折[成合算]|累计|分别|各|另|约合|增速"
)
_IN_LIST: Final = re.compile(
    r"[、和及]\s*[\d约近]|(?=[\u4e00-\u9fff])(?!左右|上下|以上|有余|还多|[多强弱整了])"
)
_STARTS: Final = re.compile(
    r"[由从自](?:\d{4}年[末底]?)?的?$|[、和及]$|[至到为达成](?:了|不足|不到|超过|高达|[约近仅只超逾])*$"
)
_REACHES: Final = re.compile(r"[至到为成达是有][约近仅只了]*$")
_FILL: Final = "约近了仅只就也又"
_RATE: Final = re.compile(r"(?<![增减升降涨跌长缩])率[为是有达到约近仅只了]*$")  # 整改率95% is a level
_DIGITS: Final = re.compile(r"\d")
_BACK: Final = 120  # characters in which a row may have been named
_ON_YEAR: Final = re.compile(r"同比|[较比][上去前]一?年")
_MORE: Final = 2  # years apart: no two of a row that lie so far are meant by the year before
_NEAR, _FAR = 24, 60  # characters from a number to the size that is told of it
_BEFORE: Final = 6  # amounts


@value
class SizeRow:
    """``pairs`` are the values that the words may mean, the likely ones first, each with the years between them.

    ``told`` is whether the words tell of a change: 药占比下来8.5% may be that, and 药占比8.5% is not. ``each`` is
    whether it is one a year, and ``compound`` whether that can be no mean.
    """

    size: Figure
    claim: Figure
    name: str
    pairs: tuple[Cells, ...]
    way: str
    told: bool
    each: bool
    compound: bool


def size_rows(piece: Section, taken: frozenset[str]) -> Iterator[SizeRow]:
    """The sizes of the prose of a section that no two values of a sentence claim, with the cells they may be of."""
    if not piece.has_tables:
        return
    amounts = piece.amounts
    known: dict[int, list[TimeRow]] = {}
    for n, size in enumerate(amounts):
        if size.unit in SIZES and size.id not in taken and size.comparator in ("=", "~"):
            words = _words(piece, size)
            clause = behind_last(BREAK, words)
            if clause.isascii() or clause.strip(_FILL) == "占" or _STARTS.search(clause):
                continue
            says = told(clause)
            if not _may_tell(size, clause, says):
                continue
            place = piece.tables_before(size.anchor.start)
            if place not in known:
                known[place] = [row for sheet in piece.around(size.anchor.start) for row in time_rows(sheet)]
            found = _row(piece, amounts, n, known[place], words, clause, says) if known[place] else None
            if found is not None:
                yield found


def _words(piece: Section, size: Figure) -> str:
    """The words of its sentence before a size, with its hedge; "" where it stands in a list or before a noun."""
    if _IN_LIST.match(piece.text, size.anchor.end - piece.start):
        return ""
    at = size.anchor.start - piece.start
    return piece.text[piece.sentence_start(at) : at] + size.anchor.quote.partition(size.as_printed)[0]


def _tells(size: Figure, clause: str, says: Told) -> bool:
    """Whether the words before a size tell of a change."""
    if size.unit in POINTS:
        return True
    if size.unit == "%" and says.way == "" and _RATE.search(clause):
        return False
    if says.changes or says.verb != "":
        return True
    return TO_SIZE.search(clause) is not None or VERB.search(clause) is not None


def _may_tell(size: Figure, clause: str, says: Told) -> bool:
    """Whether a size may be a change between two times of a table at all."""
    if not (size.unit == "%" or _tells(size, clause, says)):
        return False
    # 相当于公有云增量的四分之三; 比高点跌了12%
    if not (clause.endswith("的") or OBJECT.search(clause)):
        return True
    return any(words.search(clause) for words in (STEP, START, YEAR))


def _row(
    piece: Section,
    amounts: Sequence[Figure],
    n: int,
    rows: list[TimeRow],
    words: str,
    clause: str,
    says: Told,
) -> SizeRow | None:
    size = amounts[n]
    at = size.anchor.start - piece.start
    begin = piece.sentence_start(at)
    by_name = row_named(rows, clause) or row_last_named(rows, clause, piece.text[max(0, at - _BACK) : at])
    if _ELSE.search(clause.replace(by_name.name, "") if by_name is not None else clause):
        return None
    if size.unit in POINTS and not says.changes and by_name is None:
        return None
    each = _EACH.search(clause) is not None
    since = piece.start + begin, piece.start + at - (_FAR if each else _NEAR)
    before = [
        f for f in amounts[max(0, n - _BEFORE) : n] if f.anchor.start >= since[0] and f.anchor.end > since[1]
    ]
    found = _of(piece, rows, by_name, [f for f in before if _is_number(f)], words, clause)
    if found is None:
        return None
    row, held = found
    rest = _without(APART.sub("", clause), row.name + row.noun)
    if not only_known(rest, words[: len(words) - len(clause)]):
        return None  # 海外收入增长40% beside a row of 收入
    if any(is_cell(c, size) for _, c in row.cells) or (size.unit in POINTS and row.cells[0][1].unit != "%"):
        return None
    pairs = told_times(row, held, words, clause)
    if not pairs and by_name is not None and by_name.name in clause and says.sure:
        pairs = any_times(row)
    if _ON_YEAR.search(clause):  # 2022年38元，比上年增长3倍: nothing of it in a table of 2020 and 2022
        pairs = [p for p in pairs if p[2] < _MORE]
    way = way_of(clause, size)
    if not pairs or (row.beside and not _is_subject(row, clause, way, held)):
        return None
    tells = _tells(size, clause, says)
    return SizeRow(size, plain_size(size), row.name, tuple(pairs), way, tells, each, "复合" in clause)


def _without(words: str, name: str) -> str:
    """Words without what they share with a name, two characters or more."""
    for length in range(len(name), 1, -1):
        for at in range(len(name) - length + 1):
            words = words.replace(name[at : at + length], "")
    return words


def _is_number(figure: Figure) -> bool:
    return _DIGITS.search(figure.as_printed) is not None and is_value(figure)


def _is_subject(row: TimeRow, clause: str, way: str, held: int) -> bool:
    """Whether a row of a table that has other fields too can only be what the clause tells of."""
    return "的" not in clause and way == BY and clause.startswith(row.name[:3]) and held < 0


def _of(
    piece: Section,
    rows: list[TimeRow],
    by_name: TimeRow | None,
    before: list[Figure],
    words: str,
    clause: str,
) -> tuple[TimeRow, int] | None:
    """The row that is told of, and the place of the cell whose number was told, -1 for none."""
    held: list[tuple[TimeRow, int]] = []
    if before:
        last = before[-1]
        if _is_step(piece.clause(last)) or last.as_printed in clause:
            return None  # 较2021年少了19家，降幅61.3%; 只有上年10万人的四成
        held = rows_with_last(rows, before)
        named = row_named(rows, words) if not held else None
        if named is not None:
            held = [(named, k) for k, (_, cell) in enumerate(named.cells) if is_cell(cell, last)]
    if by_name is not None:
        held = [h for h in held if h[0] is by_name]
    elif before and not held:
        return None  # another amount stands between
    row = by_name or (held[0][0] if held else row_named(rows, words))
    if row is None or len({id(h[0]) for h in held}) > 1:
        return None
    return row, held[0][1] if held else -1


def _is_step(words: str) -> bool:
    """Whether the words before an amount make it a change itself."""
    return told(words).changes and TO_SIZE.search(words) is None and _REACHES.search(words) is None
