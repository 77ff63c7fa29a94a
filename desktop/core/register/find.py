"""Finding entries of the register: words in any of their texts, in Chinese and English, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from unicodedata import normalize

from desktop.core.policy import RegisterEntry
from desktop.core.register.force import IN_FORCE, state_of
from desktop.core.register.layer import Layer
from desktop.core.text import Language, Text, same

BRACKETS = str.maketrans(
    "〔〕［］【】[]{}｛｝", "()()()()()()"
)  # those of document numbers, as people type them
BEFORE, AFTER = 12, 60  # characters of an excerpt around its match
MINE, CORRECTED, SHIPPED = "own", "corrected", "shipped"
ORIGINS: dict[str, Text] = {
    MINE: Text("我的条目", "my entries"),
    CORRECTED: Text("我更正过的", "corrected by me"),
    SHIPPED: Text("随软件提供的", "as shipped"),
}


class Asked(NamedTuple):
    """What is looked for: words; where not empty a status, kind, issuer (Chinese), year and origin; a day in force."""

    words: str = ""
    status: str = ""
    kind: str = ""
    issuer: str = ""
    year: str = ""
    origin: str = ""
    day: date | None = None


class Stretch(NamedTuple):
    """Code points ``start``..``end`` of a text."""

    start: int
    end: int


def needles(words: str) -> tuple[str, ...]:
    """Return the words of a query as they are compared; all of them must be found."""
    return tuple(dict.fromkeys(fold(words).split()))


def fold(text: str) -> str:
    """Return a text as it is compared: width, case and the kind of bracket do not matter."""
    return normalize("NFKC", text.translate(BRACKETS)).casefold().translate(BRACKETS)


def stretches(text: str, wanted: tuple[str, ...]) -> tuple[Stretch, ...]:
    """Return where words stand in a text, in their order, none overlapping another."""
    if not wanted:
        return ()
    folded, origin = [], []
    for n, char in enumerate(text):
        for one in fold(char):
            folded.append(one)
            origin.append(n)
    whole = "".join(folded)
    found: list[Stretch] = []
    for word in wanted:
        at = whole.find(word)
        while at >= 0:
            found.append(Stretch(origin[at], origin[at + len(word) - 1] + 1))
            at = whole.find(word, at + len(word))
    merged: list[Stretch] = []
    for place in sorted(found):
        if merged and place.start < merged[-1].end:
            merged[-1] = Stretch(merged[-1].start, max(place.end, merged[-1].end))
        else:
            merged.append(place)
    return tuple(merged)


class Searchable:
    """The register made ready for searching; built once for each version of it."""

    def __init__(self, register: tuple[RegisterEntry, ...], layer: Layer) -> None:
        """Fold all texts."""
        self.entries = {entry.id: entry for entry in register}
        self._layer = layer
        self._words = {
            e.id: "\n".join(fold(t) for text in _texts(e) for t in dict.fromkeys(text)) for e in register
        }

    def find(self, asked: Asked) -> tuple[RegisterEntry, ...]:
        """Return the entries that fit, in the order of the register."""
        wanted = needles(asked.words)
        return tuple(e for e in self.entries.values() if self._fits(e, asked, wanted))

    def excerpt(self, entry_id: str, words: str, language: Language) -> str:
        """Return a line around the first match outside title, number and issuer; "" when there is none."""
        wanted = needles(words)
        if not wanted:
            return ""
        entry = self.entries[entry_id]
        seen = fold("\n".join((entry.title(language), entry.number, entry.issuer(language))))
        missing = tuple(word for word in wanted if word not in seen)
        other: Language = "en" if language == "zh" else "zh"
        for text in (t(which) for which in (language, other) for t in _texts(entry)):
            found = stretches(text, missing)
            if found:
                start, end = max(0, found[0].start - BEFORE), found[0].end + AFTER
                cut = " ".join(text[start:end].split())
                return f"{'…' if start else ''}{cut}{'…' if end < len(text) else ''}"
        return ""

    def issuers(self) -> tuple[Text, ...]:
        """Return the issuers, those of most entries first."""
        counts: dict[Text, int] = {}
        for entry in self.entries.values():
            if entry.issuer.zh:
                counts[entry.issuer] = counts.get(entry.issuer, 0) + 1
        return tuple(sorted(counts, key=lambda issuer: -counts[issuer]))

    def years(self) -> tuple[str, ...]:
        """Return the years of publication, the latest first."""
        return tuple(sorted({str(d.year) for e in self.entries.values() if (d := dated(e))}, reverse=True))

    def statuses(self) -> frozenset[str]:
        """Return the statuses that entries have."""
        return frozenset(e.status for e in self.entries.values())

    def origin(self, entry_id: str) -> str:
        """Return one of ``ORIGINS``."""
        if self._layer.is_own(entry_id):
            return MINE
        return CORRECTED if self._layer.of(entry_id) else SHIPPED

    def _fits(self, entry: RegisterEntry, asked: Asked, wanted: tuple[str, ...]) -> bool:
        when = dated(entry)
        return (
            asked.status in ("", entry.status)
            and asked.kind in ("", entry.kind)
            and asked.issuer in ("", entry.issuer.zh)
            and asked.year in ("", str(when.year) if when else "")
            and asked.origin in ("", self.origin(entry.id))
            and (asked.day is None or state_of(entry, asked.day, self.entries) == IN_FORCE)
            and all(word in self._words[entry.id] for word in wanted)
        )


def dated(entry: RegisterEntry) -> date | None:
    """Return the day that an entry is listed under."""
    return entry.published or entry.document_date or entry.effective or entry.ended


def _texts(entry: RegisterEntry) -> Iterable[Text]:
    days = (entry.published, entry.document_date, entry.effective, entry.ended)
    return (
        entry.title, entry.issuer, entry.instrument, entry.provisions, entry.key_numbers, entry.status_note,
        entry.applies, entry.citation, same(entry.number), *(same(d.isoformat()) for d in days if d is not None),
    )  # fmt: skip
