"""``guiyin extract`` from a script's side."""

from __future__ import annotations

import json
from pathlib import Path

import made
import pytest

from desktop.app.cli import run
from desktop.importers.extract import extract

ARTICLE = "某产品为什么消失\n\n一、成本上升\n成本上升了20%，利润随之减少。\n二、需求下降\n需求下降了30%，降得很快。\n"
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


@pytest.mark.parametrize("name", ["a.html", "a.docx"])
def test_offsets_count_in_what_text_prints(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(made.page(ARTICLE) if name == "a.html" else made.document(ARTICLE))
    assert run(["extract", str(path)], 0.0) == 0
    answer = json.loads(capsys.readouterr().out)
    assert run(["extract", "--text", str(path)], 0.0) == 0
    text = capsys.readouterr().out
    assert answer["chars"] == len(text)
    assert [i["text"] for i in answer["items"] if i["kind"] == "quantity"] == ["20%", "30%"]
    assert all(text[i["start"] : i["end"]] == i["text"] for i in answer["items"])


def test_offsets_of_text_count_the_line_ends_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(ARTICLE.replace("\n", "\r\n").encode())
    assert run(["extract", str(path)], 0.0) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["chars"] == len(ARTICLE) + ARTICLE.count("\n")


def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK\x03\x04 cut")
    assert run(["extract", str(path)], 0.0) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "damaged" in err


TABLE = "题目\n\n| 年份 | 收入（亿元） |\n| --- | --- |\n| 2023 | 3 |\n| 2024 | 5 |\n\n收入增长了2%。\n"


@pytest.mark.parametrize("text", [ARTICLE, TABLE, "没有标题也没有数字的一句话。\n"])
@pytest.mark.parametrize("several", [False, True])
def test_items_printed_one_by_one_read_as_if_dumped_at_once(
    text: str, several: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    files = [str(path)] * (2 if several else 1)
    assert run(["extract", *files], 0.0) == 0
    answer = {"file": str(path), **extract(text)}
    expected = json.dumps(answer, ensure_ascii=False, indent=None if several else 1) + "\n"
    assert capsys.readouterr().out == expected * len(files)
