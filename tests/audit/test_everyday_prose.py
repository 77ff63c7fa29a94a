"""Correct sentences of everyday prose, beside a table and without one, that must not be accused."""

from __future__ import annotations

import pytest

from tests.audit.check_cases import checked, table

INSURERS = table(
    "险种 | 保费收入（亿元） | 赔付支出（亿元） | 件均保费（元） | 退保率",
    "车险 | 120.5 | 84.4 | 2350 | 0.8%",
    "健康险 | 66.0 | 39.6 | 620 | 3.5%",
    "意外险 | 18.5 | 5.6 | 85 | 1.2%",
    "合计 | 205.0 | 129.6 | — | —",
)
OF_INSURERS = (
    "健康险退保率3.5%，是车险的四倍多，其中线上渠道高达6%。",
    "公司把车险的综合费用率压到了24%，按保费计算约合29亿元。",
    "扣除赔付后，车险还剩36.1亿元，健康险剩26.4亿元。",
    "意外险保费比2022年翻了一番，当年只有9.2亿元。",
)
BIRTHS = table(
    "年份 | 常住人口（万人） | 出生率（‰）", "2021 | 516.2 | 7.0", "2022 | 515.8 | 6.4", "2023 | 514.6 | 5.9"
)
OF_BIRTHS = ("其中城东区人口48.6万人，占全市的9.4%，出生率仅为4.2‰。",)
QUARTERS = table(
    "季度 | 营收（亿元） | 净利润（亿元）",
    "2023Q1 | 10.2 | 0.8",
    "2023Q2 | 11.0 | 0.9",
    "2023Q3 | 12.4 | 1.1",
    "2023Q4 | 15.0 | 1.5",
    "2024Q1 | 11.7 | 1.0",
)
OF_QUARTERS = ("2023年全年营收48.6亿元，净利润4.3亿元，净利率8.8%。",)
DINERS = table(
    "门店 | 月营业额（万元） | 月租金（万元）",
    "人民路店 | 42.0 | 5.4",
    "解放路店 | 30.0 | 4.2",
    "高铁站店 | 36.0 | 6.3",
)
OF_DINERS = ("疫情那三个月，人民路店的营业额跌到12万元，差点发不出工资。",)
SCHOOLS = table(
    "学校 | 2022年录取人数 | 2023年录取人数 | 2023年最低分 | 复试线",
    "甲大学 | 3200 | 3400 | 372 | 350",
    "乙大学 | 2800 | 2700 | 365 | 350",
    "丙学院 | 1500 | 1800 | 341 | 330",
)
OF_SCHOOLS = ("甲大学最低分372分，比复试线高22分。", "乙大学最低分下降了8分，上年是373分。")
MEDICINES = table(
    "年份 | 谈判药品数（个） | 平均降幅",
    "2019 | 150 | 60.7%",
    "2020 | 162 | 50.6%",
    "2021 | 117 | 61.7%",
    "2022 | 147 | 60.1%",
)
OF_MEDICINES = ("2021年谈判药品只有117个，比上年少了45个。2020年降幅最小，为50.6%，2021年又回到六成以上。",)
LOANS = table(
    "时点 | 贷款余额（亿元） | 当季放款（亿元）",
    "2024年末 | 960 | —",
    "2025年一季度末 | 990 | 612",
    "2025年二季度末 | 1040 | 655",
    "2025年三季度末 | 1095 | 690",
    "2025年末 | 1152 | 723",
)
OF_LOANS = ("全年放款2680亿元，其中四季度放款额为各季最高。",)
ALONE = (
    "用户从500万涨到1500万，翻了1.6番，或者说增长两倍。",
    "三成的用户贡献了七成的收入，人均消费是其余用户的5.4倍。",
    "上半年产值增长5.5%，其中二季度6.3%，一季度4.5%。",
    "原价199元，打七折再减20元，到手119元。",
    "一周工作六天，每天十小时，一周就是60小时，比法定标准多出20小时。",
    "据统计，每10个贷款申请里有3个被拒，通过率约70%，高于行业的55%。",
    "本次共回收有效问卷1000份，共发出1080份。一线城市样本400个，其中180人选了价格太高，占45%。",
    "总利息约9518元。首付比例从30%降到20%，一套200万元的房子首付少掏20万元。",
    "他去年卖保险的佣金收入不到3万元。车险案均赔款5800元。扣除赔付后，车险还剩36.1亿元。",
)
EVERY = tuple(
    f"{own}\n\n{text}"
    for own, told in (
        (INSURERS, OF_INSURERS), (BIRTHS, OF_BIRTHS), (QUARTERS, OF_QUARTERS), (DINERS, OF_DINERS),
        (SCHOOLS, OF_SCHOOLS), (MEDICINES, OF_MEDICINES), (LOANS, OF_LOANS), ("", ALONE),
    )
    for text in told
)  # fmt: skip


@pytest.mark.parametrize("text", EVERY)
def test_correct_prose_is_not_accused(text: str) -> None:
    """What is worked out, of a part, of another time, or of another kind than the cells of the table."""
    assert not [f.said.zh for f in checked(text).findings if f.verdict.tone == "red"]


@pytest.mark.parametrize(
    ("own", "text"),
    [
        (INSURERS, "车险的保费收入是125.0亿元。"),
        (SCHOOLS, "2023年最低分最高的是丙学院。"),
        ("", "用户从500万涨到1500万，翻了两番。"),
        ("", "样本400个，其中180人选了价格太高，占35%。"),
    ],
)
def test_what_is_wrong_is_still_told(own: str, text: str) -> None:
    """The same kinds of sentences with a slip in them."""
    assert [f for f in checked(f"{own}\n\n{text}").findings if f.verdict.tone == "red"]
