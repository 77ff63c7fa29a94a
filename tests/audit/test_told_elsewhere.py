"""What sentences say against numbers, dates and tables that stand elsewhere in the text: found, and left alone."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, table

KITCHENS = table(
    "店名 | 客单价（元） | 停车位（个） | 上菜时间（分钟）",
    "浪头鲜大排档 | 149 | 12 | 24",
    "老船长海鲜坊 | 118 | 40 | 16",
    "金沙湾渔家乐 | 96 | 25 | 12",
)
YEARS = table(
    "指标 | 2021年 | 2022年 | 2023年 | 2024年 | 2025年",
    "营业额（万元） | 1,240 | 1,180 | 1,560 | 1,430 | 905",
    "退菜率 | 1.2% | 1.5% | 1.9% | 3.1% | 3.6%",
)
GROUPS = table(
    "渠道 | 新单（万件） | 首年手续费率", "经纪公司 | 8.9 | 32%", "自营网点 | 4.3 | 6%", "代理人 | 2.6 | 24%"
)
BRANDS = table(
    "品牌 | 2021年（元） | 2024年（元） | 2024年份额",
    "速能 | 3.0 | 4.5 | 34.1%",
    "小闪 | 2.5 | 3.5 | 27.5%",
    "蜂电 | 2.5 | 4.0 | 21.4%",
)
GUNS = table(
    "年份 | 充电枪（把） | 均价（元/度）",
    "2022年 | 7,440 | 0.60",
    "2023年 | 11,050 | 0.48",
    "2024年 | 9,920 | 0.36",
    "2025年 | 7,800 | 0.40",
)
STALLS = (
    "四个市场的摊位：\n\n- 东港：320个\n- 西埠：240个\n- 北塘：180个\n- 南澳：96个\n\n"
    "西埠最近，在四个市场里排在第{}位。"
)
SALE = "2025年3月31日，这款保险停售。\n\n停售公告发布于2024年11月18日，给代理人的收尾时间是{}天。"
REFUND = "公司2025年12月20日承诺30天内退清，也就是最晚{}。"
LIMIT = "规定要求担保贷款不得超过全部贷款的50%；它的161.5亿元里有96.9亿元有担保，占60%，比上限高{}。"
LINE = "三项合计23.85%，离市场上通行的24%红线只差{}。"
NOW = "给商户的分成比例2021年为45%，2024年为62%。\n\n公司打算重谈条款，争取把分成比例压回55%，比现在低{}。"
LOSSES = "按交易额算，坏账率2023年是1.5%，2024年是2.6%。\n\n稻田付的坏账率是1.4%，比半月付{}1.2个百分点。"
PEAK = "2022年末是最高点，余额207.0亿元。此后2023年末为161.5亿元；2024年末又降到96.0亿元，较峰值缩水{}%。"
CAPTIONS = f"表1 三家大排档\n\n{KITCHENS}\n\n表2 历年\n\n{YEARS}\n\n客人怎么选，见{{}}。"
RUN = (
    "2018年6月，禾谷推出“穗穗存”，把存款摆上货架；{}停止新增，2024年1月最后一批到期结清，从推出到结清历时{}。"
)

CASES = (
    ("times_told", SALE, "133", "113"),
    ("times_told", REFUND, "2026年1月19日", "2025年1月19日"),
    ("points_since", LIMIT, "10个百分点", "10%"),
    ("points_since", LINE, "0.15个百分点", "1.5个百分点"),
    ("points_since", NOW, "7个百分点", "17个百分点"),
    ("points_since", LOSSES, "低", "高"),
    ("relative_change", PEAK, "53.6", "35.6"),
    ("relative_change", "安途要312元，比青桐长医保贵44元，高出{}%。", "16.4", "14.1"),
    ("open_changes", "原先接入48个数据源，清理后还剩18个，减少了{}%。", "62.5", "52.5"),
    ("open_changes", "稻田付的用户一年花1,800元，半月付是1,400元，稻田付高出{}%。", "28.6", "22.2"),
    ("section_refs", CAPTIONS, "表2", "表5"),
    ("row_ranks", STALLS, "二", "三"),
    ("row_ranks", f"{BRANDS}\n\n蜂电的份额排在第{{}}位。", "三", "二"),
    ("row_ranks", f"{GUNS}\n\n均价2025年涨回0.40元，在四年里排第{{}}。", "三", "二"),
    ("row_tops", f"{BRANDS}\n\n单看2024年价格，{{}}最贵。", "速能", "蜂电"),
    ("row_tops", f"{KITCHENS}\n\n三家里浪头最{{}}，要149元。", "贵", "便宜"),
    ("year_extremes", f"{YEARS}\n\n退菜率四年里抬升最猛的是{{}}年。", "2024", "2025"),
    ("year_extremes", f"{YEARS}\n\n营业额{{}}年跌得最狠。", "2025", "2022"),
    ("rows_told", f"{GROUPS}\n\n手续费率最高的是经纪公司；它带来的新单比自营网点多{{}}万件。", "4.6", "5.6"),
    ("rows_told", f"{KITCHENS}\n\n从点单到上菜要等24分钟，是金沙湾的{{}}倍。", "2", "3"),
    ("rows_told", f"{KITCHENS}\n\n客人爱去金沙湾，因为它比浪头便宜{{}}元。", "53", "35"),
    ("timed_changes", f"{GUNS}\n\n2023年末它有11,050把枪，比上年末多{{}}%。", "48.5", "45.8"),
    ("row_deltas", "表三 收支（万元）\n\n" + table("项目 | 2020年 | 2021年", "技术 | 2600 | 2400", "营销 | 4200 | 1500")
     + "\n\n营销压缩最多，少了{}万元。", "2700", "3700"),
)  # fmt: skip
LEFT_ALONE = (
    "图表4另附，附表4不算，公司年报表6也有。代表3人到场。\n\n" + CAPTIONS.format("表1"),
    f"{YEARS}\n\n2023年的营业额涨得最多。退菜率抬升最小的是2022年。",
    f"{KITCHENS}\n\n从点单到上菜要等24分钟，是金沙湾的2倍，也比老船长多等8分钟。",
    "2025年末它有员工48人，裁员后只剩30人，减少了37.5%。",
    "2023年是四年里订单最多的一年，此后一年就回落了一成多。",
    f"{GUNS}\n\n在线的枪维持在7,800把上下。公司要把分成比例压回55%，比现在低7个百分点。",
    "2024年4月1日，公司公告了方案。\n\n2024年6月18日复牌，其间平均每113天开一次会。",
    "2018年6月，甲公司推出新卡。2017年停止新增的旧卡仍可使用。",
    "甲车间月产312吨，比乙车间多44吨，增长8%。",
)


@pytest.mark.parametrize(("check", "text", "right", "wrong"), CASES)
def test_a_slip_is_red_and_the_correct_text_is_not(check: str, text: str, right: str, wrong: str) -> None:
    assert [f for f in checked(text.format(right)).findings if f.verdict.tone == "red"] == []
    assert [f.verdict.tone for f in raised(text.format(wrong), check)] == ["red"]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert [f for f in checked(text).findings if f.verdict.tone == "red"] == []


def test_what_ends_has_begun_and_lasts_from_then_on() -> None:
    assert [
        f for f in checked(RUN.format("2021年1月", "五年零七个月")).findings if f.verdict.tone == "red"
    ] == []
    assert raised(RUN.format("2017年1月", "五年零七个月"), "date_order")
    assert raised(RUN.format("2021年1月", "四年零七个月"), "times_told")


def test_a_day_turned_round_and_a_rate_told_again_are_doubts() -> None:
    day = "2025年10月9日，入口撤下。\n\n{}撤下的只是入口。"
    assert not raised(day.format("2025年10月9日"), "dated_twice")
    assert [f.verdict.tone for f in raised(day.format("2025年9月10日"), "dated_twice")] == ["amber"]
    rate = "续保率由2022年的84.1%降到2024年的60.7%。\n\n到2024年末，安途的续保率停在{}。"
    assert not raised(rate.format("60.7%"), "told_again")
    assert [f.verdict.tone for f in raised(rate.format("63.7%"), "told_again")] == ["amber"]
