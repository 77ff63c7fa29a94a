"""Things that belong with the selected one, as a list of buttons that is kept and refilled."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.related import Related
from desktop.core.text import Language
from desktop.services.theme import Theme

ROWS = 10
SIGNS = {"figure": "#", "cell": "#", "policy": "§", "register": "§", "point": "¶", "event": "◆", "table": "▦"}
SMALL = 0.88


class RelatedRow(QAbstractButton):
    """Sign, name, and why it is here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until ``show_related``."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._sign, self._why, self._value, self.item = "", "", "", ""
        self.restyle(theme)

    def show_related(self, one: Related, language: Language) -> None:
        """Show one thing."""
        self.item, self._sign, self._why = one.item, SIGNS.get(one.kind, ""), one.why(language)
        self.setText(one.name(language))
        self._value = one.value(language)
        words = " ".join(part for part in (self.text(), self._value) if part)
        colon = "：" if language == "zh" else ": "
        spoken = colon.join(part for part in (self._why, words) if part)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._theme = theme
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of a line."""
        return QSize(self._theme.px(120), self.fontMetrics().height() + self._theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line; only the name gives way."""
        theme, metrics, px = self._theme, self.fontMetrics(), self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect()
        if self.underMouse() or self.hasFocus():
            painter.setPen(QColor(theme["focus_ring"]) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme["sunken"]))
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 4, 4)
        small = QFont(self.font())
        small.setPixelSize(max(9, round(self.font().pixelSize() * SMALL)))
        width = QFontMetrics(small).horizontalAdvance(self._why)
        middle = Qt.AlignmentFlag.AlignVCenter
        start = middle | Qt.AlignmentFlag.AlignLeft
        painter.setFont(small)
        painter.setPen(QColor(theme["faint"]))
        painter.drawText(
            QRect(px(4), 0, px(14), box.height()), middle | Qt.AlignmentFlag.AlignHCenter, self._sign
        )
        painter.setPen(QColor(theme["muted"]))
        right = QRect(box.width() - width - px(4), 0, width, box.height())
        painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, self._why)
        painter.setFont(self.font())
        painter.setPen(QColor(theme["link"]))
        left = px(22)
        if self._value:  # before the name, so that it is never what is elided
            painter.setPen(QColor(theme["text"]))
            painter.drawText(QRect(left, 0, right.left() - left, box.height()), start, self._value)
            left += metrics.horizontalAdvance(self._value) + px(8)
            painter.setPen(QColor(theme["link"]))
        room = max(0, right.left() - px(8) - left)
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, 0, room, box.height()), start, name)


class RelatedList(QWidget):
    """Up to ROWS related things."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the rows, hidden."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows = [RelatedRow(theme) for _ in range(ROWS)]
        for row in self.rows:
            row.hide()
            row.clicked.connect(self._clicked)
            column.addWidget(row)

    def show_related(self, found: tuple[Related, ...], language: Language) -> None:
        """Show the closest of what was found."""
        for number, row in enumerate(self.rows):
            if number < len(found):
                row.show_related(found[number], language)
            row.setVisible(number < len(found))

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        for row in self.rows:
            row.restyle(theme)

    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, RelatedRow):
            self.chosen.emit(row.item)
