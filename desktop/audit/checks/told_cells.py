"""A number of the prose that is that of a cell with a slip: 月卡已经涨到240元, where the table ends with 204.

Every cell that a slip would make the number of is weighed: how telling the slip is, and how surely the words around
the number name its line and its field. Wording plays no part beyond the names of the table itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit import told_of_cells as of_cells
from desktop.audit.amounts import bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.held_against import is_held_against_cell
from desktop.audit.keys import same_dimension
from desktop.audit.leftover import leftover
from desktop.audit.near_miss import agree, digits_of, odds, slip_of, told_as
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.table_names import noun, plain
from desktop.audit.told_of_cells import Reading, Words, readings
from desktop.audit.views import like_units
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.value import once

KEY: Final = "told_cells"
_SURE, _DOUBT = 2.2, 1.6  # powers of ten
_CLEAR: Final = 0.4  # by which the cell must be likelier than any other
_LOOSE: Final = -1.5
_LIMITED, _MORE_SAID, _ELSE_SAID = -0.8, -0.5, -1.0
_BESIDE, _OTHER_END, _MOST_BESIDE = 0.5, 1.0, 1.0
_BEHIND: Final = 60  # characters behind a number in which one of its sentence is looked for
_OTHER: Final = re.compile(
    r"目标|预计|计划|如果|若|新增|净增|增加|减少|多[了出]?$|少[了出]?$|相差|差距|比$|累计|合计|一共|其中|之和|target"
)
_REST: Final = re.compile(r"其余|其他|其它|之外|以外|除了|除去|excluding|other than", re.I)
_EXTREME: Final = re.compile(r"最(?!近|新|后|终|初)|[巅高]峰|峰值|[见到触]顶|谷底|[见触]底")
_THEN: Final = re.compile(
    r"[去上前]年|此前|原[来先本]|当初|过去|曾|一度|最初|[以从][前往]|[年月]前|后来|[上前]一?[次回轮届]|上赛季"
)
_SPELL: Final = re.compile(r"当[年时]|那[一两二三几]+个?[年月天周]|期间")
_LIGHT: Final = re.compile(
    r"[一两二三第每个次家只要得能会还就才都也又再为是有这那它其从由在把被用给让到了着过吧呢啊年月日天]|平均|不过|而已"
)
SAID: Final = Text(
    "文中写{0}，表中{1}行{2}列是{3}：{4}，疑为笔误。",
    "The text says {0}; the table has {3} in the row {1}, column {2}: {4}, which looks like a slip.",
)


class Meant(NamedTuple):
    """A cell that a number may be a slip of, how, and how much likelier that is than an accident."""

    cell: Figure
    sheet: Sheet
    how: str
    score: float


@check(KEY, "文中之数与格", "numbers told of cells", "section", needs={"section": ("table",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Look for each number that no table nearby has, among the cells that it may be a slip of."""
    if piece.has_tables:
        for figure in piece.amounts:
            if _asks(figure):
                yield from _told(piece, figure)


def _asks(figure: Figure) -> bool:
    exact = (figure.comparator == "=" and not figure.hedge) or figure.hedge == "不过"
    return exact and figure.role in ("level", "ratio")


def _told(piece: Section, figure: Figure) -> Iterator[Result]:
    digits = digits_of(figure)
    if digits is None or not digits.keys:
        return
    known = _around(piece, figure)
    for _, cells in known:
        if any(like_units(c.unit, figure.unit) and agree(c, figure) for c in cells.get(digits.keys[0], ())):
            return
    near = [(sheet, own) for sheet, cells in known if (own := _slips(cells, figure, digits.keys))]
    words = Words.of(piece, figure) if near else None
    if words is None or _OTHER.search(words.clause) or _REST.search(words.sentence + words.clause):
        return
    begin = piece.start + piece.sentence_start(figure.anchor.start - piece.start)
    mates = [
        f
        for f in piece.between(begin, figure.anchor.end + _BEHIND)
        if f is not figure and not (f.is_date or f.table)
    ]
    around = f"{words.above}{words.sentence}{words.clause}|{words.tail}"
    alone = not mates and not _EXTREME.search(words.sentence + words.clause)
    found: list[Meant] = []
    for sheet, own in near:
        touched = [(c, how) for c, how in own if of_cells.is_touched(sheet, c, around)]
        ways = readings(sheet, words, figure, [c for c, _ in touched], alone=alone) if touched else []
        found += _meant(sheet, ways, figure, touched, mates, words) if ways else []
    best = max(found, key=lambda m: m.score, default=None)
    if best is None or best.score < _DOUBT:
        return
    if words.narrows(plain(best.sheet.label(best.cell.row or 0))):
        return  # 东区小学 is not all of 小学
    rivals = (m for m in found if m.cell is not best.cell)
    if any(m.score > best.score - _CLEAR for m in rivals) or _stands(
        piece, figure, piece.around(figure.anchor.start)
    ):
        return
    cell, sheet = best.cell, best.sheet
    if is_held_against_cell(piece, sheet, figure):
        return  # 大额存单2.15%，比普通定期高40个基点
    row, col = quote(plain(sheet.label(cell.row or 0))), quote(plain(sheet.head(cell.col or 0)))
    said = SAID.format(stated(figure), row, col, bare(cell), told_as(best.how, figure, cell))
    verdict = "inconsistent" if best.score >= _SURE else "conflict"
    yield say.finding(
        KEY, verdict, (figure, cell), formula("{} ≠ {}", bare(figure), bare(cell)), said, "slip"
    )


Keyed = dict[str, list[Figure]]


def _slips(known: Keyed, figure: Figure, keys: Sequence[str]) -> list[tuple[Figure, str]]:
    """The cells that a number may be a slip of, and how."""
    found, seen = [], set()
    for key in keys:
        for cell in known.get(key, ()):
            if cell.id not in seen:
                seen.add(cell.id)
                if how := slip_of(figure, cell, alike=_alike(cell.unit, figure.unit)):
                    found.append((cell, how))
    return found


def _around(piece: Section, figure: Figure) -> list[tuple[Sheet, Keyed]]:
    """The tables that a number may be of, and their cells by what a slip of them shares with them."""
    places, at = _places(piece), piece.tables_before(figure.anchor.start)
    if at not in places:
        own = {s.key: s for s in piece.around(figure.anchor.start)}
        places[at] = [(sheet, _keyed(sheet)) for sheet in own.values()]
    return places[at]


@once
def _places(_piece: Section) -> dict[int, list[tuple[Sheet, Keyed]]]:
    return {}


@once
def _keyed(sheet: Sheet) -> Keyed:
    found: Keyed = {}
    for cell in sheet.levels.values():
        digits = digits_of(cell)
        for key in digits.keys if digits is not None else ():
            found.setdefault(key, []).append(cell)
    return found


def _alike(one: str, other: str) -> bool:
    """Whether two units are of one dimension, or one of them is not told."""
    one, other = one.partition("/")[0], other.partition("/")[0]
    return same_dimension(one, other) or ("" in (one, other) and like_units(one, other))


def _stands(piece: Section, figure: Figure, sheets: Sequence[Sheet]) -> bool:
    """Whether a table nearby, or another place of the section, has the number."""
    return any(
        not c.is_date and like_units(c.unit, figure.unit) and agree(c, figure)
        for s in sheets
        for c in s.figures
    ) or any(
        f is not figure and same_dimension(f.unit, figure.unit) and agree(f, figure) for f in piece.amounts
    )


def _meant(
    sheet: Sheet,
    ways: Sequence[Reading],
    figure: Figure,
    near: Sequence[tuple[Figure, str]],
    mates: Sequence[Figure],
    words: Words,
) -> Iterator[Meant]:
    for cell, how in near:
        if any(_alike(f.unit, cell.unit) and agree(f, cell) for f in mates):
            continue  # the sentence has told it
        scores = [
            score for way in ways if (score := _score(way, sheet, cell, figure, mates, words)) is not None
        ]
        if scores:
            yield Meant(cell, sheet, how, max(scores) + odds(how, figure, cell))


def _score(
    way: Reading, sheet: Sheet, cell: Figure, figure: Figure, mates: Sequence[Figure], words: Words
) -> float | None:
    """How surely the words around a number name a cell; None where the table cannot be read for it this way."""
    row, col = cell.row or 0, cell.col or 0
    at, field = (col, row) if way.view.across else (row, col)
    line = next((n for n, place in way.view.lines.items() if place == at), "")
    head = way.fields.get(field)
    if head is None or not line:
        return None
    if way.line and way.line != line:
        return None
    of_line = way.weight
    if (
        not way.line
        and of_cells.is_extreme(way, cell, field)
        and _EXTREME.search(words.sentence + words.clause)
    ):
        of_line = of_cells.BEFORE  # 最忙时一年载客186.3万人次
    beside = _beside(way, line, field, mates, figure)
    name = noun(way.view.fields[field])
    right_before = len(name) > 1 and words.clause.endswith(name)
    left = leftover(sheet, cell, words.clause)
    more = left is not None and len(_LIGHT.sub("", left)) > 1 and not right_before
    found = head + of_line + beside
    if left is None:
        found += _LIMITED
    elif more:
        found += _MORE_SAID if head >= of_cells.HEAD else _ELSE_SAID
    unsure = of_line + beside < of_cells.AMONG - 0.1 or head < of_cells.UNIT_ALONE
    if unsure or (head <= of_cells.UNIT_RARE and more):
        found += _LOOSE
    own = words.clause.replace(line, "")
    if not way.view.of_years and (_THEN.search(own) or _SPELL.search(words.sentence + own)):
        found += _LOOSE  # 华东的毛利率去年还有51.5%: the table tells of now
    return found


def _beside(way: Reading, line: str, field: int, mates: Sequence[Figure], figure: Figure) -> float:
    """Whether the other numbers of its sentence are of the line of a cell, or of its field."""
    found = 0.0
    for mate in mates:
        digits = digits_of(mate)
        if digits is None or len(digits.own) < 2:
            continue
        at = next(((n, f) for n, f in way.view.holders(mate) if (n == line) != (f == field)), None)
        if at is not None:
            ends = mate.change_from == figure.id or figure.change_from == mate.id
            found += _OTHER_END if at[1] == field and ends else _BESIDE
    return min(found, _MOST_BESIDE)
