"""Whatever bytes come, reading ends in a Reading or a sentence, and every span quotes the text that was read."""

from __future__ import annotations

import random
import tracemalloc
from functools import cache
from pathlib import Path

import made
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.core.errors import UserError
from desktop.importers.reading import articles, from_clipboard, items_of, load_readers, read

pytestmark = pytest.mark.usefixtures("qapp")
TEXT = (Path(__file__).parent / "articles" / "tourism.txt").read_text(encoding="utf-8")
NAMES = ("a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a.mht", "a")
MARKS = (
    b"", b"%PDF-1.4\n", b"PK\x03\x04word/", b"<html><body>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe",
    b"MIME-Version: 1.0\n", b"---\n", b"\xef\xbb\xbf",
)  # fmt: skip
TAGS = (
    "<p>", "</p>", "<table>", "<tr>", "<td rowspan=2>", "<td colspan=9>", "</table>", "<li>", "<ol start=9>", "<h2>",
    "<b>", "<br>", "<sup>2</sup>", "<a href=x>", "</a>", "增长5%。", "2021年", "|", "**", "&amp;", "\u200b", "<!--",
    "<caption>", "<script>", "</script>", "<nav>", "</div>", "<div class=ad>", "\0", "一、成本上升",
)  # fmt: skip


@cache
def _files() -> dict[str, bytes]:
    return {
        "a.txt": TEXT.encode("gbk"),
        "a.md": f"---\ntitle: x\n---\n{TEXT}\n```\n[a](b)\n```\n> 1%\n".encode(),
        "a.html": made.page(TEXT),
        "a.docx": made.document(TEXT),
        "a.pdf": made.pdf(made.markup(TEXT)),
    }


def _check(name: str, data: bytes) -> None:
    try:
        reading = read(name, data)
    except UserError:
        return
    for part in (reading, *articles(reading)):
        for item in items_of(part)["items"]:
            assert part.text[item["start"] : item["end"]] == item["text"]
    for block in reading.blocks or ():
        assert 0 <= block.start <= block.content <= block.end <= len(reading.text)
        for row in block.rows:
            assert all(block.start <= a <= b <= block.end for a, b in row)


@given(st.sampled_from(NAMES), st.sampled_from(MARKS), st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes(name: str, mark: bytes, data: bytes) -> None:
    _check(name, mark + data)


@given(st.sampled_from(NAMES), st.text(max_size=150), st.sampled_from(["utf-8", "utf-16", "gb18030"]))
@settings(max_examples=150, deadline=None)
def test_any_text(name: str, text: str, encoding: str) -> None:
    _check(name, text.encode(encoding, "ignore"))


@given(st.lists(st.sampled_from(TAGS), max_size=40).map("".join))
@settings(max_examples=120, deadline=None)
def test_any_markup(markup: str) -> None:
    _check("a.html", f"<html><body>{markup}".encode())
    try:
        reading = from_clipboard("文字", markup)
    except UserError:
        return
    assert all(i["text"] in reading.text for i in items_of(reading)["items"])


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.docx", "a.pdf"])
def test_damaged_files(name: str) -> None:
    source, chance = _files()[name], random.Random(7)
    for turn in range(12):
        data = bytearray(source)
        if turn % 3 == 0:
            del data[chance.randrange(len(data)) :]
        elif turn % 3 == 1:
            for _ in range(20):
                data[chance.randrange(len(data))] = chance.randrange(256)
        else:
            at, size = chance.randrange(len(data)), chance.randrange(3000)
            data[at : at + size] = data[:size]
        _check(name, bytes(data))


def test_each_format_has_its_reader_and_names_its_suffixes() -> None:
    readers = load_readers()
    suffixes = {suffix for reader in readers for suffix in reader.suffixes}
    assert {".txt", ".md", ".html", ".htm", ".mht", ".docx", ".pdf"} <= suffixes
    assert readers[-1].claims("", b"anything")
    assert len({reader.order for reader in readers}) == len(readers)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("piece", ["没有换行", "a ", "|", "<p>", "-", "**a"])
def test_a_line_of_a_hundred_megabytes_is_read_in_bounded_memory(piece: str) -> None:
    data = (piece * (100_000_000 // len(piece.encode()))).encode()
    tracemalloc.start()
    try:
        reading = read("a.txt", data)
        articles(reading)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 2_500_000_000
