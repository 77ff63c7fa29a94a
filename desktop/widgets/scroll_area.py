"""The one way in which parts scroll: up and down only, without a frame, on the ground of what is around them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolling(content: QWidget) -> QScrollArea:
    """Return an area around a part that is as wide as the area; the keyboard goes to what is in it."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    # Asked for Qt's own viewport, PySide makes every class of widget that there is to find out what it is.
    area.setViewport(QWidget())
    area.setWidget(content)
    # a ground of its own would be painted first, and then all that stands on it once more
    content.setAutoFillBackground(False)
    return area
