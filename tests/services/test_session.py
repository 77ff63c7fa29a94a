"""Opening, remembering, and being wary of what brought the application down."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.core.text import Text
from desktop.services.context import Context
from desktop.services.session import Session
from desktop.store.paths import bundled_data


@pytest.fixture
def session(ctx: Context) -> Session:
    return Session(ctx.workspace, ctx.selection, ctx.preferences)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return Path(shutil.copytree(bundled_data("weilidai"), tmp_path / "own"))


def test_starts_with_the_first_of_the_library(session: Session, ctx: Context) -> None:
    assert session.start() is None
    assert ctx.workspace.dossier is not None
    assert ctx.selection.focus.dossier == ctx.workspace.dossier.id == "weilidai"
    assert not ctx.selection.can_go_back


def test_starts_with_what_is_named(session: Session, ctx: Context) -> None:
    session.start(bundled_data("lilidai"))
    assert ctx.selection.focus.dossier == "lilidai"
    assert ctx.preferences.recent == ()  # shipped dossiers are always listed


def test_returns_to_dossier_and_place(session: Session, ctx: Context) -> None:
    session.start(bundled_data("lilidai"))
    dossier = ctx.workspace.dossier
    assert dossier is not None
    place = replace(
        ctx.selection.focus, page="factor", factor=dossier.factors[2].id, item=dossier.factors[2].id
    )
    ctx.selection.show(place)
    session.remember()
    session.start()
    assert ctx.selection.focus == place
    session.open(bundled_data("weilidai"))
    assert ctx.selection.focus.dossier == "weilidai"
    session.open(bundled_data("lilidai"))
    assert ctx.selection.focus == place


def test_a_page_is_remembered_at_once_for_the_case_of_a_kill(session: Session, ctx: Context) -> None:
    session.start(bundled_data("lilidai"))
    ctx.selection.show(replace(ctx.selection.focus, page="review"))
    assert ctx.preferences.value("place/lilidai")[0] == "review"


def test_a_place_that_is_gone_is_not_returned_to(session: Session, ctx: Context) -> None:
    ctx.preferences.set_value("place/weilidai", ["factor", "no-such-factor", ""])
    session.start()
    assert (ctx.selection.focus.page, ctx.selection.focus.factor) == ("overview", "")


@pytest.mark.parametrize("nonsense", [7, ["factor"], [1, 2, 3], {"page": "factor"}])
def test_a_place_that_makes_no_sense_is_ignored(session: Session, ctx: Context, nonsense: object) -> None:
    ctx.preferences.set_value("place/weilidai", nonsense)
    session.start()
    assert ctx.selection.focus.page == "overview"


def test_a_step_back_into_another_dossier_is_where_the_next_start_begins(
    session: Session, ctx: Context
) -> None:
    session.start(bundled_data("weilidai"))
    session.open(bundled_data("lilidai"))
    ctx.selection.back()
    session.remember()
    session.start()
    assert ctx.selection.focus.dossier == "weilidai"


def test_back_returns_into_the_dossier_before(session: Session, ctx: Context) -> None:
    session.start(bundled_data("weilidai"))
    session.open(bundled_data("lilidai"))
    ctx.selection.back()
    assert ctx.workspace.dossier is not None
    assert ctx.workspace.dossier.id == ctx.selection.focus.dossier == "weilidai"


def test_a_broken_dossier_changes_nothing_and_is_said(session: Session, ctx: Context, own: Path) -> None:
    said: list[Text] = []
    ctx.workspace.noticed.connect(said.append)
    session.start()
    (own / "datapackage.json").write_text("{", encoding="utf-8")
    assert not session.open(own)
    assert ctx.selection.focus.dossier == "weilidai"
    assert "datapackage.json" in said[0].zh
    assert str(own) not in ctx.preferences.recent


def test_opened_files_are_listed_as_recent(session: Session, ctx: Context, own: Path) -> None:
    session.start(own)
    assert ctx.preferences.recent == (str(own),)


def test_a_dossier_that_brought_us_down_is_left_alone(session: Session, ctx: Context, own: Path) -> None:
    session.start(own)
    marker = _marker()
    marker.write_text(str(own), encoding="utf-8")  # as if the process had died while opening it
    assert session.start() == own
    assert ctx.workspace.dossier is not None
    assert ctx.workspace.dossier.location != str(own)
    assert not marker.exists()
    assert session.start() is None


def test_a_dossier_that_has_gone_is_no_cause_for_care(session: Session, ctx: Context, own: Path) -> None:
    session.start()
    _marker().write_bytes(b"\xff\xfe nowhere")
    assert session.start() is None
    assert ctx.workspace.dossier is not None


def test_asked_for_by_name_it_is_opened_all_the_same(session: Session, ctx: Context, own: Path) -> None:
    session.start()
    _marker().write_text(str(own), encoding="utf-8")
    assert session.start(own) is None
    assert ctx.workspace.dossier is not None
    assert ctx.workspace.dossier.location == str(own)


def test_a_home_that_cannot_be_written_is_no_obstacle(home: Path, ctx: Context) -> None:
    shutil.rmtree(home / "config", ignore_errors=True)
    (home / "config").write_text("in the way", encoding="utf-8")
    session = Session(ctx.workspace, ctx.selection, ctx.preferences)
    session.start()
    assert ctx.workspace.dossier is not None


def _marker() -> Path:
    from desktop.store.paths import user_folder

    return user_folder("config") / "opening"
