"""From the registry to Qt: one QAction a command, and the menus that hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import groupby

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.actions.base import MENUS, Action, Window
from desktop.core.text import Text


def page_action(
    number: int, key: str, title: Text, offered: Callable[[Window], bool], *, free: bool = False
) -> Action:
    """Return the command that shows a page; the first nine have a number key. It is hidden unless ``offered``.

    It needs an open dossier unless the page is ``free``.
    """

    def show(window: Window) -> None:
        window.ctx.selection.show(replace(window.ctx.selection.focus, page=key))

    keys = (f"Ctrl+{number}",) if number <= 9 else ()
    return Action(f"page-{key}", title, show, "go", 1, keys, lambda w: free or w.ctx.workspace.dossier is not None,
                  lambda w: w.ctx.selection.focus.page == key, shown=offered)  # fmt: skip


class ActionSet(QObject):
    """The QActions of one window; texts follow the language, states what the window looks at."""

    def __init__(self, window: Window, parent: QWidget, actions: Iterable[Action]) -> None:
        """Make a QAction of every command and give its keys to ``parent``."""
        super().__init__(parent)
        self._window, self._parent = window, parent
        self.actions = tuple(actions)
        self._made: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        for one in self.actions:
            if one.entries is None:
                self._made[one.id] = self._make(one)
        parent.addActions(list(self._made.values()))
        ctx = window.ctx
        ctx.preferences.language_changed.connect(self.retranslate)
        for signal in (
            ctx.selection.focus_changed,
            ctx.workspace.dossier_changed,
            ctx.preferences.theme_changed,
            ctx.preferences.zoom_changed,
            ctx.preferences.language_changed,
            ctx.workspace.dossier_edited,
            ctx.workspace.record_changed,
        ):
            signal.connect(self.update)

    def __getitem__(self, action_id: str) -> QAction:
        return self._made[action_id]

    def fill(self, bar: QMenuBar) -> None:
        """Put every command into its menu, sections apart."""
        for key in MENUS:
            self._menus[key] = bar.addMenu("")
            chosen = sorted((a for a in self.actions if a.menu == key), key=lambda a: a.group)
            for number, (_, section) in enumerate(groupby(chosen, key=lambda a: a.group)):
                if number:
                    self._menus[key].addSeparator()
                for one in section:
                    self._add(self._menus[key], one)
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        language = self._window.ctx.language
        for one in self.actions:
            text = one.text(language)
            if one.entries is not None:
                self._menus[one.id].setTitle(text)
            else:
                self._made[one.id].setText(text)
        for key, title in MENUS.items():
            self._menus[key].setTitle(title(language))

    def update(self) -> None:
        """Name, enable, disable and check each command by what the window looks at."""
        for one in self.actions:
            if one.told is not None:
                told = one.told(self._window)(self._window.ctx.language)
                self._made[one.id].setText(told.replace("&", "&&"))
            if one.shown is not None:
                self._made[one.id].setVisible(one.shown(self._window))
            if one.enabled is not None:
                self._made[one.id].setEnabled(one.enabled(self._window))
            if one.checked is not None:
                self._made[one.id].setChecked(one.checked(self._window))

    def _make(self, one: Action) -> QAction:
        made = QAction(self._parent)
        made.setObjectName(one.id)
        if one.keys:
            made.setShortcuts([QKeySequence(k) for k in one.keys])
        made.setCheckable(one.checked is not None)
        made.setMenuRole(QAction.MenuRole.NoRole)
        made.triggered.connect(partial(self._run, one))
        return made

    def _run(self, one: Action) -> None:
        one.run(self._window)
        self.update()  # a checkable action toggled itself; what it stands for decides

    def _add(self, menu: QMenu, one: Action) -> None:
        if one.entries is None:
            menu.addAction(self._made[one.id])
            return
        self._menus[one.id] = below = menu.addMenu("")
        menu.aboutToShow.connect(partial(self._refill, below, one))

    def _refill(self, below: QMenu, one: Action) -> None:
        assert one.entries is not None
        below.clear()
        for entry in one.entries(self._window):
            line = below.addAction(entry.text(self._window.ctx.language).replace("&", "&&"), entry.run)
            line.setToolTip(entry.tip)
        below.setEnabled(not below.isEmpty())
