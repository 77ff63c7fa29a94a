"""Dates against each other: steps of a sentence, what is still to come, bases of a change, and how long it took."""

from __future__ import annotations

import pytest
from check_cases import raised

LINE = "- 2021年4月12日：松果上线顺风车。\n- 2022年1月20日：松果关停顺风车。\n\n顺风车上线于{}，不到一年即告关停。"


@pytest.mark.parametrize(
    ("check", "text", "right", "wrong"),
    [
        ("time_between", "2022年8月15日零点暂停借款，9月7日零点恢复，{}。", "整整23天", "整整33天"),
        ("time_between", "俱乐部1996年9月注册，到2016年9月正好{}。", "二十年", "三十年"),
        ("date_order", "2021年1月4日上线，2024年6月30日停止销售，{}。", "前后接近三年半", "前后不到三年"),
        ("date_order", "2016年4月上线，2018年9月关停，{}。", "前后不足两年半", "前后不足四年半"),
        ("date_order", "试点自2022年10月启动，{}扩围。", "2023年4月", "2022年4月"),
        ("date_order", "左线于2020年11月20日始发，{}贯通。", "2021年8月6日", "2020年8月6日"),
        ("date_order", "仓库2022年11月清空、{}年2月交还业主。", "次", "同"),
        ("date_order", "即2021年9月，字段清理已经开始，{}收尾。", "2022年6月", "2021年6月"),
        ("date_order", "{}，公司公告预告产品将在6月30日停售。", "2024年5月28日", "2024年8月5日"),
        ("date_order", "{}，基金发布公告，称产品将于2023年11月30日清盘。", "2023年9月12日", "2023年12月12日"),
        ("date_order", "截至{}，逾期率升至4.2%，较2018年同期增长1.8个百分点。", "2020年Q4", "2016年Q4"),
        ("date_order", "这条线2019年3月获批，2020年8月铺轨，{}运客。", "2021年5月", "2018年5月"),
        ("dated_twice", LINE, "2021年4月", "2021年9月"),
    ],
)
def test_dates_that_do_not_go_together(check: str, text: str, right: str, wrong: str) -> None:
    assert raised(text.format(right), check) == []
    (found,) = raised(text.format(wrong), check)
    assert found.verdict.tone == "red"
    assert "{" not in found.said.zh + found.said.en


@pytest.mark.parametrize(
    "text",
    [
        "2022年12月1日，公司公告门店将在1月15日关闭。",  # of the next year
        "2023年5月签约，8月进场，质保三年。",
        "甲站2021年5月开通，乙站2020年3月开通，丙站2022年1月开通。",
        "2024年3月28日披露年报，半年报早在2023年8月已经发布。",
        "2019年的门店比2023年多50家。",
        "2021年6月，公司宣布原定于2021年3月的首航推迟。",
        "2022年8月15日停业，9月7日恢复，质保30天。",
    ],
)
def test_dates_that_only_look_odd(text: str) -> None:
    for check in ("date_order", "time_between", "dated_twice"):
        assert raised(text, check) == []
