"""The installed application against the source it was made of: how long until its window shows, and how large it is.

``uv run python benchmarks/installed.py build/dist/guiyin [INSTALLER...]``
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from functools import partial
from pathlib import Path

from rounds import ROOT, ROUNDS, alternate, line, ratio, surroundings, until_line

sys.path.insert(0, str(ROOT / "packaging"))
from contents import COMPRESSED_MB, INSTALLED_MB

SHOWN = 1.3
MB = 1_000_000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path, help="the folder that holds the program")
    parser.add_argument("installers", type=Path, nargs="*")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    program = str(given.bundle.resolve() / ("guiyin.exe" if sys.platform == "win32" else "guiyin"))
    with tempfile.TemporaryDirectory(prefix="guiyin-") as folder:
        env = surroundings(Path(folder))
        sides = {
            f"{name}, {moment}": [*command, "--exit-when", moment]
            for moment in ("shown", "ready")
            for name, command in (
                ("installed", [program]),
                ("from source", [sys.executable, "-m", "desktop"]),
            )
        }
        took = alternate({name: partial(until_line, c, env) for name, c in sides.items()}, given.rounds)
    print(f"{given.rounds} rounds; minimum, median, maximum")
    for name, seconds in took.items():
        line(name, seconds, "s")
    installed, source, ready, source_ready = took.values()
    size = sum(
        path.stat().st_size for path in given.bundle.rglob("*") if path.is_file() and not path.is_symlink()
    )
    kept = [
        line("shown: installed / from source", ratio(installed, source), limit=SHOWN),
        line("first chart: installed / from source", ratio(ready, source_ready)),
        line("installed", [size / MB], "MB", INSTALLED_MB),
        *(line(path.name, [path.stat().st_size / MB], "MB", COMPRESSED_MB) for path in given.installers),
    ]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
