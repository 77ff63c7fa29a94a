"""Many files become many dossiers: worker processes share the files out, and every file is answered for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop.core.progress import Progress
from desktop.core.text import Text
from desktop.core.value import value
from desktop.importers.reading import load_readers
from desktop.services.import_work import Imported, Refused, Result, Task, import_one
from desktop.services.workers import Lost, each

PATIENCE = 120.0  # s for any file
PACE = 50_000  # bytes a second beyond that
LOST = {
    "slow": Text(
        "“{}”处理得太久，已停止。请把它拆成较小的文件再试。",
        "“{}” took too long and was stopped. Split it into smaller files and try again.",
    ),
    "died": Text(
        "“{}”需要的内存太多，或文件已损坏，未能读取。请把它拆小，或另存为其他格式再试。",
        "“{}” needs too much memory or is damaged, and was not read. Split it, or save it in another format.",
    ),
    "fault": Text(
        "读取“{}”时程序出错，这个文件没有导入；其他文件不受影响。",
        "The application failed on “{}”, which was not imported; other files are not affected.",
    ),
}


@value
class Report:
    """What became of every article, in the order of the files."""

    results: tuple[Result, ...]

    @property
    def imported(self) -> tuple[Imported, ...]:
        """The dossiers that stand in the library now."""
        return tuple(r for r in self.results if isinstance(r, Imported))

    @property
    def refused(self) -> tuple[Refused, ...]:
        """What could not be imported."""
        return tuple(r for r in self.results if isinstance(r, Refused))


def files_of(paths: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Yield files with their names; a folder gives the articles below it by their names within it."""
    suffixes = tuple(suffix for reader in load_readers() for suffix in reader.suffixes)
    for path in paths:
        if path.is_dir():
            yield from ((str(file.relative_to(path)), file) for file in _below(path, suffixes))
        else:
            yield path.name, path


def tasks_of(paths: Iterable[Path], library: Path) -> list[Task]:
    """Return a task for every file."""
    return [
        Task(name, str(library), str(file.absolute()), size=file.stat().st_size if file.is_file() else 0)
        for name, file in files_of(paths)
    ]


def _below(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(suffixes) and not name.startswith((".", "~$")):
                yield Path(root, name)


def import_all(tasks: list[Task], progress: Progress, workers: int = 0) -> Report:
    """Import every file; ``workers`` processes at once, as many as there are processors unless given."""
    answers: dict[Task, tuple[Result, ...]] = {}

    def tick() -> None:
        progress.step(len(answers), len(tasks))

    count = min(workers or os.cpu_count() or 1, len(tasks))
    tick()
    for task, answer in each(import_one, tasks, workers=count, seconds=_patience, tick=tick):
        answers[task] = (_lost(task, answer),) if isinstance(answer, Lost) else answer
    return Report(tuple(result for task in tasks for result in answers[task]))


def _patience(task: Task) -> float:
    return PATIENCE + (task.size or len(task.text)) / PACE


def _lost(task: Task, lost: Lost) -> Refused:
    return Refused(task.name, LOST[lost.why].format(task.name), lost.details)
