"""What edited news writes and no check may accuse; beside each, the error that it must still find."""

from __future__ import annotations

import pytest
from check_cases import checked, raised

from desktop.core.finding import Finding

NAMES = (
    "全场学习第十二大议题，对是什么、为什么、怎么做了然于胸。",
    "协会坚持“四个面向”，主动承担责任，为振兴竹编、繁荣乡村再立新功。",
    "大家说，“两个支撑”是应对变化的最大底气、最大依靠、最大保证。",
    "商会八项规定不是一年、两年的规定，而是长期的规矩。",
    "协会弘扬五项原则，同各地携手，为守护河流、改善水质作出贡献。",
    "坚持“四个中心”定位，是完善规划体系、维护严肃性和权威性的安排。",
    "这11名队员，是全队听从指挥、勇于担当、团结互助的典型。",
    "将街区由“高、中、低”三类调整为“高、低”两类。",
    "救援队飞行二大队是首批组建、首支出动、首立战功的大队。",
    "今年前两个月，包括灯具、玩具、家具在内的出口增长。",
)
LISTS = (
    "三个主要行业，包括通用设备、电气机械和器材，增速较快。",
    "三个主要行业：通用设备、汽车、电气机械和器材。",
    "三地将聚焦氢能、医药、仪器和机床等6条产业链。",
    "从下周起将陆续督察东州、西州、南州3市和青禾集团有限公司等5家企业。",
    "6月11日，北岭县会同网络办公室、铁路办公室，依法约谈云行、同路、飞燕、风筝、团团、智行、高铁君等7家平台。",
    "办公室、委员会指导云杉翻译局完成《竹编大全》甲文、乙文、丙文等3种版本的翻译工作。",
    "十大品牌：云杉、红松、青禾。",
    "任务有四项：一是修路，二是架桥。\n\n三是通水，四是通电。",
    "原因有三个：一是租金上涨，二是人工上涨，此外还有客流下滑。",
    "会议提出两点：一是修路，二是架桥。落实要做到：一是快，二是好，三是省。",
    "三个原因：\n\n- 租金\n- 人工\n\n- 客流\n",
    "两个原因：\n\n- 租金\n  - 涨得快\n- 人工\n",
)


def accused(text: str) -> list[Finding]:
    """The red findings on a text."""
    return [f for f in checked(text).findings if f.verdict.tone == "red"]


@pytest.mark.parametrize("text", [*NAMES, *LISTS])
def test_a_name_or_a_list_of_something_else_is_no_announced_list(text: str) -> None:
    assert raised(text, "announced") == []


@pytest.mark.parametrize(
    "text",
    [
        "任务有四项：一是修路，二是架桥，三是通水。",
        "会议提出三点：一是修路，二是架桥。落实要做到：一是快，二是好，三是省。",
        "协会秉持“四个尊重”：一是尊重匠人，二是尊重材料，三是尊重手艺。",
        "三个原因：\n\n- 租金\n\n- 人工\n",
        "试点涉及北岭、南湖、西塘等两座城市。",
        "今年的原因包括租金、人工、原料和竞争等五大方面。",
        "品种有五类，分别是红富士、嘎啦、秦冠和蜜脆。",
    ],
)
def test_a_list_that_is_the_announced_one_is_counted(text: str) -> None:
    assert [f.verdict.code for f in raised(text, "announced")] == ["inconsistent"]


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("集群已具备全产业链能力，年产值突破2000亿元。", "labels"),
        ("当地数据产量达8.1ZB，同比增长22.7%。", "labels"),
        (
            "截至2月末竹市外汇储备规模3427亿美元 竹市外汇局今天（3月7日）发布的数据显示，截至2026年2月末，"
            "竹市外汇储备规模为3427亿美元，较1月末上升28亿美元，升幅为0.82%。",
            "relative_change",
        ),
        (
            "2024年，云州进出口总值16.01万亿元，同比增长5.6%，占全国进出口总值的36.5%，"
            "较2023年的36.3%占比再度提升。",
            "points",
        ),
        ("如今，试验区以不到全省千分之四的面积，贡献了超过全省四分之一的外资。", "comparatives"),
    ],
)
def test_what_only_looks_like_an_error(text: str, check: str) -> None:
    assert [f for f in accused(text) if f.check == check] == []


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("今年以来，日均产能突破20亿元。", "labels"),
        ("云杉公司的产量为8.1ZB。", "labels"),
        ("云杉公司的会员占比从36.3%升到36.5%，提高5.6%。", "points"),
        ("云杉公司的占比为四分之一，超过红松公司的三分之一。", "comparatives"),
    ],
)
def test_what_is_an_error_beside_it(text: str, check: str) -> None:
    assert [f.check for f in accused(text)] == [check]


def test_growth_at_constant_prices_need_not_follow_from_current_ones() -> None:
    text = "云州的生产总值从1952年的67亿元增长到2022年的12.6万亿元，年均增长7.9%。"
    (found,) = raised(text, "growth_chain")
    assert (found.verdict.tone, found.kind) == ("amber", "prices")
    assert "价格因素" in found.said.zh
    assert "net of prices" in found.said.en
    (nominal,) = raised(text.replace("年均增长", "名义年均增长"), "growth_chain")
    (plain,) = raised(text.replace("生产总值", "营业收入"), "growth_chain")
    assert {nominal.verdict.tone, plain.verdict.tone} == {"red"}


@pytest.mark.parametrize(
    "text",
    [
        "# 《竹城联播》\n\n竹城网（竹城联播）：客车侧翻，造成7人死亡。\n\n竹城网（竹城联播）：大火造成28人死亡。",
        "云杉公司的总投资为7亿元。\n\n红松镇的码头由云杉公司承建，云杉公司的总投资为28亿元。",
        "6月份，竹市进出口3979亿元，同比增长2.6%。其中，6月份竹市进出口2528亿元是民企的。",
        "1.乡村振兴；\n\n8.18项举措加快竹编发展。\n\n18项举措加快竹编发展。",
    ],
)
def test_two_events_are_not_one_quantity(text: str) -> None:
    assert raised(text, "conflict") == []


def test_one_quantity_in_like_words_is_still_told_without_a_time() -> None:
    text = "云杉公司的线下门店数量目前一共有820家。\n\n总结起来，云杉公司的线下门店数量目前一共有280家。"
    assert [f.verdict.tone for f in raised(text, "conflict")] == ["amber"]
