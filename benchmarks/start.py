"""A start against its floors: a window made by hand, a bare one, and an empty plot, all in the same run.

``skeleton.py`` shows what our window shows when it has first been painted: the same tree, cards, font and texts.
Each side prints a line from the event loop's first turn after its paint; what is measured is the time from the
start of the process to that line.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from rounds import ROOT, ROUNDS, alternate, line, ratio, surroundings, until_line

SHOWN, READY = 1.15, 1.15


def module(name: str, *options: str) -> list[str]:
    return [sys.executable, "-m", name, *options]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=2 * ROUNDS + 1)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="guiyin-") as folder:
        env, texts = surroundings(Path(folder)), str(Path(folder) / "texts.json")
        subprocess.run(module("benchmarks.texts", texts), env=env, cwd=ROOT, check=True)
        commands = {
            "ours, shown": module("desktop", "--exit-when", "shown"),
            "skeleton, shown": module("benchmarks.skeleton", texts),
            "bare window, shown": module("benchmarks.bare"),
            "ours, first chart": module("desktop", "--exit-when", "ready"),
            "empty plot, shown": module("benchmarks.empty_plot"),
        }
        took = alternate({name: partial(until_line, c, env) for name, c in commands.items()}, rounds)
    print(f"{rounds} rounds; minimum, median, maximum")
    for name, seconds in took.items():
        line(name, seconds, "s")
    ours, skeleton, bare, chart, plot = took.values()
    kept = [
        line("shown: ours / skeleton", ratio(ours, skeleton), limit=SHOWN),
        line("shown: ours / bare window", ratio(ours, bare)),
        line("shown: skeleton / bare window", ratio(skeleton, bare)),
        line("first chart: ours / empty plot", ratio(chart, plot), limit=READY),
    ]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
