"""Entry point of ``guiyin`` and ``python -m desktop``: answers the cheap questions before Qt is imported."""

from __future__ import annotations

import sys
import time

STARTED = time.time()


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

    return run(arguments, STARTED)


if __name__ == "__main__":
    sys.exit(main())
