"""The command line: which words it takes, and what each of them starts."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import NoReturn

USAGE = """\
guiyin [PATH]              open the window, on a dossier (.guiyin file or folder) if one is named
guiyin snapshot DIR        write a PNG of every page
guiyin extract FILE...     print figures, tables, policies and factors of articles as JSON
guiyin validate [DIR...]   check data packages against the profile
guiyin --smoke             visit everything once; silent when all is well
guiyin --exit-when shown|ready
                           start, print how long it took, quit
guiyin --version | --help
"""
BAD_INPUT = 2


def run(arguments: list[str], started: float) -> int:
    """Run one command line; ``started`` is the time the process began (seconds since the epoch)."""
    command = arguments[0] if arguments else ""
    if command == "snapshot":
        return _snapshot(arguments[1:])
    if command == "validate":
        return _validate(arguments[1:])
    if command == "extract":
        from desktop.app.extract import run as extract

        return extract(arguments[1:])
    return _window(arguments, started)


class _Parser(argparse.ArgumentParser):
    """Wrong usage is one sentence and exit status 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"{self.prog}: {message}. See guiyin --help.\n")


def _window(arguments: list[str], started: float) -> int:
    parser = _Parser(prog="guiyin", usage=USAGE, add_help=True)
    parser.add_argument("path", nargs="?", type=Path, metavar="PATH")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--smoke", action="store_true")
    how.add_argument("--exit-when", choices=("shown", "ready"))
    options = parser.parse_args(arguments)
    if options.path is not None and not options.path.exists():
        return _refuse(f"{options.path} does not exist")
    if options.smoke:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not _can_start():
        return BAD_INPUT
    if options.smoke:
        from desktop.app.smoke import smoke

        return smoke()
    from desktop.app.main import start

    return start(options.path, options.exit_when or "", started)


def _snapshot(arguments: list[str]) -> int:
    parser = _Parser(
        prog="guiyin snapshot", description="Write a PNG of every page of every shipped dossier."
    )
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh")
    parser.add_argument("--size", type=_size, default=(1280, 800), metavar="WIDTHxHEIGHT")
    parser.add_argument("--scale", choices=("1", "1.5", "2"), default="1")
    parser.add_argument("--dossier", default="", metavar="NAME", help="only this one")
    options = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = options.scale
    if not _can_start():
        return BAD_INPUT
    from desktop.app.snapshot import snapshot

    return snapshot(options.folder, options.theme, options.lang, options.size, options.dossier)


def _validate(arguments: list[str]) -> int:
    parser = _Parser(prog="guiyin validate", description="Check data packages against the profile.")
    parser.add_argument("folders", nargs="*", metavar="DIR", help="the shipped ones unless named")
    parser.add_argument("--profile", action="store_true", help="print the JSON-Schema profile")
    options = parser.parse_args(arguments)
    from desktop.app.validate import run as validate

    return validate(options.folders, print_profile=options.profile)


def _can_start() -> bool:
    from desktop.app.platform_check import problem

    found = problem()
    if found:
        _refuse(found)
    return not found


def _refuse(sentence: str) -> int:
    print(f"guiyin: {sentence}", file=sys.stderr)
    return BAD_INPUT


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (
        width.isdigit() and height.isdigit() and 200 <= int(width) <= 8000 and 200 <= int(height) <= 8000
    ):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1280x800")
    return int(width), int(height)
