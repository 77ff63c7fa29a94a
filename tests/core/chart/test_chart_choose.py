from __future__ import annotations

import pytest
from chart_tables import case

from desktop.core.chart.choose import choose
from desktop.core.chart.spec import ChartSpec
from desktop.core.chart.twin import twin


def kinds(header: str, *rows: str, **more: object) -> list[tuple[str, bool]]:
    return [(s.kind, s.indexed) for s in choose(*case(header, *rows, **more))]  # type: ignore[arg-type]


def first(header: str, *rows: str, **more: object) -> ChartSpec:
    return choose(*case(header, *rows, **more))[0]  # type: ignore[arg-type]


def test_ranges_float() -> None:
    spec = first("产品|利率", "甲|5..9%", "乙|7%", "丙|<=30%")
    assert spec.kind == "ranges"
    assert [(m.low, m.high) for m in spec.marks()] == [(5, 9), (7, 7), (None, 30)]
    assert "跨度" not in spec.sentence.zh  # one range alone is not the widest
    assert [m.colour for m in spec.marks()] == ["series:0", "series:1", "series:2"]


def test_wide_ranges_say_that_their_axis_is_logarithmic() -> None:
    spec = first("产品|额度", "甲|500..5000元", "乙|500..300000元")
    assert spec.panels[0].scale == "log"
    assert "对数" in spec.panels[0].title.zh
    assert "额度" in spec.panels[0].title.zh


def test_two_years_are_a_slope_and_may_be_an_index() -> None:
    found = kinds("年度|占比|人数", "2020|22%|850人", "2023|9%|420人", kinds="dqq")
    assert found == [("slope", False), ("slope", True), ("dumbbell", False), ("bars", False)]


def test_each_unit_has_a_panel_of_its_own() -> None:
    spec = first("年度|占比|人数|费率", "2020|22%|850人|3%", "2023|9%|420人|2%", kinds="dqqq")
    assert [p.unit for p in spec.panels] == ["%", "person"]
    assert [s.name.zh for s in spec.panels[0].series] == ["占比", "费率"]
    assert spec.panels[0].categories == spec.panels[1].categories
    assert spec.panels[0].categories[0].zh == "2020 年"


def test_the_index_names_its_base_and_keeps_the_values() -> None:
    index = choose(*case("年度|占比|人数|新增", "2020|22%|850人|0元", "2023|11%|425人|5元", kinds="dqqq"))[1]
    assert index.indexed
    assert "2020 年 = 100" in index.panels[0].title.zh
    assert [m.y for m in index.marks()] == [100, 50, 100, 50]
    assert "11%" in next(m for m in index.marks() if m.y == 50).label.zh
    assert "新增" in index.caption.zh  # nothing is silently left out


def test_before_and_after_are_found_by_their_headers() -> None:
    spec = first("项目|改造前|改造后", "甲|4人|6人", "乙|9%|7%")
    assert spec.kind == "slope"
    assert "“改造前”" in spec.sentence.zh
    assert first("项目|甲|乙", "子|4人|6人", "丑|9人|7人").kind == "bars"


def test_three_years_are_lines_in_their_true_distance() -> None:
    spec = first("年度|占比", "2023|9%", "2018|30%", "2020|22%", kinds="dq")
    assert spec.kind == "lines"
    assert [m.x for m in spec.marks()] == [2018, 2020, 2023]
    assert spec.sentence.zh == "占比由 2018 年的 30% 降至 2023 年的 9%。"


def test_a_half_year_is_never_on_the_line_of_the_years() -> None:
    spec = first("年度|收入", "2022|10元", "2023|12元", "2024|15元", "2025H1|8元", kinds="dq")
    line, other = spec.panels[0].series
    assert [m.x for m in line.marks] == [2022, 2023, 2024]
    assert other.fill == "pale"
    assert len(other.marks) == 1


def test_missing_cells_are_gaps_not_zeros() -> None:
    spec = first("年度|占比", "2018|30%", "2019|-", "2020|22%", "2021|0%", kinds="dq")
    assert [m.y for m in spec.marks()] == [30, 22, 0]


def test_limits_stay_open() -> None:
    marks = list(first("项目|初期|当前", "负债比|<=50%|<=30%").marks())
    assert all(m.is_open and m.low is None for m in marks)
    assert [m.label.zh for m in marks] == ["≤ 50%", "≤ 30%"]


def test_falling_changes_are_negative() -> None:
    spec = first("项目|变化", "甲|-28%", "乙|40%", change=(1,))
    assert [m.y for m in spec.marks()] == [-28, 40]


def test_changes_and_levels_of_one_unit_do_not_share_an_axis() -> None:
    spec = first("项目|占比|同比", "甲|28%|-5%", "乙|40%|3%", change=(2,))
    assert [len(list(p.marks())) for p in spec.panels] == [2, 2]


def test_units_of_one_dimension_are_converted() -> None:
    spec = first("项目|甲|乙|丙", "用时|1分钟|30秒|2分钟")
    assert [m.y for m in spec.marks()] == [1, 0.5, 2]
    assert spec.panels[0].unit == "minute"
    assert [m.label.zh for m in spec.marks()][1] == "30 秒"


def test_prose_needs_a_peer_to_be_drawn() -> None:
    assert first("名称|要求", "甲|30%", "乙|大", kinds="lt").kind == "none"
    assert first("项目|改造之前步数|改造之后步数", "甲|4人|6人", kinds="ltt").kind == "slope"


def test_text_only_says_why() -> None:
    spec = first("名称|时间|要求", "甲|2020|大", "乙|2021|小", kinds="ldt")
    assert spec.kind == "none"
    assert "只有文字" in spec.why_not.zh
    assert "timeline" in spec.why_not.en
    assert "单位都不同" in first("项目|甲|乙", "子|4人|6%").why_not.zh


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("项目|值|多", ["甲|1元|2元", "乙|3元"]),  # ragged
        ("项目|值", ["甲|-5%", "乙|-9%"]),  # negative
        ("项目|甲|乙|丙", ["唯一|1人|2人|3人"]),  # one row
        ("项目|值", ["甲|0元", "乙|0元"]),  # zeros
        ("项目|值|量", ["甲|0.000001元|1人", "乙|1000000000000元|2人"]),  # far apart
        (
            "项目|" + "|".join(f"列{n}" for n in range(8)),
            [f"行{r}|" + "|".join(f"{r * n}人" for n in range(8)) for r in range(30)],
        ),
        ("|值", ["|1元", "|2元"]),  # no labels
    ],
)
def test_odd_tables_are_drawn_whole(header: str, rows: list[str]) -> None:
    made, table = case(header, *rows)
    for spec in choose(made, table):
        assert spec.panels
        assert len(list(spec.marks())) == len(made.figures)
        assert spec.sentence.zh.endswith("。")
        assert spec.sentence.en.endswith(".")
        shown = twin(spec)
        assert len(shown.rows) == len(list(spec.marks()))
        assert all(len(row) == len(shown.header) for row in shown.rows)


def test_many_values_are_summed_up() -> None:
    spec = first("项目|值", *(f"第{n}|{n}人" for n in range(1, 10)))
    assert spec.sentence.zh == "值共 9 项，最大的是第 9（9 人），最小的是第 1（1 人）。"


def test_marks_are_found_by_figure_and_by_cell() -> None:
    mark = next(first("项目|值", "甲|1元", "乙|2元").marks())
    assert mark.item_id == "g1.1"
    assert mark.also == ("c1.1",)
    assert "第 2 节" in mark.place.zh


def test_cause_and_cash_are_no_before_and_after() -> None:
    assert first("项目|原因数|现金数", "甲|4人|6人", "乙|9人|7人").kind == "bars"
    assert first("项目|原标准|现行标准", "甲|4人|6人").kind == "slope"


def test_a_unit_in_the_header_is_not_repeated() -> None:
    assert first("项目|额度（元）", "甲|1元", "乙|2元").panels[0].title.zh == "额度（元）"


def test_the_caption_names_source_place_and_period() -> None:
    spec = first("年度|占比|人数", "2020|22%|850人", "2023|9%|420人", kinds="dqq")
    assert spec.caption.zh == "来源：测贷要点 · 第 2 节 · 表 1；期间：2020 年、2023 年"
    lines = first("年度|占比", "2018|3%", "2019|4%", "2023|5%", kinds="dq")
    assert lines.caption.zh.endswith("；期间：2018 年至 2023 年")
    assert lines.caption.en.endswith("; period: 2018 to 2023")


def test_the_twin_leaves_out_what_the_names_say() -> None:
    one = twin(first("产品|利率|额度", "甲|5..9%|1元", "乙|7%|2元"))
    assert [h.zh for h in one.header] == ["项目", "数值", "出处"]
    two = twin(first("年度|占比", "2018|3%", "2019|4%", "2023|5%", kinds="dq"))
    assert [h.zh for h in two.header] == ["项目", "数值", "期间", "出处"]
