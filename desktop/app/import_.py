"""``guiyin import``: articles become dossiers, without a window."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from desktop.store.paths import is_there, user_folder

if TYPE_CHECKING:
    from desktop.services.import_work import Imported

BAD_INPUT = 2
MOST_WORKERS = 64


def _count(word: str) -> int:
    if not word.isdecimal() or not 0 < int(word) <= MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"{word} is not a number from 1 to {MOST_WORKERS}")
    return int(word)


class _Parser(argparse.ArgumentParser):
    """Wrong usage is one sentence and exit status 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"{self.prog}: {message}. See {self.prog} --help.\n")


def run(arguments: list[str]) -> int:
    """Print a line of JSON for every article and say on stderr what could not be imported; 2 if anything."""
    parser = _Parser(prog="guiyin import", description="Turn articles into dossiers.")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="an article, or a folder of them")
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", help="where to, instead of the library")
    parser.add_argument("--workers", type=_count, default=0, metavar="N", help="processes at once")
    options = parser.parse_args(arguments)
    missing = [path for path in options.files if not is_there(path)]
    for path in missing:
        _say(f"{path} does not exist")
    from desktop.services.import_run import import_all, tasks_of

    library = options.output or user_folder("data") / "library"
    tasks = tasks_of([path for path in options.files if path not in missing], library)
    if not tasks and not missing:
        _say("there is no file here that can be imported")
    report = import_all(tasks, _Progress(), options.workers)
    for made in report.imported:
        print(_line(made))
        for notice in made.notices:
            _say(f"{made.name}: {notice.en}")
    for refused in report.refused:
        _say(refused.problem.en)
        if refused.details:
            print(refused.details, file=sys.stderr)
    return BAD_INPUT if missing or report.refused or not tasks else 0


def _line(made: Imported) -> str:
    return json.dumps(
        {
            "file": made.name,
            "dossier": made.folder,
            "id": made.dossier,
            "title": made.title.zh,
            "updated": made.updated,
            **made.counts,
        },
        ensure_ascii=False,
    )


def _say(sentence: str) -> None:
    print(f"guiyin: {sentence}", file=sys.stderr)


class _Progress:
    """A line that counts, where a person watches."""

    def step(self, done: int, total: int) -> None:
        if total > 1 and sys.stderr.isatty():
            print(f"\r{done:,} / {total:,}", end="\n" if done == total else "", file=sys.stderr, flush=True)
