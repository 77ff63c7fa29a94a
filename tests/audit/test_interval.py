from __future__ import annotations

from decimal import Decimal

import pytest
from check_cases import dossier

from desktop.audit.interval import INF, Interval, as_claim, digits, relative, value_of
from desktop.core.figure import Figure


def figure(text: str) -> Figure:
    """The one amount of a sentence."""
    amounts = [f for f in dossier(text).figures if not f.is_date]
    assert len(amounts) == 1
    return amounts[0]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("产量为3.2万吨。", 31_500_000, 32_500_000),  # in kilograms
        ("营业收入为5000亿元。", 4.9995e11, 5.0005e11),
        ("占比为30%。", 29.5, 30.5),
        ("占比为30.0%。", 29.95, 30.05),
        ("员工为850人。", 850, 850),
        ("占比为三成。", 25, 35),
    ],
)
def test_printed_digits_make_the_interval(text: str, low: float, high: float) -> None:
    found = digits(figure(text))
    assert found is not None
    assert found.low == pytest.approx(low)
    assert found.high == pytest.approx(high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("占比约为40%。", 38, 42),
        ("占比超过40%。", 39.5, INF),
        ("占比不足40%。", -INF, 40.5),
        ("占比近40%。", 36, 40.5),
    ],
)
def test_hedges_widen(text: str, low: float, high: float) -> None:
    found = as_claim(figure(text))
    assert found is not None
    assert found == pytest.approx(Interval(low, high))


def test_relative_change_of_the_handbook() -> None:
    """12.3 to 15.1 allows 21.9 to 23.7 %."""
    found = relative(Interval(12.25, 12.35), Interval(15.05, 15.15))
    assert found is not None
    assert round(found.low, 1) == 21.9
    assert round(found.high, 1) == 23.7


def test_no_change_from_zero() -> None:
    assert relative(Interval(-0.5, 0.5), Interval(3, 4)) is None


def test_a_range_has_no_single_value() -> None:
    made = figure("年化利率为12%-18%。")
    assert value_of(made) is None
    assert (made.low, made.high) == (Decimal(12), Decimal(18))


def test_touching_intervals_meet() -> None:
    assert Interval(1, 2).meets(Interval(2, 3))
    assert Interval(0.1 + 0.2, 1).meets(Interval(0, 0.3))
    assert not Interval(1, 2).meets(Interval(2.1, 3))
