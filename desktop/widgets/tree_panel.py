"""The left column: the factor tree and the box that filters it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.core.focus import Focus
from desktop.core.text import Text
from desktop.models.factor_tree import FactorTreeModel
from desktop.models.follow import bind, reach
from desktop.services.context import Context
from desktop.widgets.filter_box import FilterBox
from desktop.widgets.panel import Panel
from desktop.widgets.tree_delegate import TreeDelegate
from desktop.widgets.tree_view import TreeView

FILTER = Text("筛选…", "Filter…")
FILTER_HINT = Text(
    "按中文或英文筛选因素与证据；↓ 进入列表，Esc 清除",
    "Filter reasons and evidence in Chinese or English; ↓ enters the list, Esc clears",
)
MATCHES = Text("{0} 项", "{0} found")
TREE = Text("因素与证据", "Reasons and evidence")
NO_MATCH = Text(
    "没有包含“{0}”的内容。\n按 Esc 显示全部。", "Nothing contains “{0}”.\nPress Esc to show everything."
)
NO_DOSSIER = Text("没有打开的档案。", "No dossier is open.")


class TreePanel(Panel):
    """Choosing a line moves the window's focus; a focus from elsewhere opens the tree at its line."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Build box, tree and the message that stands in for an empty tree."""
        super().__init__(ctx, parent)
        self._model = FactorTreeModel(self)
        self.filter = FilterBox()
        self.filter.textChanged.connect(self._narrow)
        self.filter.entered.connect(self._enter)
        self._count = QLabel()
        self._count.hide()
        self.view = TreeView(self.theme)
        self.view.setModel(self._model)
        self._delegate = TreeDelegate(self.theme, self.font(), self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.escaped.connect(self.filter.clear)
        self.filter.escaped.connect(self.view.setFocus)
        self._message = QLabel()
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._follower = bind(self.view, ctx.selection, self._model.item_at, self._model.index_of, self._lead)
        self._open: list[str] = []
        self._matches = 0
        self._row = QHBoxLayout()
        self._row.addWidget(self.filter, 1)
        self._row.addWidget(self._count)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.view, 1)
        self._column.addWidget(self._message, 1)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.refresh()

    def show_dossier(self) -> None:
        """Fill the tree anew, all closed but the title."""
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.blockSignals(False)
        self._count.hide()
        self._open = []
        self._model.show(self.dossier, self.language)
        self.view.expand(self._model.index(0, 0))
        self._tell(NO_DOSSIER if self.dossier is None else None)

    def show_edited(self) -> None:
        """Fill the tree anew as open, as narrow and where it was."""
        root, place = self._model.index(0, 0), self.view.verticalScrollBar().value()
        opened = [""] if self.view.isExpanded(root) else []
        opened += [self._model.item_at(index) or "" for index in self._opened(root)]
        self._model.show(self.dossier, self.language)
        if self.filter.text().strip():
            self._matches = self._model.narrow(self.filter.text())
            self.view.expandAll()
        else:
            for item in opened:
                self.view.expand(self._model.index_of(item))
        self._follower.follow()
        self.view.doItemsLayout()
        self.view.verticalScrollBar().setValue(place)
        self._narrowed()

    def show_focus(self, focus: Focus) -> None:
        """Another dossier may have been opened under the same focus: make its line current."""
        self._follower.follow()

    def retranslate(self) -> None:
        """Show the other language."""
        self.filter.setPlaceholderText(self.tr_(FILTER))
        self.filter.setToolTip(self.tr_(FILTER_HINT))
        self.filter.setAccessibleName(self.tr_(FILTER_HINT))
        self.view.setAccessibleName(self.tr_(TREE))
        self._model.set_language(self.language)
        self._narrowed()

    def restyle(self) -> None:
        """Follow theme and zoom."""
        px = self.theme.px
        self._column.setContentsMargins(0, px(8), 0, 0)
        self._column.setSpacing(px(6))
        self._row.setContentsMargins(px(10), 0, px(10), 0)
        self._row.setSpacing(px(8))
        self._message.setContentsMargins(px(16), px(24), px(16), 0)
        self._delegate.restyle(self.theme, self.font())
        self.view.restyle(self.theme)

    def _lead(self, item: str) -> Focus | None:
        return reach(self.ctx.selection.focus, self.dossier, item) if self.dossier is not None else None

    def _narrow(self, text: str) -> None:
        if not self._count.isVisibleTo(self):
            self._open = [self._model.item_at(i) or "" for i in self._opened(self._model.index(0, 0))]
        self._matches = self._model.narrow(text)
        if text.strip():
            self.view.expandAll()
        else:
            for item in ("", *self._open):
                self.view.expand(self._model.index_of(item))
        self._follower.follow()
        self._narrowed()

    def _narrowed(self) -> None:
        """Say how many lines match, or that none does."""
        text = self.filter.text().strip()
        self._count.setVisible(bool(text))
        if text:
            self._count.setText(self.tr_(MATCHES).format(self._matches))
        if self.dossier is not None:
            self._tell(NO_MATCH.format(text) if text and not self._matches else None)

    def _tell(self, message: Text | None) -> None:
        self.view.setVisible(message is None)
        self._message.setVisible(message is not None)
        if message is not None:
            self._message.setText(self.tr_(message))

    def _enter(self) -> None:
        self.view.setFocus()
        first = self._model.first_match()
        if first.isValid():
            self.view.setCurrentIndex(first)

    def _opened(self, index: QModelIndex) -> list[QModelIndex]:
        """The open lines below one; what is closed is not asked for its children."""
        found = []
        for row in range(self._model.rowCount(index)) if self.view.isExpanded(index) else ():
            child = self._model.index(row, 0, index)
            if self.view.isExpanded(child):
                found += [child, *self._opened(child)]
        return found
