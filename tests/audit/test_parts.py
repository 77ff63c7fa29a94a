"""Parts, wholes, rests and shares in any words: what binds an amount to others, and what clears it."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, table

PONDS = table("乡镇 | 清退面积（亩） | 占比", "沙口 | 1,125 | 45%", "白洋 | 800 | 32%", "石滩 | 575 | 23%")
RATIOS = table(
    "年份 | 赔付率 | 费用率 | 综合成本率",
    "2021 | 52.0% | 40.5% | 92.5%",
    "2022 | 60.1% | 36.0% | 96.1%",
    "2023 | 70.0% | 33.0% | 103.0%",
    "2024 | 78.2% | 31.8% | {}",
)
FUNDS = "- 助学：684万元，占38%\n- 救灾：540万元，占30%\n- 行政：126万元，占7%\n- 医疗：{}，占25%\n\n"

WRONG = [
    ("part_shares", "全镇原有水泵312台：柴油的96台，电动的178台，光伏的38台。电动泵占75%，是绝对的主力。"),
    ("part_shares", "投递点布了540个，目标是604个，完成率79.4%。"),
    ("part_shares", "库存里老款66万双，占库存120万双的七成。"),
    ("part_shares", "轮候家庭7,500户，本批配租2,100户，只解决了38%。"),
    ("part_shares", FUNDS.format("540万元")),
    ("part_shares", "企业食堂的食材成本每份9.6元，占售价16元的七成。"),
    ("part_shares", "到会512户。赞成的有356户，反对的156户。赞成的不到半数。"),
    ("by_units", "早高峰前日均换乘21.4万人次，早高峰时段占30%，约8.4万人次。"),
    ("by_units", "一等果占38%，二等果占62%。全园总产量1,500吨，一等果750吨。"),
    ("tallies", "车队登记校车74辆，年检合格61辆，合格率82.4%，不合格的23辆当场扣下。"),
    ("tallies", "年初有门店228家，年内新开41家、关闭57家，年末剩212家，净减少26家。"),
    ("tallies", "一个蛋糕卖128元，原料46元、人工22元、房租19元、包装9元，合计成本96元，毛利42元。"),
    ("parts_of", "应到业主640户，实到512户。赞成的有356户，反对的92户，弃权74户。"),
    ("parts_of", "三家机构欠费名单共计4,320人，甲校1,980人、乙校1,420人、丙校820人。"),
    ("rows_added", PONDS + "\n\n三镇共清退2,600亩。"),
    ("share_rows", "总投资由三方出，省里出45%，市里出35%，企业出30%。"),
    ("share_rows", "两人合伙，老赵占股60%，老钱占股50%。"),
    ("share_rows", PONDS + "\n\n沙口与白洋合占87%。"),
    ("column_sums", RATIOS.format("116.0%")),
    ("english_shares", "Fares brought in 40% of the money, and grants the other 70%."),
    ("english_samples", "The bank called 120 late payers, and 46.3% blamed lost work."),
    ("shares", "人事部问到40名辞职的司机，73.1%的人嫌夜班多。"),
]
RIGHT = [
    "公司共有员工420人，其中研发180人，销售96人。研发人员里硕士占55%，博士占8%。销售团队中女性占六成。",
    "全市有书店310家，占全省的12%。其中连锁店占45%，有24家开在商场里，占比不到一成。",
    "乘客中女性占53%，上班族占61%，30岁以下的占44%。",
    "仓库原有货位5,400个，扩建新增1,600个，目前使用率82%，还剩1,260个空位。",
    "年初有会员3.2万人，年内新增1.1万人，年底在册3.6万人，其余是到期没续的。",
    "报名人数1,250人，实际参考1,180人，合格者767人，合格率65%，按报名人数算只有61.4%。",
    "全村人口2,300人，劳动力1,400人，外出务工860人，占劳动力的61%。",
    "贷款余额86亿元，不良贷款1.9亿元，不良率2.2%。上年末不良率1.8%。",
    "全年目标400户，完成目标的五成多。",
    "问卷回收312份。嫌贵的156人，占一半；嫌远的96人；其他原因60人。",
    "三项支出分别为2.4亿元、2.0亿元和2.2亿元，合计6.6亿元。",
    "每百元收入中，资金成本38元、风险损失34元、获客与合规21元，净剩7元。",
    "城市数从36座收到9座，撤出了75%。",
    "全国门店从62家收缩到17家，七成多的店没撑过五年。",
    "甲厂不合格率5%，乙厂不合格率7%。甲店空置率15%，乙店出租率60%。",
    "送检样品1,240批次，不合格93批次，不合格率7.5%，合格率92.5%。",
    "首次献血的2,240人次，占6,400人次的35%，再次献血的占65%。",
    "- 食堂：130万元，占26%\n- 住宿：210万元，占42%\n- 教材：160万元，占32%\n\n三项共500万元，食堂补贴占两成。",
    FUNDS.format("450万元"),
    RATIOS.format("110.0%"),
    PONDS + "\n\n三镇共清退2,500亩，沙口与白洋合占77%。",
    "Of the money, 40% went to roads and 35% to schools. The other 12% of the yearly budget is frozen.",
    "The agency called 60 firms; their growth was 4.3%.",
]


@pytest.mark.parametrize(("check", "text"), WRONG)
def test_what_does_not_add_up_is_told(check: str, text: str) -> None:
    assert [f.verdict.tone for f in raised(text, check)] == ["red"]


def test_two_halves_by_name_need_no_words_that_turn_the_one_into_the_other() -> None:
    (found,) = raised("总面积12万平方米，空置率15%，出租率75%。", "rest_shares")
    assert "余下的应是85%" in found.said.zh


@pytest.mark.parametrize("text", RIGHT)
def test_what_comes_out_in_some_way_is_left_alone(text: str) -> None:
    assert [f.said.zh for f in checked(text).findings if f.verdict.tone == "red"] == []


def test_a_part_is_told_with_its_whole_and_the_division() -> None:
    (found,) = raised(WRONG[0][1], "part_shares")
    assert found.said.zh == "178台占312台的57.1%，不是文中的75%。"
    assert found.formula.zh == "178台 ÷ 312台 = 57.1%"


def test_a_list_without_a_total_is_held_to_what_its_other_shares_imply() -> None:
    (found,) = raised(FUNDS.format("540万元"), "part_shares")
    assert "540万元" in found.said.zh
    assert "1,800万元" in found.said.zh
