"""The floor of a start: a window made by hand with the same tree, cards, font and texts, and none of our code.

Usage: python -m benchmarks.skeleton TEXTS [PICTURE]. TEXTS is what ``benchmarks.texts`` wrote. It does what a
competent hand would for one window that never changes: standard widgets and models, one style sheet, cards and
tree lines painted. It prints a line when it has been painted and quits; with PICTURE it saves what it shows.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QIcon,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QScrollArea,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
ICONS = ("arrow-left", "arrow-right", "sun", "panel-left", "panel-right", "ellipsis")
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignCenter
ELIDE = Qt.TextElideMode.ElideRight
NODE = Qt.ItemDataRole.UserRole
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


class Window(QMainWindow):
    """Menus, bar, tree, page with cards, empty inspector, status line."""

    def __init__(self, texts: dict[str, Any], look: Look) -> None:
        super().__init__()
        self.texts, self.look = texts, look
        self.setWindowTitle(texts["title"])
        for title, lines in texts["menus"]:
            self.fill(self.menuBar().addMenu(title), lines)
        columns = QSplitter()
        columns.setHandleWidth(1)
        inspector = QWidget()
        for part in (self.tree(), self.page(), inspector):
            columns.addWidget(part)
        columns.setSizes([262, 780, 320])
        columns.setStretchFactor(1, 1)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, grow in ((self.top(), 0), (columns, 1), (self.status(), 0)):
            column.addWidget(part, grow)
        self.setCentralWidget(centre)
        self.resize(*texts["size"])
        self.painted = False

    def fill(self, menu: QMenu, lines: list[Any]) -> None:
        for line in lines:
            if line is None:
                menu.addSeparator()
            elif isinstance(line, list):
                self.fill(menu.addMenu(line[0]), line[1])
            else:
                action = QAction(line["text"], self)
                action.setShortcuts(line["keys"])
                action.setCheckable(line["check"])
                menu.addAction(action)
                self.addAction(action)

    def top(self) -> QWidget:
        bar, icons = strip("top"), iter(ICONS)
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 5, 8, 5)
        row.setSpacing(4)
        buttons = [button(text, next(icons) if not text else "") for text in self.texts["top"]]
        buttons[0].setFont(self.look.fonts["bold"])
        for part in buttons:
            row.addWidget(part)
        row.insertStretch(
            next(n for n, part in enumerate(buttons) if part.text().isascii() and part.text()), 1
        )
        return bar

    def tree(self) -> QWidget:
        panel, model, view = QWidget(), QStandardItemModel(self), QTreeView()
        panel.setAutoFillBackground(True)
        panel.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 8, 0, 0)
        box = QLineEdit()
        box.setPlaceholderText(self.texts["filter"])
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 10, 0)
        row.addWidget(box)
        column.addLayout(row)
        column.addWidget(view)
        for node in self.texts["tree"]:
            self.grow(model.invisibleRootItem(), node)
        view.setModel(model)
        view.setItemDelegate(Lines(self.look, view))
        view.setHeaderHidden(True)
        view.setUniformRowHeights(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setIndentation(15)
        view.expand(model.index(0, 0))
        view.setCurrentIndex(model.index(0, 0))
        box.setFocus()
        return panel

    def grow(self, parent: QStandardItem, node: dict[str, Any]) -> None:
        item = QStandardItem(node["name"])
        item.setData(node, NODE)
        parent.appendRow(item)
        for below in node["below"]:
            self.grow(item, below)

    def page(self) -> QWidget:
        area, content = QScrollArea(), QWidget()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        content.setObjectName("middle")
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        title, counts = self.texts["page"]
        column.addWidget(label(self.look, title, "title"))
        column.addWidget(label(self.look, counts, "text", muted=True))
        column.addWidget(Banner(self.look, self.texts["banner"]))
        reasons, others = QGridLayout(), QGridLayout()
        for grid, across, chosen in (
            (reasons, 4, [c for c in self.texts["cards"] if c["series"] >= 0]),
            (others, 2, [c for c in self.texts["cards"] if c["series"] < 0]),
        ):
            grid.setSpacing(10)
            column.addLayout(grid)
            for number, card in enumerate(chosen):
                grid.addWidget(Card(self.look, card), *divmod(number, across))
        column.addStretch(1)
        area.setWidget(content)
        return area

    def status(self) -> QWidget:
        bar = strip("status")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 1, 8, 1)
        counts, offline, *buttons = self.texts["status"]
        row.addWidget(QLabel(counts), 1)
        row.addWidget(QLabel(offline))
        for text in buttons:
            row.addWidget(button(text))
        return bar

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.painted:  # what is queued now runs when the whole window has been painted
            self.painted = True
            QTimer.singleShot(0, self.done)

    def done(self) -> None:
        print("painted", flush=True)
        if sys.argv[2:]:
            self.grab().save(sys.argv[2])
        QApplication.quit()


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


def dress(app: QApplication, texts: dict[str, Any]) -> Look:
    """Load the fonts and set style, palette and style sheet."""
    for file in (RESOURCES / "fonts").glob("*.otf"):
        QFontDatabase.addApplicationFont(str(file))
    look = Look(texts)
    app.setStyle("Fusion")
    app.setFont(look.fonts["text"])
    palette = QPalette()
    for role, name in (
        (QPalette.ColorRole.Window, "window"),
        (QPalette.ColorRole.WindowText, "text"),
        (QPalette.ColorRole.Base, "surface"),
        (QPalette.ColorRole.Text, "text"),
        (QPalette.ColorRole.Button, "surface"),
        (QPalette.ColorRole.ButtonText, "text"),
        (QPalette.ColorRole.PlaceholderText, "faint"),
        (QPalette.ColorRole.Highlight, "selection"),
        (QPalette.ColorRole.HighlightedText, "selection_text"),
    ):
        palette.setColor(role, look.colours[name])
    app.setPalette(palette)
    app.setStyleSheet(SHEET.format_map(texts["colours"]))
    return look


def main() -> int:
    texts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    app = QApplication(sys.argv[:1])
    window = Window(texts, dress(app, texts))
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
