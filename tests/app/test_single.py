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
from desktop.app.single import SingleInstance, hand_over, server_name, take_place

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.app.single import hand_over
app = QCoreApplication([])
sys.exit(0 if hand_over(Path(sys.argv[1]) if sys.argv[1] else None) else 3)
"""
PLACE = """
import sys
from desktop.app.single import take_place
place = take_place()
print(place is not None, flush=True)
sys.stdin.read()
"""


def _second(path: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", SECOND, path], cwd=Path(__file__).parents[2])


def test_alone(qapp: QApplication) -> None:
    assert not hand_over(None)


@pytest.mark.parametrize("path", ["/a/b 微粒.guiyin", ""])
def test_hands_over(path: str, qtbot: QtBot) -> None:
    first = SingleInstance()
    first.listen()
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
    first.listen()
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
        time.sleep(1.5)
        with asked:
            asked.sendall(b"ok\n")
            assert second.wait(20) == 0
    Path(server_name()).unlink()


def test_one_process_has_the_place_until_it_ends(home: Path) -> None:
    first = subprocess.Popen(
        [sys.executable, "-c", PLACE],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with first:
        assert first.stdout is not None
        assert first.stdout.readline() == b"True\n"
        assert take_place() is None
        first.kill()
    assert take_place() is not None, "a dead process has no place"


def test_one_that_is_not_listening_yet_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    def shown_meanwhile(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 3:
            Path(server_name()).touch()

    monkeypatch.setattr(single, "sleep", shown_meanwhile)
    monkeypatch.setattr(single, "_asked", lambda name, path: (name, path) == (server_name(), Path("a")))
    assert hand_over(Path("a"), patience=60)
    assert len(waited) == 3
    Path(server_name()).unlink()


def test_another_home_is_another_window(monkeypatch: pytest.MonkeyPatch) -> None:
    name = server_name()
    monkeypatch.setenv("GUIYIN_HOME", "/elsewhere")
    assert server_name() != name
