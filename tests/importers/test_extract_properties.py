"""What must hold for any text: no exception, spans that quote, spans that move with the text."""

from __future__ import annotations

from typing import Any

from any_text import PIECES, TEXTS
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.importers.extract import extract, stream_blocks
from desktop.importers.fold import fold
from desktop.importers.scan_text import scan


def _spans(items: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(i["kind"], i["start"], i["end"], i["text"]) for i in items]


@given(TEXTS)
@settings(max_examples=400, deadline=None)
@example("|")
@example("**|**\n|\n")
@example("# \n## #\n")
@example("《《》》〔2021〕号")
@example("$-1~")
@example("至1至1至1")
@example("12---")
@example("收入" + "9" * 5000 + "元")
@example("第" + "9" * 5000 + "位，民国" + "9" * 5000 + "年")
@example("三分之" + "9" * 5000 + "，1-" + "9" * 5000 + "元")
@example("近" + "九" * 5000 + "元")
@example("亿" * 60 + "年半")
def test_every_span_quotes_the_text_exactly(text: str) -> None:
    for item in extract(text)["items"]:
        assert text[item["start"] : item["end"]] == item["text"]
        if item["kind"] == "quantity":
            assert text[item["core_start"] : item["core_end"]] == item["core_text"]
            low, high = item["value_low"], item["value_high"]
            assert low is None or high is None or low <= high
            assert (item["role"] == "date") == (item["unit"] == "date")
        if item["kind"] == "table":
            for row in [item["header"], *item["rows"]]:
                assert len(row) >= item["n_cols"]
                for cell in row:
                    assert text[cell["start"] : cell["end"]] == cell["text"]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.integers(1, 50))
@settings(max_examples=150, deadline=None)
def test_a_blank_line_before_the_text_moves_every_span(text: str, gap: int) -> None:
    before = _spans(extract("题目\n" + text)["items"])
    after = _spans(extract("\n" * gap + "题目\n" + text)["items"])
    assert after == [(k, a + gap, b + gap, t) for k, a, b, t in before]


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_ids_are_unique_and_references_resolve(text: str) -> None:
    items = extract(text)["items"]
    ids = [i["id"] for i in items]
    assert len(ids) == len(set(ids))
    for item in items:
        for name in ("section", "table", "change_from"):
            assert item.get(name) is None or item[name] in ids


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_stream_yields_the_same_items(text: str) -> None:
    folded = fold(text)
    _, items = stream_blocks(text, folded, scan(folded))
    assert list(items) == extract(text)["items"]
