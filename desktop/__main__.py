"""Entry point of ``guiyin`` and ``python -m desktop``: answers the cheap questions before Qt is imported."""

from __future__ import annotations

import os
import sys
import time

STARTED = time.time()
UNREAD = 128 + 13  # what shells report of a program that a closed pipe ended


def main(argv: list[str] | None = None) -> int:
    """Run one command line; returns its exit code."""
    if getattr(sys, "frozen", False):  # a worker process of a bundle is the program itself
        from multiprocessing import freeze_support

        freeze_support()
    arguments = sys.argv[1:] if argv is None else argv
    if arguments in (["--version"], ["-V"]):
        from desktop.app.versions import lines

        print(lines())  # noqa: T201 - the answer
        return 0
    from desktop.app.cli import run

    try:
        code = run(arguments, STARTED)
        if sys.stdout is not None:  # a window started without a console has none
            sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has seen enough (guiyin check ... | head)
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
        )  # or the interpreter complains at its end
        return UNREAD
    return code


if __name__ == "__main__":
    sys.exit(main())
