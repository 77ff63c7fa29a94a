"""Parts, wholes and rows that a text names rather than states side by side: what is left, listed, or more."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, table

YARDS = table(
    "码头 | 泊位（个） | 在用（个） | 泊位使用率",
    "北港 | 40 | 34 | 85%",
    "南港 | 25 | 15 | {}",
    "东港 | 50 | 36 | 72%",
    "西港 | 20 | 11 | 55%",
)
BOOKS = table(
    "门类 | 2022年（万册） | 2023年（万册） | 变动 | 2023年占比",
    "小说 | 40.0 | 46.0 | 15.0% | 46%",
    "绘本 | 20.0 | 30.0 | 50.0% | 30%",
    "教辅 | 30.0 | 24.0 | -20.0% | 24%",
)
YEARS = table(
    "地区 | 2022年（亿元） | 2023年（亿元） | 增速",
    "江北 | 30.0 | 33.0 | 10%",
    "江南 | 20.0 | 25.0 | 25%",
    "山里 | 6.0 | 5.4 | -10%",
)
CLINICS = table(
    "片区 | 年末诊所（家） | 较年初（家） | 日均就诊（人次）",
    "河东 | 64 | -12 | 310",
    "河西 | 48 | 20 | 260",
    "新区 | 30 | 9 | 190",
)
COSTS = "一年的大头是：\n\n- 饲料：36万元\n- 人工：20万元\n- 水电：8万元\n- 防疫：4万元\n\n"

WRONG = [
    ("ratio_columns", YARDS.format("50%")),
    ("tallies", COSTS + "以上四项共78万元。"),
    ("listed_shares", COSTS + "四项加起来68万元，饲料占了约35%。"),
    ("part_shares", "一只蛋糕定价80元，原料成本24元，占定价的40%。"),
    ("ratio_shares", "全县共有学校250所。\n\n撤并之后，山区剩下50所，恰好占全部学校的四分之一。"),
    ("part_shares", "1200家门店贡献60亿元。前300家门店贡献24亿元，占三成。"),
    ("rest_shares", "前十名选手拿走奖金15万元，占三成，其中第一名占一成；其余选手合计占60%。"),
    ("shares", "赔付总额达18亿元，其中车险12亿元，占三分之一。"),
    ("tallies", "每100元里，房租占30元、工资占25元、水电占5元，三项合计70元。"),
    ("rest_shares", "全年抽检达标率为97.5%，不达标率为3.5%。"),
    ("announced", "翻修分五步：先腾空房间，再拆旧墙，然后铺管线，最后刷漆。"),
    ("announced", "能不能赚钱，要看四样东西：一是租金，二是客流，三是损耗。"),
    ("annualised", "逾期后按日万分之四计收，相当于年化约8%。"),
    ("annualised", "这笔分期月费率0.6%，名义上一年合计6%，实际年化接近13%。"),
    ("fund_yield", "这只货币基金万份收益0.48元，折合年化约4.8%。"),
    ("by_units", "全年卖出12万件，件均售价50元，合计6000万元。"),
    ("conversions", "粮库年处理稻谷2.5万吨，每吨加工费120元，一年约3000万元。"),
    ("date_order", "这款车2020年4月上市，2019年6月停售。"),
    ("times_told", "水厂2020年3月奠基，2022年3月交付，工期超过四年。"),
    ("ages", "书店2009年6月开业，2024年6月满二十周年。"),
    ("hard_limits", "机房全年可用性为109.9%。"),
    ("row_extremes", BOOKS + "\n\n增长最快的门类是小说。"),
    ("text_table", YEARS + "\n\n江南收入达到52.0亿元，江南收入达到27.0亿元。"),
    ("text_table", YEARS + "\n\n江北38.0亿元的体量依然最大。"),
    ("row_order", BOOKS + "\n\n2023年绘本已高于小说。"),
    ("row_order", BOOKS + "\n\n绘本卖得很快，已经超过小说。"),
    ("row_deltas", BOOKS + "\n\n2023年绘本销量为30.0万册，比上年多卖15.0万册。"),
    ("row_deltas", CLINICS + "\n\n河东诊所增加12家，剩下64家。"),
]  # fmt: skip
RIGHT = [
    YARDS.format("60%"),
    COSTS + "以上四项共68万元，饲料占了约53%。",
    "一只蛋糕定价80元，原料成本24元，占定价的30%。",
    "全县共有学校250所。\n\n撤并之后，山区剩下50所，恰好占全部学校的五分之一。",
    "1200家门店贡献60亿元。前300家门店贡献24亿元，占四成。",
    "前十名选手拿走奖金15万元，占三成，其中第一名占一成；其余选手合计占70%。",
    "赔付总额达18亿元，其中车险12亿元，占三分之二。",
    "每100元里，房租占30元、工资占25元、水电占5元，三项合计60元，剩下的是原料、折旧、营销和利润。",
    "全年抽检达标率为97.5%，不达标率为2.5%。",
    "翻修分四步：先腾空房间，再拆旧墙，然后铺管线，最后刷漆。",
    "逾期后按日万分之四计收，相当于年化约15%。",
    "这笔分期月费率0.6%，名义上一年合计7.2%，实际年化接近13%。",
    "这只货币基金万份收益0.48元，折合年化约1.75%。",
    "全年卖出12万件，件均售价50元，合计600万元。",
    "粮库年处理稻谷2.5万吨，每吨加工费120元，一年约300万元。",
    "水厂2020年3月奠基，2022年3月交付，工期两年。",
    "书店2009年6月开业，2024年6月满十五周年。",
    BOOKS + "\n\n增长最快的门类是绘本，2023年小说仍高于绘本，绘本比上年多卖10.0万册。",
    CLINICS + "\n\n河东诊所减少12家，剩下64家。",
]  # fmt: skip
TRICKY = [
    YARDS.format("60%").replace("泊位使用率", "准点率").replace("85%", "91%").replace("72%", "64%"),
    COSTS + "其中三项合计64万元。",
    COSTS + "加上折旧，五项合计75万元。",
    "一只蛋糕定价80元，原料成本24元，占同行定价的40%。",
    "全县共有学校250所。\n\n山区剩下50所，占全省山区学校的四分之一。",
    "1200家门店贡献60亿元。前300家门店拿到补贴2.4亿元，占三成。",
    "前十名占三成；其余选手中60%来自外地。",
    "堂食和外送合计占七成，堂食占比比前一年的50%低了5个百分点。",
    "三项合计75元，剩下的是水电、折旧、营销和利润。",
    "这只货币基金万份收益0.48元，近七日年化2.1%。",
    "商场2009年成立，2023年12月迎来十五周年。",
    "水厂2020年3月奠基，2022年3月交付，质保五年。",
    "2023年收入18.9亿元。\n\n2023年收入离20亿元只差1亿元多一点。",
    "日均到店从210人升到216人。\n\n会员则从60人变成120人。",
    "营收从31.0亿元增到75.6亿元，而电费同期涨到了原来的三倍多。",
    BOOKS + "\n\n绘本并没有超过小说。如果绘本高于小说，排名会变。2021年绘本曾高于小说。",
    BOOKS + "\n\n绘本增量10.0万册，相当于小说增量的1.67倍，也只是全部销量的一成。",
    BOOKS + "\n\n绘本三年多卖18.0万册。绘本每月多卖1.0万册。绘本预计明年增加5.0万册。",
    CLINICS + "\n\n河东诊所规模比新区大出一半还多。",
]  # fmt: skip


def reds(text: str) -> list[str]:
    return [f.said.zh for f in checked(text).findings if f.verdict.tone == "red"]


@pytest.mark.parametrize(("check", "text"), WRONG)
def test_what_does_not_fit_its_whole_is_red(check: str, text: str) -> None:
    found = [f for f in raised(text, check) if f.verdict.tone == "red"]
    assert found
    for one in found:
        assert one.spans
        assert one.formula.zh or check in ("announced",)
        assert "{" not in one.said.zh + one.said.en


@pytest.mark.parametrize("text", RIGHT)
def test_what_fits_is_no_accusation(text: str) -> None:
    assert reds(text) == []
    assert checked(text).passed


@pytest.mark.parametrize("text", TRICKY)
def test_what_only_looks_alike_is_left_alone(text: str) -> None:
    found = [
        f for f in checked(text).findings if f.verdict.tone == "red" or f.check in ("conflict", "told_again")
    ]
    assert [f.said.zh for f in found] == []


def test_a_date_of_the_next_law_is_not_held_against_the_one_before() -> None:
    text = "小程序绕不开自2021年11月1日起施行的《个人信息保护法》和2021年9月1日起施行的《数据安全法》。"
    assert raised(text, "policy") == []


@pytest.mark.parametrize(
    "text",
    [
        BOOKS + "\n\n绘本的毛利率高于小说，绘本的单本价也高于小说。",
        CLINICS + "\n\n河东诊所今年新开5家、关掉17家。",
        YEARS + "\n\n扣除补贴后，江北规模31亿元。江北税前利润4.1亿元。江北上一轮收入24亿元。",
        YEARS + "\n\n增长最多的是江南，增速最慢的是山里，江北仍高于江南。江南线下渠道增加2.1亿元。",
        "这款杯子2019年3月上市，2023年5月停售，卖了三年才回本。",
        "基金2018年1月成立，2021年3月发布年报，存续期十年。",
        "2019年3月立项，2023年9月投产，建设期两年。",
        "正常贷款年化7.2%，逾期按日万分之五加收。",
        "逾期按日万分之五计收，正常年化7.2%。",
        "公司年处理垃圾30万吨，每吨补贴120元，一年电费收入1.1亿元。",
        "优良率96%，不良率1.5%。",
        "水费30元、电费50元、物业费200元，后两项合计250元，三项合计280元。",
    ],
)
def test_what_tells_of_something_else_is_left_alone(text: str) -> None:
    assert reds(text) == []
