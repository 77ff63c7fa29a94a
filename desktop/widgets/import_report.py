"""What became of every article of an import: a list, from which each dossier can be opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.core.tally import counted
from desktop.core.text import DOT, Text
from desktop.services.context import Context
from desktop.services.import_run import Report
from desktop.services.import_work import Imported, Result

TITLE = Text("导入结果", "What Was Imported")
HEADS = (Text("文件", "File"), Text("结果", "Outcome"), Text("内容", "What it holds"))
NEW, UPDATED, REFUSED = Text("新增", "new"), Text("已更新", "updated"), Text("未导入", "not imported")
OPEN = Text("打开档案", "Open Dossier")
SAID = Text("双击一行打开它的档案。", "Double-click a line to open its dossier.")
KINDS = ("reasons", "figures", "tables", "policies")


class ImportReport(QDialog):
    """A line for each article; those that could not be imported come first, with the reason."""

    def __init__(
        self, report: Report, ctx: Context, show: Callable[[Path], None], parent: QWidget | None = None
    ) -> None:
        """``show`` opens the dossier in a folder."""
        super().__init__(parent)
        self._show, language = show, ctx.language
        self._results: list[Result] = [*report.refused, *report.imported]
        self.setWindowTitle(TITLE(language))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.view = QTreeView()
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName(TITLE(language))
        model = QStandardItemModel(0, len(HEADS), self.view)
        model.setHorizontalHeaderLabels([head(language) for head in HEADS])
        for result in self._results:
            texts = [result.name, *(text(language) for text in _said(result))]
            line = [QStandardItem(text) for text in texts]
            for item, text in zip(line, texts, strict=True):
                item.setToolTip(text)
            model.appendRow(line)
        self.view.setModel(model)
        self.view.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.view.activated.connect(self._open)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._button = buttons.addButton(OPEN(language), QDialogButtonBox.ButtonRole.ActionRole)
        self._button.clicked.connect(lambda: self._open(self.view.currentIndex()))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(SAID(language)))
        column.addWidget(self.view, 1)
        column.addWidget(buttons)
        theme = ctx.ui.theme()
        column.setSpacing(theme.px(8))
        column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(14))
        em = self.fontMetrics().height()
        self.resize(48 * em, 28 * em)
        self.view.setColumnWidth(0, 16 * em)
        self.view.setColumnWidth(1, 6 * em)
        self.view.selectionModel().currentChanged.connect(self._allow)
        self.view.setCurrentIndex(model.index(0, 0))

    def _allow(self, index: QModelIndex) -> None:
        self._button.setEnabled(index.isValid() and isinstance(self._results[index.row()], Imported))

    def _open(self, index: QModelIndex) -> None:
        result = self._results[index.row()] if index.isValid() else None
        if isinstance(result, Imported):
            self.accept()
            self._show(Path(result.folder))


def _said(result: Result) -> tuple[Text, Text]:
    if isinstance(result, Imported):
        holds = DOT.join([counted(result.counts[kind], kind) for kind in KINDS if result.counts[kind]])
        return UPDATED if result.updated else NEW, holds
    return REFUSED, result.problem
