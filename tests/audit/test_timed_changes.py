"""Changes that a text tells of a quantity whose times stand in a table: what fits, what cannot, what is of others."""

from __future__ import annotations

import pytest
from check_cases import alone, checked

KEY = "timed_changes"
MEALS = """年度 | 日均份数(万份) | 门店(家) | 客单价(元) | 复购率 | 净利润(亿元) |
---|---|---|---|---|---|
2019 | 8.0 | 120 | 22.5 | 36% | 0.40 |
2020 | 12.0 | 210 | 21.0 | 41% | 0.90 |
2021 | 18.6 | 336 | 19.8 | 44% | 1.20 |
2022 | 15.5 | 300 | 20.4 | 39% | 0.30 |
2023 | 11.2 | 228 | 21.9 | 33% | -0.50 |

"""
WARD = """指标 | 2020年 | 2021年 | 2022年 | 2023年 |
---|---|---|---|---|
出院人次 | 18200 | 19656 | 20640 | 24768 |
平均住院日 | 9.2 | 8.6 | 8.3 | 7.5 |
药占比 | 34.0% | 31.5% | 29.8% | 26.2% |
床位（张） | 560 | 560 | 600 | 640 |

"""
LINES = """航线 | 2021年运价（元/箱） | 2023年运价（元/箱） | 2021年箱量（万箱） | 2023年箱量（万箱） |
---|---|---|---|---|
欧洲线 | 7800 | 1560 | 42 | 44.1 |
美西线 | 6500 | 1950 | 60 | 54 |

"""
LOANS = """时点 | 贷款余额（亿元） | 借款人（万人） | 户均余额（元） |
---|---|---|---|
2019年末 | 31.5 | 42 | 7500 |
2020年末 | 51.8 | 70 | 7400 |
2021年末 | 66.0 | 80 | 8250 |
2023年6月末 | 38.6 | 54 | 7148 |

"""
ROOMS = "指标 | 改造前 | 改造后 |\n---|---|---|\n候诊时间（分钟） | 40 | 26 |\n诊室（间） | 12 | 15 |\n\n"
CASES = (
    (MEALS + "门店则由120家铺到336家，是起初的{}倍。", "2.8", "3.8"),
    (MEALS + "2022年日均份数同比少了{}。", "16.7%", "26.7%"),
    (MEALS + "2022年日均份数同比少了16.7%，2023年再掉{}。", "27.7%", "37.7%"),
    (MEALS + "日均份数在2021年见顶，此后两年合起来缩了{}。", "39.8%", "49.8%"),
    (MEALS + "客单价在2021年见底，到2023年比底部贵了{}元。", "2.1", "1.2"),
    (MEALS + "复购率两年丢了{}个百分点。", "11", "21"),
    (MEALS + "2021年是这门生意的高点，门店比上一年多出{}。", "60%", "37.5%"),
    (MEALS + "2022年日均份数回落{}。", "16.7%", "39.8%"),
    (MEALS + "2022年日均份数回落16.7%，第二年又掉了{}。", "27.7%", "16.7%"),
    (MEALS + "2021年净利润比前一年多赚{}亿元。", "0.30", "0.80"),
    (MEALS + "2019年至2021年，门店数量年均增加{}。", "67.3%", "76.3%"),
    (MEALS + "关店从2022年开始，那年少了36家，2023年又减{}家，门店越来越少。", "72", "27"),
    (WARD + "床位2023年只添了{}张。", "40", "60"),
    (WARD + "从2020年算起，平均住院日少了{}天。", "1.7", "2.7"),
    (WARD + "药占比三年间压下{}个百分点。", "7.8", "8.7"),
    (LINES + "欧洲线的运价两年跌掉{}。", "80%", "70%"),
    (LINES + "运价欧洲线跌得最凶；美西线的箱量少了{}。", "一成", "三成"),
    (LOANS + "余额从2019年末到2021年末翻了一番还多，年均增长{}。", "44.7%", "54.8%"),
    (LOANS + "余额从2019年末到2021年末翻了一番还多，此后一年半少了27.4亿元，降幅{}。", "41.5%", "45.1%"),
    (MEALS + "门店2023年末有228家，是前一年的{}。", "76%", "67.9%"),
    (ROOMS + "候诊时间缩短了{}分钟。", "14", "24"),
)  # fmt: skip
OTHERS = (
    MEALS + "会员数由1.2万人增至1.5万人，增长约25%。",
    MEALS + "门店的广告费由6亿元压到1.5亿元，压缩75%。",
    MEALS + "门店关得多，一家同行的门店2023年增加了45家。",
    MEALS + "2023年预计门店再减少90家。",
    MEALS + "2019年门店同比增加了35家。",
    MEALS + "门店少了，二季度环比减少11家。",
    LINES + "欧洲线的运价是美西线的1.2倍。",
    LINES + "2023年欧洲线的运价每箱1560元，比上年跌了40%。",
    LINES + "欧洲线的运价同比跌了40%。",
    MEALS + "2023年公司关掉96家门店，又新开24家，净减72家。",
    MEALS + "公司打算在2025年扩张，门店再增加30家。",
    MEALS + "截至2023年6月末，门店减少了8家。",
    MEALS + "如果租金再涨，门店还会减少45家。",
    MEALS + "门店较去年同期减少了9家。",
    LINES + "欧洲线的运价由7800元跌到1560元，同比跌了40%。",
    LINES + "运费由每箱640元涨到800元，涨幅25%。",
    LOANS + "借款人平均花费26元，2021年涨到65元，增长1.5倍。",
    "全程电价由0.50元涨到0.62元，涨幅24%。\n\n" + ROOMS,
)


def reds(text: str) -> list[str]:
    """What the check accuses in a text."""
    return [f.said.zh for f in alone(text, KEY) if f.verdict.tone == "red"]


@pytest.mark.parametrize(("text", "right", "wrong"), CASES)
def test_a_change_that_the_table_refutes_is_red_and_the_right_one_is_not(
    text: str, right: str, wrong: str
) -> None:
    """A change that the values of the table refute."""
    assert reds(text.format(wrong))
    assert not reds(text.format(right))


@pytest.mark.parametrize("text", OTHERS)
def test_a_change_of_something_else_is_not_held_against_the_table(text: str) -> None:
    """A change of what the table does not have."""
    assert not reds(text)


def test_a_change_that_fits_two_named_years_is_passed_with_its_arithmetic() -> None:
    """What fits the years that the words name is a check that was passed."""
    found = checked(f"{MEALS}2022年日均份数同比少了16.7%。").passed
    assert [p.formula.zh for p in found if p.check == KEY] == ["18.6万份 → 15.5万份: 变化−16.7%"]


def test_where_no_two_times_have_such_a_change_the_closest_is_told() -> None:
    """A sentence without years: every pair was tried, and the finding says so."""
    (said,) = reds(MEALS + "复购率两年丢了21个百分点。")
    assert "各期之间没有21个百分点的变化" in said
    assert "11个百分点" in said


def test_a_size_that_fits_its_own_quantity_is_not_held_against_the_values_beside_it() -> None:
    """A size of the servings stands right before two counts of shops."""
    found = checked(f"{MEALS}2021年一年，日均份数多出6.6万份，增幅55%，门店也从210家涨到336家。").findings
    assert not [f.said.zh for f in found if f.verdict.tone == "red"]
