"""Somebody who presses, types, drags and clicks at random, and never waits."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from monkey_paws import BUTTONS, KEYS, LETTERS, MODIFIERS, WORDS, focus_in, name_of
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDropEvent, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from desktop.services.preferences import THEMES, ZOOM_STEPS
from desktop.widgets.main_window import MainWindow
from desktop.widgets.pages.base import PAGES

ASKS = 10  # ms between two looks for a menu or dialog that waits for an answer


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
            QTest.keyClick(focus_in(waiting), Qt.Key.Key_Escape)
        elif isinstance(waiting, QMenu) and self._random.random() < 0.5:
            self._choose(waiting)
        elif type(waiting).__name__ != "QFileDialog":
            key = self._random.choice(KEYS)
            self._say(f"{key.name} in {type(waiting).__name__}")
            QTest.keyClick(focus_in(waiting), key)

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
        widget = focus_in(self._top())
        for _ in range(self._random.choice((1, 1, 1, 4))):
            if self._random.random() < 0.2:
                letter = self._random.choice(LETTERS)
                self._say(f"{modifier.name}+{letter} in {type(widget).__name__}")
                QTest.keyClick(widget, letter, modifier)
            else:
                key = self._random.choice(KEYS)
                self._say(f"{modifier.name}+{key.name} in {type(widget).__name__}")
                QTest.keyClick(widget, key, modifier)
            widget = focus_in(self._top())

    def _type(self) -> None:
        words, widget = self._random.choice(WORDS), focus_in(self._top())
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
        self._say(f"{button.name} {modifier.name} at {place.toTuple()} of {name_of(widget)}")
        QTest.mouseClick(widget, button, modifier, place)

    def _double(self) -> None:
        widget = self._target()
        place = self._place(widget)
        self._say(f"double click at {place.toTuple()} of {name_of(widget)}")
        QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=place)

    def _hover(self) -> None:
        widget = self._target()
        place = self._place(widget)
        self._say(f"hover at {place.toTuple()} of {name_of(widget)}")
        QTest.mouseMove(widget, place)
        QTest.qWait(1)

    def _drag(self) -> None:
        widget = self._target()
        start, end = self._place(widget), self._place(widget)
        self._say(f"drag {start.toTuple()}-{end.toTuple()} of {name_of(widget)}")
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
        for part in (1, 2, 3, 4):
            QTest.mouseMove(widget, start + (end - start) * (part / 4))
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)

    def _wheel(self) -> None:
        widget = self._target()
        place, turn = self._place(widget), self._random.choice((-1200, -120, 120, 1200))
        modifier = self._random.choice(MODIFIERS)
        self._say(f"wheel {turn} {modifier.name} at {place.toTuple()} of {name_of(widget)}")
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
