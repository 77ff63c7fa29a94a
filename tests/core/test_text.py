"""Texts in two languages: filled, joined, opened."""

from __future__ import annotations

from desktop.core.text import COMMA, DOT, NOTHING, Text, same

ONE, TWO = Text("一", "one"), Text("二", "two")


def test_a_text_fills_another_in_its_own_language() -> None:
    assert Text("第{}项：{n}", "no. {}: {n}").format(ONE, n=TWO) == Text("第一项：二", "no. one: two")


def test_what_says_nothing_leaves_no_mark_between_its_neighbours() -> None:
    assert COMMA.join((ONE, NOTHING, TWO)) == Text("一，二", "one, two")
    assert DOT.join([ONE, same("")]) == ONE
    assert DOT.join([]) == NOTHING
    assert DOT.join([Text("", "two"), ONE]) == Text(" · 一", "two · one")  # one language is enough to be said


def test_an_english_line_opens_with_a_capital() -> None:
    assert ONE.opening() == Text("一", "One")
