"""A selected stretch as a new item."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import TEXT, entry
from review_cases import imported, nothing_found

from desktop.core.changes import add, apply, delete
from desktop.core.dossier import Item
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.policy import PolicyMention
from desktop.importers.selected import item_of

CASE = imported()
REGISTER = (entry(),)


def _made(words: str, kind: str) -> Item:
    at = TEXT.index(words)
    return item_of(CASE, CASE.sources[0], (at, at + len(words)), kind, REGISTER)


def test_a_figure_is_read_in_its_place() -> None:
    made = _made("38%", "figure")
    assert isinstance(made, Figure)
    assert (made.low, made.high, made.unit, made.factor) == (Decimal(38), Decimal(38), "%", "f2")
    assert made.period is not None
    assert made.period.text == "2020"  # which stands before the selection


def test_a_figure_of_a_table_belongs_to_its_cell() -> None:
    made = _made("22%", "figure")
    assert isinstance(made, Figure)
    assert (made.table, made.row, made.col) == ("t1", 1, 1)
    assert made.indicator.zh


def test_words_without_a_number_keep_their_quote() -> None:
    made = _made("不再续办", "figure")
    assert isinstance(made, Figure)
    assert (made.low, made.high, made.anchor.quote) == (None, None, "不再续办")


def test_a_date() -> None:
    made = _made("2021年3月", "figure")
    assert isinstance(made, Figure)
    assert made.is_date
    assert made.unit == "date"


def test_a_regulation_is_looked_up() -> None:
    made = _made("《测试办法》", "policy")
    assert isinstance(made, PolicyMention)
    assert made.title.zh == "测试办法"
    assert made.match_why.zh


def test_a_heading_is_the_next_reason() -> None:
    made = _made("不再续办", "factor")
    assert isinstance(made, Factor)
    assert (made.number, made.title.zh) == (2, "不再续办")


@pytest.mark.parametrize("kind", ["figure", "policy", "point", "factor"])
def test_every_kind_can_be_added_and_never_takes_a_used_id(kind: str) -> None:
    made = _made("不再续办", kind)
    after = apply(CASE, add(CASE, made))
    assert after.status_of(made.id) == "added"
    change = delete(after, [made.id])
    assert change is not None
    gone = apply(after, change)
    at = made.anchor.start
    for case in (after, gone):
        again = item_of(case, case.sources[0], (at, made.anchor.end), kind, REGISTER)
        assert again.id not in case.items
        assert again.id not in case.deleted


def test_an_article_in_which_nothing_was_found() -> None:
    case = nothing_found()
    made = item_of(case, case.sources[0], (0, 3), "point", ())
    assert apply(case, add(case, made)).points == (made,)


@given(
    st.integers(0, len(TEXT) - 1),
    st.integers(1, 60),
    st.sampled_from(["figure", "policy", "point", "factor"]),
)
def test_any_stretch_can_be_taken(start: int, length: int, kind: str) -> None:
    end = min(len(TEXT), start + length)
    made = item_of(CASE, CASE.sources[0], (start, end), kind, REGISTER)
    assert made.anchor.holds(TEXT)
