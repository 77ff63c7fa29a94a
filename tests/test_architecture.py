"""What ARCHITECTURE.md names is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PATH = re.compile(r"`([a-z_]+/[\w/.*-]*)`")


def test_every_path_that_is_named_exists() -> None:
    named = PATH.findall((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    assert len(named) > 40
    gone = [path for path in named if not any((*ROOT.glob(path), *(ROOT / "desktop").glob(path)))]
    assert not gone
