"""A full check beside the extraction of the same text, and whether it stays linear; and a check after one edit.

usage: audit.py [--large] [--all]

The texts are those of ``seeded/texts``, without errors, repeated under fresh headings. ``--large`` goes on to
100,000 figures. The dearest checks follow with what they take of the extraction, with ``--all`` every one; what
several of them share (the clauses of a section, the moves of a paragraph) is counted with the first that asks.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks"), str(ROOT / "benchmarks" / "seeded")]

from marked import parse  # noqa: E402
from rounds import alternate, line, ratio  # noqa: E402

from desktop.audit.check import World, concerned  # noqa: E402
from desktop.audit.cut import pieces  # noqa: E402
from desktop.audit.engine import audit_again, audited  # noqa: E402
from desktop.audit.owners import owners  # noqa: E402
from desktop.core.dossier import Dossier  # noqa: E402
from desktop.core.policy import RegisterEntry  # noqa: E402
from desktop.core.record import Record  # noqa: E402
from desktop.importers.draft import draft  # noqa: E402
from desktop.importers.reading import Reading, read  # noqa: E402
from desktop.services.shelf import shelve  # noqa: E402
from desktop.store.paths import bundled_data  # noqa: E402
from desktop.store.record import load_record  # noqa: E402

BUDGET = 0.02  # of an extraction, for one check
DEAREST = 20
TEXTS = sorted((ROOT / "benchmarks" / "seeded" / "texts").glob("*.md"))


def file_of(figures: int) -> bytes:
    """The file of an article with about so many figures."""
    plain = [parse(p.read_text(encoding="utf-8")).text for p in TEXTS]
    each = 55
    parts = [f"# 第{n}篇\n\n{plain[n % len(plain)]}" for n in range(max(1, figures // each))]
    return "\n\n".join(parts).encode()


def article(figures: int) -> Reading:
    """That article, read."""
    return read("made.md", file_of(figures))


def imported(data: bytes, register: Sequence[RegisterEntry]) -> None:
    """All that an import does: from the bytes of the file to a dossier in a library."""
    with tempfile.TemporaryDirectory() as library:
        shelve(draft(read("made.md", data), tuple(register)), Path(library), "made.md")


def edited(dossier: Dossier) -> Dossier:
    """The dossier with one figure corrected."""
    at = next(i for i, f in enumerate(dossier.figures) if f.low is not None and f.low == f.high)
    changed = replace(dossier.figures[at], low=Decimal(1), high=Decimal(1))
    return replace(dossier, figures=(*dossier.figures[:at], changed, *dossier.figures[at + 1 :]))


def main() -> None:
    """Print both comparisons."""
    record, _ = load_record(bundled_data())
    reading = article(600)
    made = draft(reading, record.register)
    sides: dict[str, Callable[[], float]] = {
        "check": lambda: taken(audited, fresh(made), record),
        "extract": lambda: taken(draft, reading, record.register),
        "import": lambda: taken(imported, file_of(600), record.register),
    }
    times = alternate(sides)
    line("check / extract", ratio(times["check"], times["extract"]), limit=1.0)
    line("check / import (file to library)", ratio(times["check"], times["import"]))
    sizes = [100, 1_000, 10_000] + ([100_000] if "--large" in sys.argv else [])
    for size in sizes:
        told(size, record)
    shares = dearest(made, record, min(times["extract"]))
    for name, share in shares if "--all" in sys.argv else shares[:DEAREST]:
        print(f"{name:58s} {share:8.1%}{'' if share <= BUDGET else '   over budget'}")
    over = sum(share > BUDGET for _, share in shares)
    print(f"{over} of {len(shares)} checks take more than {BUDGET:.0%} of an extraction")


def dearest(dossier: Dossier, record: Record, extraction: float, rounds: int = 5) -> list[tuple[str, float]]:
    """What each check takes of an extraction, the dearest first."""
    every: list[dict[str, float]] = []
    for _ in range(rounds):
        found: defaultdict[str, float] = defaultdict(float)
        own = fresh(dossier)
        world = World(record, owners(own))
        work: defaultdict[str, list[tuple[Callable[..., Iterable[object]], object]]] = defaultdict(list)
        for scope, piece in pieces(own, record, ()):
            for one in concerned(scope, piece):
                work[one.key].append((one.run, piece))
        for key, runs in work.items():
            found[key] = sum(taken(all_of, *each, world) for each in runs)
        every.append(found)
    shares = {key: min(found[key] for found in every) / extraction for key in every[0]}
    return sorted(shares.items(), key=lambda share: -share[1])


def all_of(run: Callable[..., Iterable[object]], piece: object, world: World) -> list[object]:
    """All that a check says of a piece."""
    return list(run(piece, world))


def taken(work: Callable[..., object], *args: object) -> float:
    """Seconds of processor time, which other programs do not lengthen."""
    start = time.process_time()
    work(*args)
    return time.process_time() - start


def fresh(dossier: Dossier) -> Dossier:
    """The same dossier without what it and its figures have been asked already."""
    return replace(dossier, location="", figures=tuple(map(copy, dossier.figures)))


def told(size: int, record: Record) -> None:
    """Print how long a figure takes at one size, and an edit."""
    dossier = fresh(draft(article(size), record.register))
    start = time.process_time()
    first = audited(dossier, record)
    full = time.process_time() - start
    start = time.process_time()
    again = audit_again(first, edited(dossier), record)
    after = time.process_time() - start
    count = len(dossier.figures)
    print(f"{count:>8} figures: {full / count * 1e6:7.1f} µs each; after one edit {after / full:5.2f} of it; "
          f"{len(again.audit.findings)} findings")  # fmt: skip


if __name__ == "__main__":
    main()
