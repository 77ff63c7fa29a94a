"""Plain prose beside a table of years that speaks of something else: nothing in it is accused."""

from __future__ import annotations

import pytest
from check_cases import checked, table

SHOPS = table(
    "年度 | 门店(家) | 员工(人) | 客单价(元) | 复购率 | 净利润(亿元)",
    "2020 | 120 | 1440 | 22.5 | 36% | 0.40",
    "2021 | 210 | 2310 | 21.0 | 41% | 0.90",
    "2022 | 336 | 3360 | 19.8 | 44% | 1.20",
    "2023 | 300 | 2700 | 20.4 | 39% | 0.30",
)
RIGHT = (
    "2023年公司关掉60家门店，又新开24家，净减36家。",
    "员工人数三年间增加了1260人，其中总部增加300人。",
    "一线城市的门店占四成，比上年提高5个百分点。",
    "2022年员工平均每店10人，2023年每店9人。",
    "复购率最高的一个月达到52%，最低时只有31%。",
    "门店在2022年达到顶点，此后收缩一成多。",
    "2024年一季度门店又少了12家。",
    "老店的客单价比新店高3元。",
    "同行的门店同期增加了15%。",
    "2023年离职900人，新招240人。",
    "公司计划两年内把门店减到240家，也就是再关60家。",
    "2021年新开门店90家，2022年新开126家。",
    "门店平均面积由120平方米缩到90平方米，小了四分之一。",
    "员工里女性占62%，比两年前多3个百分点。",
    "会员复购率由48%升到55%，提高7个百分点。",
    "上半年门店净增8家，下半年净减44家。",
    "利润缩到只有上年的四分之一。",
    "2023年末的员工比最多时少了660人。",
)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_told_of_something_else_is_left_alone(text: str) -> None:
    """A part, a stretch within a year, a flow, a plan, another one's number."""
    assert not [f.said.zh for f in checked(f"{SHOPS}\n\n{text}").findings if f.verdict.tone == "red"]
