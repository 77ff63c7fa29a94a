"""Fonts, colours and the style sheet of the skeleton."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPen,
)

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
CENTRE = Qt.AlignmentFlag.AlignCenter
ELIDE = Qt.TextElideMode.ElideRight
SHEET = """
QToolTip {{ background: {tooltip}; color: {tooltip_text}; border: 0; padding: 4px 8px; }}
QMenuBar {{ background: {surface}; color: {muted}; padding: 0 8px; }}
QMenuBar::item {{ background: transparent; padding: 3px 8px; }}
QMenuBar::item:selected {{ background: {accent_bg}; color: {accent}; border-radius: 4px; }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {border}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selection}; color: {selection_text}; }}
QMenu::item:disabled {{ color: {faint}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
QSplitter::handle {{ background: {border}; }}
QSplitter::handle:hover {{ background: {focus_ring}; }}
#top, #status {{ background: {surface}; }}
#top {{ border-bottom: 1px solid {border}; }}
#status {{ border-top: 1px solid {border}; }}
#status QLabel, #status QToolButton, QLabel#muted {{ color: {muted}; }}
#middle {{ background: {window}; }}
QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: 4px 8px; background: transparent; }}
QToolButton:hover {{ background: {sunken}; }}
QToolButton:pressed, QToolButton:open {{ background: {accent_bg}; }}
QToolButton:checked {{ background: {accent_bg}; color: {accent}; }}
QToolButton:disabled {{ color: {faint}; }}
QToolButton:focus {{ border-color: {focus_ring}; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton#icon {{ padding: 4px; }}
QLineEdit {{ background: {surface}; color: {text}; border: 1px solid {border}; border-radius: 5px; padding: 4px 8px; }}
QLineEdit:focus {{ border-color: {focus_ring}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle {{ background: {grey_mark}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 24px; }}
QScrollBar::handle:hover {{ background: {faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


class Look:
    """Colours and fonts."""

    def __init__(self, texts: dict[str, Any]) -> None:
        self.colours = {name: QColor(value) for name, value in texts["colours"].items()}
        self.series = [QColor(value) for value in texts["palette"]]
        sizes = {"text": (13, False), "bold": (13, True), "small": (12, False), "pill": (11, False),
                 "large": (20, True), "title": (19, True), "head": (15, True)}  # fmt: skip
        self.fonts = {name: self._font(*size) for name, size in sizes.items()}
        self.metrics = {name: QFontMetrics(font) for name, font in self.fonts.items()}

    def _font(self, pixels: int, bold: bool) -> QFont:
        font = QFont("Guiyin Sans SC")
        font.setPixelSize(pixels)
        font.setBold(bold)
        return font

    def write(
        self, painter: QPainter, font: str, colour: str, box: QRect, align: Qt.AlignmentFlag, text: str
    ) -> None:
        painter.setFont(self.fonts[font])
        painter.setPen(self.colours[colour])
        painter.drawText(box, align, self.metrics[font].elidedText(text, ELIDE, box.width()))

    def pill(self, painter: QPainter, x: int, y: int, text: str, tone: str) -> int:
        """Paint a badge and return where it ends."""
        box = QRect(
            x, y, self.metrics["pill"].horizontalAdvance(text) + 14, self.metrics["pill"].height() + 4
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colours[f"{tone}_bg"])
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self.write(painter, "pill", tone, box, CENTRE, text)
        return box.right()

    def sheet(self, painter: QPainter, box: QRectF, bar: QColor | None) -> None:
        """Paint a white rounded sheet with a strip of colour along its top."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.colours["border"], 1))
        painter.setBrush(self.colours["surface"])
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, 8, 8)
        if bar is not None:
            outline, strip = QPainterPath(), QPainterPath()
            outline.addRoundedRect(box, 8, 8)
            strip.addRect(QRectF(box.left(), box.top(), box.width(), 4))
            painter.fillPath(outline.intersected(strip), bar)
