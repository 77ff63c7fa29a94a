"""Paints the cells of a table: one line of text that was cut to fit before, or a few where rows are higher."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

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


class Face(NamedTuple):
    """What is painted in a cell, from its top left corner; ``matches`` says that it shows what is looked for."""

    lines: tuple[tuple[int, int, str], ...]
    missing: bool
    mark: Verdict | None
    mark_x: int
    matches: bool


class CellDelegate(QStyledItemDelegate):
    """Asks the model once for a cell that stays in view; Qt's own delegate would ask seven times a paint."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Needs ``restyle`` and a model before the first paint."""
        super().__init__(parent)
        self.model: FrameModel | None = None
        self._faces: dict[int, Face] = {}
        self._states: dict[QStyle.StateFlag, tuple[bool, bool]] = {}
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
        self._text, self._muted, self._chosen_text = (
            QPen(QColor(theme[t])) for t in ("text", "faint", "selection_text")
        )
        self._chosen, self._line, self._lit = (QColor(theme[t]) for t in ("selection", "grid", "highlight"))
        self._lit_text = QPen(QColor(theme["highlight_text"]))
        self._ring = QPen(QColor(theme["focus_ring"]), theme.px(2))
        self.forget()

    def forget(self) -> None:
        """Ask the model anew: rows, widths or the look changed."""
        self._faces.clear()
        self._last = self.model.rowCount() - 1 if self.model is not None else -1

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

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a size from the widths of characters."""
        assert self.model is not None
        text = self.model.text(index.row(), index.column())
        marked = self.model.mark(index.row(), index.column()) is not None
        return QSize(self.natural_width([text], self._theme.px(360), marked=marked), self.row_height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell; called a few hundred times a page, so every call into Qt counts."""
        model = self.model
        if model is None:
            return
        box: QRect = option.rect
        x, y, width, height = box.x(), box.y(), box.width(), box.height()
        state: QStyle.StateFlag = option.state
        row, col = index.row(), index.column()
        key = row * len(model.columns) + col
        face = self._faces.get(key)
        if face is None:
            face = self._face(row, col, width, height)
            if len(self._faces) > _KEPT:
                self._faces.clear()
            self._faces[key] = face
        chosen, focused = self._states.get(state) or self._read(state)
        pen = self._muted if face.missing else self._text
        if chosen:
            painter.fillRect(x, y, width, height - 1, self._chosen)
            pen = self._chosen_text
        elif face.matches:
            painter.fillRect(x, y, width, height - 1, self._lit)
            pen = self._lit_text
        painter.setPen(pen)
        for left, base, text in face.lines:
            painter.drawText(x + left, y + base, text)
        if row != self._last:
            painter.fillRect(x, y + height - 1, width, 1, self._line)
        if face.mark is not None:
            self._paint_mark(painter, face.mark, QRectF(x + face.mark_x, y, self._badge, height - 1))
        if focused:
            inset = self._ring.width() // 2
            painter.setPen(self._ring)
            painter.drawRect(QRect(x, y, width, height - 1).adjusted(inset, inset, -inset - 1, -inset - 1))

    def _read(self, state: QStyle.StateFlag) -> tuple[bool, bool]:
        known = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_HasFocus)
        self._states[state] = known
        return known

    def _face(self, row: int, col: int, width: int, height: int) -> Face:
        model = self.model
        assert model is not None
        text, mark = model.text(row, col), model.mark(row, col)
        right = model.columns[col].aligns_right
        taken = self.taken(row, col)
        room = width - 2 * self._pad - taken
        if height > self.row_height and not right:
            lines = self.wrapped(text, width - taken)[: max(1, height // self.line_height)]
            fitted = [(line, self.ruler.width(line)) for line in lines]
        else:
            fitted = [self.ruler.fit(text, room)]
        top = (height - 1 - len(fitted) * self.line_height) / 2 + self._ascent
        placed = tuple(
            (round(width - self._pad - long if right else self._pad), round(top + n * self.line_height), line)
            for n, (line, long) in enumerate(fitted)
        )
        widest = max(long for _, long in fitted)
        mark_x = round(width - self._pad - widest - taken if right else self._pad + widest + self._gap)
        matches = bool(self._needle) and not model.is_missing(row, col) and self._needle in text.lower()
        return Face(placed, model.is_missing(row, col), mark, mark_x, matches)

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
        painter.setFont(QFont(font("badge", self._theme.percent)))
        painter.setPen(QColor(ink))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, mark.mark)
        painter.restore()
