"""How long the process has been running, counted from its real beginning where the system tells."""

from __future__ import annotations

import os
import time
from pathlib import Path


def running_for(started: float) -> float:
    """Return seconds since the process began; ``started`` (since the epoch) serves where nothing is known."""
    try:
        fields = Path("/proc/self/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        up = float(Path("/proc/uptime").read_text(encoding="utf-8").split()[0])
        return up - int(fields[19]) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError, AttributeError):
        return time.time() - started
