"""Which entries of the register have a duty that a text puts down to nobody's document: 不得把…外包."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from desktop.audit.rule_words import pairs_of
from desktop.core.policy import RegisterEntry

_NO: Final = re.compile(r"不得|不准|不能|不可|不许|不应|禁止|严禁|停止|(?<!独)不(?=[\u4e00-\u9fff]{2}$)")
_CLAUSE: Final = re.compile(r"[，。；：,;:]")
_BRACKETS: Final = re.compile(r"（[^）]*）|\([^)]*\)")
_TAIL: Final = re.compile(r"(?:等?(?:行为|做法|活动|情形)|[的等了])+$")
_SHARED: Final = 2  # pairs of characters, that of the verb among them
_MOST: Final = 3  # entries that a sentence can name


def entries_with(duty: str, register: tuple[RegisterEntry, ...]) -> list[RegisterEntry]:
    """The entries with a ban on the same thing, by date; only bans, whose last word is what is banned."""
    found = _NO.search(duty)
    words = _TAIL.sub("", _CLAUSE.split(duty[found.end() :])[0]) if found is not None else ""
    verb = words[-2:]
    if len(words) < 4 or not pairs_of(verb):
        return []
    about = pairs_of(words)
    rated = []
    for entry in register:
        if entry.kind == "event" or entry.status == "draft":
            continue
        shared = [len(about & pairs_of(c)) for c in _bans(entry.provisions.zh) if verb in c]
        if shared and max(shared) >= _SHARED:
            rated.append((max(shared), entry))
    rated.sort(key=lambda r: -r[0])
    return sorted((e for _, e in rated[:_MOST]), key=lambda e: str(e.published or e.document_date or ""))


@lru_cache(maxsize=500)
def _bans(words: str) -> tuple[str, ...]:
    """The clauses that forbid something; one that is joined by 、 bans as well what its last part does."""
    clauses = _CLAUSE.split(_BRACKETS.sub("", words))
    return tuple(c for c in clauses if _NO.search(c) or any(_NO.search(p) for p in c.split("、")))
