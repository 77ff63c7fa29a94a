"""What the monkey presses and types, and how it names what it did."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

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


def focus_in(top: QWidget) -> QWidget:
    focused = QApplication.focusWidget()
    return focused if focused is not None and top.isAncestorOf(focused) else top.focusWidget() or top


def name_of(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()[:20]}".strip()
