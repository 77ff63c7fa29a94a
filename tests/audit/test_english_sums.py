"""English sums, shares, rates, tops and turns of phrase about money: each slip is found, what holds is left alone."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, table

WRONG = [
    ("english_totals", "Investors put in £8m at seed, £45m in a Series A and £110m in a Series B, £136m in all."),
    ("english_totals", "They spent $20 on food and $30 on rent, $60 in total."),
    ("english_totals", "The shop took £50m in spring and £60m in summer, a total of £120m."),
    ("english_totals", "Rent, £40, and staff, £90, come to £150 a day."),
    ("english_totals", "Backers gave £8m, lenders £12m and the state £5m, which adds up to £35m."),
    ("english_totals", "A ticket of £12.00 less £7.50 of costs leaves £5.50."),
    ("english_totals", "Income of £8.50 minus £11.15 of direct costs leaves £3.65."),
    ("english_totals", "Of every £100, £60 goes on rent and £30 on food, leaving £25."),
    ("english_shares", "Some 71% of orders came through the app and 39% through the website."),
    ("english_shares", "Sales of 60% came from London and 50% from Leeds."),
    ("english_shares", "About 64% of tickets were sold online, while 46% were sold via agents."),
    ("english_shares", "Of bookings, 55% were made by phone and 54% by letter."),
    ("english_limits", "The fill rate (the share of items in stock) touched 107.4%."),
    ("english_limits", "The response rate was 130%."),
    ("english_limits", "Attendance rates at the school reached 104%."),
    ("english_money", "Creditors are owed £62m and may get 3p in the pound, about £19m between them."),
    ("english_money", "Holders of $80 million of bonds got 25 cents on the dollar, or $2 million."),
    ("english_money", "A £40m loan at 1.1% a month meant £44,000 of interest each month."),
    ("english_money", "Shops charged £3.50 for their own vans, so at £1.90 the app was the dearer option."),
    ("english_products", "The loan costs 1.1% a month: 11.2% a year before compounding."),
    ("english_lasted", "On June 30th 2024 the last rider left. It had opened in October 2019; it lasted 65 months."),
    ("english_lasted", "It was wound up in May 2018. Launched in May 2015, the paper survived for 50 months."),
]  # fmt: skip
RIGHT = [
    "Investors put in £8m at seed, £45m in a Series A and £110m in a Series B, £163m in all.",
    "They spent $20 on food and $30 on rent, $50 in total.",
    "Revenue rose from £20m to £30m, and £80m in total was raised.",
    "Fees of £20 and £30 a head, £500 in all, were charged.",
    "Fees of £20 per child and £30 per adult came to £500.",
    "It spent £20m on stock, including £5m on wine and £3m on beer, and £40m in all.",
    "After £5m in 2020 and £6m in 2021, losses came to £90m.",
    "It lost £20m, then £30m, and a rival £90m in all.",
    "A ticket of £12.00 less £7.50 of costs leaves £4.50.",
    "It made £12m less than the £20m it hoped for, which leaves £3m.",
    "Of every £100, £60 goes on rent and £30 on food, leaving £10.",
    "Some 71% of orders came through the app and 29% through the website.",
    "Some 71% of users came through the app and 39% also came through the website.",
    "Of respondents, 71% came by car and 39% by bus.",
    "About 60% of revenue came from Europe and 55% of profit came from Asia.",
    "The survey found that 70% came by bus and 45% by car on the way back.",
    "Turnout was 71% in the north and 39% in the south.",
    "The pass rate reached 104% of target.",
    "The growth rate of the fund was 130%.",
    "Creditors are owed £62m and may get 3p in the pound, about £1.9m between them.",
    "A £40m loan at 1.1% a month meant £440,000 of interest each month.",
    "Shops charged £3.50 for their own vans, so at £1.90 the app was the cheaper option.",
    "The loan costs 1.1% a month: 13.2% a year before compounding.",
    "On June 30th 2024 the last rider left. It had opened in October 2019; it lasted 56 months.",
    "It opened in May 2015. A strike broke out in May 2018. It lasted 3 months.",
    "It opened in May 2015. Its strike of May 2018 lasted 3 months.",
    "It opened in May 2015 and moved in June 2018. The strike lasted 3 months.",
]  # fmt: skip
INCOME = "- Goods: £5.95\n- Fee: £1.90\n- Adverts: £0.65\n- Income per order: £{}\n"
COSTS = "- Picking: £3.10\n- Rider: £4.85\n- Direct cost per order: £{}\n"
POLL = table(
    "Reason | Answers | Share", "Too expensive | 1,008 | 42%", "Late | {} | 27%", "Supermarket | 432 | 18%",
    "Other | 312 | 13%",
)  # fmt: skip
YEARS = table(
    "Year | Orders (m) | Net loss (£m)", "2020 | 4.2 | 38.4", "2021 | 11.6 | 96.7", "2022 | 13.5 | 121.3",
    "2023 | 8.1 | 84.5",
)  # fmt: skip


def reds(text: str) -> list[str]:
    """What is said against a text."""
    return [f"{f.check}: {f.said.en}" for f in checked(text).findings if f.verdict.tone == "red"]


@pytest.mark.parametrize(("check", "text"), WRONG)
def test_a_sentence_that_does_not_compute_is_found(check: str, text: str) -> None:
    assert any(f.verdict.tone == "red" for f in raised(text, check))


@pytest.mark.parametrize("text", RIGHT)
def test_a_sentence_that_holds_is_left_alone(text: str) -> None:
    assert reds(text) == []


def test_the_totals_of_a_list_are_told_by_one_another() -> None:
    assert reds(INCOME.format("8.50") + COSTS.format("7.95")) == []
    assert raised(INCOME.format("9.50") + COSTS.format("7.95"), "english_accounts")
    assert raised(INCOME.format("8.50") + COSTS.format("9.75"), "english_accounts")
    assert reds("- Basket: £24.80\n- Fee: £1.90\n- Cost per order: £9.00") == []


def test_a_count_is_its_share_of_the_whole_that_the_other_rows_make() -> None:
    assert reds(POLL.format("648")) == []
    (found,) = raised(POLL.format("864"), "share_columns")
    assert "about 648.1, not 864" in found.said.en


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("2021 was the worst year, with £96.7m lost.", "2022 was the worst year, with £121.3m lost."),
        (
            "The year 2023 topped the table with 8.1m orders.",
            "The year 2022 topped the table with 13.5m orders.",
        ),
        ("Orders in 2021 were the lowest, at 11.6m.", "Orders in 2020 were the lowest, at 4.2m."),
        ("The year 2021 came first, with 11.6m orders.", "The year 2021 came second, with 11.6m orders."),
    ],
)
def test_a_superlative_is_held_against_the_column_that_has_its_number(wrong: str, right: str) -> None:
    assert raised(f"{YEARS}\n\n{wrong}", "english_tops")
    assert reds(f"{YEARS}\n\n{right}") == []
