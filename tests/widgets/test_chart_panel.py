from __future__ import annotations

from pathlib import Path

import pytest
from chart_tables import case
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from desktop.core.chart.choose import choose
from desktop.core.chart.spec import ChartSpec
from desktop.services.context import Context
from desktop.widgets.chart_export import picture, save
from desktop.widgets.chart_panel import ChartPanel


def table() -> tuple[ChartSpec, ...]:
    return choose(*case("年度|占比|人数", "2020|22%|850人", "2023|9%|420人", kinds="dqq"))


@pytest.fixture
def panel(ctx: Context, qtbot: QtBot) -> ChartPanel:
    made = ChartPanel(ctx)
    qtbot.addWidget(made)
    made.resize(760, 500)
    return made


def show(panel: ChartPanel, specs: tuple[ChartSpec, ...], qtbot: QtBot) -> None:
    panel.show_specs(specs)
    with qtbot.waitSignal(panel.drawn):
        panel.show()


def test_nothing_is_drawn_before_the_panel_is_shown(panel: ChartPanel, qtbot: QtBot) -> None:
    panel.show_specs(table())
    assert panel.view is None
    with qtbot.waitSignal(panel.drawn):
        panel.show()
    assert panel.view is not None


def test_the_card_says_what_the_chart_says(panel: ChartPanel, qtbot: QtBot) -> None:
    specs = table()
    show(panel, specs, qtbot)
    assert panel.accessibleName() == specs[0].title.zh
    assert panel.accessibleDescription() == specs[0].sentence.zh
    panel.ctx.preferences.set_language("en")
    assert panel.accessibleDescription() == specs[0].sentence.en
    assert panel.controls.kind.text() == "Slope chart ▾"


def test_a_table_without_numbers_says_why_and_offers_nothing(panel: ChartPanel, qtbot: QtBot) -> None:
    specs = choose(*case("名称|要求", "甲|大", kinds="lt"))
    panel.show_specs(specs)
    with qtbot.waitExposed(panel):
        panel.show()
    assert panel.view is None
    assert panel.accessibleDescription() == specs[0].why_not.zh
    controls = panel.controls
    assert not any(
        b.isVisible() for b in (controls.kind, controls.index, controls.twin, controls.reset, controls.export)
    )


def test_the_kind_can_be_changed(panel: ChartPanel, qtbot: QtBot) -> None:
    show(panel, table(), qtbot)
    names = [a.text() for a in panel.controls.kind.menu().actions()]
    assert names == ["斜率图", "哑铃图", "条形图"]
    panel.controls.kind.menu().actions()[2].trigger()
    assert panel.spec is not None
    assert panel.spec.kind == "bars"
    assert panel.view is not None
    assert panel.view.spec is panel.spec
    assert not panel.controls.index.isVisible()


def test_the_index_is_a_toggle(panel: ChartPanel, qtbot: QtBot) -> None:
    show(panel, table(), qtbot)
    qtbot.mouseClick(panel.controls.index, Qt.MouseButton.LeftButton)
    assert panel.spec is not None
    assert panel.spec.indexed
    assert panel.controls.index.isChecked()
    qtbot.mouseClick(panel.controls.index, Qt.MouseButton.LeftButton)
    assert not panel.spec.indexed


def test_marks_and_twin_tell_the_same_item(panel: ChartPanel, qtbot: QtBot) -> None:
    show(panel, table(), qtbot)
    assert panel.view is not None
    with qtbot.waitSignal(panel.item_clicked) as told:
        panel.view.views[0].chosen.emit("g1.1")
    assert told.args == ["g1.1"]
    panel.controls.twin.click()
    assert panel.twin.isVisible()
    assert not panel.view.isVisible()
    assert panel.twin.rowCount() == 4
    panel.twin.setCurrentCell(1, 0)
    with qtbot.waitSignal(panel.item_clicked) as told:
        qtbot.keyClick(panel.twin, Qt.Key.Key_Return)
    assert told.args == ["g2.1"]
    panel.highlight("g1.2")
    assert [i.row() for i in panel.twin.selectionModel().selectedRows()] == [2]


def test_the_twin_is_copied_with_its_header(panel: ChartPanel, qtbot: QtBot) -> None:
    show(panel, table(), qtbot)
    panel.controls.twin.click()
    panel.twin.selectRow(0)
    qtbot.keyClick(panel.twin, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    header, row = QGuiApplication.clipboard().text().splitlines()
    assert "数值" in header.split("\t")
    assert "22%" in row.split("\t")


def test_the_ring_survives_another_kind_and_another_theme(panel: ChartPanel, qtbot: QtBot) -> None:
    show(panel, table(), qtbot)
    panel.highlight("g2.2")
    panel.controls.kind.menu().actions()[2].trigger()
    panel.ctx.preferences.set_theme("dark")
    assert panel.view is not None
    assert [v.ring.rect is not None for v in panel.view.views] == [False, True]


def test_exported_files_hold_the_chart(
    panel: ChartPanel, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(panel, table(), qtbot)
    for suffix, action in zip(("png", "svg"), panel.controls.export.menu().actions(), strict=True):
        path = tmp_path / f"图.{suffix}"
        monkeypatch.setattr(type(panel.ctx.ui), "ask_save", lambda *_, path=path: path)
        action.trigger()
        assert path.stat().st_size > 1000
    image = QImage(str(tmp_path / "图.png"))
    assert image.width() == 1920
    assert image.pixelColor(4, image.height() - 4).name().upper() == panel.theme["surface"].upper()
    assert "投入" not in (tmp_path / "图.svg").read_text(encoding="utf-8")
    assert "虚构的表" in (tmp_path / "图.svg").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_a_sentence(panel: ChartPanel, tmp_path: Path) -> None:
    svg = picture(table()[0], "zh", panel.theme)
    for suffix in ("png", "svg"):
        problem = save(tmp_path / "missing" / f"x.{suffix}", svg)
        assert problem is not None
        assert "missing" in problem.zh
