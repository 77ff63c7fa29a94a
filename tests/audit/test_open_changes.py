"""Sizes of change in open words, whose values stand before them in the prose or in a table that the words name."""

from __future__ import annotations

import pytest
from check_cases import checked
from check_cases import table as rows_of


def table(*rows: str) -> str:
    """A table with a blank line behind it."""
    return rows_of(*rows) + "\n\n"


YEARS = table(
    "项目（亿元） | 2021年 | 2022年 | 2023年",
    "高端酒 | 42.50 | 51.00 | 56.10",
    "系列酒 | 18.40 | 13.80 | 11.04",
    "毛利率 | 71.2% | 73.0% | 69.5%",
)
BEFORE_AFTER = table(
    "指标 | 改革前 | 改革后",
    "平均候诊（分钟） | 48 | 18",
    "药占比 | 38.0% | 29.5%",
    "门诊量（万人次） | 62.0 | 77.5",
)
MAKERS = table("厂商 | 份额 | 毛利率", "澄芯 | 33.5% | 52.0%", "拓图 | 21.0% | 44.5%", "海岳 | 12.5% | 38.0%")
PLACES = table("景区 | 2019年游客（万人次） | 2023年游客（万人次） | 二次消费占比", "云顶 | 320 | 400 | 42.0%",
               "石门 | 180 | 126 | 27.5%")  # fmt: skip

# text, right, wrong
CASES = [
    # two values set apart in time, the later one told first or last
    ("锦湾港上月吞吐量为834万吨，前一个月是695万吨，环比多出{}。", "20.0%", "16.7%"),
    ("累计注册2,400万户，一年前是1,500万户，一年新增{}。", "60.0%", "37.5%"),
    ("这个品种集采前每片4.80元，中标价0.36元，降幅{}。", "92.5%", "75.0%"),
    ("前三季度净息差1.43%，上年同期1.69%，收窄{}。", "26个基点", "2.6个基点"),
    ("2022年作价36.0亿元买入，2024年以21.6亿元转手，账面打了{}。", "六折", "四折"),
    ("与上月的40.0万吨相比，本月50.0万吨，多出{}。", "25.0%", "20.0%"),
    ("投放量由去年的26万辆变成今年的104万辆，力度翻了{}。", "两番", "四番"),
    ("续班率春季71.5%，暑期58.0%，秋季43.5%，半年累计丢掉{}。", "28.0个百分点", "28.0%"),
    ("柜数2021年末11.2万台，2022年末15.2万台，2023年末19.0万台，年均复合增速{}。", "30.2%", "34.8%"),
    # two values of one time, or a limit
    ("华北水泥均价每吨312元，东北每吨390元，华北比东北低{}。", "20.0%", "25.0%"),
    ("竞品甲的价格为2元/小时，快充宝为3元/小时，比竞品甲贵{}。", "50%", "33%"),
    ("上限70%，公司报告期末为78.4%，超出{}。", "8.4个百分点", "8.4%"),
    ("贷款平均收益率4.62%，存款付息率2.07%，存贷利差{}。", "2.55个百分点", "3.55个百分点"),
    ("- 一线城市：46.0%\n- 县域：21.5%\n\n两者相隔{}。", "24.5个百分点", "24.5%"),
    ("- 2022年：净利润8.40亿元\n- 2023年：净利润6.30亿元，同比少赚{}。", "25.0%", "33.3%"),
    # the slip shows which two rates were meant
    ("占比高达38.4%。压到29.4亿元以后，计约24.4%，堪堪低于25%的红线，一年回落{}。", "14.0个百分点", "14.0%"),
    # a row of a table along its times
    (YEARS + "高端酒2023年录得56.10亿元，同比多卖{}。", "10.0%", "12.0%"),
    (YEARS + "系列酒去年11.04亿元，仅为前一年的{}。", "八成", "六成"),
    (YEARS + "高端酒两年复合增长{}。", "14.9%", "16.0%"),
    (BEFORE_AFTER + "候诊时间压缩{}。", "62.5%", "37.5%"),
    (BEFORE_AFTER + "药占比下来{}。", "8.5个百分点", "8.5%"),
    (PLACES + "云顶游客多了{}。", "四分之一", "五分之一"),
    # two rates of a column
    (MAKERS + "澄芯的份额领先拓图{}。", "12.5个百分点", "12.5%"),
    (MAKERS + "毛利率头尾相差{}。", "14.0个百分点", "24.0个百分点"),
]  # fmt: skip


def _reds(text: str) -> set[str]:
    return {f.check for f in checked(text).findings if f.verdict.tone == "red"}


@pytest.mark.parametrize(("text", "right", "wrong"), CASES)
def test_an_error_is_found_and_the_correct_text_is_not_accused(text: str, right: str, wrong: str) -> None:
    assert not _reds(text.format(right))
    assert _reds(text.format(wrong))


@pytest.mark.parametrize(
    "text",
    [
        "营业收入45.6亿元，净利润3.2亿元，同比增长12.5%。",  # on a year that is not told
        "2020年3.2亿元，2021年6.4亿元；2022年再增25%。",
        "西南由6.0亿元长到7.80亿元，拿走新增收入的46.2%。",
        "资产收益率7.4%，资金成本4.9%，利差2.5个百分点；去年利差3.3个百分点。",
        "去年授信客户42.0万人，提过款的27.3万人，提款率65.0%。",
        "在职骑手为7.4万人，较2021年同期减少2.2万人，降幅约两成三。",
        "老版本占用380兆，新版本占用420兆，新版本比老版本快了30%。",
        "堂食和外卖合计占七成，堂食占比比前一年的50%低10个百分点。",
        "贷款平均收益率4.62%，存款付息率2.07%，净息差收窄9个基点。",
        "首小时成交去年用了47秒破亿，今年只用23.5秒，快了一倍。",
        "68元涨到187元，翻了一番还多。",
        YEARS + "电费由18.40亿元涨到20.0亿元，占比下来8.5%。",
        YEARS + "2023年高端酒56.10亿元，是2021年的1.32倍。",
        PLACES + "云顶游客是石门的三倍多。",
    ],
)
def test_what_is_told_of_something_else_is_left_alone(text: str) -> None:
    assert "open_changes" not in _reds(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("上限70%，公司报告期末为78.4%，超出8.4%。", "它是两数相差的百分点，不是百分之几。"),
        ("累计注册2,400万户，一年前是1,500万户，一年新增37.5%。", "它是以后一个数为基数算出来的。"),
    ],
)
def test_a_finding_says_how_the_number_came_about(text: str, said: str) -> None:
    found = [f for f in checked(text).findings if f.check == "open_changes"]
    assert [f.said.zh.endswith(said) for f in found] == [True]


PACES = [
    ("分季看，上半年产出14.3万套，三季度单季5.4万套，月均产量{}。", "少了约24%", "少了约62%"),
    ("2022年月均900万元；2023年上半年共1.26亿元，月均2,100万元，增加{}。", "133%", "17%"),
    ("上半年签了1,260份，第三季度签了840份，折成月均多了{}。", "三分之一", "一倍"),
    ("前三季度净减88.2亿元，月均9.8亿元；第四季度净减14.7亿元，月均{}。", "4.9亿元", "14.7亿元"),
    ("国庆七天接待游客182万人次，五一五天接待104万人次，日均多出{}。", "25.0%", "75.0%"),
    ("上半年退了1,860单，头两个月退了920单，摊到每个月，却是310单对460单，快了{}。", "48.4%", "60.5%"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), PACES)
def test_a_pace_by_time_is_recomputed(text: str, right: str, wrong: str) -> None:
    assert "window_rates" not in _reds(text.format(right))
    assert "window_rates" in _reds(text.format(wrong))


def test_rates_of_two_named_years_compound() -> None:
    text = "今年产量先降8%，明年再降10%，两年累计降幅{}。"
    assert not _reds(text.format("17.2%"))
    assert _reds(text.format("18.9%")) == {"growth_chain"}


APART = [  # what is right, and what is not
    ("借一次要花4元。2021年每小时收费2.5元，到2024年已经{}。", "涨了60%", "降了60%"),
    ("如今洗一次车要45元，2020年是30元，四年里贵了{}。", "一半", "三成"),
    ("两条产线的良率相差{}，甲线98.1%，乙线93.9%。", "4.2个百分点", "3.2个百分点"),
    ("贷款不良率2.4%，较年初下降{}，年初为3.0%。", "0.6个百分点", "1.6个百分点"),
    ("出资方平均只拿出12%，照新规要拿30%。也就是说，出资比例得提高{}。", "18个百分点", "28个百分点"),
    (
        "2020年末，海棠银行的存款利率是4.85%。\n\n到2022年末，海棠银行的利率已降到3.25%，比两年前低{}。",
        "1.6个百分点",
        "1.6%",
    ),
    ("第一季度亏损1.2亿元，第二季度亏损收窄到0.9亿元，收窄{}。", "25%", "45%"),
    ("会员2022年末500万，2023年末650万，2024年末780万，两年增长56%，2024年增长{}。", "20%", "30%"),
    ("一张床位的费用，公立院是120元，民营院180元，后者高{}。", "一半", "八成"),
    ("余额先增至{}，再增长75%，两年合计是原来的5.25倍。", "3倍", "2倍"),
    ("下半年7.6万件；其中四季度3.0万件，月均{}。", "1.0万件", "1.4万件"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), APART)
def test_values_that_stand_apart_from_the_size_are_found(text: str, right: str, wrong: str) -> None:
    assert not [f for f in checked(text.format(right)).findings if f.verdict.tone == "red"]
    assert [f for f in checked(text.format(wrong)).findings if f.verdict.tone == "red"]


@pytest.mark.parametrize(("told", "doubted"), [("走量", True), ("涨价", False)])
def test_growth_rests_on_what_grew(told: str, doubted: bool) -> None:
    text = f"租金收入比2021年增长37.5%。收入多了37.5%而订单变少，可见增长靠的是{told}。"
    assert bool([f for f in checked(text).findings if f.check == "conclusions"]) == doubted
