"""Dossiers of every kind for tests that hold of all: bundled, imported, with seeded errors, invented."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from check_cases import record
from invented import dossier as invented

from desktop.audit.engine import audit
from desktop.core.dossier import Dossier
from desktop.core.finding import Audit
from desktop.importers.draft import draft
from desktop.importers.reading import read
from desktop.store.codec import load
from desktop.store.paths import bundled_data

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks" / "seeded"))

from marked import parse, seeded  # noqa: E402

ARTICLES = sorted((ROOT / "tests" / "importers" / "articles").glob("*.txt"))
TEXTS = sorted((ROOT / "benchmarks" / "seeded" / "texts").glob("*.md"))

FEW = 6


def imported(name: str, text: str) -> Dossier:
    """A text as an import makes it."""
    return draft(read(name, text.encode()), record().register)


@cache
def correct_ones() -> tuple[tuple[str, Dossier, tuple[Dossier, ...]], ...]:
    """Name, dossier and library of every dossier without seeded errors."""
    bundled = tuple(load(bundled_data(name)).dossier for name in ("weilidai", "lilidai"))
    found = [(d.id, d, bundled) for d in (*bundled, invented())]
    found += [(p.name, draft(read(p.name, p.read_bytes()), record().register), ()) for p in ARTICLES]
    found += [(p.name, imported(p.name, parse(p.read_text(encoding="utf-8")).text), ()) for p in TEXTS]
    return tuple(found)


def wrong_ones() -> Iterator[tuple[str, Dossier]]:
    """Every seeded text with every sixth of its errors in turn; the benchmark goes through all of them."""
    for path in TEXTS:
        marked = parse(path.read_text(encoding="utf-8"))
        pairs = [(slot, wrong) for slot in marked.slots for wrong in slot.wrong]
        for slot, wrong in pairs[::FEW]:
            yield f"{path.name}: {wrong}", imported(path.name, seeded(marked, slot, wrong))


@cache
def audits() -> tuple[tuple[str, Dossier, Audit], ...]:
    """The audits of all of them."""
    found = [(name, made, audit(made, record(), library)) for name, made, library in correct_ones()]
    found += [(name, made, audit(made, record())) for name, made in wrong_ones()]
    return tuple(found)
