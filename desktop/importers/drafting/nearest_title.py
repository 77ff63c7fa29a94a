"""The entry whose title comes nearest to one that the register does not have: of another kind, or in other words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher
from typing import Final

from desktop.core.period import Period
from desktop.core.policy import RegisterEntry
from desktop.core.text import NOTHING, Text
from desktop.importers.drafting import match_words as say
from desktop.importers.drafting.policy_names import Name

_LEAST: Final = 0.7  # of the words of the longer title that both have
_SIZE: Final = 4  # characters that both have, at least
_PIECE: Final = 2  # characters of a word
_DATED: Final = Text("，", ", ")


def nearest_told(
    name: Name, names: Iterable[tuple[Name, RegisterEntry]], when: Period | None, *, numbered: bool
) -> Text:
    """Why no entry was taken, with the nearest title where one comes near; ``numbered``: the text cites a number."""
    found = nearest(name, names, when) if name.about else None
    if found is None:
        return say.NOWHERE if numbered else say.NO_TITLE
    number = Text(found.number, f"“{found.number}”") if found.number else NOTHING
    day = found.published or found.document_date
    dated = (
        Text(f"{day.year}年{day.month}月{day.day}日", f"{day.day} {day:%b} {day.year}") if day else NOTHING
    )
    facts = _DATED.join([t for t in (number, dated) if t.zh])
    why = say.NEAREST_OTHER if numbered else say.NEAREST
    return why.format(found.title, Text(f"（{facts.zh}）", f" ({facts.en})") if facts.zh else NOTHING)


def nearest(
    name: Name, names: Iterable[tuple[Name, RegisterEntry]], when: Period | None
) -> RegisterEntry | None:
    """The entry that shares most of the words of a title; of several the nearest in time, else one in force."""
    best: tuple[float, float, bool] | None = None
    found = None
    for other, entry in names:
        share = _shared(name.about, other.about)
        rank = (share, -_days_between(entry, when), not entry.superseded_by)
        if share >= _LEAST and (best is None or rank > best):
            best, found = rank, entry
    return found


def _shared(one: str, other: str) -> float:
    if min(len(one), len(other)) < max(_SIZE, _LEAST * max(len(one), len(other))):
        return 0.0
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    both = sum(b.size for b in blocks if b.size >= _PIECE)
    return round(both / max(len(one), len(other)), 2) if both >= _SIZE else 0.0


def _days_between(entry: RegisterEntry, when: Period | None) -> float:
    days: list[date] = [d for d in (entry.document_date, entry.published, entry.effective) if d is not None]
    if when is None or when.start is None or not days:
        return 0.0
    return float(min(abs((d - when.start).days) for d in days))
