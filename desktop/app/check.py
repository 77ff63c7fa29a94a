"""``guiyin check``: what holds in a dossier, what does not, and what cannot be known."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, NoReturn

from desktop.audit.check import CHECKS
from desktop.audit.engine import audit
from desktop.core.dossier import Dossier, Record
from desktop.core.errors import UserError
from desktop.core.finding import Audit, Coverage, Derived, Finding, Input
from desktop.core.text import Language, Text

BAD_INPUT = 2


class _Parser(argparse.ArgumentParser):
    """Wrong usage is one sentence and exit status 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"{self.prog}: {message}. See {self.prog} --help.\n")


def run(arguments: list[str]) -> int:
    """Print findings and coverage of a dossier (or of an article, read as an import reads it); 2 on bad input."""
    parser = _Parser(prog="guiyin check", description="Check every figure and regulation of a dossier.")
    parser.add_argument("dossier", type=Path, metavar="DOSSIER", help="a dossier, or an article")
    parser.add_argument("--json", action="store_true", help="everything, as JSON")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="of the sentences without --json")
    options = parser.parse_args(arguments)
    from desktop.store.paths import bundled_data
    from desktop.store.register_edits import read_record

    try:
        record, notices = read_record(bundled_data())
        dossier, more = _opened(options.dossier, record)
        library, _ = _library(dossier)
    except OSError as problem:
        print(f"guiyin: {options.dossier}: {problem.strerror or problem}", file=sys.stderr)
        return BAD_INPUT
    except UserError as problem:
        print(f"guiyin: {problem}", file=sys.stderr)
        return BAD_INPUT
    for notice in (*notices, *more):
        print(f"guiyin: {notice.en}", file=sys.stderr)
    found = audit(dossier, record, library)
    if options.json:
        print(json.dumps(as_json(dossier, found), ensure_ascii=False, indent=1))
    else:
        sys.stdout.write(as_lines(dossier, found, english=options.lang == "en"))
    return 0


def _opened(path: Path, record: Record) -> tuple[Dossier, tuple[Text, ...]]:
    from desktop.store.adopt import adopt
    from desktop.store.codec import load
    from desktop.store.edits import open_edits
    from desktop.store.library import is_dossier

    if path.exists() and path.is_file() and not is_dossier(path):
        from desktop.importers.draft import draft
        from desktop.importers.reading import read

        reading = read(path.name, path.read_bytes())
        return draft(reading, record.register), reading.notices
    adopted = adopt(path)
    loaded = load(adopted.folder)
    edits, notices = open_edits(loaded.dossier)
    return edits.dossier, (*adopted.notices, *loaded.notices, *notices)


def _library(dossier: Dossier) -> tuple[tuple[Dossier, ...], tuple[Text, ...]]:
    """Return the other dossiers of the library that can be read; what cannot be is not our matter here."""
    from desktop.store.codec import load
    from desktop.store.edits import open_edits
    from desktop.store.library import entries

    found, problems = [], []
    for entry in entries():
        if entry.problem is not None or entry.id == dossier.id:
            continue
        try:
            found.append(open_edits(load(entry.folder).dossier)[0].dossier)
        except UserError as problem:
            problems.append(problem.text)
    return tuple(found), tuple(problems)


def as_json(dossier: Dossier, found: Audit) -> dict[str, Any]:
    """Return the audit as plain values; spans count code points of the source's text."""
    return {
        "dossier": dossier.id,
        "title": dossier.title._asdict(),
        "coverage": {
            **_coverage(found.coverage),
            "by_factor": {k: _coverage(c) for k, c in found.coverage_by_factor(dossier).items()},
        },
        "findings": [_finding(f) for f in found.findings],
        "passed": [
            {"check": p.check, "verdict": p.verdict.code, "items": list(p.items), "formula": p.formula}
            for p in found.passed
        ],
        "uncheckable": [
            {"item": u.item, "code": u.code, "reason": u.reason._asdict()} for u in found.uncheckable
        ],
        "derived": [_derived(d) for d in found.derived],
    }


def _coverage(found: Coverage) -> dict[str, int]:
    return {"checked": found.checked, "total": found.total}


def _finding(found: Finding) -> dict[str, Any]:
    return {
        "id": found.id,
        "check": found.check,
        "name": CHECKS[found.check].name._asdict(),
        "kind": found.kind,
        "verdict": found.verdict.code,
        "severity": found.verdict.severity,
        "items": list(found.items),
        "inputs": [_input(i) for i in found.inputs],
        "formula": found.formula,
        "said": found.said._asdict(),
        "spans": [
            {"source": s.source, "start": s.start, "end": s.end, "quote": s.quote} for s in found.spans
        ],
    }


def _derived(found: Derived) -> dict[str, Any]:
    return {
        "id": found.id,
        "name": found.name._asdict(),
        "shown": found.shown._asdict(),
        "low": found.low,
        "high": found.high,
        "unit": found.unit,
        "formula": found.formula,
        "inputs": [_input(i) for i in found.inputs],
        "items": list(found.items),
    }


def _input(one: Input) -> dict[str, Any]:
    return {"label": one.label._asdict(), "shown": one.shown._asdict(), "item": one.item}


def as_lines(dossier: Dossier, found: Audit, *, english: bool) -> str:
    """Return the audit as a person reads it: findings, then what was checked and what was not, by reason."""
    language: Language = "en" if english else "zh"
    lines = []
    for one in found.findings:
        name = CHECKS[one.check].name
        lines.append(
            f"{one.verdict.mark} {one.verdict.name(language)} [{name(language)}] {one.said(language)}"
        )
    covered = found.coverage
    total = Text("已核查 {} / {}。", "Checked {} of {}.").format(covered.checked, covered.total)
    lines.append(total(language))
    for one_left in found.uncheckable:
        item = dossier.item(one_left.item)
        where = " ".join(item.anchor.quote.split())[:24] if item is not None else one_left.item
        lines.append(f"– {where}: {one_left.reason(language)}")
    return "".join(line + "\n" for line in lines)
