"""Where a dossier waits while its new version takes its place, and how it comes back after a kill."""

from __future__ import annotations

from pathlib import Path

ASIDE = ".old-"


def restore(library: Path) -> None:
    """Put back every dossier that a write set aside and was killed before it put the new one in its place."""
    for aside in library.glob(f"{ASIDE}*"):
        folder = aside.with_name(aside.name.removeprefix(ASIDE))
        if not folder.exists():
            aside.rename(folder)
