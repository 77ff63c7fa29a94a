"""Regulations that a text names: which titles are any, with the date and the number that it claims."""

from __future__ import annotations

import pytest
from extract_tools import items_of_kind


@pytest.mark.parametrize(
    ("sentence", "date", "kind"),
    [
        ("2020年《网络管理办法》出台", "2020", None),
        ("早在2016年，当行业还在野蛮生长的时候，四部委就联合发布了《网络管理办法》", "2016", None),
        ("2022年9月实施的《网络管理办法》", "2022-09", "effective"),
        ("《网络管理办法》自2021年9月1日起施行", "2021-09-01", "effective"),
        ("根据《网络管理办法》，公司在2023年完成整改", None, None),
        ("2023年，公司依据《网络管理办法》完成整改", None, None),
        ("2021年11月1日，《网络管理办法》正式施行；早在2020年1月，协会就发过倡议", "2021-11-01", "effective"),
        ("2024年1月，《网络管理办法》公布，5月1日起施行", "2024-01", None),
        ("2022年12月31日补贴终止——这一安排写在《网络管理办法》里", None, None),
        ("公司2021年净利润下降30%，主因是《网络管理办法》修改后新规落地", None, None),
    ],
)
def test_the_date_that_a_text_claims(sentence: str, date: str | None, kind: str | None) -> None:
    (policy,) = items_of_kind(f"题目\n\n{sentence}。\n", "policy")
    assert (policy["date"], policy.get("date_kind")) == (date, kind)


def test_regulations_named_together_have_each_their_date() -> None:
    text = "题目\n\n《数据安全法》和《个人信息保护法》先后于2021年9月1日、11月1日起施行。\n"
    assert [(p["title"], p["date"]) for p in items_of_kind(text, "policy")] == [
        ("数据安全法", "2021-09-01"),
        ("个人信息保护法", "2021-11-01"),
    ]


@pytest.mark.parametrize(
    "title", ["漫长的季节", "2024 Cloud Report", "消费者行为报告", "孙子兵法", "某某日报"]
)
def test_films_books_and_reports_are_no_policies(title: str) -> None:
    assert not items_of_kind(f"题目\n\n2021年的《{title}》说过。\n", "policy")


def test_a_document_number_stays_with_its_title() -> None:
    (policy,) = items_of_kind(
        "题目\n\n《关于规范业务的通知》（银保监办发〔2021〕24号）要求整改。\n", "policy"
    )
    assert policy["number"] == "银保监办发〔2021〕24号"
    assert not items_of_kind("题目\n\n银保监办发〔2021〕24号文要求整改。\n", "quantity")


@pytest.mark.parametrize("words", ["是", "即", "，也是", "为", "（"])
def test_a_document_number_is_told_of_its_title(words: str) -> None:
    (policy,) = items_of_kind(
        f"题目\n\n《关于规范业务的通知》{words}银保监办发〔2021〕24号，很短。\n", "policy"
    )
    assert policy["number"] == "银保监办发〔2021〕24号"


def test_the_number_of_another_document_is_not_that_of_the_title() -> None:
    (policy,) = items_of_kind(
        "题目\n\n《关于规范业务的通知》是人民银行起草的，银保监办发〔2021〕24号没有提到它。\n", "policy"
    )
    assert "number" not in policy


@pytest.mark.parametrize("number", ["银保监会令2020年第9号", "国务院令第745号", "财政部公告2020年第9号"])
def test_the_number_of_an_order_is_no_date(number: str) -> None:
    text = f"题目\n\n《某业管理办法》（{number}）于2021年7月施行。\n"
    (policy,) = items_of_kind(text, "policy")
    assert (policy["number"], policy["date"], policy["date_kind"]) == (number, "2021-07", "effective")
    assert [i["period"] for i in items_of_kind(text, "quantity")] == ["2021-07"]


def test_a_number_behind_a_comma_is_that_of_another_document() -> None:
    (policy,) = items_of_kind("题目\n\n《关于减负的意见》印发，教监管函〔2021〕1号随之下发。\n", "policy")
    assert "number" not in policy
    (policy,) = items_of_kind("题目\n\n有了《关于减负的意见》，教监管函〔2021〕1号随之下发。\n", "policy")
    assert "number" not in policy
