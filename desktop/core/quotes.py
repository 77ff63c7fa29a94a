"""The sentences that a finding speaks of, each once, with what it quotes in them."""

from __future__ import annotations

from desktop.core.dossier import Dossier
from desktop.core.span import Anchor, sentence_at
from desktop.core.text import NOTHING, Text
from desktop.core.value import value

MOST = 240  # characters; a longer stretch is cut


@value
class Quote:
    """A sentence of a source; ``lit`` are stretches of ``words``. A ``lost`` one no longer stands in the text."""

    section: Text
    words: str
    lit: tuple[tuple[int, int], ...]
    lost: bool = False


def quotes_of(dossier: Dossier, anchors: tuple[Anchor, ...]) -> tuple[Quote, ...]:
    """Return the sentences of some spans in the order of the text."""
    found: dict[tuple[str, int, int], set[tuple[int, int]]] = {}
    lost = []
    for anchor in dict.fromkeys(anchors):
        source = dossier.source(anchor.source)
        if source is None or not anchor.holds(source.text):
            lost.append(Quote(NOTHING, anchor.quote[:MOST], (), lost=True))
            continue
        left, right = sentence_at(source.text, anchor.start, anchor.end)
        right = min(right, left + max(MOST, anchor.end - left if anchor.end - left <= MOST else MOST))
        lit = (anchor.start - left, min(anchor.end, right) - left)
        found.setdefault((anchor.source, left, right), set()).add(lit)
    return (*(_quote(dossier, place, lit) for place, lit in sorted(found.items())), *lost)


def _quote(dossier: Dossier, place: tuple[str, int, int], lit: set[tuple[int, int]]) -> Quote:
    name, left, right = place
    source = dossier.source(name)
    words = source.text[left:right] if source is not None else ""
    more = "…" if source is not None and right < len(source.text) and right - left >= MOST else ""
    section = next(
        (f.label for f in dossier.factors if f.anchor.source == name and f.section[0] <= left < f.section[1]),
        NOTHING,
    )
    return Quote(section, words.rstrip("\n") + more, tuple(sorted(s for s in lit if s[0] < s[1])))
