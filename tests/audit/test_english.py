"""English sentences: what is before and after, parts and wholes, unit prices, dates, paces, and tables beside them."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, table

WRONG = [
    ("relative_change", "The ferry carried 620,000 people in 2023, up 34% from 500,000 a year earlier."),
    ("relative_change", "The ferry carried 620,000 people in 2023, down 24% from 500,000 a year earlier."),
    ("relative_change", "Sales were $4.0 million in 2022 and $5.0 million in 2023, up 40%."),
    ("relative_change", "Prices rose 30% to $60 from $50 a year earlier."),
    ("relative_change", "The kitchen served 12,000 meals, 50% more than the 10,000 of a year earlier."),
    ("relative_change", "Rents climbed from $800 to $1,000 a month, a rise of a third."),
    ("relative_change", "A bale went from $640 to $704 a tonne, or 15%."),
    ("relative_change", "Output fell by a third from 900 tonnes to 700 tonnes."),
    ("relative_change", "Spending rose from $2.0 million to $2.6 million, an increase of $0.4 million."),
    ("relative_change", "Takings rose from $1.5 million to $1.8 million, up 30%, as costs fell from $9 to $6."),
    ("points", "The pass rate climbed from 71.5% to 76.0%, an improvement of 6.5 points."),
    ("points", "The share of women rose from 20% to 25%, a gain of 5%."),
    ("multiples", "Output more than doubled from 400 tonnes to 700 tonnes."),
    ("multiples", "Places tripled from 30 to 90, and teaching hours tripled from 4,000 to 8,000."),
    ("growth_chain", "Traffic grew from 2.00 million in 2018 to 2.93 million in 2022, about 20% a year on average."),
    ("english_parts", "Of the fleet of 36 buses, 20 are owned and 26 leased."),
    ("english_parts", "Of 40 students, 25 were girls and 10 boys."),
    ("english_parts", "Of the 32 vessels, 20 are owned and 12 leased, which means that 72.5% are owned."),
    ("english_parts", "The yard has 56 trucks. On most days seven trucks, one in four, stand idle."),
    ("english_products", "The mill bought 20,000 tonnes at $310 a tonne, a bill of roughly $620 million."),
    ("english_products", "The club paid $4.8 million in refunds to 16,000 members, or $30 each."),
    ("english_products", "The loan costs 0.5% a month, or 16% a year before compounding."),
    ("english_lengths", "The pier was started in May 2019 and opened in March 2017, two years later."),
    ("english_lengths", "The pier was started in May 2019 and opened in June 2021, six years later."),
    ("english_pace", "It had 90 people. Faults ran at 24 in the first half and 18 in the third quarter, so the "
     "monthly rate fell by a quarter."),
    ("hard_limits", "In the survey 134% of customers would come again."),
    ("labels", "- Cost of cleaning: 14 million tonnes a year"),
]  # fmt: skip
RIGHT = [
    "Takings rose from $1.20 million to $1.29 million, up 7.5%, while profit fell from $96,000 to $72,000, down 25%.",
    "Trainees tripled from 40 to 120, and simulator hours doubled from 9,000 to 18,000.",
    "Costs fell from $90 million to $60 million, while revenue grew 12%.",
    "Costs fell from $90 million to $60 million, and revenue, which grew 12%, held up.",
    "Costs fell from $90 million to $60 million, 12% of revenue.",
    "Costs fell from $90 million to $60 million, and then by another 10%.",
    "Membership went from 2,000 to 5,000 in a year in which prices rose by 8%.",
    "Tickets cost from $20 to $45, and children get 50% off.",
    "Waits range from 10 to 20 minutes, and 30% of buses are late.",
    "Fares went up from $2.00 to $2.50, or 25%; the pass rose from $80 to $100, also 25%.",
    "Punctuality was 81%, against 84% at its rival, and costs were down 9%.",
    "Wages rose from $15 to $18 an hour, which is 20% more, and above the 12% of inflation.",
    "Traffic grew from 5.90 million in 2020 to 8.64 million in 2024, about 10% a year on average.",
    "Sales rose from $50 million to $60 million, up 3% on the quarter.",
    "Of its 58 planes, 30 are owned and 18 new.",
    "Of 90 visitors, 60 were women and 40 were tourists.",
    "The yard has 56 trucks and 40 buses. On most days seven trucks, one in eight, stand idle.",
    "It sold 400 tonnes at $20 a barrel, for $9,000.",
    "Rents rose 0.6% a month, or 7.5% a year.",
    "The treaty was signed in May 2019 and came into force in June 2021, two years later.",
    "The bridge was ordered in May 2019 and delivered in July 2019, two months later.",
    "It had 900 people. It sold 24 in the first half and 18 in the third quarter, so the monthly rate rose by half.",
    "The line carried 120% of passengers of 2019.",
    "The number of customers rose 120% in a year.",
    "Distance flown: 61 million kilometres a year",
]  # fmt: skip

ROUTES = table(
    "Route | 2022 revenue ($m) | 2023 revenue ($m) | Change",
    "Coastal | 240 | 216 | -10.0%",
    "River and lake | 150 | 180 | 20.0%",
    "Night ferry | 80 | 92 | 15.0%",
    "Total | 470 | 488 | 3.8%",
)
OF_ROUTES = [
    ("english_tables", "River and lake brought in $108 million."),
    ("english_tables", "Night ferry added $21 million in a single year."),
    ("english_tables", "River and lake made $20 million more than the year before."),
    ("english_order", "The fastest-growing route was Night ferry."),
    ("english_order", "The only route to shrink was River and lake."),
    ("english_order", "The largest route in 2023 was River and lake."),
    ("english_order", "River and lake brought in $180 million, already more than Coastal."),
    ("english_order", "In 2023 Night ferry exceeded River and lake."),
]
TRUE_OF_ROUTES = [
    "River and lake brought in $180 million, still less than Coastal.",
    "River and lake brought in $150 million in 2022.",
    "Night ferry added $12 million in a single year, and Coastal lost $24 million.",
    "The fastest-growing route was River and lake, and the only one to shrink was Coastal.",
    "The second-largest route was River and lake.",
    "Coastal exceeded River and lake, which grew faster than Coastal.",
    "River and lake grew more than Coastal did.",
    "River and lake had costs of $40 million.",
    "Night ferry cost $48 to ride.",
    "Night ferry was $10 million of debt away from the others.",
]


@pytest.mark.parametrize(("check", "text"), WRONG)
def test_an_english_sentence_that_does_not_compute_is_found(check: str, text: str) -> None:
    assert any(f.verdict.tone == "red" for f in raised(text, check))


@pytest.mark.parametrize("text", RIGHT)
def test_an_english_sentence_that_holds_is_left_alone(text: str) -> None:
    assert [f.said.en for f in checked(text).findings if f.verdict.tone == "red"] == []


@pytest.mark.parametrize(("check", "text"), OF_ROUTES)
def test_an_english_sentence_is_held_against_the_table_beside_it(check: str, text: str) -> None:
    assert any(f.verdict.tone == "red" for f in raised(f"{ROUTES}\n\n{text}", check))


@pytest.mark.parametrize("text", TRUE_OF_ROUTES)
def test_an_english_sentence_that_agrees_with_its_table_is_left_alone(text: str) -> None:
    assert [f.said.en for f in checked(f"{ROUTES}\n\n{text}").findings if f.verdict.tone == "red"] == []


def test_a_scale_in_a_header_is_part_of_its_amounts() -> None:
    (found,) = raised(f"{ROUTES}\n\nRiver and lake brought in $108 million.", "english_tables")
    assert (
        found.said.en == "The text says $108 million; the table has 150m USD, 180m USD for “River and lake”."
    )
