"""Precision and recall of the audit on seeded errors: ``score.py [--misses] [--set later|unseen] [--json]``.

Every text goes through the importers (read, draft) as a user's would. A red finding on a correct text, or away
from the seeded error, is false. Checks whose verdict is amber by design (a register that has it otherwise) count
as found when they raise anything but green.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

from marked import Marked, Slot, parse, seeded  # noqa: E402
from tricky import sentences  # noqa: E402

from desktop.audit.engine import audit  # noqa: E402
from desktop.core.dossier import Dossier  # noqa: E402
from desktop.core.finding import Audit, Finding  # noqa: E402
from desktop.core.record import Record  # noqa: E402
from desktop.importers.draft import draft  # noqa: E402
from desktop.importers.reading import read  # noqa: E402
from desktop.store.paths import bundled_data  # noqa: E402
from desktop.store.record import load_record  # noqa: E402

AMBER = {"policy", "reference", "conflict", "complement", "argument"}
OTHER = ".other"  # in the name of a text that stands in the library beside the one that is checked
SETS = ("texts", "later", "unseen")
TRICKY = 210
AIM = {"precision": 0.95, "recall": 0.90}


def imported(name: str, text: str, record: Record) -> Dossier:
    """A text as an import makes it."""
    return draft(read(name, text.encode()), record.register)


def checked(name: str, text: str, record: Record, library: tuple[Dossier, ...] = ()) -> Audit:
    """Import a text and audit it, also against the other dossiers of a library."""
    found = audit(imported(name, text, record), record, library)
    if found.failures:
        raise RuntimeError(f"{name}: {found.failures[0].trace}")
    return found


def library_of(path: Path, record: Record) -> tuple[Dossier, ...]:
    """The texts on the same matter that a text is held against."""
    others = sorted(path.parent.glob(f"{path.stem}{OTHER}*.md"))
    return tuple(imported(o.name, o.read_text(encoding="utf-8"), record) for o in others)


def reds(found: Audit) -> list[Finding]:
    """The findings that accuse."""
    return [f for f in found.findings if f.verdict.tone == "red"]


def touches(finding: Finding, start: int, end: int) -> bool:
    """Whether a finding stands on a place."""
    return any(s.start < end and start < s.end for s in finding.spans)


def line_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The line around a place; the place itself inside a table."""
    left, right = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    right = len(text) if right < 0 else right
    return (start, end) if "|" in text[left:right] else (left, right)


class Score:
    """Counts by check."""

    def __init__(self) -> None:
        """Nothing is counted yet."""
        self.seeded: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.true_red: Counter[str] = Counter()
        self.false_red: Counter[str] = Counter()
        self.missed: list[str] = []
        self.false: list[str] = []
        self.items = self.uncheckable = self.correct = 0

    def covered(self, found: Audit) -> None:
        """Count how much a text leaves unchecked."""
        self.items += found.total
        self.uncheckable += len(found.uncheckable)

    def wrongly(self, where: str, finding: Finding) -> None:
        """A red finding that should not be."""
        self.false_red[finding.check] += 1
        self.false.append(f"{where}: [{finding.check}] {finding.said.zh}")

    def tell(
        self, where: str, marked: Marked, slot: Slot, wrong: str, found: Audit, before: set[str]
    ) -> None:
        """Count one seeded error."""
        check = slot.checks[0]
        self.seeded[check] += 1
        text = seeded(marked, slot, wrong)
        place = line_of(text, slot.start, slot.start + len(wrong))
        new = [f for f in found.findings if f.said.zh not in before and f.verdict.tone != "green"]
        amber = bool(AMBER & set(slot.checks))
        end = text.find("\n", slot.start)
        row = (text.rfind("\n", 0, slot.start) + 1, end if end >= 0 else len(text))
        hits = [
            f for f in new if touches(f, *(row if amber else place)) and (amber or f.verdict.tone == "red")
        ]
        if hits:
            self.found[check] += 1
        else:
            other = "; ".join(f"{f.check}:{f.verdict.code}" for f in new)
            self.missed.append(f"{where} [{check}] {wrong}  ({other or 'nothing'})")
        for finding in new:
            if finding.verdict.tone == "red":
                # a changed value may rightly clash with others elsewhere (a total with its parts)
                if touches(finding, *place) or touches(finding, slot.start, slot.start + len(wrong)):
                    self.true_red[finding.check] += 1
                else:
                    self.wrongly(where, finding)


def run(texts: Path) -> Score:
    """Score all texts of a folder."""
    record, _ = load_record(bundled_data())
    score = Score()
    for path in sorted(texts.glob("*.md")):
        if OTHER in path.name:
            continue
        marked, library = parse(path.read_text(encoding="utf-8")), library_of(path, record)
        base = checked(path.name, marked.text, record, library)
        score.covered(base)
        score.correct += len(marked.tricky) + len(marked.slots)
        for finding in reds(base):
            score.wrongly(path.name, finding)
        before = {f.said.zh for f in base.findings}
        for slot in marked.slots:
            for wrong in slot.wrong:
                found = checked(path.name, seeded(marked, slot, wrong), record, library)
                score.tell(path.name, marked, slot, wrong, found, before)
    made = sentences(TRICKY)
    for n in range(0, len(made), 14):
        found = checked(f"tricky{n}.md", "# 真话\n\n" + "\n\n".join(made[n : n + 14]), record)
        score.covered(found)
        for finding in reds(found):
            score.wrongly(f"tricky{n}", finding)
    score.correct += len(made)
    return score


def rows(score: Score) -> list[dict[str, object]]:
    """One row a check, and the sum."""
    found = []
    for check in sorted(score.seeded.keys() | score.false_red.keys() | score.true_red.keys()):
        true, false = score.true_red[check], score.false_red[check]
        found.append(_row(check, score.seeded[check], score.found[check], true, false))
    totals = [sum(c.values()) for c in (score.seeded, score.found, score.true_red, score.false_red)]
    return [*found, _row("all", *totals)]


def _row(check: str, seeded_: int, found: int, true: int, false: int) -> dict[str, object]:
    return {
        "check": check,
        "seeded": seeded_,
        "found": found,
        "recall": round(found / seeded_, 3) if seeded_ else None,
        "true_red": true,
        "false_red": false,
        "precision": round(true / (true + false), 3) if true + false else None,
    }


def main() -> int:
    """Print the table; 1 when the aim is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--misses", action="store_true", help="list what was missed and what was raised wrongly"
    )
    parser.add_argument(
        "--set",
        choices=SETS,
        default=SETS[0],
        help="texts worked on, those that came later, those not worked on",
    )
    options = parser.parse_args()
    score = run(HERE / options.set)
    table = rows(score)
    share = score.uncheckable / max(1, score.items)
    if options.json:
        print(
            json.dumps(
                {"checks": table, "correct_cases": score.correct, "uncheckable": round(share, 3)}, indent=1
            )
        )
    else:
        print(f"{'check':18}{'seeded':>7}{'found':>7}{'recall':>8}{'red':>6}{'false':>7}{'precision':>11}")
        for row in table:
            print(f"{row['check']:18}{row['seeded']:>7}{row['found']:>7}{row['recall']!s:>8}{row['true_red']:>6}"
                  f"{row['false_red']:>7}{row['precision']!s:>11}")  # fmt: skip
        print(f"{score.correct} correct cases; {share:.1%} of figures and regulations called uncheckable")
    if options.misses:
        print("\n".join(["", "missed:", *score.missed, "", "raised wrongly:", *score.false]))
    last = table[-1]
    return int(any((last[key] or 0) < aim for key, aim in AIM.items()))  # type: ignore[operator]


if __name__ == "__main__":
    sys.exit(main())
