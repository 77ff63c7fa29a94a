"""What texts measure, remembered.

A layout asks each label some ten times for its height, at several widths, and Qt breaks the text into lines each time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cache
from typing import TypeVar

from PySide6.QtGui import QGuiApplication

MOST = 20_000  # measures; far more than a dossier has, and a few megabytes
T = TypeVar("T")
_known: dict[Hashable, object] = {}


def measured(key: Hashable, measure: Callable[[], T]) -> T:
    """Return what ``measure`` returns; for a key that was measured before, from memory.

    The key names all that the measure depends on, but for the fonts that are installed.
    """
    _follow_fonts()
    found = _known.get(key)
    if found is None:
        if len(_known) >= MOST:
            _known.clear()
        found = _known[key] = measure()
    return found  # type: ignore[return-value]


@cache
def _follow_fonts() -> None:
    """Forget everything when a font comes or goes: the same name may then be another face."""
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.fontDatabaseChanged.connect(_known.clear)
