"""Passages and citations: after astral characters, of rows and bullets, and when the text has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import ORIGINAL, TEXT, anchor, dossier

from desktop.core.citation import cite, cite_item
from desktop.core.passage import original_passage, passage_of
from desktop.core.source import digest_of
from desktop.core.span import Anchor


def test_span_and_sentence_after_a_character_beyond_the_plane() -> None:
    found = passage_of(dossier(), "g3")
    assert found is not None
    assert TEXT[found.start : found.end] == "19%"
    assert found.words == "占比由2020年的38%降到2023年的19%。"
    assert TEXT[slice(*found.sentence)] == found.words


@pytest.mark.parametrize(
    ("item", "words"), [("n1", "渠道：改为邀请"), ("c21", "2023 | 9% | 420 |"), ("f1", "一、规则收紧")]
)
def test_bullet_row_and_heading_are_their_own_sentences(item: str, words: str) -> None:
    found = passage_of(dossier(), item)
    assert found is not None
    assert found.words == words


def test_a_span_that_ends_with_its_full_stop_does_not_take_in_the_next_sentence() -> None:
    case = dossier()
    point = replace(case.points[0], anchor=anchor("《测试办法》2021年3月发布，出资比例不得低于30%。"))
    found = passage_of(replace(case, points=(point,)), "n1")
    assert found is not None
    assert found.words == point.anchor.quote


def test_citation_names_title_section_place_and_hash_that_can_be_verified() -> None:
    start = TEXT.index("占比由")
    end = TEXT.index("19%。") + 4
    cited = cite_item(dossier(), "g3")
    assert cited is not None
    assert cited.zh == (
        f"“占比由2020年的38%降到2023年的19%。”（出处：测贷要点，2 投入减少，字符 {start}–{end}；"
        f"sha256 {digest_of(TEXT)[:12]}）"
    )
    assert cited.en == (
        f"“占比由2020年的38%降到2023年的19%。” (Source: Testloan digest, 2 Heading 2, "
        f"characters {start}–{end}; sha256 {digest_of(TEXT)[:12]})"
    )


@pytest.mark.parametrize(
    "place", [Anchor("src", 3, 6, "别的话"), Anchor("src", 3, 3, ""), Anchor("gone", 0, 1, "𠮷")]
)
def test_a_lost_passage_is_cited_as_lost(place: Anchor) -> None:
    case = dossier()
    figures = (replace(case.figures[0], anchor=place), *case.figures[1:])
    found = passage_of(replace(case, figures=figures), case.figures[0].id)
    assert found is not None
    assert not found.found
    assert found.words == place.quote
    assert "找不到" in cite(found).zh
    assert "no longer" in cite(found).en


def test_something_that_is_no_item_has_no_citation() -> None:
    assert cite_item(dossier(), "nobody") is None
    assert cite_item(dossier(), "") is None


def test_the_place_in_the_original_is_verified_by_its_hash() -> None:
    found = original_passage(dossier(), "g3", ORIGINAL)
    assert found is not None
    assert (found.found, found.quote) == (True, "19%")
    assert found.words == "𠮷占比是19%，不再多说。"
    assert found.sha256 == digest_of(ORIGINAL)
    moved = original_passage(dossier(), "g3", "甲" + ORIGINAL)
    assert moved is not None
    assert not moved.found
    assert original_passage(dossier(), "g2", ORIGINAL) is None
