"""Which entries of the register were in force on a day, and how surely that is known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop.core.policy import RegisterEntry
from desktop.core.text import Text
from desktop.core.value import value

IN_FORCE, PENDING, OVER, UNSURE, NEVER = "in_force", "pending", "over", "unsure", "never"
STATES: dict[str, Text] = {
    IN_FORCE: Text("当日有效", "in force that day"),
    PENDING: Text("尚未施行", "not yet in effect"),
    OVER: Text("已经失效", "no longer in force"),
    UNSURE: Text("起止不明", "begin or end not known"),
    NEVER: Text("没有效力", "without legal force"),
}
FORCELESS = frozenset(("draft", "event"))
PAST = frozenset(("superseded", "expired"))
_UNVERIFIED = frozenset(("effective", "all"))
_OLD = 5  # one in so many


@value
class Force:
    """When an entry is in force: from ``begin`` to the day before ``end`` (None: until today, or not known).

    ``known`` is false when it is over and nobody wrote down since when. ``fallback`` says that the register knows
    only when it was published, ``unverified`` that its first day is background knowledge.
    """

    begin: date | None
    end: date | None
    known: bool = True
    fallback: bool = False
    unverified: bool = False

    def state(self, day: date) -> str:
        """Return one of ``STATES`` for a day."""
        if self.begin is None:
            return UNSURE
        if day < self.begin:
            return PENDING
        if self.end is not None and day >= self.end:
            return OVER
        return IN_FORCE if self.known else UNSURE


def force_of(entry: RegisterEntry, register: dict[str, RegisterEntry]) -> Force | None:
    """Return when an entry is in force; None for drafts and events, which have no force of their own.

    The end of a superseded entry is the first day that it no longer applies, that of an expired one the last day
    that it did; where a superseded entry has none, its successor's first day is taken.
    """
    if entry.status in FORCELESS:
        return None
    begin = entry.effective or entry.published or entry.document_date
    end = entry.ended
    if end is None and entry.status == "superseded":
        later = [e for i in entry.superseded_by if (e := register.get(i)) is not None]
        later += [e for e in register.values() if entry.id in e.supersedes]
        end = min((e.effective for e in later if e.effective is not None), default=None)
    if entry.ended is not None and entry.status != "superseded":
        end = _after(entry.ended)
    return Force(
        begin,
        end,
        known=end is not None or entry.status not in PAST,
        fallback=entry.effective is None,
        unverified=bool(_UNVERIFIED & set(entry.unverified)),
    )


def state_of(entry: RegisterEntry, day: date, register: dict[str, RegisterEntry]) -> str:
    """Return one of ``STATES``: how an entry stood on a day."""
    force = force_of(entry, register)
    return NEVER if force is None else force.state(day)


def span_of(entries: Iterable[RegisterEntry], today: date) -> tuple[date, date]:
    """Return the first and the last day that a time line of entries shows, ``today`` among them.

    A fifth of them may have begun before: a few old laws would leave the years of most others no room.
    """
    own = [
        [d for d in (e.published, e.effective, e.ended, e.document_date) if d is not None] for e in entries
    ]
    begins = sorted(min(days) for days in own if days) or [today]
    return min(begins[len(begins) // _OLD], today), max([today, *(d for days in own for d in days)])


def _after(day: date) -> date:
    return day if day == date.max else date.fromordinal(day.toordinal() + 1)
