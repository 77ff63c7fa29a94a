"""Values behave like frozen, slotted dataclasses."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, fields, replace
from functools import cached_property
from typing import Any, Generic, TypeVar

import pytest

from desktop.core.value import value

T = TypeVar("T")


@value
class Place:
    """Where something stands."""

    row: int
    col: int = 2

    def moved(self, by: int) -> Place:
        return replace(self, col=self.col + by)


@value
class Other:
    """Looks alike and is another."""

    row: int
    col: int = 2


@value
class Nothing:
    """No fields."""


@value
class Box(Generic[T]):
    """One field."""

    inside: T


@value
class Sum:
    """Computes once."""

    parts: tuple[int, ...]

    @cached_property
    def total(self) -> list[int]:
        return [sum(self.parts)]


def test_what_is_computed_once_is_kept_and_does_not_count() -> None:
    one = Sum((1, 2))
    assert one.total is one.total
    assert one.total == [3]
    assert one == Sum((1, 2))
    assert copy.copy(one) == one


def test_takes_fields_by_place_and_name_and_fills_in_defaults() -> None:
    assert (Place(1).row, Place(1).col) == (1, 2)
    assert Place(1, 3) == Place(col=3, row=1)
    with pytest.raises(TypeError):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Place(1, 2, 3)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Place(1, row=1)  # type: ignore[misc]
    with pytest.raises(TypeError):
        Place(1, other=1)  # type: ignore[call-arg]


def test_equal_values_are_equal_and_hash_alike() -> None:
    assert Place(1) == Place(1, 2)
    assert Place(1) != Place(2)
    strangers: list[Any] = [Other(1), (1, 2), None]
    assert Place(1) not in strangers
    assert len({Place(1), Place(1, 2), Place(1, 3)}) == 2
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1
    assert Box("a") == Box("a") != Box("b")


def test_nothing_can_be_changed_or_added() -> None:
    place: Any = Place(1)
    with pytest.raises(FrozenInstanceError):
        place.row = 2
    with pytest.raises(FrozenInstanceError):
        place.other = 2
    with pytest.raises(FrozenInstanceError):
        del place.row
    assert not hasattr(place, "__dict__")


def test_can_be_replaced_copied_pickled_matched_and_read() -> None:
    assert Place(1).moved(3) == Place(1, 5)
    assert [field.name for field in fields(Place)] == ["row", "col"]
    assert copy.copy(Place(1, 4)) == pickle.loads(pickle.dumps(Place(1, 4))) == Place(1, 4)
    assert repr(Place(1)) == "Place(row=1, col=2)"
    match Place(1, 4):
        case Place(row, col):
            assert (row, col) == (1, 4)
        case _:
            pytest.fail("a value matches by place")


def test_keeps_its_name_and_what_it_says_of_itself() -> None:
    assert (Place.__name__, Place.__doc__, Place.__module__) == ("Place", "Where something stands.", __name__)
