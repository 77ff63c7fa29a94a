"""Headings, lists, tables and policies as the layouts of the wild have them."""

from __future__ import annotations

import pytest
from extract_tools import items_of_kind

from desktop.importers.extract import extract
from desktop.importers.themes import THEMES, theme_of


def _headings(text: str) -> list[tuple[str, str, int | None]]:
    return [(i["text"], i["factor_type"], i["number"]) for i in items_of_kind(text, "factor")]


def test_markdown_headings_nest_under_a_heading_that_only_asks() -> None:
    text = (
        "# 某店为何遇冷\n\n## 一、市场背景\n略。\n## 二、原因分析\n### 2.1 信任危机加剧\n略。\n"
        "### 2.2 价格过高\n略。\n## 三、未来趋势\n略。\n"
    )
    assert extract(text)["title"]["text"] == "某店为何遇冷"
    assert _headings(text) == [
        ("一、市场背景", "section", None),
        ("二、原因分析", "section", None),
        ("2.1 信任危机加剧", "factor", 1),
        ("2.2 价格过高", "factor", 2),
        ("三、未来趋势", "outlook", None),
    ]


@pytest.mark.parametrize("lead", ["{}、", "原因{}：", "第{}，", "（{}）"])
def test_numbers_of_headings_are_as_written(lead: str) -> None:
    text = "题目\n\n" + "".join(f"{lead.format(n)}成本上升\n这里有一段话。\n" for n in "一二三")
    assert [number for _, _, number in _headings(text)] == [1, 2, 3]


def test_bare_lines_are_headings_and_advertisements_are_not() -> None:
    text = (
        "题目\n\n导语一段。\n成本高企\n正文一段。\n点击下载客户端 领取100元红包\n"
        "竞争加剧\n正文一段。\n责任编辑：某某\n"
    )
    assert [h for h, _, _ in _headings(text)] == ["成本高企", "竞争加剧"]
    assert not items_of_kind(text, "quantity")


def test_a_numbered_list_is_no_row_of_headings() -> None:
    text = "题目\n\n一、建议\n1. 少买\n2. 多看\n3. 等一等\n二、结语\n完。\n"
    assert [b["text"] for b in items_of_kind(text, "bullet")] == ["少买", "多看", "等一等"]
    assert len(_headings(text)) == 2


@pytest.mark.parametrize(
    "table",
    [
        "甲 | 乙 |\n---|---|\n1% | 2% |\n",
        "| 甲 | 乙 |\n|:--|--:|\n| 1% | 2% |\n",
        "甲|乙\n1%|2%\n",
        "| **甲** | `乙` |\n| --- | --- |\n| 1% | 2% |",
    ],
)
def test_tables_with_and_without_outer_pipes(table: str) -> None:
    (found,) = items_of_kind("题目\n\n一段话。\n" + table, "table")
    clean = [c["text"].strip("*`") for c in found["header"]]
    assert (clean, [[c["text"] for c in r] for r in found["rows"]]) == (["甲", "乙"], [["1%", "2%"]])


def test_ragged_and_empty_cells_keep_their_columns() -> None:
    (found,) = items_of_kind("题目\n\n| 甲 | 乙 | 丙 |\n|---|---|---|\n| 1% | | 3% |\n| 4% |\n", "table")
    assert [[c["text"] for c in r] for r in found["rows"]] == [["1%", "", "3%"], ["4%", "", ""]]


def test_columns_parted_by_tabs_are_a_table() -> None:
    text = "题目\n\n主要指标(单位:亿元)\n项目\t2022年末\t2023年末\n贷款\t1,131.8\t1,204.5\n存款\t1,466.0\t\n一段话。\n"
    (found,) = items_of_kind(text, "table")
    assert [[c["text"] for c in r] for r in found["rows"]] == [
        ["贷款", "1,131.8", "1,204.5"],
        ["存款", "1,466.0", ""],
    ]
    first = next(q for q in items_of_kind(text, "quantity") if q["text"] == "1,131.8")
    assert (first["value_low"], first["unit"], first["period"]) == (113_180_000_000, "CNY", "2022-12")


def test_indented_paragraphs_are_no_table() -> None:
    assert not items_of_kind("题目\n\n\t第一段话在这里。\n\t第二段话在这里。\n", "table")


@pytest.mark.parametrize(
    "line",
    [
        "记者 某某 报道", "【广告】加盟0元起", "扫码关注公众号，领取50元红包。", "相关阅读：三年开店1万家",
        "(责任编辑：某某)", "编辑于 2024-11-02 22:15", "某用户 | 2.3k 人赞同了该回答", "数据来源：公司公告",
        "长按识别二维码 立减20元", "阅读 3.2万 · 评论 518", "首页 > 财经 > 正文", "未经授权不得转载",
    ],
)  # fmt: skip
def test_furniture_of_sites_is_left_out(line: str) -> None:
    text = f"题目\n\n导语一段话在这里。\n{line}\n一、成本\n一段话。\n二、竞争\n一段话。\n"
    assert not [q for q in extract(text)["items"] if q["kind"] != "factor"]
    assert len(_headings(text)) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "广告费率高达22.5%。", "二维码支付平均耗时3.2秒。", "人均阅读4.8本，多于前一年。", "转载量为1200次。",
        "优惠券核销率只有12%。", "相关文章指出，转化率为3%。",
    ],
)  # fmt: skip
def test_prose_may_speak_of_what_advertisements_say(sentence: str) -> None:
    assert len(items_of_kind(f"题目\n\n{sentence}\n", "quantity")) == 1


def test_headings_may_speak_of_advertising() -> None:
    text = "题目\n\n导语一段话在这里。\n广告依赖严重\n一段话在这里。\n扫码体验并不差\n一段话在这里。\n"
    assert [h for h, _, _ in _headings(text)] == ["广告依赖严重", "扫码体验并不差"]


def test_groups_of_causes_are_sections() -> None:
    text = (
        "# 某店为何裁员\n\n## 二、原因分析\n### （一）外部环境\n#### 1. 免税取消\n略。\n"
        "### （二）内部因素\n#### 1. 库存积压\n略。\n"
    )
    assert [kind for _, kind, _ in _headings(text)] == ["section", "section", "factor", "section", "factor"]


def test_what_stands_under_a_reason_is_judged_alike() -> None:
    text = (
        "# 某店为何裁员\n\n## 一、监管趋严\n略。\n### 1. 红线划定\n略。\n### 2. 额度受限制\n略。\n"
        "## 二、竞争加剧\n略。\n"
    )
    assert [(kind, number) for _, kind, number in _headings(text)] == [
        ("factor", 1),
        ("section", None),
        ("section", None),
        ("factor", 2),
    ]


def test_no_two_reasons_have_the_same_number() -> None:
    text = (
        "# 某店为何裁员\n\n## 外部因素\n### 1. 需求萎缩\n略。\n### 2. 成本上升\n略。\n"
        "## 内部因素\n### 1. 库存积压\n略。\n"
    )
    assert [number for _, kind, number in _headings(text) if kind == "factor"] == [1, 2, 3]


def test_decorated_lines_with_figures_are_bullets() -> None:
    text = (
        "题目\n\n导语在这里。\n01\n补贴停发\n一段话在这里。\n▍罚单不断：被罚20次\n▍近四成没有证件\n"
        "👉 日活从 320万 跌到 95万\n👉 单价 6.5 元 → 0.8 元\n☑ 提价：三成门店\n"
        "02\n资金断裂\n一段话在这里。\n▎欠款高企\n一段话在这里。\n"
    )
    assert [b["text"] for b in items_of_kind(text, "bullet")] == [
        "罚单不断：被罚20次",
        "近四成没有证件",
        "日活从 320万 跌到 95万",
        "单价 6.5 元 → 0.8 元",
        "提价：三成门店",
    ]
    assert [(h, n) for h, _, n in _headings(text)] == [("补贴停发", 1), ("资金断裂", 2), ("▎欠款高企", 3)]


@pytest.mark.parametrize("line", ["日活 320万 → 95万", "门店从1260家降到848家", "司机资质：近四成不合格"])
def test_a_line_that_tells_figures_is_no_heading(line: str) -> None:
    assert not _headings(
        f"题目\n\n导语在这里。\n{line}\n一段话在这里，不算短，说的是别的事情，并没有小标题。\n"
    )


def test_a_header_gives_unit_scale_and_period() -> None:
    text = "题目\n\n指标 | 2022年 | 2023年\n---|---|---\n营收（亿元） | 1.5 | 2\n"
    figures = [q for q in items_of_kind(text, "quantity") if q["role"] != "date"]
    assert [(q["value_low"], q["unit"], q["period"]) for q in figures] == [
        (150_000_000, "CNY", "2022"),
        (200_000_000, "CNY", "2023"),
    ]


def test_the_lexicon_of_themes_can_be_extended() -> None:
    assert theme_of("直播翻车频发") is None
    assert theme_of("直播翻车频发", {**THEMES, "complaints": (*THEMES["complaints"], "翻车")}) == "complaints"


@pytest.mark.parametrize(
    ("heading", "theme"),
    [
        ("Content costs kept rising", "cost"),
        ("Competition", "competition"),
        ("The lawn was said to be dry", None),
    ],
)
def test_english_headings_have_themes(heading: str, theme: str | None) -> None:
    assert theme_of(heading) == theme
