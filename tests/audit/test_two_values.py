"""What sentences say of the numbers they hold: which is more, which way they went, and what comes of it."""

from __future__ import annotations

import pytest
from check_cases import raised

LINES = "四条线日均客流：1号线86万人次、2号线64万人次、3号线71万人次、4号线39万人次。"
WRONG = [
    ("comparatives", "净息差1.74%，高过上年的1.98%。"),
    ("comparatives", "入住率58%，领先同街63%的水平。"),
    ("comparatives", "3万元的上限高于云桥月付的5万元。"),
    ("comparatives", "平均送达38分钟，快于对手的31分钟。"),
    ("comparatives", "房价420元，低过同街均价360元。"),
    ("named_pairs", f"{LINES}3号线比2号线少7万人次。"),
    ("named_pairs", f"{LINES}3号线比2号线多17万人次。"),
    ("named_pairs", "岭上鲜一单收9.60元，青隼的10.00元比它便宜0.40元。"),
    ("named_pairs", "房租涨幅20.5%、成本涨幅15%，房租涨幅低于成本5.5个百分点。"),
    ("two_told", "首年保费41亿元，续期保费67亿元，首年仍盖过续期。"),
    ("conclusions", "会员价由38元调到52元，观影显然更便宜了。"),
    ("turns", "资源投入占比从2020年的38%升至2023年的19%。"),
    ("turns", "年卡从2,980元降到1,980元，贵了整整1,000元。"),
    ("trends", "投诉量分别是940件、760件、510件，逐年增多。"),
    ("trends", "2022年为81.3%，2023年为84.6%，2024年为88.2%，三年里一路走低。"),
]
RIGHT = [
    ("comparatives", "净息差1.74%，低于上年的1.98%。"),
    ("comparatives", "销量120万辆，低于目标20万辆。"),
    ("comparatives", "逾期率1.2%，优于同业的2.0%。"),
    ("comparatives", "票房3亿元，低于前年的三分之一。"),
    ("named_pairs", f"{LINES}3号线比2号线多7万人次。"),
    ("named_pairs", "岭上鲜一单收9.60元，青隼的10.00元比它贵0.40元。"),
    ("named_pairs", "老款卖9,800元，新款比老款便宜800元，卖9,000元。"),
    ("two_told", "首年保费41亿元，续期保费67亿元，续期已经盖过首年。"),
    ("turns", "年卡从2,980元降到1,980元，便宜了整整1,000元。"),
    ("trends", "投诉量分别是940件、760件、510件，逐年减少。"),
    ("trends", "投诉量分别是940件、760件、510件，但咨询逐年增多。"),
]
JUDGED = [
    "单客成本升到168元，获客反而更便宜了。",
    "单笔只剩1.1元，这门生意越来越赚钱。",
    "不良率由1.12%升到1.67%，资产质量改善。",
    "退卡人数由1.1万人升到2.6万人，说明老客在回来。",
    "拨备覆盖率由245%降到188%，安全垫变厚。",
    "日均放贷下降约35%，同期逾期率却下降2.8个百分点，迫使平台转向保守。",
    "月均放款由9.4亿元滑落到3.1亿元，业务扩张之势明显。",
]
FAIR = [
    "会员价由38元调到52元，观影显然更贵了。",
    "首付比例由30%降到20%，买房人的负担并没有变轻。",
    "投诉由360件增到450件，不少人会误以为投诉少了。",
    "库存由120天降到75天，资金不再吃紧。",
    "续卡率由46%掉到31%，老会员流失加快。",
]


def test_what_makes_up_for_what_is_held_against_both_amounts() -> None:
    said = "三年里多收2.00元、多花1.90元，涨价{}住成本。"
    found = raised(said.format("没盖"), "covers")
    assert found
    assert found[0].verdict.tone == "red"
    assert not raised(said.format("盖"), "covers")


@pytest.mark.parametrize(("check", "text"), WRONG)
def test_what_contradicts_its_numbers_is_red(check: str, text: str) -> None:
    assert [f for f in raised(text, check) if f.verdict.tone == "red"]


@pytest.mark.parametrize(("check", "text"), RIGHT)
def test_what_agrees_with_its_numbers_is_not_raised(check: str, text: str) -> None:
    assert not raised(text, check)


@pytest.mark.parametrize("text", JUDGED)
def test_a_judgement_against_its_numbers_is_pointed_out(text: str) -> None:
    found = raised(text, "conclusions")
    assert found
    assert all(f.verdict.tone != "red" for f in found)


@pytest.mark.parametrize("text", FAIR)
def test_a_judgement_that_its_numbers_bear_out_is_left_alone(text: str) -> None:
    assert not raised(text, "conclusions")
