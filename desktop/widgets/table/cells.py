"""Paints the cells of a table, a page at a time: backgrounds, then texts that were cut to fit before.

Qt's own way asks the model seven times for every cell and goes through style and delegate; done for a whole page at
once, with what was asked before kept, painting costs little more than drawing the texts.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QTableView

from desktop.core.verdict import Verdict
from desktop.services.theme import Theme
from desktop.widgets.cards.ink import font, wrap
from desktop.widgets.table.ruler import Ruler

if TYPE_CHECKING:
    from desktop.models.frame import FrameModel

PAD, ROW, BADGE, GAP = 12, 34, 18, 6
LINES = 4
"""A row of a small table is at most so many lines high; the inspector shows the rest."""
_KEPT = 20_000
_Cell = tuple[int, int]


class Face(NamedTuple):
    """What is painted in a cell, from its top left corner; ``lit`` says that it shows what is looked for."""

    lines: list[tuple[int, int, str]]
    missing: bool
    mark: Verdict | None
    mark_x: int
    lit: bool


class Band(NamedTuple):
    """A row or column on the screen: its number, where it begins, how wide or high it is."""

    number: int
    at: int
    size: int


class CellPainter:
    """Shared by a table and its frozen column; asks the model once for a cell that stays in view."""

    def __init__(self) -> None:
        """Needs ``restyle`` and a model before the first paint."""
        self.model: FrameModel | None = None
        self._faces: dict[_Cell, Face] = {}
        self._needle = ""

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._theme, self._font = theme, font("body", theme.percent)
        self.ruler = Ruler(self._font)
        metrics = QFontMetricsF(self._font)
        self._pad, self._gap, self._badge = theme.px(PAD), theme.px(GAP), theme.px(BADGE)
        self.row_height = theme.px(ROW)
        self.line_height = round(metrics.height())
        self._ascent = metrics.ascent()
        self._pens = {
            t: QPen(QColor(theme[t])) for t in ("text", "faint", "selection_text", "highlight_text")
        }
        self._ground, self._line = QColor(theme["surface"]), QColor(theme["grid"])
        self._chosen, self._lit = QColor(theme["selection"]), QColor(theme["highlight"])
        self._ring = QPen(QColor(theme["focus_ring"]), theme.px(2))
        self.forget()

    def forget(self) -> None:
        """Ask the model anew: rows, widths or the look changed."""
        self._faces.clear()

    def look_for(self, needle: str) -> None:
        """Light the cells that show a text; none when it is empty."""
        self._needle = needle.lower()
        self.forget()

    def wrapped(self, text: str, width: int) -> tuple[str, ...]:
        """Return the lines of a text in a cell of a width, the last one cut."""
        room = width - 2 * self._pad
        if self.ruler.fit(text, room)[0] == text:
            return (text,)
        return wrap(text, "body", self._theme.percent, room, LINES)

    def taken(self, row: int, col: int) -> int:
        """Return the width that a verdict's mark takes from a cell."""
        assert self.model is not None
        return self._badge + self._gap if self.model.mark(row, col) is not None else 0

    def natural_width(self, texts: list[str], most: int, *, marked: bool) -> int:
        """Return how wide a column of these texts wants to be."""
        return int(self.ruler.widest(texts, most)) + 2 * self._pad + 2 + (self._badge + self._gap) * marked

    def paint(self, painter: QPainter, view: QTableView, area: QRect) -> None:
        """Paint the cells of ``view`` that lie in ``area`` of its viewport."""
        painter.fillRect(area, self._ground)
        if self.model is None:
            return
        rows, cols = _rows(view, area), _columns(view, area)
        chosen = _chosen_cells(view, rows)
        last = self.model.rowCount() - 1
        texts: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
        marks: list[tuple[Verdict, QRectF]] = []
        faces = self._faces
        if len(faces) > _KEPT:
            faces.clear()
        for row, top, height in rows:
            if row != last:
                painter.fillRect(area.left(), top + height - 1, area.width(), 1, self._line)
            for col, left, width in cols:
                face = faces.get((row, col))
                if face is None:
                    face = faces[row, col] = self._face(row, col, width, height)
                pen = "faint" if face.missing else "text"
                if (row, col) in chosen:
                    painter.fillRect(left, top, width, height - 1, self._chosen)
                    pen = "selection_text"
                elif face.lit:
                    painter.fillRect(left, top, width, height - 1, self._lit)
                    pen = "highlight_text"
                texts[pen] += [(left + x, top + y, text) for x, y, text in face.lines]
                if face.mark is not None:
                    marks.append((face.mark, QRectF(left + face.mark_x, top, self._badge, height - 1)))
        painter.setFont(self._font)
        for pen, found in texts.items():
            painter.setPen(self._pens[pen])
            for x, y, text in found:
                painter.drawText(x, y, text)
        for mark, box in marks:
            self._paint_mark(painter, mark, box)
        self._paint_ring(painter, view)

    def _face(self, row: int, col: int, width: int, height: int) -> Face:
        model = self.model
        assert model is not None
        text, missing = model.reading(row, col)
        mark = model.mark(row, col)
        right = model.columns[col].aligns_right
        taken = 0 if mark is None else self._badge + self._gap
        room = width - 2 * self._pad - taken
        if height > self.row_height and not right:
            lines = self.wrapped(text, width - taken)[: max(1, height // self.line_height)]
            fitted = [(line, self.ruler.width(line)) for line in lines]
        else:
            fitted = [self.ruler.fit(text, room)]
        top = (height - 1 - len(fitted) * self.line_height) / 2 + self._ascent
        placed = [
            (int(width - self._pad - long) if right else self._pad, int(top + n * self.line_height), line)
            for n, (line, long) in enumerate(fitted)
        ]
        widest = max([long for _, long in fitted])
        mark_x = int(width - self._pad - widest - taken if right else self._pad + widest + self._gap)
        lit = bool(self._needle) and not missing and self._needle in text.lower()
        return Face(placed, missing, mark, mark_x, lit)

    def _paint_mark(self, painter: QPainter, mark: Verdict, box: QRectF) -> None:
        """Paint the mark of a verdict in a round badge of its tone."""
        ink, ground = self._theme.tone(mark.tone)
        side = box.width()
        badge = QRectF(box.left(), box.center().y() - side / 2, side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawEllipse(badge)
        painter.setFont(font("badge", self._theme.percent))
        painter.setPen(QColor(ink))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, mark.mark)
        painter.restore()

    def _paint_ring(self, painter: QPainter, view: QTableView) -> None:
        """Ring the cell that has the keyboard."""
        current = view.currentIndex()
        if current.isValid() and view.hasFocus() and not view.isColumnHidden(current.column()):
            inset = self._ring.width() // 2
            painter.setPen(self._ring)
            painter.drawRect(view.visualRect(current).adjusted(inset, inset, -inset - 1, -inset - 2))


def _rows(view: QTableView, area: QRect) -> list[Band]:
    first, last = view.rowAt(area.top()), view.rowAt(area.bottom())
    if first < 0:
        return []
    last = view.model().rowCount() - 1 if last < 0 else last
    return [Band(row, view.rowViewportPosition(row), view.rowHeight(row)) for row in range(first, last + 1)]


def _columns(view: QTableView, area: QRect) -> list[Band]:
    header = view.horizontalHeader()
    first, last = header.visualIndexAt(area.left()), header.visualIndexAt(area.right())
    if first < 0:
        return []
    last = header.count() - 1 if last < 0 else last
    found = (header.logicalIndex(place) for place in range(first, last + 1))
    return [
        Band(col, view.columnViewportPosition(col), view.columnWidth(col))
        for col in found
        if not header.isSectionHidden(col)
    ]


def _chosen_cells(view: QTableView, rows: list[Band]) -> set[_Cell]:
    """Return the selected cells among some rows, from the ranges of the selection."""
    chosen: set[_Cell] = set()
    if not rows:
        return chosen
    selection = view.selectionModel().selection()
    for number in range(selection.count()):
        part = selection.at(number)
        columns = range(part.left(), part.right() + 1)
        for row in range(max(part.top(), rows[0].number), min(part.bottom(), rows[-1].number) + 1):
            chosen.update([(row, col) for col in columns])
    return chosen
