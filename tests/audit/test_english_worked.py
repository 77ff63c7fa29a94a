"""What English texts work out in passing, say of tables, limits and regulations: slips are found, the rest is not."""

from __future__ import annotations

import pytest
from check_cases import checked, table

from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.importers.draft import draft
from desktop.importers.reading import read

LEASE = "At the end of 2019 the firm leased out 24.0 billion yuan. Two years on, it leased out 6.0 billion, "
BILL = "It paid 42 million yuan for vans, 27 million for fuel and 11 million for tyres. "
TALLY = "There were 540 faults in the whole of 2016, then 330 in the first half of 2017, at a cost of £3m. "
WRONG = [
    ("relative_change", LEASE + "a drop of 60%."),
    ("english_folds", "The fare went from 60 to 120 yuan, which is triple."),
    ("english_folds", "The fare went from 60 to 120 yuan, a fourfold rise."),
    ("english_sizes", "Output was £80m in 2001 and £120m in 2004, twice as much."),
    ("english_sizes", "It sold £90m of tea in 2005. By 2015 it sold £30m, half as much."),
    ("english_that", BILL + "The three add up to 70 million yuan."),
    ("english_that", "The grant was £480 million, spread over 1.6 million homes. That is £30 a home."),
    ("english_that", "A van brings in $140 a day. With 250 vans that made $45,000 a day."),
    ("english_shares", "The state put in 40%, and its one partner the other 70%."),
    ("english_that", "It earned £75 million and spent £60 million, leaving a profit of £15 million, a margin of 30%."),
    ("english_that", "The state put in 35%. The plant cost £84 million. The state's share was thus £39.4 million."),
    ("english_of_whole", "The lender had 32.0 billion yuan of it. Its 9.6 billion came to 24% of that."),
    ("english_of_whole", BILL + "The three add up to 80 million yuan. Fuel made up 44% of the bill."),
    ("english_caps", "Lenders may keep at most 15% in land. Ashby had 18%, so it was three points under the cap."),
    ("english_caps", "No clinic may keep more than 10% idle. Harrow had 14%, six points above the ceiling."),
    ("english_paces", TALLY + "Month for month, that is 39% fewer."),
    ("english_paces", TALLY + "The pace was thus that of a fall of 39% a month."),
]  # fmt: skip
RIGHT = [
    LEASE + "a drop of 75%.",
    "The fare went from 60 to 120 yuan, which is double.",
    "Output was £80m in 2001 and £120m in 2004, half as much again.",
    BILL + "The three add up to 80 million yuan. Fuel made up about 34% of the bill.",
    "Sales were $3.2bn, up 5%. Profits were $400m, up 12%.",
    "Sales were £50m in the north. In 2004 the south sold £20m, up 12% on the year before.",
    "The grant was £480 million, spread over 1.6 million homes. That is £300 a home.",
    "It earned £500m. That was 12% more than last year.",
    "Half said so. A small number, 17%, did not mind. The remaining 33% could not do without.",
    "The state put in 40%, and its one partner the other 60%.",
    "Lenders may keep at most 15% in land. Ashby had 18%, so it was three points over the cap.",
    "Lenders may keep at most 15% in land. Ashby had 12%, so it was never over the cap.",
    TALLY + "Month for month, that is 22% more.",
]  # fmt: skip
STAYS = table(
    "| Month | Rooms sold (k) | Occupancy | Rate (£)",
    "| January | 120 | 72% | 140",
    "| April | 48 | 31% | 110",
    "| July | 75 | 46% | 125",
    "| October | 108 | 66% | 152",
)
CELLS = [
    ("text_table", "In July the hotel sold 57,000 rooms and lost £3m."),
    ("english_cells", "Rooms sold were higher in October than in January, by 12,000; that cost £3m."),
    ("english_steps", "The steps of occupancy were −57%, 48% and 63% by turns."),
]  # fmt: skip
HOLDS = [
    "In July the hotel sold 75,000 rooms and lost £3m.",
    "Rooms sold were fewer in October than in January, by 12,000.",
    "Between April and July rooms sold grew by 27,000.",
    "In July occupancy was 15 points higher than in April.",
]
NOTICE = "In February 2021 the CBIRC General Office sent out Notice No. 24 of 2021. It told banks that "
RULES = [
    "Banks fought Notice No. 42 of 2021 from the CBIRC General Office.",
    "PBoC Announcement No. 3, published on 31 October 2021, made lenders show the yearly rate.",
    NOTICE + "a partner must fund no less than 40% of a joint loan.",
    NOTICE + "loans with one partner may not exceed 35% of net tier-1 capital.",
    "WeBank made 18.0 billion yuan of net profit in 2023.",
    "WeBank grew in 2021. Its revenue was 37.0 billion yuan that year.",
]
AGREES = [
    "Banks fought Notice No. 24 of 2021 from the CBIRC General Office.",
    "PBoC Announcement No. 3, published on 31 March 2021, made lenders show the yearly rate.",
    NOTICE + "a partner must fund no less than 30% of a joint loan. The partner, at 60%, passed.",
    NOTICE + "loans with one partner may not exceed 25% of net tier-1 capital.",
    "WeBank made 10.8 billion yuan of net profit in 2023.",
]


@pytest.mark.parametrize(("check", "text"), WRONG, ids=[w[1][-60:] for w in WRONG])
def test_what_does_not_compute_is_found(check: str, text: str) -> None:
    assert check in {f.check for f in checked(text).findings}


@pytest.mark.parametrize("text", RIGHT, ids=[t[-60:] for t in RIGHT])
def test_what_holds_is_left_alone(text: str) -> None:
    assert not [f.check for f in checked(text).findings if f.verdict.tone == "red"]


@pytest.mark.parametrize(("check", "text"), CELLS, ids=[w[1][-60:] for w in CELLS])
def test_what_departs_from_the_table_is_found(check: str, text: str) -> None:
    assert check in {f.check for f in checked(STAYS + "\n\n" + text).findings}


@pytest.mark.parametrize("text", HOLDS, ids=HOLDS)
def test_what_the_table_gives_is_left_alone(text: str) -> None:
    assert not [f.check for f in checked(STAYS + "\n\n" + text).findings if f.verdict.tone == "red"]


@pytest.mark.parametrize("text", RULES, ids=RULES)
def test_what_departs_from_the_register_is_told(text: str) -> None:
    assert {"english_rules", "english_reference"} & {f.check for f in checked(text).findings}


@pytest.mark.parametrize("text", AGREES, ids=AGREES)
def test_what_the_register_has_is_left_alone(text: str) -> None:
    assert not {"english_rules", "english_reference"} & {f.check for f in checked(text).findings}


def _figures(text: str) -> list[Figure]:
    imported: Dossier = draft(read("text.md", text.encode()), ())
    return [f for f in imported.figures if not f.is_date]


def test_the_scale_behind_a_pair_is_that_of_both() -> None:
    assert [f.low for f in _figures("Costs went from 40 to 50 million dollars.")] == [40_000_000, 50_000_000]


def test_what_is_spread_over_is_no_bound() -> None:
    assert _figures("It was $480 million, spread over 1.6 million homes.")[1].comparator == "="


def test_millions_in_a_head_are_read_but_metres_are_not() -> None:
    head = table("| Year | Borrowers (m) | Heights (m)", "| 2020 | 4.5 | 3.2", "| 2021 | 5.0 | 3.3")
    borrowers, height, *_ = _figures(head)
    assert borrowers.low == 4_500_000
    assert float(height.low or 0) < 4
