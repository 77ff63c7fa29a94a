"""Random keys, clicks, drags and commands, some of them on odd dossiers: nothing may break, whatever is done.

``GUIYIN_MONKEY_STEPS`` and ``GUIYIN_MONKEY_SEEDS`` (such as ``7`` or ``0-40``) say how long and which runs.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from odd_dossiers import ODD, write_odd
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDropEvent, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.app.garbage import Garbage
from desktop.app.logs import NOISE
from desktop.services.preferences import THEMES, ZOOM_STEPS
from desktop.widgets.main_window import MainWindow
from desktop.widgets.pages.base import PAGES

STEPS = int(os.environ.get("GUIYIN_MONKEY_STEPS", "120"))
FIRST, _, LAST = os.environ.get("GUIYIN_MONKEY_SEEDS", "1-2").partition("-")
SEEDS = range(int(FIRST), int(LAST or FIRST) + 1)
ASKS = 10  # ms between two looks for a menu or dialog that waits for an answer
KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Space,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F1, Qt.Key.Key_F2,
    Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F6, Qt.Key.Key_Menu, Qt.Key.Key_0, Qt.Key.Key_Plus, Qt.Key.Key_Minus,
)  # fmt: skip
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
WORDS = (
    "政策",
    "20%",
    "a",
    "Ж",
    "𠮷",
    "\u202e",
    "(",
    "[",
    "\\",
    "*",
    ".",
    " ",
    "38",
    "zzz",
    "é",
    "0",
    "\u0301",
)
BUTTONS = (Qt.MouseButton.LeftButton,) * 6 + (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
LETTERS = "abcdefghijklmnoprstuvwxyz0123456789"  # with Ctrl, "q" would end it


class Monkey(QObject):
    """Does something random to the window at each ``step``; ``done`` lists what it did, the latest last."""

    def __init__(self, window: MainWindow, seed: int, files: list[Path]) -> None:
        super().__init__()
        self._window, self._random, self._files = window, random.Random(seed), files
        self.done: list[str] = []
        self.opened: list[str] = []
        window.actions_["quit"].setEnabled(False)
        for scheme in ("http", "https", "file"):
            QDesktopServices.setUrlHandler(scheme, self, "note_url")
        self._answer = QTimer(self)
        self._answer.timeout.connect(self._answer_soon)
        self._answer.start(ASKS)
        self._asked = 0
        self._ways: tuple[tuple[int, Callable[[], None]], ...] = (
            (20, self._key), (8, self._type), (25, self._click), (4, self._double), (8, self._wheel),
            (5, self._drag), (10, self._command), (3, self._preference), (4, self._resize), (6, self._page),
            (3, self._dossier), (1, self._drop), (3, self._hover), (4, self._item),
        )  # fmt: skip

    @Slot(QUrl)
    def note_url(self, url: QUrl) -> None:
        """Stand in for the browser."""
        self.opened.append(url.toString())

    def step(self) -> None:
        """Do one thing, and whatever it leaves open is answered."""
        ways = [way for weight, way in self._ways for _ in range(weight)]
        self._random.choice(ways)()
        QApplication.processEvents()

    def rest(self) -> None:
        """Close what is open and stop answering."""
        for _ in range(20):
            QTest.qWait(ASKS)
            waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if waiting is None:
                break
        else:
            raise AssertionError(f"{waiting!r} stays open")
        self._answer.stop()
        for scheme in ("http", "https", "file"):
            QDesktopServices.unsetUrlHandler(scheme)

    def _say(self, what: str) -> None:
        self.done.append(what)

    def _answer_soon(self) -> None:
        """An answer may open a dialog, in a loop of its own; the timer must not wait until that one is answered."""
        QTimer.singleShot(0, self, self._answer_it)

    def _answer_it(self) -> None:
        """A menu or dialog waits, perhaps in a loop of its own: choose something now and then, else leave it."""
        popup = QApplication.activePopupWidget()
        waiting = popup or QApplication.activeModalWidget()
        if waiting is None:
            self._asked = 0
            return
        self._asked += 1
        if self._asked > 100:
            self._say(f"{waiting!r} does not go away")
            waiting.close()
        elif self._asked > 8 or self._random.random() < 0.3:
            self._say(f"Esc in {type(waiting).__name__}")
            QTest.keyClick(_focus(waiting), Qt.Key.Key_Escape)
        elif isinstance(waiting, QMenu) and self._random.random() < 0.5:
            self._choose(waiting)
        elif type(waiting).__name__ != "QFileDialog":
            key = self._random.choice(KEYS)
            self._say(f"{key.name} in {type(waiting).__name__}")
            QTest.keyClick(_focus(waiting), key)

    def _choose(self, menu: QMenu) -> None:
        lines = [a for a in menu.actions() if a.isEnabled() and not a.isSeparator()]
        if not lines:
            menu.close()
            return
        line = self._random.choice(lines)
        self._say(f"menu line {line.text()!r}")
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(line).center())

    def _top(self) -> QWidget:
        return QApplication.activeModalWidget() or self._window

    def _target(self) -> QWidget:
        """A visible widget; each kind is as likely as another, or cards and cells would get all clicks."""
        found: dict[str, list[QWidget]] = {}
        for widget in self._top().findChildren(QWidget):
            if widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty():
                if isinstance(widget, (QMenuBar, QMenu)):
                    continue
                found.setdefault(f"{type(widget).__name__}{widget.objectName()}", []).append(widget)
        if not found:
            return self._top()
        return self._random.choice(found[self._random.choice(sorted(found))])

    def _place(self, widget: QWidget) -> QPoint:
        box = widget.visibleRegion().boundingRect()
        return QPoint(
            self._random.randint(box.left(), max(box.left(), box.right())),
            self._random.randint(box.top(), max(box.top(), box.bottom())),
        )

    def _key(self) -> None:
        modifier = self._random.choice(MODIFIERS)
        widget = _focus(self._top())
        for _ in range(self._random.choice((1, 1, 1, 4))):
            if self._random.random() < 0.2:
                letter = self._random.choice(LETTERS)
                self._say(f"{modifier.name}+{letter} in {type(widget).__name__}")
                QTest.keyClick(widget, letter, modifier)
            else:
                key = self._random.choice(KEYS)
                self._say(f"{modifier.name}+{key.name} in {type(widget).__name__}")
                QTest.keyClick(widget, key, modifier)
            widget = _focus(self._top())

    def _type(self) -> None:
        words, widget = self._random.choice(WORDS), _focus(self._top())
        self._say(f"type {words!r} in {type(widget).__name__}")
        for letter in words:  # QTest knows Latin letters only
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                if isValid(widget):
                    key = QKeyEvent(kind, ord(letter.upper()[0]), Qt.KeyboardModifier.NoModifier, letter)
                    QApplication.sendEvent(widget, key)

    def _click(self) -> None:
        widget = self._target()
        place, button = self._place(widget), self._random.choice(BUTTONS)
        modifier = self._random.choice(MODIFIERS)
        self._say(f"{button.name} {modifier.name} at {place.toTuple()} of {_name(widget)}")
        QTest.mouseClick(widget, button, modifier, place)

    def _double(self) -> None:
        widget = self._target()
        place = self._place(widget)
        self._say(f"double click at {place.toTuple()} of {_name(widget)}")
        QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def _hover(self) -> None:
        widget = self._target()
        place = self._place(widget)
        self._say(f"hover at {place.toTuple()} of {_name(widget)}")
        QTest.mouseMove(widget, place)
        QTest.qWait(1)

    def _drag(self) -> None:
        widget = self._target()
        start, end = self._place(widget), self._place(widget)
        self._say(f"drag {start.toTuple()}-{end.toTuple()} of {_name(widget)}")
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
        for part in (1, 2, 3, 4):
            QTest.mouseMove(widget, start + (end - start) * (part / 4))
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)

    def _wheel(self) -> None:
        widget = self._target()
        place, turn = self._place(widget), self._random.choice((-1200, -120, 120, 1200))
        modifier = self._random.choice(MODIFIERS)
        self._say(f"wheel {turn} {modifier.name} at {place.toTuple()} of {_name(widget)}")
        event = QWheelEvent(
            QPointF(place), QPointF(widget.mapToGlobal(place)), QPoint(), QPoint(0, turn),
            Qt.MouseButton.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    def _command(self) -> None:
        actions = [a for a in self._window.actions() if a.isEnabled()]
        action = self._random.choice(actions)
        self._say(f"command {action.objectName()}")
        action.trigger()

    def _preference(self) -> None:
        preferences = self._window.ctx.preferences
        language = self._random.choice(("zh", "en"))
        theme, zoom = self._random.choice(THEMES), self._random.choice(ZOOM_STEPS)
        self._say(f"{language} {theme} {zoom} %")
        preferences.set_language(language)
        preferences.set_theme(theme)
        preferences.set_zoom(zoom)

    def _resize(self) -> None:
        size = self._random.randint(400, 2560), self._random.randint(300, 1440)
        self._say(f"resize {size}")
        self._window.resize(*size)

    def _page(self) -> None:
        page = self._random.choice(list(PAGES))
        self._say(f"page {page}")
        self._window.ctx.selection.show(replace(self._window.ctx.selection.focus, page=page))

    def _dossier(self) -> None:
        entry = self._random.choice(self._window.ctx.workspace.entries())
        self._say(f"open {entry.folder.name}")
        self._window.open_path(entry.folder)

    def _drop(self) -> None:
        path = self._random.choice(self._files)
        self._say(f"drop {path.name}")
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        self._window.dropEvent(
            QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)
        )  # fmt: skip

    def _item(self) -> None:
        dossier = self._window.ctx.workspace.dossier
        if dossier is not None:
            item = self._random.choice([*dossier.items, "nothing of this id"])
            self._say(f"select {item}")
            self._window.ctx.selection.show(self._window.ctx.selection.focus.on(dossier, item))


def _focus(top: QWidget) -> QWidget:
    focused = QApplication.focusWidget()
    return focused if focused is not None and top.isAncestorOf(focused) else top.focusWidget() or top


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()[:20]}".strip()


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.timeout(STEPS + 300)
@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_done_nothing_breaks(
    seed: int, window: MainWindow, home: Path, tmp_path: Path, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in random.Random(seed).sample(sorted(ODD), 4):
        write_odd(name, home / "data" / "library" / name)
    files = [tmp_path / name for name in ("notes.txt", "paper.pdf", "broken.guiyin", "empty")]
    for file in files[:3]:
        file.write_bytes(b"PK\x03\x04 neither one nor the other")
    files[3].mkdir()
    monkey = Monkey(window, seed, files)
    Garbage(window)
    try:
        for _ in range(STEPS):
            with qtbot.captureExceptions() as raised:
                monkey.step()
            assert not raised, monkey.done[-3:]
    finally:
        monkey.rest()
        (tmp_path / "done.txt").write_text("\n".join(monkey.done), encoding="utf-8")
        print("\n".join(monkey.done[-40:]))
    said = capfd.readouterr().err.splitlines()
    assert not [line for line in said if not line.startswith(NOISE)]
    assert not [line for line in monkey.done if line.endswith("does not go away")]
