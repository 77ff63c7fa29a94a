"""Importing as the window knows it: one run at a time, with progress, an end that can be forced, a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.core.progress import Progress
from desktop.core.text import Text
from desktop.services.jobs import Failed, JobRunner, Ok, Outcome
from desktop.store.paths import user_folder

KEY = "import"
CLIPBOARD = Text("剪贴板", "Clipboard")


class Importing(QObject):
    """Starts imports into the user's library; ``ended`` carries a Report, or None when it was cancelled."""

    started = Signal()
    progressed = Signal(int, int)
    ended = Signal(object)

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        """Nothing runs yet."""
        super().__init__(parent)
        self._jobs = jobs
        jobs.progressed.connect(self._step)

    @property
    def busy(self) -> bool:
        """Whether an import is under way."""
        return self._jobs.is_running(KEY)

    def start(self, paths: Sequence[Path]) -> None:
        """Import files and folders."""

        def work(progress: Progress) -> object:
            from desktop.services.import_run import import_all, tasks_of

            return import_all(tasks_of(paths, _library()), progress)

        self._run(work)

    def start_text(self, text: str, html: str) -> None:
        """Import what was copied elsewhere: plain text, and the same as HTML if there is any."""
        from desktop.services.import_work import Task

        task = Task(CLIPBOARD.zh, str(_library()), text=text, html=html)

        def work(progress: Progress) -> object:
            from desktop.services.import_run import import_all

            return import_all([task], progress)

        self._run(work)

    def cancel(self) -> None:
        """End the import; what was imported until now stays."""
        self._jobs.cancel(KEY)

    def _run(self, work: Callable[[Progress], object]) -> None:
        self._jobs.submit(KEY, work, self._done)
        self.started.emit()

    def _step(self, key: str, done: int, total: int) -> None:
        if key == KEY and self.busy:
            self.progressed.emit(done, total)

    def _done(self, outcome: Outcome[object]) -> None:
        if isinstance(outcome, Failed):
            self.ended.emit(None)
            raise outcome.error
        self.ended.emit(outcome.value if isinstance(outcome, Ok) else None)


def _library() -> Path:
    return user_folder("data") / "library"
