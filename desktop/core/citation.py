"""A sentence with its citation, such that a reader elsewhere can find and verify it."""

from __future__ import annotations

from desktop.core.dossier import Dossier
from desktop.core.passage import Passage, passage_of
from desktop.core.text import COMMA, Text

HASH_SHOWN = 12


def cite(passage: Passage) -> Text:
    """Return “sentence” (source, section, characters a–b, sha256).

    ``a`` and ``b`` bound the sentence itself in code points of the source's canonical text, whose sha256
    (as UTF-8) begins with the digits given. A lost passage is cited as such, with the quote on record.
    """
    if not passage.found:
        return Text(
            "“{words}”（出处：{title}；原位置已找不到这段文字）",
            "“{words}” (Source: {title}; the passage no longer stands at its place)",
        ).format(words=passage.words, title=passage.title)
    short = passage.sha256[:HASH_SHOWN]
    place = [passage.title, passage.section] if passage.section.zh else [passage.title]
    return Text(
        "“{words}”（出处：{place}，字符 {a}–{b}{hash}）",
        "“{words}” (Source: {place}, characters {a}–{b}{hash})",
    ).format(
        words=passage.words,
        place=COMMA.join(place),
        a=passage.sentence[0],
        b=passage.sentence[1],
        hash=Text(f"；sha256 {short}", f"; sha256 {short}") if short else "",
    )


def cite_item(dossier: Dossier, item_id: str) -> Text | None:
    """Return the sentence of an item with its citation; None for something that is no item."""
    passage = passage_of(dossier, item_id)
    return cite(passage) if passage else None
