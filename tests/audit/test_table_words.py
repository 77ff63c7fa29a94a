"""What sentences and cells say of a table in words of their own, and numbers that only look like a cell's."""

from __future__ import annotations

import pytest
from check_cases import raised, table

STORES = table(
    "门店 | 日均客流（人） | 客单价（元） | 面积（平方米）",
    "东湖店 | 2,140 | 63 | 900",
    "西苑店 | 1,680 | 71 | 1,200",
    "北辰店 | 990 | 58 | 600",
)
YEARS = table(
    "年份 | 收入（亿元） | 门店（家） | 毛利率",
    "2021 | 12.4 | 310 | 41%",
    "2022 | 15.1 | 402 | 38%",
    "2023 | 17.3 | 515 | 33%",
)
CARE = table(
    "项目 | 2022年 | 2023年 | 2024年",
    "可租房源（套） | 21500 | 19800 | 18200",
    "月费（元） | 4,600 | 4,900 | 5,300",
)
PARCELS = table("指标 | 改革前 | 改革后", "破损率 | 0.9% | 0.6%", "单票成本（元） | 3.4 | 4.1")
CARS = table("车型 | 售价（万元）", "白鹿S | 18.6", "松风7 | 21.9", "云帆E | 15.2", "极昼 | 23.5")
LOANS = table(
    "Year-end | Loans owed (bn yuan) | Overdue rate",
    "2021 | 24.0 | 1.8%",
    "2022 | 15.0 | 2.7%",
    "2023 | 6.0 | 3.6%",
)
RULES = table("项目 | 旧版 | 新版 | 影响", "最高可借 | 20万元 | 5万元 | {}", "审核材料 | 3份 | 7份 | {}")
HARM = table(
    "功能 | 改造前 | 改造后 | 效果",
    "提醒 | 短信 | 推送 | 触达率下降28%",
    "展示 | 固定 | 动态 | 理解难度{}40%",
    "流程 | 4步 | 6步 | 转化率降低15%",
)
STAFF = table("年度 | 投入占比 | 人员 | 银行", "2020 | 22% | 850人 | 28家", "2023 | 9% | 420人 | {}")
RED = [
    ("timed_changes", f"代价是单票成本高了1.7元。\n\n{PARCELS}"),
    ("timed_changes", f"单票成本低了0.7元。\n\n{PARCELS}"),
    ("timed_changes", f"破损率升了三分之一。\n\n{PARCELS}"),
    ("row_tops", f"极昼售价23.5万元，四款里最便宜。\n\n{CARS}"),
    ("row_ranks", f"极昼售价23.5万元，四款里排第二。\n\n{CARS}"),
    ("counted_rows", f"售价低于20万元的只有三款。\n\n{CARS}"),
    ("counted_rows", f"四款车里有三款售价低于20万元。\n\n{CARS}"),
    ("english_years", f"At the end of 2022 the loans owed were 19.0 billion yuan.\n\n{LOANS}"),
    ("english_years", f"The overdue rate crept up. The worst year was 2023, at 2.7%.\n\n{LOANS}"),
    ("trends", f"毛利率三年里只升不降。\n\n{YEARS}"),
    ("text_table", f"2022年毛利率为83%。\n\n{YEARS}"),
    ("text_table", f"东湖店日均客流2,410人。\n\n{STORES}"),
]
AMBER = [
    ("judged_rows", RULES.format("门槛放宽", "手续变繁")),
    ("judged_rows", RULES.format("门槛收紧", "手续变简")),
    ("valence", f"界面调整反而造成部分用户流失。\n\n{HARM.format('降低')}"),
    ("valence", "- 权限收缩：第三方供应商合作增加72%"),
    ("valence", "改造之后，导致跨平台调用效率提升65%。关键数据缺失直接影响判断。"),
    ("odd_rows", STAFF.format("160家")),
]
SILENT = [
    ("timed_changes", f"可租房源2024年减少1600套。月费两年间涨了700元。\n\n{CARE}"),
    ("timed_changes", f"代价是单票成本高了0.7元。破损率降了三分之一。\n\n{PARCELS}"),
    ("timed_changes", f"可租房源2024年下半年减少900套。月费周末会高出40元。\n\n{CARE}"),
    ("row_tops", f"极昼售价23.5万元，四款里最贵。\n\n{CARS}"),
    ("row_ranks", f"松风7售价21.9万元，四款里排第二。\n\n{CARS}"),
    ("counted_rows", f"售价低于20万元的只有两款。四款车里有两款售价超过20万元。\n\n{CARS}"),
    ("english_years", f"At the end of 2022 the loans owed were 15.0 billion yuan.\n\n{LOANS}"),
    ("english_years", f"The average loan was 5,000 yuan in 2022.\n\n{LOANS}"),
    ("text_table", f"东湖店周末客流3,100人。西苑店刚开业时日均客流只有1,200人。\n\n{STORES}"),
    ("text_table", f"东湖店投了260元一盏的灯，西苑店面积里有300平方米是仓库。\n\n{STORES}"),
    ("text_table", f"2022年上半年收入6.2亿元。2021年线上收入3.3亿元。\n\n{YEARS}"),
    ("text_table", f"2023年末在建门店40家。2023年四季度毛利率只剩29%。\n\n{YEARS}"),
    ("rows_told", f"月费涨幅15.2%，比可租房源的降幅15.3%略小。\n\n{CARE}"),
    ("judged_rows", RULES.format("门槛收紧", "手续变繁")),
    ("valence", f"界面调整反而造成部分用户流失。\n\n{HARM.format('增加')}"),
    ("valence", "- 权限收缩：第三方供应商合作减少72%"),
    ("odd_rows", STAFF.format("16家")),
]


@pytest.mark.parametrize(("check", "text"), RED)
def test_what_contradicts_the_table_is_red(check: str, text: str) -> None:
    assert [f for f in raised(f"# 题\n\n{text}", check) if f.verdict.tone == "red"]


@pytest.mark.parametrize(("check", "text"), AMBER)
def test_what_goes_against_its_passage_is_pointed_out(check: str, text: str) -> None:
    found = raised(f"# 题\n\n{text}", check)
    assert found
    assert all(f.verdict.tone == "amber" for f in found)


@pytest.mark.parametrize(("check", "text"), SILENT)
def test_what_the_table_bears_out_or_does_not_hold_is_left_alone(check: str, text: str) -> None:
    assert not raised(f"# 题\n\n{text}", check)
