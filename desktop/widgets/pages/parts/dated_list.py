"""The list under the time line: as high as its rows, so that the page scrolls as one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
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
ELIDE = Qt.TextElideMode.ElideRight
PAD, ROW, HEAD = 12, 32, 32  # as in the tables of a dossier
TITLES = 230  # pixels that titles need
NAME = Text("时间线列表", "Timeline as a list")
FITTED = {Column.WHEN: 200, Column.FACTOR: 150, Column.KIND: 170, Column.VERDICT: 190}  # most, in pixels


class DatedList(Panel):
    """A card with a table; its current row and the selection are one."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(ctx, parent)
        self.model = DatedRows(self)
        self._rows: tuple[Dated, ...] = ()
        self.view = _View(self)
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
        self._fit()
        self.view.updateGeometry()
        self._follower.follow()

    def retranslate(self) -> None:
        """Show all texts anew."""
        self.view.setAccessibleName(self.tr_(NAME))
        self.show_rows(self._rows)

    def restyle(self) -> None:
        """Follow theme and zoom."""
        theme = self.theme
        self._column.setContentsMargins(1, theme.px(4), 1, theme.px(8))
        self.view.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        self.view.horizontalHeader().setFixedHeight(theme.px(HEAD))
        self._fit()
        self.view.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        paint_sheet(painter, self.theme, QRectF(self.rect()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Make the columns around the titles as wide as their texts, so that the titles have what is left."""
        theme, model = self.theme, self.model
        wide = metrics("body", theme.percent).horizontalAdvance
        widths = {}
        for column, most in FITTED.items():
            texts = [model.headerData(column, Qt.Orientation.Horizontal)]
            texts += {model.index(row, column).data() for row in range(model.rowCount())}
            width = max(wide(str(text)) for text in texts) + theme.px(2 * PAD) + 2  # rounding
            widths[column] = min(width, theme.px(most))
        if self.width() - sum(widths.values()) < theme.px(TITLES):  # a badge can be its mark alone
            head = str(model.headerData(Column.VERDICT, Qt.Orientation.Horizontal))
            widths[Column.VERDICT] = wide(head) + theme.px(2 * PAD)
        for column, width in widths.items():
            self.view.setColumnWidth(column, width)

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

    def __init__(self, panel: DatedList) -> None:
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
        header = _Header(panel)
        self.setHorizontalHeader(header)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        return QSize(200, self.horizontalHeader().sizeHint().height() + rows + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())


class _Header(QHeaderView):
    """Like that of a table, and does nothing."""

    def __init__(self, panel: DatedList) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._panel = panel

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme = self._panel.theme
        painter.save()
        painter.setFont(font("label", theme.percent))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(theme["border"]))
        painter.setPen(QColor(theme["muted"]))
        pad = theme.px(PAD)
        text = self.model().headerData(index, self.orientation(), Qt.ItemDataRole.DisplayRole)
        painter.drawText(rect.adjusted(pad, 0, -pad, 0), MIDDLE, str(text))
        painter.restore()


class _Painter(QStyledItemDelegate):
    """Texts as in a table, verdicts as badges."""

    def __init__(self, panel: DatedList) -> None:
        super().__init__(panel)
        self._panel = panel

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model, theme = self._panel.model, self._panel.theme
        row, pad = model.rows[index.row()], theme.px(PAD)
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(box, QColor(theme["selection"]))
        if index.row() < len(model.rows) - 1:
            painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(theme["grid"]))
        if index.column() == Column.VERDICT and row.verdict is not None:
            text = face_of(row.verdict).text(self._panel.language)
            if badge_width(text, theme) > box.width() - pad:
                text = row.verdict.mark
            top = box.center().y() - badge_height(theme) / 2
            paint_badge(painter, theme, box.left() + pad, top, text, row.verdict.tone)
        else:
            measure = metrics("body", theme.percent)
            text = measure.elidedText(str(index.data()), ELIDE, box.width() - 2 * pad)
            painter.setFont(font("body", theme.percent))
            painter.setPen(QColor(theme["selection_text" if chosen else "text"]))
            painter.drawText(box.adjusted(pad, 0, 0, 0), MIDDLE, text)
        painter.restore()
