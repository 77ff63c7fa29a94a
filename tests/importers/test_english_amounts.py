"""English amounts as newspapers print them: £8m, $2.5tn, 4.2m customers; ordinals that are no dates."""

from __future__ import annotations

import pytest
from extract_tools import found_in


@pytest.mark.parametrize(
    ("sentence", "text", "value"),
    [
        ("It raised £8m at seed", "£8m", 8e6), ("It lost $4.5m in all", "$4.5m", 4.5e6),
        ("The market is worth €2tn", "€2tn", 2e12), ("It served 4.2m customers", "4.2m customers", 4.2e6),
        ("It filled 8.1m orders", "8.1m", 8.1e6), ("It sold 3m monthly tickets", "3m", 3e6),
    ],
)  # fmt: skip
def test_an_m_of_money_or_of_things_is_a_million(sentence: str, text: str, value: float) -> None:
    (found,) = found_in(sentence)
    assert (found["text"], found["value_low"]) == (text, value)


@pytest.mark.parametrize("sentence", ["A wall of 5m, and a 3.5m gate", "A plot of £5m² or so"])
def test_any_other_m_is_no_million(sentence: str) -> None:
    assert [i for i in found_in(sentence) if i["value_low"] > 1000] == []


@pytest.mark.parametrize("sentence", ["the 21st century", "2nd place", "the 100th customer"])
def test_an_ordinal_without_a_month_and_a_year_is_no_date(sentence: str) -> None:
    assert [i for i in found_in(sentence) if i["role"] == "date"] == []


def test_what_adds_up_to_an_amount_is_no_bound() -> None:
    (sum_,), (bound,) = found_in("Losses add up to $340 million"), found_in("Fines of up to $340 million")
    assert (sum_["comparator"], bound["comparator"]) == ("=", "<=")
