"""``guiyin extract``: what an article rests on, as JSON that a script can read."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from desktop.core.errors import UserError
from desktop.importers.reading import Reading, as_decoded, read, stream_of

BAD_INPUT = 2
_ONE_LINE: Final = json.JSONEncoder(ensure_ascii=False)
_FLAT: Final = json.JSONEncoder(ensure_ascii=False, separators=(",\n   ", ": "))


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
            head, items = stream_of(reading)
            _print({"file": str(path), **head}, items, indented=len(options.files) == 1)
    return BAD_INPUT if failed else 0


def _print(head: dict[str, Any], items: Iterator[dict[str, Any]], indented: bool) -> None:
    """Print what ``json.dumps`` of the head with its ``items`` would be, item by item: they may be gigabytes."""
    start, between, end = ("\n  ", ",\n  ", "\n ") if indented else ("", ", ", "")
    words = json.dumps(head, ensure_ascii=False, indent=1 if indented else None)
    sys.stdout.write(words[:-2] + ',\n "items": [' if indented else words[:-1] + ', "items": [')
    lead = start
    for item in items:
        sys.stdout.write(lead + (_indented(item) if indented else _ONE_LINE.encode(item)))
        lead = between
    sys.stdout.write((end if lead == between else "") + ("]\n}\n" if indented else "]}\n"))


def _indented(item: dict[str, Any]) -> str:
    """As ``json.dumps`` with an indent of 1, two deep; that of the library takes longer than the extraction."""
    if item["kind"] == "table":
        return json.dumps(item, ensure_ascii=False, indent=1).replace("\n", "\n  ")
    return "{\n   " + _FLAT.encode(item)[1:-1] + "\n  }"


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
