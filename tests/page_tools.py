"""What tests of the pages share."""

from __future__ import annotations

from dataclasses import replace

from invented import assessment, dossier, factor
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.core.dossier import Dossier
from desktop.core.text import Text
from desktop.widgets.cards.text_label import TextLabel
from desktop.widgets.main_window import MainWindow

SIZE = (760, 700)


def show(page: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(page)
    page.resize(*SIZE)
    page.show()
    qtbot.waitExposed(page)
    page.repaint()


def to_front(page: QWidget, qtbot: QtBot) -> None:
    """Show a page on its own, as the window that has the keyboard."""
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def press(page: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or page, key, modifier)


def drop(window: MainWindow, data: QMimeData) -> None:
    """Drop something on the window."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, left, none))


def reached_with(key: Qt.Key, steps: int) -> list[QWidget]:
    """Press a key until it leads back to where it was before; returns what had the keyboard."""
    reached: list[QWidget] = []
    for _ in range(steps):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in reached:
            break
        reached.append(focused)
        QTest.keyClick(focused, key)
        assert QApplication.focusWidget() is not focused, f"the keyboard is caught in {focused}"
    return reached


def texts(page: QWidget) -> list[str]:
    return [w.text() for w in page.findChildren(TextLabel) if w.isVisible()]


def with_premise(**more: object) -> Dossier:
    made = dossier()
    premise = assessment("a0", "f0", "differs", "n1", premise=True)
    return replace(made, assessments=(premise, *made.assessments), **more)  # type: ignore[arg-type]


def many(count: int) -> Dossier:
    """Many factors with long titles and no numbers."""
    title = Text("很长的标题" * 12, "A very long title " * 4)
    made = [
        replace(
            factor(f"m{n}", n, "名称", "Name", "一、规则收紧"),
            title=title,
            short=title,
            summary=Text("摘要" * 60, "A long summary. " * 19),
        )
        for n in range(1, count + 1)
    ]
    return dossier(
        factors=tuple(made), tables=(), figures=(), policies=(), events=(), points=(), assessments=()
    )
