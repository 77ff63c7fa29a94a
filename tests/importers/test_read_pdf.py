"""PDF files: headings, paragraphs over lines and pages, tables, columns; and those that cannot be read."""

from __future__ import annotations

import sys
import zlib
from typing import Any

import made
import pytest

from desktop.core.errors import Cancelled, UserError
from desktop.importers.formats import pdf
from desktop.importers.reading import Reading, items_of, read

pytestmark = pytest.mark.usefixtures("qapp")
TABLE = "<table border=1 cellspacing=0 cellpadding=4>"
LONG = "这一段文字写得比较长，用来占满好几行，看看折行之后是不是还能连成一段，中间不应当多出空格。" * 3


def _kinds(reading: Reading) -> list[str]:
    return [b.kind for b in reading.blocks or ()]


def _drawn(*pages: bytes, extra: bytes = b"") -> bytes:
    """Write a PDF by hand: each page is a content stream in Helvetica."""
    kids = b" ".join(b"%d 0 R" % (10 + 2 * n) for n in range(len(pages)))
    parts = [
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        b"2 0 obj<</Type/Pages/Kids[%s]/Count %d>>endobj" % (kids, len(pages)),
        b"3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj",
    ]
    for n, content in enumerate(pages):
        packed = zlib.compress(content)
        parts.append(
            b"%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R/Resources<</Font<</F 3 0 R>>%s"
            b">>>>endobj" % (10 + 2 * n, 11 + 2 * n, extra)
        )
        parts.append(
            b"%d 0 obj<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream endobj"
            % (11 + 2 * n, len(packed), packed)
        )
    return b"\n".join((*parts, b"trailer<</Root 1 0 R>>\n%%EOF"))


def _text(*lines: tuple[float, float, str]) -> bytes:
    return b"".join(b"BT /F 10 Tf %f %f Td (%s) Tj ET\n" % (x, y, words.encode()) for x, y, words in lines)


def test_headings_paragraphs_and_ruled_tables() -> None:
    markup = (
        f"<h1>某产品为什么消失</h1><p>{LONG}</p><h2>一、成本上升</h2><p>{LONG}</p>"
        f"{TABLE}<tr><td>年份</td><td>收入</td></tr><tr><td>2021</td><td>5亿元</td></tr></table>"
        f"<h2>二、需求下降</h2><p>{LONG}</p>"
    )
    reading = read("a.pdf", made.pdf(markup))
    assert _kinds(reading) == ["title", "paragraph", "heading", "paragraph", "table", "heading", "paragraph"]
    assert reading.text.count(LONG) == 3
    assert "年份 | 收入\n2021 | 5亿元" in reading.text


def test_a_paragraph_and_a_table_go_on_over_the_page() -> None:
    rows = "".join(f"<tr><td>{2000 + n % 25}年第{n}项</td><td>{n}亿元</td></tr>" for n in range(1, 60))
    prose = "".join(f"第{n}句写得比较长，用来占满许多行，看看换页之后是不是还能连成一段。" for n in range(90))
    markup = f"<p>{prose}</p>{TABLE}<tr><td>年份</td><td>收入</td></tr>{rows}</table>"
    reading = read("a.pdf", made.pdf(markup))
    tables = [b for b in reading.blocks or () if b.kind == "table"]
    assert [len(t.rows) for t in tables] == [60]
    assert prose in reading.text


def test_running_heads_and_page_numbers_are_dropped() -> None:
    pages = [
        _text(
            (60, 770, "Annual Review 2025"),
            *((60, 700 - 14 * k, f"Line {p}{k} of the page says a little more than that.") for k in range(9)),
            (290, 30, f"- {p} -"),
        )
        for p in range(1, 5)
    ]
    text = read("a.pdf", _drawn(*pages)).text
    assert "Annual Review" not in text
    assert "- 2 -" not in text
    assert "Line 48" in text


def test_two_columns_are_not_interleaved() -> None:
    left = [(50.0, 700.0 - 14 * k, f"left column number {k} goes on and on so that it is") for k in range(20)]
    right = [(310.0, 700.0 - 14 * k, f"right column number {k} goes on and on so that it") for k in range(20)]
    text = read("a.pdf", _drawn(_text(*left, *right))).text
    assert text.index("left column number 19") < text.index("right column number 0")


def test_columns_whose_lines_do_not_stand_level_are_read_one_after_the_other() -> None:
    left = [(50.0, 700.0 - 14 * k, f"left column number {k} goes on and on so that it is") for k in range(20)]
    right = [(310.0, 694.0 - 15 * k, f"right column number {k} goes on and on so that it") for k in range(9)]
    reading = read(
        "a.pdf", _drawn(_text((50, 740, "A heading over both of the columns of this page"), *left, *right))
    )
    assert reading.text.index("left column number 19") < reading.text.index("right column number 0")
    paragraphs = [reading.text[b.start : b.end] for b in reading.blocks or ()]
    assert len(paragraphs) == 2  # the heading and what the lines of both columns add up to
    assert "so that it is left column number 1 goes on" in paragraphs[1]


def test_words_printed_twice_to_look_bold_are_read_once() -> None:
    text = read("a.pdf", _drawn(_text((60, 700, "Rents rose by 18%"), (60.3, 700, "Rents rose by 18%")))).text
    assert text == "Rents rose by 18%"


def test_a_crowded_page_takes_time_in_proportion() -> None:
    def calls(count: int) -> int:
        spots = [(40.0 + k % 20 * 26, 800.0 - k // 20 * 4, f"w{k}") for k in range(count)]
        chars = [{"text": w, "fontname": "F", "size": 6.0, "x0": x, "top": y} for x, y, w in (*spots, *spots)]
        assert len(pdf._doubles(chars, 0.5)) == count
        seen = 0

        def note(_frame: object, _event: str, _argument: object) -> None:
            nonlocal seen
            seen += 1

        sys.setprofile(note)
        try:
            pdf._doubles(chars, 0.5)
        finally:
            sys.setprofile(None)
        return seen

    assert calls(800) < 5 * calls(200)


def test_a_table_without_rules_is_marked_and_told() -> None:
    rows = [
        ("Year", "Revenue", "Margin"),
        ("2021", "5 bn", "30%"),
        ("2022", "4 bn", "28%"),
        ("2023", "3 bn", "22%"),
    ]
    lines = [
        (x, 600.0 - 16 * r, words)
        for r, row in enumerate(rows)
        for x, words in zip((60.0, 220.0, 400.0), row, strict=True)
    ]
    reading = read(
        "a.pdf", _drawn(_text((60, 650, "Revenue has fallen for years, as the next lines show."), *lines))
    )
    table = next(b for b in reading.blocks or () if b.kind == "table")
    assert table.loose
    assert [[reading.text[a:b] for a, b in row] for row in table.rows] == [list(row) for row in rows]
    assert "1" in reading.notices[0].zh
    assert [i["text"] for i in items_of(reading)["items"] if i["kind"] == "quantity"][-1] == "22%"


def test_cancelling_between_pages() -> None:
    class Impatient:
        def step(self, done: int, _total: int) -> None:
            if done == 1:
                raise Cancelled

    with pytest.raises(Cancelled):
        read("a.pdf", _drawn(_text((60, 700, "one")), _text((60, 700, "two"))), Impatient())


LOCK = b"/Encrypt<</Filter/Standard/V 1/R 2/Length 40/O<%s>/U<%s>/P -4>>/ID[<00><00>]" % (
    b"61" * 32,
    b"62" * 32,
)
PICTURE = b"q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (_drawn(_text((60, 700, "Costs rose by 30 % in 2021.")))[:90], "damaged"),
        (b"%PDF-1.7\n" + b"[" * 3000, "damaged"),
        (_drawn(b""), "no text"),
        (_drawn(PICTURE), "is a scan"),
        (_drawn(b" " * 70_000_000), "more than is safe"),
        (_drawn(b"q " * 1_100_000), "too much on the pages"),
        (_drawn(_text((60, 700, "x" * 50))).replace(b"/Root 1 0 R", b"/Root 1 0 R" + LOCK), "password"),
    ],
    ids=["cut", "brackets", "empty", "scan", "bomb", "endless", "locked"],
)  # fmt: skip
def test_what_cannot_be_read_gets_its_own_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words) as caught:
        read("文章.pdf", data)
    assert "文章.pdf" in caught.value.message.zh


def test_every_format_gives_what_the_text_gives() -> None:
    from pathlib import Path

    text = (Path(__file__).parent / "articles" / "tourism.txt").read_text(encoding="utf-8")

    def figures(found: dict[str, Any]) -> list[Any]:
        wanted = [i for i in found["items"] if i["kind"] in ("quantity", "factor")]
        return [(i["kind"], i["text"], i.get("value_low"), i.get("unit"), i.get("period")) for i in wanted]

    expected = figures(items_of(read("a.txt", text.encode())))
    for name, data in (
        ("a.html", made.page(text)),
        ("a.docx", made.document(text)),
        ("a.pdf", made.pdf(made.markup(text, lists=False))),
    ):
        assert figures(items_of(read(name, data))) == expected, name
