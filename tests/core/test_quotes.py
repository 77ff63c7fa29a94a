"""The sentences of a finding: each once, lit where it is quoted, cut where it is long, told where it is lost."""

from __future__ import annotations

from dataclasses import replace

from invented import TEXT, anchor, dossier

from desktop.core.quotes import MOST, quotes_of
from desktop.core.span import Anchor


def test_spans_of_one_sentence_are_one_quote() -> None:
    case = dossier()
    second = replace(case.factors[2], section=(case.factors[2].anchor.start, len(TEXT)))
    case = replace(case, factors=(*case.factors[:2], second))
    (quote,) = quotes_of(case, (anchor("19%"), anchor("38%"), anchor("19%")))
    assert quote.words == "占比由2020年的38%降到2023年的19%。"
    assert [quote.words[a:b] for a, b in quote.lit] == ["38%", "19%"]
    assert quote.section.zh == "2 投入减少"


def test_sentences_stand_in_the_order_of_the_text() -> None:
    found = quotes_of(dossier(), (anchor("850"), anchor("38%")))
    assert [q.words[:3] for q in found] == ["占比由", "202"]


def test_a_lost_passage_is_told_and_never_lit() -> None:
    lost = replace(anchor("38%"), quote="83%")
    quote = quotes_of(dossier(), (lost, Anchor("nowhere", 0, 3, "abc")))
    assert [(q.words, q.lit, q.lost) for q in quote] == [("83%", (), True), ("abc", (), True)]


def test_a_long_stretch_is_cut() -> None:
    case = dossier()
    text = TEXT + "很长的一句" * 200
    start = len(TEXT)
    case = replace(case, sources=(replace(case.sources[0], text=text),))
    (quote,) = quotes_of(case, (Anchor("src", start, len(text), text[start:]),))
    assert len(quote.words) == MOST + 1
    assert quote.words.endswith("…")
    assert quote.lit == ((0, MOST),)
