"""Editing the register: its own undo, and everybody who shows it is told."""

from __future__ import annotations

from dataclasses import replace

from invented import dossier, entry, open_in

from desktop.core.register.changes import AddEntry, CorrectEntry, RemoveEntry
from desktop.core.text import Text
from desktop.services.context import Context
from desktop.services.workspace import Workspace
from desktop.store.paths import register_journal_path

OWN = replace(entry(), id="own-1", title=Text("我的条目", "Mine"))
MINE = replace(entry(), number="令〔2021〕9 号")


def test_a_change_is_told_undone_and_done_again(ctx: Context) -> None:
    open_in(ctx, dossier())
    heard: list[int] = []
    ctx.workspace.record_changed.connect(lambda: heard.append(len(ctx.workspace.record.register)))
    assert (ctx.register.can_undo, ctx.register.undo_text) == (False, Text("撤销", "Undo"))
    assert ctx.register.do(AddEntry(OWN))
    assert ctx.register.undo_text == Text("撤销：添加“我的条目”", "Undo: add “Mine”")
    assert ctx.register.undo()
    assert ctx.register.redo_text.zh == "重做：添加“我的条目”"
    assert ctx.register.redo()
    assert not ctx.register.redo()
    assert heard == [2, 1, 2]
    assert not ctx.editing.can_undo


def test_what_cannot_be_done_is_told_and_changes_nothing(ctx: Context) -> None:
    open_in(ctx, dossier())
    told: list[Text] = []
    ctx.workspace.noticed.connect(told.append)
    assert not ctx.register.do(RemoveEntry(entry()))
    assert [text.zh for text in told] == ["这个条目已经不在登记簿里，所以没有修改。"]
    assert not register_journal_path().exists()


def test_the_layer_is_there_from_the_first_look(ctx: Context) -> None:
    shipped = ctx.workspace.record.register[0]
    assert ctx.register.do(CorrectEntry(shipped, replace(shipped, number="甲")))
    again = Workspace()
    assert again.record.entry(shipped.id) == replace(shipped, number="甲")
    assert again.register is not None
    assert again.register.below(shipped.id) == shipped
