"""What a text leaves out so that nobody can look its numbers up: pages, sources, levels, margins, earlier ranks."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, table

ROWS = ("年份 | 门店 | 店员", "2020 | 28家 | 850人", "2023 | 16家 | 420人")
SHOPS = table(*ROWS)
TIERS = ("档次 | 年化利率", "标准 | 18%-24%", "优享 | 12%-18%", "尊享 | 8%-15%")

REPORTS = [
    (
        "云杉乳业在2023年财报中披露，业务重心转向低温奶。鲜奶收入占比从2020年的38%升至2023年的51%。",
        "其后的38%、51%",
    ),
    ("据云杉乳业2022年年报显示，鲜奶收入为12.5亿元。", "所引的12.5亿元"),
    ("虽然门店已关，但云杉乳业在2022年财报中仍保留“社区店”的说法。", "是否这样说"),
    (
        "According to Spruce Dairy's 2022 annual report, fresh milk brought in $12.5 million.",
        "所引的$12.5 million",
    ),
]
REPORTS_PLACED = [
    "据云杉乳业2022年年报第37页，鲜奶收入为12.5亿元。",
    "云杉乳业在2023年财报中写道：“未来三年我们将把资源集中到低温奶和奶酪”，鲜奶占38%。",
    "该公司年报显示，2023年度营业收入48.62亿元。",
    "翻了公司年报，店里有1860辆车。",
    "云杉乳业2022年的收入为12.5亿元，随后发布年报。",
]


@pytest.mark.parametrize(("text", "part"), REPORTS)
def test_a_report_without_a_page_cannot_be_checked(text: str, part: str) -> None:
    (found,) = raised(text, "cited_reports")
    assert found.verdict.code == "not_checkable"
    assert part in found.said.zh


@pytest.mark.parametrize("text", REPORTS_PLACED)
def test_a_page_or_the_wording_is_enough(text: str) -> None:
    assert raised(text, "cited_reports") == []


def test_a_report_is_doubted_once() -> None:
    one = "云杉乳业在2023年财报中披露，鲜奶占38%。"
    assert len(raised(f"## 一、鲜奶\n\n{one}\n\n## 二、奶酪\n\n{one}", "cited_reports")) == 1


def test_a_table_of_numbers_that_nothing_names_a_source_for() -> None:
    (found,) = raised(f"门店和店员都少了。\n\n{SHOPS}", "unsourced_tables")
    assert (found.verdict.code, found.items[0][:4]) == ("not_checkable", "tab-")
    assert "4个数" in found.said.zh
    text = f"## 一、门店\n\n少了。\n\n{SHOPS}\n\n## 二、对比\n\n也少了。\n\n{SHOPS.replace('2020', '2021')}"
    (found,) = raised(text, "unsourced_tables")
    assert "2张表" in found.said.zh


@pytest.mark.parametrize(
    "text",
    [
        f"据公司年报，门店和店员都少了。\n\n{SHOPS}",
        f"门店和店员都少了。\n\n{SHOPS}\n\n数据来源：公司公告",
        f"市商务局公布，关店12家。\n\n人也少了。\n\n{SHOPS}",
        table("指标 | 初期标准 | 当前标准", "查询次数 | ≤6次 | ≤2次", "负债率 | ≤50% | ≤30%"),
        table("年份 | 门店 | 店员", "2020 | 28家 | 850人"),
        table(
            "环节 | 从前 | 现在",
            "入园 | 3道 | 5道",
            "取票 | 窗口 | 手机",
            "讲解 | 人工 | 耳机",
            "餐饮 | 外带 | 堂食",
        ),
    ],
)
def test_a_source_nearby_is_enough(text: str) -> None:
    assert raised(text, "unsourced_tables") == []


def test_a_report_is_a_source_itself() -> None:
    made = checked(f"门店和店员都少了。\n\n{SHOPS}", title="云杉书店2023年年度报告")
    assert [f for f in made.findings if f.check == "unsourced_tables"] == []


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("云杉书店在获客效率上已落后于晨光书城（商场）、蓝鲸阅读（直播）等竞品。", "ambiguous"),
        ("云杉书店的选品优于南山书局等同行。", "not_checkable"),
        ("云杉书店的口碑不如竞争对手。", "not_checkable"),
        ("云杉书店的配送已经落后于南山集团。", "not_checkable"),
        ("云杉书店的配送已经落后于“南山”。", "not_checkable"),
        ("Spruce Books has lagged behind its rivals in delivery.", "not_checkable"),
    ],
)
def test_a_rival_without_a_number_for_either_side(text: str, verdict: str) -> None:
    (found,) = raised(text, "untold_margin")
    assert found.verdict.code == verdict


@pytest.mark.parametrize(
    "text",
    [
        "云杉书店每天发货600单，落后于南山书局等同行。",
        "湘军的战斗力大大强于绿营，子辈很难超越父辈，配送不如传统快递公司。",
        "云杉书店的做法落后于时代，理念落后于市场需求。",
        "云杉书店的收入超过5亿元，成本低于预期。",
        "云杉书店的配送落后于南山书局。\n\n" + table("书店 | 配送时长", "云杉书店 | 3天", "南山书局 | 1天"),
    ],
)
def test_a_number_or_no_rival_is_no_doubt(text: str) -> None:
    assert raised(text, "untold_margin") == []


def test_points_of_a_rate_that_has_no_level() -> None:
    (found,) = raised("2022年，该店的退货率上升2.8个百分点，会员复购率下降3个百分点。", "no_level")
    assert "2.8个百分点" in found.said.zh
    assert "3个百分点" in found.said.zh


@pytest.mark.parametrize(
    "text",
    [
        "2022年，该店的退货率上升2.8个百分点。\n\n到2023年，退货率为6.1%。",
        "2022年，该店的退货率为6.1%，上升2.8个百分点。",
        "2022年，该店的退货率由3.3%上升2.8个百分点。",
        "该市经济增速比全国低2.9个百分点。",
        "该店的起步利率比同行贵2.4个百分点。",
        "退货率两年上升2.8个百分点。\n\n- 2020年末退货率：5%\n- 2022年末退货率：7.8%",
    ],
)
def test_a_level_anywhere_is_enough(text: str) -> None:
    assert raised(text, "no_level") == []


def test_a_kept_rank_without_an_earlier_one() -> None:
    (found,) = raised("2021年，晨光书城的销量排名保持第3位。", "missing_start")
    assert (found.kind, "“保持”第3位" in found.said.zh) == ("kept", True)


@pytest.mark.parametrize(
    "text",
    [
        "2021年，晨光书城的销量排名连续五年保持第3位。",
        "2020年晨光书城的销量排名为第3位，2021年晨光书城的销量排名保持第3位。",
        "2021年，晨光书城的销量排名升至第3位。",
        "2021年，毛利率保持在30%以上。",
    ],
)
def test_a_rank_with_its_past_is_no_doubt(text: str) -> None:
    assert raised(text, "missing_start") == []


def test_ranges_that_divide_and_overlap() -> None:
    (found,) = raised(table(*TIERS), "overlapping_segments")
    assert "8%-15%" in found.said.zh
    assert "首尾相接" in found.said.zh


@pytest.mark.parametrize(
    "rows",
    [
        (*TIERS[:3], "尊享 | 8%-12%"),
        (TIERS[0], "标准 | 12%-24%", "优享 | 9%-18%", "尊享 | 8%-15%"),
        (TIERS[0], "标准 | 18%-24%", "优享 | 7%-18%", "尊享 | 9%-21%"),
        TIERS[:3],
    ],
)
def test_ranges_that_do_not_divide(rows: tuple[str, ...]) -> None:
    assert raised(table(*rows), "overlapping_segments") == []
