"""When a quantity was so: dates, parts of a year, windows, pairs and what they are compared with."""

from __future__ import annotations

import pytest
from extract_tools import found_in


@pytest.mark.parametrize(
    ("sentence", "period", "comparator"),
    [
        ("2021年6月上线", "2021-06", "="), ("2021.06上线", "2021-06", "="), ("截至2020年Q4", "2020-Q4", "="),
        ("2019年第2季度", "2019-Q2", "="), ("2019年后", "2019", ">"), ("2014年起", "2014", ">"), (
        "2015年以来", "2015", ">"),
        ("2024年底", "2024-12", "="), ("2024年1-7月", "2024-01→2024-07", "="), ("2018-2022年",
        "2018→2022", "="),
        ("2018年至2020年", "2018→2020", "="), ("2024年上半年", "2024-H1", "="), ("2024H1", "2024-H1",
        "="), ("3Q24", "2024-Q3", "="),
        ("2024年前三季度", "2024-Q1→2024-Q3", "="), ("近半年", "last 6 months", "="), ("过去5年",
        "last 5 years", "="),
        ("2023/11/01起", "2023-11-01", ">"), ("二〇二一年", "2021", "="), ("2024年7月1日至7日",
        "2024-07-01→2024-07-07", "="),
        ("3月15日", "03-15", "="), ("2024年前11个月", "2024-01→2024-11", "="), ("'23年", "2023", "="),
        ("民国十五年", "1926", "="), ("近五个交易日", "last 5 trading days", "="),
        ("未来三到五年", "next 3-5 years", "="), ("2024年三季度末", "2024-Q3", "="),
        ("on March 1st 2022", "2022-03-01", "="), ("May 12th, 2024 was the day", "2024-05-12", "="),
        ("the 12th of May 2024", "2024-05-12", "="), ("12th May 2024", "2024-05-12", "="),
        ("by the 3rd of June, 2021", "2021-06-03", "="), ("since November 22nd 2021", "2021-11-22", "="),
        ("2024年6月30日止6个月", "2024-06-30", "="), ("表1:2021—2023年", "2021→2023", "="),
    ],
)  # fmt: skip
def test_dates(sentence: str, period: str, comparator: str) -> None:
    assert [(i["period"], i["comparator"], i["role"]) for i in found_in(sentence)] == [
        (period, comparator, "date")
    ]


def test_figures_told_together_have_each_their_date() -> None:
    found = found_in("2021年、2022年和2023年净息差分别为2.31%、2.08%和1.77%，成本率分别为1.5%、1.6%、1.8%")
    assert [i["period"] for i in found if i["role"] != "date"] == ["2021", "2022", "2023"] * 2
    found = found_in("2012—2014年分别为212亿元、1058亿元、2528亿元")
    assert [i["period"] for i in found if i["role"] != "date"] == ["2012", "2013", "2014"]


def test_the_start_of_a_change_keeps_its_date_to_itself() -> None:
    _, first, second, drop = found_in("报名人数由2022年的457万降到438万，降幅4.2%")
    assert (first["period"], second["period"], drop["period"]) == ("2022", None, None)
    last = found_in("2023年，线上占比由2019年的28%提升到46%")[-1]
    assert last["period"] == "2023"


def test_a_date_in_brackets_holds_inside_them() -> None:
    found = found_in("2023年收入12亿元（2022年：10亿元），毛利率32.1%")
    assert [i["period"] for i in found if i["role"] != "date"] == ["2023", "2022", "2023"]


def test_a_multiple_of_an_earlier_year_holds_now() -> None:
    assert found_in("2023年产量是2015年的3倍")[-1]["period"] == "2023"


def test_the_window_and_the_limit_beside_it_are_two_items() -> None:
    window, limit = found_in("征信查询近半年≤6次")
    assert (window["text"], window["period"]) == ("近半年", "last 6 months")
    assert (limit["comparator"], limit["value_high"], limit["period"]) == ("<=", 6, "last 6 months")


def test_near_a_time_is_a_window_and_near_an_amount_an_estimate() -> None:
    assert found_in("近3月")[0]["role"] == "date"
    assert found_in("近9亿元")[0]["comparator"] == "~"


def test_a_pair_is_linked_and_each_end_has_its_own_period() -> None:
    _, first, _, second = found_in("占比从2020年的38%降至2023年的19%")
    assert second["change_from"] == first["id"]
    assert (first["period"], second["period"], second["direction"]) == ("2020", "2023", "down")
    assert first["direction"] is None


def test_a_comparison_with_last_year_spans_both_years() -> None:
    assert found_in("2021年投诉量较上年增长3倍")[-1]["period"] == "2020→2021"
    assert found_in("2021年投诉量同比增长3倍")[-1]["period"] == "2021"


def test_no_period_crosses_into_the_next_sentence() -> None:
    assert found_in("2021年上线。逾期率为3%")[-1]["period"] is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("7月底关店", [("7月底", None)]),
        ("9月初涨价", [("9月初", None)]),
        ("1、2月销量下降", [("1、2月", None)]),
        (
            "2020年1、2月销量下降，7、8月回升",
            [("2020年1、2月", "2020-01→2020-02"), ("7、8月", "2020-07→2020-08")],
        ),
    ],
)
def test_parts_of_a_year_are_dates(sentence: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(i["text"], i["period"]) for i in found_in(sentence)] == expected


def test_a_window_dates_where_a_change_led_not_where_it_began() -> None:
    window, first, second = found_in("近12个月门店由1260家降至848家")
    assert (window["period"], first["period"], second["period"]) == ("last 12 months", None, "last 12 months")
    assert second["change_from"] == first["id"]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2025年运单480万件，2024年为420万件。一季度110万件", "2025"),
        ("2025年运单480万件，2024年为420万件，其中一季度90万件", "2024"),
        ("2025年营收15亿元。2024年同期为12亿元。一季度3亿元", "2025"),
        ("2024年营收12亿元，2025年升至15亿元。一季度3亿元", "2025"),
        ("2025年营收15亿元。2024年营收12亿元。一季度3亿元", "2024"),
    ],
)
def test_a_quarter_is_of_the_year_that_the_text_speaks_of(text: str, year: str) -> None:
    assert found_in(text)[-1]["period"] == f"{year}-Q1"
