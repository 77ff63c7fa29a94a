"""Where a register entry can be read: the address, to copy, or to open outside this application."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.cards.dress import Dressed
from desktop.widgets.cards.ink import font
from desktop.widgets.elided import Elided
from desktop.widgets.icons import icon

COPY = Text("复制网址", "Copy address")
COPIED = Text("已复制", "Copied")
OPEN = Text("在系统浏览器中打开", "Open in the system browser")
OUTSIDE = Text(
    "由系统的浏览器打开，会使用网络；本程序自己不联网。",
    "The system's browser opens it over the network; this application itself connects to nothing.",
)


class AddressRow(QWidget, Dressed):
    """The address elided to the width, and two buttons."""

    def __init__(self, url: str, parent: QWidget | None = None) -> None:
        """``url`` is opened only by a click that says so."""
        super().__init__(parent)
        self._url = url
        self._label = Elided(url, Qt.TextElideMode.ElideMiddle)
        self._copy, self._open = QToolButton(), QToolButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._label, 1)
        row.addWidget(self._copy)
        row.addWidget(self._open)
        self._copy.clicked.connect(self._copy_address)
        self._open.clicked.connect(self._open_outside)
        self._language: Language = "zh"

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow theme and language."""
        self._language = language
        small = font("small", theme.percent)
        for widget in (self._label, self._copy, self._open):
            widget.setFont(small)
        self._label.setToolTip(self._url)
        self._copy.setText(COPY(language))
        self._copy.setIcon(icon("copy", theme, "link"))
        self._open.setText(OPEN(language))
        self._open.setIcon(icon("external-link", theme, "link"))
        self._open.setToolTip(OUTSIDE(language))
        for button in (self._copy, self._open):
            button.setObjectName("link")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setAccessibleName(f"{button.text()} {self._url}")

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(self._url)
        self._copy.setText(COPIED(self._language))

    def _open_outside(self) -> None:
        QDesktopServices.openUrl(QUrl(self._url))
