"""Times against the words that tell them: ages, stretches of years, dates that were moved, years out of reach."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, table

from desktop.audit.time_order import longest, odd_one

YEARS = table("年份 | 产量（吨）", "2020 | 310", "2021 | 328", "{} | 301", "2023 | 306")
FAR = "公司2019年有门店310家，2020年290家。\n\n{}"
EVENTS = table("时间 | 事件", "2019年4月 | 首播", "2020年8月 | 改版", "2022年11月 | 停播")


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        ("ages", "陈校长1958年出生，1981年毕业时23岁。", "陈校长1958年出生，1981年毕业时33岁。"),
        ("ages", "晚报创刊于1993年4月，2024年1月休刊，时年30岁。", "晚报创刊于1993年4月，2024年1月休刊，时年50岁。"),
        ("ages", "2017年7月公测，2021年7月四周年当天关服。", "2017年7月公测，2021年7月九周年当天关服。"),
        ("times_told", "2020—2023年连续四年亏损。", "2020—2023年连续六年亏损。"),
        ("times_told", "2019年到2024年的五年间，砖厂少了一半。", "2019年到2024年的九年间，砖厂少了一半。"),
        ("year_spans", "2021、2022、2023三年合计亏损9亿元。", "2021、2022、2023四年合计亏损9亿元。"),
        ("times_told", "2023年至2025年，公司连续三年亏损。", "2023年至2025年，公司连续五年亏损。"),
        ("times_told", "2024年9月12日至9月16日，为期五天。", "2024年9月12日至9月16日，为期九天。"),
        ("years_on", "2017年开出首店，次年（2018年）又开两家。", "2017年开出首店，次年（2020年）又开两家。"),
        ("moved_dates", "车间原定2021年6月投产，推迟到2022年1月。", "车间原定2021年6月投产，推迟到2021年1月。"),
        (
            "times_told",
            "甲市2018年2月施行，比乙市的2019年6月早一年零四个月。",
            "甲市2018年2月施行，比乙市的2019年6月早三年零四个月。",
        ),
        (
            "times_told",
            "冰箱2022年10月购入，保修三年，2025年10月到期。",
            "冰箱2022年10月购入，保修三年，2023年10月到期。",
        ),
        (
            "times_told",
            "矿山设计年限30年，1994年投产，2024年服务期满。",
            "矿山设计年限30年，1994年投产，2014年服务期满。",
        ),
        (
            "far_years",
            FAR.format("2022年的订货量较峰值期下降了四成。"),
            FAR.format("2062年的订货量较峰值期下降了四成。"),
        ),
        ("far_years", FAR.format("到2062年预计恢复到300家。"), FAR.format("2062年门店为300家。")),
        (
            "far_years",
            FAR.format("2023年年报显示，2022年门店为200家。"),
            FAR.format("2021年年报显示，2022年门店为200家。"),
        ),
        ("year_column", YEARS.format("2022"), YEARS.format("2020")),
        ("date_order", "使用率从2019年的92%降到2022年的71%。", "使用率从2024年的92%降到2022年的71%。"),
        ("date_order", "电站2020年5月开工，随后于2021年12月并网。", "电站2020年5月开工，随后于2019年12月并网。"),
        ("date_order", "影城2016年5月开业，同年12月加开影厅。", "影城2016年5月开业，同年3月加开影厅。"),
        ("date_order", "书院2019年重修，2021年9月重新开放。", "书院2019年重修，2017年9月重新开放。"),
        ("date_order", "学校2016年9月招生，首届学生2019年6月毕业。", "学校2016年9月招生，首届学生2014年6月毕业。"),
        ("calendar_limits", "公司二季度（4—6月）卖出12万台。", "公司二季度（7—9月）卖出12万台。"),
        ("calendar_limits", "上半年的3月，关掉两条产线。", "下半年的3月，关掉两条产线。"),
        ("dated_twice", f"{EVENTS}\n\n节目2022年11月停播。", f"{EVENTS}\n\n节目2022年1月停播。"),
        (
            "dated_twice",
            "《水价办法》自2021年3月1日起施行。\n\n2021年3月1日起施行的《水价办法》改了算法。",
            "《水价办法》自2021年3月1日起施行。\n\n2021年8月1日起施行的《水价办法》改了算法。",
        ),
        (
            "times_told",
            "水库2008年10月蓄水，2012年6月拆除，用了三年零八个月。",
            "水库2008年10月蓄水，2012年6月拆除，用了五年零八个月。",
        ),
        (
            "times_told",
            "首店2014年10月开张，截至2023年10月已经营九年。",
            "首店2014年10月开张，截至2023年10月已经营十二年。",
        ),
        (
            "time_lines",
            "2018年4月立项。2018年11月样机下线。2019年6月试产。2020年2月量产。",
            "2018年4月立项。2018年11月样机下线。2016年6月试产。2020年2月量产。",
        ),
        (
            "english_spans",
            "It opened in May 2017 and closed in May 2023, a run of six years.",
            "It opened in May 2017 and closed in May 2023, a run of nine years.",
        ),
    ],
)  # fmt: skip
def test_a_time_is_held_against_its_words(check: str, right: str, wrong: str) -> None:
    assert raised(right, check) == []
    found = raised(wrong, check)
    assert [f.verdict.tone for f in found] == ["red"]
    assert found[0].spans
    assert "{" not in found[0].said.zh + found[0].said.en


@pytest.mark.parametrize(
    "text",
    [
        "1958年出生的陈校长2018年把学校交给45岁的女儿。",
        "2019—2023年间，公司连续三年亏损。",
        "大桥始建于2011年，2017年通车，比原计划晚了一年。",
        "新馆2020年5月开工，此前，2018年9月完成设计。",
        "书屋2015年6月开张，2013年就租下了铺面。",
        "从2023年的高位退回到2019年的水平。",
        "2018年年报披露流水破10亿元，2021年7月停止运营。",
        FAR.format("债券2062年到期。"),
        FAR.format("力争在2050年前还清。"),
        table("年份 | 门店", "2021 | 12家", "2019 | 18家", "2022 | 25家", "2020 | 31家"),
        table("年份 | 城市 | 门店", "2021 | 甲市 | 12家", "2021 | 乙市 | 18家", "2022 | 甲市 | 25家"),
        "一年四季，7月最热。",
        "公司2024财年二季度（7—9月）卖出12万台。",
    ],
)
def test_what_only_looks_out_of_order_is_left_alone(text: str) -> None:
    assert [f.said.zh for f in checked(text).findings if f.verdict.tone == "red"] == []


def test_the_odd_one_breaks_an_order_that_all_others_keep() -> None:
    assert odd_one([1, 2, 3, 4]) is None
    assert odd_one([1, 2, 0, 4]) == 2
    assert odd_one([4, 3, 2, 1]) is None
    assert longest([1, 5, 2, 3, 4]) == 4
