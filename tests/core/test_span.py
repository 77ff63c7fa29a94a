"""Spans in code points, sentences, and the one conversion to UTF-16."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.core.span import Anchor, Utf16Map, sentence_at

texts = st.text(alphabet=st.sampled_from("a政策。\n𠮷🙂é"), max_size=60)


@given(texts, st.integers(0, 60))
def test_utf16_round_trip(text: str, index: int) -> None:
    index = min(index, len(text))
    table = Utf16Map(text)
    offset = table.to_utf16(index)
    assert offset == len(text[:index].encode("utf-16-le")) // 2
    assert table.to_code_point(offset) == index


def test_inside_a_pair_is_the_character_itself() -> None:
    table = Utf16Map("a𠮷b")
    assert [table.to_code_point(i) for i in range(5)] == [0, 1, 1, 2, 3]


def test_anchor_holds_only_where_its_quote_stands() -> None:
    text = "注册资本不低于10亿元。"
    assert Anchor("s", 4, 11, "不低于10亿元"[:7]).holds(text)
    assert not Anchor("s", 3, 10, "不低于10亿").holds(text)
    assert not Anchor("s", 400, 410, "不低于10亿").holds(text)


def test_sentence_ends_at_its_stop_or_line() -> None:
    text = "一、标题\n前一句。这里有 35% 的数。后一句\n| 表 | 行 |\n"
    start = text.index("35%")
    left, right = sentence_at(text, start, start + 3)
    assert text[left:right] == "这里有 35% 的数。"
    cell = text.index("表")
    left, right = sentence_at(text, cell, cell + 1)
    assert text[left:right] == "| 表 | 行 |"
    assert text[slice(*sentence_at(text, 0, 2))] == "一、标题"
