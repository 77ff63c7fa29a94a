"""What later sentences and cells say of a document of the register: number, classes, limits, dates."""

from __future__ import annotations

import pytest
from check_cases import raised, table

TITLE = "《关于进一步规范商业银行互联网贷款业务的通知》"
NOTICE = TITLE + "划了三条线。其一，单笔贷款中合作方的出资不得低于{}；其二，另有规定。"
NUMBER = table(
    "文件 | 字号 | 公布时间",
    "《关于进一步规范商业银行互联网贷款业务的通知》 | {} | 2021年2月",
    "《征信业务管理办法》 | 中国人民银行令〔2021〕第4号 | 2021年9月",
)
CASH = "{}年现金贷整治后，监管逐步收紧。\n\n" + table(
    "政策名称 | 发布时间", "关于规范整顿“现金贷”业务的通知 | 2017.12", "征信业务管理办法 | 2021.9"
)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (NOTICE, "30%", "20%"),
        (NUMBER, "银保监办发〔2021〕24号", "银保监办发〔2021〕42号"),
        (CASH, "2017", "2013"),
        ("个人信息保护法绕不开。这部法律自{}起施行。", "2021年11月1日", "2022年1月1日"),
        ("《关于加强商业银行互联网助贷业务管理 提升金融服务质效的通知》，文号金规〔2025〕{}号。", "9", "19"),
        ("按GB/T 22239-2019，保护对象由低到高分为{}，共同遵守。", "五级", "四级"),
        ("《小额贷款公司监督管理暂行办法》明确，用于经营的网络贷款放宽到{}。", "1000万元", "500万元"),
        ("《关于发展消费金融助力提振消费的通知》把互联网消费贷款上限由20万元提高到{}。", "30万元", "50万元"),
        ("银保监会公布《商业银行{}贷款管理暂行办法》（银保监会令2020年第9号）。", "互联网", "网络"),
        ("银保监办发〔2021〕24号要求出资不低于30%，新业务自{}起执行。", "2022年1月1日", "2023年1月1日"),
        ("2022年1月，{}等九部门发布《关于推动平台经济规范健康持续发展的若干意见》。", "国家发展改革委", "中国证监会"),
    ],
)  # fmt: skip
def test_what_is_told_of_a_document(text: str, right: str, wrong: str) -> None:
    assert [f.said.zh for f in raised(text.format(right), "policy")] == []
    found = raised(text.format(wrong), "policy")
    assert [f.verdict.tone for f in found] == ["amber"]
    assert "{" not in found[0].said.zh + found[0].said.en


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("GB/T 22239-2019", False),
        ("GB/T 22239-2017", True),
        ("GB/T 22293-2019", True),
        ("GB/T 22817-2019", False),  # may be any other
    ],
)
def test_a_standard_under_a_number_that_is_almost_that_of_one_known(number: str, told: bool) -> None:
    found = raised(f"做网络安全等级保护，按的是国家标准{number}。", "named_standard")
    assert [f.verdict.tone for f in found] == ["amber"] * told


def test_a_number_ends_the_name_of_a_document_that_was_named_before() -> None:
    text = (
        f"规则见于{TITLE}（银保监办发〔2021〕24号）。\n\n"
        "前述24号文还规定，与单一合作方的贷款余额不得超过本行一级资本净额的{}。"
    )
    assert raised(text.format("25%"), "policy") == []
    (found,) = raised(text.format("35%"), "policy")
    assert "25%" in found.said.zh


@pytest.mark.parametrize(
    "text",
    [
        "《消费金融公司管理办法》把主要出资人的持股下限由30%升至50%。",
        "《征信业务管理办法》收紧了口径。公司2020年已接入18家数据商。",
        "《网络数据安全管理条例》自2025年1月1日起施行；更早的GB/T 22239-2019自2019年12月1日起实施。",
    ],
)
def test_what_is_not_said_of_it(text: str) -> None:
    assert [f.said.zh for f in raised(text, "policy")] == []


def test_what_was_done_before_a_document_is_not_put_down_to_it() -> None:
    assert raised("早在《个人信息保护法》出台前的2019年，公司就删除了通讯录。", "policy") == []
    assert raised("2019年，公司按照《个人信息保护法》的要求删除了通讯录。", "policy") != []
