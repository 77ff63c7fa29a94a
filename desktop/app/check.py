"""``guiyin check``: what holds in a dossier, what does not, and what cannot be known."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Final, NoReturn

from desktop.app.check_told import as_json, as_lines
from desktop.audit.check import CHECKS
from desktop.audit.engine import audit
from desktop.core.dossier import Dossier
from desktop.core.errors import UserError
from desktop.core.progress import NoProgress
from desktop.core.record import Record
from desktop.core.text import Text

FAULTY, BAD_INPUT = 1, 2
FAILED: Final = Text(
    "guiyin：检查“{}”出错，已略过。", "guiyin: the check “{}” ended in an error and was left out."
)
TOLD: Final = """\
exit status:
  0  checked, whatever was found
  1  checked, but for some checks that ended in an error of their own; stderr says which
  2  the dossier cannot be read; a sentence on stderr says why

fields of --json (a text is {"zh": …, "en": …}; the order is that of the text, the same every time):
  dossier, title      id and title
  sources             id, title and sha256 of each text that spans count in
  coverage            checked and total, over the figures and regulations; by_factor the same for each section
  findings            id, check, name of the check, kind, verdict, severity (0 fine to 5), factor, items (the first
                      is the one it is raised on), inputs (label, shown, item), formula, said (one sentence),
                      spans (source, start, end, quote; offsets in code points of the source's text), ruling (what a
                      person said of it: status accepted or disputed, reason, by, at; else null), corrections (of its
                      items: item, reason, by, at)
  passed              check, verdict, items, formula
  uncheckable         item, code, reason: no check could test it
  failures            check, trace: a check that ended in an error of its own, and was left out
  derived             id, name, shown, low, high, unit, formula, inputs, items: computed, never reported by the text
"""


class _Parser(argparse.ArgumentParser):
    """Wrong usage is one sentence and exit status 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"{self.prog}: {message}. See {self.prog} --help.\n")


def run(arguments: list[str]) -> int:
    """Print findings and coverage of a dossier (or of an article, read as an import reads it); 2 on bad input."""
    parser = _Parser(
        prog="guiyin check",
        description="Check every figure and regulation of a dossier.",
        epilog=TOLD,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("dossier", type=Path, metavar="DOSSIER", help="a dossier, or an article")
    parser.add_argument("--json", action="store_true", help="everything, as JSON")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh", help="of the sentences without --json")
    options = parser.parse_args(arguments)
    from desktop.services.audit_work import others_of
    from desktop.store.paths import bundled_data
    from desktop.store.register_edits import read_record

    try:
        record, notices = read_record(bundled_data())
        dossier, more = _opened(options.dossier, record)
        library = others_of(dossier, NoProgress())
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
        sys.stdout.writelines(f"{line}\n" for line in as_lines(dossier, found, options.lang))
    for failure in found.failures:
        print(FAILED.format(CHECKS[failure.check].name).en + f"\n{failure.trace}", file=sys.stderr)
    return FAULTY if found.failures else 0


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
