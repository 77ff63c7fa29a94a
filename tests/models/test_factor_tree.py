"""The factor tree as a model: contents, lazy children, filter, and the line of every item."""

from __future__ import annotations

import pytest
from invented import dossier, large
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.core.text import Text
from desktop.models.factor_tree import FactorTreeModel
from desktop.models.roles import Role

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def model(qapp: object) -> FactorTreeModel:
    made = FactorTreeModel()
    QAbstractItemModelTester(made, FATAL, made)
    made.show(dossier(), "zh")
    return made


def names(model: FactorTreeModel, parent: QModelIndex) -> list[str]:
    return [model.index(r, 0, parent).data() for r in range(model.rowCount(parent))]


def values(index: QModelIndex) -> tuple[str, ...]:
    return index.data(Role.LINE).values


def test_title_then_factors_in_the_order_of_the_text(model: FactorTreeModel) -> None:
    root = model.index(0, 0)
    assert model.rowCount() == 1
    assert root.data() == "测贷为何停办"
    assert values(root) == ("2 个因素",)
    assert names(model, root) == ["导语", "1 规则收紧", "2 投入减少", "展望"]


def test_a_factor_line_has_colour_counts_and_one_pill_a_tone(model: FactorTreeModel) -> None:
    line = model.index_of("f1").data(Role.LINE)
    assert line.series == 0
    assert line.values == ("1 政策", "1 数")
    assert [(p.tone, p.mark, p.count) for p in line.pills] == [("red", "×", 1), ("amber", "≠", 1)]
    assert model.index_of("f9").data(Role.LINE).series == -1


def test_below_a_factor_a_change_is_one_line_and_dates_are_left_to_events(model: FactorTreeModel) -> None:
    assert names(model, model.index_of("f1")) == ["出资比例", "《测试办法》", "办法发布", "渠道"]
    second = model.index_of("f2")
    assert names(model, second) == ["投入与人数", "占比"]
    assert values(model.index(1, 0, second)) == ("38% → 19%",)
    assert values(model.index(0, 0, second)) == ("2×3",)
    assert [values(model.index(r, 0, model.index_of("t1")))[0] for r in range(2)] == [
        "22% → 9%",
        "850 人 → 420 人",
    ]


def test_children_are_made_only_when_asked_for(model: FactorTreeModel) -> None:
    fresh = FactorTreeModel()
    fresh.show(large(), "zh")
    root = fresh.index(0, 0)
    factors = [fresh.index(r, 0, root) for r in range(fresh.rowCount(root))]
    assert [fresh.hasChildren(i) for i in factors] == [False, True, False, False]
    assert fresh._store is not None
    assert len(fresh._store.nodes) == 5
    assert fresh.rowCount(factors[1]) == 2000


@pytest.mark.parametrize(
    ("item", "line"),
    [
        ("g2", "占比"),
        ("g3", "占比"),
        ("h21", "占比"),
        ("c21", "占比"),
        ("c20", "投入与人数"),
        ("d1", "办法发布"),
        ("f2", "2 投入减少"),
        ("", "测贷为何停办"),
        ("gone", "测贷为何停办"),
    ],
)
def test_every_item_has_a_line_or_one_that_stands_for_it(
    model: FactorTreeModel, item: str, line: str
) -> None:
    assert model.index_of(item).data() == line


def test_a_table_figure_lies_below_its_table(model: FactorTreeModel) -> None:
    assert model.index_of("h21").parent() == model.index_of("t1")
    assert model.index_of("g3").parent() == model.index_of("f2")


def test_filter_finds_either_language_and_keeps_what_stands_above(model: FactorTreeModel) -> None:
    assert model.narrow("CHANNEL") == 1
    root = model.index(0, 0)
    assert names(model, root) == ["1 规则收紧"]
    assert names(model, model.index(0, 0, root)) == ["渠道"]
    assert model.item_at(model.first_match()) == "n1"
    assert model.index_of("g1").data() == "1 规则收紧", "a hidden line is stood for by the one above it"


def test_filter_reaches_figures_inside_tables_and_ignores_width(model: FactorTreeModel) -> None:
    assert model.narrow(" ８５０ ") == 1
    assert model.first_match().parent() == model.index_of("t1")
    assert model.first_match().data(Role.LINE).needle == "850"


def test_filter_without_a_match_shows_the_title_alone_and_clears(model: FactorTreeModel) -> None:
    assert model.narrow("没有这个词") == 0
    assert model.rowCount(model.index(0, 0)) == 0
    assert not model.hasChildren(model.index(0, 0))
    assert not model.first_match().isValid()
    assert model.narrow("") == 0
    assert model.rowCount(model.index(0, 0)) == 4
    assert names(model, model.index_of("f2")) == ["投入与人数", "占比"]


def test_language_changes_names_and_values_in_place(model: FactorTreeModel) -> None:
    index = model.index_of("f1")
    model.set_language("en")
    assert index.data() == "1 Tighter rules"
    assert values(index) == ("1 policy", "1 figure")


def test_spoken_text_and_tip_say_kind_value_and_verdict(model: FactorTreeModel) -> None:
    assert model.index_of("g1").data(Qt.ItemDataRole.AccessibleTextRole) == "数字，出资比例，≥ 30%，× 不符"
    assert (
        model.index_of("g1").data(Qt.ItemDataRole.ToolTipRole) == "出资比例\n测贷 · 出资比例\n≥ 30%\n× 不符"
    )


def test_sections_below_a_section_stand_below_it(model: FactorTreeModel) -> None:
    from dataclasses import replace

    case = dossier()
    nested = replace(case.factors[2], parent="f1")
    model.show(dossier(factors=(*case.factors[:2], nested, case.factors[3])), "zh")
    assert names(model, model.index(0, 0)) == ["导语", "1 规则收紧", "展望"]
    assert model.index_of("h21").parent().parent().parent() == model.index_of("f1")


def test_nothing_open_is_an_empty_tree(model: FactorTreeModel) -> None:
    model.show(None, "en")
    assert model.rowCount() == 0
    assert model.narrow("x") == 0
    assert not model.index_of("g1").isValid()
    model.show(dossier(title=Text("新", "New")), "en")
    assert model.index(0, 0).data() == "New"
