"""Several things told with the same numbers, in prose or a table: what is said of them is held against them."""

from __future__ import annotations

import pytest

from tests.audit.check_cases import alone, checked, raised, table

CANTEENS = table("食堂 | 3月 | 4月", "东区 | 210 | 252", "西区 | 340 | 374", "南区 | 180 | 171")
EXAMS = table("年级 | 报考人数 | 通过人数", "高一 | 240 | 180", "高二 | 200 | 170", "高三 | 260 | 182")
SPORTS = "女子组冠军用时18分钟，男子组冠军用时15分钟。"
FARMS = "柳庄收了2.4万吨，种了0.6万亩；杏坪收了3.0万吨，种了1.0万亩；石桥收了2.0万吨，种了0.4万亩。"
LOANS = "住房贷款余额90亿元，增长4%；经营贷款余额40亿元，增长16%；消费贷款余额25亿元，增长9%。"
VISITS = "图书馆到馆人次2021年为40万人次，2022年为36万人次，2023年为44万人次，2024年为60万人次。"
COSTS = "人工费用2.0亿元，材料费用3.2亿元，能源费用0.8亿元，三项费用合计6.0亿元。"
LINES = "市区公交3路日均客流3.1万人次，5路2.2万人次，9路1.6万人次。"

CASES = (
    # check, the text, what is wrong in it, what is right
    ("things_tops", CANTEENS + "\n\n环比增幅最大的是{}。", "西区", "东区"),
    ("things_tops", CANTEENS + "\n\n增长最快的是{}，增长20%。", "西区", "东区"),
    ("things_tops", EXAMS + "\n\n通过率最低的是{}，只有70%。", "高一", "高三"),
    ("things_tops", FARMS + "亩产最高的是{}。", "杏坪", "石桥"),
    ("things_tops", LOANS + "三类贷款中增长最快的是{}。", "住房贷款", "经营贷款"),
    ("things_tops", VISITS + "其中{}增加最多。", "2023年", "2024年"),
    ("things_tops", LINES + "客流最大的是{}。", "5路", "3路"),
    ("things_tops", "四个季度的发电量分别为1.6亿、1.1亿、0.9亿和1.4亿千瓦时。{}发电最多。", "四季度", "一季度"),
    ("things_order", LOANS + "消费贷款的增速{}经营贷款。", "高于", "低于"),
    ("things_order", FARMS + "杏坪的亩产{}柳庄。", "高于", "低于"),
    ("things_order", EXAMS + "\n\n高二的通过率{}高一。", "低于", "高于"),
    ("things_order", SPORTS + "男子组比女子组快{}分钟。", "5", "3"),
    ("things_order", LINES + "客流最大的是3路，比9路多{}万人次。", "2.5", "1.5"),
    ("things_shares", COSTS + "能源费用不到材料费用的{}。", "两成", "三成"),
    ("things_shares", COSTS + "其中材料费用{}。", "不到一半", "超过一半"),
    ("things_shares", "门票收入占全园收入的比重为72%，{}。", "不到七成", "超过七成"),
    ("trends", VISITS + "2022年以来到馆人次{}。", "逐年减少", "逐年增加"),
    ("trends", table("年度 | 利润（亿元）", "第一年 | 3.0", "第二年 | 3.4", "第三年 | 3.1", "第四年 | 3.9") +
     "\n\n四年间{}。", "逐年上升", "先升后降再升"),
)  # fmt: skip


@pytest.mark.parametrize(("key", "text", "wrong", "right"), CASES)
def test_a_claim_on_several_things_is_held_against_their_numbers(
    key: str, text: str, wrong: str, right: str
) -> None:
    """The wrong word is found by the check, the right one is left alone by all."""
    assert alone(text.format(wrong), key)
    assert not [f for f in checked(text.format(right)).findings if f.verdict.tone == "red"]


CORRECT = (
    CANTEENS + "\n\n南区是唯一下降的食堂，4月只有171人次。",
    # another measure, another whole, another time than the one that is told
    CANTEENS + "\n\n增量最大的是东区，西区基数更大。",
    CANTEENS + "\n\n人均消费最高的是南区。",
    CANTEENS + "\n\n投诉最多的是西区，达到30件。",
    CANTEENS + "\n\n去年4月增长最快的是西区。",
    CANTEENS + "\n\n南区的客单价高于西区。",
    CANTEENS + "\n\n西区5月卖了400份。",
    CANTEENS + "\n\n东区4月的外卖订单有86单。",
    EXAMS + "\n\n优秀率最高的是高三，达到21%。",
    EXAMS + "\n\n高一的通过率低于高二，却高于高三。",
    EXAMS + "\n\n通过人数最多的是高三，通过率最高的却是高二。",
    EXAMS + "\n\n除高三外，通过率最低的是高一。",
    FARMS + "总产量最高的是杏坪，亩产最高的却是石桥。",
    FARMS + "石桥的亩产高于柳庄，总产量低于柳庄。",
    FARMS + "石桥的优质果率最高。",
    LOANS + "不良率最低的是住房贷款。",
    LOANS + "住房贷款的增速低于上年。",
    LOANS + "住房贷款余额超过经营贷款与消费贷款之和。",
    LOANS + "经营贷款的客户数多于住房贷款。",
    VISITS + "2024年比上年多16万人次，增量是2023年的两倍。",
    VISITS + "2021年至2022年到馆人次下降，此后逐年增加。",
    "书店会员2021年末20万户，2022年末26万户，2023年末30万户，2024年末33万户，逐年增加，但增量逐年减少。",
    VISITS + "春节期间到馆最多的是初三。",
    COSTS + "人工费用占营业收入的一成。",
    COSTS + "能源费用中电费占六成。",
    COSTS + "材料费用超过人工费用，占一半以上。",
    COSTS + "人工费用是材料费用的六成多。",
    SPORTS + "男子组冠军比去年快2分钟。",
    LINES + "3路和5路合计比9路多3.7万人次。",
    LINES + "5路的准点率高于3路。",
    "展馆发出问卷1200份，收回1000份，其中学生600份，家长400份，学生占六成。",
    "全年最高气温39度，最高法当年发布了三件典型案例，2021年12件，2022年9件，2023年15件。",
)  # fmt: skip


@pytest.mark.parametrize("text", CORRECT)
def test_a_claim_on_something_else_is_left_alone(text: str) -> None:
    """Nothing is accused where the words speak of another number than those told."""
    assert not [f for f in checked(text).findings if f.verdict.tone == "red"]


PUMPS = table("年度 | 出货量（台）", "2021 | 400", "2022 | 500", "2023 | 625", "2024 | 781")


def test_a_growth_of_every_year_is_held_against_each_step() -> None:
    """One that no year has, nor the average, is found."""
    assert raised(PUMPS + "\n\n2022年起每年增长四成。", "each_year")
    for words in ("2022年起每年增长25%。", "计划每年增长四成。", "行业每年增长四成。", "投诉每年增长四成。"):
        assert not raised(f"{PUMPS}\n\n{words}", "each_year")
