"""Texts with seeded errors: ``[[right//wrong//wrong##check,check]]`` and ``{{right##why it is tricky}}``."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"\[\[(?P<slot>.*?)\]\]|\{\{(?P<tricky>.*?)\}\}", re.S)


class Slot(NamedTuple):
    """A place where errors are seeded: offsets into the correct text, the wrong readings, the checks that apply."""

    start: int
    end: int
    wrong: tuple[str, ...]
    checks: tuple[str, ...]


class Marked(NamedTuple):
    """A correct text, where errors can be seeded, and the spans that are correct and easily misjudged."""

    text: str
    slots: tuple[Slot, ...]
    tricky: tuple[tuple[int, int], ...]


def parse(marked: str) -> Marked:
    """Return the correct text of a marked one, with its slots."""
    parts: list[str] = []
    slots: list[Slot] = []
    tricky: list[tuple[int, int]] = []
    at = length = 0
    for match in _MARK.finditer(marked):
        plain = marked[at : match.start()]
        parts.append(plain)
        length += len(plain)
        body, _, tail = (match["slot"] or match["tricky"]).rpartition("##")
        right, *wrong = body.split("//")
        parts.append(right)
        if match["slot"] is None:
            tricky.append((length, length + len(right)))
        else:
            slots.append(Slot(length, length + len(right), tuple(wrong), tuple(tail.split(","))))
        length += len(right)
        at = match.end()
    parts.append(marked[at:])
    return Marked("".join(parts), tuple(slots), tuple(tricky))


def seeded(marked: Marked, slot: Slot, wrong: str) -> str:
    """Return the text with one error."""
    return marked.text[: slot.start] + wrong + marked.text[slot.end :]
