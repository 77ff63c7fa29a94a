"""A folder of articles into a library: is it linear, is memory bounded, and what does the import add to extraction?

usage: folder.py [--articles 1000 10000] [--workers N]

The articles are our annotated ones, each made different by its first line. Printed for every size: articles a
second, the largest memory of this process and of any worker, and the time as a multiple of what the extraction
alone takes for the same articles on one core.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop.core.progress import NoProgress  # noqa: E402
from desktop.importers.extract import extract  # noqa: E402
from desktop.services.import_run import import_all, tasks_of  # noqa: E402

GROWTH = 1.2  # as much may an article cost more in the largest folder than in the smallest


def main() -> int:
    """Import folders of growing size; 1 when the cost of an article grows with their number."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "tests/importers/articles").glob("*.txt"))]
    costs = [_measure(number, texts, options.workers) for number in sorted(options.articles)]
    growth = costs[-1] / costs[0]
    print(f"an article of the largest folder costs {growth:.2f} x one of the smallest (aim <= {GROWTH})")
    return int(growth > GROWTH)


def _measure(number: int, texts: list[str], workers: int) -> float:
    folder = Path(tempfile.mkdtemp(prefix="guiyin-folder-"))
    try:
        (folder / "articles").mkdir()
        for n in range(number):
            text = f"第{n}份\n\n{texts[n % len(texts)]}"
            (folder / "articles" / f"{n:06}.txt").write_text(text, encoding="utf-8")
        start = time.perf_counter()
        for n in range(200):
            extract(texts[n % len(texts)])
        alone = (time.perf_counter() - start) / 200
        start = time.perf_counter()
        report = import_all(tasks_of([folder / "articles"], folder / "library"), NoProgress(), workers)
        each = (time.perf_counter() - start) / number
        assert len(report.imported) == number, report.refused[:3]
    finally:
        shutil.rmtree(folder)
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    here, there = (resource.getrusage(who).ru_maxrss // 1024 for who in whose)
    print(
        f"{number:,} articles, {workers} processes: {1 / each:.0f} a second, "
        f"{each / alone:.1f} x extraction alone on one core; memory {here} MB here, at most {there} MB in a worker",
        flush=True,
    )
    return each


if __name__ == "__main__":
    sys.exit(main())
