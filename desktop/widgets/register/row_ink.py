"""Paints a row of the register's list: title and status; number, issuer and day; where else it matches."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.core.register.find import MINE, SHIPPED
from desktop.core.text import Language, Text
from desktop.models.register_list import RegisterLine
from desktop.models.roles import Role
from desktop.services.theme import Theme
from desktop.widgets.cards.badge import badge_height, badge_width, paint_badge
from desktop.widgets.cards.ink import Inks, metrics, write
from desktop.widgets.register.marked import write_marked

PAD, LEFT, GAP = 8, 14, 3
OWN = Text("✎ 我的条目", "✎ my entry")
CORRECTED = Text("✎ 已更正", "✎ corrected")
MOVED = Text("▲ 登记簿已变", "▲ register changed")
USED = Text("文中 {} 处", "{}× in this dossier")


def own_mark(line: RegisterLine) -> Text | None:
    """Return the mark of an entry that a person added or corrected."""
    if line.origin == SHIPPED:
        return None
    return MOVED if line.moved else OWN if line.origin == MINE else CORRECTED


class RowInk(QStyledItemDelegate):
    """Rows with an excerpt are a line higher."""

    def __init__(self, theme: Theme, language: Language, view: QListView) -> None:
        """Paint the rows of ``view``."""
        super().__init__(view)
        self._view = view
        self.restyle(theme, language)

    def restyle(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._theme, self._language = theme, language
        self._inks = Inks(theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of two lines, or three."""
        line, zoom = index.data(Role.LINE), self._theme.percent
        small = metrics("small", zoom).height() + self._theme.px(GAP)
        lines = 2 if isinstance(line, RegisterLine) and line.excerpt.text else 1
        return QSize(self._theme.px(120), badge_height(self._theme) + lines * small + self._theme.px(2 * PAD))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        line = index.data(Role.LINE)
        if not isinstance(line, RegisterLine):
            return
        theme, zoom, inks = self._theme, self._theme.percent, self._inks
        box: QRect = option.rect
        chosen = self._view.selectionModel().isSelected(index)
        painter.save()
        paint_ground(painter, self._view, box, index, inks, theme)
        ink, faint = ("selection_text", "selection_text") if chosen else ("text", "muted")
        left, right, top = box.left() + theme.px(LEFT), box.right() - theme.px(10), box.top() + theme.px(PAD)
        badge = f"{line.mark} {line.status}"
        if badge_width(badge, theme) > box.width() * 0.4:
            badge = line.mark
        edge = right - badge_width(badge, theme)
        paint_badge(painter, theme, edge, top, badge, line.tone)
        measure = metrics("name", zoom)
        title = QRectF(
            left, top + (badge_height(theme) - measure.height()) / 2, edge - left - theme.px(8), 99
        )
        write_marked(painter, inks, zoom, "name", ink, title, line.title)
        top += badge_height(theme) + theme.px(GAP)
        small = metrics("small", zoom)
        own = own_mark(line)
        notes = [(own(self._language), "amber" if line.moved else "accent")] if own else []
        notes += [(USED.format(line.used)(self._language), "muted")] if line.used else []
        for words, colour in reversed(notes):
            width = small.horizontalAdvance(words) + 2
            write(painter, theme, "small", colour, QRectF(right - width, top, width + 2, 99), words)
            right -= width + theme.px(10)
        write_marked(painter, inks, zoom, "small", faint, QRectF(left, top, right - left, 99), line.meta)
        if line.excerpt.text:
            top += small.height() + theme.px(GAP)
            room = QRectF(left, top, box.right() - theme.px(10) - left, 99)
            write_marked(painter, inks, zoom, "small", ink, room, line.excerpt)
        painter.restore()


def paint_ground(
    painter: QPainter,
    view: QListView,
    box: QRect,
    index: QModelIndex | QPersistentModelIndex,
    inks: Inks,
    theme: Theme,
) -> None:
    """Paint what all rows have: selection, where the keyboard is, and the line below."""
    if view.selectionModel().isSelected(index):
        painter.fillRect(box, inks["selection"])
    if index == view.currentIndex() and view.hasFocus():
        painter.fillRect(QRect(box.left(), box.top(), theme.px(3), box.height()), inks["focus_ring"])
    painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), inks["grid"])
