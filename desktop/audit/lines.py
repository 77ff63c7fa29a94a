"""A text line by line; and where its clauses and sentences begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_BREAK: Final = re.compile(r"[，,。；;：:！？!?\n]")
REACH: Final = 60  # characters back to which a clause is followed


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line that is not empty."""
    start = 0
    for line in text.split("\n"):
        if line:
            yield start, start + len(line)
        start += len(line) + 1


def behind_last(marks: re.Pattern[str], words: str) -> str:
    """What stands behind the last match of a pattern of single characters: the last part of a split."""
    found = marks.search(words[::-1])
    return words if found is None else words[len(words) - found.start() :]


def clause_start(text: str, at: int) -> int:
    """Where the clause that holds an offset begins."""
    begin = max(0, at - REACH)
    words = text[begin : max(0, at)]
    return begin + len(words) - len(behind_last(_BREAK, words))


def sentence_start(text: str, at: int) -> int:
    """Where the sentence that holds an offset begins."""
    line = text.rfind("\n", 0, at) + 1
    return max(
        line, text.rfind("。", line, at) + 1, text.rfind("！", line, at) + 1, text.rfind("？", line, at) + 1
    )
