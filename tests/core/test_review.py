"""The status of an item: doubtful and undecided, found without doubt, or what a person said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import dossier

from desktop.core.dossier import Dossier, register_ids
from desktop.core.review import DECIDED, STATUSES, Doubt, Review
from desktop.core.text import same


@pytest.fixture
def imported() -> Dossier:
    made = dossier()
    source = replace(made.sources[0], kind="article")
    doubts = (
        Doubt("g1", "unit", 0.5, same("a")),
        Doubt("g1", "far", 0.3, same("b")),
        Doubt("g3", "far", 0.3, same("c")),
    )
    return replace(
        made, sources=(source,), doubts=doubts, reviews=(Review("g3", "accepted"), Review("g2", "corrected"))
    )


def test_statuses(imported: Dossier) -> None:
    assert [imported.status_of(i) for i in ("g1", "g2", "g3", "f1")] == [
        "open",
        "corrected",
        "accepted",
        "automatic",
    ]
    assert [d.code for d in imported.doubts_of("g1")] == ["unit", "far"]
    assert imported.doubts_of("f1") == ()
    review = imported.review_of("g3")
    assert review is not None
    assert review.status in DECIDED
    assert imported.review_of("g1") is None
    assert set(DECIDED) < set(STATUSES)


def test_a_dossier_that_was_not_imported_has_no_statuses() -> None:
    made = dossier()
    assert not made.is_imported
    assert {made.status_of(i) for i in made.items} == {""}


def test_what_was_assessed_goes_before_what_was_matched() -> None:
    made = dossier()
    mention = replace(made.policies[0], register_id="other")
    assert register_ids(replace(made, policies=(mention,)), mention) == ("r1",)
    assert register_ids(replace(made, policies=(mention,), assessments=()), mention) == ("other",)
    assert register_ids(replace(made, assessments=()), made.policies[0]) == ()
