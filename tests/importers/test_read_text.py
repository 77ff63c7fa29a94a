"""Text files: encodings, Markdown, files that are no text, several articles in one."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from desktop.core.errors import UserError
from desktop.importers.extract import extract
from desktop.importers.reading import articles, as_decoded, from_clipboard, items_of, read

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))
SIMPLE = "某理财产品为什么下架\n\n一、收益下降\n2023年收益率由4.2%降至2.1%。\n二、赎回增加\n单日赎回3亿元。\n"
TRADITIONAL = "臺灣的產業為什麼衰退？去年營收減少三成，銀行業務亦隨之萎縮，這個國家的經濟狀況持續惡化。" * 20


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"],
)
def test_every_encoding_reads_the_same(encoding: str) -> None:
    reading = read("a.txt", SIMPLE.encode(encoding))
    assert (reading.text, reading.format, reading.notices) == (SIMPLE, "txt", ())


@pytest.mark.parametrize("encoding", ["big5", "gbk", "gb18030"])
def test_traditional_characters_are_told_apart(encoding: str) -> None:
    assert read("a.txt", TRADITIONAL.encode(encoding)).text == TRADITIONAL


def test_a_damaged_place_becomes_a_notice() -> None:
    data = bytearray((SIMPLE * 30).encode("gbk"))
    data[201] = 0x20
    reading = read("a.txt", bytes(data))
    assert "\ufffd" in reading.text
    assert "1" in reading.notices[0].zh


def test_line_ends_are_canonical_in_the_reading_and_kept_for_scripts() -> None:
    data = SIMPLE.replace("\n", "\r\n").encode()
    reading = read("a.txt", data)
    assert reading.text == SIMPLE
    assert as_decoded(reading, data).text == SIMPLE.replace("\n", "\r\n")


@pytest.mark.parametrize("data", [random.Random(1).randbytes(9000), b"\0\1\2\3" * 500])
def test_rubbish_gets_a_sentence(data: bytes) -> None:
    with pytest.raises(UserError, match="does not look like a text"):
        read("a.txt", data)


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told(data: bytes) -> None:
    with pytest.raises(UserError, match="empty"):
        read("a.txt", data)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_plain_layout_is_read_as_by_the_line_scanner(path: Path) -> None:
    data = path.read_bytes()
    assert items_of(read(path.name, data)) == extract(data.decode())


@pytest.mark.shared
def test_the_known_articles_stay_with_the_line_scanner() -> None:
    for path in (Path(__file__).resolve().parents[3] / "shared" / "articles").glob("*.txt"):
        data = path.read_bytes()
        assert items_of(read(path.name, data)) == extract(data.decode())


MARKED = """---
title: "某产品为什么消失"
date: 2024-03-05
---

导语，见[《某某管理办法》](https://a.b/2020/7.html)（2020年7月）。![图 30%](a-30%.png)

成本上升
--------
去年**成本**上升 4**0**%，较[前年](/x-2021_30)高[^1]。

```
x = 77%
```

> 业内称降价 5%

<!-- 广告 50% -->

| 项目 | 说明 \\| 备注 |
|---|---|
| 毛利 | 2% |

需求萎缩
----
需求少3亿元。
"""


def test_markdown_is_read_with_its_marks() -> None:
    reading = read("a.md", MARKED.encode())
    found = items_of(reading)
    assert (reading.format, reading.title, reading.date) == ("md", "某产品为什么消失", "2024-03-05")
    assert found["title"]["text"] == "某产品为什么消失"
    assert [i["text"] for i in found["items"] if i["kind"] == "factor"] == ["成本上升", "需求萎缩"]
    figures = [i["text"] for i in found["items"] if i["kind"] == "quantity" and i["role"] != "date"]
    assert figures == ["4**0**%", "5%", "2%", "3亿元"]
    policy = next(i for i in found["items"] if i["kind"] == "policy")
    assert policy["date"] == "2020-07"
    assert [i["n_cols"] for i in found["items"] if i["kind"] == "table"] == [2]
    assert all(MARKED[i["start"] : i["end"]] == i["text"] for i in found["items"])


def test_lines_wrapped_at_a_column_are_one_paragraph() -> None:
    line = "This sentence goes on and on until the column ends and then\n"
    text = f"# Title\n\n{line * 3}stops here in 2021.\n\n```\nx\n```\n"
    reading = read("a.md", text.encode())
    assert [b.kind for b in reading.blocks or ()] == ["title", "paragraph", "furniture"]


def _article(title: str) -> str:
    return (
        f"{title}\n\n导语说明了背景，{'这里是一段不短的介绍。' * 8}\n一、成本上升\n成本上升了20%。\n二、需求下降\n"
        f"需求下降了30%，{'这里是一段不短的说明。' * 6}\n"
    )


FIRST, SECOND = _article("甲产品为什么退出市场"), _article("乙平台为何关停服务")
TOGETHER = {
    "a ruled line": FIRST + "\n==========\n\n" + SECOND,
    "form feeds": FIRST + "\f" + SECOND,
    "blank lines": FIRST + "\n\n\n\n" + SECOND,
    "counted": "第一篇\n" + FIRST + "\n第二篇\n" + SECOND,
    "titles": ("# " + FIRST + "\n# " + SECOND).replace("\n一、", "\n## 一、").replace("\n二、", "\n## 二、"),
}


@pytest.mark.parametrize("how", TOGETHER)
def test_several_articles_come_apart(how: str) -> None:
    found = articles(read("a.txt", TOGETHER[how].encode()))
    assert len(found) == 2
    for part, word in zip(found, ("甲产品", "乙平台"), strict=True):
        figures = [i["text"] for i in items_of(part)["items"] if i["kind"] == "quantity"]
        assert figures == ["20%", "30%"]
        assert word in part.text
    assert len({part.name for part in found}) == 2


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        FIRST + "\n----------\n\n以上分析仅供参考，不构成建议。\n",
        FIRST + "\n\n\n\n三、监管收紧\n监管部门提高了要求。\n",
        "甲产品为什么退出市场\n原因分析\n一、成本\n成本上升。\n二、需求\n需求下降。\n应对建议\n一、降价\n降价。\n二、转型\n转型。\n",
        "# 甲产品为什么退出\n## 一、成本\n上升。\n## 二、需求\n下降。\n# 结语\n就这样。\n",
        "\f".join(f"第{n}页的文字接着上一页往下说，没有标题。{'文字' * 80}" for n in range(5)),
    ],
    ids=[
        "alone",
        "a note below a rule",
        "a gap before a reason",
        "two unmarked parts",
        "a last heading",
        "pages",
    ],
)
def test_one_article_stays_one(text: str) -> None:
    assert len(articles(read("a.txt", text.encode()))) == 1


def test_the_clipboard_prefers_markup_with_structure() -> None:
    row = "<tr><td>年份</td><td>收入</td></tr><tr><td>2021</td><td>5亿元</td></tr>"
    markup = f"<html><body><!--StartFragment--><table>{row}</table></body></html>"
    reading = from_clipboard("年份\t收入", markup)
    assert (reading.format, reading.text) == ("clipboard", "年份 | 收入\n2021 | 5亿元")
    assert from_clipboard("2021年收入5亿元", "<p>2021年收入5亿元</p>").text == "2021年收入5亿元"
    with pytest.raises(UserError, match="clipboard"):
        from_clipboard(" ")
    with pytest.raises(UserError, match="web address"):
        from_clipboard(" https://example.com/a?b=1\n")
    assert from_clipboard("https://example.com/a 说了什么").text.startswith("https")
