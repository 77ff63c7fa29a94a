"""What waits until the window has been painted: log, second starts, slow libraries; and a timed start."""

from __future__ import annotations

import faulthandler
import gc
import importlib
import json
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication

from desktop import __version__
from desktop.app.clock import running_for
from desktop.app.logs import log, log_path, open_log
from desktop.app.single import SingleInstance
from desktop.core.progress import Progress
from desktop.core.text import Text
from desktop.services.theme import load_theme
from desktop.store import library
from desktop.store.paths import bundled_data, resource
from desktop.widgets.icons import window_icon
from desktop.widgets.main_window import MainWindow

# Tables need pandas, which takes a second to import: it is ready before the first table is asked for.
SLOW = ("desktop.models.frame", "desktop.store.frames")
SHIPPED = ("icons", "themes", "licenses")
MISSING = Text(
    "随附的资源缺失或损坏（{}），请重新安装。",
    "Shipped resources are missing or damaged ({}); install the application again.",
)


class AfterPaint(QObject):
    """Watches the window for its first paint, then does the rest in the order of urgency."""

    def __init__(self, window: MainWindow, exit_when: str, started: float) -> None:
        """``exit_when`` is "shown", "ready" or "" (stay); ``started`` is when the process began."""
        super().__init__(window)
        self._window, self._exit_when, self._started = window, exit_when, started
        self._painted = False
        self._shown_after = 0.0
        self._single: SingleInstance | None = None
        self._faults: TextIO | None = None
        window.painted.connect(self._wait)

    def close(self) -> None:
        """Stop listening and close the file of hard crashes."""
        if self._single is not None:
            self._single.close()
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()

    def _wait(self) -> None:
        """What the first paint queues runs when the whole window is on the screen."""
        if not self._painted:
            self._painted = True
            self._window.painted.disconnect(self._wait)
            QTimer.singleShot(0, self, self._shown)

    def _shown(self) -> None:
        self._shown_after = running_for(self._started)
        gc.freeze()  # what the window is made of stays: no collection need look at it
        if self._exit_when == "shown":
            self._leave({"shown": self._shown_after})
        else:
            from desktop.app.ready import FirstChart

            FirstChart(self._window).drawn.connect(self._ready)

    def _ready(self) -> None:
        if self._exit_when == "ready":
            self._leave({"shown": self._shown_after, "ready": running_for(self._started)})
        else:
            self._listen()
            self._settle_in()
            self._window.ctx.auditing.wake()
            self._window.ctx.jobs.submit("warm-up", _import_slow, lambda _outcome: None)

    def _listen(self) -> None:
        self._single = SingleInstance(self)
        self._single.asked.connect(self._come_forward)
        self._single.listen()

    def _settle_in(self) -> None:
        QGuiApplication.setWindowIcon(window_icon())
        self._keep_log()
        self._look_for_resources()
        self._look_at_version()
        self._look_at_folders()

    def _leave(self, times: dict[str, float]) -> None:
        with suppress(BrokenPipeError):  # whoever asked is gone; the window must not stay
            print(json.dumps({moment: round(seconds, 4) for moment, seconds in times.items()}), flush=True)
        QCoreApplication.quit()

    def _keep_log(self) -> None:
        unwritable = open_log()
        if unwritable is not None:
            self._window.ctx.ui.notify(unwritable)
            return
        log("INFO", f"Guiyin {__version__} shown after {self._shown_after:.2f} s")
        try:
            self._faults = log_path().with_name("crash.log").open("a", encoding="utf-8")
        except OSError:
            return  # the log can be written and this cannot: hard crashes go unrecorded
        faulthandler.enable(self._faults)

    def _look_for_resources(self) -> None:
        missing = [name for name in SHIPPED if not resource(name).is_dir()]
        if "themes" not in missing:
            missing += [f"themes/{name}.json" for name in ("light", "dark") if not load_theme(name).tokens]
        shipped = (library.LIST, *library.bundled())
        missing += [f"data/{name}" for name in shipped if not bundled_data(name).exists()]
        if missing:
            self._window.ctx.ui.notify(MISSING.format(", ".join(missing)))

    def _look_at_version(self) -> None:
        from desktop.app.downgrade import note_version  # after the paint

        newer = note_version(self._window.ctx.preferences)
        if newer is not None:
            self._window.ctx.ui.notify(newer)

    def _look_at_folders(self) -> None:
        """Say now, not when it is too late, what cannot be read or written."""
        self._window.ctx.preferences.flush()
        unreadable = library.problem()
        if unreadable is not None:
            self._window.ctx.ui.notify(unreadable)

    def _come_forward(self, path: str) -> None:
        if path:
            self._window.open_path(Path(path))
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()


def _import_slow(_progress: Progress) -> None:
    for name in SLOW:
        importlib.import_module(name)
