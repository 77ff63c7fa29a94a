"""Numbers told of the year before, and what tells how much more one is: 比上年的50亿元多了8亿元."""

from __future__ import annotations

import pytest
from extract_tools import found_in


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("2024年末贷款384亿元，上年末为320亿元", ["2024-12", "2023-12"]),
        ("2024年6月末贷款384亿元，上年末为320亿元", ["2024-06", "2023-12"]),
        ("2024年上半年产量40万台，上年同期为32万台", ["2024-H1", "2023-H1"]),
        ("2024年前三季度产量40万台，去年同期32万台", ["2024-Q1→2024-Q3", "2023-Q1→2023-Q3"]),
        ("2024年产量40万台，上一年度为32万台", ["2024", "2023"]),
        ("2024年上半年产量40万台，上年32万台", ["2024-H1", None]),
        ("产量40万台，上年32万台", [None, None]),
        ("2024年产量40万台，较上年增加8万台", ["2024", "2023→2024"]),
    ],
)
def test_the_year_before_is_told_by_the_date_before_it(sentence: str, periods: list[str | None]) -> None:
    assert [i["period"] for i in found_in(sentence) if i["role"] != "date"] == periods


@pytest.mark.parametrize(
    "sentence",
    [
        "产量60台，比上年的50台多了8台",
        "产量60台，比上年的50台多8台",
        "来客60人，比乙店的50人多两成",
        "花费60元，比上月的50元多出近10元",
    ],
)
def test_more_by_a_number_is_no_vague_number(sentence: str) -> None:
    found = found_in(sentence)
    assert found[1]["comparator"] == "="
    assert found[2]["role"] == "change"


@pytest.mark.parametrize("sentence", ["开业三年多了", "花了500块多", "涨了两倍多一点", "等了3小时多"])
def test_a_vague_number_stays_vague(sentence: str) -> None:
    assert found_in(sentence)[0]["comparator"] == ">"


@pytest.mark.parametrize("against", ["比去年的50台多了8台", "高于上月的50台", "较上年末的50台增长两成"])
def test_a_time_that_is_compared_with_is_nobody_and_an_amount_no_indicator(against: str) -> None:
    found = found_in(f"产量60台，{against}")
    assert [i["indicator"] for i in found] == ["产量"] * len(found)
    assert [i["entity"] for i in found] == [None] * len(found)
