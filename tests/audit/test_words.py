"""What a text says in words: in other trades and other phrases than those the checks were drawn from."""

from __future__ import annotations

import pytest
from check_cases import checked, dossier, raised, table

from desktop.audit.wording import sentences

GONE = "云杉书店为什么没有了"
SECTIONS = (
    "\n\n一、房租\n2019年房租涨了两成。\n\n二、客流\n2021年客流少了三成。\n\n三、电商\n2022年线上分流。\n\n"
)

RAISED = [
    ("opposites", "sudden", "云杉书店在一夜之间关停，读者纷纷留言。", "云杉书店早在三年前就分批关停门店。"),
    ("opposites", "gone", "云杉书店从商圈里消失，令人惋惜。", "云杉书店的阶段性收缩与房租有关。"),
    ("opposites", "channel", "云杉书店依托自家会员的流量起步。", "云杉书店一直依赖第三方渠道获客。"),
    ("opposites", "position", "云杉书店去除教辅属性，主推文创。", "在教辅图书市场，云杉书店的对手越来越多。"),
    (
        "sourcing",
        "internal",
        "根据公开资料整理，云杉书店的困境由来已久。",
        "公司内部统计显示，云杉书店的客单价下滑。",
    ),
    (
        "undated",
        "event",
        "云杉书店为何关停，至今没有说法。",
        "2018年房租上涨，2020年客流减少，2022年会员流失。",
    ),
]
QUIET = [
    ("opposites", "股价突然下跌，引发关注。", "云杉书店的老员工逐步退出管理层。"),
    ("opposites", "云杉书店突然关停了官网。", "房租逐年上涨。"),
    ("opposites", "云杉书店依托自家会员的流量起步。", "对手一直依赖第三方渠道获客。"),
    ("sourcing", "公司内部统计显示，云杉书店的客单价下滑。", "公开报道里没有这一数字。"),
    ("sourcing", "根据公开资料整理，云杉书店的困境由来已久。", "云杉书店的内部装修陈旧。"),
    ("undated", "2023年3月云杉书店关停，引发讨论。", "2018年房租上涨，2020年客流减少，2022年会员流失。"),
    ("undated", "2023年3月云杉书店宣布退出，此前已分批关停门店。", "2018年房租上涨，2020年客流减少，2022年会员流失。"),
]  # fmt: skip


def article(opening: str, later: str) -> str:
    """A text with a title, three reasons and two sentences that are far apart."""
    return f"{opening}{SECTIONS}四、其他\n{later}\n"


@pytest.mark.parametrize(("check", "kind", "opening", "later"), RAISED)
def test_two_accounts_are_put_beside_each_other(check: str, kind: str, opening: str, later: str) -> None:
    made = checked(article(opening, later), title=GONE)
    found = [f for f in made.findings if f.check == check and f.kind == kind]
    assert [f.verdict.code for f in found] == ["ambiguous"]
    assert found[0].items
    assert found[0].spans
    assert found[0].said.zh.endswith("。")
    assert found[0].said.en.endswith(".")


@pytest.mark.parametrize(("check", "opening", "later"), QUIET)
def test_different_things_are_no_contradiction(check: str, opening: str, later: str) -> None:
    made = checked(article(opening, later), title=GONE)
    assert [f.said.zh for f in made.findings if f.check == check] == []


def test_a_possible_cause_that_becomes_an_inevitable_result() -> None:
    opening, closing = "租金可能成为压垮云杉书店的原因之一。", "结语\n云杉书店的关停是行业洗牌的必然结果。"
    text = f"{opening}{SECTIONS}{closing}\n"
    made = checked(text, title=GONE)
    assert [f.kind for f in made.findings if f.check == "opposites"] == ["certain"]
    likely = text.replace("必然结果", "一个结果")
    assert not [f for f in checked(likely, title=GONE).findings if f.check == "opposites"]


def test_a_possible_cause_that_later_hits_directly() -> None:
    opening = "云杉书店的收缩或与房租上涨、客流下滑、选址失误等因素有关。"
    text = f"{opening}\n\n## 一、房租\n\n房租上涨直接冲击了云杉书店。\n\n## 二、客流\n\n周边商圈客流不旺。"
    (found,) = [f for f in checked(text, title=GONE).findings if f.check == "opposites"]
    assert (found.kind, "直接冲击" in found.said.zh) == ("asserted", True)
    modest = text.replace("直接冲击了", "也影响了")
    assert not [f for f in checked(modest, title=GONE).findings if f.check == "opposites"]
    certain = text.replace("或与", "与")
    assert not [f for f in checked(certain, title=GONE).findings if f.check == "opposites"]


FLOW = table(
    "环节 | 改版前 | 改版后 | 变化",
    "挂号 | 3步 | 5步 | 等待时间延长40%",
    "缴费 | 窗口 | 自助机 | 投诉上升25%",
)


def test_an_improvement_that_only_made_things_worse() -> None:
    (found,) = raised(f"一、就诊\n医院升级了就诊流程。\n\n{FLOW}", "direction")
    assert (found.kind, found.verdict.code) == ("worse", "ambiguous")
    assert "等待时间" in found.said.zh
    mixed = FLOW.replace("投诉上升25%", "投诉下降25%")
    assert not raised(f"一、就诊\n医院升级了就诊流程。\n\n{mixed}", "direction")


def test_falling_indicators_that_rise() -> None:
    text = "工厂的多项指标呈现下降趋势。2023年退货率升至6%，单位能耗升至38度，产量降到80万吨。"
    (found,) = raised(text, "direction")
    assert found.kind == "mixed"
    assert "退货率" in found.said.zh
    held = "工厂的多项指标呈现下降趋势。2023年退货率降至2%，单位能耗降至28度，但产量升至80万吨。"
    assert not raised(held, "direction")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("在线订单占比达到80%以上，印证了关店的必要性。", True),
        ("在线订单占比达到80%以上，印证了消费者的偏好。", False),
    ],
)
def test_what_a_number_is_made_to_prove(text: str, told: bool) -> None:
    assert bool(raised(text, "proof")) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("甲厂的年度环保支出由200万元增至900万元。反观乙厂，单位环保成本下降30%。", True),
        ("甲厂的年度环保支出由200万元增至900万元。乙厂的年度环保支出下降30%。", False),
        ("甲厂的单位运输成本下降8%，但甲厂的运输总支出增长20%。", False),
    ],
)
def test_a_unit_cost_against_a_total(text: str, told: bool) -> None:
    assert bool(raised(text, "contrast")) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("产品的年化利率为10.8%-14.4%。", True),
        ("产品的年化利率为10.8%-14.4%，日利率为0.03%-0.04%。", False),
        ("产品的年化利率为6.5%-22%。", False),
        ("产品的年化利率为18%-36%。", False),
    ],
)
def test_yearly_rates_without_a_day_count(text: str, told: bool) -> None:
    assert bool(raised(text, "day_count")) is told


def test_the_cost_of_one_user_against_what_one_brings_in() -> None:
    (found,) = raised("单用户运维成本为3元/日。\n\n该贷款的年化利率为20%。", "break_even")
    assert "1,095元" in found.said.zh
    assert "5,475元" in found.said.zh
    assert not raised(
        "单用户运维成本为0.01元/日。\n\n该贷款的年化利率为20%，最高额度为20万元。", "break_even"
    )


RIVALS = table("项目 | 云杉 | 青禾 | 远山", "价格 | 30元 | 28元 | 25元")


def test_kinds_of_rivals_that_the_table_does_not_name() -> None:
    text = "一、竞争\n云杉面临来自传统商超与社区团购的双向挤压。\n\n{}"
    assert raised(text.format(RIVALS), "rivals")
    assert not raised(text.format(RIVALS.replace("青禾", "青禾商超")), "rivals")
    kinds = table("对手 | 类型 | 价格", "青禾 | 传统商超 | 28元", "远山 | 社区团购 | 25元")
    assert not raised(text.format(kinds), "rivals")
    plain = table("对手 | 价格 | 门店", "青禾 | 28元 | 12家", "远山 | 25元 | 9家")
    assert "“青禾”、“远山”" in raised(text.format(plain), "rivals")[0].said.zh


def test_a_phrase_that_joins_what_does_not_go_together() -> None:
    assert [f.kind for f in raised("平台的日均放款额度下降两成。", "terms")] == ["phrase"]
    assert not raised("平台的日均放款额下降两成，最高额度为5万元。", "terms")
    assert not raised("平台的日均授信额度使用率为60%。", "terms")


def test_sentences_leave_out_tables_and_keep_their_place() -> None:
    made = dossier(f"一、甲\n第一句。第二句！\n\n{RIVALS}\n\n二、乙\n第三句？")
    found = sentences(made)
    text = made.sources[0].text
    assert [s.text for s in found if "句" in s.text] == ["第一句。", "第二句！", "第三句？"]
    assert all(text[s.start : s.start + len(s.text)] == s.text for s in found)
    assert not any("|" in s.text for s in found)


BANKS = table("年度 | 合作商户数量", "2020 | 60家", "2023 | 25家")


@pytest.mark.parametrize(
    ("share", "counts", "told"),
    [
        ("商户出资比例提高到60%", BANKS, True),
        ("商户出资比例下降到40%", BANKS, False),
        ("商户出资比例提高到60%", BANKS.replace("25家", "90家"), False),
        ("会员出资比例提高到60%", BANKS, False),
    ],
)
def test_fewer_partners_with_a_larger_share(share: str, counts: str, told: bool) -> None:
    assert bool(raised(f"{share}。\n\n{counts}", "fewer")) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("企业须达到工信部能效领跑标准。", True),
        ("企业须达到《工信部能效领跑标准》。", False),
        ("企业须达到行业领先标准。", False),
    ],
)
def test_a_standard_that_nobody_can_look_up(text: str, told: bool) -> None:
    found = raised(text, "named_standard")
    assert [f.verdict.code for f in found] == (["not_found"] if told else [])


def test_an_authority_that_is_no_more() -> None:
    (found,) = raised("今后若达到银保监服务评级标准，或可重启。", "named_standard")
    assert "2023年5月18日" in found.said.zh


def test_english_sentences_end_after_numbers_too() -> None:
    text = (
        "This account is based on publicly available information. Rent rose by 20% in 2019. Internal sales data show "
        "a loss of $8.5 million."
    )
    (found,) = raised(text, "sourcing")
    assert "“Internal sales data show a loss" in found.said.en
    said = [s.text for s in sentences(dossier(text)) if s.text.isascii()]
    assert said[1:] == ["Rent rose by 20% in 2019.", "Internal sales data show a loss of $8.5 million."]
