"""Lengths of time in any wording against the dates around them; ages, anniversaries and counts likewise."""

from __future__ import annotations

import pytest
from check_cases import checked, raised

HEADS = """看完材料，可以看到{}方面的原因。

## 一、监管

要求变严。

## 二、资金

成本变高。

## 三、客户

质量变差。"""


@pytest.mark.parametrize(
    ("check", "text", "right", "wrong"),
    [
        # what lasted, sentences away from its dates, or the later date first
        ("times_told", "2024年2月，平台暂停业务。服务2019年4月开通，前后一共开了{}。", "四年零十个月", "三年零十个月"),
        ("times_told", "2021年9月，支行再次被罚。上一回是2018年5月，中间隔了{}。", "三年零四个月", "两年零四个月"),
        ("times_told", "产品2018年4月上线，2024年9月停止新增，到停止新增一共运营了{}。", "6年5个月", "7年5个月"),
        ("times_told", "2022年6月6日到6月19日，系统切换，借款功能停了{}。", "14天", "24天"),
        ("times_told", "邮戳是1月4日，签收是1月27日，{}，比坐火车还慢。", "23天", "33天"),
        ("times_told", "这艘艇1974年下水，2013年退役，在役{}，换了11任艇长。", "39年", "29年"),
        ("times_told", "试点始于2018年1月。2021年1月全国推开，此前{}的试点里，比例提高了14个百分点。", "三年", "五年"),
        ("times_told", "限期是2021年12月31日以前，2022年2月28日才停，比期限晚了{}。", "两个月", "四个月"),
        # a term and the date that it leads to
        ("times_told", "2019年7月毕业，有三年宽限期，从{}开始还本金。", "2022年7月", "2021年7月"),
        ("times_told", "食堂2022年3月开门，试营业三个月，{}转入正式营业。", "6月", "9月"),
        ("times_told", "风机设计寿命20年，2006年并网的这一批，{}就要到点。", "2026年", "2024年"),
        ("times_told", "2020年11月2日，公司被约谈。{}，也就是11月3日，上市被叫停。", "一天后", "三天后"),
        ("times_told", "2024年6月试行预约，三个月后的2024年{}推广到全部医院。", "9月", "11月"),
        ("times_told", "公司2025年12月20日承诺30天内退清，也就是最晚{}。", "2026年1月19日", "2025年1月19日"),
        # ages and anniversaries
        ("ages", "学校1958年9月开门招生。2018年9月，校友回来庆祝{}周年。", "60", "50"),
        ("ages", "他1985年生，28岁评上副教授，{}那年只有两个名额。", "2013年", "2017年"),
        ("ages", "剧院1923年落成。2003年大修时，它{}，花了4300万元。", "八十岁", "七十岁"),
        ("ages", "公司成立第三年，也就是{}，拿到投资。它2016年注册。", "2018年", "2021年"),
        # counts
        ("announced", "厂家分{}批召回：第一批4.2万辆，第二批3.1万辆，第三批1.7万辆。", "三", "四"),
        ("announced", "检查组列了{}宗问题。\n\n- 通道被占\n- 记录缺失\n- 无证上岗\n- 货架超高", "四", "五"),
        # dates without a year
        ("date_order", "住户{}报修，11月22日上门，换了4个阀门。", "11月20日", "11月28日"),
        # told again with other years
    ],
)  # fmt: skip
def test_a_slip_is_red_and_the_correct_text_is_not(check: str, text: str, right: str, wrong: str) -> None:
    assert [f.said.zh for f in checked(text.format(right)).findings if f.verdict.tone == "red"] == []
    found = raised(text.format(wrong), check)
    assert [f.verdict.tone for f in found] == ["red"]
    assert found[0].spans
    assert "{" not in found[0].said.zh + found[0].said.en


@pytest.mark.parametrize(("number", "tones"), [("三个", []), ("四个", ["red"])])
def test_a_count_of_aspects_is_held_against_the_headings(number: str, tones: list[str]) -> None:
    found = checked(HEADS.format(number)).findings
    assert [f.verdict.tone for f in found if f.check == "announced"] == tones


@pytest.mark.parametrize(
    "text",
    [
        "2019年4月，公司上线了这款产品。2021年8月，监管部门约谈，团队开了三个月的会，才定下方案。",
        "王女士2020年3月买了第一张保单，2023年6月退保，缴了三年保费，只拿回八成。",
        "2018年5月，首家门店开业；2023年9月，第一百家开业。其中装修最慢的一家用了七个月。",
        "公司2016年成立，2019年融资，2023年停业。融资那笔钱，烧了两年就没了。",
        "平台2013年成立，2018年6月停止兑付，投资人等了五年，到2023年才拿到第一笔回款。",
        "2020年1月23日封城，4月8日解封，前后76天。此后三个月，商场客流只有往年的四成。",
        "展览5月1日开幕，6月30日闭幕，展出两个月，布展花了20天。",
        "球队2012年升级，2016年降级，2019年重返，中间在乙级待了三年。",
        "他们2010年相识，2014年结婚，恋爱四年，2022年分手，婚姻维持了八年。",
        "法规2012年颁布，2019年修订，十年来处罚案件超过3万件。",
        "2024年2月1日起停售，给老客户留了60天的犹豫期，4月1日起不再受理退保。",
        "2021—2023年，银行发行了五年期债券，三年期的也卖完了。",
        "2019—2023年，门店要在两年内翻倍的计划落空。",
        "小陈1990年出生，2012年22岁时来到深圳，女儿今年8岁。",
        "村里最年长的老人1922年出生，2022年他的重孙3岁。",
        "公司1999年成立，2009年迁到苏州，2019年庆祝迁址十周年。",
        "比赛分五轮，第一轮胜，第二轮负，第三轮战平，后两轮因雨取消。",
        "报告3月18日寄出，3月15日抽的血。",
        "船12月28日出发，1月6日抵达。",
    ],
)
def test_what_is_meant_of_something_else_is_left_alone(text: str) -> None:
    assert [f.said.zh for f in checked(text).findings if f.verdict.tone == "red"] == []
