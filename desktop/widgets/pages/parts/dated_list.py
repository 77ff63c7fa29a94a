"""The list under the time line: as high as its rows, so that the page scrolls as one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop.core.dated import Dated
from desktop.core.focus import Focus
from desktop.core.text import Text
from desktop.models.dated_rows import Column, DatedRows
from desktop.models.follow import bind
from desktop.models.roles import Role
from desktop.services.context import Context
from desktop.widgets.cards.ink import font, metrics, paint_sheet
from desktop.widgets.panel import Panel

NAME = Text("时间线列表", "Time line as a list")
ROW = 1.9  # of a line of text
KIND_SHARE = {Column.WHEN: 10, Column.FACTOR: 9, Column.KIND: 13, Column.VERDICT: 11}  # of the font's height


class DatedList(Panel):
    """A card with a table; its current row and the selection are one."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(ctx, parent)
        self.model = DatedRows(self)
        self._rows: tuple[Dated, ...] = ()
        self.view = _View()
        self.view.setModel(self.model)
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
        for column, share in KIND_SHARE.items():
            self.view.setColumnWidth(column, share * height)
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
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        return QSize(200, self.horizontalHeader().sizeHint().height() + rows + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())
