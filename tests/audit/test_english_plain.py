"""Plain English statements: each wrong one is found by its reading, each right one is left alone."""

# ruff: noqa: E501 - a statement a line

from __future__ import annotations

import pytest

from tests.audit.test_english import checked

WRONG_AND_RIGHT = [
    ("english_of_whole", "Of 200 users surveyed, 124, or {}, were unhappy.", "72%", "62%"),
    ("english_of_whole", "In 2022 it spent $48 million, of which $24 million on marketing, {} of the total.", "60%", "50%"),
    ("english_of_whole", "Only 3 of the 12 shops, or {}, made a profit.", "one in three", "one in four"),
    ("english_of_whole", "Creditors were owed $88 million and got $22 million, {} on the dollar.", "45 cents", "25 cents"),
    ("english_samples", "Some {} said the reminders were too frequent, 12% of them twice.", "168%", "68%"),
    ("english_samples", "In a poll of 50 merchants, {} had stopped accepting the card.", "44.7%", "44%"),
    ("english_whole_lists", "Complaints fell into three groups: billing (45%), service (35%) and fraud ({}).", "30%", "20%"),
    ("english_sums", "The three largest rivals hold 32%, 28% and 15% of the market, {} together.", "85%", "75%"),
    ("english_sums", "It spent $90 million: $50 million on readers, $25 million on software and {} on training.", "$25 million", "$15 million"),
    ("english_a_year", "A daily rate of 0.05% amounts to {} a year.", "36.5%", "18.25%"),
    ("english_a_year", "Monthly fees of $15 add up to {} a year.", "$280", "$180"),
    ("english_each", "The firm processed 30 million payments worth $1.5 billion, an average of {} each.", "$500", "$50"),
    ("english_each", "Each of the 60 vans carries 400 crates, {} crates in all.", "2,400", "24,000"),
    ("english_apart", "Rival A charges 12% and QuickPay 15%, so QuickPay is 3 points {}.", "cheaper", "dearer"),
    ("english_apart", "A loaf costs £1.10 at Warburton and £1.60 at Brightwell, a gap of {}.", "70p", "50p"),
    ("english_folds", "Bad debt {} between 2019 and 2022, from 1.2% to 3.6%.", "doubled", "tripled"),
    ("english_left", "It borrowed £9m, of which £6m has been repaid, leaving {} outstanding.", "£5m", "£3m"),
    ("english_spans", "It launched in March 2016 and closed in June 2023, after {} years and three months.", "nine", "seven"),
    ("english_spans", "The bridge took {} years to build, from March 2009 to March 2012.", "five", "three"),
    ("english_spans", "The strike lasted from 3 May 2019 to 24 May 2019, a total of {} days.", "31", "21"),
    ("english_spans", "The brewery opened in 1998 and closed in 2013, after {} years in business.", "twelve", "fifteen"),
    ("english_lengths", "She joined in 2010 and left in {}.", "2006", "2016"),
    ("english_lengths", "The ferry, launched in June 2016, was scrapped in May {}.", "2014", "2019"),
    ("ages", "Founded in 1985, the orchestra marked its {}th anniversary in 2025.", "50", "40"),
    ("ages", "The mayor, born in 1961, took office in 2011 at the age of {}.", "45", "49"),
    ("english_nouns", "Storage costs reached {} a year, says the report of 2020.", "3 terabytes", "$3 million"),
    ("english_points", "Interest rose from 4% to 7%, three {} more.", "percent", "percentage points"),
]  # fmt: skip
RIGHT = [
    "Verizon plans to swap 0.41 of its shares and $1.50 in cash for each share, with dividends of $4.50 a share.",
    "It sells the service for £4.99 a month or £50 a year.",
    "Labour regained the seat two years later, and the member of 1964 had to wait until 1970.",
    "The minimum age of 21 would be reduced to 18.",
    "30,000 jobs are to go, 560 will be lost this month and 400 are to go at the Revenue.",
    "Growth was cut to 4.0% from 4.4% this year and 2.1% from 2.8% in 2005.",
    "The cost of a customer rose from $20 to $50, or 2.5 times the original figure.",
    "After £5m in 2020 and £6m in 2021, losses came to £90m.",
    "The lease, signed in 2015, ended early in 2019, after four years.",
    "The lease ran out in 2019, two years early, after a deal of ten years from 2011.",
    "It raised $22 million, $4 million more than the $18 million expected.",
]


@pytest.mark.parametrize(("check", "pattern", "wrong", "right"), WRONG_AND_RIGHT)
def test_a_plain_statement_is_held_against_its_own_numbers(
    check: str, pattern: str, wrong: str, right: str
) -> None:
    found = [f for f in checked(pattern.format(wrong)).findings if f.verdict.tone == "red"]
    assert found, check
    assert [f.said.en for f in checked(pattern.format(right)).findings if f.verdict.tone == "red"] == []


@pytest.mark.parametrize("text", RIGHT)
def test_a_plain_statement_that_holds_is_left_alone(text: str) -> None:
    assert [f.said.en for f in checked(text).findings if f.verdict.tone == "red"] == []
