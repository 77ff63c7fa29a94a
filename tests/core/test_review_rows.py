"""What a review lists and marks, and what it says of each item."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from invented import TEXT, anchor, dossier, entry
from review_cases import WHY, imported

from desktop.core.facts import facts_of
from desktop.core.record import Record
from desktop.core.review import Doubt, Review
from desktop.core.review_marks import LEFTOVER, chip_of, grid_of, review_marks
from desktop.core.review_rows import brief, doubt_of, reading_of, review_rows, statuses, totals
from desktop.core.review_told import review_counts, review_told
from desktop.core.text import Text

RECORD = Record((entry(),), ())


def test_every_item_but_cells_has_a_row_in_the_order_of_the_text() -> None:
    case = imported()
    rows = review_rows(case)
    assert {r.item for r in rows} == {i for i in case.items if not i.startswith("c")}
    assert [r.start for r in rows] == sorted(r.start for r in rows)
    assert {r.item: r.kind for r in rows}["d1"] == "date"


def test_statuses_are_those_of_the_dossier() -> None:
    case = replace(imported(), reviews=(Review("g1", "accepted"), Review("g2", "corrected")))
    for made in (case, dossier()):
        status = statuses(made)
        assert all(status(item) == made.status_of(item) for item in made.items)


def test_a_figure_is_told_with_whose_what_when_and_how() -> None:
    case = imported()
    reading = reading_of(case, case.items["g3"], RECORD)
    assert reading.quote == "19%"
    assert reading.means.zh == "测贷 · 占比 · 2023 年"  # the value is what the quote says
    assert "下降" in reading.more.zh
    other = replace(case.items["g1"], low=Decimal("0.3"))  # type: ignore[type-var]
    assert reading_of(case, other, RECORD).means.zh.startswith("≥ 0.3%")


def test_a_regulation_is_told_with_its_entry_or_that_there_is_none() -> None:
    case = imported()
    mention = case.items["p1"]
    assert "未收录" in reading_of(case, mention, RECORD).means.zh
    matched = replace(mention, register_id="r1", match="near")  # type: ignore[call-arg]
    reading = reading_of(case, matched, RECORD)
    assert "测试管理办法" in reading.means.zh
    assert "标题相近" in reading.more.zh


def test_every_kind_of_item_can_be_told() -> None:
    case = replace(imported(), events=dossier().events)
    for item in case.items.values():
        if not item.id.startswith("c"):
            reading = reading_of(case, item, RECORD)
            assert reading.quote
            assert reading.means.zh
            assert reading.means.en


def test_the_gravest_doubt_comes_first() -> None:
    light = Doubt("g1", "unit", 0.1, Text("轻。", "Light."))
    case = replace(imported(), doubts=(light, Doubt("g1", "rule", 0.9, WHY)))
    assert doubt_of(case, "g1") == Text(f"{WHY.zh}轻。", f"{WHY.en} Light.")
    assert doubt_of(case, "g2").zh == ""


def test_totals_count_what_was_found() -> None:
    case = imported()
    assert totals(case, review_rows(case)) == Text(
        "7 个数字、1 个日期、1 项政策、1 张表、1 条要点、2 个因素",
        "7 figures, 1 date, 1 policy, 1 table, 1 point, 2 reasons",
    )


def test_a_long_quote_is_cut_and_stands_on_one_line() -> None:
    assert brief("甲\n乙  丙") == "甲 乙 丙"
    assert len(brief("长" * 500)) == 80


def test_marks_quote_the_text() -> None:
    case = imported()
    marks = review_marks(case, case.sources[0])
    for mark in marks.all:
        if mark.item:
            assert TEXT[mark.start : mark.end] == case.items[mark.item].anchor.quote
    assert [m.item for m in marks.all if m.status == "open"] == ["p1", "g1"]
    assert sum(m.kind == LEFTOVER for m in marks.all) == 1


def test_a_lost_quote_is_not_marked() -> None:
    case = imported()
    lost = replace(case.figures[1], anchor=replace(case.figures[1].anchor, start=0, end=4))
    made = replace(case, figures=(lost,))
    assert "g1" not in {m.item for m in review_marks(made, made.sources[0]).all}


def test_marks_are_found_by_place() -> None:
    case = imported()
    marks = review_marks(case, case.sources[0])
    inside = TEXT.index("22%")
    found = marks.at(inside)
    assert found is not None
    assert found.item == "h11"  # not the table around it
    assert {m.item for m in marks.within(inside, inside + 1)} == {"t1", "h11"}
    assert marks.at(TEXT.index("开头")) is None
    everything = marks.within(0, len(TEXT))
    assert everything == marks.all


def test_a_table_is_a_grid_when_its_cells_follow_each_other() -> None:
    table = imported().tables[0]
    grid = grid_of(table, TEXT)
    assert grid is not None
    assert [[TEXT[a:b] for a, b in row] for row in grid] == [
        ["年份", "占比", "人数"], ["2020", "22%", "850"], ["2023", "9%", "420"]
    ]  # fmt: skip
    twice = replace(table, rows=(table.rows[0], table.rows[0]))
    assert grid_of(twice, TEXT) is None
    moved = replace(table.header[0], anchor=replace(anchor("年份"), start=0))
    assert grid_of(replace(table, header=(moved, *table.header[1:])), TEXT) is None


def test_a_chip_names_number_and_theme() -> None:
    case = imported()
    assert chip_of(case.factors[1]).zh == "因素 1 · 主题：监管"
    assert chip_of(case.factors[3]).zh == "展望"


def test_the_inspector_says_how_far_an_item_is_checked() -> None:
    case = imported()
    done = (Review("g1", "accepted"), Review("g2", "corrected", reason="看错了"), Review("g3", "automatic"))
    made = replace(case, reviews=done)
    assert review_told(made, "p1").zh.startswith("存疑：")
    assert review_told(made, "g1").zh == "已接受"
    assert review_told(made, "g2").zh == "已更正：看错了"
    assert review_told(made, "g3") != review_told(made, "h11")
    assert "尚未核对" in review_told(made, "h11").zh
    assert review_told(dossier(), "g1").zh == ""
    facts = facts_of(made, "g2")
    assert facts is not None
    assert dict(facts.rows)[Text("原文", "Text")].zh == "“38%”"


def test_an_import_says_how_far_its_review_is() -> None:
    assert review_counts(imported()).zh == "存疑 2，自动 13"
    assert review_counts(dossier()).zh == ""
