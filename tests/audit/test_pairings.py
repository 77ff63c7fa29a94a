"""Which numbers belong together: ranges, flows, instalments, rows of years, and sums spelled out in words."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, table

from desktop.core.finding import Finding

SALES = table(
    "年份 | 客流（万人次） | 门票收入（亿元）",
    "2018年 | 310 | 4.2",
    "2020年 | 125 | 1.6",
    "2022年 | 240 | 3.3",
)
GOODS = table("品类 | 2021年销售额（亿元） | 2022年销售额（亿元）", "茶叶 | 96 | 72", "糕点 | 30 | 21.6")


def _reds(text: str) -> list[Finding]:
    return [f for f in checked(text).findings if f.verdict.tone == "red"]


@pytest.mark.parametrize(
    "text",
    [
        "每件由20元到40元涨到50元到70元，涨了七成到一倍半。",
        "每场租金从3万到5万元降到2.4万到3.5万元，便宜了两成到三成。",
        "年初有门店8万家，年内新开1.5万家、关闭3.9万家，年末剩5.6万家，一年净少了三成。",
        "借6000元，分12期，每期还650元，一共还7800元。",
        "甲店退货率42%，比乙店的31%高11个百分点，是丙店的1.5倍。",
        "三季度又回落到35亿元，前三季度35亿元、38亿元、35亿元加起来是108亿元。",
        "2017年28800例由18家分担，每家1600例，2019年每家就只有1300例了。",
        "200人中50人会英语、180人会法语、90人会日语。",
        "2600人中教师650人、护工1170人，其余是后勤。",
        "总投资3亿元（4000万元由银行出）。",
        "收入5.85亿元减去成本6.75亿元，亏损0.9亿元。",
        "收入5亿元，成本3亿元，净利润1亿元。",
        "1至9月累计成交108亿元，平均每月12亿元。",
        "甲店18000元，乙店6000元，贵了两倍。",
        "额度由每年不超过8000元提高到不超过12000元，上限提高50%。",
        f"{SALES}\n\n客流最多的年份是2018年，当年接待310万人次。2020年新增5万人次的预约。",
        f"{SALES}\n\n2020年票务网点收入0.2亿元。到2022年，收入从1.6亿元升到3.3亿元。",
        f"{GOODS}\n\n糕点从去年的5亿元降到4亿元。",
    ],
)
def test_right_numbers_are_not_paired_with_others(text: str) -> None:
    assert _reds(text) == []


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("tallies", "年初有门店8万家，年内新开1.5万家、关闭3.9万家，年末剩6.6万家。"),
        ("spelled", "年息18%加14%，综合成本就到了38%。"),
        ("spelled", "借6000元，分12期，每期还650元，一共还7200元。"),
        ("spelled", "注册资本补足到3亿元（3000万元）。"),
        ("spelled", "收入5.85亿元减去成本6.75亿元，盈利0.9亿元。"),
        ("spelled", "1至9月累计成交108亿元，平均每月36亿元。"),
        ("spelled", "成交210亿元，按5%的佣金率，佣金收入1.05亿元。"),
        ("spelled", "120张床位平均只住30张，使用率40%。"),
        ("spelled", "多还的1800元相当于6000元本金的18%。"),
        ("tallies", "三季度又回落到35亿元，前三季度35亿元、38亿元、35亿元加起来是118亿元。"),
        ("sums", "2600人中教师850人、护工1170人、后勤780人。"),
        ("rest_shares", "主播2.4万人，其中头部120人，占0.5%，但是头部主播贡献了47%的成交，其余主播贡献63%。"),
        ("open_changes", "甲店18000元，乙店6000元，贵了四倍。"),
        ("relative_change", "月活只有1560万人，比4800万人的峰值跌去32.5%。"),
        ("relative_change", "额度由每年不超过8000元提高到不超过12000元，上限提高33%。"),
        ("annualised", "提前拿钱每天要付0.04%的手续费，折合年化4.6%。"),
        ("annualised", "设备靠租赁，月费率0.8%，折成年费率6.9%。"),
        ("times_told", "平台2018年5月上线，2023年11月关停，一共运营八年半。"),
        ("text_table", f"{SALES}\n\n客流最多的年份是2018年，当年接待301万人次。"),
        ("text_table", f"{SALES}\n\n2020年门票收入是6.1亿元。"),
        ("text_table", f"{GOODS}\n\n糕点则从30亿元降到26.1亿元。"),
        ("text_table", f"{GOODS}\n\n茶叶的盘子最大，2022年销售78亿元。"),
    ],
)
def test_wrong_numbers_are_told(check: str, text: str) -> None:
    assert [f.verdict.tone for f in raised(text, check)] == ["red"]


@pytest.mark.parametrize(
    ("said", "tone"), [("原因有三个", []), ("原因有五个", ["red"]), ("原因不外乎两条", ["red"])]
)
def test_reasons_are_counted_by_their_numbered_headings(said: str, tone: list[str]) -> None:
    body = "\n\n".join(
        f"## {n}、{t}\n\n面粉价格上涨20%。"
        for n, t in zip("一二三", ("原料太贵", "租金太高", "客人太少"), strict=True)
    )
    found = [f for f in checked(f"{said}。\n\n{body}", "面包店为什么关门").findings if f.check == "announced"]
    assert [f.verdict.tone for f in found] == tone
