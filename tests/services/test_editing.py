"""Editing the open dossier: undo, redo, restarts, and what the window is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from invented import dossier, open_in

from desktop.core.changes import Correct, accept, correct, delete
from desktop.core.dossier import Dossier
from desktop.core.focus import Focus
from desktop.core.text import Text, same
from desktop.services.context import Context
from desktop.services.session import Session
from desktop.services.workspace import Workspace
from desktop.store.paths import bundled_data, journal_path


def shown(ctx: Context) -> Dossier:
    assert ctx.workspace.dossier is not None
    return ctx.workspace.dossier


def test_a_change_is_told_undone_and_done_again(ctx: Context) -> None:
    open_in(ctx, dossier())
    editing, heard = ctx.editing, list[Dossier]()
    ctx.workspace.dossier_edited.connect(heard.append)
    ctx.workspace.dossier_changed.connect(lambda _: heard.clear())
    assert (editing.undo_text, editing.can_undo) == (("撤销", "Undo"), False)
    assert editing.do(accept(shown(ctx), ["g1"]))
    assert (editing.undo_text, editing.can_redo) == (
        ("撤销：接受“不得低于30%”", "Undo: accept “不得低于30%”"),
        False,
    )
    assert shown(ctx).status_of("g1") == "accepted"
    assert editing.undo()
    assert shown(ctx) == dossier()
    assert editing.redo_text == ("重做：接受“不得低于30%”", "Redo: accept “不得低于30%”")
    assert editing.redo()
    assert not editing.redo()
    assert [d.status_of("g1") for d in heard] == ["accepted", "", "accepted"]
    review = shown(ctx).review_of("g1")
    assert review is not None
    assert review.at


def test_nothing_to_do_and_nothing_open_are_quiet(ctx: Context) -> None:
    change = accept(dossier(), ["g1"])
    assert not ctx.editing.do(change)
    assert not ctx.editing.undo()
    open_in(ctx, dossier())
    assert not ctx.editing.do(None)
    assert not journal_path("case").exists()


def test_a_shipped_dossier_is_edited_without_a_word_in_its_files(ctx: Context) -> None:
    folder = bundled_data("weilidai")
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    assert ctx.workspace.open(folder)
    figure = shown(ctx).figures[3]
    ctx.editing.do(correct(shown(ctx), replace(figure, entity=same("别的主体")), "原文写错"))
    ctx.editing.do(delete(shown(ctx), [shown(ctx).points[0].id]))
    edited = shown(ctx)
    again = Workspace()
    assert again.open(folder)
    assert again.dossier == edited
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before
    assert ctx.workspace.open(bundled_data("lilidai"))
    assert not ctx.editing.can_undo
    assert ctx.workspace.open(folder)
    assert ctx.editing.undo()
    assert ctx.editing.undo()
    assert not ctx.editing.can_undo
    assert shown(ctx).figures[3] == figure


def test_what_cannot_be_kept_or_done_is_told_and_changes_nothing(ctx: Context, home: Path) -> None:
    open_in(ctx, dossier())
    said: list[Text] = []
    ctx.workspace.noticed.connect(said.append)
    lost = replace(dossier().items["g1"], id="lost")
    assert not ctx.editing.do(Correct(lost, replace(lost, hedge="x")))
    assert "不在档案里" in said[-1].zh
    (home / "data").mkdir(exist_ok=True)
    (home / "data" / "journals").write_text("a file where a folder should be")
    assert not ctx.editing.do(accept(shown(ctx), ["g1"]))
    assert "cannot be written" in said[-1].en
    assert shown(ctx) == dossier()


def test_what_is_odd_about_a_journal_is_told_when_the_dossier_opens(ctx: Context) -> None:
    open_in(ctx, dossier())
    ctx.editing.do(accept(shown(ctx), ["g1"]))
    ctx.editing.do(accept(shown(ctx), ["g2"]))
    path = journal_path("case")
    path.write_bytes(path.read_bytes()[:-9])
    said: list[Text] = []
    ctx.workspace.noticed.connect(said.append)
    open_in(ctx, dossier())
    assert "没有写完" in said[-1].zh
    assert [shown(ctx).status_of(i) for i in ("g1", "g2")] == ["accepted", ""]


def test_the_focus_leaves_what_was_deleted_for_its_section(ctx: Context) -> None:
    session = Session(ctx.workspace, ctx.selection, ctx.preferences)
    open_in(ctx, dossier())
    ctx.selection.show(Focus("case", "factor", "f1", "g1"))
    ctx.editing.do(delete(shown(ctx), ["g1"]))
    assert ctx.selection.focus == Focus("case", "factor", "f1", "f1")
    ctx.editing.do(delete(shown(ctx), ["f1"]))
    assert ctx.selection.focus == Focus("case", "factor", "", "")
    session.remember()
