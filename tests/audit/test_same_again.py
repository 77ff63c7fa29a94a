"""The same text has the same audit in every process, whatever order sets of words have in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = sorted((ROOT / "benchmarks" / "seeded").glob("*/*.md"))[2::3]
TOLD = """
import sys
from pathlib import Path
sys.path.insert(0, str(Path(sys.argv[1]) / "benchmarks" / "seeded"))
from marked import parse
from desktop.audit.engine import audit
from desktop.importers.draft import draft
from desktop.importers.reading import read
from desktop.store.paths import bundled_data
from desktop.store.record import load_record

record, _ = load_record(bundled_data())
for name in sys.argv[2:]:
    text = parse(Path(name).read_text(encoding="utf-8")).text
    found = audit(draft(read("a.md", text.encode()), record.register), record)
    print(found.findings, found.passed, found.uncheckable, found.derived)
"""


def audited(seed: int) -> bytes:
    """What the audit says of the texts in a process in which words are hashed by ``seed``."""
    command = [sys.executable, "-c", TOLD, str(ROOT), *map(str, TEXTS)]
    return subprocess.run(
        command, env=os.environ | {"PYTHONHASHSEED": str(seed)}, cwd=ROOT, check=True, capture_output=True
    ).stdout


def test_every_process_finds_the_same() -> None:
    one = audited(0)
    assert len(one) > 100_000
    assert audited(7) == one
