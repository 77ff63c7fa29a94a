"""What comes to a month, by the window of the total."""

from __future__ import annotations

import pytest
from check_cases import alone

KEY = "averaged"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("前三个季度投诉1530件，平均每个季度510件。", "前三个季度投诉1530件，平均每个季度170件。"),
        (
            "四年间共投入9.6亿元，平均每年2.4亿元、每月2000万元。",
            "四年间共投入9.6亿元，平均每年2.4亿元、每月6000万元。",
        ),
        ("会员半年卡210元，合每月35元。", "会员半年卡210元，合每月17.5元。"),
        (
            "一季度收件120件，二季度156件，三季度180件，四季度204件。平均下来，每个月收件55件。",
            "一季度收件120件，二季度156件，三季度180件，四季度204件。平均下来，每个月收件165件。",
        ),
        ("2024年1—9月签约额45亿元，平均每月5亿元。", "2024年1—9月签约额45亿元，平均每月3.75亿元。"),
        (
            "门店从每月赚3万元变成亏1.6万元。照此，一年下来要亏19.2万元。",
            "门店从每月赚3万元变成亏1.6万元。照此，一年下来要亏1.92万元。",
        ),
    ],
)
def test_what_does_not_fit_is_found(right: str, wrong: str) -> None:
    assert alone(right, KEY) == []
    assert [f.verdict.tone for f in alone(wrong, KEY)] == ["red"]


@pytest.mark.parametrize(
    "text",
    [
        "公司上半年营收36亿元，平均每月6亿元；下半年旺季，平均每月8亿元，全年合计84亿元。",
        "全年投入1200万元，上半年已花掉900万元，下半年平均每月只能花50万元。",
        "2023年4月到2024年3月的一个财年里，公司亏损1.2亿元，平均每月亏1000万元。",
        "2023年全年投诉1200件，其中四季度450件，平均每月150件。",
        "2023年末有网点312个。2023年平均每月撤3个，2024年上半年平均每月撤1个。",
        "2023年年费1200元，折合每月100元；2024年改为季费360元，折合每月120元。",
        "截至9月底余额120亿元，平均每月新增2亿元。",
    ],
)
def test_what_is_told_of_something_else_is_left_alone(text: str) -> None:
    assert alone(text, KEY) == []
