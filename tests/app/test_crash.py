"""What nobody caught is logged and shown in one dialog, and the application goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import logs
from desktop.app.crash import FaultHooks, FaultReport
from desktop.widgets.main_window import MainWindow


@pytest.fixture
def hooks(qapp: QApplication, home: Path) -> Iterator[FaultHooks]:
    logs.open_log()
    made = FaultHooks()
    yield made
    made.remove()
    logs.close_log()


def _raise() -> None:
    raise ValueError("a fault of ours")


def test_an_exception_is_logged_and_reported(hooks: FaultHooks, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hooks.faulted, timeout=2000) as caught:
        try:
            _raise()
        except ValueError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    assert "a fault of ours" in caught.args[0]
    assert "a fault of ours" in logs.log_path().read_text(encoding="utf-8")


def test_an_exception_on_a_thread_arrives_on_the_gui_thread(hooks: FaultHooks, qtbot: QtBot) -> None:
    where: list[bool] = []
    hooks.faulted.connect(
        lambda _details: where.append(threading.current_thread() is threading.main_thread())
    )
    thread = threading.Thread(target=_raise, name="worker")
    with qtbot.waitSignal(hooks.faulted, timeout=2000) as caught:
        thread.start()
        thread.join()
    assert "Thread worker" in caught.args[0]
    assert where == [True]


def test_removing_puts_the_former_hooks_back(qapp: QApplication) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    hooks = FaultHooks()
    assert sys.excepthook is not before[0]
    hooks.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_faults_share_one_dialog(window: MainWindow) -> None:
    report = FaultReport(window)
    report.show("first")
    report.show("second")
    report.show("second")
    assert report.dialog is not None
    assert "first" in report.dialog.text
    assert "(2 ×) second" in report.dialog.text
    assert len([w for w in QApplication.topLevelWidgets() if w.isVisible()]) == 2
    report.dialog._copy()
    assert QGuiApplication.clipboard().text() == report.dialog.text
    report.dialog.close()
    assert report.dialog is None
    report.show("third")
    assert report.dialog is not None
    assert "first" not in report.dialog.text
    report.dialog.close()


def test_an_endless_fault_stays_bounded(window: MainWindow) -> None:
    report = FaultReport(window)
    for number in range(200):
        report.show(f"fault {number}")
    assert report.dialog is not None
    assert report.dialog.text.count("fault ") == 20
    report.dialog.close()
