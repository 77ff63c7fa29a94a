"""A number that comes back with a slip, in a table, a sentence, or beside the number it goes with."""

from __future__ import annotations

import pytest
from check_cases import checked, raised


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("新仓投资1.28亿元。\n\n那座1.28亿元的新仓空着。", "新仓投资1.28亿元。\n\n那座1.82亿元的新仓空着。"),
        ("新仓投资1.28亿元。\n\n那座1.28亿元的新仓空着。", "新仓投资1.28亿元。\n\n那座12.8亿元的新仓空着。"),
        (
            "会员为312万人。\n\n三百一十二万会员里没人说话。",
            "会员为312万人。\n\n三百二十一万会员里没人说话。",
        ),
        (
            "单程由80元涨到110元。\n\n抱怨都冲着110元的单程票。",
            "单程由80元涨到110元。\n\n抱怨都冲着170元的单程票。",
        ),
        ("设站125座。\n\n一条125座站的线路。", "设站125座。\n\n一条135座站的线路。"),
        (
            "The airline carried 8.64 million passengers in 2024.\n\nIn 2020 it had 5.9 million. With 8.64 million "
            "passengers in 2024 it is full.",
            "The airline carried 8.64 million passengers in 2024.\n\nIn 2020 it had 5.9 million. With 8.46 million "
            "passengers in 2024 it is full.",
        ),
        ("重修花了680万元。\n\n那笔680万元没剩下。", "重修花了680万元。\n\n那笔860万元没剩下。"),
    ],
)
def test_a_slip_is_told_as_a_doubt(right: str, wrong: str) -> None:
    assert raised(right, "told_again") == []
    assert [f.verdict.tone for f in raised(wrong, "told_again")] == ["amber"]


@pytest.mark.parametrize(
    "text",
    [
        "2021年卖出320台，2022年卖出230台。",
        "预算为1.28亿元。实际花了1.82亿元。",
        "甲馆藏书12.6万册。乙馆借出书画21.6万件。",
        "每天发车46班。周末加开18班，共64班。",
        "收入4.2亿元，成本2.4亿元。",
    ],
)
def test_what_is_another_number_is_left_alone(text: str) -> None:
    assert [f.said.zh for f in checked(text).findings if f.check == "told_again"] == []
