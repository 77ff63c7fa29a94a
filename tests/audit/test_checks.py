"""Every check on a text that holds, one that does not, and one that is easily misjudged."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, table

from desktop.core.text import Text
from desktop.core.verdict import VERDICTS

CHANNELS = table(
    "渠道 | 门店数 | 占比",
    "直营 | 81家 | 45%",
    "加盟 | 63家 | 35%",
    "代理 | 36家 | 20%",
    "合计 | 180家 | 100%",
)
YEARS = table("年度 | 营业收入（亿元） | 增速", "2020 | 80 | ", "2021 | 96 | 20%", "2022 | 120 | 25%")
LIMITS = table("标准 | 调整前 | 调整后 | 调整幅度", "查询次数 | 近6个月≤6次 | 近3个月≤2次 | 收紧{}%")

HOLDS = [
    ("relative_change", "销量由12.3万辆增至15.1万辆，增长23%。"),
    ("relative_change", "Revenue rose from $80 million to $96 million, an increase of 20%."),
    ("relative_change", YEARS),
    ("points", "毛利率从18.2%提高到20.8%，上升2.6个百分点。"),
    ("points", "负债比由≤50%降到≤30%，压缩40%。"),
    ("multiples", "专利从50项增长到200项，增长3倍。"),
    ("multiples", "专利从50项增长到200项，增长到原来的4倍。"),
    ("multiples", "月活从800万人增长到1600万人，翻了一番。"),
    ("period_basis", LIMITS.format(33)),
    ("sums", CHANNELS),
    ("tallies", "医生、护士和技师分别为420人、880人和200人，合计1500人。"),
    ("shares", CHANNELS),
    ("shares", "抽查的40件样品中，有65%合格。"),
    ("growth_chain", "产值从2020年的100亿元增至2023年的133.1亿元，年均增长10%。"),
    ("growth_chain", "三年里收入分别增长10%、20%和5%，累计增长38.6%。"),
    ("annualised", "日利率为0.05%，折合年化利率18.25%。"),
    ("annualised", "日利率为0.05%，年化利率18%。"),
    ("annualised", "日利率为0.05%。借款1万元，每天利息5元。"),
    ("date_order", "公司2021年3月启动改造，历时6个月，于2021年9月完成。"),
    ("announced", "条件有三个：一是合规，二是盈利，三是口碑。"),
    ("announced", "原因包括租金、人工、原料和竞争等四大方面。"),
    ("text_table", f"直营门店数为81家。\n\n{CHANNELS}"),
    ("comparatives", "直营门店为81家，高于加盟的63家。"),
    ("superlatives", f"门店数最多的是直营。\n\n{CHANNELS}"),
    ("superlatives", f"营业收入连续两年增长。\n\n{YEARS}"),
    ("trends", f"营业收入逐年增长。\n\n{YEARS}"),
    ("date_order", "系统改造于2020年9月开始，2021年3月完成。"),
    ("times_told", "整改期为2020年9月至2021年3月，为期6个月。"),
    ("times_told", "平台用了14个月整改，从2021年9月到2022年11月。"),
    ("tallies", "三轮融资：A轮2亿元、B轮5亿元、C轮8亿元，累计15亿元。"),
    ("conversions", "每台设备每天的电费为0.6元，一年约219元。"),
    ("sums", "前五名的市场份额合计为88%，分别为30%、22%、16%、12%、8%。"),
    ("sums", "三个年龄段的占比分别为：18-25岁35%，26-35岁45%，36岁以上20%。"),
    ("sums", "其中退押金占55%，维修占30%，其他占15%。"),
    ("policy", "2021年8月发布的《中华人民共和国个人信息保护法》要求最小必要。"),
    ("conflict", "2023年，云杉公司的营业收入为96亿元。\n\n回头看，2023年云杉公司的营业收入为96亿元。"),
]  # fmt: skip
FAILS = [
    ("relative_change", "销量由12.3万辆增至15.1万辆，增长25%。", "inconsistent"),
    ("relative_change", "销量由12.3万辆增至15.1万辆，下降23%。", "changes_conclusion"),
    ("relative_change", "Revenue rose from $80 million to $96 million, an increase of 30%.", "inconsistent"),
    ("relative_change", YEARS.replace("96 | 20%", "96 | 26%"), "inconsistent"),
    ("unit_scale", "营业收入由80亿元升至96万元，同比增长20%。", "inconsistent"),
    ("points", "毛利率从18.2%提高到20.8%，上升2.6%。", "inconsistent"),
    ("points", "退货率下降15%。", "ambiguous"),
    ("multiples", "投诉由300件增加到600件，增加了两倍。", "inconsistent"),
    ("multiples", "成本从10万元下降到5万元，下降1倍。", "inconsistent"),
    ("multiples", "投诉量增长3倍。", "ambiguous"),
    ("period_basis", LIMITS.format(70), "inconsistent"),
    ("period_basis", LIMITS.format(67), "partly"),
    ("sums", CHANNELS.replace("180家", "190家"), "inconsistent"),
    ("tallies", "医生、护士和技师分别为420人、880人和200人，合计1600人。", "inconsistent"),
    ("shares", CHANNELS.replace("45%", "49%"), "inconsistent"),
    ("shares", "抽查的40件样品中，有66%合格。", "inconsistent"),
    ("growth_chain", "产值从2020年的100亿元增至2023年的133.1亿元，年均增长15%。", "inconsistent"),
    ("growth_chain", "三年里收入分别增长10%、20%和5%，累计增长35%。", "inconsistent"),
    ("labels", "- 加密成本：每日新增数据量达1.2PB。", "inconsistent"),
    ("labels", "- 测试周期：三轮测试。", "ambiguous"),
    ("annualised", "日利率为0.05%，折合年化利率12%。", "inconsistent"),
    ("annualised", "日利率为0.05%。借款1万元，每天利息8元。", "inconsistent"),
    ("hard_limits", "渗透率已达120%。", "inconsistent"),
    ("hard_limits", "投诉量下降150%。", "inconsistent"),
    ("date_order", "公司2021年9月启动改造，于2021年3月完成。", "inconsistent"),
    ("times_told", "项目2020年5月开工，2022年5月竣工，历时五年。", "inconsistent"),
    ("announced", "条件有三个：一是合规，二是盈利。", "inconsistent"),
    ("announced", "原因包括租金、人工、原料和竞争等五大方面。", "inconsistent"),
    ("text_table", f"直营门店数为85家。\n\n{CHANNELS}", "inconsistent"),
    ("comparatives", "直营门店为51家，高于加盟的63家。", "changes_conclusion"),
    ("superlatives", f"门店数最多的是加盟。\n\n{CHANNELS}", "changes_conclusion"),
    ("superlatives", f"营业收入连续两年下降。\n\n{YEARS}", "changes_conclusion"),
    ("sums", "前五名的市场份额合计为98%，分别为30%、22%、16%、12%、8%。", "inconsistent"),
    ("sums", "三个年龄段的占比分别为：18-25岁35%，26-35岁50%，36岁以上20%。", "inconsistent"),
    ("sums", "其中退押金占55%，维修占30%，其他占25%。", "inconsistent"),
    ("sums", "其中退押金占55%，维修占30%，其他占5%。", "inconsistent"),
    ("date_order", "系统改造于2021年3月开始，2020年9月完成。", "inconsistent"),
    ("times_told", "整改期为2020年9月至2021年3月，为期16个月。", "inconsistent"),
    ("times_told", "平台用了24个月整改，从2021年9月到2022年11月。", "inconsistent"),
    ("tallies", "三轮融资：A轮2亿元、B轮5亿元、C轮8亿元，累计18亿元。", "inconsistent"),
    ("conversions", "每台设备每天的电费为0.6元，一年约21.9元。", "inconsistent"),
    ("trends", f"营业收入逐年下滑。\n\n{YEARS}", "changes_conclusion"),
    ("policy", "2019年8月发布的《中华人民共和国个人信息保护法》要求最小必要。", "differs"),
    ("policy", "2022年9月实施的《海洋种植贷款保险登记办法》要求登记。", "not_found"),
    ("policy", "2020年7月发布的《商业银行互联网贷款管理暂行办法》规定，联合贷款出资比例不得低于30%。", "differs"),
    ("conflict", "2023年，云杉公司的营业收入为96亿元。\n\n回头看，2023年云杉公司的营业收入为86亿元。", "inconsistent"),
    ("reference", "2021年，微众银行的净利润为88亿元。", "differs"),
    ("complement", "联合贷款中，银行出资比例提高到80%以上。", "differs"),
    ("argument", "客诉主要集中在物流、售后等环节。其中，反映包装破损的占42%，反映错发漏发的占35%。", "partly"),
]  # fmt: skip
TRICKY = [
    "销量由1.1亿件升至1.3亿件，增长约两成。",
    "2022年收入65亿元，2023年上半年收入36亿元，同比增长20%。",
    "2018年门店为100家，2022年为180家，2022年同比增长5%。",
    "年度合规支出由500万元激增至3000万元，但业务规模仅增长120%。",
    "受访者中有62%在意价格，45%在意服务。",
    "通过率从60%提高到75%，提高25%。",
    "净利润下降120%。",
    "拨备覆盖率为230%，完成率为112%。",
    "公司在北京、上海等10个城市设点，涉及银行、保险等五大行业。",
    "三家店的收入为33万元、33万元和35万元，合计约100万元。",
    "授信上限由≤50万元降为≤30万元，压缩40%。",
    "粉丝由20万增至100万，增长4倍。",
    table("功能 | 改造前 | 改造后 | 反馈", "借款 | 4步 | 6步 | 转化率降低15%"),
    table("选项 | 选择率（多选）", "价格 | 62%", "服务 | 55%", "距离 | 41%"),
    table("渠道 | 占比", "线上 | 33.3%", "线下 | 33.3%", "批发 | 33.3%"),
    "员工超过5000人，比上年的4000多人增加两成以上。",
    "产量约12万吨，比上年的近10万吨增长一成多。",
]  # fmt: skip


@pytest.mark.parametrize(("check", "text"), HOLDS)
def test_what_holds_is_passed(check: str, text: str) -> None:
    found = checked(text)
    assert [f.said.zh for f in found.findings if f.verdict.tone == "red"] == []
    assert check in {p.check for p in found.passed}


@pytest.mark.parametrize(("check", "text", "verdict"), FAILS)
def test_what_does_not_hold_is_raised(check: str, text: str, verdict: str) -> None:
    found = raised(text, check)
    assert verdict in {f.verdict.code for f in found}
    for one in found:
        assert one.items
        assert one.spans
        assert one.said.zh.endswith(("。", "."))
        assert one.said.en.endswith(".")
        assert "{" not in one.said.zh + one.said.en


@pytest.mark.parametrize("text", TRICKY)
def test_what_is_easily_misjudged_is_not_accused(text: str) -> None:
    assert [f.said.zh for f in checked(text).findings if f.verdict.tone == "red"] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("日均放贷额下降约35%。", "base_missing"),
        ("62%的用户表示不满。", "part_of_unknown"),
        ("明年重启的概率不足15%。", "odds"),
        ("明年的目标产量为3万辆。", "forecast"),
        ("员工为850人。", "count"),
        ("营业收入为12亿元。", "money"),
        ("次月留存率为65%。", "rate"),
        ("项目用时3年。", "length"),
        (table("型号 | 售价", "甲 | 300元", "乙 | 480元"), "cell"),
        ("在月活排名里位居第3位。", "rank"),
        ("年化利率为7%-18%。", "range"),
        ("2022年，公司搬迁。", "date"),
    ],
)
def test_what_cannot_be_checked_says_why(text: str, code: str) -> None:
    found = checked(text)
    assert code in {u.code for u in found.uncheckable}
    assert all(u.reason.zh and u.reason.en for u in found.uncheckable)


def test_a_finding_shows_the_arithmetic() -> None:
    (found,) = raised("销量由12.3万辆增至15.1万辆，增长25%。", "relative_change")
    assert found.verdict == VERDICTS["inconsistent"]
    assert found.formula.zh == "(15.1万辆 − 12.3万辆) ÷ 12.3万辆 = 22.8%"
    assert found.formula.en == "(151,000 vehicles − 123,000 vehicles) ÷ 123,000 vehicles = 22.8%"
    assert "22.8%" in found.said.zh
    assert "25%" in found.said.zh
    assert [i.shown.zh for i in found.inputs] == ["25%", "12.3万辆", "15.1万辆"]


def test_derived_values_stand_apart() -> None:
    found = checked("截至2020年末，逾期率升到4.2%，比2018年同期高出1.8个百分点。")
    (one,) = found.derived
    assert one.formula == Text("4.2% − 1.8个百分点 = 2.4%", "4.2% − 1.8 percentage points = 2.4%")
    assert one.low == pytest.approx(2.3)
    assert one.high == pytest.approx(2.5)
