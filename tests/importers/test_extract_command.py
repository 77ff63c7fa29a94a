"""``guiyin extract`` from a script's side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.app.cli import run

TEXT = "题目\n\n税率为３０％。\n"


def test_one_file_is_one_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    assert run(["extract", str(path), "--json"], 0.0) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["file"], answer["chars"]) == (str(path), len(TEXT))
    assert [i["text"] for i in answer["items"]] == ["３０％"]


def test_several_files_are_lines_and_a_missing_one_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-16")
    assert run(["extract", str(path), str(tmp_path / "none.txt"), str(path)], 0.0) == 2
    out, err = capsys.readouterr()
    assert [json.loads(line)["chars"] for line in out.splitlines()] == [len(TEXT)] * 2
    assert "none.txt" in err


def test_the_text_that_offsets_count_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeff甲\r\n乙".encode())
    assert run(["extract", "--text", str(path)], 0.0) == 0
    assert capsys.readouterr().out == "甲\r\n乙"
