"""Dated steps of one affair over several sentences: those out of order found, other stories left alone."""

from __future__ import annotations

import pytest
from check_cases import alone, raised

KEY = "dated_steps"

WRONG = [
    (
        "简章于4月2日发布，报名从4月10日开始，4月16日截止。面试名单在{}公布，面试定于5月18日举行。",
        "4月25日",
        "4月12日",
    ),
    (
        "住户大会5月6日召开。表决票5月9日发放，{}收回，公示结果在6月1日张榜公布，施工队7月3日开工。",
        "5月20日",
        "5月2日",
    ),
    ("投标于8月1日开始、8月20日截止，中标结果{}在投标截止后公布。", "9月2日", "8月12日"),
    ("2022年6月，监管局印发《样品留存管理规定》。南桥公司{}按这份规定发布公告。", "2022年9月", "2022年2月"),
    ("旧楼3月3日关停，机组3月12日移交，资料{}提交，场地4月15日验收，押金5月6日退款。", "3月30日", "3月8日"),
    ("《河道采砂管理办法》（{}起施行，2015年10月8日公布）第九条写得明白。", "2016年1月1日", "2015年1月1日"),
]


@pytest.mark.parametrize(("text", "right", "wrong"), WRONG)
def test_a_step_out_of_order_is_red(text: str, right: str, wrong: str) -> None:
    assert not alone(text.format(right), KEY)
    assert [f.verdict.tone for f in alone(text.format(wrong), KEY)] == ["red"]


OTHER = [
    "一号店3月2日开业，二号店4月6日开业，三号店3月20日开业，四号店5月1日开业。",
    "判决于9月6日宣判。此前，7月2日开庭，6月3日起诉，5月9日立案。",
    "新规2025年10月1日起施行。公司6月提交材料，8月进入名单，9月关停旧版。",
    "发布会定于5月8日举行。合同4月12日签订，样机6月3日交付，验收7月1日完成，退款8月2日结清。",
    "年报4月20日公布，分红5月18日发放。截至3月31日，股东有2万户。",
    "《价格公示规定》2024年3月1日起施行，2024年3月6日公布。",
    "2023年12月立项，1月招标，3月开工，9月竣工。",
    "2023年12月方案公布。方案公布后，2月完成签约。",
    "试点结束后，6月1日全面上线；试点始于3月5日。",
]


@pytest.mark.parametrize("text", OTHER)
def test_other_stories_are_left_alone(text: str) -> None:
    assert not alone(text, KEY)


def test_dates_without_a_year_may_be_of_the_next() -> None:
    assert not raised("2023年12月立项，1月招标，3月开工，9月竣工。", "date_order")
    assert raised("社区在4月24日发出问卷，4月18日收回，5月1日公示，6月20日动工。", "date_order")


def test_a_table_of_stages_is_held_against_their_meaning() -> None:
    rows = "| 立项 | 2020年2月 |\n| 开工 | 2020年8月 |\n| 首批投产 | {} |\n| 竣工 | 2023年1月 |\n"
    table = f"| 节点 | 日期 |\n|---|---|\n{rows}"
    assert not raised(table.format("2022年4月"), "date_columns")
    assert [f.verdict.tone for f in raised(table.format("2020年4月"), "date_columns")] == ["red"]
