"""Tables become frames: as printed, and as values with their unit in the heading."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pandas as pd
import pytest
from invented import assessment, dossier

from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.period import Period
from desktop.core.text import Text, same
from desktop.store.frames import ColumnInfo, frame_of


def _with_column(texts: list[str | None], figures: list[list[dict[str, object]]], kind: str) -> Dossier:
    """The invented table with one column only: these cells, and in each of them these figures."""
    made = dossier()
    table, model = made.tables[0], next(f for f in made.figures if f.table)
    rows = tuple(
        (replace(table.rows[0][0], id=f"x{r}", row=r, col=0, text=t, text_en=f"{t} in English"),)
        for r, t in enumerate(texts, 1)
    )
    column = replace(table.columns[0], kind=kind, unit="")
    one = replace(table, columns=(column,), header=table.header[:1], rows=rows)
    found: list[Figure] = []
    for row, cell in enumerate(figures, 1):
        for n, more in enumerate(cell):
            figure = replace(model, id=f"y{row}{n}", row=row, col=0)
            found.append(replace(figure, **more))  # type: ignore[arg-type]
    return dossier(tables=(one,), figures=tuple(found), assessments=())


def _amount(printed: str, low: str | None, high: str | None = None, **more: object) -> dict[str, object]:
    ends = [None if v is None else Decimal(v) for v in (low, high if high is not None else low)]
    return {"as_printed": printed, "low": ends[0], "high": ends[1], "unit": "%", **more}


def _only(made: Dossier, language: str = "zh") -> tuple[ColumnInfo, list[object], list[float] | None]:
    frame = frame_of(made, made.tables[0], language, typed=True)  # type: ignore[arg-type]
    keys = frame.keys.get(0)
    return frame.columns[0], frame.data.iloc[:, 0].tolist(), None if keys is None else keys.tolist()


def test_printed_cells_stay_as_they_are() -> None:
    made = dossier()
    frame = frame_of(made, made.tables[0], "zh", typed=False)
    assert frame.data.to_numpy().tolist() == [["2020", "22%", "850"], ["2023", "9%", "420"]]
    assert [c.heading("en") for c in frame.columns] == ["年份 en", "占比 en", "人数 en"]
    assert frame_of(made, made.tables[0], "en", typed=False).data.iloc[0, 1] == "22% en"


def test_numbers_are_numbers_with_their_unit_in_the_heading() -> None:
    made = dossier()
    frame = frame_of(made, made.tables[0], "zh", typed=True)
    assert [str(d) for d in frame.data.dtypes] == ["object", "Int64", "Int64"]
    assert frame.data["col1"].tolist() == [22, 9]
    assert [c.heading("zh") for c in frame.columns] == ["年份", "占比（%）", "人数（人）"]
    assert frame.columns[2].heading("en") == "People (people)"


def test_cells_know_their_item_and_verdict() -> None:
    made = dossier(assessments=(assessment("a", "f2", "differs", "h21"),))
    frame = frame_of(made, made.tables[0], "zh", typed=True)
    assert frame.items[1, 2] == "c22"
    assert {place: v.code for place, v in frame.marks.items()} == {(1, 1): "differs"}


def test_a_verdict_on_a_whole_row_is_marked_once() -> None:
    made = dossier(assessments=(assessment("a", "f2", "differs", "c20", "c21", "c22", "c11"),))
    frame = frame_of(made, made.tables[0], "zh", typed=True)
    assert {place: v.code for place, v in frame.marks.items()} == {(0, 1): "differs", (1, 0): "differs"}


def test_missing_is_not_zero() -> None:
    zero = _amount("0%", "0")
    _, values, _ = _only(_with_column(["0%", None], [[zero], []], "quantity"))
    assert values[0] == 0
    assert values[1] is pd.NA


def test_fractions_make_floats_and_falls_are_negative() -> None:
    down = _amount("2.5%", "2.5", role="change", direction="down")
    info, values, keys = _only(_with_column(["2.5%", "4%"], [[down], [_amount("4%", "4")]], "quantity"))
    assert values == [-2.5, 4.0]
    assert (info.kind, keys) == ("quantity", None)


def test_ranges_and_limits_stay_text_and_sort_by_value() -> None:
    cells = [
        [_amount("7.2%-18%", "7.2", "18")],
        [_amount("30%", None, "30", comparator="<=", hedge="≤")],
        [_amount("9%", "9")],
    ]
    info, values, keys = _only(_with_column(["7.2%-18%", "≤30%", "9%"], cells, "quantity"))
    assert values == ["7.2–18", "≤ 30", "9"]
    assert keys == pytest.approx([12.6, 30, 9])
    assert info.heading("zh").endswith("（%）")


def test_words_that_say_more_than_the_figure_are_kept() -> None:
    cells = [[_amount("28%", "28", role="change", direction="down")], [_amount("40%", "40")]]
    info, values, keys = _only(_with_column(["触达下降28%", "40%"], cells, "quantity"))
    assert values == ["触达下降28%", "40%"]
    assert keys == [-28, 40]
    assert info.unit == same("")


def test_the_words_are_judged_in_the_language_of_the_source() -> None:
    _, values, _ = _only(_with_column(["9%"], [[_amount("9%", "9")]], "quantity"), "en")
    assert values == [9]


def test_two_units_in_a_column_are_not_mixed() -> None:
    cells = [[_amount("9%", "9")], [_amount("9人", "9", unit="person")]]
    info, values, keys = _only(_with_column(["9%", "9人"], cells, "quantity"))
    assert (info.kind, values, keys) == ("text", ["9%", "9人"], None)


def test_dates_read_as_periods_and_sort_by_their_first_day() -> None:
    from datetime import date

    periods = [Period("2021-03", date(2021, 3, 1)), Period("2020-11", date(2020, 11, 1))]
    cells = [[{"role": "date", "period": p}] for p in periods]
    info, values, keys = _only(_with_column(["2021.3", "2020.11", None], [*cells, []], "label"))
    assert values == ["2021 年 3 月", "2020 年 11 月", None]
    assert keys is not None
    assert keys[1] < keys[0]
    assert info.kind == "date"


def test_bare_years_stay_bare() -> None:
    cells: list[list[dict[str, object]]] = [[{"role": "date", "period": Period("2020")}]]
    _, values, _ = _only(_with_column(["2020年"], cells, "date"))
    assert values == ["2020"]


def test_a_ragged_row_is_missing_cells() -> None:
    made = dossier()
    table = made.tables[0]
    ragged = replace(table, rows=(table.rows[0][:2], table.rows[1]))
    frame = frame_of(replace(made, tables=(ragged,)), ragged, "zh", typed=False)
    assert pd.isna(frame.data.iloc[0, 2])
    assert (0, 2) not in frame.items


def test_a_table_without_rows() -> None:
    made = dossier()
    empty = replace(made.tables[0], rows=())
    for typed in (True, False):
        frame = frame_of(made, empty, "zh", typed=typed)
        assert frame.data.shape == (0, 3)
        assert len(frame.columns) == 3


def test_headings() -> None:
    info = ColumnInfo(Text("占比", "Share"), same("%"), "quantity")
    assert (info.heading("zh"), info.heading("en")) == ("占比（%）", "Share (%)")
