"""Amounts whose operands stand beside them in plain words, with others in between; and correct ones that look wrong."""

from __future__ import annotations

import pytest

from tests.audit.check_cases import checked, table

_SHIFTS = table("产线 | 巡检（次） | 隐患（处）", "甲 | 620 | 14", "乙 | 480 | 9", "丙 | 700 | 21")
_LINES = table("线路 | 运量（万吨）", "1号线 | 58", "2号线 | 43", "3号线 | 27")
_GOODS = table(
    "货品 | 单价（元/箱） | 数量（箱） | 金额（元）", "雪梨 | 40 | 30 | 1200", "黄桃 | 55 | 20 | 1100"
)
_PRICES = table("方式 | 年利率 | 利息（元）", "到期取 | 2.60% | 1318.40", "提前取 | 0.30% | 152.10")

WRONG = [
    # a goal, what was done, and how far off it is
    "街道年初定下募集300万元的计划，到年底募到216万元，离计划还差94万元。",
    "全年任务是修渠45公里，秋收前修了31公里，距全年任务还差24公里。",
    "工厂年度目标2600吨，实际产出2940吨，超出目标440吨。",
    # how much more it is than what stands right before
    "今年入园游客36万人，比去年的29万人多9万人。",
    "本期订户5200户，较上期的4700户多400户。",
    # a whole that is called by its name and time
    "去年学员250人，今年300人。转成正课的有150人，是去年学员的50%。",
    "上年门店80家，本年100家。翻新过的有60家，占上年门店的60%。",
    # a part that its sentence is about
    "这次收购用了三个月，累计买进900万股，均价8元。公司总股本4.5亿股，收购数占20%。",
    # ratios by their names, whichever is told first
    "一季度毛利率26%，去年同期为22%。收入80亿元，毛利17.6亿元。",
    "公司年末实际资本96亿元，最低资本60亿元，综合偿付能力充足率150%。",
    # counts of people that a share cannot be of
    "我们在小区里问了30位被涨租的住户，72%说打算搬走。",
    # days that are told to count both ends
    "展销从9月3日到9月16日，首尾两天都算，共13天。",
    "集训从7月5日办到7月24日，含首尾共19天。",
    # a product behind other counts
    "去年装了路灯1500盏，今年装2500盏，两年合计4000盏。每盏灯电费补贴300元，今年要补贴7.5万元。",
    # a rest of what is in its own sentence
    "场馆有保安12人、保洁9人、检票7人。报名志愿者的有150人，录用118人，未录用37人。",
    "仓库收了90台设备，验收合格84台。修好后又合格4台，剩下3台退回。",
    # the sum of two years, a sentence further on
    "该站2022年罚没36万元，2023年罚没27万元。罚没款全部上缴县财政。依据是当地的办法。两年的罚没款合计73万元。",
    # rows of a table
    f"{_SHIFTS}\n\n三条产线共巡检1900次。",
    f"{_LINES}\n\n1、2号线合计121万吨。",
    f"{_GOODS}\n\n雪梨比黄桃多卖150元。",
    f"{_PRICES}\n差额 | 2.30% | 1266.30 |",
]


@pytest.mark.parametrize("text", WRONG)
def test_an_error_is_found(text: str) -> None:
    assert any(f.verdict.tone == "red" for f in checked(text).findings)


RIGHT = [
    "街道年初定下募集300万元的计划，到年底募到216万元，离计划还差84万元。",
    "全年任务是修渠45公里，春天修了12公里，秋天修了19公里，距全年任务还差14公里。",
    "年度目标2600吨，上半年产出1200吨，其中出口500吨，距目标还差1400吨。",
    "今年入园游客36万人，比去年的29万人多7万人。",
    "今年入园游客29万人多，比去年的26万人多一些。",
    "招聘会来了3000人多，成交意向1200份多。",
    "去年学员250人，今年300人。转成正课的有150人，是今年学员的50%。",
    "去年学员250人，今年300人。转成正课的有150人，是去年学员的60%，占今年的50%。",
    "这次收购用了三个月，累计买进900万股，均价8元。公司总股本4.5亿股，收购数占2%。",
    "一季度毛利率26%，去年同期为22%。收入80亿元，毛利20.8亿元。",
    "全集团毛利率26%。西南公司收入80亿元，毛利17.6亿元。",
    "毛利率26%。收入80亿元，其中零售收入20亿元，毛利4亿元。",
    "公司年末实际资本96亿元，最低资本60亿元，综合偿付能力充足率160%，核心偿付能力充足率110%。",
    "我们走访了30家被涨租的门店，毛利率28%。",
    "我们在小区里问了30位被涨租的住户，70%说打算搬走。",
    "展销从9月3日到9月16日，首尾两天都算，共14天。",
    "展销从9月3日到9月16日，首尾两天都下雨，中间12天放晴。",
    "展销从9月3日到9月16日，共13天。",
    "设备造价50万元，厂里补贴20万元，补贴恰为四成，余下30万元由各队分摊。",
    "四个季度的报修分别是600件、450件、360件、150件，一季度平均每月200件。",
    "公司净资产8亿元，两类借款顶格合计32亿元，加上净资产是40亿元。",
    "甲线从60亿元降到35亿元，乙线从20亿元降到14亿元，两项合计少了31亿元。",
    "参加考核的50名学员里，44人过关，过关率88%；补考后又有4人过关，最终过关48人。",
    "场馆有保安12人、保洁9人、检票7人。报名志愿者的有150人，录用118人，未录用32人。",
    "该站2022年罚没36万元，2023年罚没27万元。罚没款全部上缴县财政。两年的罚没款合计63万元。",
    f"{_SHIFTS}\n\n三条产线共巡检1800次，乙产线最少。",
    f"{_LINES}\n\n1、2号线合计101万吨，三条线共128万吨。",
    f"{_GOODS}\n\n雪梨比黄桃多卖100元，黄桃的单价比雪梨贵15元。",
    f"{_PRICES}\n差额 | 2.30% | 1166.30 |",
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_correct_one_is_left_alone(text: str) -> None:
    assert not [f.said.zh for f in checked(text).findings if f.verdict.tone == "red"]


def test_the_reasons_of_a_section_are_the_ones_that_are_counted() -> None:
    parts = "\n\n".join(
        f"### 原因{n}：{what}\n\n这里是说明。"
        for n, what in zip("一二三四", ["租金", "人工", "原料", "竞争"], strict=True)
    )
    text = "一家店为什么关门？{}个原因讲清楚。\n\n## 一、先看账\n\n账目如下。\n\n"
    text += "## 二、原因\n\n{}\n\n## 三、小结\n\n就这些。"
    assert not [f for f in checked(text.format("四", parts)).findings if f.check == "announced"]
    assert [f for f in checked(text.format("五", parts)).findings if f.check == "announced"]
