"""Random keys, clicks, drags and commands, some of them on odd dossiers: nothing may break, whatever is done.

``GUIYIN_MONKEY_STEPS`` and ``GUIYIN_MONKEY_SEEDS`` (such as ``7`` or ``0-40``) say how long and which runs.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from monkey import Monkey
from odd_dossiers import write_odd
from odd_draft import ODD
from pytestqt.qtbot import QtBot

from desktop.app.garbage import Garbage
from desktop.app.logs import NOISE
from desktop.widgets.main_window import MainWindow

STEPS = int(os.environ.get("GUIYIN_MONKEY_STEPS", "120"))
FIRST, _, LAST = os.environ.get("GUIYIN_MONKEY_SEEDS", "1-2").partition("-")
SEEDS = range(int(FIRST), int(LAST or FIRST) + 1)


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.timeout(STEPS + 300)
@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_done_nothing_breaks(
    seed: int, window: MainWindow, home: Path, tmp_path: Path, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in random.Random(seed).sample(sorted(ODD), 4):
        write_odd(name, home / "data" / "library" / name)
    files = [tmp_path / name for name in ("notes.txt", "paper.pdf", "broken.guiyin", "empty")]
    for file in files[:3]:
        file.write_bytes(b"PK\x03\x04 neither one nor the other")
    files[3].mkdir()
    monkey = Monkey(window, seed, files)
    Garbage(window)
    try:
        for _ in range(STEPS):
            with qtbot.captureExceptions() as raised:
                monkey.step()
            assert not raised, monkey.done[-3:]
    finally:
        monkey.rest()
        (tmp_path / "done.txt").write_text("\n".join(monkey.done), encoding="utf-8")
        print("\n".join(monkey.done[-40:]))
    said = capfd.readouterr().err.splitlines()
    assert not [line for line in said if not line.startswith(NOISE)]
    assert not [line for line in monkey.done if line.endswith("does not go away")]
