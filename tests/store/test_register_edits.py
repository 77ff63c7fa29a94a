"""The journal of the register: what a person changed is there again, the shipped files are not touched."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from invented import entry

from desktop.core.changes.base import Stale
from desktop.core.errors import UserError
from desktop.core.record import Record
from desktop.core.register.changes import AddEntry, CorrectEntry, RemoveEntry
from desktop.core.text import Text
from desktop.services.import_work import Imported, Task, import_one
from desktop.store.paths import bundled_data, register_journal_path
from desktop.store.record import load_record
from desktop.store.register_edits import RegisterEdits, layer_on, read_record

SHIPPED = Record((entry(),), ())
OWN = replace(
    entry(), id="own-1", title=Text("云岭市示例融资暂行办法", "Yunling Measures"), number="云金发〔2022〕3号",
    published=date(2022, 5, 1), urls=("https://example.org/a",), status="in_force",
)  # fmt: skip
MINE = replace(entry(), number="令〔2021〕9 号")


def opened(record: Record = SHIPPED) -> RegisterEdits:
    return layer_on(record)[0]


def test_changes_are_there_again_with_reason_time_and_name() -> None:
    edits = opened()
    edits.do(AddEntry(OWN, "新发现"), "我")
    edits.do(CorrectEntry(entry(), MINE, "见公报"), "我")
    again = opened()
    assert again.record == edits.record
    assert again.record.register == (MINE, OWN)
    (corrected,) = again.record.layer.corrected
    assert (corrected.reason, corrected.by) == ("见公报", "我")
    assert corrected.at
    assert SHIPPED.register == (entry(),)


def test_undo_and_redo_go_on_after_a_restart() -> None:
    opened().do(AddEntry(OWN), "")
    edits = opened()
    edits.do(RemoveEntry(OWN), "")
    edits = opened()
    edits.undo()
    edits = opened()
    assert edits.record.register == (entry(), OWN)
    edits.redo()
    edits.undo()
    edits.undo()
    assert opened().record.register == (entry(),)
    assert opened().last is None


def test_what_does_not_fit_is_not_kept() -> None:
    edits = opened()
    with pytest.raises(Stale):
        edits.do(RemoveEntry(entry()), "")
    assert not register_journal_path().exists()


def test_an_upgrade_is_told_in_a_sentence() -> None:
    opened().do(CorrectEntry(entry(), MINE), "")
    upgraded = Record((replace(entry(), number="令〔2021〕5 号"),), ())
    edits, notices = layer_on(upgraded)
    assert edits.record.register == (MINE,)
    assert [n.zh for n in notices] == [
        "登记簿升级了你更正过的内容：《测试管理办法》。显示的仍是你的更正，请到登记簿里核对。"
    ]
    _edits, notices = layer_on(Record((), ()))
    assert "找不到对应的条目" in notices[0].zh


def test_a_line_that_cannot_be_read_is_told_and_a_newer_kind_bars_writing() -> None:
    opened().do(AddEntry(OWN), "")
    path = register_journal_path()
    good = path.read_bytes()
    path.write_bytes(good + b'{"v":1,"n":2,"at":"","do":"change","change":{"kind":"add-entry","entry":7}}\n')
    edits, notices = layer_on(SHIPPED)
    assert edits.record.register == (entry(), OWN)
    assert len(notices) == 1
    later = {"v": 1, "n": 2, "at": "", "do": "change", "change": {"kind": "fold-entry"}}
    path.write_bytes(good + json.dumps(later).encode() + b"\n")
    edits = opened()
    with pytest.raises(UserError) as told:
        edits.do(RemoveEntry(OWN), "")
    assert "登记簿暂时只能查看" in told.value.text.zh


def test_two_windows_do_not_overwrite_each_other() -> None:
    one, other = opened(), opened()
    one.do(AddEntry(OWN), "")
    with pytest.raises(UserError) as told:
        other.do(CorrectEntry(entry(), MINE), "")
    assert told.value.text.zh.startswith("另一个窗口刚改过登记簿")


def test_an_import_matches_an_entry_of_ones_own(tmp_path: object) -> None:
    shipped = load_record(bundled_data())[0]
    assert read_record(bundled_data())[0] == shipped
    text = "示例贷为何停办\n\n一、监管收紧\n\n《云岭市示例融资暂行办法》2022年5月发布，要求出资不低于30%。\n"
    task = Task("a.md", str(tmp_path), text=text)
    assert matched(task) == ""
    layer_on(shipped)[0].do(AddEntry(OWN), "")
    assert matched(replace(task, name="b.md", text=text + "\n又一段。\n", library=f"{tmp_path}/b")) == OWN.id


def matched(task: Task) -> str:
    from pathlib import Path

    from desktop.store.codec import load

    (made,) = import_one(task)
    assert isinstance(made, Imported)
    (mention,) = [m for m in load(Path(made.folder)).dossier.policies if m.kind == "specific"]
    return mention.register_id
