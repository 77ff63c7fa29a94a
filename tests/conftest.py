"""What every test gets: a home of its own, no screen, the shipped font, a look at what it leaves behind."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.app.garbage import collect_what_is_due
from desktop.app.overrides import guard_overrides

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.services.context import Context
    from desktop.widgets.main_window import MainWindow
    from desktop.widgets.window_ui import WindowUi

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
guard_overrides()  # before any widget is defined
gc.disable()  # else a job's thread may destroy widgets; see desktop/app/garbage.py


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs the research folder or a whole process, unless CI or ``-m`` asks for it."""
    if os.environ.get("CI") or config.option.markexpr:
        return
    left_out = [i for i in items if i.get_closest_marker("shared") or i.get_closest_marker("slow")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [i for i in items if i not in set(left_out)]


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folders (config, data, log, cache) of this test alone."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("GUIYIN_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def _fonts(qapp: QApplication) -> None:
    from desktop.app.fonts import load_fonts

    assert load_fonts() is None


@pytest.fixture(autouse=True)
def _nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a visible top-level window or one of our threads behind."""
    yield
    collect_what_is_due()
    ours = [t.name for t in threading.enumerate() if t.name.startswith("guiyin")]
    assert not ours, f"threads left running: {ours}; call ctx.jobs.close()"
    if "qapp" in request.fixturenames:
        from PySide6.QtCore import QCoreApplication, QEvent
        from PySide6.QtGui import QCursor
        from PySide6.QtWidgets import QApplication

        # The pointer is where the last test left it; a card of the next one under it would look chosen.
        QCursor.setPos(-1, -1)
        # Closed windows are deleted now: no event loop comes that would, and each would slow the next test.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        left = [repr(w) for w in QApplication.topLevelWidgets() if w.isVisible()]
        assert not left, f"windows left open: {left}"


@pytest.fixture
def services(qapp: QApplication, _fonts: None) -> Iterator[tuple[Context, WindowUi]]:
    """The services of one window on the shipped data, and the window's answers."""
    from desktop.app.compose import make_context

    made = make_context(qapp)
    yield made
    made[0].jobs.close()


@pytest.fixture
def ctx(services: tuple[Context, WindowUi]) -> Context:
    """The services of one window; nothing is open."""
    return services[0]


@pytest.fixture
def window(services: tuple[Context, WindowUi], qtbot: QtBot) -> MainWindow:
    """The window on the first shipped dossier, shown."""
    from desktop.app.compose import make_window

    made = make_window(*services)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made
