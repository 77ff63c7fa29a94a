"""A small label set into a text, such as what kind of section a heading opens."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QWidget

from desktop.services.theme import Theme
from desktop.widgets.cards.ink import font

KIND = QTextFormat.ObjectTypes.UserObject.value + 1
TEXT = QTextFormat.Property.UserProperty.value + 1
TONE = TEXT + 1
OBJECT = "\ufffc"
PAD, RISE, GAP = 7, 2, 8


class ChipInk(QPyTextObject):
    """Measures and paints chips; one for a document, for which it must be registered."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """``parent`` keeps it alive."""
        super().__init__(parent)
        self.theme = theme

    def intrinsicSize(self, doc: QTextDocument, position: int, shape: QTextFormat) -> QSizeF:
        """Return the size of a chip with the gap before it."""
        px = self.theme.px
        measure = QFontMetricsF(font("badge", self.theme.percent))
        width = measure.horizontalAdvance(str(shape.property(TEXT)))
        return QSizeF(width + px(2 * PAD) + px(GAP), measure.height() + px(2 * RISE))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, position: int, shape: QTextFormat
    ) -> None:
        """Paint a chip."""
        ink, ground = self.theme.tone(str(shape.property(TONE)))
        box = QRectF(rect).adjusted(self.theme.px(GAP), 0, 0, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(font("badge", self.theme.percent))
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(shape.property(TEXT)))
        painter.restore()


def chip_format(text: str, tone: str) -> QTextCharFormat:
    """Return the format of the one character that stands for a chip."""
    made = QTextCharFormat()
    made.setObjectType(KIND)
    made.setProperty(TEXT, text)
    made.setProperty(TONE, tone)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    return made
