"""The audit of the open dossier: beside the window, and again after each edit, only of what the edit touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.core.progress import Progress
from desktop.services.jobs import Failed, JobRunner, Ok, Outcome
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.core.finding import Audit
    from desktop.services.audit_work import Done

KEY = "audit"
CALM = 150  # ms after a dossier was opened: it is painted first


class FailedCheckError(Exception):
    """Checks ended in an error, and the others were done; the message is their tracebacks."""


class Auditing(QObject):
    """Sleeps until ``wake``, so that it does not slow the start; then it follows the workspace.

    What it finds stands in ``found`` of the open dossier, which is told by the workspace's ``audited``. ``changed``
    says that ``running``, ``failed`` or ``progress`` (parts done, of how many) are others.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, jobs: JobRunner, parent: QObject | None = None) -> None:
        """Start nothing."""
        super().__init__(parent)
        self._workspace, self._jobs = workspace, jobs
        self._awake = False
        self._last: Done | None = None
        self.failed = False
        self.progress = (0, 0)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.timeout.connect(self._run)
        jobs.progressed.connect(self._step)

    @property
    def audit(self) -> Audit | None:
        """The last audit of the open dossier; None until there was one."""
        dossier = self._workspace.dossier
        return dossier.found.audit if dossier is not None and dossier.found is not None else None

    @property
    def running(self) -> bool:
        """Whether an audit is under way, or about to begin."""
        return self._jobs.is_running(KEY) or self._calm.isActive()

    def wake(self) -> None:
        """Audit what is open, and from now on whatever is opened or edited."""
        if self._awake:
            return
        self._awake = True
        self._workspace.dossier_changed.connect(self._begin_anew)
        self._workspace.dossier_edited.connect(self._run)
        self._workspace.record_changed.connect(self._run)
        self._begin_anew()

    def cancel(self) -> None:
        """End what is under way; the next edit begins again."""
        self._calm.stop()
        self._jobs.release(KEY)
        self._jobs.cancel(KEY)
        self.changed.emit()

    def again(self) -> None:
        """Audit everything anew, also against what has come to the library since."""
        if self._awake:
            self._begin_anew()
        else:
            self.wake()

    def _begin_anew(self) -> None:
        self._last = None
        self._jobs.cancel(KEY)
        self._jobs.hold(KEY)
        self._calm.start(CALM)
        self.changed.emit()

    def _run(self) -> None:
        self._calm.stop()
        self._jobs.release(KEY)
        dossier, record, last = self._workspace.dossier, self._workspace.record, self._last
        self.progress = (0, 0)
        if dossier is None:
            self.changed.emit()
            return

        def work(progress: Progress) -> Done:
            from desktop.services.audit_work import audit_open

            return audit_open(dossier, record, last, progress)

        self._jobs.submit(KEY, work, self._done)
        self.changed.emit()

    def _step(self, key: str, done: int, total: int) -> None:
        if key == KEY and self._jobs.is_running(KEY):
            self.progress = (done, total)
            self.changed.emit()

    def _done(self, outcome: Outcome[Done]) -> None:
        self.failed = isinstance(outcome, Failed)
        known = self.audit.failures if self.audit is not None else ()
        if isinstance(outcome, Ok):
            self._last = outcome.value
            dossier = self._workspace.dossier
            if dossier is not None and dossier.found != outcome.value.found:
                self._workspace.take_found(outcome.value.found)
        self.changed.emit()
        if isinstance(outcome, Failed):
            raise outcome.error
        if isinstance(outcome, Ok) and (new := set(outcome.value.found.audit.failures) - set(known)):
            raise FailedCheckError("\n".join(sorted(one.trace for one in new)))
