"""Layouts that follow the width: a grid of equal columns, items that wrap like words, two parts that turn."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop.widgets.cards.card import Card


class _Wrapping(QLayout):
    """What both have in common: a list of items, and a height that depends on the width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width: Qt asks for them dozens of times
        self._least: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove an item and return it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Neither: height follows from width."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Height follows from width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        if width not in self._heights:
            self._heights[width] = self.place(QRect(0, 0, width, 0), apply=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it wants another size."""
        self._heights.clear()
        self._least = None
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put the items into a rectangle."""
        super().setGeometry(rect)
        self.place(rect, apply=True)

    def sizeHint(self) -> QSize:
        """Return the smallest size; the height comes from ``heightForWidth``."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        if self._least is None:
            self._least = QSize()
            for item in self._visible():
                self._least = self._least.expandedTo(item.minimumSize())
        return self._least

    def place(self, rect: QRect, *, apply: bool) -> int:
        """Lay the items out in the width of ``rect`` and return the height."""
        raise NotImplementedError

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]


class FlowLayout(_Wrapping):
    """Items side by side in their own size, wrapped like words."""

    def place(self, rect: QRect, *, apply: bool) -> int:
        """Lay the items out line by line, each line aligned at its middle."""
        gap = max(0, self.spacing())
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        x = 0
        for item in self._visible():
            size = item.sizeHint().boundedTo(QSize(max(1, rect.width()), 1 << 20))
            if lines[-1] and x + size.width() > rect.width():
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + gap
        y = rect.top()
        for line in lines:
            height = max((size.height() for _, size in line), default=0)
            x = rect.left()
            for item, size in line:
                if apply:
                    above = (height - size.height()) // 2
                    item.setGeometry(QRect(x, y + above, size.width(), size.height()))
                x += size.width() + gap
            y += height + gap
        return y - gap - rect.top()


class Turning(_Wrapping):
    """Two parts side by side, or under each other where the width is less than ``narrow`` pixels."""

    def __init__(self, shares: tuple[int, int], narrow: int, parent: QWidget | None = None) -> None:
        """``shares`` are the parts of the width."""
        super().__init__(parent)
        self._shares, self.narrow = shares, narrow

    def place(self, rect: QRect, *, apply: bool) -> int:
        """Lay both out; side by side they are equally high."""
        gap, shown = max(0, self.spacing()), self._visible()
        if len(shown) == 2 and rect.width() >= self.narrow:
            first = (rect.width() - gap) * self._shares[0] // sum(self._shares)
            widths = (first, rect.width() - gap - first)
            height = max(_height(item, width) for item, width in zip(shown, widths, strict=True))
            if apply:
                shown[0].setGeometry(QRect(rect.left(), rect.top(), first, height))
                shown[1].setGeometry(QRect(rect.left() + first + gap, rect.top(), widths[1], height))
            return height
        y = rect.top()
        for item in shown:
            height = _height(item, rect.width())
            if apply:
                item.setGeometry(QRect(rect.left(), y, rect.width(), height))
            y += height + gap // 2
        return max(0, y - gap // 2 - rect.top())


class CardGrid(_Wrapping):
    """Columns of equal width, as many as fit; rows are as high as their highest card."""

    def __init__(self, narrowest: int, most: int, widest: int = 0, parent: QWidget | None = None) -> None:
        """The ``narrowest`` and ``widest`` column in pixels (0 = any), and how many columns there may be."""
        super().__init__(parent)
        self._narrowest, self._widest, self._most = narrowest, widest, most

    def set_narrowest(self, pixels: int) -> None:
        """Follow the zoom."""
        self.set_widths(pixels, self._widest)

    def set_widths(self, narrowest: int, widest: int) -> None:
        """Follow the zoom."""
        self._narrowest, self._widest = narrowest, widest
        self.invalidate()

    def columns(self, width: int) -> int:
        """Return how many columns a width has: one less where that leaves no hole in the last row."""
        gap, count = max(0, self.spacing()), max(1, len(self._visible()))
        fit = max(1, min(self._most, count, (width + gap) // (self._narrowest + gap)))
        if count % fit and fit > 2 and count % (fit - 1) == 0:
            return fit - 1
        return fit

    def place(self, rect: QRect, *, apply: bool) -> int:
        """Lay the cards out row by row."""
        gap, shown = max(0, self.spacing()), self._visible()
        columns = self.columns(rect.width())
        width = (rect.width() - gap * (columns - 1)) / columns
        width = min(width, self._widest) if self._widest else width
        y = rect.top()
        for start in range(0, len(shown), columns):
            row = shown[start : start + columns]
            height = _row_height(row, int(width), apply=apply)
            for n, item in enumerate(row if apply else ()):
                left, right = round(n * (width + gap)), round(n * (width + gap) + width)
                item.setGeometry(QRect(rect.left() + left, y, right - left, height))
            y += height + gap
        return max(0, y - gap - rect.top())


def _row_height(row: list[QLayoutItem], width: int, *, apply: bool) -> int:
    """The height of a row whose names have as many lines as the longest; a card keeps that only where it stands."""
    cards = [card for item in row if isinstance(card := item.widget(), Card)]
    kept = [card.lines for card in cards]
    most = max((card.lines_at(width) for card in cards), default=1)
    for card in cards:
        card.lines = most
    height = max(_height(item, width) for item in row)
    for card, lines in zip(cards, kept, strict=True):
        card.lines = most if apply else lines
    return height


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
