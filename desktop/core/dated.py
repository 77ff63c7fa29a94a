"""Everything in a dossier that has a date: what the text dates, and what the record says happened when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from desktop.core.dossier import Dossier, register_ids
from desktop.core.named import named
from desktop.core.period import Period
from desktop.core.policy import PolicyMention, RegisterEntry
from desktop.core.record import Record
from desktop.core.text import NOTHING, Text
from desktop.core.value import value
from desktop.core.verdict import Verdict

KINDS: dict[str, Text] = {
    "claimed": Text("文称", "Claimed"),
    "official": Text("官方", "Official"),
    "event": Text("事件", "Event"),
}
OFFICIAL: tuple[tuple[str, Text], ...] = (
    ("published", Text("发布", "published")),
    ("effective", Text("施行", "in effect")),
    ("ended", Text("失效", "ended")),
)


@value
class Dated:
    """A line of the time line: when, of what kind (``note`` says what happened then), what, its verdict.

    ``also`` are items that tell of the same thing.
    """

    item: str
    factor: str
    kind: str
    start: date
    shown: Text
    title: Text
    note: Text
    verdict: Verdict | None = None
    also: tuple[str, ...] = ()


def dated(dossier: Dossier, record: Record) -> tuple[Dated, ...]:
    """Return all dates in order; a date without a year is left out."""
    order = {f.id: n for n, f in enumerate(dossier.factors)}
    lines = chain(_policies(dossier, record), _events(dossier))
    return tuple(sorted(lines, key=lambda d: (d.start, order.get(d.factor, 0), d.title.zh)))


def _policies(dossier: Dossier, record: Record) -> Iterator[Dated]:
    told: set[tuple[str, str]] = set()  # a section may name one regulation several times
    for policy in dossier.policies:
        if policy.date is not None and policy.date.start is not None:
            kind = dict(OFFICIAL).get(policy.date_kind, NOTHING)
            when, verdict = policy.date.start, dossier.verdict_of(policy.id)
            shown, also = policy.date.shown(), tuple(e.id for e in dossier.events if policy.id in e.items)
            yield Dated(policy.id, policy.factor, "claimed", when, shown, named(policy), kind, verdict, also)
        for entry in _entries(dossier, policy, record):
            if (policy.factor, entry.id) in told:
                continue
            told.add((policy.factor, entry.id))
            for field, word in OFFICIAL:
                day = getattr(entry, field)
                if isinstance(day, date):
                    shown = Period(day.isoformat()).shown()
                    yield Dated(policy.id, policy.factor, "official", day, shown, entry.cited, word)


def _entries(dossier: Dossier, policy: PolicyMention, record: Record) -> list[RegisterEntry]:
    return [e for i in register_ids(dossier, policy) if (e := record.entry(i)) is not None]


def _events(dossier: Dossier) -> Iterator[Dated]:
    """Events; one that tells of a dated regulation is that regulation's line."""
    told = {p.id for p in dossier.policies if p.date is not None and p.date.start is not None}
    for event in dossier.events:
        if event.period.start is not None and not told & set(event.items):
            verdict, shown = dossier.verdict_of(event.id), event.period.shown()
            start, title = event.period.start, event.title
            yield Dated(event.id, event.factor, "event", start, shown, title, NOTHING, verdict)
