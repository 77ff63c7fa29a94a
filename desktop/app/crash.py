"""Faults of our own: logged, shown in one window with what to send us, and the application goes on."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.app.logs import log, log_path
from desktop.widgets.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.widgets.fault_dialog import FaultDialog

Trio = tuple[type[BaseException], BaseException, TracebackType | None]


class FaultHooks(QObject):
    """Catches what nobody caught, on any thread; ``faulted`` arrives on the GUI thread with the details."""

    faulted = Signal(str)
    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Install the hooks; ``remove`` puts the former ones back."""
        super().__init__(parent)
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        self._caught.connect(self.faulted, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._exception
        threading.excepthook = self._thread
        sys.unraisablehook = self._unraisable

    def remove(self) -> None:
        """Put the former hooks back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def _exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._report((kind, error, trace), "")

    def _thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            name = args.thread.name if args.thread else "?"
            self._report((args.exc_type, args.exc_value, args.exc_traceback), f"Thread {name}: ")

    def _unraisable(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self._report(
                (args.exc_type, args.exc_value, args.exc_traceback), f"{args.err_msg or 'Ignored'}: "
            )

    def _report(self, trio: Trio, before: str) -> None:
        import traceback

        details = before + "".join(traceback.format_exception(*trio))
        log("ERROR", details)
        self._caught.emit(details)


class FaultReport(QObject):
    """Shows faults over the window, all in one dialog."""

    def __init__(self, window: MainWindow) -> None:
        """Belong to ``window``."""
        super().__init__(window)
        self._window = window
        self._dialog: FaultDialog | None = None

    @property
    def dialog(self) -> FaultDialog | None:
        """The dialog while it is open."""
        return self._dialog

    @Slot(str)
    def show(self, details: str) -> None:
        """List a fault, opening the dialog if it is not there."""
        if self._dialog is None:
            from desktop.widgets.fault_dialog import FaultDialog

            self._dialog = FaultDialog(self._window.ctx.language, log_path(), self._window)
            self._dialog.finished.connect(self._closed)
            self._dialog.add(details)
            self._dialog.show()
        else:
            self._dialog.add(details)

    def _closed(self) -> None:
        self._dialog = None
