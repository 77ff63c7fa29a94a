"""The one selection of the window, with a history like a browser's."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.core.focus import Focus

DEPTH = 200


class Selection(QObject):
    """Holds the current Focus; an equal Focus emits nothing, so views cannot echo each other.

    ``followed`` comes after ``focus_changed``, when every view has taken the new focus.
    """

    focus_changed = Signal(object)
    followed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing chosen."""
        super().__init__(parent)
        self._focus = Focus()
        self._back: list[Focus] = []
        self._forward: list[Focus] = []

    @property
    def focus(self) -> Focus:
        """What the window looks at now."""
        return self._focus

    @property
    def can_go_back(self) -> bool:
        """Whether there is an earlier place."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether a step back can be undone."""
        return bool(self._forward)

    def show(self, focus: Focus) -> None:
        """Look at something else and remember where we were."""
        if focus == self._focus:
            return
        if self._focus.dossier:
            self._back = [*self._back[-DEPTH + 1 :], self._focus]
        self._forward.clear()
        self._set(focus)

    def refine(self, focus: Focus) -> None:
        """Look more closely at where we are: no step of its own to go back to."""
        if focus != self._focus:
            self._set(focus)

    def back(self) -> None:
        """Return to the place before, if there is one."""
        if self._back:
            self._forward.append(self._focus)
            self._set(self._back.pop())

    def forward(self) -> None:
        """Undo a step back, if there was one."""
        if self._forward:
            self._back.append(self._focus)
            self._set(self._forward.pop())

    def _set(self, focus: Focus) -> None:
        self._focus = focus
        self.focus_changed.emit(focus)
        self.followed.emit()
