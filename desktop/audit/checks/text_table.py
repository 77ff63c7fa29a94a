"""Text against table: a number in a sentence that speaks of one cell of a table nearby must be that cell's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.held_against import is_held_against_cell
from desktop.audit.interval import as_claim
from desktop.audit.labels_of import (
    label_of,
    rows_by_year,
)
from desktop.audit.leftover import OF_IT, can_only_be, of_one_size
from desktop.audit.lines import behind_last
from desktop.audit.mentions import is_named, may_count, mentions, tables_meant
from desktop.audit.named_cells import LEFT, cell_far, cell_named, is_by_verb, names_alone
from desktop.audit.no_cell import is_of_none, is_of_year_told, is_share_of
from desktop.audit.other_cells import (
    is_cell_elsewhere,
    is_counted_behind,
    is_derived,
    is_of_counted,
    is_other_cell,
    is_told_before,
)
from desktop.audit.row_values import cells_meant, ends_meant
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.that_row import with_name
from desktop.audit.told_of_cells import COMPARED
from desktop.audit.topic_cells import by_topic, clause_of
from desktop.audit.unit_cells import cells_of_year_told, unit_cells
from desktop.audit.year_rows import cell_of_year, spans
from desktop.core.figure import Figure
from desktop.core.finding import Passed
from desktop.core.text import Text

KEY: Final = "text_table"
_OTHER: Final = re.compile(
    r"新增|增加|减少|新[开设建]|关[掉闭停]|撤|裁|净|差距?|(?<!最)[多少]|高出|低于|高于|超过|累计|其中|约占|缩减|下降|上升|增长|以上|"
    r"目标|预计|计划|一年按|more than|less than|added|gap|target",
    re.I,
)
_COMPARED: Final = re.compile(COMPARED.pattern + r"[，,]$")
_REST: Final = re.compile(r"其[余他它][^，,。；]{0,12}(?:之和|合计|一共|加起来)")
_CUT: Final = re.compile(r"[，。；,;：:\n！？]")
_DIGIT: Final = re.compile(r"\d")
_EACH: Final = re.compile(r"每一?[天日周月季晚小人个张间名位件单户]|摊到|折合")
_REACH: Final = 60  # characters back to which a clause is followed
_ONLY_THEN: Final = ("才能", "才会", "才可", "才赚", "才算")
_OF_EACH: Final = re.compile(rf"{_EACH.pattern}|均|单")
WRONG = Text(
    "文字写{0}，表格中{1}行{2}列是{3}。", "The text says {0}; the table has {3} in the row {1}, column {2}."
)
NONE = Text("文字写{0}，表格里{1}只有{2}。", "The text says {0}; the table only has {2} of {1}.")


@check(KEY, "文字与表格", "text and table", "section", needs={"section": ("table",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Compare the numbers of a section's sentences with the cells of its tables that they name."""
    if not piece.has_tables:
        return
    by_id = {f.id: f for f in piece.figures}
    far = [s for s in piece.earlier if mentions(piece, s)]
    near: dict[int, list[Sheet]] = {}
    for figure in piece.figures:
        if figure.table:
            continue
        if figure.change_from in by_id:
            yield from _ends(piece, by_id[figure.change_from], figure)
        if figure.role not in ("level", "ratio"):
            continue
        start = figure.anchor.start
        place = piece.tables_before(start)
        if place not in near:
            near[place] = piece.near(start)
        beside = [s for s in near[place] if may_count(s, figure.unit)]
        if not beside and not far:
            continue
        line = piece.text.rfind("\n", 0, start - piece.start) + 1
        at = start - piece.start
        beside = tables_meant(piece, beside, figure, line, at) if beside else beside
        near_by = max(line, at - _REACH)
        before = [s for s in far if is_named(piece, s, line if rows_by_year(s) else near_by, at)]
        if cells := cells_of_year_told(piece, [*near[place], *far], figure):
            yield from _first_that_holds(figure, cells)
        elif beside or before:
            yield from _told(piece, figure, beside, before)


def _first_that_holds(figure: Figure, cells: list[tuple[Sheet, Figure]]) -> Iterable[Result]:
    """What is said of a figure that may be of any of some cells: it is wrong only if it is none of them."""
    results = [_held(figure, cell, sheet) for sheet, cell in cells]
    yield next((r for r in results if isinstance(r, Passed)), results[0])


def _told(piece: Section, figure: Figure, near: list[Sheet], far: list[Sheet]) -> Iterable[Result]:
    """What the tables say of a figure: those near it, and those before that its paragraph may go on from."""
    clause = _clause(piece, figure)
    opening = piece.opening(figure)
    if _COMPARED.search(opening) or _REST.search(opening):
        return  # 第一次少于2021年，只有35万人; 其余两家的放款额之和为14.76亿元，投诉231件
    if figure.unit == "day" and clause.endswith("按"):
        return  # 一年按365天
    if figure.unit == "%" and not figure.as_printed[:1].isdigit() and not OF_IT.search(clause):
        return  # a fraction of what the words before it name (总保费的一成, 大出一半), no cell
    if figure.unit == "%" and is_share_of(piece, [*near, *far], figure):
        return
    plain = len(clause) >= 2 and not _OTHER.search(clause[-10:])
    for sheet in far if plain and names_alone(figure, clause) else ():
        cell = cell_far(sheet, figure, clause)
        if cell is not None:
            yield from _unless_else(piece, sheet, _held(figure, cell, sheet), figure, cell, loose=True)
    plain = plain and (not clause.endswith(LEFT) or spans(figure))
    opened = clause_of(piece, figure)
    for sheet in far if opened is not None else ():
        if meant := by_topic(piece, sheet, figure, opened):
            held = _among(figure, meant, sheet)
            yield from _unless_else(piece, sheet, held, figure, meant[0], words=opened.text if opened else "")
    counts = figure.unit not in ("", "%")  # a share may be one of anything
    about = f"{clause}|{figure.entity.zh}|{figure.indicator.zh}"
    sentence = _sentence(piece, figure)
    for sheet in near:
        own = with_name(sheet, clause, sentence)
        said = about.replace(clause, own)
        cell = cell_named(sheet, figure, own, said, sentence) if plain else None
        loose = cell is not None and own == clause and not is_by_verb(sheet, cell, clause)
        cell = cell or cell_of_year(piece, sheet, figure)
        if cell is not None:
            result = _held(figure, cell, sheet)
            yield from _unless_else(piece, sheet, result, figure, cell, loose=loose)
            continue
        meant = [c for names in sheet.by_names for c in cells_meant(piece, names, figure)] if counts else []
        meant = meant or by_topic(piece, sheet, figure, opened) or unit_cells(piece, sheet, figure)
        if meant:
            yield from _unless_else(piece, sheet, _among(figure, meant, sheet), figure, meant[0])


def _unless_else(
    piece: Section,
    sheet: Sheet,
    result: Result,
    figure: Figure,
    cell: Figure,
    *,
    loose: bool = False,
    words: str = "",
) -> Iterable[Result]:
    """A result; nothing where the number differs, but is another one of that table, or may be of no cell at all.

    ``words`` are those that may say that it was worked out of others: by default all of its sentence before it.
    """
    if isinstance(result, Passed):
        yield result
        return
    if not of_one_size(figure, cell):
        return  # 20名 is none of 52万人
    clause, own, opening = piece.clause(figure), _clause(piece, figure), piece.opening(figure)
    if len(own) > len(clause):
        opening = opening[: -1 - len(own) + len(clause)]  # 房租四季度最低，只有7.8万元: taken in already
    if loose and not can_only_be(sheet, figure, cell, own, opening):
        return
    head = sheet.head(cell.col or 0) + sheet.label(cell.row or 0)
    if _EACH.search(clause) and not _OF_EACH.search(head):
        return  # 一张年卡摊到每天7.3元
    said, at = _sentence(piece, figure), figure.anchor.start
    if piece.text.startswith(_ONLY_THEN, figure.anchor.end - piece.start):
        return  # 客单价到80元才能赚钱
    if not (
        is_of_none(sheet, cell, said)
        or is_of_year_told(sheet, said, piece.text[figure.anchor.end - piece.start :][:30])
        or is_told_before(piece.between(at - len(said), at), cell)
        or is_counted_behind(piece, figure, cell)
        or is_of_counted(piece, sheet, figure, cell)
        or is_held_against_cell(piece, sheet, figure)
        or is_cell_elsewhere([s for s in piece.around(at) if s is not sheet], figure)
        or is_other_cell(sheet, cell, figure, said)
        or is_derived(sheet, cell, figure, words or said)
    ):
        yield result


def _ends(piece: Section, before: Figure, after: Figure) -> Iterable[Result]:
    """The ends of a change, where one of them is the cell of its row and the other is not."""
    for sheet in piece.near(after.anchor.start):
        for names in sheet.by_names:
            found = ends_meant(piece, names, before, after)
            if found is None:
                continue
            results = [_held(figure, cell, sheet) for figure, cell in found]
            if any(isinstance(r, Passed) for r in results):
                yield from results


def _clause(piece: Section, figure: Figure) -> str:
    """The words before a figure in its clause, and its entity and indicator."""
    start = figure.anchor.start - piece.start
    before = piece.text[max(0, start - _REACH) : max(0, start)]
    own = behind_last(_CUT, before)
    if len(own) < 4 and len(own) < len(before) and not before.endswith(("。", "\n")):
        earlier = behind_last(_CUT, before[: -1 - len(own)])
        if not _DIGIT.search(earlier):
            return earlier + own
    return own


def _sentence(piece: Section, figure: Figure) -> str:
    """The words of the sentence before a figure."""
    at = max(0, figure.anchor.start - piece.start)
    return piece.text[max(0, at - 120, piece.sentence_start(at)) : at]


def _named(label: str) -> Text:
    """A label as a sentence quotes it."""
    return quote(label_of(label).plain)


def _held(figure: Figure, cell: Figure, sheet: Sheet) -> Result:
    claim, own = as_claim(figure), as_claim(cell)
    unitless = not cell.unit and cell.low == figure.low  # 22 below 空置天数, and 22天
    if claim is None or own is None or unitless or claim.meets(own):
        return say.passed(KEY, (figure, cell), formula("{} = {}", stated(figure), bare(cell)))
    row, col = _named(sheet.label(cell.row or 0)), _named(sheet.head(cell.col or 0))
    said = WRONG.format(stated(figure), row, col, bare(cell))
    written = formula("{} ≠ {}", bare(figure), bare(cell))
    return say.finding(KEY, "inconsistent", (figure, cell), written, said)


def _among(figure: Figure, cells: list[Figure], sheet: Sheet) -> Result:
    """A figure of a named row that may be any of some cells is wrong only if it is none of them."""
    claim = as_claim(figure)
    for cell in cells:
        own = as_claim(cell)
        if claim is None or own is None or claim.meets(own):
            return say.passed(KEY, (figure, cell), formula("{} = {}", stated(figure), bare(cell)))
    if len(cells) == 1:
        return _held(figure, cells[0], sheet)
    shown = say.listed([bare(c) for c in cells])
    rows = {c.row or 0 for c in cells}
    name = sheet.label(rows.pop()) if len(rows) == 1 else sheet.head(cells[0].col or 0)
    said = NONE.format(stated(figure), _named(name), shown)
    return say.finding(KEY, "inconsistent", (figure, *cells), formula("{} ≠ {}", bare(figure), shown), said)
