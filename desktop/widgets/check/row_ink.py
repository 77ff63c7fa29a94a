"""Paints a row of the check page: verdict, what it is about and the sentence; at the right factor and check."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.core.text import Language, Text
from desktop.core.verdict import VERDICTS
from desktop.models.audit_list import STATUSES, AuditLine
from desktop.models.roles import Role
from desktop.services.theme import Theme
from desktop.widgets.cards.badge import badge_height, badge_width, face_of, paint_badge
from desktop.widgets.cards.ink import font, metrics, wrap, write
from desktop.widgets.list_ink import ListInk

PAD, GAP = 9, 3
SIDE, APART = 190, 10  # the column of factor and check; between verdict and title
NARROW = 680  # pixels of a row; below, factor and check follow the sentence instead
LINES = 2
NO_VERDICT = Text("ƒ 推算", "ƒ derived")
WHY = {"accepted": "✓", "disputed": "⊘"}


class RowInk(ListInk):
    """All rows are of one height."""

    def restyle(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        super().restyle(theme, language)
        names = [NO_VERDICT, *(face_of(verdict).text for verdict in VERDICTS.values())]
        self._widest = max(badge_width(name(language), theme) for name in names)  # all titles begin behind it

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that all rows share."""
        zoom, px = self._theme.percent, self._theme.px
        lines = metrics("name", zoom).height() + LINES * metrics("small", zoom).height()
        return QSize(px(120), lines + px(2 * PAD + 2 * GAP))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        line = index.data(Role.LINE)
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
        words = badge(self._language) if wide else badge(self._language).split(" ")[0]
        tone = "grey" if struck or line.verdict is None else line.verdict.tone
        paint_badge(painter, theme, left, top + (bold.height() - badge_height(theme)) / 2, words, tone)
        left += (self._widest if wide else badge_width(words, theme)) + px(APART)
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
