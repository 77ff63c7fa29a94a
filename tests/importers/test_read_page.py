"""Saved pages: the article, its tables and headings; nothing of the site around it."""

from __future__ import annotations

from typing import Any

import made
import pytest

from desktop.core.errors import UserError
from desktop.importers.reading import items_of, read

FILLER = "".join(f"<p>第{n}段说明经营情况，内容与数字无关，只为占位。</p>" for n in "甲乙丙丁")


def _page(body: str, head: str = "") -> bytes:
    title = "<title>某产品为什么消失 - 某某网</title>"
    return f"<!DOCTYPE html><html><head>{title}{head}</head><body>{body}</body></html>".encode()


def _tables(data: bytes) -> list[list[list[str]]]:
    items = items_of(read("a.html", data))["items"]
    return [
        [[c["text"] for c in row] for row in (i["header"], *i["rows"])] for i in items if i["kind"] == "table"
    ]


def _headings(data: bytes) -> list[str]:
    return [i["text"] for i in items_of(read("a.html", data))["items"] if i["kind"] == "factor"]


ARTICLE = """某产品为什么消失

导语写了2021年的事，说得比较详细。
一、成本上升
去年成本上升20%，利润下降3亿元。
年份 | 收入
2021 | 5亿元
2022 | 4亿元
二、需求下降
需求下降了30%，而且还在继续下降。
"""


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "gb2312"])
def test_the_site_around_the_article_is_left_out(encoding: str) -> None:
    reading = read("a.html", made.page(ARTICLE, encoding))
    assert not [word for word in made.FOREIGN if word in reading.text]
    assert reading.title == "某产品为什么消失"
    assert [b.kind for b in reading.blocks or ()] == [
        "title", "paragraph", "heading", "paragraph", "table", "heading", "paragraph",
    ]  # fmt: skip


def test_one_page_leaves_nothing_behind_for_the_next() -> None:
    first = read("a.html", made.page(ARTICLE))
    for _ in range(4):
        assert read("a.html", made.page(ARTICLE)) == first


def test_spans_breaks_and_two_header_rows() -> None:
    table = (
        "<table><tr><th rowspan=2>年份</th><th colspan=2>收入</th></tr><tr><th>国内</th><th>海外</th></tr>"
        "<tr><td rowspan=2>2021</td><td>5<br>亿元</td><td>6亿元</td></tr><tr><td colspan=2>7亿元</td></tr></table>"
    )
    assert _tables(_page(FILLER + table + FILLER)) == [
        [["年份", "收入 国内", "收入 海外"], ["2021", "5 亿元", "6亿元"], ["2021", "7亿元", "7亿元"]]
    ]


def test_nested_tables_and_tables_for_layout() -> None:
    inner = "<table><tr><td>项目</td><td>占比</td></tr><tr><td>房租</td><td>30%</td></tr></table>"
    nested = f"<table><tr><td>店</td><td>明细</td></tr><tr><td>甲</td><td>见表{inner}</td></tr></table>"
    assert _tables(_page(FILLER + nested + FILLER)) == [
        [["店", "明细"], ["甲", "见表"]],
        [["项目", "占比"], ["房租", "30%"]],
    ]
    layout = f"<table><tr><td><h2>成本</h2>{FILLER}{inner}</td></tr></table>"
    assert _tables(_page(layout)) == [[["项目", "占比"], ["房租", "30%"]]]


def test_captions_keep_the_unit_of_a_table() -> None:
    table = (
        "<table><caption>表1 收入（单位：亿元）</caption><tr><th>年份</th><th>收入</th></tr>"
        "<tr><td>2021</td><td>5</td></tr></table>"
    )
    items = items_of(read("a.html", _page(FILLER + table + FILLER)))["items"]
    assert [i["value_low"] for i in items if i["kind"] == "quantity" and i["role"] != "date"] == [5e8]


def test_headings_that_are_only_bold() -> None:
    body = "".join(f"<p><strong>{h}</strong></p>{FILLER}" for h in ("成本持续上升", "需求明显下降"))
    assert _headings(_page(body)) == ["成本持续上升", "需求明显下降"]


def test_lists_keep_their_numbers_and_notes_are_no_figures() -> None:
    items = "<ol start=3><li>成本升5%<sup>[7]</sup></li><li>需求降6%</li></ol>"
    body = f"{FILLER}{items}<p>共10<sup>8</sup>元。</p>{FILLER}"
    reading = read("a.html", _page(body))
    assert "3. 成本升5%\n4. 需求降6%" in reading.text
    assert "10^8元" in reading.text
    assert [b.number for b in reading.blocks or () if b.kind == "item"] == [3, 4]


def test_a_page_that_fades_in_is_read() -> None:
    body = f"<h1>某产品为什么消失</h1><div id='js_content' style='visibility: hidden; opacity: 0;'>{FILLER}</div>"
    assert "第丙段" in read("a.html", _page(body)).text


def test_date_from_the_metadata() -> None:
    data = _page(FILLER, "<meta property='article:published_time' content='2024-03-05T08:00:00+08:00'>")
    assert read("a.html", data).date == "2024-03-05"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<div id=app></div><script>render()</script>", "only a script"),
        (
            "<noscript>请启用 JavaScript 后访问</noscript><div>加载中</div><script>render()</script>",
            "only a script",
        ),
        ("<nav><a href=/>首页</a></nav>", "No article"),
        ("<div>" * 5000 + "文字" + "</div>" * 5000, "No article"),
    ],
    ids=["script", "loading", "only links", "too deep"],
)
def test_pages_without_an_article_get_their_own_sentence(body: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        read("a.html", _page(body))


def test_entities_are_not_unfolded() -> None:
    laughs = "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    start = f"<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a 'aaaaaaaaaa'>{laughs}]>"
    data = f"{start}<html><body>{FILLER}<p>&i;</p></body></html>"
    assert len(read("a.html", data.encode()).text) < 500


def test_spans_of_a_million_columns_stay_small() -> None:
    table = "<table>" + "<tr><td colspan=1000000 rowspan=65000>1%</td><td>2%</td></tr>" * 300 + "</table>"
    assert len(read("a.html", _page(FILLER + table + FILLER)).text) < 3_000_000


def test_a_page_saved_as_one_file() -> None:
    from email.mime.multipart import MIMEMultipart
    from email.mime.text import MIMEText

    message: Any = MIMEMultipart("related")
    message.attach(MIMEText(_page(FILLER + "<p>成本升5%。</p>").decode(), "html", "gbk"))
    reading = read("a.mht", message.as_bytes())
    assert (reading.format, "成本升5%。" in reading.text) == ("html", True)
