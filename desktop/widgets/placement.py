"""Where the window stands on the screen, remembered, and put only where a screen still is."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from desktop.services.preferences import Preferences

MEMORY = "layout/window"
USUAL = (1440, 900)
VISIBLE = 120  # pixels of the top edge that must be on a screen, to be able to drag the window


def remember(window: QMainWindow, preferences: Preferences) -> None:
    """Note place and size; those of the normal state while the window is maximized."""
    if window.isFullScreen() or window.isMinimized():
        return
    rect = window.normalGeometry() if window.isMaximized() else window.geometry()
    preferences.set_value(MEMORY, [rect.x(), rect.y(), rect.width(), rect.height(), window.isMaximized()])


def restore(window: QMainWindow, preferences: Preferences) -> None:
    """Put the window where it was, or in the middle of the first screen at its usual size."""
    noted = preferences.value(MEMORY)
    if isinstance(noted, list) and len(noted) == 5 and all(isinstance(n, int) for n in noted):
        x, y, width, height, maximized = noted
        rect = QRect(x, y, width, height)
        if _reachable(rect):
            window.setGeometry(rect)
            if maximized:
                window.showMaximized()
            return
    screen = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(min(USUAL[0], screen.width()), min(USUAL[1], screen.height()))


def _reachable(rect: QRect) -> bool:
    """Whether enough of the top edge is on one of the screens, and the window no larger than it."""
    top = QRect(rect.x(), rect.y(), rect.width(), 1)
    for screen in QGuiApplication.screens():
        area = screen.availableGeometry()
        seen = top.intersected(area)
        if seen.width() >= VISIBLE and rect.width() <= area.width() and rect.height() <= area.height():
            return True
    return False
