"""The journal: what is written is read again, whatever happened to the file in between."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from changes_made import ACCEPT, CASE, EVERY

from desktop.core.changes.history import CHANGE, UNDO, Entry
from desktop.core.errors import UserError
from desktop.store.edits import open_edits
from desktop.store.journal import OF_DOSSIER, Journal, journal_of
from desktop.store.paths import journal_path


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    made = Journal(tmp_path / "case.jsonl", OF_DOSSIER)
    made.read()
    return made


def fill(journal: Journal, count: int = 3) -> bytes:
    for number in range(1, count + 1):
        journal.append(Entry(CHANGE, number, "2025-01-01T00:00:00+00:00", EVERY[number % len(EVERY)]))
    return journal.path.read_bytes()


def test_entries_are_read_as_they_were_written_and_nothing_but_lines_is_added(journal: Journal) -> None:
    before = fill(journal, 2)
    journal.append(Entry(UNDO, 2, "2025-01-02T00:00:00+00:00"))
    assert journal.path.read_bytes().startswith(before)
    entries, notices = Journal(journal.path, OF_DOSSIER).read()
    assert notices == []
    assert [(e.do, e.number, e.change) for e in entries] == [
        (CHANGE, 1, EVERY[1]),
        (CHANGE, 2, EVERY[2]),
        (UNDO, 2, None),
    ]


def test_wherever_a_kill_cuts_the_last_line_the_others_are_there_and_the_next_one_fits(
    tmp_path: Path,
) -> None:
    whole = fill(journal_at(tmp_path / "whole.jsonl"))
    first_two = whole[: whole.index(b"\n", whole.index(b"\n") + 1) + 1]
    for cut in range(len(first_two), len(whole) - 1, 7):
        path = tmp_path / "cut.jsonl"
        path.write_bytes(whole[:cut])
        torn = Journal(path, OF_DOSSIER)
        entries, notices = torn.read()
        assert len(entries) == 2
        assert len(notices) == (cut > len(first_two))
        torn.append(Entry(UNDO, 2, "2025-01-02T00:00:00+00:00"))
        assert path.read_bytes().startswith(first_two)
        assert [e.do for e in Journal(path, OF_DOSSIER).read()[0]] == [CHANGE, CHANGE, UNDO]
        assert Journal(path, OF_DOSSIER).read()[1] == []


def journal_at(path: Path) -> Journal:
    made = Journal(path, OF_DOSSIER)
    made.read()
    return made


def test_a_last_line_that_lacks_its_end_alone_counts(journal: Journal) -> None:
    whole = fill(journal, 2)
    journal.path.write_bytes(whole[:-1])
    again = Journal(journal.path, OF_DOSSIER)
    entries, notices = again.read()
    assert (len(entries), notices) == (2, [])
    again.append(Entry(UNDO, 2, ""))
    assert len(Journal(journal.path, OF_DOSSIER).read()[0]) == 3


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe nothing",
        b"[" * 100_000,
        b"7",
        b'{"v":1}',
        b'{"v":"1","n":"x","at":"","do":"undo"}',
        b'{"v":1,"n":2,"at":"","do":"change","change":{"kind":"accept","items":7}}',
        b'{"v":1,"n":2,"at":"","do":"change","change":{"kind":"accept","items":[7]}}',
        b'{"v":1,"n":2,"at":"","do":"change","change":{"kind":"correct","before":"g1","after":null}}',
        b'{"v":1,"n":2,"at":"","do":"change","change":{"kind":"add","item":{"figure":{"id":"x"}}}}',
        b'{"v":1,"n":2,"at":"","do":"change","change":{"kind":"add","item":{"figure":{"id":7}}}}',
        b'{"v":1,"n":2,"at":"","do":"change","change":{"kind":"several","changes":[{"review":{}}]}}',
        b'{"v":1,"n":2,"at":"","do":"change","change":{"kind":"delete","items":["g1"]}}',
    ],
)
def test_a_damaged_line_is_told_and_stays_and_the_rest_is_read(journal: Journal, line: bytes) -> None:
    lines = fill(journal).split(b"\n")
    lines[1] = line
    journal.path.write_bytes(b"\n".join(lines))
    again = Journal(journal.path, OF_DOSSIER)
    entries, notices = again.read()
    assert [e.number for e in entries] == [1, 3]
    assert ["第 2 行" in n.zh for n in notices] == [True]
    again.append(Entry(UNDO, 3, ""))
    assert line in journal.path.read_bytes()


@pytest.mark.parametrize(
    "line",
    [
        {"v": 2, "n": 9, "at": "", "do": "merge"},
        {"v": 1, "n": 9, "at": "", "do": "merge"},
        {"v": 1, "n": 9, "at": "", "do": "change", "change": {"kind": "dispute", "of": "g1"}},
        {
            "v": 1,
            "n": 9,
            "at": "",
            "do": "change",
            "change": {"kind": "accept", "items": ["g1"], "weight": 3},
        },
        {"v": 1, "n": 9, "at": "", "do": "change", "change": {"kind": "add", "item": {"note": {"id": "x"}}}},
    ],
)
def test_a_newer_journal_is_shown_as_far_as_it_is_known_and_not_written(
    journal: Journal, line: dict[str, object]
) -> None:
    data = fill(journal, 2) + json.dumps(line).encode() + b"\n"
    journal.path.write_bytes(data)
    again = Journal(journal.path, OF_DOSSIER)
    entries, notices = again.read()
    assert len(entries) == 2
    assert "newer version" in notices[-1].en
    with pytest.raises(UserError, match="Update"):
        again.append(Entry(UNDO, 2, ""))
    assert journal.path.read_bytes() == data


def test_a_file_that_is_no_journal_is_set_aside_under_another_name(journal: Journal) -> None:
    journal.path.write_bytes(b"my diary\nof today\n")
    entries, notices = journal.read()
    assert entries == []
    assert "case.aside-1" in notices[0].en
    assert (journal.path.parent / "case.aside-1").read_bytes() == b"my diary\nof today\n"
    fill(journal, 1)
    journal.path.write_bytes(b"again\n")
    journal.read()
    assert (journal.path.parent / "case.aside-2").exists()


def test_what_another_process_wrote_meanwhile_bars_this_one(journal: Journal) -> None:
    fill(journal, 1)
    other = journal_at(journal.path)
    other.append(Entry(UNDO, 1, ""))
    with pytest.raises(UserError, match="Another window"):
        journal.append(Entry(UNDO, 1, ""))
    assert len(Journal(journal.path, OF_DOSSIER).read()[0]) == 2


def test_a_new_journal_of_another_process_bars_this_one_too(tmp_path: Path) -> None:
    one, other = journal_at(tmp_path / "j.jsonl"), journal_at(tmp_path / "j.jsonl")
    fill(one, 1)
    with pytest.raises(UserError, match="Another window"):
        other.append(Entry(UNDO, 1, ""))


@pytest.mark.skipif(os.name != "posix", reason="locks of the other system lie elsewhere")
def test_a_journal_that_is_being_written_by_another_is_not_waited_for(journal: Journal) -> None:
    import fcntl

    fill(journal, 1)
    with journal.path.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(UserError, match="Another window"):
            journal.append(Entry(UNDO, 1, ""))
    journal.append(Entry(UNDO, 1, ""))


def test_a_place_that_cannot_be_written_says_so_and_leaves_the_dossier_as_it_is(home: Path) -> None:
    (home / "data").mkdir()
    (home / "data" / "journals").write_text("a file where a folder should be")
    edits, notices = open_edits(CASE)
    assert notices == ()
    with pytest.raises(UserError, match="cannot be written"):
        edits.do(ACCEPT, "me")
    assert edits.dossier == CASE
    assert edits.last is None


def test_a_disk_that_fills_up_leaves_the_journal_whole(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fill(journal, 1)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(UserError, match="No space"):
            journal.append(Entry(UNDO, 1, ""))
    assert journal.path.read_bytes() == before
    journal.append(Entry(UNDO, 1, ""))
    assert len(Journal(journal.path, OF_DOSSIER).read()[0]) == 2


def test_names_of_journals_are_plain_and_apart() -> None:
    ids = [
        "weilidai",
        "Weilidai",
        "a/b",
        "a\\b",
        "..",
        "微粒贷",
        "微粒待",
        "x" * 300,
        "x" * 301,
        "",
        "\ud800",
    ]
    paths = [journal_path(i) for i in ids]
    assert len({p.name.lower() for p in paths}) == len(ids)
    assert len({p.parent for p in paths}) == 1
    assert paths[0].name == "weilidai.jsonl"
    assert journal_of("weilidai").path == paths[0]
