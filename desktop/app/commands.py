"""The commands that run without a window."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import NoReturn

from desktop.app.cli import BAD_INPUT, can_start


class _Parser(argparse.ArgumentParser):
    """Wrong usage is one sentence and exit status 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"{self.prog}: {message}. See {self.prog} --help.\n")


def run_command(arguments: list[str]) -> int:
    """Run ``snapshot`` or ``validate`` with its options."""
    command, *options = arguments
    return _snapshot(options) if command == "snapshot" else _validate(options)


def _snapshot(arguments: list[str]) -> int:
    parser = _Parser(prog="guiyin snapshot", description="Write a PNG of every page of every dossier.")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--lang", choices=("zh", "en"), default="zh")
    parser.add_argument("--size", type=_size, default=(1280, 800), metavar="WIDTHxHEIGHT")
    parser.add_argument("--scale", choices=("1", "1.5", "2"), default="1")
    parser.add_argument("--dossier", default="", metavar="NAME", help="only this one")
    options = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = options.scale
    if not can_start():
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


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    sides = [int(side) if side.isdigit() else 0 for side in (width, height)]
    if not all(200 <= side <= 8000 for side in sides):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1280x800")
    return sides[0], sides[1]
