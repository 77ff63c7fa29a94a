"""``guiyin validate``: the shipped packages, or those that are named, against our profile."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from desktop.store.library import bundled
from desktop.store.paths import bundled_data
from desktop.store.profile import profile
from desktop.store.validate import validate


def run(folders: list[str], *, print_profile: bool = False) -> int:
    """Print every problem; exit status 0 when there is none, else 2."""
    if print_profile:
        print(json.dumps(profile(), ensure_ascii=False, indent=1))
        return 0
    named = [Path(f) for f in folders] or [bundled_data(n) for n in ("register", "series", *bundled())]
    register = bundled_data("register")
    problems = 0
    for folder in named:
        found = validate(folder, register)
        problems += len(found)
        for problem in found:
            print(f"{folder.name}: {problem}", file=sys.stderr)
        print(f"{folder.name}: {'valid' if not found else f'{len(found)} problems'}")
    return 2 if problems else 0
