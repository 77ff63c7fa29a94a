"""The English of a clause that a check quotes from a register entry: entries are written in both languages."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from desktop.audit.amounts import quote
from desktop.core.policy import RegisterEntry
from desktop.core.text import Text

_SENTENCE: Final = re.compile(r"(?<!\bNo)(?<!\bArt)\.(?:\s+(?=[A-Z“(])|$)")
_LIST: Final = re.compile(r";\s*")
_LONG: Final = 200  # characters, beyond which a sentence is no longer what a clause says


def quoted(entry: RegisterEntry, clause: str) -> Text:
    """A clause of an entry in quotation marks: in English as the entry has it there, else in Chinese."""
    words = clause.rstrip("。；")
    return quote(Text(words, _english(entry.provisions, entry.key_numbers, words) or words))


@lru_cache(maxsize=500)
def _english(provisions: Text, numbers: Text, clause: str) -> str:
    for told in (provisions, numbers):
        at = told.zh.find(clause)
        if at >= 0:
            return _of(told, at)
    plain = _plain(clause)
    found = next((t for t in (provisions, numbers) if plain in _plain(t.zh)), None)
    return "" if found is None else _of(found, _index(found.zh, plain))


def _of(told: Text, at: int) -> str:
    """The sentence at an offset, and of that the part between semicolons, where both languages have as many."""
    ours = [s for s in told.zh.split("。") if s.strip()]
    theirs = [s.strip() for s in _SENTENCE.split(told.en) if s.strip()]
    if len(ours) != len(theirs):
        return ""
    place, at = _place(ours, at)
    parts, english = ours[place].split("；"), _LIST.split(theirs[place])
    part = _place(parts, at)[0]
    if len(parts) == len(english):
        return english[part].strip(" .")
    if len(parts) > 1 and part == len(parts) - 1:
        return english[-1].strip(" .")  # the last of both
    if len(parts) == 2 < len(english):
        return "; ".join(english[:-1])
    return theirs[place].rstrip(". ") if len(theirs[place]) <= _LONG else ""


def _place(parts: list[str], at: int) -> tuple[int, int]:
    """Which part holds an offset, and the offset in it."""
    for n, part in enumerate(parts):
        if at <= len(part):
            return n, at
        at -= len(part) + 1
    return len(parts) - 1, 0


def _plain(words: str) -> str:
    return re.sub(r"（[^）]*）", "", words)


def _index(words: str, plain: str) -> int:
    """Where a clause begins that was found without what stands in brackets."""
    return max(words.find(plain[:6]), 0)
