"""Paints a row of the check page: verdict, what it is about and the sentence; at the right factor and check.

Above the rows of a verdict their head: an arrow, the verdict, how many, and what that means.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.core.text import Language, Text
from desktop.core.verdict import VERDICTS
from desktop.models.audit_groups import Group
from desktop.models.audit_words import STATUSES, AuditLine
from desktop.models.roles import Role
from desktop.services.theme import Theme
from desktop.widgets.cards.badge import badge_height, badge_width, face_of, paint_badge
from desktop.widgets.cards.ink import font, metrics, wrap, write
from desktop.widgets.list_ink import ListInk

PAD, GAP = 9, 3
HEAD_PAD, ARROW = 6, 9
SIDE, APART = 190, 10  # the column of factor and check; between verdict and title
NARROW = 680  # pixels of a row; below, factor and check follow the sentence instead
LINES = 2
NO_VERDICT = Text("ƒ 推算", "ƒ derived")
WHY = {"accepted": "✓", "disputed": "⊘"}


class RowInk(ListInk):
    """All rows are of one height, and all heads; ``below_heads`` says that heads name the verdicts."""

    below_heads = False

    def restyle(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        super().restyle(theme, language)
        names = [name(language) for name in (NO_VERDICT, *(face_of(v).text for v in VERDICTS.values()))]
        # all titles begin behind the widest
        self._widest = max(badge_width(name, theme) for name in names)
        self._widest_mark = max(badge_width(name.split(" ")[0], theme) for name in names)
        zoom, px = theme.percent, theme.px
        lines = metrics("name", zoom).height() + LINES * metrics("small", zoom).height()
        self._row_size = QSize(px(120), lines + px(2 * PAD + 2 * GAP))
        self._head_size = QSize(px(120), badge_height(theme) + px(2 * HEAD_PAD))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that all rows share, or all heads: those stand for no item."""
        return self._head_size if self.below_heads and index.data(Role.ITEM) is None else self._row_size

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        line = index.data(Role.LINE)
        if isinstance(line, Group):
            self._head(painter, line, option.rect, index)
            return
        if not isinstance(line, AuditLine):
            return
        theme, px, zoom = self._theme, self._theme.px, self._theme.percent
        box: QRect = option.rect
        chosen = self.is_chosen(index)
        painter.save()
        self.paint_ground(painter, box, index)
        top, bold, small = box.top() + px(PAD), metrics("name", zoom), metrics("small", zoom)
        left, right = box.left() + px(14), box.right() - px(12)
        wide = box.width() >= px(NARROW)
        struck = line.status == "disputed"
        badge = face_of(line.verdict).text if line.verdict is not None else NO_VERDICT
        named = wide and not self.below_heads
        words = badge(self._language) if named else badge(self._language).split(" ")[0]
        tone = "grey" if struck or line.verdict is None else line.verdict.tone
        paint_badge(painter, theme, left, top + (bold.height() - badge_height(theme)) / 2, words, tone)
        left += (self._widest if named else self._widest_mark) + px(APART)
        ink = "faint" if struck else "selection_text" if chosen else "text"
        if wide:
            right -= px(SIDE)
            self._side(painter, line, QRect(right + px(14), top, px(SIDE - 14), bold.height()), chosen=chosen)
        self._title(painter, line, QRectF(left, top, max(0, right - left), bold.height()), ink)
        top += bold.height() + px(GAP)
        said = self._said(line, wide=wide)
        painter.setFont(font("small", zoom))
        painter.setPen(self._inks["faint" if struck else "selection_text" if chosen else "muted"])
        for words in wrap(said, "small", zoom, max(1, right - left), LINES):
            painter.drawText(left, top + small.ascent(), words)
            top += small.height()
        painter.restore()

    def _head(
        self, painter: QPainter, head: Group, box: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the head of a group."""
        theme, px, zoom = self._theme, self._theme.px, self._theme.percent
        painter.save()
        painter.fillRect(box, self._inks["sunken"])
        self.paint_ground(painter, box, index)
        chosen = self.is_chosen(index)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, half = box.center().y() + 0.5, px(ARROW) / 2
        arrow = QPolygonF([QPointF(-half / 2, -half), QPointF(half / 2, 0), QPointF(-half / 2, half)])
        painter.translate(box.left() + px(14) + half, middle)
        painter.rotate(0 if head.folded else 90)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._inks["selection_text" if chosen else "muted"])
        painter.drawPolygon(arrow)
        painter.resetTransform()
        face = face_of(head.verdict)
        top = middle - badge_height(theme) / 2
        left = paint_badge(painter, theme, box.left() + px(30), top, face.text(self._language), face.tone)
        for role, ink, words in (
            ("name", "text", f"{head.number:,}"),
            ("small", "muted", head.meant(self._language)),
        ):
            left += px(APART)
            high, wide = metrics(role, zoom).height(), metrics(role, zoom).horizontalAdvance(words)
            place = QRectF(left, middle - high / 2, max(0, box.right() - px(12) - left), high)
            write(painter, theme, role, "selection_text" if chosen else ink, place, words)
            left += wide
        painter.restore()

    def _title(self, painter: QPainter, line: AuditLine, box: QRectF, ink: str) -> None:
        """What the row is about; struck out when a person disputes it."""
        if line.status != "disputed":
            write(painter, self._theme, "name", ink, box, line.title)
            return
        struck = QFont(font("name", self._theme.percent))
        struck.setStrikeOut(True)
        measure = metrics("name", self._theme.percent)
        painter.setFont(struck)
        painter.setPen(self._inks[ink])
        shown = measure.elidedText(line.title, self._view.textElideMode(), int(box.width()))
        painter.drawText(round(box.left()), round(box.top()) + measure.ascent(), shown)

    def _side(self, painter: QPainter, line: AuditLine, box: QRect, *, chosen: bool) -> None:
        """The factor with its dot, the check below it, and below that what a person said."""
        theme, px, zoom = self._theme, self._theme.px, self._theme.percent
        small, dot = metrics("small", zoom), px(8)
        ink = "selection_text" if chosen else "muted"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.series >= 0:
            painter.setPen(QPen(QColor(theme.edge(line.series)), 1))
            painter.setBrush(QColor(theme.series(line.series)))
            painter.drawEllipse(QRectF(box.left(), box.center().y() - dot / 2 + 1, dot, dot))
        place = QRectF(box.left() + dot + px(6), box.top() + (box.height() - small.height()) / 2,
                       box.width() - dot - px(6), small.height())  # fmt: skip
        write(painter, theme, "small", ink, place, line.factor)
        place.moveTop(box.bottom() + px(GAP))
        write(painter, theme, "small", ink, place, line.check)
        if line.status:
            place.moveTop(place.bottom())
            words = f"{WHY[line.status]} {STATUSES[line.status](self._language)}"
            write(painter, theme, "small", "accent", place, words)

    def _said(self, line: AuditLine, *, wide: bool) -> str:
        said = line.reason if line.status == "disputed" and line.reason else line.said
        if wide:
            return said
        status = STATUSES[line.status](self._language) if line.status else ""
        return " · ".join(part for part in (status, line.factor, said) if part)
