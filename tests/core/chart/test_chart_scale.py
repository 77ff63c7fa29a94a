from __future__ import annotations

from itertools import pairwise

import pytest

from desktop.core.chart.ink import Rect, elide, estimate, hatching, spread
from desktop.core.chart.scale import (
    log_ticks,
    nice_ticks,
    tick_texts,
    time_ticks,
    value_axis,
)


def test_ticks_are_round_and_inside() -> None:
    assert nice_ticks(0, 100, 5) == (0, 20, 40, 60, 80, 100)
    assert nice_ticks(7.3, 9.1, 4) == (7.5, 8.0, 8.5, 9.0)
    assert nice_ticks(0, 6, 4, whole=True) == (0, 2, 4, 6)


@pytest.mark.parametrize("top", [1e-6, 1e-3, 1.0, 37.0, 12345.0, 1e12])
def test_every_size_of_number_gets_different_labels(top: float) -> None:
    axis = value_axis([0.0, top], "number", zero=True)
    texts = [t.text.en for t in axis.ticks(axis.low, axis.high, 5)]
    assert len(texts) > 2
    assert len(set(texts)) == len(texts)


def test_labels_of_one_axis_share_a_scale() -> None:
    assert [t.zh for t in tick_texts((0.0, 50_000.0, 100_000.0))] == ["0", "5 万", "10 万"]
    assert [t.en for t in tick_texts((0.0, 2.5e9, 5e9))] == ["0", "2.5bn", "5.0bn"]
    assert [t.en for t in tick_texts((-20.0, 0.0, 20.0))] == ["−20", "0", "20"]


def test_log_ticks_stand_at_powers() -> None:
    assert [t.text.en for t in log_ticks(2.0, 5.0, 5)] == ["100", "1,000", "10,000", "100,000"]


def test_years_become_quarters_and_months_when_zoomed() -> None:
    assert [t.text.zh for t in time_ticks(2016.2, 2023.9, 8)] == [str(y) for y in range(2017, 2024)]
    assert [t.text.zh for t in time_ticks(2020.0, 2021.0, 6)][:2] == ["2020 Q1", "2020 Q2"]
    assert [t.text.en for t in time_ticks(2020.0, 2020.3, 6)] == [
        "Jan 2020",
        "Feb 2020",
        "Mar 2020",
        "Apr 2020",
    ]
    assert time_ticks(9999.0, 10000.0, 6)  # the end of the calendar is no error


def test_axes_hold_their_values() -> None:
    for values in ([5.0], [0.0], [-3.0], [-3.0, 8.0], [1e-6, 2e-6], [1e12], [40.0, 41.0]):
        axis = value_axis(values, "number", zero=False)
        assert axis.low <= min(values)
        assert axis.high >= max(values)
        assert axis.low < axis.high
    assert value_axis([40.0, 41.0], "number", zero=False).low > 0
    assert value_axis([40.0, 41.0], "number", zero=True).low == 0


def test_spread_labels_keep_distance_order_and_bounds() -> None:
    wanted = [50.0, 51.0, 52.0, 200.0, 0.0]
    placed = spread(wanted, 14, 0, 210)
    assert placed[0] < placed[1] < placed[2]
    ordered = sorted(placed)
    assert all(b - a >= 14 - 1e-6 for a, b in pairwise(ordered))
    assert placed[3] == 200.0
    assert min(placed) >= 0
    assert abs(sum(placed[:3]) - sum(wanted[:3])) < 1e-6


def test_labels_without_room_shrink_their_gaps() -> None:
    placed = spread([5.0] * 11, 14, 0, 100)
    assert sorted(placed) == [pytest.approx(10.0 * k) for k in range(11)]


def test_elided_text_fits() -> None:
    width = estimate(12)
    assert elide("很短", 100, width) == "很短"
    short = elide("一个非常长的标签不会放得下", 80, width)
    assert short.endswith("…")
    assert width(short) <= 80
    assert elide("长", 2, width) == ""


def test_hatching_stays_inside() -> None:
    rect = Rect(10, 20, 30, 8)
    lines = hatching(rect, 4)
    assert len(lines) > 5
    assert all(rect.has(x, y, 1e-6) for line in lines for x, y in line)
