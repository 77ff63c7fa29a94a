"""Dates against dates: lengths of time, events that are named, days of the week, time lines, dates told twice."""

from __future__ import annotations

from datetime import date

import pytest
from check_cases import checked, raised

from desktop.audit.lengths import MONTH, YEAR, lengths
from desktop.core.finding import Finding
from desktop.core.period import Period

LIFE = "2014年4月23日，书屋在澄江路挂牌迎客，2023年10月31日关灯"
LINE = "## 时间线\n\n- 2018年1月：立项\n- 2019年4月5日：开业\n- {}：扩店\n- 2023年8月9日：停业"


def _reds(text: str) -> list[Finding]:
    return [f for f in checked(text).findings if f.verdict.tone == "red"]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("撑了九年半", 9.5 * YEAR),
        ("四年零六个月", 54 * MONTH),
        ("两年四个月出头", 28.3 * MONTH),
        ("三个多月", 3.5 * MONTH),
        ("整整三个星期", 21),
        ("距歇业99天", 99),
        ("不到四年", 3.7 * YEAR),
        ("十多天", 15),
        ("半年后", 6 * MONTH),
        ("一个半月左右", 45),
    ],
)
def test_a_length_of_time_is_read_with_its_hedges(words: str, days: float) -> None:
    (length,) = lengths(words)
    assert length.low <= days <= length.high < 1.5 * days + 12


@pytest.mark.parametrize(
    "words", ["2021年3月", "上半年", "第三年", "周三", "2019年11月6日", "三月份", "五年级", "前三个月"]
)
def test_what_is_no_length_of_time_is_not_read(words: str) -> None:
    assert list(lengths(words)) == []


def test_a_length_fits_any_day_of_a_month() -> None:
    (length,) = lengths("两年零三个月")
    march = Period("2020-03", date(2020, 3, 1), date(2020, 3, 31))
    assert length.fits(march, Period("2022-06", date(2022, 6, 1), date(2022, 6, 30)))
    assert not length.fits(march, Period("2022-12", date(2022, 12, 1), date(2022, 12, 31)))


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        ("times_told", f"{LIFE}，撑了九年半。", f"{LIFE}，撑了七年半。"),
        ("times_told", f"{LIFE}，前前后后九年零六个月。", f"{LIFE}，前前后后八年零六个月。"),
        (
            "times_told",
            "2021年3月召回第一批，2021年12月召回第二批，两次召回相隔九个月。",
            "2021年3月召回第一批，2021年12月召回第二批，两次召回相隔十九个月。",
        ),
        (
            "times_told",
            "2023年5月18日，新机构挂牌，两个多月后的7月下旬，公司收到问询函。",
            "2023年5月18日，新机构挂牌，两年多后的7月下旬，公司收到问询函。",
        ),
        (
            "time_from",
            "2022年11月30日送完最后一箱。公告11月9日贴出来，离最后一箱正好三周。",
            "2022年11月30日送完最后一箱。公告11月9日贴出来，离最后一箱正好五周。",
        ),
        (
            "time_from",
            "- 2024年12月14日：停止新客投保\n- 2025年2月14日：全面停售，与停止新客相隔两个月",
            "- 2024年12月14日：停止新客投保\n- 2025年2月14日：全面停售，与停止新客相隔半年",
        ),
        ("weekdays", "2024年6月18日（星期二）停售。", "2024年6月18日（星期五）停售。"),
        ("weekdays", "It closed on June 18, 2024, a Tuesday.", "It closed on June 18, 2024, a Sunday."),
        ("time_lines", LINE.format("2022年5月"), LINE.format("2025年5月")),
        (
            "dated_twice",
            f"2019年4月5日开业。\n\n{LINE.format('2022年5月')}",
            f"2019年3月5日开业。\n\n{LINE.format('2022年5月')}",
        ),
        ("date_order", "2018年11月首发，2024年6月停售。", "2025年11月首发，2024年6月停售。"),
        ("date_order", "2019年4月开直播间，2024年8月停更。", "2025年4月开直播间，2024年8月停更。"),
    ],
)
def test_dates_that_do_not_fit_are_told(check: str, right: str, wrong: str) -> None:
    assert raised(right, check) == []
    assert [f.verdict.code for f in raised(wrong, check)] == ["inconsistent"]


@pytest.mark.parametrize(
    "text",
    [
        "门店2018年3月开业，2023年6月关门，装修用了三个月。",
        "公司2015年成立，2021年上市，股东等了三年才套现。",
        "设备2019年1月采购，2019年3月到货，质保三年。",
        "老店2012年开张，2019年拆迁；新店2020年营业，2023年停业，只撑了三年。",
        "2017年8月上线，2020年1月暂停，2020年9月恢复，2023年2月关闭，中间停了八个月，总共运营五年半。",
        "产品2018年上线，2022年下架，用户平均留存了七个月。",
        "工程2018年3月开工、2020年6月完工，比计划晚了一年。",
        "2022年12月辞职，三个月后的2023年3月入职新公司。",
        "- 2019年4月：成立\n- 2020年5月：融资\n- 2021年6月：扩张，距成立两年多\n- 2023年8月：清算，前后四年零四个月",
        "2022年2月起闭店，到2023年1月闭完，一年不到。从签约到开业三个月，规矩没有变过。",
        "小芸2022年3月8日入职，2024年1月26日离职，干了一年零十个月，休过98天产假。",
    ],
)
def test_other_lengths_of_time_are_left_alone(text: str) -> None:
    assert _reds(text) == []
