"""Parts, ratios and counts told in words against the amounts they are of: wrong ones found, right ones left alone."""

from __future__ import annotations

import pytest
from check_cases import alone, raised, table

WRONG = [
    (
        "worded_parts",
        "合作社现有三户股东：老周持股55%，镇企业持股27%，农户代表持股18%。",
        "老周持股过半",
        "老周持股不足一半",
    ),
    (
        "worded_parts",
        "总收入7200元，其中底薪5400元，提成1100元，补贴700元。",
        "提成和补贴加起来占两成半",
        "提成和补贴加起来占四成",
    ),
    ("worded_parts", "食堂供餐510份，其中学生餐320份、教工餐190份，", "学生餐占多数", "教工餐占多数"),
    (
        "worded_ratios",
        "明前茶每斤1120元，夏茶每斤160元。",
        "明前茶的价钱是夏茶的七倍",
        "明前茶的价钱是夏茶的四倍",
    ),
    ("worded_weights", "菜金4300元，酒水1200元，场地费800元，", "菜金是大头", "菜金是小头"),
    ("worded_counts", "检查的", "六项之中前四项合格，后两项有缺口", "六项之中前四项合格，后三项有缺口"),
    ("worded_gaps", "男生及格率为71%，女生为83%，", "两者相差12个百分点", "两者相差12%"),
]


@pytest.mark.parametrize(("check", "lead", "right", "wrong"), WRONG)
def test_parts_that_the_amounts_contradict_are_red(check: str, lead: str, right: str, wrong: str) -> None:
    assert not [f for f in alone(f"{lead}{right}。", check) if f.verdict.tone == "red"]
    assert "red" in [f.verdict.tone for f in alone(f"{lead}{wrong}。", check)]


def test_shares_of_a_table_are_added_up() -> None:
    rows = table(
        "区域 | 网点数 | 占比", "山南 | 90 | 45%", "江东 | 50 | 25%", "湖西 | 36 | 18%", "其他 | 24 | 12%"
    )
    for words, red in (("占到六成以上", False), ("占不到五成", True)):
        found = raised(f"{rows}\n\n网点最密的山南与江东合计{words}，是主要来源。", "worded_parts")
        assert any(f.verdict.tone == "red" for f in found) is red


@pytest.mark.parametrize(("number", "red"), [("三位", False), ("四位", True)])
def test_a_list_that_makes_up_the_whole_is_counted(number: str, red: bool) -> None:
    text = f"公司目前有{number}股东：何某持股51%，投资方持股31%，员工平台持股18%。"
    assert bool(raised(text, "worded_counts")) is red


OPEN = [
    ("worded_parts", "A轮1.2亿元，B轮2.1亿元，C轮3.2亿元，累计6.5亿元，C轮差不多占一半。"),
    (
        "worded_parts",
        "晨星贡献了放款额的37.1%，却占去投诉的45.9%。两家合计的笔数占六成，投诉却占四分之三强。",
    ),
    ("worded_parts", "货运款占41.7%，销量却只有通勤款的四分之一。"),
    (
        "worded_ratios",
        "华东每柜电费1290元、场租968元，西南依次是1150元和480元。场租悬殊最大，华东约为西南的两倍。",
    ),
    ("worded_ratios", "旧桥宽12米，长900米；新桥宽26米，新桥的宽度是旧桥的两倍多。"),
    ("worded_weights", "一个月流水9万元，房租2.4万元，人工2.8万元，食材3.1万元，食材是大头。"),
    ("worded_counts", "五个小区中，三个已完成改造，两个正在施工；已完成的小区里，两个加装了电梯。"),
    ("worded_counts", "十二个月中，有89个客户来过，23个客户没有来。"),
    ("worded_gaps", "甲款售价由50元涨到60元，乙款由40%的份额升到48%，份额上升20%。"),
]


@pytest.mark.parametrize(("check", "text"), OPEN)
def test_parts_of_something_else_are_left_alone(check: str, text: str) -> None:
    assert not [f for f in raised(text, check) if f.verdict.tone == "red"]
