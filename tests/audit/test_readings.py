"""Readings beyond one sentence: years of a table, lists as tables, numbers told again, conclusions, regulations."""

from __future__ import annotations

import pytest
from check_cases import checked

YEARS = (
    "项目 | 2021年 | 2022年 | 2023年 |\n---|---|---|---|\n"
    "门店数（家） | 80 | 100 | 60 |\n好评率 | 91% | 88% | 82% |\n\n## 一、收缩\n\n"
)
LIST = "**门店数（年末）**\n- 2021年：80家\n- 2022年：100家\n- 2023年：60家\n\n## 一、收缩\n\n"
RENT = "每月要花700元：\n\n- 房租：400元\n- 水电：100元\n- 人工：{}元\n\n钱就这样花掉了。"

WRONG = [
    ("timed_changes", YEARS + "2023年末门店数60家，同比减少{}。", "40%", "60%"),
    ("timed_changes", YEARS + "好评率较2022年下滑{}。", "6个百分点", "16个百分点"),
    ("timed_changes", LIST + "2023年门店数减少{}。", "40%", "60%"),
    ("sums", RENT, "200", "300"),
    ("window_rates", "上半年卖出9万件，三季度卖出6万件，月均销量{}。", "提高三分之一", "下降三分之一"),
    ("verdict_words", "公司负债率78%，{}70%的警戒线。", "已经越过", "还没有碰到"),
    ("verdict_words", "线上收入的占比从38%升到52%，{}。", "已经过半", "仍然不到一半"),
    ("labels", "获客成本由186元涨到{}，两年涨了不少。", "305元", "305GB"),
    ("conclusions", "单价由3.2元涨到4.1元，难怪用户觉得{}。", "贵了", "便宜了"),
    ("conclusions", "订单量增长8%，骑手增加33%，平均每个骑手接到的单子{}。", "变少了", "变多了"),
    ("conclusions", "收入增长12%，成本增长20%，利润空间因此{}。", "收窄", "扩大"),
    ("conclusions", "收入涨了12%，成本涨了20%，成本跑得比收入{}。", "快", "慢"),
    ("conclusions", "客流下降12%，票价上调15%，票款收入因此{}。", "略有增加", "大幅减少"),
    ("told_again", "目前公司有门店1240家。\n\n## 一、扩张\n\n这{}家门店里，三成亏损。", "1240", "1420"),
]
POLICY = [
    ("《个人信息保护法》于{}经全国人大常委会表决通过。", "2021年8月20日", "2020年8月20日"),
    ("《个人信息保护法》2021年8月20日表决通过，{}施行。", "同年11月1日起", "次年11月1日起"),
    ("随着{}个人信息保护法的实施，推荐算法不再好使。", "2021年", "2019年"),
    ("{}起，《数据安全法》就要求平台对数据分类分级。", "2021年9月", "2018年9月"),
    ("China's Personal Information Protection Law took effect on {}.", "1 November 2021", "1 March 2023"),
    ("{}发布的《征信业务管理办法》要求断直连。", "中国人民银行", "银保监会"),
    ("《征信业管理条例》规定，不良信息的保存期限为{}。", "5年", "7年"),
    ("《消费金融公司管理办法》要求杠杆率{}。", "不得低于4%", "不得低于50%"),
    ("《银行保险机构消费者权益保护管理办法》共{}条。", "57", "75"),
    ("“{}号文”（《关于规范整顿“现金贷”业务的通知》）叫停无场景贷款。", "141", "147"),
    ("《信息安全技术 网络安全等级保护基本要求》（{}）分五级。", "GB/T 22239-2019", "GB/T 22239-2016"),
    ("银保监规〔2022〕14号又将存量整改的宽限放到{}。", "2023年6月30日", "2022年12月31日"),
    ("《民法典》{}写得明白，禁止高利放贷。", "第六百八十条", "第六百零八条"),
]


@pytest.mark.parametrize(("key", "text", "right", "wrong"), WRONG)
def test_an_error_is_found_and_the_correct_text_is_not_accused(
    key: str, text: str, right: str, wrong: str
) -> None:
    assert [f for f in checked(text.format(right)).findings if f.verdict.tone in ("red", "amber")] == []
    assert key in [f.check for f in checked(text.format(wrong)).findings]


@pytest.mark.parametrize(("text", "right", "wrong"), POLICY)
def test_what_is_said_of_a_regulation_is_held_against_the_register(text: str, right: str, wrong: str) -> None:
    assert [f for f in checked(text.format(right)).findings if f.check == "policy"] == []
    assert "policy" in [f.check for f in checked(text.format(wrong)).findings]


@pytest.mark.parametrize(
    "text",
    [
        "岭秀购余额2022年末35.2亿元、2023年末128.9亿元、2024年末301.5亿元，两年增长约7.6倍。",
        "一份合同本金26160元，恰为2180元的12倍，日利率0.04%，首日利息十元出头。",
        "最低日利率0.045%，以365天计，即借1万元每天付息4.5元。",
        "剩下的11家还能撑多久？公司原有24家，关了13家。",
        "投诉量从310件降到120件，服务质量明显改善。",
        "全年投诉800件：催收类400件，占50%；费用类240件，占30%；其他160件，占20%。",
    ],
)
def test_what_is_easily_misread_is_not_accused(text: str) -> None:
    assert [f for f in checked(text).findings if f.verdict.tone == "red"] == []
