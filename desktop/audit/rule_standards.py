"""Standards that a text cites by a number which is almost one of the register: GB/T 22239-2017, GB/T 22293-2019."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.rule_words import pairs_of
from desktop.core.policy import RegisterEntry

CODES: Final = ("GB", "JR", "YD", "GA")
CODE: Final = re.compile(
    r"(?<![A-Za-z])(?P<kind>GB|JR|YD|GA)(?:/[TZ])?\s?(?P<n>\d{2,6})[-—–](?P<y>(?:19|20)\d\d)(?!\d)"
)
_LIKE: Final = 2  # pairs of characters that the sentence shares with the entry, where the digits differ


def misnumbered(
    text: str, register: tuple[RegisterEntry, ...]
) -> Iterator[tuple[re.Match[str], RegisterEntry, str]]:
    """Each number of a sentence that is no entry's, the entry that it is almost that of, and the entry's number."""
    known = [(entry, own) for entry in register for own in CODE.finditer(entry.number)]
    exact = {(own["kind"], own["n"], own["y"]) for _, own in known}
    for cited in CODE.finditer(text):
        if (cited["kind"], cited["n"], cited["y"]) in exact:
            continue
        for entry, own in known:
            if cited["kind"] == own["kind"] and _almost(cited, own, text, entry):
                yield cited, entry, own[0]
                break


def _almost(cited: re.Match[str], own: re.Match[str], text: str, entry: RegisterEntry) -> bool:
    """Whether one number has another year, or its digits changed about in a sentence on the same matter."""
    if cited["n"] == own["n"]:
        return True
    alike = cited["y"] == own["y"] and sorted(cited["n"]) == sorted(own["n"])
    return alike and len(pairs_of(text) & pairs_of(f"{entry.title.zh}；{entry.provisions.zh}")) >= _LIKE
