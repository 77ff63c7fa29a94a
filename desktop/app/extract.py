"""``guiyin extract``: what a text rests on, as JSON that a script can read."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from desktop.importers.extract import extract

BAD_INPUT = 2
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def run(arguments: list[str]) -> int:
    """Print one JSON object a file (one a line when there are several); 2 when a file cannot be read."""
    parser = argparse.ArgumentParser(
        prog="guiyin extract", description="Find figures, tables, policies and factors."
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="the only form, and so the default")
    parser.add_argument("--text", action="store_true", help="print the text that the offsets count in")
    options = parser.parse_args(arguments)
    failed = False
    for path in options.files:
        try:
            text = decode(path.read_bytes())
        except OSError as error:
            print(f"guiyin: {path}: {error.strerror or error}", file=sys.stderr)
            failed = True
            continue
        except UnicodeDecodeError:
            print(f"guiyin: {path} is not text in UTF-8, UTF-16 or GB18030", file=sys.stderr)
            failed = True
            continue
        if options.text:
            sys.stdout.write(text)
            continue
        found = extract(text)
        answer = {"file": str(path), **found}
        print(json.dumps(answer, ensure_ascii=False, indent=None if len(options.files) > 1 else 1))
    return BAD_INPUT if failed else 0


def decode(data: bytes) -> str:
    """Decode a text file as it is, without newline translation."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")
