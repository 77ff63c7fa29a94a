"""What the user likes and where the user was: language, theme, zoom, layout, recent files."""

from __future__ import annotations

import json
from typing import Any, cast

from PySide6.QtCore import QObject, QSettings, Signal

from desktop.core.text import Language, Text
from desktop.store.paths import user_folder

THEMES = ("system", "light", "dark")
ZOOM_STEPS = (100, 110, 125, 150, 175, 200)
RECENT = 10


class Preferences(QObject):
    """Typed access to one settings file; one that cannot be written is said once and otherwise ignored."""

    language_changed = Signal()
    theme_changed = Signal()
    zoom_changed = Signal()
    unwritable = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Read the settings file of the user's configuration folder."""
        super().__init__(parent)
        path = user_folder("config") / "guiyin.ini"
        self._settings = QSettings(str(path), QSettings.Format.IniFormat, self)
        self._read: dict[str, str] = {}  # asked for at every text that is shown
        self._told = False

    @property
    def language(self) -> Language:
        """The language of the window; Chinese unless chosen otherwise."""
        return "en" if self._get("language", "zh") == "en" else "zh"

    def set_language(self, language: Language) -> None:
        """Switch the language of everything that is shown."""
        if language != self.language:
            self._set("language", language)
            self.language_changed.emit()

    @property
    def theme(self) -> str:
        """One of THEMES."""
        value = self._get("theme", "system")
        return value if value in THEMES else "system"

    def set_theme(self, theme: str) -> None:
        """Choose light, dark or the system's."""
        if theme != self.theme and theme in THEMES:
            self._set("theme", theme)
            self.theme_changed.emit()

    @property
    def zoom(self) -> int:
        """Size of text in percent of normal."""
        value = self._get("zoom", "100")
        return int(value) if value.isdigit() and int(value) in ZOOM_STEPS else 100

    def set_zoom(self, percent: int) -> None:
        """Choose one of ZOOM_STEPS."""
        if percent != self.zoom and percent in ZOOM_STEPS:
            self._set("zoom", str(percent))
            self.zoom_changed.emit()

    @property
    def recent(self) -> tuple[str, ...]:
        """Paths of files opened lately, the latest first."""
        value = self.value("recent")
        return tuple(p for p in value if isinstance(p, str)) if isinstance(value, list) else ()

    def add_recent(self, path: str) -> None:
        """Put a path at the top of the recent files."""
        self.set_value("recent", [path, *(p for p in self.recent if p != path)][:RECENT])

    def clear_recent(self) -> None:
        """Forget the recent files."""
        self.set_value("recent", [])

    def value(self, key: str) -> Any:
        """Return a JSON value, or None when there is none or it cannot be read."""
        try:
            return json.loads(self._get(key, "null"))
        except json.JSONDecodeError:
            return None  # written by hand or by another version: as if it had never been set

    def set_value(self, key: str, value: object) -> None:
        """Store a JSON value."""
        self._set(key, json.dumps(value))  # in ASCII, for paths that are not printable

    def forget(self, prefix: str) -> None:
        """Remove every key that starts with ``prefix`` (to reset a layout)."""
        for key in self._settings.allKeys():
            if key.startswith(prefix):
                self._settings.remove(key)
                self._read.pop(key, None)

    def flush(self) -> None:
        """Write now, and say so once when the file cannot be written."""
        self._settings.sync()
        if self._settings.status() != QSettings.Status.NoError and not self._told:
            self._told = True
            path = self._settings.fileName()
            self.unwritable.emit(
                Text(f"设置无法写入 {path}，本次更改关闭后不会保留。",
                     f"Settings cannot be written to {path}; changes are lost when the window closes.")
            )  # fmt: skip

    def _get(self, key: str, default: str) -> str:
        if key not in self._read:
            self._read[key] = cast("str", self._settings.value(key, default, str))
        return self._read[key]

    def _set(self, key: str, value: str) -> None:
        self._read[key] = value
        self._settings.setValue(key, value)
