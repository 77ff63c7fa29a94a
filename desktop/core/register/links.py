"""What an entry of the register leads to: the entries before and after it, and how it is cited."""

from __future__ import annotations

from desktop.core.policy import RegisterEntry
from desktop.core.text import COMMA, NOTHING, Text, same


def before(entry: RegisterEntry, register: dict[str, RegisterEntry]) -> tuple[str, ...]:
    """Return the ids of what an entry supersedes, by its own word or by that of the other side."""
    told = [e.id for e in register.values() if entry.id in e.superseded_by]
    return tuple(dict.fromkeys((*entry.supersedes, *told)))


def after(entry: RegisterEntry, register: dict[str, RegisterEntry]) -> tuple[str, ...]:
    """Return the ids of what supersedes an entry, by its own word or by that of the other side."""
    told = [e.id for e in register.values() if entry.id in e.supersedes]
    return tuple(dict.fromkeys((*entry.superseded_by, *told)))


def citation_of(entry: RegisterEntry) -> Text:
    """Return an entry as a footnote: issuer, title, number, days, what it rests on, address."""
    facts = [entry.issuer, entry.cited, same(entry.number)]
    for day, text in (
        (entry.published, Text("{} 发布", "published {}")),
        (entry.effective, Text("{} 施行", "in effect {}")),
        (entry.ended, Text("{} 失效", "ended {}")),
    ):
        if day is not None:
            facts.append(text.format(day.isoformat()))
    rested = Text(entry.citation.zh.rstrip("。."), entry.citation.en.rstrip("。."))  # more follows
    rests = Text("依据：{}", "source: {}").format(rested) if rested.zh else NOTHING
    facts += [rests, *map(same, entry.urls)]
    return COMMA.join(facts)
