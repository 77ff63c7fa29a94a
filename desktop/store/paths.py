"""Where shipped and personal files lie, from source, from a wheel and from a bundle."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    bundled = getattr(sys, "_MEIPASS", None)
    if bundled:
        return Path(bundled)
    package = Path(__file__).resolve().parent.parent
    inside = package / "_bundle"
    return inside if inside.is_dir() else package.parent


def is_there(path: Path) -> bool:
    """Whether a path can be reached; one that makes no sense or may not be looked at cannot."""
    try:
        return path.exists()
    except (OSError, ValueError):  # no permission, a name too long, a NUL in it
        return False


def resource(*parts: str) -> Path:
    """Return the path of a shipped resource (font, icon, theme, licence)."""
    return _root().joinpath("resources", *parts)


def bundled_data(*parts: str) -> Path:
    """Return the path of shipped data: dossiers, register, series. Read-only."""
    return _root().joinpath("data", *parts)


def user_folder(kind: str) -> Path:
    """Return the user's own folder for "config", "data" or "log"; ``GUIYIN_HOME`` moves all three."""
    home = os.environ.get("GUIYIN_HOME")
    if home:
        return Path(home) / kind
    import platformdirs

    folders = platformdirs.PlatformDirs("Guiyin", appauthor=False)
    return Path(
        {"config": folders.user_config_dir, "data": folders.user_data_dir, "log": folders.user_log_dir}[kind]
    )
