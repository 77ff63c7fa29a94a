"""The passage of an item: its span and sentence in the digest or in the original, or that it is lost."""

from __future__ import annotations

from desktop.core.dossier import Dossier
from desktop.core.source import Source, digest_of
from desktop.core.span import sentence_at
from desktop.core.text import NOTHING, Text, same
from desktop.core.value import value

BULLETS = "-*•·"


@value
class Passage:
    """Where an item stands in one text; ``start``..``end`` and ``sentence`` are code points.

    A passage that is not ``found`` no longer stands where it was recorded: nothing may be lit for it.
    """

    title: Text
    sha256: str
    section: Text
    start: int
    end: int
    quote: str
    sentence: tuple[int, int]
    words: str
    found: bool


def source_of(dossier: Dossier, item_id: str) -> Source | None:
    """Return the source that an item stands in; without an item, the first source."""
    anchor = dossier.anchor_of(item_id)
    if anchor is not None:
        return dossier.source(anchor.source)
    return dossier.sources[0] if dossier.sources else None


def passage_of(dossier: Dossier, item_id: str) -> Passage | None:
    """Return the passage of an item in its source; None for something that is no item."""
    anchor = dossier.anchor_of(item_id)
    if anchor is None:
        return None
    source = dossier.source(anchor.source)
    text = source.text if source else ""
    title, sha256 = (source.title, source.sha256) if source else (same(anchor.source), "")
    found = bool(anchor.quote) and anchor.holds(text)
    section = _section(dossier, item_id)
    return _passage(title, sha256, section, text, anchor.start, anchor.end, anchor.quote, found)


def original_passage(dossier: Dossier, item_id: str, text: str) -> Passage | None:
    """Return the passage of an item in ``text``, the original article; None where it names no place there."""
    item, source = dossier.item(item_id), source_of(dossier, item_id)
    ref = item.original if item is not None else None
    if ref is None or ref.start is None or ref.end is None or source is None or source.original is None:
        return None
    quote = text[ref.start : ref.end]
    found = bool(quote) and (not ref.sha256 or digest_of(quote) == ref.sha256)
    section = _section(dossier, item_id)
    original = source.original
    return _passage(same(original.article), original.sha256, section, text, ref.start, ref.end, quote, found)


def _passage(
    title: Text, sha256: str, section: Text, text: str, start: int, end: int, quote: str, found: bool
) -> Passage:
    sentence = _trimmed(text, *sentence_at(text, start, end)) if found else (start, start)
    words = text[slice(*sentence)] if found else quote
    return Passage(title, sha256, section, start, end, quote, sentence, words, found)


def _section(dossier: Dossier, item_id: str) -> Text:
    factor = dossier.factor_of(item_id)
    if factor is None:
        return NOTHING
    if factor.number is None or not factor.is_reason:
        return factor.title
    return Text(f"{factor.number} {factor.title.zh}", f"{factor.number} {factor.title.en}")


def _trimmed(text: str, left: int, right: int) -> tuple[int, int]:
    """Leave out the blanks around a sentence and the dash before a bullet."""
    while left < right and text[left].isspace():
        left += 1
    while right > left and text[right - 1].isspace():
        right -= 1
    if text[left : left + 1] in tuple(BULLETS) and text[left + 1 : left + 2].isspace():
        left += 2
    return left, right
