"""What is set against what, and in which place it stands: amounts of a sentence, of a list, and of a table."""

from __future__ import annotations

import pytest
from check_cases import raised, table

FLIGHTS = table(
    "航线 | 客座率 | 平均票价（元） | 每客收入（元）",
    "沪成 | 84.6% | 1,015 | 1,083",
    "沪昆 | 79.2% | 1,168 | 1,236",
    "沪哈 | 73.5% | 947 | 1,001",
)
CHANNELS = table(
    "渠道 | 新单保费（亿元） | 件均保费（万元） | 手续费率",
    "银行代销 | 9.21 | 5.17 | 12%",
    "互联网平台 | 5.64 | 3.03 | 21%",
    "个人代理人 | 2.83 | 4.56 | 25%",
    "公司直销 | 0.92 | 5.41 | 3%",
)
ORDERS = table(
    "年度 | 订单量（万单） | 客单价（元） | 收入（万元）",
    "2019 | 8,000 | 2.5 | 20,000",
    "2021 | 9,000 | 3.0 | 27,000",
    "2022 | 6,000 | 3.2 | 19,200",
)
COSTS = table(
    "项目（亿元） | 2023年 | 2024年 | 2025年",
    "销售费用 | 17.28 | 17.49 | 17.17",
    "管理费用 | 6.22 | 5.96 | 5.72",
)
LOANS = table(
    "产品 | 平均额度(元) | 年化利率",
    "甲贷 | {} | 18%-24%",
    "乙贷 | 500-30万 | 12%-18%",
    "丙贷 | 1万-50万 | 8%-15%",
)
WORK = table(
    "指标 | 甲行 | 乙行 | 丙行", "审批时长 | 4分钟 | {} | 2分钟", "日均处理 | 500万笔 | {} | 200万笔"
)
SET = [
    ("set_against", "日产熟料5,180吨，比设计产能5,000吨", "多180吨", "少180吨"),
    ("set_against", "组件每瓦0.68元，", "比上年的0.92元便宜0.24元", "比上年的0.92元贵0.24元"),
    ("set_against", "造一艘船要417天，比行业平均的386天", "慢31天", "快31天"),
    (
        "set_against",
        "甲款年化回报8.7%，乙款年化回报11.2%，",
        "乙款跑赢甲款2.5个百分点",
        "甲款跑赢乙款2.5个百分点",
    ),
    ("two_told", "甲线良率97.3%，乙线良率95.8%，", "乙线的良率低1.5个百分点", "乙线的良率高1.5个百分点"),
    ("set_against", "晶圆报价2,450美元，低于去年的2,780美元，", "便宜了330美元", "贵了330美元"),
    ("former_latter", "内景一天1,260元，外景一天715元，", "前者比后者贵545元", "前者比后者便宜545元"),
    ("former_latter", "内景一天1,260元，外景一天715元，", "后者不到前者的六成", "后者超过前者的六成"),
    (
        "former_latter",
        "县城店年收500万元，一线店年收2,226万元，",
        "前者不到后者的四分之一",
        "前者超过后者的三分之一",
    ),
    ("former_latter", "高端套餐2,880元，基础套餐960元，", "前者是后者的三倍", "后者是前者的三倍"),
    ("comparatives", "次月留存", "跌破40%，远低于同业的65%", "跌破90%，远低于同业的65%"),
    ("listed_tops", "毛利率2023年35.0%、2024年33.0%，", "2025年31.0%为三年最低", "2025年31.0%为三年最高"),
    (
        "listed_tops",
        "前五名的市场份额合计为88%，分别为30%、22%、16%、12%、8%。本公司以12%",
        "排名第四",
        "排名第二",
    ),
    ("rows_told", f"{FLIGHTS}\n\n", "沪昆票价高出沪成153元", "沪昆票价低于沪成153元"),
    ("rows_told", f"{FLIGHTS}\n\n沪哈票价947元，", "较沪成低68元", "较沪成高68元"),
    (
        "row_tops",
        f"{CHANNELS}\n\n互联网的",
        "件均3.03万元，为四条渠道中最低",
        "件均3.30万元，为四条渠道中最低",
    ),
    ("row_tops", f"{CHANNELS}\n\n四条渠道里", "手续费率最重的是个人代理人", "手续费率最重的是银行代销"),
    (
        "row_ranks",
        f"{CHANNELS}\n\n新单保费",
        "银行代销排第一，互联网平台第二",
        "银行代销排第一，个人代理人第二",
    ),
    ("text_table", f"{ORDERS}\n\n此后下滑，", "2022年只有6,000万单", "2022年只有8,000万单"),
    ("timed_changes", f"{COSTS}\n\n", "销售费用只省下0.11亿元", "销售费用只省下1.10亿元"),
    ("timed_changes", f"{COSTS}\n\n2023年以来，", "销售费用只省下0.11亿元", "销售费用反而多花0.11亿元"),
    ("trends", f"{COSTS}\n\n", "管理费用连续两年走低", "管理费用连续两年走高"),
]
LEFT_ALONE = [
    ("set_against", f"{FLIGHTS}\n\n堂食和外卖占七成，堂食占比比前一年的50%低了整整10个百分点。"),
    ("set_against", "甲店价格为2元，本店为3元，比甲店贵1元。"),
    ("former_latter", "不良率6.8%，行业1.20%，前者是后者的五倍多。"),
    ("listed_tops", "甲店92元、乙店88元、丙店81元，其中增幅最大的是乙店，88元。"),
    ("listed_tops", "毛利率2023年35.0%、2024年33.0%，2025年31.0%为行业最高。"),
    ("text_table", f"{ORDERS}\n\n2022年预计有8,000万单。"),
    ("text_table", f"{ORDERS}\n\n2022年8,000万单来自加盟店。"),
    ("timed_changes", f"{COSTS}\n\n销售费用每季省下0.03亿元。"),
]


@pytest.mark.parametrize(("check", "lead", "right", "wrong"), SET)
def test_a_comparison_is_raised_only_where_it_fails(check: str, lead: str, right: str, wrong: str) -> None:
    assert [f.verdict.tone for f in raised(f"{lead}{wrong}。", check)] == ["red"]
    assert raised(f"{lead}{right}。", check) == []


@pytest.mark.parametrize(("check", "text"), LEFT_ALONE)
def test_what_is_set_against_something_else_is_left_alone(check: str, text: str) -> None:
    assert raised(text, check) == []


def test_a_kind_of_cell_is_odd_where_the_head_or_all_other_rows_tell_so() -> None:
    assert raised(LOANS.format("500%-5000%"), "odd_cells")
    assert raised(LOANS.format("500-5000"), "odd_cells") == []
    assert raised(WORK.format("3分钟", "80万天"), "odd_cells")
    assert raised(WORK.format("3分钟", "80万笔"), "odd_cells") == []


def test_an_average_far_outside_its_range_is_wrong() -> None:
    ranges = table("指标 | 甲贷 | 乙贷", "审批时长 | 1-2分钟 | 3-5分钟")
    told = "乙贷的平均审批时长仍在{}。"
    assert [f.verdict.tone for f in raised(f"{ranges}\n\n{told.format('50分钟')}", "average_range")] == [
        "red"
    ]
    assert raised(f"{ranges}\n\n{told.format('4分钟')}", "average_range") == []
