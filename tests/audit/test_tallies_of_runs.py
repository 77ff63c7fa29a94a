"""What a run of amounts makes: its first few, a stock and its flows, a list under a new noun, what is taken off."""

from __future__ import annotations

import pytest
from check_cases import checked

WRONG = [
    "A、B、C、D四条线分别运了120吨、95吨、60吨、44吨，后两条合计114吨。",
    "扩产花在厂房3.1亿元、设备2.4亿元、管网0.7亿元，其余0.5亿元是预备费。前三项合计5.9亿元，年内付清。",
    "货物运费分为陆运18万元、海运26万元，支出合计54万元。",
    "年初存栏640头，一季度新生85头，二季度新生72头，年中存栏827头。",
    "库存原有500台，本月购进120台，卖出260台，月底还有460台。",
    "到账8万元，减去2.1万元材料费、1.4万元运费和6,000元税，还剩4.9万元。",
]
RIGHT = [
    "报名的有语文组12人、数学组15人、英语组9人、物理组8人，前三组合计36人，后两组合计17人。",
    "前三季度合计营收80亿元，一季度30亿元、二季度26亿元、三季度24亿元、四季度31亿元。",
    "货款42万元、运费3万元，实付合计40万元。",
    "首付35万元、税费2万元，房款合计80万元。",
    "男职工42人、女职工15人，党员合计53人。",
    "年初存栏640头，一季度新生85头，二季度新生72头，出栏102头，年中存栏695头。",
    "上半年在册会员860人，三季度新增45人，四季度新增38人，年底活跃602人。",
    "今年收入45万元，扣掉房租8万元、人工20万元和水电2万元，再加上补贴3万元，还剩18万元。",
    "房款300万元，付了首付90万元、契税4.5万元和中介费6万元，还剩210万元贷款。",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_run_and_what_it_makes(text: str) -> None:
    """Words and places bind an amount to all of the run before it."""
    assert [f.check for f in checked(text).findings if f.verdict.tone == "red"] == ["tallies"]


@pytest.mark.parametrize("text", RIGHT)
def test_no_run_is_meant(text: str) -> None:
    """Another noun, another time, or more than the run that is told."""
    assert [f.said.zh for f in checked(text).findings if f.verdict.tone == "red"] == []


def test_what_is_passed_is_what_was_added() -> None:
    """The first few of a list are not shown as the largest of it."""
    audit = checked("水果店进了苹果30箱、梨25箱、桃40箱、橙18箱，前两种合计55箱，其余58箱。")
    assert "30箱 + 25箱 = 55箱" in [p.formula.zh for p in audit.passed]
