"""The list under the time line: as high as its rows, so that the page scrolls as one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.core.dated import Dated
from desktop.core.focus import Focus
from desktop.core.text import Text
from desktop.models.dated_rows import Column, DatedRows
from desktop.models.follow import bind
from desktop.models.roles import Role
from desktop.services.context import Context
from desktop.widgets.cards.badge import badge_height, badge_width, face_of, paint_badge
from desktop.widgets.cards.ink import font, metrics, paint_sheet
from desktop.widgets.panel import Panel

MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
INSET = 4  # of the text of a cell, by the style
NAME = Text("时间线列表", "Time line as a list")
ROW = 1.7  # of a line of text
WIDTHS = {Column.WHEN: 124, Column.FACTOR: 128, Column.KIND: 112, Column.VERDICT: 132}


class DatedList(Panel):
    """A card with a table; its current row and the selection are one."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(ctx, parent)
        self.model = DatedRows(self)
        self._rows: tuple[Dated, ...] = ()
        self.view = _View()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Painter(self))
        header = self.view.horizontalHeader()
        for column in Column:
            stretches = column == Column.TITLE
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)
        self._follower = bind(self.view, ctx.selection, self._item, self._index, self._lead)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.view)
        self.refresh()

    def show_rows(self, rows: tuple[Dated, ...]) -> None:
        """List other rows."""
        self._rows = rows
        dossier = self.dossier
        names = {f.id: f.label for f in dossier.factors} if dossier else {}
        self.model.show_rows(rows, names, self.language)
        self.view.updateGeometry()
        self._follower.follow()

    def retranslate(self) -> None:
        """Show all texts anew."""
        self.view.setAccessibleName(self.tr_(NAME))
        self.show_rows(self._rows)

    def restyle(self) -> None:
        """Follow theme and zoom."""
        theme = self.theme
        self._column.setContentsMargins(*(theme.px(n) for n in (6, 6, 6, 8)))
        height = metrics("body", theme.percent).height()
        self.view.setFont(font("body", theme.percent))
        self.view.verticalHeader().setDefaultSectionSize(round(height * ROW))
        self.view.horizontalHeader().setFont(font("small", theme.percent))
        for column, width in WIDTHS.items():
            self.view.setColumnWidth(column, theme.px(width))
        self.view.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        paint_sheet(painter, self.theme, QRectF(self.rect()))
        painter.end()

    def _item(self, index: QModelIndex) -> str | None:
        item = index.data(Role.ITEM)
        return item if isinstance(item, str) else None

    def _index(self, item_id: str) -> QModelIndex:
        return self.model.index_of(item_id, self.view.currentIndex().row())

    def _lead(self, item_id: str) -> Focus | None:
        if self.dossier is None:
            return None
        there = self.ctx.selection.focus.on(self.dossier, item_id)
        return replace(there, dossier=self.dossier.id)


class _View(QTableView):
    """As high as its rows; whole rows are selected."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = _Header(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(header)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        return QSize(200, self.horizontalHeader().sizeHint().height() + rows + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())


class _Header(QHeaderView):
    """Quiet: small words over a line."""

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        painter.save()
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        text = self.model().headerData(index, self.orientation(), Qt.ItemDataRole.DisplayRole)
        painter.drawText(rect.adjusted(INSET, 0, 0, 0), MIDDLE, str(text))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


class _Painter(QStyledItemDelegate):
    """Verdicts as badges."""

    def __init__(self, panel: DatedList) -> None:
        super().__init__(panel)
        self._panel = panel

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.column() == Column.VERDICT:
            option.text = ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        row, theme = self._panel.model.rows[index.row()], self._panel.theme
        if index.column() == Column.VERDICT and row.verdict is not None:
            box: QRect = option.rect
            text = face_of(row.verdict).text(self._panel.language)
            if badge_width(text, theme) > box.width():
                text = row.verdict.mark
            top = box.center().y() - badge_height(theme) / 2
            painter.save()
            paint_badge(painter, theme, box.left(), top, text, row.verdict.tone)
            painter.restore()
