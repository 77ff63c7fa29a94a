"""What two careful readers missed or found wrong: wholes, causes, respondents, sources, and what cannot be compared."""

from __future__ import annotations

import pytest
from check_cases import checked, dossier, raised, table

from desktop.core.finding import Finding

BANK = "青禾贷是江城银行推出的一款线上产品。\n\n{}"
WHY = "青禾贷为什么不见了"


def of(text: str, check: str, title: str = WHY) -> list[Finding]:
    """What one check says of an article on the loan."""
    return [f for f in checked(text, title=title).findings if f.check == check]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2021年，青禾贷收到来信8000件，较上年翻了三番。", "8000件 ÷ 8 = 1,000件"),
        ("2022年客服接线12万通，比上年增长一番。", "12万通 ÷ 2 = 6万通"),
    ],
)
def test_what_stood_before_doublings_follows_from_the_value_after_them(text: str, shown: str) -> None:
    made = checked(text)
    (before,) = [d for d in made.derived if "此前的值" in d.name.zh]
    assert before.formula.zh == shown
    assert all("没有把变化前后" not in u.reason.zh for u in made.uncheckable)


def test_without_any_value_a_change_is_told_as_one() -> None:
    (left,) = [u for u in checked("青禾贷的利润降了一半。").uncheckable if u.code == "base_missing"]
    assert "没有把变化前后的两个数值都写出来" in left.reason.zh


def test_columns_of_then_and_now_are_before_and_after() -> None:
    rows = table("项目 | 从前 | 眼下 | 幅度", "押金率 | ≤50% | ≤40% | 下降10%")
    assert [f.kind for f in raised(f"## 一、门槛\n\n门槛有变。\n\n{rows}", "points")] == ["mixed"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("江城银行2021年末总资产900亿元，贷款余额1200亿元。", "inconsistent"),
        ("截至2021年末，江城银行资产总额900亿元，净资产950亿元。", "inconsistent"),
        ("2023年末，江城银行各项贷款余额310亿元，消费贷余额412亿元。", "inconsistent"),
        ("江城银行2021年总资产900亿元，青禾贷贷款余额1200亿元。", "partly"),
    ],
)
def test_what_is_held_in_a_whole_is_not_more(text: str, verdict: str) -> None:
    (found,) = of(BANK.format(text), "held_in")
    assert found.verdict.code == verdict
    assert " > " in found.formula.zh


@pytest.mark.parametrize(
    "text",
    [
        "江城银行2021年末总资产900亿元，贷款余额700亿元。",
        "江城银行2021年末总资产900亿元，管理的贷款余额1200亿元。",
        "江城银行2021年末总资产900亿元，含表外的贷款余额1200亿元。",
        "江城银行2021年末总资产900亿元，2023年末贷款余额1200亿元。",
        "江城银行2021年末总资产900亿元，全省贷款余额1200亿元。",
        "江城银行2021年末总资产900亿元，全年累计投放贷款1200亿元。",
        "江城银行2021年末总资产900亿元，春山银行贷款余额1200亿元。",
        "江城银行2021年末净资产90亿元，贷款余额1200亿元。",
        "江城银行2021年末存款余额900亿元，贷款余额1200亿元。",
    ],
)
def test_what_may_lie_outside_a_whole_is_left_alone(text: str) -> None:
    assert of(BANK.format(text), "held_in") == []


def test_the_only_part_of_a_whole_is_held_against_it() -> None:
    (found,) = of(BANK.format("江城银行2021年总资产900亿元，其中贷款余额1200亿元。"), "sums")
    assert found.formula.zh == "1200亿元 > 900亿元"
    assert not of(BANK.format("江城银行2021年总资产900亿元，其中贷款余额700亿元。"), "sums")


@pytest.mark.parametrize("date", ["2021年", "2021年末"])
def test_an_organisation_before_a_date_owns_what_follows(date: str) -> None:
    made = dossier(BANK.format(f"江城商业银行{date}总资产900亿元。"), title=WHY)
    (figure,) = [f for f in made.figures if not f.is_date]
    assert (figure.entity.zh, figure.indicator.zh) == ("江城商业银行", "总资产")


def article(*sections: str) -> str:
    """An article of an opening and several reasons."""
    numbers = "一二三四五"
    return BANK.format("\n\n".join(f"## {n}、{s}" for n, s in zip(numbers, sections, strict=False)))


FADED = "入口\n\n2018年起，青禾贷的入口就被逐步拿掉。"


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        ("2022年7月新规出台后，青禾贷被迫收缩。", 1),
        ("2021年青禾贷投诉激增，成为压垮它的原因。", 1),
        ("2020年后短视频崛起，青禾贷因此受到冲击。", 1),
        ("2017年7月新规出台后，青禾贷被迫收缩。", 0),
        ("2022年7月新规出台后，青禾贷被迫进一步收缩。", 0),
        ("2022年7月新规出台，与青禾贷无关。", 0),
    ],
)
def test_a_cause_behind_the_start_of_the_decline(cause: str, told: int) -> None:
    found = of(article(FADED, f"外因\n\n{cause}"), "cause_order")
    assert len(found) == told
    assert all("若说的是同一件事" in f.said.zh for f in found)


def test_all_later_causes_are_held_against_the_first_decline() -> None:
    text = article(
        FADED,
        "监管\n\n2022年7月新规出台后，青禾贷被迫收缩。",
        "对手\n\n2020年后短视频崛起，青禾贷因此受到冲击。",
    )
    (found,) = of(text, "cause_order")
    assert "2022年7月的“新规出台”、2020年后的“短视频崛起”" in found.said.zh
    assert found.formula == ("2018年起 < 2020年后", "from 2018 < after 2020")


def test_reasons_whose_every_date_is_later_than_the_beginning() -> None:
    text = article(
        FADED, "投诉\n\n2021年投诉很多。", "对手\n\n2017年对手入场，2020年扩张。", "口碑\n\n口碑平平。"
    )
    (found,) = of(text, "late_causes")
    assert "“投诉”一节（2021年）" in found.said.zh
    assert "“对手”" not in found.said.zh
    earlier = text.replace("2018年起", "2023年起")
    assert of(earlier, "late_causes") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("问到的人里，另有52%说利率不清楚。", 0),
        ("52%的用户认为年化利率不透明。", 0),
        ("来信里，41%涉及利率，37%涉及服务。", 0),
        ("贷款余额中，52%为年利率低于8%的优质贷款。", 0),
        ("青禾贷的年化利率高达52%。", 1),
        ("不少人说它的年利率高达52%。", 1),
    ],
)
def test_a_share_of_people_who_speak_of_interest_is_no_rate(text: str, told: int) -> None:
    assert len([f for f in raised(text, "hard_limits") if f.kind == "cap"]) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("受访者中有71%嫌流程长，另有48%说利率不清楚。", 1),
        ("71%的受访用户嫌流程长。", 1),
        ("协会访问了812名读者。受访者中有71%嫌流程长。", 0),
        ("据滨江大学的问卷，受访者中有71%嫌流程长。", 0),
        ("受访的店长表示，房租占成本的31%。", 0),
        ("在受访者看来，40%的涨幅太高。", 0),
        ("受访者大多嫌流程长。", 0),
    ],
)
def test_shares_of_respondents_need_a_survey(text: str, told: int) -> None:
    found = raised(f"## 一、口碑\n\n{text}", "unnamed_sample")
    assert len(found) == told
    assert not any(i.startswith("fig-") for f in found for i in f.items)
