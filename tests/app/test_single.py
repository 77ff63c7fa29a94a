"""A second start hands its dossier to the first; what a dead process left behind is no obstacle."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import single
from desktop.app.single import SingleInstance, hand_over, server_name

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.app.single import hand_over
app = QCoreApplication([])
sys.exit(0 if hand_over(Path(sys.argv[1]) if sys.argv[1] else None) else 3)
"""


def _second(path: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", SECOND, path], cwd=Path(__file__).parents[2])


def test_alone(qapp: QApplication) -> None:
    assert not hand_over(None)


@pytest.mark.parametrize("path", ["/a/b 微粒.guiyin", ""])
def test_hands_over(path: str, qtbot: QtBot) -> None:
    first = SingleInstance()
    assert first.listen()
    with qtbot.waitSignal(first.asked, timeout=20_000) as asked:
        second = _second(path)
    assert second.wait(20) == 0
    assert asked.args == [path]
    first.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of Windows ends with its process")
def test_a_stale_socket_is_replaced(qtbot: QtBot) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(server_name())
    left.close()
    assert Path(server_name()).exists()
    assert not hand_over(None)
    first = SingleInstance()
    assert first.listen()
    with qtbot.waitSignal(first.asked, timeout=20_000):
        second = _second("")
    assert second.wait(20) == 0
    first.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a socket stands for the busy window")
def test_a_busy_window_is_waited_for() -> None:
    with socket.socket(socket.AF_UNIX) as busy:
        busy.bind(server_name())
        busy.listen()
        second = _second("/a/b.guiyin")
        asked, _ = busy.accept()
        time.sleep(single.WAIT / 1000 + 0.5)
        with asked:
            asked.sendall(b"ok\n")
            assert second.wait(20) == 0
    Path(server_name()).unlink()


def test_one_that_finds_another_listening_does_not_listen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path | None] = []
    monkeypatch.setattr(single, "hand_over", lambda path: asked.append(path) or True)
    second = SingleInstance()
    assert not second.listen(Path("second"))
    assert asked == [Path("second")]
    assert not Path(server_name()).exists()


def test_another_home_is_another_window(monkeypatch: pytest.MonkeyPatch) -> None:
    name = server_name()
    monkeypatch.setenv("GUIYIN_HOME", "/elsewhere")
    assert server_name() != name
