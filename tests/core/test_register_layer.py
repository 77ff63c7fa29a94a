"""A person's layer over the register: own entries, corrections, and what an upgrade of the shipped files does."""

from __future__ import annotations

from dataclasses import replace

from invented import entry

from desktop.core.policy import RegisterEntry
from desktop.core.register.changes import (
    AddEntry,
    CorrectEntry,
    Layered,
    RemoveEntry,
    correct_entry,
    keep_mine,
    layered,
    own_id,
)
from desktop.core.register.told import rows_of
from desktop.core.text import same

SHIPPED = entry()
MINE = replace(SHIPPED, number="令〔2021〕9 号", issuer=same("另一个机关"))
OWN = replace(SHIPPED, id=own_id("1"), title=same("我的条目"))


def only(made: Layered) -> RegisterEntry:
    (found,) = made.register
    return found


def test_a_correction_changes_only_the_fields_that_differ_and_keeps_what_is_shipped() -> None:
    made = layered((SHIPPED,), [CorrectEntry(SHIPPED, MINE, "见公报", "2026-01-02T00:00:00", "我")])
    assert only(made) == MINE
    corrected = made.layer.of("r1")
    assert set(corrected) == {"number", "issuer"}
    assert corrected["number"].shipped == SHIPPED.number
    assert not corrected["number"].has_moved
    (row,) = [row for row in rows_of(MINE, made.layer, {}) if row.field == "number"]
    assert row.note.zh == "你的更正；登记簿原载：令〔2021〕1 号；原因：见公报（2026-01-02）"


def test_a_second_correction_leaves_reason_and_time_of_the_first() -> None:
    first = CorrectEntry(SHIPPED, replace(SHIPPED, number="甲"), "第一次", "1")
    second = CorrectEntry(SHIPPED, replace(SHIPPED, number="甲", citation=same("乙")), "第二次", "2")
    corrected = layered((SHIPPED,), [first, second]).layer.of("r1")
    assert (corrected["number"].reason, corrected["citation"].reason) == ("第一次", "第二次")


def test_an_upgrade_below_a_correction_is_told_and_changes_nothing_else() -> None:
    upgraded = replace(SHIPPED, number="令〔2021〕5 号", citation=same("新的依据"))
    change = CorrectEntry(SHIPPED, MINE)
    made = layered((upgraded,), [change])
    assert (only(made).number, only(made).citation) == (MINE.number, same("新的依据"))
    assert made.layer.of("r1")["number"].has_moved
    assert not made.layer.of("r1")["issuer"].has_moved
    settled = layered((upgraded,), [change, keep_mine(upgraded, only(made))])
    assert only(settled) == only(made)
    assert not settled.layer.of("r1")["number"].has_moved


def test_an_upgrade_that_says_what_the_correction_says_needs_it_no_more() -> None:
    made = layered((MINE,), [CorrectEntry(SHIPPED, MINE)])
    assert (only(made), made.layer.corrected) == (MINE, ())


def test_a_correction_is_taken_back_by_one_that_agrees_with_what_is_shipped() -> None:
    made = layered((SHIPPED,), [CorrectEntry(SHIPPED, MINE), CorrectEntry(SHIPPED, SHIPPED)])
    assert (only(made), made.layer.corrected) == (SHIPPED, ())


def test_own_entries_stand_behind_the_shipped_ones_and_can_be_corrected_and_removed() -> None:
    better = replace(OWN, number="1 号")
    change = correct_entry(OWN, OWN, better)
    assert change is not None
    made = layered((SHIPPED,), [AddEntry(OWN), change])
    assert made.register == (SHIPPED, better)
    assert made.layer.is_own(OWN.id)
    assert made.layer.corrected == ()
    assert layered((SHIPPED,), [AddEntry(OWN), RemoveEntry(OWN)]).register == (SHIPPED,)


def test_what_fits_no_entry_is_stale_and_a_shipped_entry_is_never_removed() -> None:
    gone, shipped = CorrectEntry(replace(SHIPPED, id="old"), replace(MINE, id="old")), RemoveEntry(SHIPPED)
    made = layered((SHIPPED,), [gone, shipped])
    assert (made.register, made.stale) == ((SHIPPED,), (gone, shipped))


def test_nothing_changed_is_no_change() -> None:
    assert correct_entry(SHIPPED, MINE, MINE) is None
