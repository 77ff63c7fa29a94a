"""File > Save a Copy: the open dossier, edits and all, in one file."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.core.changes import accept
from desktop.core.text import Text
from desktop.services.undoing import user
from desktop.store.adopt import adopt
from desktop.store.codec import load
from desktop.widgets.main_window import MainWindow


@pytest.mark.parametrize("chosen", ["copy", "copy.guiyin", "v1.2"])
def test_a_copy_is_saved_where_the_user_says(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    proposed: list[str] = []

    def ask(_title: Text, name: str, _filters: str) -> Path:
        proposed.append(name)
        return tmp_path / chosen

    monkeypatch.setattr(window.ctx.ui, "ask_save", ask)
    dossier = window.ctx.workspace.dossier
    assert dossier is not None
    window.ctx.editing.do(accept(dossier, [dossier.figures[0].id]))
    window.actions_["save-copy"].trigger()
    target = tmp_path / (chosen if chosen.endswith(".guiyin") else f"{chosen}.guiyin")
    qtbot.waitUntil(lambda: any(str(target) in m.zh for m in window.notices.messages))
    assert proposed[0].endswith(".guiyin")
    assert f"修改人：{user()}。" in window.notices.messages[-1].zh
    monkeypatch.setenv("GUIYIN_HOME", str(tmp_path / "of another person"))
    assert load(adopt(target).folder).dossier.status_of(dossier.figures[0].id) == "accepted"


def test_a_place_that_cannot_be_written_gets_a_sentence(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.ctx.ui, "ask_save", lambda *_: tmp_path / "nowhere" / "copy.guiyin")
    window.actions_["save-copy"].trigger()
    qtbot.waitUntil(lambda: any("无法写入" in m.zh for m in window.notices.messages))


def test_nothing_is_saved_when_the_user_thinks_better_of_it(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.ctx.ui, "ask_save", lambda *_: None)
    window.actions_["save-copy"].trigger()
    assert not window.ctx.jobs.busy
    assert window.notices.messages == ()
