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

from PySide6.QtCore import QTimer
from PySide6.QtGui import (
    QAction,
    QFontDatabase,
    QPaintEvent,
    QPalette,
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
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from benchmarks.skeleton_look import RESOURCES, SHEET, Look
from benchmarks.skeleton_parts import NODE, Banner, Card, Lines, button, label, strip

ICONS = ("arrow-left", "arrow-right", "sun", "panel-left", "panel-right", "ellipsis")


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
