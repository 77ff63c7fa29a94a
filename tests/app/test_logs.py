"""The log: written when it can be, said once when not, and never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from desktop.app import logs


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    logs.close_log()


def test_writes_what_is_logged(home: Path) -> None:
    assert logs.open_log() is None
    logs.log("INFO", "shown after 0.5 s")
    assert "INFO shown after 0.5 s" in (home / "log" / "guiyin.log").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_said_and_nothing_else_happens(home: Path) -> None:
    (home / "log").write_text("in the way", encoding="utf-8")
    said = logs.open_log()
    assert said is not None
    assert str(home / "log") in said.zh
    logs.log("ERROR", "goes nowhere")


def test_what_qt_says_is_logged_but_for_noise(home: Path) -> None:
    logs.open_log()
    context = QMessageLogContext()
    logs._qt_message(QtMsgType.QtWarningMsg, context, "something is wrong")
    logs._qt_message(QtMsgType.QtWarningMsg, context, f"{logs.NOISE}raise()")
    assert (home / "log" / "guiyin.log").read_text(encoding="utf-8").count("Qt: ") == 1
