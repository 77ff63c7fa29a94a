"""How long it takes to open a dossier with thousands of edits: the time must grow with their number, not faster.

Run ``python benchmarks/edits.py``; it works in a folder of its own. Times are those of the processor.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from invented import large

from desktop.core.changes import Change, accept, add, apply, correct, delete
from desktop.core.changes.history import CHANGE, Entry
from desktop.core.dossier import Dossier
from desktop.core.text import same
from desktop.store.edits import open_edits
from desktop.store.journal import line_of
from desktop.store.paths import journal_path


def main() -> None:
    """Print the time to open, and to make one more edit, after 1,000, 10,000 and 100,000 edits."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["GUIYIN_HOME"] = home
        for count in (1_000, 10_000, 100_000):
            _measure(count)


def _change(base: Dossier, number: int) -> Change:
    """Mostly accepted and corrected, sometimes deleted and added."""
    item = base.figures[number % len(base.figures)]
    made: Change | None = None
    if number % 40 == 7:
        made = delete(base, [item.id])
    elif number % 40 == 11:
        made = add(base, replace(item, id=f"new{number}"))
    elif number % 2:
        made = correct(base, replace(item, entity=same(f"entity {number}")), "a reason")
    made = made or accept(base, [item.id])
    assert made is not None
    return made


def _measure(count: int) -> None:
    base = replace(large(4_000), id=f"case-{count}")
    path = journal_path(base.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    at = "2025-01-01T00:00:00+00:00"
    path.write_bytes(b"".join(line_of(Entry(CHANGE, n + 1, at, _change(base, n))) for n in range(count)))
    started = time.process_time()
    edits, _ = open_edits(base)
    opened = time.process_time() - started
    last = correct(edits.dossier, replace(edits.dossier.figures[-1], hedge="once more"))
    started = time.process_time()
    if last is not None:
        edits.do(last, "me")
    one = time.process_time() - started
    started = time.process_time()
    apply(edits.dossier, correct(edits.dossier, replace(edits.dossier.figures[5], hedge="x")))  # type: ignore[arg-type]
    alone = time.process_time() - started
    print(
        f"{count:>7} edits: open {opened:.2f} s, one more {one * 1000:.1f} ms (without disk {alone * 1000:.1f} ms)"
    )


if __name__ == "__main__":
    main()
