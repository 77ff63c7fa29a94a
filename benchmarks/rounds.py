"""Shared by the benchmarks: sides that take turns, medians, and one line a figure."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 9


def alternate(sides: dict[str, Callable[[], float]], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Run all sides once to warm up and then in turn; returns every side's measurements."""
    for run in sides.values():
        run()
    found: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, run in sides.items():
            found[name].append(run())
    return found


def ratio(ours: Sequence[float], floor: Sequence[float]) -> list[float]:
    """Return the ratios pair by pair, which hold when the machine's speed drifts."""
    return [a / b for a, b in zip(ours, floor, strict=True)]


def line(name: str, values: Sequence[float], unit: str = "", limit: float | None = None) -> bool:
    """Print minimum, median and maximum; returns whether the median keeps the limit."""
    median = statistics.median(values)
    good = limit is None or median <= limit
    aim = "" if limit is None else f"   aim <= {limit:g}   {'kept' if good else 'MISSED'}"
    print(f"{name:58s} {min(values):8.3f} {median:8.3f} {max(values):8.3f} {unit:3s}{aim}")
    return good


def surroundings(home: Path) -> dict[str, str]:
    """Return the environment of a start like any but the first: byte code is there, the settings lie in ``home``.

    Where no platform is chosen it is Qt's offscreen one with a screen of 1920 x 1080, so that the window has its
    usual size (the screen it has by itself is 800 x 800).
    """
    left_out = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPROFILEIMPORTTIME")
    env = {name: value for name, value in os.environ.items() if name not in left_out}
    screen = {"name": "one", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1}
    config = home / "screens.json"
    config.write_text(json.dumps({"screens": [{**screen, "logicalBaseDpi": 96}]}), encoding="utf-8")
    return {"QT_QPA_PLATFORM": f"offscreen:configfile={config}", **env, "GUIYIN_HOME": str(home)}


def until_line(command: list[str], env: dict[str, str]) -> float:
    """Start a process and return the seconds until it prints its first line (its own report of a paint)."""
    began = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        seconds = time.perf_counter() - began
        errors = process.stderr.read()
    if not first or process.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{errors.decode(errors='replace')}")
    return seconds
