"""A page that scrolls as one column."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.context import Context
from desktop.widgets.cards.dress import dress
from desktop.widgets.panel import Panel
from desktop.widgets.scroll_area import scrolling

MARGINS = (20, 16, 20, 20)
SPACING = 12


class _Content(QWidget):
    """Its height follows from its width alone; the smallest size of its texts would leave a gap below."""

    painted = Signal()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()


class ScrollPage(Panel):
    """Put parts into ``column``; language and theme reach everything in it that is Dressed.

    ``draw`` is called once when the first paint is over: the place to load what takes long.
    """

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start with an empty column."""
        super().__init__(ctx, parent)
        self.was_painted = False
        self._in_order: tuple[QWidget, ...] = ()
        self.content = _Content()
        self.content.painted.connect(self._painted)
        self.column = QVBoxLayout(self.content)
        self.area = scrolling(self.content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the keys of an area while the page itself has the keyboard."""
        if self.hasFocus():
            self.scroll_with(event)
        else:
            super().keyPressEvent(event)

    def scroll_with(self, event: QKeyEvent) -> None:
        """Let the area have a key; were it sent there, one that the area does not know would come back to us."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.area.verticalScrollBar().maximum()}
        place = ends.get(Qt.Key(event.key()))
        if place is None:
            self.area.keyPressEvent(event)
        else:
            self.area.verticalScrollBar().setValue(place)

    def draw(self) -> None:
        """The first paint is over."""

    def dress(self) -> None:
        """Show texts and colours of everything anew."""
        dress(self.content, self.theme, self.language)

    def show_edited(self) -> None:
        """Show everything anew and stay where the page is scrolled to."""
        place = self.area.verticalScrollBar().value()
        super().show_edited()
        self.stay(place)

    def stay(self, place: int) -> None:
        """Scroll back to a place as soon as what was made anew has its size; nothing is painted until then."""
        self.area.setUpdatesEnabled(False)
        QTimer.singleShot(0, self, partial(self._scroll_back, place))

    def retranslate(self) -> None:
        """Show all texts in the language of the window."""
        self.dress()

    def restyle(self) -> None:
        """Follow theme and zoom."""
        self.column.setContentsMargins(*(self.theme.px(n) for n in MARGINS))
        self.column.setSpacing(self.theme.px(SPACING))
        self.dress()

    def order_tabs(self, *parts: QWidget | None) -> None:
        """Let the Tab key go through parts as they stand on the page, also those made later than others."""
        self._in_order = tuple(part for part in parts if part is not None)

    def tab_parts(self) -> Sequence[QWidget]:
        """Return what ``order_tabs`` was told; the Tab key reaches nothing else on the page."""
        return self._in_order

    def bring(self, widget: QWidget) -> None:
        """Scroll a part into view unless some of it is in view already."""
        viewport = self.area.viewport()
        place = QRect(widget.mapTo(self.content, QPoint()), widget.size())
        seen = QRect(-self.content.pos(), viewport.size())
        if seen.intersected(place).height() < min(place.height(), seen.height()) // 2:
            self.area.ensureWidgetVisible(widget, 0, self.theme.px(SPACING))

    def _scroll_back(self, place: int) -> None:
        QCoreApplication.sendEvent(
            self.area, QEvent(QEvent.Type.LayoutRequest)
        )  # its length is known only now
        self.area.verticalScrollBar().setValue(place)
        self.area.setUpdatesEnabled(True)

    def _painted(self) -> None:
        if not self.was_painted and self.isVisible():
            self.was_painted = True
            QTimer.singleShot(0, self, self.draw)
