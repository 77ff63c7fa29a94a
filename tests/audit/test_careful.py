"""What a careful reader notices beside the arithmetic: texts in which it is wrong, and texts that only look so."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, record, table

from desktop.audit.engine import audit
from desktop.core.finding import Finding
from desktop.importers.draft import draft
from desktop.importers.reading import read

OUT_OF_ORDER = (
    "滨江市油烟办法 | 2019.03 | 加装",
    "滨江市夜市通知 | 2021.08 | 限时",
    "滨江市占道意见 | 2020.05 | 定点",
)
IN_ORDER = (
    "滨江市占道意见 | 2021.08 | 定点",
    "滨江市夜市通知 | 2020.05 | 限时",
    "滨江市油烟办法 | 2019.03 | 加装",
)
RULES = "文件 | 印发时间 | 要求"
WAYS = "项目 | 改造前 | 改造后 | 变化幅度"
SCHOOLS = table(
    "机构 | 青禾英语 | 南山外语 | 启明书院",
    "课时费（元） | 90-140 | 60-220 | 75-180",
    "班容量 | 18人 | 24人 | 20人",
)
WAITS = table("科室 | 候诊时长", "内科 | 20-40分钟", "外科 | 10-15分钟")
PUPILS = table("机构 | 生源", "青禾英语 | 低龄幼童", "启明书院 | 在职白领")
FALLS = "该线路的客流持续下滑，准点率也不断走低。该线路的客流从2016年的60万人次减少到2021年的45万人次。"
ON_TIME = "该线路的准点率由2016年的98%降到2021年的91%。"
FARES = "该线路的票价从2016年的3元涨到2021年的5元。"
STAFF = table("年度 | 票务人员", "2019 | 60人", "2022 | 41人")
EIGHT = "\n\n".join(
    f"## {n}、{title}\n\n{body}"
    for n, title, body in (
        ("一", "原料涨价挤压毛利", "面粉价格上涨20%。"),
        ("二", "租金攀升", "租金上涨12%。"),
        ("三", "口味老化", "新品只有3种。"),
        ("四", "外卖分流", "外卖订单占45%。"),
    )
)
ENDING = "## 结语\n\n安禾面包的收缩，是{}共同作用的结果。"

RAISED = [
    ("promised", "row", table("指标 | 甲店 | 乙店", "客流权重 | 按天气临时决定 | 由店长自行掌握")),
    ("promised", "column", table(WAYS, "配送费 | 6元 | 8元 | 33%", "包装 | 纸盒 | 布袋 | 材质全面更换")),
    ("promised", "views", table("栏目 | 读者评价", "早报 | 打开率下降12%", "晚报 | 停留时长缩短20%")),
    ("like_cells", "", table(WAYS, "入园流程 | 3道检票 | 5道审核 | 20%")),
    ("mixed_scale", "", table("年级 | 学费（元）", "初中 | 800-2万", "高中 | 1万-3万")),
    ("average_range", "end", f"候诊室扩建后，内科的平均候诊时长仍有40分钟。\n\n{WAITS}"),
    ("average_range", "outside", f"内科的平均候诊时长为55分钟。\n\n{WAITS}"),
    ("likeness", "", f"青禾英语与启明书院的生源高度重合，造成内耗。\n\n{PUPILS}"),
    ("date_columns", "", table(RULES, *OUT_OF_ORDER)),
    ("base_periods", "undated", "2023年，该园区的出租率较高峰期下降18个百分点，同期租金却上涨9%。"),
    ("base_periods", "unlike", FARES + ON_TIME.replace("2016", "2018")),
    ("trend_words", "two", FALLS + ON_TIME),
    ("trend_words", "one", f"与同行相比，青禾英语在班容量上逐渐落后。\n\n{SCHOOLS}"),
    ("range_edges", "", f"青禾英语在课时费方面处于劣势。\n\n{SCHOOLS}"),
    ("missing_start", "", "该馆的复购率跌破30%，会员活跃度也不理想。"),
    ("rates_named", "事故", "安全形势令人担忧，事故率上升是主因。\n\n2022年，该厂发生事故36起，涉及三个车间。"),
    ("stock_dates", "", "2022年，云杉银行的贷款余额达到860亿元。"),
    ("date_columns", "", table("发文 | 发布日期 | 要点", *OUT_OF_ORDER)),
    ("labels", "quantity", "- 候诊时间：高峰时每晚280人次。"),
    ("labels", "average", table("项目 | 甲院 | 乙院", "平均收费（元） | 260-1200 | 180")),
    ("recap", "", f"{EIGHT}\n\n{ENDING.format('原料、租金与外卖')}"),
    ("promised", "effects", table("文件 | 影响维度", "甲 | 压缩利润", "乙 | 切断客源")),
    ("vague_groups", "", f"大批舞美骨干流失，剧目随之减少。\n\n{STAFF}"),
]  # fmt: skip
SILENT = [
    ("promised", table("指标 | 甲店 | 乙店", "客流权重 | 30% | 由店长自行掌握")),
    ("promised", table(WAYS, "配送费 | 6元 | 8元 | 33%", "包装 | 纸盒 | 纸盒 | 不变")),
    ("promised", table("栏目 | 读者评价", "早报 | 好评率92%", "晚报 | 满意率85%")),
    ("promised", table("区域 | 影响幅度", "东区 | 较大", "西区 | 有限")),
    ("like_cells", table(WAYS, "入园流程 | 约3道检票 | 最多5道检票 | 20%")),
    ("like_cells", table("科室 | 医生 | 护士", "内科 | 12名在岗 | 30名轮值")),
    ("mixed_scale", table("车型 | 月销（辆）", "甲 | 9800", "乙 | 1.1万")),
    ("average_range", f"内科的平均候诊时长约30分钟。\n\n{WAITS}"),
    ("average_range", "内科的平均候诊时长为40分钟。\n\n"
     + table("项目 | 内科 | 全市均值", "候诊时长 | 30分钟 | 20-40分钟")),
    ("average_range", "外科的平均候诊时长为20分钟。\n\n" + table("科室 | 就诊时长", "外科 | 20-40分钟")),
    ("likeness", f"青禾英语与启明书院的生源并无重合。\n\n{PUPILS}"),
    ("likeness", "青禾英语与启明书院的生源高度重合。\n\n"
     + table("机构 | 生源", "青禾英语 | 小学高年级学生", "启明书院 | 初中和小学学生")),
    ("date_columns", table(RULES, *IN_ORDER)),
    ("date_columns", table("公司 | 成立时间", "甲 | 2019年", "乙 | 2021年", "丙 | 2020年")),
    ("base_periods", "2019年达到峰值500万人次，2023年较峰值下降35%。"),
    ("base_periods", "2023年收入比2022年增长5%，净利润比2020年增长30%。"),
    ("trend_words", "客流持续下滑，从2021年的60万人次减少到2022年的45万人次。"),
    ("trend_words", "客流连年下降：2019年60万人次，2020年52万人次，2021年45万人次。"),
    ("trend_words", "青禾英语在班容量上逐渐落后。\n\n"
     + table("年度 | 青禾英语 | 南山外语", "2020 | 18人 | 20人", "2022 | 17人 | 24人")),
    ("range_edges", f"青禾英语在班容量上处于劣势。\n\n{SCHOOLS}"),
    ("missing_start", "复购率从45%跌破30%。"),
    ("missing_start", "如果门票降到不足80元，他们愿意再来。"),
    ("rates_named", "事故率上升。2022年，该厂事故率为0.8%，发生事故36起。"),
    ("rates_named", "利率上升，2022年发放贷款36笔。"),
    ("stock_dates", "截至2022年末，云杉银行的贷款余额达到860亿元。"),
    ("stock_dates", "2022年，云杉银行的营业收入达到86亿元。"),
    ("recap", f"{EIGHT}\n\n{ENDING.format('原料、租金、口味与外卖')}"),
    ("recap", f"{EIGHT}\n\n{ENDING.format('外卖冲击和租金、原料上涨')}"),
    ("promised", table("文件 | 影响维度", "甲 | 利润", "乙 | 客源")),
    ("vague_groups", f"大批票务人员流失，剧目随之减少。\n\n{STAFF}"),
    ("unnamed_source", "市统计局数据显示，62%的读者不满意。"),
    ("unnamed_source", "问卷调查显示，80名读者中有62%不满意。"),
    ("unnamed_source", "数据显示，读者并不满意。\n\n2022年退订率约12%。"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "kind", "text"), RAISED)
def test_what_a_careful_reader_notices(check: str, kind: str, text: str) -> None:
    found = [f for f in raised(text, check) if f.kind == kind]
    assert found
    for one in found:
        assert one.verdict.tone == "amber"
        assert one.items
        assert one.spans
        assert one.said.zh.endswith("。")
        assert one.said.en.endswith(".")
        assert "{" not in one.said.zh + one.said.en


@pytest.mark.parametrize(("check", "text"), SILENT)
def test_what_only_looks_like_it_is_left_alone(check: str, text: str) -> None:
    assert [f.said.zh for f in raised(text, check)] == []


BLAMED = """# 城东夜市为什么没了

城东夜市是一处老夜市。

## 一、{0}

{1}

## 二、经营

2018年后城东夜市的摊位逐步减少，转为固定门店。
"""


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        ("2021年3月印发的《滨江市夜市管理通知》限时经营。这一规定直接冲击城东夜市的经营。", 1),
        ("2017年3月印发的《滨江市夜市管理通知》限时经营。这一规定直接冲击城东夜市的经营。", 0),
        ("2021年3月印发的《滨江市夜市管理通知》限时经营，进一步冲击城东夜市的经营。", 0),
        ("2021年3月印发的《滨江市夜市管理通知》限时经营，与城东夜市无关。", 0),
    ],
)
def test_what_came_first_is_not_due_to_what_came_after(cause: str, told: int) -> None:
    assert [f.verdict.code for f in _of_the_market(BLAMED.format("监管收紧", cause))] == ["ambiguous"] * told


def test_a_beginning_leaves_no_doubt_about_when_it_began() -> None:
    cause = "2021年3月印发的《滨江市夜市管理通知》限时经营。这一规定直接冲击城东夜市的经营。"
    text = BLAMED.format("监管收紧", cause).replace("2018年后城东夜市", "城东夜市自2018年起")
    (found,) = _of_the_market(text)
    assert found.verdict.code == "partly"
    assert found.said.zh.endswith("不能由后有的原因引起。")


def _of_the_market(text: str) -> list[Finding]:
    """What the check of causes says of an article about the market."""
    made = draft(read("made.md", text.encode()), record().register)
    assert made.product.zh == "城东夜市"
    return [f for f in audit(made, record()).findings if f.check == "cause_order"]


LISTED = (
    "2018年印发的《滨江市食品摊贩登记办法》最为关键。{}\n\n"
    + table(RULES, "滨江市餐饮油烟办法 | 2019.03 | 加装净化器", "滨江市夜市管理通知 | 2021.08 | 限时")
)  # fmt: skip


def test_a_rule_that_its_own_table_leaves_out() -> None:
    (found,) = raised(LISTED.format("相关文件见下表。"), "listed_rules")
    assert "《滨江市食品摊贩登记办法》" in found.said.zh
    assert raised(LISTED.format("其余文件见下表。"), "listed_rules") == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("- 物流成本管控：自营车辆比例提高到60%以上。", {"another"}),
        ("- 融资成本控制：平均利率降至4.5%。", set()),
        ("- 人工成本：占收入的比重为28%。", set()),
        ("- 物流成本管控：物流成本占比降到6%。", set()),
        ("- 排练周期：三轮联排，动用2000件道具。", {"quantity"}),
    ],
)
def test_a_label_of_one_thing_over_another(text: str, kinds: set[str]) -> None:
    assert {f.kind for f in raised(text, "labels")} == kinds


def test_a_growth_with_only_its_result_says_both_values_before() -> None:
    (found,) = raised("投诉量达1.2万件，较上年增长3倍。", "multiples")
    assert "增长后的1.2万件" in found.said.zh
    assert "3,000件" in found.said.zh
    assert "4,000件" in found.said.zh


def test_lengths_of_time_that_were_compared_are_checked() -> None:
    rows = table("标准 | 调整前 | 调整后 | 调整幅度", "迟到次数 | 近6个月≤6次 | 近3个月≤2次 | 收紧70%")
    assert checked(rows).uncheckable == ()


def test_a_list_that_opens_after_a_clause_is_counted() -> None:
    text = "如果实现三点突破，该馆或许有可能重新开放：一是资金到位，二是展品修复，三是客流恢复。"
    assert {p.check for p in checked(text).passed} == {"announced"}
    assert {f.verdict.code for f in raised(text.replace("，三是客流恢复", ""), "announced")} == {
        "inconsistent"
    }


def test_an_edge_is_told_of_the_row_that_shows_it() -> None:
    rows = table("项目 | 青禾快递 | 南山快递", "揽收时效 | 20分钟 | 40分钟", "网点 | 12个 | 15个")
    (found,) = [
        f
        for f in raised(f"青禾快递在服务响应速度与网点覆盖方面失去优势。\n\n{rows}", "superlatives")
        if f.kind == "advantage"
    ]
    assert "“服务响应速度”" in found.said.zh
    assert "“网点覆盖”是否如此" in found.said.zh


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("据业内估算，退订率约12%。", "业内估算"),
        ("内部运营数据显示，多项指标走弱。2022年退订率约12%。", "内部运营数据显示"),
        ("A survey found that 62% of readers were unhappy. Data suggest a churn of 12%.", "Data suggest"),
    ],
)
def test_numbers_that_rest_on_nobody(text: str, zh: str) -> None:
    (found,) = raised(text, "unnamed_source")
    assert f"“{zh}”" in found.said.zh
    assert found.verdict.code == "not_checkable"
    assert found.items[0].startswith("fac-"), "the numbers themselves stay unchecked"
