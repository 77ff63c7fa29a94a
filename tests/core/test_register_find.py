"""Finding in the register, and what was in force when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from invented import entry

from desktop.core.register.find import MINE, Asked, Searchable, needles, stretches
from desktop.core.register.force import IN_FORCE, NEVER, OVER, PENDING, UNSURE, force_of, span_of, state_of
from desktop.core.register.layer import Layer
from desktop.core.register.links import after, before
from desktop.core.text import Text

RULE = replace(
    entry(), number="令〔2021〕1号", provisions=Text("出资比例不低于30%。", "At least 30% is funded."),
    published=date(2021, 3, 1), effective=date(2021, 5, 1), ended=None, status="in_force",
)  # fmt: skip
LATER = replace(
    RULE, id="r2", title=Text("后来的办法", "Later Measures"), effective=date(2024, 7, 1), supersedes=("r1",)
)


@pytest.mark.parametrize(
    "words", ["出资", "ＦＵＮＤＥＤ", "[2021]1号", "(2021)1", "official 30%", "2021-03-01", "测试 出资"]
)
def test_words_are_found_in_any_text_of_either_language_whatever_their_form(words: str) -> None:
    search = Searchable((RULE, replace(LATER, provisions=Text("其他", "other"), number="")), Layer())
    assert [e.id for e in search.find(Asked(words))][:1] == ["r1"]


def test_every_word_must_be_found() -> None:
    assert not Searchable((RULE,), Layer()).find(Asked("出资 不存在"))


def test_filters_narrow_together() -> None:
    search = Searchable((RULE, LATER), Layer(own=("r2",)))
    assert [e.id for e in search.find(Asked(origin=MINE))] == ["r2"]
    assert not search.find(Asked(origin=MINE, year="1999"))
    assert [e.id for e in search.find(Asked(day=date(2022, 1, 1)))] == ["r1"]


def test_matches_are_where_they_stand_in_the_text_as_written() -> None:
    text = "令〔２０２１〕1号与㈱〔2021〕"
    found = stretches(text, needles("[2021]"))
    assert [text[a:b] for a, b in found] == ["〔２０２１〕", "〔2021〕"]
    assert stretches("出资出资比例", needles("出资 资比例")) == ((0, 2), (2, 6))


def test_an_excerpt_is_shown_only_for_what_the_row_does_not_show() -> None:
    search = Searchable((RULE,), Layer())
    assert "出资" in search.excerpt("r1", "测试 出资", "zh")
    assert search.excerpt("r1", "测试", "zh") == ""
    assert "funded" in search.excerpt("r1", "funded", "zh")


@pytest.mark.parametrize(
    ("more", "day", "state"),
    [
        ({}, date(2021, 4, 30), PENDING),
        ({}, date(2021, 5, 1), IN_FORCE),
        ({"status": "superseded", "ended": date(2022, 1, 1)}, date(2021, 12, 31), IN_FORCE),
        ({"status": "superseded", "ended": date(2022, 1, 1)}, date(2022, 1, 1), OVER),
        ({"status": "expired", "ended": date(2022, 12, 31)}, date(2022, 12, 31), IN_FORCE),
        ({"status": "expired", "ended": date(2022, 12, 31)}, date(2023, 1, 1), OVER),
        ({"status": "expired"}, date(2023, 1, 1), UNSURE),
        ({"status": "draft"}, date(2023, 1, 1), NEVER),
        ({"published": None, "effective": None, "document_date": None}, date(2023, 1, 1), UNSURE),
    ],
)
def test_a_day_is_before_within_or_after(more: dict[str, object], day: date, state: str) -> None:
    one = replace(RULE, **more)
    assert state_of(one, day, {"r1": one}) == state


def test_a_superseded_entry_ends_with_its_successors_first_day() -> None:
    old = replace(RULE, status="superseded")
    register = {"r1": old, "r2": LATER}
    force = force_of(old, register)
    assert force is not None
    assert (force.end, force.known) == (LATER.effective, True)
    assert (after(old, register), before(LATER, register)) == (("r2",), ("r1",))


def test_a_first_day_that_is_not_sure_is_marked() -> None:
    assert force_of(replace(RULE, effective=None), {}).fallback  # type: ignore[union-attr]
    assert force_of(replace(RULE, unverified=("effective",)), {}).unverified  # type: ignore[union-attr]


def test_a_few_old_laws_leave_the_time_line_to_the_others() -> None:
    days = [date(1995, 1, 1), *(date(2015 + n, 1, 1) for n in range(9))]
    many = [replace(RULE, id=f"r{n}", published=day, effective=day, ended=None, document_date=None)
            for n, day in enumerate(days)]  # fmt: skip
    assert span_of(many, date(2026, 1, 1)) == (date(2016, 1, 1), date(2026, 1, 1))
    assert span_of(many, date(1999, 1, 1)) == (date(1999, 1, 1), date(2023, 1, 1))
    assert span_of([], date(1999, 1, 1)) == (date(1999, 1, 1), date(1999, 1, 1))
