"""Words that are looked up by the end (or the head) of a text: which lengths are worth a look."""

from __future__ import annotations

from collections.abc import Iterable


def sizes(words: Iterable[str], place: int) -> dict[str, tuple[int, ...]]:
    """Return the lengths, longest first, of the words by their first (0) or last (-1) character."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[place], set()).add(len(word))
    return {char: tuple(sorted(lengths, reverse=True)) for char, lengths in found.items()}
