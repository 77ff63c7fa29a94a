from __future__ import annotations

import pytest
from chart_tables import case
from invented import dossier, entry
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from pytestqt.qtbot import QtBot

from desktop.charts.plot_view import PlotView
from desktop.charts.view import ChartView
from desktop.core.chart.choose import choose, strength, timeline
from desktop.core.chart.kind import load_charts
from desktop.core.chart.spec import ChartSpec
from desktop.core.record import Record
from desktop.services.theme import contrast, load_theme

LINES = ("年度|占比|费率", "2018|3%|1%", "2019|4%|1%", "2023|5%|1.2%")


def shown(qtbot: QtBot, spec: ChartSpec, theme: str = "light") -> ChartView:
    view = ChartView(spec, load_theme(theme), "zh")
    qtbot.addWidget(view)
    view.resize(700, 400)
    with qtbot.waitExposed(view):
        view.show()
    return view


def lines() -> ChartSpec:
    return choose(*case(*LINES, kinds="dqq"))[0]


def every_kind() -> list[ChartSpec]:
    made = dossier()
    found = [
        *choose(*case("年度|占比|人数", "2020|22%|850人", "2023|9%|420人", kinds="dqq")),
        *choose(*case("产品|利率", "甲|5..9%", "乙|<=30%")),
        lines(),
        strength(made),
        timeline(made, Record((entry(),), ())),
    ]
    assert {s.kind for s in found} == set(load_charts()) - {"reference"}  # drawn as lines
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("spec", every_kind(), ids=lambda s: f"{s.kind}{'-index' * s.indexed}")
def test_every_kind_is_painted(qtbot: QtBot, spec: ChartSpec, theme: str) -> None:
    view = shown(qtbot, spec, theme)
    assert len(view.views) == len(spec.panels)
    for plot in view.views:
        image = plot.grab().toImage()
        colours = {
            image.pixelColor(x, y).rgb()
            for x in range(0, image.width(), 2)
            for y in range(0, image.height(), 2)
        }
        assert len(colours) > 5
        assert image.pixelColor(1, image.height() - 1) == QColor(load_theme(theme)["surface"])
        assert plot.picture.spots


def at(plot: PlotView, number: int) -> QPoint:
    rect = plot.picture.spots[number].rect
    return QPoint(round(rect.x + rect.width / 2), round(rect.y + rect.height / 2))


def test_a_click_tells_the_item(qtbot: QtBot) -> None:
    view = shown(qtbot, lines())
    plot = view.views[0]
    with qtbot.waitSignal(view.clicked) as told:
        qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=at(plot, 1))
    assert told.args == ["g2.1"]


def test_pointing_at_a_mark_shows_its_tooltip(qtbot: QtBot) -> None:
    view = shown(qtbot, lines())
    plot = view.views[0]
    plot.scene().sigMouseMoved.emit(QPointF(at(plot, 1)))
    assert view.tip.isVisible()
    assert view.tip.lines[:2] == ["占比 · 2019 年", "4%"]
    assert view.rect().contains(view.tip.geometry())
    plot.scene().sigMouseMoved.emit(QPointF(1, 1))
    assert not view.tip.isVisible()


def test_the_ring_moves_without_another_layout(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    view = shown(qtbot, lines())
    plot = view.views[0]
    before = plot.picture
    assert view.highlight("g2.1")
    first = plot.ring.rect
    assert view.highlight("c3.1")  # the cell of the figure
    assert plot.ring.rect is not None
    assert plot.ring.rect != first
    assert plot.picture is before
    assert not view.highlight("unknown")
    assert plot.ring.rect is None


def test_the_keyboard_reaches_marks_zoom_and_reset(qtbot: QtBot) -> None:
    view = shown(qtbot, lines())
    plot = view.views[0]
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert view.tip.isVisible()
    with qtbot.waitSignal(view.clicked) as told:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert told.args == ["g2.1"]
    full = plot.box.viewRange()
    qtbot.keyClick(plot, Qt.Key.Key_Plus)
    (x0, x1), _ = plot.box.viewRange()
    assert x1 - x0 < full[0][1] - full[0][0]
    qtbot.keyClick(plot, Qt.Key.Key_Minus)
    qtbot.keyClick(plot, Qt.Key.Key_Minus)
    assert plot.box.viewRange()[0] == pytest.approx(full[0])  # never further out than everything
    view.zoom(3)
    view.reset_zoom()
    assert plot.box.viewRange()[0] == pytest.approx(full[0])


def test_the_ring_follows_the_zoom(qtbot: QtBot) -> None:
    view = shown(qtbot, lines())
    plot = view.views[0]
    view.highlight("g2.1")
    before = plot.ring.rect
    view.zoom(1.3)
    assert plot.ring.rect is not None
    assert plot.ring.rect != before
    middle = plot.picture.spot_of("g2.1")
    assert middle is not None
    assert plot.ring.rect.center().x() == pytest.approx(middle.rect.x + middle.rect.width / 2)


def test_the_legend_hides_a_series_everywhere(qtbot: QtBot) -> None:
    view = shown(qtbot, lines())
    assert view.legend is not None
    entry_, other = view.legend.entries
    assert entry_.accessibleName() == "占比"
    entry_.setFocus()
    qtbot.keyClick(entry_, Qt.Key.Key_Space)
    assert {s.mark.item_id for s in view.views[0].picture.spots} == {"g1.2", "g2.2", "g3.2"}
    assert [n.zh for n in view.hidden_names] == ["占比"]
    qtbot.keyClick(entry_, Qt.Key.Key_Space)
    assert len(view.views[0].picture.spots) == 6
    assert other.isChecked()


def test_panels_wrap_to_the_width(qtbot: QtBot) -> None:
    spec = choose(*case("项目|甲|乙|丙", "子|4人|6%|2元", "丑|9人|7%|3元"))[0]
    view = shown(qtbot, spec)
    view.resize(1200, 400)
    qtbot.waitUntil(lambda: len({v.y() for v in view.views}) == 1)
    view.resize(300, 900)
    qtbot.waitUntil(lambda: len({v.x() for v in view.views}) == 1)
    assert len({v.y() for v in view.views}) == 3


def test_each_panel_has_a_name_and_the_sentence(qtbot: QtBot) -> None:
    spec = lines()
    plot = shown(qtbot, spec).views[0]
    assert plot.accessibleName() == spec.panels[0].title.zh
    assert plot.accessibleDescription() == spec.sentence.zh


def wheel(modifier: Qt.KeyboardModifier) -> QWheelEvent:
    return QWheelEvent(
        QPointF(200, 100),
        QPointF(200, 100),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def test_the_page_scrolls_unless_zooming_is_meant(qtbot: QtBot) -> None:
    plot = shown(qtbot, lines()).views[0]
    full = plot.box.viewRange()[0]
    plain = wheel(Qt.KeyboardModifier.NoModifier)
    plot.wheelEvent(plain)
    assert not plain.isAccepted()
    assert plot.box.viewRange()[0] == full
    meant = wheel(Qt.KeyboardModifier.ControlModifier)
    plot.wheelEvent(meant)
    assert meant.isAccepted()
    assert plot.box.viewRange()[0] != full


def test_a_double_click_shows_everything_again(qtbot: QtBot) -> None:
    plot = shown(qtbot, lines()).views[0]
    full = plot.box.viewRange()[0]
    plot.zoom(2)
    qtbot.mouseDClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert plot.box.viewRange()[0] == pytest.approx(full)


def test_dragging_moves_a_zoomed_plot(qtbot: QtBot) -> None:
    plot = shown(qtbot, lines()).views[0]
    plot.zoom(2)
    before = plot.box.viewRange()[0]
    area = plot.picture.area
    start = QPoint(round(area.x + area.width * 0.6), round(area.y + area.height / 2))
    qtbot.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        qtbot.mouseMove(plot.viewport(), start - QPoint(12 * step, 0))
    qtbot.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=start - QPoint(60, 0))
    assert plot.box.viewRange()[0] != before


def test_a_pale_series_stands_out_from_the_ground_by_its_lines(qtbot: QtBot) -> None:
    look = load_theme("light")
    pale = next(n for n, colour in enumerate(look.palette) if contrast(colour, look["surface"]) < 3)
    names = "|".join(["年度", *(f"值{n}" for n in range(pale + 1))])
    rows = [
        f"{year}|" + "|".join(f"{n + step}%" for n in range(pale + 1))
        for step, year in enumerate((2018, 2019, 2023))
    ]
    spec = choose(*case(names, *rows, kinds="d" + "q" * (pale + 1)))[0]
    seen = set()
    for plot in shown(qtbot, spec).views:
        image = plot.grab().toImage()
        seen |= {
            image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
        }
    assert look.edge(pale) in seen
    assert look.series(pale) not in seen
