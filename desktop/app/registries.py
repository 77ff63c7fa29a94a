"""Whether every file that registers something was found: a bundle that forgot one would start without it."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from desktop import __path__ as where
from desktop.core.registry import discover
from desktop.store.paths import resource

PACKAGES = (
    "desktop.actions",
    "desktop.audit.checks",
    "desktop.core.chart.kinds",
    "desktop.importers.formats",
    "desktop.widgets.pages",
)
LIST = "modules.txt"


def module_names() -> list[str]:
    """Return the modules that lie in PACKAGES on disk (the build writes this list into the bundle)."""
    root = Path(where[0])
    found = []
    for package in PACKAGES:
        folder = root.joinpath(*package.split(".")[1:])
        found += [f"{package}.{path.stem}" for path in sorted(folder.glob("*.py")) if path.stem != "__init__"]
    return found


def missing_modules() -> list[str]:
    """Return the modules that should be there and are not, after looking for all of them."""
    frozen = getattr(sys, "frozen", False)
    expected = resource(LIST).read_text(encoding="utf-8").split() if frozen else module_names()
    for package in PACKAGES:
        discover(importlib.import_module(package))
    return [name for name in expected if name not in sys.modules] if expected else list(PACKAGES)
