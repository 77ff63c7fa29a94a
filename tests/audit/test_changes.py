"""Claims of change: whatever the verb, two values and a size of one quantity are held against each other."""

from __future__ import annotations

import pytest
from check_cases import checked

WRONG = [
    ("relative_change", "粮库存量从80万吨退到60万吨，瘦身四成。"),
    ("relative_change", "门票由120元落到90元，便宜了三分之一。"),
    ("relative_change", "渔获由2.4万吨掉到1.8万吨，直接腰斩。"),
    ("relative_change", "客房从400间撤到300间，等于三间里丢了一间。"),
    ("relative_change", "票价从80元砍到56元，打了六折。"),
    ("relative_change", "2018年，茶园产茶1260吨，2022年产茶945吨，四年没了四成。"),
    ("relative_change", "2019年末在册船只有250艘，2020年末240艘，2021年末只剩175艘，两年下来等于打了五折。"),
    ("relative_change", "鲜花批发价一度冲到每枝4.00元，节后回落到每枝2.60元，跌了一半。"),
    ("relative_change", "高峰时厂里有1500人，眼下只剩900人，走了一半。"),
    ("relative_change", "与2019年的45.0万张相比，2023年的发卡量只有30.6万张，缩水近一半。"),
    ("relative_change", "今年采购量8.4万吨，比上年的12.0万吨少了四成。"),
    ("relative_change", "钢产量从88万吨压到66万吨，减了32万吨。"),
    ("relative_change", "收入达到12.0亿元，比上年增加2.0亿元，增长30%。"),
    ("relative_change", "一辆标价20.0万元的车，经销商让利3.0万元，相当于让掉25%。"),
    ("relative_change", "2022年，全国票房为300亿元。2023年，全国票房为549亿元，比上年增长63%。"),
    ("relative_change", "检修次数由每年40次减到每年30次，只有原来的一半。"),
    ("relative_change", "Headcount fell from 800 to 600, down 35%."),
    ("relative_change", "Costs went from $12.0 million to $9.0 million, a 40% cut."),
    ("relative_change", "营收从84.0亿元滑到58.8亿元，两年蒸发25.2亿元，超过四成。"),
    ("relative_change", "夜班单由每天90万单涨到每天126万单，涨出七成。"),
    ("points", "净利率从12%掉到9%，吐掉3%。"),
    ("points", "复购率由48%爬到54%，抬了16个百分点。"),
    ("points", "市占率从2021年的27%跌到2023年的22%，三个年头丢了15个百分点。"),
    ("multiples", "下载量从300万翻了两番，冲到900万。"),
    ("multiples", "产值由1.5亿元增长三倍，做到4.5亿元。"),
    ("multiples", "公司门店翻了一番，从240家做到600家。"),
    ("multiples", "Membership tripled from 2,000 to 5,000."),
    ("growth_chain", "投入从2019年的2.00亿元起步，连续四年每年加码20%，到2023年已是3.20亿元。"),
    ("growth_chain", "连续三年各增10%，把产值从10.00亿元做到14.31亿元。"),
    ("growth_chain", "2020年产值1.25亿元，2023年产值2.16亿元，年复合增速30%。"),
    ("growth_chain", "车队从2018年的640辆起，每年增长25%，连增四年，到2022年有1350辆。"),
    ("growth_chain", "2018年成交1.20亿元，此后每年增长五成，三年后做到5.05亿元。"),
    ("relative_change", "甲店从50人减到40人，乙店从60人减到45人，分别减少30%和25%。"),
    ("relative_change", "2015年6月的市值是320亿元，如今是48亿元，蒸发了65%。"),
    ("relative_change", "净利率由4.2%缩到1.4%，只有当初的一半。"),
    ("period_basis", "飞行检查由每半年1次变成每季度1次，频率没有变化。"),
    ("period_basis", "巡检从每季度3次改为每月2次，按全年算，次数少了三分之一。"),
    ("period_basis", "以前每两个月办3场，如今每个季度办3场，月均场次没有变化。"),
    ("period_basis", "航班由每周84班改为每天9班，每周航班少了一半。"),
    ("period_basis", "上限由每半年6次收紧为每季度2次，收紧70%。"),
]  # fmt: skip
RIGHT = [
    "上限由每半年不超过6次收紧为每季度不超过2次，按月收紧三分之一。",
    "检查由每季度3次增至每月2次，增长一倍。",
    "渡轮原来每周84班，降为每天9班，减少25%。",
    "以前每两个月办3场，如今每个季度办3场，月均减少三分之一。",
    "连续三年各增10%，从10.00亿元增至13.31亿元。",
    "连续四年增长20%，从5.00亿元增至10.37亿元。",
    "收入从5.00亿元增至10.00亿元，连续四年增长。",
    "毛利率62%退到57%，丢了5个百分点。",
    "分担率由31%滑到22%，矮了9个百分点，也就是近三成。",
    "员工由2400人裁到1800人，四个人里走了一个。",
    "股价从40元跌到10元，只剩四分之一，市值蒸发300亿元。",
    "客流腰斩，从3.0万人次降到1.5万人次。",
    "等候时间从40分钟缩短到25分钟，快了近四成。",
    "原价300元的门票优惠90元，相当于打了七折。",
    "收入达到12亿元，比上年增加2亿元，增长20%。",
    "2022年营收10亿元。2023年上半年营收7亿元，同比增长50%。",
    "2021年收入10亿元，2022年12亿元，2023年15亿元，三年增长五成。",
    "净利率由4.2%缩到1.4%，只有当初的三分之一。",
    "跌幅从3%扩大至5%，多跌2个百分点。",
    "平均时速从60公里提到80公里，快了三分之一。",
    "净利润从-3.0亿元回升到2.0亿元，增加5.0亿元。",
    "收入从100亿元增长到120亿元，增长20%，两年平均增长9.5%。",
    "青岚医院2023年门诊量达到132万人次，同比增长10%，2022年为120万人次。",
    "甲店从50人减到40人，乙店从60人减到45人，分别减少20%和25%。",
    "Headcount fell from 800 to 600, down 25%, while sales rose 10%.",
]  # fmt: skip
OF_SOMETHING_ELSE = [
    "门店从100家增至120家，营收增长30%。",
    "门店从100家增至120家，客单价却下降8%，人手少了两成。",
    "销量由10.0万辆升至12.0万辆，行业平均只增长5%。",
    "销量由10.0万辆升至12.0万辆，比行业快15个百分点。",
    "销量由10.0万辆升至12.0万辆，其中出口增长50%。",
    "销量由10.0万辆升至12.0万辆，预计明年再增长50%。",
    "销量由10.0万辆升至12.0万辆，占全国的8%。",
    "毛利率从30%降到25%，净利率5%。",
    "2020年有骑手186人，今年8月只剩124人，少了三分之一。",
    "2017年的造价1150元，去年只要690元，省去四成。",
    "价格从100元涨到130元，随后回落10%。",
    "门店从1180家减到875家，关了400家，新开95家。",
    "班次从每天40班增到每天60班，每周多出140班。",
    "价格从50元降到40元，会员可再打九折。",
    "从3月的120单到5月的90单，客单价涨了一成。",
    "补贴从2万元到20万元不等，平均涨幅10%。",
    "营收从10.0亿元降至8.0亿元，减员30%，降薪一成。",
    "2022年收入100亿元，同比增长8%，2023年收入120亿元，增速提高12个百分点。",
    "2023年上半年实现营收120.5亿元，同比增长15%，其中二季度营收65.2亿元，环比增长18%。",
    "Revenue fell from $84.0 million to $50.4 million; costs were cut by 25%.",
    "The margin slid from 30% to 24%, while costs rose 12%.",
    "Stores rose from 100 to 120, lifting revenue by 30%.",
]  # fmt: skip


def accused(text: str) -> list[str]:
    """The checks that accuse."""
    return [f.check for f in checked(text).findings if f.verdict.tone == "red"]


@pytest.mark.parametrize(("check", "text"), WRONG)
def test_a_size_that_does_not_fit_is_raised_whatever_the_verb(check: str, text: str) -> None:
    assert check in accused(text)


@pytest.mark.parametrize("text", RIGHT)
def test_a_size_that_fits_under_some_reading_is_not_accused(text: str) -> None:
    assert accused(text) == []


@pytest.mark.parametrize("text", OF_SOMETHING_ELSE)
def test_a_size_of_something_else_is_left_alone(text: str) -> None:
    assert accused(text) == []


def test_a_rate_by_count_alone_is_told_apart_from_the_rate_by_time() -> None:
    (found,) = [
        f for f in checked("上限由半年6次收紧为每季度2次，收紧67%。").findings if f.check == "period_basis"
    ]
    assert found.verdict.code == "partly"
    assert "−33.3%" in found.said.zh


def test_a_turn_of_phrase_is_shown_as_the_text_has_it() -> None:
    (found,) = [f for f in checked("渔获由2.4万吨掉到1.8万吨，腰斩。").findings if f.verdict.tone == "red"]
    assert "“腰斩”" in found.said.zh
    assert len(found.items) == 2  # the values; the phrase is no figure
    assert any(span.quote == "腰斩" for span in found.spans)
