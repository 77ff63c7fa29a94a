"""``guiyin extract``: what an article rests on, as JSON that a script can read."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from desktop.core.errors import UserError
from desktop.importers.reading import Reading, as_decoded, items_of, read

BAD_INPUT = 2


def run(arguments: list[str]) -> int:
    """Print one JSON object a file (one a line when there are several); 2 when a file cannot be read.

    Offsets count code points of the decoded file for text and Markdown, of what ``--text`` prints for the rest.
    """
    parser = argparse.ArgumentParser(
        prog="guiyin extract", description="Find figures, tables, policies and factors."
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="txt, md, html, docx or pdf")
    parser.add_argument("--json", action="store_true", help="the only form, and so the default")
    parser.add_argument("--text", action="store_true", help="print the text that the offsets count in")
    options = parser.parse_args(arguments)
    failed = False
    for path in options.files:
        reading = _reading(path)
        if reading is None:
            failed = True
        elif options.text:
            sys.stdout.write(reading.text)
        else:
            answer = {"file": str(path), **items_of(reading)}
            print(json.dumps(answer, ensure_ascii=False, indent=None if len(options.files) > 1 else 1))
    return BAD_INPUT if failed else 0


def _reading(path: Path) -> Reading | None:
    """Read a file; what stands in the way, or is noticed on it, is a sentence on stderr."""
    try:
        data = path.read_bytes()
        reading = as_decoded(read(str(path), data), data)
    except OSError as error:
        print(f"guiyin: {path}: {error.strerror or error}", file=sys.stderr)
        return None
    except UserError as error:
        print(f"guiyin: {error}", file=sys.stderr)
        return None
    for notice in reading.notices:
        print(f"guiyin: {path}: {notice.en}", file=sys.stderr)
    return reading
