"""How much of each part was checked: a bar each, which leads to the list of the rest."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.dossier import Dossier
from desktop.core.finding import Coverage
from desktop.core.text import Language, Text, same
from desktop.services.theme import Theme
from desktop.widgets.cards.ink import font, metrics
from desktop.widgets.scroll_area import scrolling
from desktop.widgets.words import Words

HEAD = Text("覆盖：核查了多少", "Coverage: how much was checked")
ALL = Text("全部", "All")
SPOKEN = Text("{}：核查了 {:,} / {:,}", "{}: checked {:,} of {:,}")
TIP = Text("{}；点击查看其余 {:,} 个及原因", "{}; click for the other {:,} and why")
NAME, COUNT = 0.3, 96  # the share of the names, pixels of the counts
OTHERS = 26  # lines of the page that the list and its bars need before there is room for a second bar
PART = 6  # of so many lines of the page at most one is a bar: the list is what is read
LEAST = 20  # lines of a page below which the list takes all
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class CoverageBar(QAbstractButton):
    """One part: what was checked is filled, the rest is an outline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until ``show_part``."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._theme: Theme | None = None
        self._covered, self.factor = Coverage(0, 0), ""

    def show_part(self, factor: str, name: Text, covered: Coverage, theme: Theme, language: Language) -> None:
        """Show how much of a factor ("" for all) was checked."""
        self._theme, self._covered, self.factor = theme, covered, factor
        spoken = SPOKEN.format(name, covered.checked, covered.total)
        rest = covered.total - covered.checked
        self.setText(name(language))
        self.setAccessibleName(spoken(language))
        self.setToolTip((TIP.format(spoken, rest) if rest else spoken)(language))
        self.setEnabled(bool(rest))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a line."""
        if self._theme is None:
            return QSize()
        return QSize(self._theme.px(200), metrics("small", self._theme.percent).height() + self._theme.px(7))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint name, bar and count."""
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, box = theme.px, self.rect()
        if self.isEnabled() and (self.underMouse() or self.hasFocus()):
            painter.setPen(QColor(theme["focus_ring"]) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme["sunken"]))
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 4, 4)
        painter.setFont(font("small", theme.percent))
        measure = metrics("small", theme.percent)
        left, width = px(6), round(box.width() * NAME)
        name = measure.elidedText(self.text(), Qt.TextElideMode.ElideRight, width - left)
        painter.setPen(QColor(theme["text"]))
        painter.drawText(QRect(left, 0, width, box.height()), MIDDLE, name)
        right = box.width() - px(COUNT)
        painter.setPen(QColor(theme["muted"]))
        count = f"{self._covered.checked:,} / {self._covered.total:,}"
        painter.drawText(QRect(right + px(10), 0, px(COUNT) - px(10), box.height()), MIDDLE, count)
        self._bar(
            painter, theme, QRectF(width + px(8), box.center().y() - px(4), right - width - px(8), px(9))
        )
        painter.end()

    def _bar(self, painter: QPainter, theme: Theme, box: QRectF) -> None:
        radius = box.height() / 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme["quiet_mark"]), 1))
        painter.drawRoundedRect(box, radius, radius)
        if self._covered.checked:
            part = box.width() * self._covered.checked / max(1, self._covered.total)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme["accent"]))
            filled = QRectF(box.left(), box.top(), max(part, box.height()), box.height())
            painter.drawRoundedRect(filled, radius, radius)


class CoveragePanel(QWidget):
    """``chosen`` carries the factor whose rest is wanted, "" for all."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without bars."""
        super().__init__(parent)
        self.head, self.bars = Words("muted", 0.92, bold=True), list[CoverageBar]()
        self._height = 0
        holder = QWidget()
        self._inside, self._column = QVBoxLayout(holder), QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._inside.addStretch(1)
        self._scroll = scrolling(holder)
        self._column.addWidget(self.head)
        self._column.addWidget(self._scroll, 1)

    def show_dossier(self, dossier: Dossier, theme: Theme, language: Language) -> None:
        """Show all, then every factor that has anything to check."""
        self.head.restyle(theme)
        self.head.setText(HEAD(language))
        self._column.setContentsMargins(theme.px(16), theme.px(9), theme.px(12), theme.px(9))
        self._column.setSpacing(theme.px(5))
        audit = dossier.found.audit if dossier.found is not None else None
        parts = [("", ALL, audit.coverage)] if audit is not None else []
        for factor, covered in audit.coverage_by_factor(dossier).items() if audit is not None else ():
            item = dossier.item(factor)
            if covered.total:
                parts.append((factor, getattr(item, "label", same(factor)), covered))
        while len(self.bars) < len(parts):
            bar = CoverageBar()
            bar.clicked.connect(self._clicked)
            self._inside.insertWidget(len(self.bars), bar)
            self.bars.append(bar)
        for number, bar in enumerate(self.bars):
            if number < len(parts):
                bar.show_part(*parts[number], theme, language)
            bar.setVisible(number < len(parts))
        self.make_room(self._height)

    def make_room(self, height: int) -> None:
        """Take what a page of a height leaves: one bar or none, half a one more where there are others."""
        self._height = height
        shown = [bar for bar in self.bars if not bar.isHidden()]
        line = self.bars[0].sizeHint().height() if self.bars else 0
        lines = height // max(1, line)
        room = max(1, min(lines - OTHERS, lines // PART))
        half = line // 2 if len(shown) > room > 1 else 0
        self._scroll.setFixedHeight(line * min(room, len(shown)) + half)
        self.setVisible(height >= LEAST * line)

    def _clicked(self) -> None:
        bar = self.sender()
        if isinstance(bar, CoverageBar):
            self.chosen.emit(bar.factor)
