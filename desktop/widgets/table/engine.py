"""What of a table needs pandas: it is loaded beside the window when the first table is to be shown."""

from __future__ import annotations

import importlib
import sys

from desktop.core.progress import Progress

MODULES = (
    "desktop.models.frame",
    "desktop.models.frame_carry",
    "desktop.models.frame_copy",
    "desktop.store.frames",
)


def is_loaded() -> bool:
    """Whether a table can be shown at once."""
    return all(module in sys.modules for module in MODULES)


def load(progress: Progress) -> None:
    """Load what is missing; to be run as a job."""
    for step, module in enumerate(MODULES):
        progress.step(step, len(MODULES))
        importlib.import_module(module)
