"""Changes whose two values stand apart, chains of rates, rates of any time and what they cost, terms compared."""

from __future__ import annotations

import pytest
from check_cases import checked, raised

TABLE = (
    "| 年份 | 客流（万人次） | 单客成本（元） |\n|---|---|---|\n| 2022年 | 480 | 80 |\n| 2023年 | 540 | 112 |\n"
    "| 2024年 | 432 | 168 |\n\n"
)
WRONG = [
    ("relative_change", "2021年港口吞吐量为3,250万吨。三年之后，这个数字变成2,080万吨，缩水56%。"),
    ("relative_change", "报名影片2022年为320部。次年升至480部，同比增长33%。"),
    ("points", "存款利率现为1.25%，年初还有1.55%，掉了3个基点。"),
    ("multiples", "参展商1,500家，上届600家，是上届的1.5倍。"),
    ("multiples", "首印5万册，加印后累计20万册，是首印量的3倍。"),
    ("multiples", "2024年投诉5,400件，2025年投诉8,100件，是2024年的2.5倍。"),
    (
        "relative_change",
        "In 2021 they owed $24.0 billion. Two years on, they owed $6.0 billion, a drop of 60%.",
    ),
    ("growth_chain", "销售额第一年增长10%，第二年又增长20%，两年累计增长35%。"),
    ("growth_chain", "物价先涨25%，后跌20%，比原来高出5%。"),
    ("growth_chain", "订阅收入连续三年每年增长30%，三年下来是原来的1.9倍。"),
    ("growth_chain", "产能2021年扩大50%，2022年又扩大20%，现有产能是2020年的1.7倍。"),
    ("rates_of_time", "借款日利率0.012%，一年按365天算是3.60%。"),
    ("rates_of_time", "账单分期每期费率0.6%，分12期，名义年费率6%。"),
    ("rates_of_time", "逾期按日加收万分之六点五，折合年化19.5%。"),
    ("interest_told", "日利率0.03%，借1万元用满30天要付900元。"),
    ("interest_told", "车贷10万元，年利率6%，一次还本付息，两年利息合计2.4万元。"),
    ("interest_told", "年利率3.65%，每万元每天的利息为10元。"),
    ("window_rates", "一季度受理投诉540件，4月和5月共受理480件，月均增加六成。"),
    ("conversions", "2024年这一项一共花掉10.4亿元，摊到每个月约1.04亿元。"),
    ("timed_changes", f"{TABLE}2023年客流增长22.5%。"),
    ("timed_changes", f"{TABLE}单客成本两年间涨到原来的1.1倍。"),
    ("timed_changes", f"{TABLE}单客成本两年间涨了不少，年均涨幅约55%。"),
    ("entry_changes", "- 毛利：1.1元（改版前7.6元）\n- 成本：11元（改版前12元）\n\n毛利下滑65%。"),
    ("open_changes", "批发价45元，零售价63元，零售价高出六成。"),
    ("open_changes", "合作店从1,200家减到780家，退出65%。"),
]
RIGHT = [
    "2021年港口吞吐量为3,250万吨。三年之后，这个数字变成2,080万吨，缩水36%。",
    "2022年货邮为3900吨，少于2020年的4100吨。2023年旅客比2022年增长约67%。",
    "合作银行2023年末还有19家，到2024年末只余12家，较2021年少了19家，降幅61.3%。",
    "存款利率现为1.25%，年初还有1.55%，掉了30个基点。",
    "首印5万册，加印后累计20万册，是首印量的4倍。",
    "三年里收入分别增长10%、20%和5%，累计增长38.6%。",
    "物价先涨25%，后跌20%，正好回到原点。",
    "销售额第一年增长10%，第二年又增长20%，利润两年累计增长50%。",
    "网点每年关掉两成，连关三年，三年后只剩原来的51%。",
    "旧日利率折成月利率是1.5%，年化18%；若按日复利则约20.0%，两个数都对。",
    "每期手续费0.75%，分12期，名义费率一年9%，真实年化约16%。",
    "The loan costs 0.6% a month, or 7.2% a year before compounding.",
    "日利率0.05%，借1万元一天利息5元，用满30天连本带息还10,150元。",
    "会员年费180元，按月买每月20元，按月买一年要贵三分之一。",
    "年卡180元，月卡20元，都比去年便宜一成。",
    f"{TABLE}2024年电费涨到了原来的三倍多。",
    f"{TABLE}2023年客流增长12.5%，单客成本贵了四成。",
    "以2020年的房租为100，2022年是110，2024年是121，四年涨了21%。",
]


@pytest.mark.parametrize(("check", "text"), WRONG)
def test_what_is_wrong_is_raised(check: str, text: str) -> None:
    assert [f for f in raised(text, check) if f.verdict.tone == "red"]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_not(text: str) -> None:
    assert [f.said.zh for f in checked(text).findings if f.verdict.tone == "red"] == []
