from __future__ import annotations

from dataclasses import replace
from datetime import date

from invented import anchor, dossier, entry

from desktop.core.dated import dated
from desktop.core.dossier import Dossier
from desktop.core.evidence import Event
from desktop.core.period import Period
from desktop.core.record import Record
from desktop.core.text import Text

RECORD = Record((entry(),), ())
MARCH = Period("2021-03", date(2021, 3, 1), date(2021, 3, 31))


def case() -> Dossier:
    made = dossier()
    policies = tuple(replace(p, date=MARCH) for p in made.policies)
    other = Event("e2", "f2", "change", Text("投入减半", "Spending halved"),
                  Period("2020", date(2020, 1, 1), date(2020, 12, 31)), (), anchor("2020年"))  # fmt: skip
    return replace(made, policies=policies, events=(*made.events, other))


def test_claimed_and_official_dates_and_events_in_order() -> None:
    rows = dated(case(), RECORD)
    assert [r.start for r in rows] == sorted(r.start for r in rows)
    claimed = next(r for r in rows if r.kind == "claimed")
    assert (claimed.item, claimed.note.zh, claimed.also) == ("p1", "发布", ("e1",))
    assert claimed.verdict is not None
    assert claimed.verdict.code == "differs"
    assert {r.note.zh for r in rows if r.kind == "official"} >= {"施行"}


def test_an_event_that_tells_of_a_dated_regulation_is_not_listed_twice() -> None:
    rows = dated(case(), Record((), ()))
    assert [r.item for r in rows] == ["e2", "p1"]


def test_what_has_no_day_is_left_out() -> None:
    rows = dated(dossier(), Record((), ()))
    assert [r.item for r in rows] == ["e1"]
