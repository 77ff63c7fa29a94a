"""What readers found worded wrongly: sources, what cannot be compared, two accounts, terms, strength."""

from __future__ import annotations

import pytest
from check_cases import NOTHING, checked, dossier, raised, table

from desktop.audit.engine import audit
from desktop.core.finding import Finding

STEPS = table("环节 | 调整前 | 调整后 | 变化", "{}", "核验 | 2次 | 3次 | 增加1次")
SECTION = "## 一、{}\n\n{}"


@pytest.mark.parametrize(
    ("text", "has", "lacks"),
    [
        ("青禾集团在2022年财报中披露，重心已转向茶园。", "是年报还是中期报告也没有写明", "期别"),
        ("青禾集团在2022年财报中仍写有“新茶饮业务”的说法。", "没有写页码，是年报", "也没有照录原句"),
        ("青禾集团在2022年年报中披露，重心已转向茶园。", "没有写页码，也没有照录原句", "是年报还是"),
        ("青禾集团在2022年上半年财报中披露，重心已转向茶园。", "没有写页码", "是年报还是"),
    ],
)
def test_what_a_citation_of_a_report_lacks(text: str, has: str, lacks: str) -> None:
    (found,) = raised(SECTION.format("战略", text), "cited_reports")
    assert has in found.said.zh
    assert lacks not in found.said.zh
    assert "{" not in found.said.en


ROWS = table("年度 | 茶园投入 | 门店", "2021 | 12% | 85家", "2023 | 31% | 42家")


def test_a_table_beside_a_report_that_is_cited_may_be_from_it() -> None:
    text = SECTION.format("战略", f"青禾集团在2023年财报中披露，重心已转向茶园。\n\n各项如下。\n\n{ROWS}")
    (found,) = raised(text, "unsourced_tables")
    assert "引了“青禾集团在2023年财报中披露”，没有写这张表是否出自那里" in found.said.zh
    assert "does not say whether the table is from there" in found.said.en
    text = SECTION.format("战略", f"这一年有《茶园用地办法》（茶字〔2021〕第3号）。\n\n各项如下。\n\n{ROWS}")
    (found,) = raised(text, "unsourced_tables")
    assert "引了《茶园用地办法》，没有写" in found.said.zh
    (plain,) = raised(SECTION.format("战略", f"各项如下。\n\n{ROWS}"), "unsourced_tables")
    assert "本节也没有" in plain.said.zh


def test_two_of_several_tables_are_not_called_all() -> None:
    text = "\n\n".join(SECTION.format(n, f"各项如下。\n\n{ROWS}") for n in ("甲", "乙"))
    (found,) = raised(text, "unsourced_tables")
    assert "这2张表" in found.said.zh
    assert "文中有2张表" not in found.said.zh


def test_what_cannot_be_compared_is_not_computed_with() -> None:
    apart = checked(
        SECTION.format("流程", f"流程有变。\n\n{STEPS.format('办卡 | 4步填表 | 6步审核 | 变长')}")
    )
    assert [f.check for f in apart.findings if f.check == "like_cells"] == ["like_cells"]
    assert not [d for d in apart.derived if "办卡" in d.name.zh]
    alike = checked(
        SECTION.format("流程", f"流程有变。\n\n{STEPS.format('办卡 | 4步填表 | 6步填表 | 变长')}")
    )
    assert [d for d in alike.derived if "办卡" in d.name.zh]


def test_response_and_processing_are_not_passed_as_long_and_short() -> None:
    text = "相较之下，青禾客服的响应时效平均为2小时，而春山代理商的处理周期长达72小时。"
    made = checked(SECTION.format("服务", text))
    assert [f.kind for f in made.findings if f.check == "argument"] == ["unlike"]
    assert not [p for p in made.passed if p.check == "large_small"]


def test_a_window_of_time_is_not_what_a_cell_counts() -> None:
    assert not raised(
        SECTION.format("门槛", f"门槛有变。\n\n{STEPS.format('查询 | 近一年≤12次 | 近两月≤1次 | 收紧')}"),
        "like_cells",
    )


def test_an_edge_is_raised_on_the_cell_of_the_one_that_is_spoken_of() -> None:
    made = table("对比项 | 青禾 | 春山 | 云岭", "配送时效 | 实时 | 40分钟 | 2小时")
    text = SECTION.format("对手", f"青禾在配送速度方面渐渐处于下风。\n\n{made}")
    (found,) = [f for f in raised(text, "superlatives") if f.kind == "advantage"]
    assert found.spans[0].quote == "实时"
    (at_once,) = raised(text, "instant")
    assert "不能按同一尺度比较" not in at_once.said.zh


def accounts(here: str, there: str) -> Finding:
    """What is said of one product in two dossiers."""
    own = dossier(here, "own.md", "青禾贷去哪了")
    other = dossier(there, "other.md", "春山贷去哪了")
    (found,) = [f for f in audit(own, NOTHING, (other,)).findings if f.check == "apart_accounts"]
    return found


def test_the_time_that_one_account_gives_is_told() -> None:
    cut = "青禾贷的资源投入占比由{0}38%降至{1}19%。"
    built = "集团把资源向青禾贷集中。"
    both = accounts(cut.format("2020年的", "2023年的"), built)
    assert "前者写明是2020年至2023年，后者没有写明时间" in both.said.zh
    assert "2020 to 2023" in both.said.en
    assert "两处都没有说清" in accounts(cut.format("", ""), built).said.zh


@pytest.mark.parametrize(
    ("head", "rows", "told"),
    [
        ("年化利率", ("春茶", "夏茶", "秋茶"), 0),
        ("年化利率", ("A档", "B档", "C档"), 1),
        ("树龄区间", ("春茶", "夏茶", "秋茶"), 1),
    ],
)
def test_prices_may_overlap_unless_they_make_the_grades(head: str, rows: tuple[str, ...], told: int) -> None:
    values = ("18%-24%", "12%-18%", "8%-15%") if head == "年化利率" else ("18-24年", "12-18年", "8-15年")
    made = table(f"品类 | {head}", *(f"{r} | {v}" for r, v in zip(rows, values, strict=True)))
    assert len(raised(SECTION.format("价格", f"各类如下。\n\n{made}"), "overlapping_segments")) == told


def test_one_direction_for_all_is_quoted_as_it_is_written() -> None:
    text = "青禾贷的多项指标呈现走低趋势。逾期率攀升至4.2%，获客成本由12元增至38元，投诉率上升3个百分点。"
    (found,) = [f for f in raised(SECTION.format("数据", text), "direction") if f.kind == "mixed"]
    assert "不要笼统说“走低”" in found.said.zh


def test_what_the_text_owns_up_to_is_not_held_against_it() -> None:
    rows = table("功能 | 改版后", "提醒 | 触达率下降28%", "下单 | 转化率降低15%")
    text = SECTION.format("改版", "为此进行的界面优化{}引起部分用户流失。\n\n" + rows)
    assert [f.kind for f in raised(text.format(""), "direction")] == ["worse"]
    assert raised(text.format("反而"), "direction") == []


def test_complaints_that_multiply_while_the_product_fades() -> None:
    faded = "## 一、入口\n\n2019年后青禾贷的入口逐步弱化。"
    text = f"{faded}\n\n## 二、投诉\n\n2021年，青禾贷投诉量达1200件，较上年增长3倍。"
    found = [f for f in checked(text, title="青禾贷为什么不见了").findings if f.kind == "complaints"]
    assert [f.verdict.code for f in found] == ["ambiguous"]


def test_a_requirement_is_quoted_by_the_clause_that_it_is_about() -> None:
    rows = table(
        "政策名称 | 发布时间 | 监管要求 | 影响",
        "联合贷款指引 | 2021.3 | 联合贷款须由银行独立评审，且出资比例不得低于25% | 冲击助贷",
    )
    (found,) = [
        f for f in raised(SECTION.format("监管", f"监管趋严。\n\n{rows}"), "terms") if f.kind == "crossed"
    ]
    assert "（“出资比例不得低于25%”）" in found.said.zh
    assert "按通常的用法" in found.said.zh


def test_fewer_with_a_larger_share_are_those_only_if_they_are() -> None:
    rows = table("年度 | 合作农场数量", "2020 | 28家", "2023 | 16家")
    text = SECTION.format("供货", f"青禾有调整。\n\n- 成本控制：提高农场供货比例至70%以上\n\n{rows}")
    (found,) = raised(text, "fewer")
    assert "若前者的“农场”就是后者所数的几家" in found.said.zh


def test_a_rough_average_is_no_end_of_a_range() -> None:
    rows = table("指标 | 青禾 | 春山", "配送时长 | 3-5分钟 | 1-2分钟", "门店 | 9家 | 12家")
    text = SECTION.format("配送", "青禾的平均配送时长{}。\n\n" + rows)
    assert [f.kind for f in raised(text.format("为5分钟"), "average_range")] == ["end"]
    assert raised(text.format("仍在5分钟级别"), "average_range") == []


def test_years_of_a_table_in_order_pass_and_are_not_told_as_unchecked() -> None:
    made = checked(SECTION.format("战略", f"各项如下。\n\n{ROWS}"))
    (held,) = [p for p in made.passed if p.check == "year_column"]
    assert len(held.items) == 2
    assert not [u for u in made.uncheckable if u.code == "date"]


def test_a_count_of_users_without_a_unit_is_a_count() -> None:
    (left,) = [u for u in checked("2023年，青禾的月活用户突破1200万。").uncheckable if u.code != "date"]
    assert left.code == "count"
