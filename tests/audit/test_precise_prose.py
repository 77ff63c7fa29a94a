"""Pairs of one kind of sentence without a table: the correct one is not accused, the one with a slip still is."""

from __future__ import annotations

import pytest

from tests.audit.check_cases import checked

PAIRS = (
    # another time, another base, or what a price becomes behind it
    (
        "四周里阳性率从12%升到35%，提高了23个百分点，第49周才回落5个百分点。",
        "四周里阳性率从12%升到35%，提高了32个百分点，第49周才回落5个百分点。",
    ),
    ("这支股票从12元跌到9元，跌幅25%，要涨回原价需上涨33.3%。", "这支股票从12元跌到9元，跌幅35%。"),
    ("民宿一晚428元，旺季上浮50%到642元，淡季则打八折，只要342.4元。", "民宿一晚428元，旺季642元，贵了八成。"),
    (
        "新房在丁市只要81万元。丙市均价较2021年高点的1.35万元回落18.5%。",
        "2021年门票200元，今年150元，比2021年降了35%。",
    ),
    (
        "公司2023年营业收入64.00亿元、净利润5.76亿元。今年净利润12.96亿元。净利润则比2023年增长1.25倍。",
        "公司2023年营业收入64.00亿元、净利润5.76亿元。今年净利润12.96亿元。净利润则比2023年增长2.25倍。",
    ),
    (
        "发热门诊一天最多接诊320人，平时只有80人，翻了两番。",
        "发热门诊一天最多接诊320人，平时只有80人，翻了三番。",
    ),
    (
        "用电高峰8月达到1.2亿千瓦时，是4月的1.5倍，4月只有8000万千瓦时。",
        "用电高峰8月达到1.2亿千瓦时，是4月的2.5倍，4月只有8000万千瓦时。",
    ),
    ("双人套餐价88元，比单点便宜18元，相当于八三折。", "双人套餐价88元，比单点便宜18元，相当于六三折。"),
    ("去年他赚了12万元，今年少赚3万元，少了25%。", "去年他赚12万元，今年少赚3万元，少了35%。"),
    ("接驾时间从5分40秒缩短到4分15秒，快了四分之一。", "接驾时间从40秒缩短到15秒，快了四分之一。"),
    ("甲方支付合同价的60%，即180万元，余下120万元一年后付清。", "房租由180万元降到120万元，降了60%。"),
    ("年卡折合每月约167元，比月卡便宜132元，相当于打了五六折。", "年卡每月167元，比月卡便宜132元，打了八折。"),
    (
        "同比增速由一季度的6.2%放缓到二季度的5.8%，上半年合计增长6%。",
        "同比增速由一季度的6.2%放缓到二季度的5.8%，回落0.4%。",
    ),
    ("Unemployment fell from 5.1% to 4.6%, half a percentage point.",
     "Unemployment fell from 5.1% to 4.1%, half a percentage point."),
    # shares
    ("问卷收回40份，有6人弃答，占15%。", "随机问了40人，其中13.4%不满意。"),
    (
        "全省报名36.8万人，其中物理类21.4万人，历史类15.4万人，前者占58%。",
        "全省报名36.8万人，其中物理类21.4万人，历史类15.4万人，前者占48%。",
    ),
    ("三班最高分100分，最低分38分，全距62分。选择题每题3分，共20题，占总分的六成。",
     "全卷满分150分，其中选择题60分，占满分的六成。"),
    # by time
    (
        "四周的支取额分别为9.6亿元、7.2亿元、5.4亿元和3.8亿元，合计26.0亿元，平均每周6.5亿元。",
        "28天共支取28亿元，平均每周8亿元。",
    ),
    ("每百名门诊病人里有流感样病例6.2人，上一周是6.9人。", "店里一共有员工6.9人。"),
    ("银行卡年费10元、短信费每月2元，一年合计34元。", "短信费每月2元，一年合计34元。"),
    ("首月试用1元，次月起每月25元自动扣费，一年共276元。", "每月25元自动扣费，一年共276元。"),
    ("透支1万元，按日息万分之五算，一个月利息150元左右。", "透支1万元，按日息万分之五算，每天利息15元。"),
    (
        "存10万元一年得息3850元。如今利率为2.75%，同样10万元一年少拿1100元，少了28.6%。",
        "存10万元，年利率2.75%，一年利息3850元。",
    ),
    ("按借款1万元、足额占用一年计，19.6%相当于每天成本约5.4元。",
     "按借款1万元、足额占用一年计，19.6%相当于每天成本约0.5元。"),
    ("Inflation slowed to 3.2% from 3.4% a month earlier and 10.1% a year before.",
     "The loan costs 2% a month, or 34% a year."),
    ("大桥历时9年建成，设计使用寿命120年。新规自2024年7月1日起施行，至2029年6月30日止。",
     "新规自2024年7月1日起施行，至2029年6月30日止，历时9年。"),
    # units
    (
        "公司拟每10股派现2.70元，上年为1.80元，按总股本12亿股计算，合计派现3.24亿元。",
        "公司拟每10股派现2.70元，上年为1.80元，按总股本12亿股计算，合计派现32.4亿元。",
    ),
    ("每100克牛奶含蛋白质3.2克、钙104毫克，一天喝300毫升大约补钙312毫克。",
     "每亩产560公斤，全县50万亩，总产2.8万吨。"),
    # parts, labels, English
    (
        "2022年末注册21.5万人。活跃司机从12.6万人增至12.9万人。",
        "共有28.5万人：男性12.6万人，女性12.9万人。",
    ),
    ("汽车类318.2亿元，下降2.6%（上年326.7亿元）。", "每天经手30单（上年2.4万元）。"),
    ("Rents average $1,450 a month, 29% of the median income of $60,000.",
     "Of the budget of $60,000, rent takes $14,500, or 39%."),
)  # fmt: skip


def _reds(text: str) -> list[str]:
    return [f"{f.check}: {f.said.zh}" for f in checked(text).findings if f.verdict.tone == "red"]


@pytest.mark.parametrize(("right", "wrong"), PAIRS)
def test_the_correct_one_is_left_alone_and_the_wrong_one_found(right: str, wrong: str) -> None:
    """Both are of one kind: what acquits the first does not hide the second."""
    assert not _reds(right)
    assert _reds(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "弃风率上年为2.4%，快于前一年的1.6%。门诊次均费用为3.1%，比上年低1.2个百分点。",
        "登记选民1.25万人，次轮投票率78.4%。三年前张某只拿到28%，这一次首轮就提高14个百分点。",
        "首贷户占新增户数的87.5%。信用贷款余额486亿元，占三成，比年初提高2个百分点。",
        "黄金周7天运送旅客15.4万人次，日均2.2万人次，比平日多18%。",
        "按揭还剩12年，每月少还150元，现在还3200元。",
        "The average order was worth $500. The shop took $180m, and online orders were 62% of the total.",
    ],
)
def test_values_of_other_things_are_not_paired(text: str) -> None:
    """Names of its own sentence, means beside totals, and what is not told at all."""
    assert not _reds(text)


def test_growth_by_once_has_one_reading() -> None:
    """增加了一倍 cannot mean that it became once as much."""
    assert not [
        f for f in checked("退改签费收入320万元，投诉量增加了一倍。").findings if f.check == "multiples"
    ]
