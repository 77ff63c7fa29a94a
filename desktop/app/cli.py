"""The command line: which words it takes, and what each of them starts."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from pathlib import Path

USAGE = """\
usage:
  guiyin [PATH]              open the window, on a dossier (.guiyin file or folder) or
                             an article if one is named
  guiyin snapshot DIR        write a PNG of every page (guiyin snapshot --help)
  guiyin extract FILE...     print figures, tables, policies and factors of articles as JSON
  guiyin import FILE... [-o DIR]
                             turn articles into dossiers (in DIR, or the library)
  guiyin check DOSSIER [--json]
                             what holds in a dossier, what does not, what cannot be known
  guiyin validate [DIR...]   check data packages against the profile
  guiyin --smoke             visit everything once; silent when all is well
  guiyin --exit-when shown|ready
                             start, print how many seconds it took, quit
  guiyin --version | --help
"""
MOMENTS = ("shown", "ready")
BAD_INPUT = 2


def run(arguments: list[str], started: float) -> int:
    """Run one command line; ``started`` is the time the process began (seconds since the epoch)."""
    match arguments:
        case ["--help" | "-h"]:
            print(USAGE, end="")
            return 0
        case ["snapshot" | "validate", *_]:
            from desktop.app.commands import run_command  # argparse is not loaded for the window

            return run_command(arguments)
        case ["extract", *rest]:
            from desktop.app.extract import run as extract

            return extract(rest)
        case ["import", *rest]:
            from desktop.app.import_ import run as import_

            return import_(rest)
        case ["check", *rest]:
            from desktop.app.check import run as check

            return check(rest)
        case ["--smoke"]:
            return _smoke()
        case [] | [""]:
            return _window(None, "", started)
        case ["--exit-when", moment] | ["--exit-when", moment, _] if moment not in MOMENTS:
            return refuse(f"--exit-when takes {' or '.join(MOMENTS)}, not {moment!r}")
        case ["--exit-when", moment]:
            return _window(None, moment, started)
        case ["--exit-when", moment, path] | [path, "--exit-when", moment] if not path.startswith("-"):
            return _window(Path(path), moment, started)
        case [path] if not path.startswith("-"):
            return _window(Path(path), "", started)
        case _:
            return refuse(f"cannot make sense of {' '.join(arguments)!r}; see guiyin --help")


def refuse(sentence: str) -> int:
    """Say on stderr what is wrong and return the exit status for it."""
    print(f"guiyin: {sentence}", file=sys.stderr)
    return BAD_INPUT


def can_start() -> bool:
    """Whether Qt can start; if not, what to do about it is said on stderr."""
    from desktop.app.compiled import kept_compiled
    from desktop.app.platform_check import problem

    with kept_compiled():
        found = problem()
    if found:
        refuse(found)
        return False
    _import_plainly()
    from desktop.app.overrides import guard_overrides

    guard_overrides()
    return True


def _import_plainly() -> None:
    """Put back Python's own import.

    PySide's reads the source of every module, to see whether it switches on one of PySide's ``__feature__``s.
    Nothing here does, and over our modules that would cost a tenth of a second before the window shows.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _window(path: Path | None, exit_when: str, started: float) -> int:
    from desktop.store.paths import is_there

    if path is not None and not is_there(path):
        return refuse(f"{path} does not exist")
    gc.disable()  # importing makes it run dozens of times for nothing; see app/garbage.py
    if not can_start():
        return BAD_INPUT
    from desktop.app.main import start

    return start(path, exit_when, started)


def _smoke() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not can_start():
        return BAD_INPUT
    from desktop.app.smoke import smoke

    return smoke()
