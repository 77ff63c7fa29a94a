"""What the skeleton is made of: painted lines, cards, a banner, labels and buttons."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QIcon,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from benchmarks.skeleton_look import RESOURCES, Look

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
NODE = Qt.ItemDataRole.UserRole


class Lines(QStyledItemDelegate):
    """Paints a line of the tree: dot, name, pills, counts."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, self.look.metrics["text"].height() + 8)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, node, box = self.look, index.data(NODE), option.rect  # type: ignore[attr-defined]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(box, look.colours["selection"])
        left, font = box.left() + 2, "bold" if node["kind"] == "dossier" else "text"
        if node["kind"] != "dossier":
            colour = look.series[node["series"]] if node["series"] >= 0 else look.colours["faint"]
            painter.setPen(QPen(colour, 1.4))
            painter.setBrush(colour if node["series"] >= 0 else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(left + 2, box.center().y() - 3.5, 8, 8))
            left += 17
        width = look.metrics[font].horizontalAdvance(node["name"])
        look.write(painter, font, "text", QRect(left, box.top(), width + 1, box.height()), LEFT, node["name"])
        left += width + 5
        for text, tone in node["pills"]:
            left = look.pill(painter, left, box.top() + 3, text, tone) + 5
        rest = QRect(left, box.top(), max(0, box.right() - 10 - left), box.height())
        counts = " · ".join(node["values"])
        if look.metrics["small"].horizontalAdvance(counts) > rest.width():
            counts = node["values"][0]
        look.write(painter, "small", "muted", rest, RIGHT, counts)


class Card(QWidget):
    """A reason: name, headline, what it measures, counts, badges."""

    def __init__(self, look: Look, card: dict[str, Any]) -> None:
        super().__init__()
        self.look, self.card = look, card
        self.setFixedHeight(148 if card["series"] >= 0 else 136)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(card["name"])
        self.setToolTip(card["summary"])

    def paintEvent(self, event: QPaintEvent) -> None:
        look, card, width = self.look, self.card, self.width() - 28
        painter = QPainter(self)
        reason = card["series"] >= 0
        look.sheet(painter, QRectF(self.rect()), look.series[card["series"]] if reason else None)
        look.write(painter, "bold", "text", QRect(14, 12, width, 22), LEFT, card["name"])
        if reason and card["value"]:
            look.write(painter, "large", "text", QRect(14, 36, width, 32), LEFT, card["value"])
            look.write(painter, "small", "muted", QRect(14, 70, width, 20), LEFT, card["measure"])
        else:
            box = QRect(14, 40, width, 40)
            painter.setFont(look.fonts["small"])
            painter.setPen(look.colours["muted"])
            painter.drawText(box, Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignTop, card["summary"])
        foot = self.height() - 32
        look.write(painter, "small", "muted", QRect(14, foot - 24, width, 20), LEFT, card["counts"])
        x, full = 14, [words for words, _, _ in card["badges"]]
        short = [mark for _, mark, _ in card["badges"]]
        measure = look.metrics["pill"]
        for shown in (full, full[:1] + short[1:], short):  # words where there is room, else marks
            if sum(measure.horizontalAdvance(text) + 20 for text in shown) - 6 <= width:
                break
        for text, (_, _, tone) in zip(shown, card["badges"], strict=True):
            x = look.pill(painter, x, foot, text, tone) + 6
        painter.end()


class Banner(QWidget):
    """What the record says about the premise, and what the text claims."""

    def __init__(self, look: Look, banner: dict[str, Any]) -> None:
        super().__init__()
        self.look, self.tone = look, f"{banner['tone']}_mark"
        heading, claim_head, claim, record_head, record, *sure = banner["labels"]
        head, sides, foot, column = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 10)
        column.setSpacing(8)
        head.addWidget(label(look, heading, "head"))
        badge = label(look, banner["badge"], "pill")
        ground, ink = (look.colours[name].name() for name in (f"{banner['tone']}_bg", banner["tone"]))
        badge.setStyleSheet(f"background: {ground}; color: {ink}; border-radius: 9px; padding: 2px 8px;")
        head.addWidget(badge)
        head.addStretch(1)
        for share, name, text, font in ((3, claim_head, claim, "bold"), (7, record_head, record, "text")):
            side = QVBoxLayout()
            side.addWidget(label(look, name, "small", muted=True))
            side.addWidget(label(look, text, font))
            side.addStretch(1)
            sides.addLayout(side, share)
        for text in sure:
            foot.addWidget(label(look, text, "small", muted=True))
        for text in banner["links"]:
            foot.addWidget(button(text))
        foot.addStretch(1)
        for row in (head, sides, foot):
            column.addLayout(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.look.sheet(painter, QRectF(self.rect()), self.look.colours[self.tone])
        painter.end()


def label(look: Look, text: str, font: str, *, muted: bool = False) -> QLabel:
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(look.fonts[font])
    made.setWordWrap(True)
    if muted:
        made.setObjectName("muted")
    return made


def button(text: str, icon: str = "") -> QToolButton:
    made = QToolButton()
    made.setText(text)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if icon:
        made.setObjectName("icon")
        made.setIcon(QIcon(str(RESOURCES / "icons" / f"{icon}.svg")))
    return made


def strip(name: str) -> QWidget:
    made = QWidget()
    made.setObjectName(name)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made
