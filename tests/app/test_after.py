"""What happens once the window has been painted."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QIcon
from pytestqt.qtbot import QtBot

from desktop.app import after, logs
from desktop.app.after import AfterPaint
from desktop.app.compose import make_window
from desktop.app.fonts import load_fonts
from desktop.app.single import server_name
from desktop.services import theme
from desktop.services.context import Context
from desktop.store.paths import bundled_data
from desktop.widgets.main_window import MainWindow
from desktop.widgets.window_ui import WindowUi


@pytest.fixture
def started(window: MainWindow, qtbot: QtBot) -> Iterator[AfterPaint]:
    """The window's afterwork, done but for the slow imports."""
    made = AfterPaint(window, "", 0.0)
    window.removeEventFilter(made)
    made._shown_after = 0.5
    yield made
    made.close()
    logs.close_log()


def test_the_log_says_when_the_window_showed(started: AfterPaint, home: Path) -> None:
    started._settle_in()
    assert "shown after 0.50 s" in (home / "log" / "guiyin.log").read_text(encoding="utf-8")
    assert (home / "log" / "crash.log").exists()


def test_the_window_gets_its_icon(started: AfterPaint) -> None:
    QGuiApplication.setWindowIcon(QIcon())
    started._settle_in()
    icon = started._window.windowIcon()
    assert {size.width() for size in icon.availableSizes()} >= {16, 32, 128}
    drawn = icon.pixmap(32, 32).toImage()
    assert drawn.pixelColor(16, 1).alpha() == 255
    assert drawn.pixelColor(0, 0).alpha() < 255


def test_a_log_that_cannot_be_written_is_said(started: AfterPaint, window: MainWindow, home: Path) -> None:
    (home / "log").write_text("in the way", encoding="utf-8")
    started._settle_in()
    assert str(home / "log") in window.notices.messages[0].zh


def test_a_newer_version_before_is_said(started: AfterPaint, window: MainWindow) -> None:
    window.ctx.preferences.set_value("version", "99.0")
    started._settle_in()
    assert ["99.0" in said.zh for said in window.notices.messages] == [True]


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_later_start_is_listened_to(started: AfterPaint, window: MainWindow) -> None:
    started._listen()
    assert Path(server_name()).exists()
    window.showMinimized()
    started._come_forward(str(bundled_data("lilidai")))
    assert window.windowTitle().startswith("粒粒贷")
    assert not window.isMinimized()


def test_missing_resources_are_said(
    started: AfterPaint, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(after, "resource", lambda name: tmp_path / name)
    monkeypatch.setattr(after, "bundled_data", lambda name: tmp_path / name)
    started._settle_in()
    assert (
        "icons, themes, licenses, data/dossiers.txt, data/weilidai, data/lilidai"
        in window.notices.messages[0].en
    )


def test_a_damaged_theme_is_said_and_the_window_stays_legible(
    services: tuple[Context, WindowUi], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "light.json").write_text("{", encoding="utf-8")
    (tmp_path / "themes" / "dark.json").write_text('{"tokens": [], "palette": 3}', encoding="utf-8")
    monkeypatch.setattr(theme, "resource", tmp_path.joinpath)
    theme.load_theme.cache_clear()
    try:
        window = make_window(*services)
        qtbot.addWidget(window)
        window.show()
        window.ctx.preferences.set_theme("dark")
        with qtbot.captureExceptions() as raised:
            window.grab()
        assert not raised
        made = AfterPaint(window, "", 0.0)
        made._look_for_resources()
        assert "themes/light.json, themes/dark.json" in window.notices.messages[0].en
    finally:
        theme.load_theme.cache_clear()


@pytest.mark.parametrize("folder", ["config", "data"])
def test_a_folder_that_is_none_is_said_at_the_start(
    started: AfterPaint, window: MainWindow, home: Path, folder: str
) -> None:
    shutil.rmtree(home / folder, ignore_errors=True)
    (home / folder).write_text("in the way", encoding="utf-8")
    window.ctx.preferences.set_value("last", "")
    started._look_at_folders()
    assert [str(home / folder) in said.zh for said in window.notices.messages] == [True]


def test_a_missing_font_is_said(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.app.fonts.resource", lambda *parts: tmp_path.joinpath(*parts))
    said = load_fonts()
    assert said is not None
    assert "GuiyinSansSC-Regular.otf" in said.zh


def test_a_timed_start_prints_json_and_quits(window: MainWindow, capsys: pytest.CaptureFixture[str]) -> None:
    made = AfterPaint(window, "shown", 0.0)
    made._shown()
    assert json.loads(capsys.readouterr().out)["shown"] > 0
