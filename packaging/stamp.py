"""Which version is built, of which commit, and what counts as now: the one version is that of ``desktop``."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from desktop import __version__

ROOT: Final = Path(__file__).resolve().parent.parent
VERSION: Final = __version__
FILE: Final = "build.json"  # in the bundle's resources, for ``guiyin --version``


def commit() -> str:
    """Return the commit, with a "+" when files were changed since; "" outside of a git repository."""
    name = _git("rev-parse", "--short=12", "HEAD")
    return name + ("+" if name and _git("status", "--porcelain", "--untracked-files=no") else "")


def epoch() -> int:
    """Return SOURCE_DATE_EPOCH, or the time of the commit: the date of every file that a build writes."""
    return int(os.environ.get("SOURCE_DATE_EPOCH") or _git("log", "-1", "--format=%ct") or 0)


def day() -> str:
    """Return the date of the build, "2026-01-31"."""
    return datetime.fromtimestamp(epoch(), UTC).strftime("%Y-%m-%d")


def write(path: Path) -> None:
    """Write what the bundle says of itself."""
    path.parent.mkdir(parents=True, exist_ok=True)
    told = {"version": VERSION, "commit": commit(), "date": day()}
    path.write_text(json.dumps(told) + "\n", encoding="utf-8")


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()
