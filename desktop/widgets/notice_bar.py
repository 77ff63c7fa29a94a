"""One line over the pages for what the user should know and need not answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets.icons import icon
from desktop.widgets.panel import Panel

CLOSE = Text("关闭提示", "Close this notice")
MORE = Text("还有 {} 条", "{} more")


class NoticeBar(Panel):
    """Shows the latest notice; closing it shows the one before. The same sentence is never listed twice."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start hidden; it is dressed when there is something to show."""
        super().__init__(ctx, parent)
        self.setObjectName("notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._notices: list[tuple[Text, Text | None, Callable[[], object] | None]] = []
        self._row: QHBoxLayout | None = None
        self.hide()

    def _make(self) -> QHBoxLayout:
        """Make the parts; most starts have nothing to say."""
        self._mark, self._text, self._more = QLabel(), QLabel(), QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._offer, self._close = QPushButton(), QToolButton()
        self._offer.clicked.connect(self._accept)
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        for part in (self._mark, self._text, self._more, self._offer, self._close):
            row.addWidget(part, 1 if part is self._text else 0)
        return row

    def notify(
        self, message: Text, offer: Text | None = None, accept: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence, with a button when there is something to ``accept``."""
        message = Text(
            *(t.encode("utf-8", "replace").decode() for t in (message.zh, message.en))
        )  # odd paths
        self._notices = [n for n in self._notices if n[0] != message] + [(message, offer, accept)]
        if self._row is None:
            self._row = self._make()
        self.restyle()
        self.retranslate()

    def dismiss(self) -> None:
        """Close the notice that is shown."""
        if self._notices:
            self._notices.pop()
        self.retranslate()

    @property
    def messages(self) -> tuple[Text, ...]:
        """What is listed, the latest last."""
        return tuple(n[0] for n in self._notices)

    def retranslate(self) -> None:
        """Show the latest notice, or nothing."""
        self.setVisible(bool(self._notices))
        if not self._notices:
            return
        message, offer, _ = self._notices[-1]
        self._text.setText(self.tr_(message))
        self._text.setAccessibleName(self.tr_(message))
        self._offer.setVisible(offer is not None)
        self._offer.setText(self.tr_(offer) if offer else "")
        others = len(self._notices) - 1
        self._more.setText(self.tr_(MORE).format(others) if others else "")
        self._more.setVisible(bool(others))
        self._close.setToolTip(self.tr_(CLOSE))
        self._close.setAccessibleName(self.tr_(CLOSE))

    def restyle(self) -> None:
        """Draw the icons in the colours of the theme."""
        if self._row is None:
            return
        theme = self.theme
        side = theme.px(16)
        self._mark.setPixmap(icon("info", theme, "amber").pixmap(side, side))
        self._close.setIcon(icon("x", theme, "amber"))
        self._row.setContentsMargins(theme.px(16), theme.px(6), theme.px(10), theme.px(6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the notice."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _accept(self) -> None:
        _, _, accept = self._notices[-1]
        self.dismiss()
        if accept is not None:
            accept()
