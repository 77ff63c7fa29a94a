"""Lengths of time told with the words of term, wait, life and order, in Chinese and English."""

from __future__ import annotations

import pytest
from check_cases import alone


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        (
            "times_told",
            "租约2021年8月1日起租，2024年7月31日终止，合同期三年。",
            "租约2021年8月1日起租，2024年7月31日终止，合同期五年。",
        ),
        (
            "times_told",
            "我5月6日递的表，7月5日到账，等了60天。",
            "我5月6日递的表，9月5日到账，等了60天。",
        ),
        ("times_told", "公司2004年挂牌，到2024年挂牌已二十年。", "公司2004年挂牌，到2024年挂牌已三十年。"),
        (
            "times_told",
            "栏目2016年5月首播，2021年8月停播，这款应用一共活了五年零三个月。",
            "栏目2016年5月首播，2021年8月停播，这款应用一共活了四年零三个月。",
        ),
        (
            "times_told",
            "从2018年9月开业算起，到今年（2024年）9月，茶馆正好满六年。",
            "从2018年9月开业算起，到今年（2024年）9月，茶馆正好满五年。",
        ),
        (
            "times_told",
            "材料3月5日交上去，5月20日才批下来，前前后后跑了七十六天。",
            "材料3月5日交上去，5月20日才批下来，前前后后跑了一百零六天。",
        ),
        (
            "time_from",
            "电厂2024年1月换了锅炉，2024年6月收到整改函，也就是换锅炉五个月之后。",
            "电厂2024年1月换了锅炉，2023年6月收到整改函，也就是换锅炉五个月之后。",
        ),
        (
            "time_from",
            "该股2024年5月30日复牌。方案预计6月底前提交股东会，晚于复牌一个月。",
            "该股2024年5月30日复牌。方案预计3月底前提交股东会，晚于复牌一个月。",
        ),
        (
            "date_order",
            "2022年3月15日停止签约，撤下入口；剩余账单继续服务，直至2023年9月全部结清。",
            "2022年3月15日停止签约，撤下入口；剩余账单继续服务，直至2021年9月全部结清。",
        ),
        (
            "ages",
            "学校建于1924年，2024年迎来一百周年校庆。",
            "学校建于1924年，2024年迎来九十周年校庆。",
        ),
        (
            "english_lengths",
            "It filed on 12 June 2023 and the court approved the plan on 4 August 2023, 53 days later.",
            "It filed on 12 June 2023 and the court approved the plan on 4 August 2023, 83 days later.",
        ),
        (
            "english_spans",
            "The club opened its first hall in March 2015 and closed the last in September 2023, after eight and a half"
            " years.",
            "The club opened its first hall in March 2015 and closed the last in September 2023, after six and a half"
            " years.",
        ),
    ],
)
def test_a_length_that_the_dates_do_not_give_is_found(check: str, right: str, wrong: str) -> None:
    assert alone(right, check) == []
    assert [f.verdict.tone for f in alone(wrong, check)] == ["red"]


@pytest.mark.parametrize(
    "text",
    [
        "2024年3月1日起试营业，试营业期一个月，5月1日正式开业，比试营业结束晚了整整一个月。",
        "2023年5月8日报名，5月10日开课，6月8日第一次考试。开课比报名晚了两天。",
        "他2008年参军，2016年转业，在边防待了三年，在机关待了五年。",
        "合同2022年1月1日生效，2023年12月31日到期，租期两年，免租期三个月。",
        "2012年毕业，2020年创业，此前在国企干了五年。",
        "The firm was founded in March 2015 and sold in September 2023; the first three years were hard.",
        "The deal was signed in May 2019 and closed in May 2021, the last two years of the old law.",
        "2021年9月旧版照常运营；新版此前一直服务到2020年5月。",
    ],
)
def test_a_length_of_something_else_is_left_alone(text: str) -> None:
    checks = ("times_told", "time_from", "date_order", "english_lengths", "english_spans")
    assert [f for check in checks for f in alone(text, check)] == []
