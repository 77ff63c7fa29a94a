"""A fault in an override, inside a call from Python, is an exception and not the end of the process."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot


class Faulty(QWidget):
    def sizeHint(self) -> QSize:
        return [QSize()][1]  # raised by the interpreter, so no object yet on Python 3.11


class Above(Faulty):
    def sizeHint(self) -> QSize:
        return super().sizeHint()


@pytest.mark.parametrize("kind", [Faulty, Above])
def test_a_fault_is_raised_where_qt_was_called(kind: type[QWidget], qtbot: QtBot) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    with pytest.raises(IndexError):
        widget.adjustSize()


def test_a_generic_mixin_still_works(qtbot: QtBot) -> None:
    from desktop.widgets.late import Late

    late = Late[QWidget](QWidget)
    qtbot.addWidget(late)
    QVBoxLayout(late.panel())
    assert late.panel() is late.panel()
