"""Limits told as a side or as a share of something, dates of turns, and reports on what was not yet over."""

from __future__ import annotations

import pytest
from check_cases import checked, raised


@pytest.mark.parametrize(
    ("check", "text", "right", "wrong"),
    [
        ("worded_verdicts", "该信托公司净资本比率为{}，在60%的监管要求之上。", "72%", "47%"),
        ("worded_verdicts", "鱼塘溶解氧为{}毫克/升，在5毫克/升的下限之上。", "5.6", "4.1"),
        ("worded_verdicts", "该站日处理量最高为{}，在1.2万吨的设计能力以内。", "1.1万吨", "1.3万吨"),
        ("worded_verdicts", "厂界夜间噪声{}，在50分贝的限值以下。", "46分贝", "58分贝"),
        (
            "worded_verdicts",
            "规定电动三轮车时速不超过35公里，质检员实测样车限速后为{}，合规。",
            "33公里",
            "51公里",
        ),
        ("verdict_words", "最大单笔贷款为{}，未超过资本净额的15%，即2.4亿元。", "2.1亿元", "3.2亿元"),
        ("verdict_words", "食堂人均伙食费为{}，低于预算的80%，即18元。", "15元", "21元"),
        ("verdict_words", "乙仓储备量{}，不低于定额的70%，即2.8万吨。", "3.1万吨", "2.1万吨"),
        ("verdict_words", "卡车时速{}，低于40公里的限速。", "36公里", "52公里"),
        ("date_order", "首轮融资在2021年3月完成，第二轮在{}完成。", "2021年9月", "2020年9月"),
        ("date_order", "首届书展办在{}，第二届办在2022年10月。", "2021年4月", "2023年4月"),
        ("date_order", "2024年3月第一次招标流标，{}第二次招标成功。", "2024年6月", "2023年12月"),
        ("date_order", "预售于2024年9月2日开始，{}截止。", "9月25日", "8月25日"),
        ("date_order", "街道{}启动登记，9月20日首批截止。", "2023年9月1日", "2023年9月28日"),
        ("date_order", "8月13日，组委会公布了{}落幕的预赛成绩。", "8月9日", "8月19日"),
        ("date_order", "6月4日景区召开发布会，{}结束的端午客流数据公布。", "6月2日", "6月12日"),
    ],
)
def test_what_a_limit_or_a_turn_says_is_held(check: str, text: str, right: str, wrong: str) -> None:
    assert raised(text.format(right), check) == []
    (found,) = raised(text.format(wrong), check)
    assert found.verdict.tone == "red"
    assert "{" not in found.said.zh + found.said.en


@pytest.mark.parametrize(
    "text",
    [
        "水价在3元的标准之上再加收0.5元。",
        "小区停车费每月300元，在200元的标准以上收取，须经业主大会同意。",
        "收入在5000元的标准以下的家庭可以申请，某户收入6000元。",
        "公司净资产12亿元，对单一客户的担保余额不得超过净资产的10%，即1.2亿元。",
        "项目总投资1.5亿元，其中资本金不低于总投资的20%，即3000万元。",
        "去年营收12亿元，研发投入超过营收的5%，即6000万元。",
        "货款总额80万元，预付不超过合同额的30%，即24万元。",
        "粮库储备量3.1万吨，不低于定额的70%，即2.8万吨。",
        "这条路限速60公里，限速后事故减少30%，合规率达到98%。",
        "车辆限速前时速42公里，限速后为24公里，不超过25公里的规定，合规。",
        "第一轮融资2021年3月完成，第二轮2021年2月启动。",
        "第二次检查在2024年6月，第一次检查在2022年6月。",
        "第二批疫苗12月20日到货，第三批1月5日到货。",
        "第一届董事会成立于2019年5月，第二届监事会成立于2018年6月。",
        "第一次世界大战1918年结束，第二次世界大战1945年结束。",
        "景区10月3日公布了将于10月7日结束的灯会的门票收入目标。",
        "1月4日，文旅局通报了12月31日结束的灯会客流数据。",
        "5月12日，协会公布了5月20日结束的展会的日程安排。",
        "2024年12月启动报名，1月10日截止。",
        "报告发布于2024年7月30日，6月30日截止的统计显示，会员达到300万。",
        "公司7月30日启动回购，6月30日截止的半年报显示货币资金充足。",
        "该店10月启动会员招募，前期意见征集9月30日截止。",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    red = [f for f in checked(text).findings if f.verdict.tone == "red"]
    assert not red, [f.said.zh for f in red]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("《中华人民共和国增值税法》自{}起施行。", "2026年1月1日", "2025年1月1日"),
        ("2019年修订的《证券法》自{}起施行。", "2020年3月1日", "2021年3月1日"),
        ("国务院令{}公布的《工伤保险条例》自2004年1月1日起施行。", "第375号", "第357号"),
        ("《电动自行车安全技术规范》规定最高设计车速不超过{}。", "25公里", "40公里"),
        ("《招标投标法实施条例》规定，履约保证金不得超过中标合同金额的{}。", "10%", "20%"),
    ],
)
def test_rules_that_everybody_cites_are_held(text: str, right: str, wrong: str) -> None:
    assert not [f for f in checked(text.format(right)).findings if f.verdict.code == "differs"]
    assert [f for f in checked(text.format(wrong)).findings if f.verdict.code == "differs"]


def test_a_law_of_several_texts_is_held_against_the_one_that_is_meant() -> None:
    found = raised("2019年修订的《证券法》自2021年3月1日起施行。", "policy")
    assert any("2020年3月1日" in f.said.zh for f in found)


@pytest.mark.parametrize(
    "text",
    [
        "《电动自行车安全技术规范》（GB 17761-2018）自2019年4月15日起施行。",
        "2020年，门店按《电动自行车安全技术规范》自查，车速不得超过25公里每小时。",
        "2005年修订的《公司法》自2006年1月1日起施行。",
        "《药品管理法》2015年修正后，公司2016年依据该法取得许可。",
        "《保险法》规定理赔核定30日内作出，达成协议后10日内赔付。",
        "《招标投标法》规定投标时间不少于20日，中标后30日内签订合同，15日内提交书面报告。",
        "按照《企业所得税法》，该厂作为高新技术企业，减按15%的税率缴税。",
        "国务院令第586号公布的《工伤保险条例》自2011年1月1日起施行。",
    ],
)
def test_earlier_texts_and_other_numbers_of_a_rule_are_left_alone(text: str) -> None:
    found = [f for f in checked(text).findings if f.verdict.tone in ("red", "amber")]
    assert not found, [f.said.zh for f in found]
