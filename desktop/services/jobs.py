"""Work beside the window: the latest of a key wins, outcomes arrive on the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.core.errors import Cancelled
from desktop.core.progress import Progress
from desktop.core.value import value

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")
_REPORTS = 100  # of a job's progress, each of which the window has to hear


@value
class Ok(Generic[T]):
    """The work is done."""

    value: T


@value
class Failed:
    """The work raised."""

    error: Exception


@value
class Stopped:
    """The work was cancelled, or a later job of the same key took its place."""


Outcome = Ok[T] | Failed | Stopped


class _Job:
    """Progress handed to the work; every ``step`` raises once the job is cancelled.

    Of the reports the window hears a hundred at most, however often the work steps.
    """

    def __init__(self, key: str, report: Callable[[str, int, int], None]) -> None:
        self.key, self._report = key, report
        self.cancelled = Event()
        self._told = (-1, -1)

    def step(self, done: int, total: int) -> None:
        if self.cancelled.is_set():
            raise Cancelled
        now = (done * _REPORTS // max(1, total), total)
        if now != self._told:
            self._told = now
            self._report(self.key, done, total)


class JobRunner(QObject):
    """Runs work on an injected executor; tests inject one that runs by hand.

    The work gets values and a Progress, never QObjects. ``done`` is called once on the GUI thread.
    """

    progressed = Signal(str, int, int)
    _finished = Signal(object, object)

    def __init__(self, executor: Executor | None = None, parent: QObject | None = None) -> None:
        """Use two threads unless an executor is given."""
        super().__init__(parent)
        self._executor = executor
        # ``done`` stays on the GUI thread: a job's thread must not be the last to let go of a widget
        self._running: dict[str, tuple[_Job, Callable[[Outcome[Any]], None]]] = {}
        self._held: set[str] = set()
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(self, key: str, work: Callable[[Progress], T], done: Callable[[Outcome[T]], None]) -> None:
        """Start ``work``; a running job of the same key is cancelled and hears ``Stopped`` at once.

        After ``close`` nothing starts any more: ``done`` hears ``Stopped``.
        """
        self.cancel(key)
        if self._closed:
            done(Stopped())
            return
        job = _Job(key, self.progressed.emit)
        self._running[key] = job, done

        def run() -> None:
            outcome: Outcome[T]
            try:
                outcome = Ok(work(job))
            except Cancelled:
                outcome = Stopped()
            except Exception as error:
                outcome = Failed(error)
            self._finished.emit(job, outcome)

        if self._executor is None:
            from concurrent.futures import ThreadPoolExecutor  # 10 ms that the first paint need not wait for

            self._executor = ThreadPoolExecutor(max_workers=2, thread_name_prefix="guiyin")
        self._executor.submit(run)

    def cancel(self, key: str) -> None:
        """Cancel the job of a key: it hears ``Stopped`` now; what its thread still computes is dropped."""
        if key in self._running:
            job, done = self._running.pop(key)
            job.cancelled.set()
            done(Stopped())

    def is_running(self, key: str) -> bool:
        """Whether a job of this key is under way."""
        return key in self._running

    @property
    def busy(self) -> bool:
        """Whether any job is under way, or work that is held."""
        return bool(self._running or self._held)

    def hold(self, key: str) -> None:
        """Count what the GUI thread does in steps as under way, until ``release``."""
        self._held.add(key)

    def release(self, key: str) -> None:
        """That work is done, or given up; what is not held is left alone."""
        self._held.discard(key)

    def close(self) -> None:
        """Cancel everything and wait for the threads; a timer may still ask for more work."""
        self._closed = True
        for key in list(self._running):
            self.cancel(key)
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)

    @Slot(object, object)
    def _deliver(self, job: _Job, outcome: Outcome[object]) -> None:
        running, done = self._running.get(job.key, (None, None))
        if running is job and done is not None:
            del self._running[job.key]
            done(outcome)
