"""Text against table: a number in a sentence that speaks of one cell of a table nearby must be that cell's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.keys import same_dimension
from desktop.audit.labels_of import (
    by_short_name,
    col_labels,
    is_said_briefly,
    label_of,
    row_labels,
    row_names,
)
from desktop.audit.leftover import OF_IT, can_only_be, may_stand, of_one_size
from desktop.audit.lines import behind_last, sentence_start
from desktop.audit.other_cells import is_cell_elsewhere, is_derived, is_other_cell, is_told_before
from desktop.audit.row_values import cells_meant, ends_meant
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.topic_cells import by_topic, clause_of, topics_of
from desktop.audit.unit_cells import unit_cells
from desktop.audit.year_rows import cell_of_year, spans, year_of
from desktop.core.figure import Figure
from desktop.core.finding import Passed
from desktop.core.text import Text

KEY: Final = "text_table"
_OTHER: Final = re.compile(
    r"新增|增加|减少|新[开设建]|关[掉闭停]|撤|裁|净|差距?|多|少|高出|低于|高于|超过|累计|其中|约占|缩减|下降|上升|增长|以上|"
    r"目标|预计|计划|一年按|more than|less than|added|gap|target",
    re.I,
)
_REST: Final = re.compile(
    r"其余|其他|其它|之外|以外|除了|除去|excluding|other than", re.I
)  # all rows but the named one
_LEFT: Final = ("从", "由")  # 到2023年，收入从15.4亿元跌到…: no value of that year
_CUT: Final = re.compile(r"[，。；,;：:\n！？]")
_DIGIT: Final = re.compile(r"\d")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_EACH: Final = re.compile(r"每一?[天日周月季晚小人个张间名位件单户]|摊到|折合")
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
    words = _CUT.sub("", piece.text)  # a clause goes on from the one before
    far = [s for s in piece.earlier if any(map(words.__contains__, row_names(s)))]
    topics = topics_of(piece)
    for figure in piece.figures:
        if figure.table:
            continue
        if figure.change_from in by_id:
            yield from _ends(piece, by_id[figure.change_from], figure)
        if figure.role not in ("level", "ratio") or figure.is_date:
            continue
        clause = _clause(piece, figure)
        if figure.unit == "day" and clause.endswith("按"):
            continue  # 一年按365天
        if figure.unit == "%" and not figure.as_printed[:1].isdigit() and not OF_IT.search(clause):
            continue  # a fraction of what the words before it name (总保费的一成, 大出一半), no cell
        plain = len(clause) >= 2 and not _OTHER.search(clause[-10:])
        for sheet in far if plain and _names_alone(figure, clause) else ():
            cell = _cell_far(sheet, figure, clause)
            if cell is not None:
                yield from _unless_else(piece, sheet, _held(figure, cell, sheet), figure, cell, loose=True)
        plain = plain and (not clause.endswith(_LEFT) or spans(figure))
        opened = clause_of(piece, figure)
        for sheet in topics if opened is not None else ():
            if meant := by_topic(piece, sheet, figure, opened):
                yield from _unless_else(piece, sheet, _among(figure, meant, sheet), figure, meant[0])
        counts = figure.unit not in ("", "%")  # a share may be one of anything
        for sheet in piece.near(figure.anchor.start):
            cell = _cell(piece, sheet, figure, clause) if plain else None
            loose = cell is not None
            cell = cell or cell_of_year(piece, sheet, figure)
            if cell is not None:
                result = _held(figure, cell, sheet)
                yield from _unless_else(piece, sheet, result, figure, cell, loose=loose)
                continue
            meant = (
                [c for names in sheet.by_names for c in cells_meant(piece, names, figure)] if counts else []
            )
            meant = meant or by_topic(piece, sheet, figure, opened) or unit_cells(piece, sheet, figure)
            if meant:
                yield from _unless_else(piece, sheet, _among(figure, meant, sheet), figure, meant[0])


def _unless_else(
    piece: Section, sheet: Sheet, result: Result, figure: Figure, cell: Figure, *, loose: bool = False
) -> Iterable[Result]:
    """A result; nothing where the number differs, but is another one of that table, or may be of no cell at all."""
    if isinstance(result, Passed):
        yield result
        return
    if not of_one_size(figure, cell):
        return  # 20名 is none of 52万人
    if loose and not can_only_be(sheet, figure, cell, _clause(piece, figure), piece.opening(figure)):
        return
    clause = piece.clause(figure)
    head = sheet.head(cell.col or 0) + sheet.label(cell.row or 0)
    if _EACH.search(clause) and not _OF_EACH.search(head):
        return  # 一张年卡摊到每天7.3元
    said, at = _sentence(piece, figure), figure.anchor.start
    if piece.text.startswith(_ONLY_THEN, figure.anchor.end - piece.start):
        return  # 客单价到80元才能赚钱
    if not (
        is_told_before(piece.between(at - len(said), at), cell)
        or is_cell_elsewhere([s for s in piece.around(at) if s is not sheet], figure)
        or is_other_cell(sheet, cell, figure, said)
        or is_derived(sheet, cell, figure, said)
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
    before = piece.text[max(0, start - 60) : max(0, start)]
    own = behind_last(_CUT, before)
    if len(own) < 4 and len(own) < len(before) and not before.endswith(("。", "\n")):
        earlier = behind_last(_CUT, before[: -1 - len(own)])
        if not _DIGIT.search(earlier):
            return earlier + own
    return own


def _sentence(piece: Section, figure: Figure) -> str:
    """The words of the sentence before a figure."""
    at = max(0, figure.anchor.start - piece.start)
    return piece.text[max(0, at - 120, sentence_start(piece.text, at)) : at]


def _cell(piece: Section, sheet: Sheet, figure: Figure, clause: str) -> Figure | None:
    about = f"{clause}|{figure.entity.zh}|{figure.indicator.zh}"
    year = year_of(figure)
    rows = [row for row, label in row_labels(sheet) if label.stands_in(about, year)]
    short = by_short_name(sheet, clause)
    if short and not any(label_of(sheet.label(r)).plain in clause for r in rows):
        rows = short
    if len(rows) != 1 or (_REST.search(about) and not _REST.search(sheet.label(rows[0]))):
        return None
    found = []
    for col in sheet.cols:
        cell = sheet.at(rows[0], col)
        if cell is None or cell.role == "change" or not _comparable(cell, figure):
            continue
        found.append((label_of(sheet.head(col)).stands_in(about, year), col, cell))
    said = [cell for _, col, cell in found if is_said_briefly(sheet.head(col), clause)]
    if len(said) == 1:
        return said[0]
    named = [cell for hit, _, cell in found if hit]
    if len(named) == 1:
        return named[0]
    if not figure.unit:
        return None  # a bare number under a header that the clause does not name
    label = label_of(sheet.label(rows[0])).plain
    if len(found) != 1 or named or len(label) < 2 or _YEAR.search(sheet.label(rows[0])):
        return None
    if label not in _sentence(piece, figure) or not may_stand(sheet.head(found[0][1]), figure, clause):
        return None  # carried over from an earlier sentence, or a mean where a total is told
    return found[0][2]


def _names_alone(figure: Figure, clause: str) -> bool:
    """Whether a clause can say by itself which cell of a table far away is meant."""
    return len(clause) >= 4 and bool(figure.unit) and not (clause.endswith(_LEFT) or _REST.search(clause))


def _cell_far(sheet: Sheet, figure: Figure, clause: str) -> Figure | None:
    """The cell of a table of an earlier section: of the row and of the column that the very clause names."""
    if not any(map(clause.__contains__, row_names(sheet))):
        return None
    year = year_of(figure)
    rows = [row for row, label in row_labels(sheet) if label.is_said(clause, year)]
    cols = [col for col, head in col_labels(sheet) if head.is_said(clause, year)] if rows else []
    cells = (sheet.at(row, col) for row in rows for col in cols)
    found = [c for c in cells if c is not None and c.role != "change" and same_dimension(c.unit, figure.unit)]
    return found[0] if len(found) == 1 else None


def _comparable(cell: Figure, figure: Figure) -> bool:
    """A bare number under a header may be a count of anything that the text counts."""
    return same_dimension(cell.unit, figure.unit) or (not cell.unit and figure.unit.startswith("count:"))


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
