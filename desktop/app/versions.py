"""What ``guiyin --version`` says: read from files and metadata alone, so that it answers at once."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, version

from desktop import __version__
from desktop.store.paths import resource

BUILD = "build.json"  # packaging/stamp.py writes it into a bundle
# PySide6 has the version of the Qt that comes with it.
SHOWN = (("Qt", "PySide6-Essentials"), ("pandas", "pandas"), ("pyqtgraph", "pyqtgraph"))


def commit() -> str:
    """Return the commit that a bundle was built of; "" from source."""
    try:
        told = json.loads(resource(BUILD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(told.get("commit", "")) if isinstance(told, dict) else ""


def lines() -> str:
    """Return two lines: ours with the commit, and those of what it stands on."""
    ours = f"guiyin {__version__} ({commit() or 'from source'})"
    return f"{ours}\n{', '.join(f'{name} {_of(distribution)}' for name, distribution in SHOWN)}"


def _of(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "missing"
