"""Where shipped and personal files lie, from source, from a wheel and from a bundle."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

from desktop.core.hashes import sha256_of


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
    """Return the user's own folder for "config", "data", "log" or "cache"; ``GUIYIN_HOME`` moves all four."""
    home = os.environ.get("GUIYIN_HOME")
    if home:
        return Path(home) / kind
    import platformdirs

    folders = platformdirs.PlatformDirs("Guiyin", appauthor=False)
    return Path(
        {
            "config": folders.user_config_dir,
            "data": folders.user_data_dir,
            "log": folders.user_log_dir,
            "cache": folders.user_cache_dir,
        }[kind]
    )


def journal_path(dossier_id: str) -> Path:
    """Return the file of a dossier's journal; ids that a file system might confuse get different names."""
    plain = "".join(
        c if c in "-_." or (c.isascii() and (c.isdigit() or c.islower())) else "-" for c in dossier_id
    )
    name = plain[:60]
    if name != dossier_id or name.startswith("."):
        name = f"{name.lstrip('.')}-{sha256_of(dossier_id.encode('utf-8', 'surrogatepass'))[:12]}"
    return user_folder("data") / "journals" / f"{name}.jsonl"


def register_journal_path() -> Path:
    """Return the file of the person's own layer over the register."""
    return user_folder("data") / "register" / "changes.jsonl"
