"""What stands in place of the rows when there are none, and the line that says work is under way."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.core.text import Language, Text
from desktop.services.theme import Theme

LOADING = Text("正在准备表格…", "Preparing the table…")
EMPTY = Text("这张表没有数据行。", "This table has no rows.")
NO_MATCH = Text("没有符合筛选条件的行。", "No row matches the filter.")
CLEAR = Text("清除筛选", "Clear the filter")
BUSY = Text("正在整理…", "Working…")
CANCEL = Text("取消（Esc）", "Cancel (Esc)")
_PATIENCE = 250  # ms: shorter work is not worth a word


class Notice(QWidget):
    """A sentence and, where a filter is the reason, a button that clears it."""

    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden until there is something to say."""
        super().__init__(parent)
        self._text: Text | None = None
        self._words, self.button = QLabel(), QPushButton()
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(self._words)
        row.addWidget(self.button)
        row.addStretch(1)
        self.button.clicked.connect(self.clear_wanted)
        self.hide()

    def say(self, text: Text | None, language: Language, *, can_clear: bool = False) -> None:
        """Show a sentence, or nothing."""
        self._text = text
        self.button.setVisible(can_clear)
        self.setVisible(text is not None)
        self.retranslate(language)

    def retranslate(self, language: Language) -> None:
        """Show the other language."""
        self._words.setText(self._text(language) if self._text else "")
        self.button.setText(CLEAR(language))

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        palette = self._words.palette()
        palette.setColor(self._words.foregroundRole(), QColor(theme["muted"]))
        self._words.setPalette(palette)
        self.layout().setContentsMargins(theme.px(12), theme.px(20), theme.px(12), theme.px(20))  # type: ignore[union-attr]


class BusyBar(QWidget):
    """Shows after a moment that work is under way and how far it is, with a button to give it up."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden until work takes longer than a moment."""
        super().__init__(parent)
        self._words, self.button = QLabel(), QPushButton()
        self._share = 0.0
        self._theme: Theme | None = None
        row = QHBoxLayout(self)
        row.addWidget(self._words)
        row.addStretch(1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.cancel_wanted)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PATIENCE)
        self._later.timeout.connect(self.show)
        self.hide()

    def set_busy(self, busy: bool) -> None:
        """Work began or ended."""
        self._share = 0.0
        if not busy:
            self._later.stop()
            self.hide()
        elif not self.isVisible():
            self._later.start()

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the present step is."""
        self._share = done / total if total else 0.0
        if self.isVisible():
            self.update()

    def retranslate(self, language: Language) -> None:
        """Show the other language."""
        self._words.setText(BUSY(language))
        self.button.setText(CANCEL(language))

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._theme = theme
        self.layout().setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(6))  # type: ignore[union-attr]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint how far the work is along the lower edge."""
        if self._theme is not None:
            painter = QPainter(self)
            high = self._theme.px(2)
            painter.fillRect(0, self.height() - high, self.width(), high, QColor(self._theme["grid"]))
            painter.fillRect(
                0,
                self.height() - high,
                round(self.width() * self._share),
                high,
                QColor(self._theme["accent"]),
            )
            painter.end()
