"""Paints a row of the register's list: title and status; number, issuer and day; where else it matches."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.core.register.find import MINE, SHIPPED
from desktop.core.text import Text
from desktop.models.register_list import RegisterLine
from desktop.models.roles import Role
from desktop.widgets.cards.badge import badge_height, badge_width, paint_badge
from desktop.widgets.cards.ink import metrics, write
from desktop.widgets.list_ink import ListInk
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


class RowInk(ListInk):
    """Rows with an excerpt are a line higher."""

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
        chosen = self.is_chosen(index)
        painter.save()
        self.paint_ground(painter, box, index)
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
