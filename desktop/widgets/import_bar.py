"""One line while an import runs: how far it is, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets.panel import Panel

ONE = Text("正在导入…", "Importing…")
MANY = Text("正在导入：{} / {}", "Importing: {} of {}")
CANCEL = Text("取消", "Cancel")


class ImportBar(Panel):
    """Shown from ``begin`` to the end of an import."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(ctx, parent)
        self.setObjectName("importBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._done, self._total = 0, 0
        self._text, self._bar, self._cancel = QLabel(), QProgressBar(), QPushButton()
        self._bar.setTextVisible(False)
        self._cancel.clicked.connect(ctx.importing.cancel)
        self._row = QHBoxLayout(self)
        for part in (self._text, self._bar, self._cancel):
            self._row.addWidget(part, int(part is self._bar))
        ctx.importing.progressed.connect(self._step)
        ctx.importing.ended.connect(self.hide)
        self.hide()
        self.refresh()

    def retranslate(self) -> None:
        """Say how far it is."""
        many = self._total > 1
        self._text.setText(self.tr_(MANY.format(self._done, self._total) if many else ONE))
        self._bar.setRange(0, self._total if many else 0)  # of one article nobody knows how far it is
        self._bar.setValue(self._done)
        self._bar.setAccessibleName(self._text.text())
        self._cancel.setText(self.tr_(CANCEL))

    def restyle(self) -> None:
        """Follow the zoom."""
        theme = self.theme
        self._row.setContentsMargins(theme.px(16), theme.px(6), theme.px(10), theme.px(6))
        self._row.setSpacing(theme.px(12))
        self._bar.setFixedHeight(theme.px(6))

    def begin(self) -> None:
        """Another import has started."""
        self._done, self._total = 0, 0
        self.retranslate()
        self.show()

    def _step(self, done: int, total: int) -> None:
        if (done, total) != (self._done, self._total):
            self._done, self._total = done, total
            self.retranslate()
