"""Words of a trend, of numbers beside them and of a table's rows and columns."""

from __future__ import annotations

import pytest
from check_cases import raised, table

LINES = table(
    "线路 | 2022年 | 2023年 | 2024年",
    "1号线 | 820 | 865 | 910",
    "2号线 | 640 | 602 | 575",
    "3号线 | 410 | 455 | 438",
)
QUARTERS = table(
    "季度 | 放款额（亿元） | 不良率",
    "一季度 | 12.0 | 2.1%",
    "二季度 | 13.5 | 2.6%",
    "三季度 | 15.2 | 3.0%",
    "四季度 | 16.8 | 3.5%",
)
YEARS = table(
    "年份 | 毕业生（人） | 就业率",
    "2020年 | 3120 | 91.2%",
    "2021年 | 3260 | 90.4%",
    "2022年 | 3345 | 88.7%",
    "2023年 | 3410 | 89.5%",
    "2024年 | 3502 | 90.1%",
)
MIXED = table(
    "时点 | 余额（亿元） | 不良率",
    "2021年末 | 66.0 | 1.9%",
    "2022年末 | 49.5 | 2.8%",
    "2023年6月末 | 38.6 | 3.5%",
)
TURNED = [
    ("单票收入从2.61元掉到2.38元再掉到2.20元，", "连跌两年", "连涨两年"),
    ("净利润分别为4.1亿元、3.8亿元、3.3亿元和2.9亿元，", "一年不如一年", "一年好过一年"),
    ("首月投诉212件，次月188件，第三个月151件，", "投诉量一路下行", "投诉量一路攀升"),
    ("接通率一月71%，二月78%，三月84%，", "逐月改善", "逐月恶化"),
    ("三年依次为41万人、55万人、48万人，", "先升后降", "先降后升"),
    (f"{LINES}\n\n2号线则", "连着两年下滑", "连着两年上升"),
    (f"{LINES}\n\n3号线", "先升后降", "先降后升"),
    (f"{QUARTERS}\n\n放款额逐季增加，不良率却一路", "升到3.5%", "降到3.5%"),
    (f"{YEARS}\n\n就业率先连降两年，此后", "连续两年回升", "连续三年回升"),
    (f"{MIXED}\n\n余额见顶后再没有回升，不良率却一路", "升到3.5%", "降到3.5%"),
]
ALONE = [
    f"{YEARS}\n\n就业率先连降两年，到2022年触底。",
    f"{YEARS}\n\n就业率近两年持续回升。",
    f"{LINES}\n\n同行的3号线连续两年下滑。",
    f"{QUARTERS}\n\n不良率若一路降到3.5%就会翻倍。",
    "三年依次为41万人、55万人、48万人，但增速逐年下降。",
]


@pytest.mark.parametrize(("lead", "right", "wrong"), TURNED)
def test_a_trend_is_red_only_the_wrong_way_round(lead: str, right: str, wrong: str) -> None:
    assert [f for f in raised(f"# 题\n\n{lead}{wrong}。", "trends") if f.verdict.tone == "red"]
    assert not raised(f"# 题\n\n{lead}{right}。", "trends")


@pytest.mark.parametrize("text", ALONE)
def test_what_is_of_another_time_or_thing_is_left_alone(text: str) -> None:
    assert raised(f"# 题\n\n{text}", "trends") == []
