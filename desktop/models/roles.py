"""The item-data roles that models of this application answer beyond Qt's own."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt


class Role(IntEnum):
    """``ITEM`` is the id of the item a row stands for; ``LINE`` everything a delegate needs to paint it."""

    ITEM = Qt.ItemDataRole.UserRole + 1
    LINE = Qt.ItemDataRole.UserRole + 2
