"""Shares of several entries, of what is left, and of a row of parts; rates that are of no places that were visited."""

from __future__ import annotations

import pytest
from check_cases import checked, raised

INCOME = (
    "景区去年的收入分四块：\n\n1. 门票：3,200万元\n2. 索道：2,400万元\n3. 餐饮：1,600万元\n4. 住宿：800万元"
)
COMPLAINTS = (
    "投诉4,800件，分布如下：\n\n- 息费不清：2,016件\n- 会员费难退：1,344件\n- 催收过频：960件\n- 其他：480件"
)
CASES = [
    ("listed_shares", f"{COMPLAINTS}\n\n前两类都和钱有关，合起来占{{}}。", "七成", "六成"),
    ("listed_shares", f"{INCOME}\n\n门票和索道合计占{{}}，是大头。", "70%", "60%"),
    ("listed_shares", f"{INCOME}\n\n后两项加起来占{{}}。", "三成", "四成"),
    ("part_shares", "余额共6,240万元。到年底已退3,900万元，超过六成，还有{}没退。", "37.5%", "47.5%"),
    ("part_shares", "全县待修水渠480公里，今年已修312公里，还有{}没修。", "35%", "45%"),
    ("part_shares", "这批货共1.5万箱，已装9,000箱，剩余{}等船。", "四成", "五成"),
    ("part_shares", "登记的230户里，已经搬走161户，还有{}没搬，其中18户说不想搬。", "30%", "20%"),
    (
        "part_shares",
        "3.79亿元可以拆成三块：住院2.46亿元，占64.9%；特药0.87亿元，占23.0%；手术0.46亿元，占{}。",
        "12.1%",
        "14.2%",
    ),
    ("by_units", "损耗率4.5%看着小，乘以全年收的1.2万吨，就是{}。", "540吨", "450吨"),
]


@pytest.mark.parametrize(("check", "text", "right", "wrong"), CASES)
def test_a_wrong_one_is_red_and_the_correct_text_is_not(
    check: str, text: str, right: str, wrong: str
) -> None:
    assert [f.said.zh for f in checked(text.replace("{}", right)).findings if f.verdict.tone == "red"] == []
    assert [f.verdict.tone for f in raised(text.replace("{}", wrong), check)] == ["red"]


TRUE = [
    "记者走访了6个试点小区，垃圾分类参与率为73.5%。工作组抽查了12个行政村，污水处理率为64.2%。",
    "该校毕业生6万卢比起薪，名校毕业生12万卢比。",
    "2019年公司估值12亿元，B轮融资3亿元，累计融资4.5亿元。",
    "全年交易162亿元；用户平均一年花1,800元，半月付是1,400元，稻田付高出28.6%。",
    "去年发行债券60亿元，已用36亿元，还有两成没有批下来，另外两成留作备付。",
    "账上应付1,200万元，已付900万元，还有15%的供应商没签字。",
    f"{INCOME}\n\n除前两项以外，合计占三成。门票加上住宿，合计占一半。",
    f"{COMPLAINTS}\n\n前三类合起来占九成，催收一项占两成。",
]


@pytest.mark.parametrize("text", TRUE)
def test_what_is_of_something_else_is_left_alone(text: str) -> None:
    assert [f.said.zh for f in checked(text).findings if f.verdict.tone == "red"] == []


def test_a_share_of_the_total_is_held_against_what_is_called_so() -> None:
    text = (
        "全年零售总额2418.6亿元，上年为2294.7亿元。2023年总额为2173.0亿元。\n\n"
        "按类型分，商品零售2080.0亿元，餐饮收入338.6亿元。网上零售额604.7亿元，占总额的{}。"
    )
    (found,) = raised(text.format("24.0%"), "part_shares")
    assert "2418.6亿元的25%" in found.said.zh
    assert not raised(text.format("25.0%"), "part_shares")
