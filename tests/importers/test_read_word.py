"""Word documents: styles, numbering, merged cells, tracked changes; and those that cannot be opened."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import made
import pytest
from docx.oxml import parse_xml

from desktop.core.errors import UserError
from desktop.importers.reading import Reading, items_of, read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _read(document: docx.document.Document) -> Reading:
    return read("a.docx", made.saved(document))


def _kinds(reading: Reading) -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, reading.text[b.start : b.end]) for b in reading.blocks or ()]


def test_headings_items_and_superscripts() -> None:
    document = docx.Document()
    document.add_heading("某产品为什么消失", 0)
    document.add_heading("一、成本上升", 1)
    paragraph = document.add_paragraph("约10")
    paragraph.add_run("8").font.superscript = True
    document.add_heading("房租", 2)
    document.add_paragraph("房租涨5%", style="List Bullet")
    document.add_paragraph("人工涨6%", style="List Number")
    reading = _read(document)
    assert _kinds(reading) == [
        ("title", 0, "某产品为什么消失"),
        ("heading", 1, "一、成本上升"),
        ("paragraph", 0, "约10^8"),
        ("heading", 2, "房租"),
        ("item", 1, "房租涨5%"),
        ("item", 1, "1. 人工涨6%"),
    ]
    assert reading.title == "某产品为什么消失"


def test_bold_paragraphs_are_headings_where_there_are_no_styles() -> None:
    document = docx.Document()
    document.add_paragraph("某产品为什么消失")
    for words in ("成本持续上升", "需求明显下降"):
        document.add_paragraph().add_run(words).bold = True
        document.add_paragraph("这一段说明原因，写得比较长，说的是同一件事。")
    kinds = [kind for kind, _, _ in _kinds(_read(document))]
    assert kinds == ["title", "heading", "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize("below", [True, False], ids=["text below each", "one after the other"])
def test_numbered_items_with_text_below_are_headings(below: bool) -> None:
    document = docx.Document()
    document.add_heading("书店为何停业", 0)
    for heading, body in (("租金上涨", "月租涨到4.2万元。"), ("客流减少", "客流少了两成。")):
        document.add_paragraph(heading, style="List Number")
        if below:
            document.add_paragraph(body)
    document.add_paragraph("店主没有续约。")
    reading = _read(document)
    kinds = {reading.text[b.start : b.end]: b.kind for b in reading.blocks or ()}
    assert kinds["2. 客流减少"] == ("heading" if below else "item")


def test_numbering_that_word_draws_is_written() -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(
        f'<w:abstractNum {W} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt '
        'w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>'
    ))  # fmt: skip
    numbering.append(parse_xml(f'<w:num {W} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level, words in ((0, "成本上升"), (1, "房租上涨"), (1, "人工上涨"), (0, "需求下降"), (1, "客流减少")):
        paragraph = document.add_heading(words, level + 1)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
        )
    found = items_of(_read(document))["items"]
    assert [i["text"] for i in found] == [
        "一、成本上升",
        "1. 房租上涨",
        "2. 人工上涨",
        "二、需求下降",
        "1. 客流减少",
    ]


def test_merged_cells_repeat_and_two_header_rows_become_one() -> None:
    document = docx.Document()
    table = document.add_table(4, 3)
    for r, row in enumerate(
        (("年份", "收入", ""), ("", "国内", "海外"), ("2021", "5亿元", "6亿元"), ("", "7亿元", ""))
    ):
        for c, words in enumerate(row):
            table.cell(r, c).text = words
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(2, 0).merge(table.cell(3, 0))
    table.cell(3, 1).merge(table.cell(3, 2))
    assert _read(document).text.split("\n") == [
        "年份 | 收入 国内 | 收入 海外", "2021 | 5亿元 | 6亿元", "2021 | 7亿元 | 7亿元",
    ]  # fmt: skip


def test_changes_are_accepted_and_hidden_text_is_left_out() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("去年")._p
    paragraph.append(parse_xml(f"<w:del {W}><w:r><w:delText>降5%</w:delText></w:r></w:del>"))
    paragraph.append(parse_xml(f"<w:ins {W}><w:r><w:t>升6%</w:t></w:r></w:ins>"))
    paragraph.append(parse_xml(f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>藏7%</w:t></w:r>"))
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>控件里的8%</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        ),
    )
    assert _read(document).text == "控件里的8%\n去年升6%"


def _with(data: bytes, name: str, content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            new.writestr(one, content if one == name else old.read(one))
    return out.getvalue()


PLAIN = made.document("某产品为什么消失\n\n一、成本上升\n成本升5%。\n二、需求下降\n需求降6%。\n")
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'


def test_macros_and_templates_are_documents_too() -> None:
    with zipfile.ZipFile(BytesIO(PLAIN)) as file:
        types = file.read("[Content_Types].xml")
    macro = types.replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert macro != types
    assert read("a.docm", _with(PLAIN, "[Content_Types].xml", macro)).text == read("a.docx", PLAIN).text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (PLAIN[:4000], "damaged"),
        (_with(PLAIN, "word/document.xml", b"<w:document>"), "damaged"),
        (_with(PLAIN, "word/document.xml", LAUGHS), "damaged"),
        (_with(PLAIN, "word/document.xml", b"0" * 60_000_000), "more than is safe"),
        (made.saved(docx.Document()), "no text"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            "password",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"),
            "old Word format",
        ),
    ],
    ids=["cut", "broken", "entities", "bomb", "empty", "locked", "doc"],
)
def test_what_cannot_be_opened_gets_its_own_sentence(data: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words) as caught:
        read("文章.docx", data)
    assert "文章.docx" in caught.value.message.zh


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.rtf", b"{\\rtf1 x}", "RTF"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(90), "picture"),
        (
            "a.odt",
            b"PK\x03\x04" + bytes(30) + b"mimetypeapplication/vnd.oasis.opendocument.text",
            "OpenDocument",
        ),
        ("a.epub", b"PK\x03\x04" + bytes(30) + b"mimetypeapplication/epub+zip", "EPUB"),
        ("a.pages", b"PK\x03\x04" + bytes(30) + b"Index/Document.iwa", "Pages"),
        ("a.xlsx", b"PK\x03\x04" + bytes(30) + b"xl/workbook.xml", "Excel"),
        ("a.zip", b"PK\x03\x04" + bytes(30) + b"readme.txt", "archive"),
        ("a.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "WPS"),
    ],
)
def test_files_of_other_programs_are_named(name: str, data: bytes, words: str) -> None:
    with pytest.raises(UserError, match=words):
        read(name, data)
