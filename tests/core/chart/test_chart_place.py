from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from itertools import pairwise

import pytest
from chart_tables import case

from desktop.core.chart.arrange import columns_for, plots_of, row_heights
from desktop.core.chart.choose import choose
from desktop.core.chart.frame import View
from desktop.core.chart.ink import Face, Picture, Rect, Words, estimate
from desktop.core.chart.kind import load_charts
from desktop.core.chart.place import full_view, height_of, place
from desktop.core.chart.plot import Bar, Dot, Line
from desktop.core.chart.spec import ChartSpec
from desktop.core.registry import Registry

FACE = Face(13.0, "zh", estimate(13.0))


def chart(kind: str, header: str, *rows: str, **more: object) -> ChartSpec:
    return next(s for s in choose(*case(header, *rows, **more)) if s.kind == kind)  # type: ignore[arg-type]


def picture(spec: ChartSpec, width: float = 600) -> Picture:
    plot = plots_of(spec)[0]
    return place(plot, width, height_of(plot, FACE), FACE)


def words(made: Picture) -> list[Words]:
    return [i for i in made.inks if isinstance(i, Words)]


TABLES = {
    "ranges": ("产品|利率", "甲|5..9%", "乙|7%", "丙|<=30%"),
    "slope": ("项目|改造前|改造后", "甲|4人|6人", "乙|9人|7人"),
    "dumbbell": ("项目|改造前|改造后", "甲|4人|6人", "乙|9人|7人"),
    "bars": ("项目|甲|乙", "子|4人|6人", "丑|9人|-7人"),
    "lines": ("年度|占比|费率", "2018|3%|1%", "2019|4%|1%", "2023|5%|1.2%"),
}


def test_every_kind_of_chart_is_registered() -> None:
    charts: Registry[object] = load_charts()  # type: ignore[assignment]
    assert set(charts) == {*TABLES, "strength", "timeline", "reference"}


def test_the_registry_is_whole_whichever_kind_is_asked_for_first() -> None:
    code = (
        "from desktop.core.chart.kinds import strength, timeline\n"
        "from desktop.core.chart.kind import load_charts\n"
        "print(*sorted(load_charts()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == sorted(load_charts())


@pytest.mark.parametrize("kind", TABLES)
def test_every_mark_can_be_pointed_at_within_the_picture(kind: str) -> None:
    header, *rows = TABLES[kind]
    spec = chart(kind, header, *rows, kinds="dqq" if kind == "lines" else "")
    made = picture(spec)
    assert {s.mark.item_id for s in made.spots} == {m.item_id for m in spec.panels[0].marks()}
    for spot in made.spots:
        middle = (spot.rect.x + spot.rect.width / 2, spot.rect.y + spot.rect.height / 2)
        assert made.area.has(*middle, 1)
        assert made.spot_of(spot.mark.item_id) is not None
        assert made.spot_at(*middle, 4) is not None
    whole = Rect(0, 0, 600, 2000)
    assert all(whole.has(w.x, w.y, 1) for w in words(made))


def test_labels_at_line_ends_do_not_overlap() -> None:
    rows = [f"{y}|" + "|".join(f"{10 + n / 100}人" for n in range(6)) for y in (2018, 2019, 2020)]
    spec = chart("lines", "年度|" + "|".join(f"线{n}" for n in range(6)), *rows, kinds="d" + "q" * 6)
    made = picture(spec)
    ends = sorted(w.y for w in words(made) if w.text.startswith("线"))
    assert len(ends) == 6
    assert all(b - a > 13 for a, b in pairwise(ends))


def test_too_many_labels_are_thinned_not_piled_up() -> None:
    rows = [f"{y}|" + "|".join(f"{n}人" for n in range(60)) for y in (2018, 2019, 2020)]
    spec = chart("lines", "年度|" + "|".join(f"线{n}" for n in range(60)), *rows, kinds="d" + "q" * 60)
    made = picture(spec)
    ends = sorted(w.y for w in words(made) if w.text.startswith("线"))
    assert 2 < len(ends) < 60
    assert all(b - a > 11 for a, b in pairwise(ends))


def test_bars_begin_at_zero_and_ranges_need_not() -> None:
    bars = [s for s in plots_of(chart("bars", *TABLES["bars"]))[0].shapes if isinstance(s, Bar)]
    assert all(0 in (b.x0, b.x1) for b in bars)
    floating = [s for s in plots_of(chart("ranges", *TABLES["ranges"]))[0].shapes if isinstance(s, Bar)]
    assert (floating[0].x0, floating[0].x1) == (5, 9)
    assert floating[1].open_low
    assert not floating[1].open_high


def test_a_limit_is_hollow_and_points_where_it_is_open() -> None:
    spec = chart("slope", "项目|初期|当前", "负债比|<=50%|<=30%")
    dots = [s for s in plots_of(spec)[0].shapes if isinstance(s, Dot)]
    assert [d.opens for d in dots] == ["low", "low"]
    symbols = [i for i in picture(spec).inks if type(i).__name__ == "Symbol"]
    assert all(not s.filled for s in symbols)  # type: ignore[union-attr]


def test_a_zoomed_view_keeps_only_what_it_shows() -> None:
    spec = chart("lines", *TABLES["lines"], kinds="dqq")
    plot = plots_of(spec)[0]
    full = full_view(plot)
    part = place(plot, 600, 280, FACE, View(2017.9, 2019.5, full.y0, full.y1))
    assert {s.mark.x for s in part.spots} == {2018, 2019}
    assert not any(w.text.startswith("占比") for w in words(part))


def test_a_hidden_series_leaves_nothing_behind() -> None:
    spec = chart("lines", *TABLES["lines"], kinds="dqq")
    plot = plots_of(spec)[0]
    part = place(plot, 600, 280, FACE, hidden=frozenset({1}))
    assert {s.mark.item_id for s in part.spots} == {m.item_id for m in spec.panels[0].series[0].marks}
    assert not any(w.text.startswith("费率") for w in words(part))
    assert len([s for s in plot.shapes if isinstance(s, Line)]) == 2


def test_panels_stand_beside_each_other_where_they_fit() -> None:
    spec = chart("bars", "项目|甲|乙|丙", "子|4人|6%|2元", "丑|9人|7%|3元")
    plots = plots_of(spec)
    assert columns_for(plots, 300, FACE) == 1
    assert columns_for(plots, 1400, FACE) == 3
    assert len(row_heights(plots, 2, FACE)) == 2


def test_long_names_leave_most_of_the_width_to_the_bars() -> None:
    long = "非常" * 30
    made = picture(chart("bars", "项目|值", f"{long}一|4人", f"{long}二|6人"), 400)
    assert made.area.width > 400 * 0.3
    assert any(w.text.endswith("…") for w in words(made))


def test_the_texts_follow_the_language() -> None:
    spec = chart("bars", *TABLES["bars"])
    plot = plots_of(spec)[0]
    english = place(plot, 600, 280, replace(FACE, language="en"))
    assert any("people" in w.text for w in words(english))
    assert not any("人" in w.text for w in words(english) if "en" not in w.text)
