"""Changes whose printed numbers are so round that rounding would excuse a slip of the formula; bases of all times."""

from __future__ import annotations

import pytest
from check_cases import checked

REPORT = """科目 | 本期（万元） | 上期（万元） | 变动 |
---|---|---|---|
门票 | 6600 | 5500 | {} |
餐饮 | 1710 | 1900 | -10.0% |

"""


def reds(text: str) -> set[str]:
    """The checks that accuse a text."""
    return {f.check for f in checked(text).findings if f.verdict.tone == "red"}


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("藏书从3万册增加到9万册，增加了3倍。", "multiples"),
        ("T恤卖出8万件，是去年2万件的5倍。", "multiples"),
        ("仓租由每月5万元降到4万元，降幅25%。", "relative_change"),
        ("月租由3万元降到2.4万元，降幅25%。", "relative_change"),
        ("净利由0.6亿元增至0.8亿元，增长25%。", "relative_change"),
        ("产值2019年为20亿元，此后每年增长10%，2022年达到26亿元。", "growth_chain"),
        ("截至2023年末，存款余额500亿元，上年末为400亿元，同比增长20%。", "relative_change"),
        ("本学期借书360册，上学期为240册，增长了33%。", "relative_change"),
        ("本赛季场均得分90分，比上赛季的75分提高了16.7%。", "relative_change"),
        ("入住率由82%升到88%，升了6%。", "points"),
        (REPORT.format("16.7%") + "景区说明如上。", "relative_change"),
    ],
)
def test_a_slip_of_the_formula_is_found(text: str, check: str) -> None:
    assert check in reds(text)


def test_growth_since_a_year_is_held_against_a_table() -> None:
    table = "年份 | 产量（吨） |\n---|---|\n2020 | 100 |\n2021 | 130 |\n2022 | 169 |\n2023 | 219.7 |\n\n"
    assert "timed_changes" in reds(f"{table}这是农场四年的产量，2021年起每年增长两成。")
    assert not reds(f"{table}这是农场四年的产量，2021年起每年增长三成。")


@pytest.mark.parametrize(
    "text",
    [
        REPORT.format("20.0%") + "景区门票比上期增长20%，餐饮下降10%。",
        "藏书从3万册增加到9万册，增加了2倍，是原来的3倍。",
        "藏书由约3万册增加到近9万册，增加了近3倍。",
        "仓租由每月5万元降到4万元，降幅20%；月租由3.0万元降到2.4万元，降幅20%。",
        "净利由0.6亿元增至0.8亿元，增长31%。",
        "产值2019年为20亿元，此后平均每年增长9%，2022年达到26亿元。",
        "产值2019年为20亿元，三年累计增长30%，2022年达到26亿元。",
        "截至2023年末，存款余额500亿元，上年末为400亿元，同比增长25%。",
        "截至2023年末，存款余额500亿元，较上年末增长25%。",
        "佣金占票款的15%，上年为16%。票款比上年增长20%。",
        "一季度投诉660件，二季度540件，三季度360件，四季度240件，平均每月150件；一季度平均每月220件。",
        "上半年平均每月投诉200件。2023年降到600件，是上年的四分之一。",
        "1月、2月和3月的销量加起来为60万台，月均20万台。",
        "甲行的付息率是3.00%，乙行的付息率是2.00%，高出1.00个百分点，相对高出五成。",
        "本学期借书360册，上学期为240册，增长了50%。",
        "前三季度投诉960件、720件、480件，平均每月240件。",
        "产值2019年为20亿元，此后每年增加2亿元，2022年达到26亿元。",
        "今年合计108万人次，月均9万人次，比去年的92万人次增长17.4%。",
        "入住率由82%升到88%，升了6个百分点；客房收入由5亿元增至6亿元，增长20%。",
        "到课率由93%提高到96%，提高了3个百分点，相对提高3.2%。",
    ],
)
def test_right_changes_are_left_alone(text: str) -> None:
    assert not reds(text)
