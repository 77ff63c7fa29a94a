"""A reading becomes a dossier: what must hold for any text, and what a reader finds in a real one."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from any_text import PIECES, TEXTS
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.importers.draft import draft
from desktop.importers.drafting.draft_sections import short_name
from desktop.importers.drafting.excerpt import cut
from desktop.importers.drafting.page import period_of
from desktop.importers.reading import Reading, read

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))
SHARED = Path(__file__).resolve().parents[3] / "shared" / "articles"


def made(text: str, form: str = "txt", name: str = "a.txt", title: str = "") -> Dossier:
    return draft(Reading(name, form, "utf-8", text, title=title), ())


def figure(dossier: Dossier, quote: str) -> Figure:
    return next(f for f in dossier.figures if f.anchor.quote == quote)


def check(dossier: Dossier) -> None:
    """What makes a dossier usable, whatever the text was."""
    text = dossier.sources[0].text
    every = [*dossier.items.values()]
    count = sum(len(line) for t in dossier.tables for line in (t.header, *t.rows))
    groups = (
        dossier.factors,
        dossier.tables,
        dossier.figures,
        dossier.policies,
        dossier.events,
        dossier.points,
    )
    assert len(every) == count + sum(map(len, groups)), "every id is there once"
    for item in every:
        assert item.anchor.quote
        assert item.anchor.holds(text)
    for item in every:
        assert dossier.factor_of(item.id) is not None
    assert dossier.title.zh
    assert dossier.product.zh
    assert dossier.summary.zh
    for factor in dossier.factors:
        assert factor.title.zh
        assert factor.short.zh
        assert factor.summary.zh
    assert all(doubt.item in dossier.items for doubt in dossier.doubts)
    assert all(leftover.anchor.holds(text) for leftover in dossier.leftovers)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
@example("")
@example("\ufeff\ufeff")
@example("一\r\n二\r三")
@example("\ud800半年|\udc00\n|\n")
@example("a|b\n---|---\nn/a|\n|illegible\n")
@example("9" * 400 + "亿元")
def test_any_text_becomes_a_usable_dossier(text: str) -> None:
    check(made(text))


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=60, deadline=None)
def test_the_same_text_gives_the_same_dossier_and_a_line_before_it_keeps_the_ids(text: str) -> None:
    body = "题目\n开头一段说明情况。\n" + "，" * 40 + text
    one, again, shifted = made(body), made(body), made("\n\n\n" + body)
    assert one == again
    assert [f.id for f in one.figures] == [f.id for f in shifted.figures]
    assert one.id == shifted.id


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_our_own_articles(path: Path) -> None:
    dossier = draft(read(path.name, path.read_bytes()), ())
    check(dossier)
    assert dossier.reasons
    assert len(dossier.leftovers) <= 5
    doubtful = {d.item for d in dossier.doubts}
    placed = [i for i in dossier.items if not i.startswith("cel-")]
    assert len(doubtful) <= 0.35 * len(placed), "most of what was read is not in doubt"


@pytest.mark.shared
@pytest.mark.parametrize(("name", "reasons"), [("weilidai", 8), ("lilidai", 7)])
def test_the_annotated_articles(name: str, reasons: int) -> None:
    path = SHARED / f"{name}.txt"
    dossier = draft(read(path.name, path.read_bytes()), ())
    check(dossier)
    assert len(dossier.reasons) == reasons
    assert dossier.factors[0].kind == "introduction"
    assert dossier.factors[-1].kind == "conclusion"
    assert dossier.leftovers == ()
    doubtful = {d.item for d in dossier.doubts}
    assert 0 < len(doubtful) <= 0.15 * sum(not i.startswith("cel-") for i in dossier.items)


ARTICLE = """团购券为何退潮

团购券曾是街边小店的主要客源。到2023年，情况变了。
一、平台抽成上升挤压利润
平台抽成率从2021年的8%升至2023年的15%，小店的毛利随之下降4.5个百分点。
门店 | 抽成(%) | 月单量
---|---|---
老城店 | 12-18 | 500-3万
新城店 | 15 | |
二、用户投诉增多
2022年3月起投诉量增长3倍，《团购服务管理办法》要求48小时内答复。
- 退款：超过7天
未来展望
明年或将恢复。
综上，退潮是几种力量叠加的结果。
"""


def test_sections_hold_the_whole_text() -> None:
    dossier = made(ARTICLE)
    kinds = [(f.kind, f.number, f.short.zh) for f in dossier.factors]
    assert kinds == [
        ("introduction", None, "导语"),
        ("factor", 1, "平台抽成上升挤压利润"),
        ("factor", 2, "用户投诉增多"),
        ("outlook", None, "未来展望"),
        ("conclusion", None, "结语"),
    ]
    bounds = [f.section for f in dossier.factors]
    assert bounds[0][0] == 0
    assert bounds[-1][1] == len(ARTICLE)
    assert all(a[1] == b[0] for a, b in pairwise(bounds))
    assert dossier.factors[1].summary.zh.startswith("平台抽成率从2021年的8%")
    assert [dossier.item(i).anchor.quote for i in dossier.factors[1].headline] == ["8%", "15%"]  # type: ignore[union-attr]
    assert dossier.product.zh == "团购券"
    assert dossier.title.zh == "团购券为何退潮"


def test_tables_have_typed_columns_and_end_where_a_row_ends() -> None:
    dossier = made(ARTICLE)
    table = dossier.tables[0]
    assert [(c.name.zh, c.kind, c.unit) for c in table.columns] == [
        ("门店", "label", ""),
        ("抽成", "quantity", "%"),
        ("月单量", "quantity", ""),
    ]
    assert [[c.text for c in row] for row in table.rows] == [
        ["老城店", "12-18", "500-3万"],
        ["新城店", "15", None],
    ]
    found = figure(dossier, "12-18")
    assert (found.low, found.high, found.unit, found.row, found.col) == (Decimal(12), Decimal(18), "%", 1, 1)
    assert dossier.figures_in_cell(table.id, 1, 1) == (found,)
    assert table.title.zh == "门店：抽成、月单量"


def test_a_short_row_ends_early_and_is_in_doubt() -> None:
    dossier = made("题目\n说明一下。\n甲 | 乙 | 丙\n---|---|---\n子 | 1元 | 2元\n丑 | 3元\n")
    table = dossier.tables[0]
    assert [len(row) for row in table.rows] == [3, 2]
    assert [d.code for d in dossier.doubts_of(table.id)] == ["ragged"]


def test_figures_keep_digits_links_and_places() -> None:
    dossier = made(ARTICLE)
    before, after = figure(dossier, "8%"), figure(dossier, "15%")
    assert after.change_from == before.id
    assert (before.period, after.period) == (period_of("2021"), period_of("2023"))
    assert figure(dossier, "4.5个百分点").low == Decimal("4.5")
    assert made("题目\n费率为0.1%，另有0.30%。\n").figures[0].low == Decimal("0.1"), "no float's error"
    assert dossier.factor_of(after.id) == dossier.factors[1]


def test_events_say_what_happened_and_when() -> None:
    told = {(e.kind, e.period.text, e.title.zh) for e in made(ARTICLE).events}
    assert ("change", "2021→2023", "平台抽成率：8% → 15%") in told
    assert any(kind == "change" and when == "2022-03" for kind, when, _ in told)


def test_points_are_bullets_with_their_label() -> None:
    points = made(ARTICLE).points
    assert [(p.style, p.label.zh, p.text_en) for p in points] == [("bullet", "退款", "退款：超过7天")]


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("没有标题的一段话，说到增长了30%，仅此而已。\n", "", "没有标题的一段话，说到增长了30%，仅此而已。"),
        ("没有标题的一段话，说到增长了30%，仅此而已。\n", "来自文件的标题", "来自文件的标题"),
        (" \n", "", "a.txt"),
    ],
)
def test_a_text_without_headings_is_one_section(text: str, title: str, expected: str) -> None:
    dossier = made(text, title=title)
    check(dossier)
    assert [(f.kind, f.short.zh) for f in dossier.factors] == [("section", "全文")]
    assert dossier.title.zh == expected


def test_the_id_follows_name_and_title_and_survives_an_edit() -> None:
    assert made("题目\n正文一。\n").id == made("题目\n正文二。\n").id
    assert made("题目\n正文一。\n").id != made("别的题目\n正文一。\n").id
    assert made("题目\n正文一。\n").id != made("题目\n正文一。\n", name="b.txt").id


@pytest.mark.parametrize(
    ("heading", "short"),
    [
        ("成本上升", "成本上升"),
        ("监管收紧对中小平台的直接影响", "监管收紧"),
        ("仓储网络扩张过快带来的资金压力", "仓储网络扩张过快"),
        ("消费者对手机换新不再有热情的深层原因", "消费者对手机换新不再有热情的深…"),
        ("Rising costs", "Rising costs"),
        ("Why the subscription business stopped growing", "Why the subscription business…"),
    ],
)
def test_short_names(heading: str, short: str) -> None:
    assert short_name(heading) == short


def test_a_cut_falls_on_a_pause() -> None:
    assert cut("前半句，后半句很长很长很长", 9) == "前半句，后半句很…"
    assert cut("一二三四五六，七八九十", 9) == "一二三四五六…"
    assert cut("不长", 9) == "不长"


def test_english_titles_come_from_the_register(register: object) -> None:
    text = "题目\n一、监管\n2021年的《个人信息保护法》要求单独同意。\n"
    mention = draft(Reading("a.txt", "txt", "utf-8", text), register).policies[0]  # type: ignore[arg-type]
    assert mention.register_id == "pipl-2021"
    assert mention.title.en == "Personal Information Protection Law"


@pytest.fixture(scope="module")
def register() -> object:
    from desktop.store.paths import bundled_data
    from desktop.store.record import load_record

    return load_record(bundled_data())[0].register
