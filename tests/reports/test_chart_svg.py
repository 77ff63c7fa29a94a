from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import defaultdict
from dataclasses import replace

import pytest
from chart_tables import case
from invented import dossier, entry

from desktop.core.chart.choose import choose, strength, timeline
from desktop.core.chart.spec import ChartSpec
from desktop.core.record import Record
from desktop.core.text import Text
from desktop.reports.chart_svg import chart_svg

COLOURS: defaultdict[str, str] = defaultdict(lambda: "#123456")
NS = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return [t.text or "" for t in ET.fromstring(svg).iter(f"{NS}text")]


def specs() -> list[ChartSpec]:
    made = dossier()
    return [
        *choose(*case("年度|占比|人数", "2020|22%|850人", "2023|9%|420人", kinds="dqq")),
        *choose(*case("产品|利率", "甲|5..9%", "乙|<=30%")),
        *choose(*case("年度|占比", "2018|3%", "2019|4%", "2023|5%", kinds="dq")),
        *choose(*case("名称|要求", "甲|大", kinds="lt")),
        strength(made),
        timeline(made, Record((entry(),), ())),
    ]


@pytest.mark.parametrize("spec", specs(), ids=lambda s: f"{s.kind}{'-index' * s.indexed}")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_a_reader_needs_is_inside(spec: ChartSpec, language: str) -> None:
    shown = texts(chart_svg(spec, language, COLOURS, "Some Font"))  # type: ignore[arg-type]
    whole = "".join(shown).replace(" ", "")
    for text in (spec.title, spec.sentence, spec.caption, spec.why_not, *(p.title for p in spec.panels)):
        assert text(language).replace(" ", "") in whole  # type: ignore[arg-type]


def test_the_picture_names_its_verdicts() -> None:
    spec = strength(dossier())
    marked = replace(
        spec,
        panels=tuple(
            replace(
                p,
                series=tuple(
                    replace(s, marks=tuple(replace(m, verdict="differs") for m in s.marks)) for s in p.series
                ),
            )
            for p in spec.panels
        ),
    )
    assert any(t.startswith("核查：≠ 与记录不同") for t in texts(chart_svg(marked, "zh", COLOURS, "F")))
    assert not any(t.startswith("核查") for t in texts(chart_svg(spec, "zh", COLOURS, "F")))


def test_names_are_escaped() -> None:
    spec = choose(*case('<b>&"|值', "甲 & <乙>|1人", "丙|2人"))[0]
    svg = chart_svg(replace(spec, title=Text('<&"', "x")), "zh", COLOURS, 'A"<&')
    assert "甲 & <乙>" in texts(svg)
    assert '<&"' in texts(svg)


def test_a_series_that_is_switched_off_is_left_out() -> None:
    spec = choose(*case("项目|甲|乙", "子|4人|6人", "丑|9人|7人"))[0]
    shown = chart_svg(spec, "zh", COLOURS, "F", hidden=frozenset({spec.legend[0].name}))
    assert "甲" not in texts(shown)
    assert shown.count("<rect") < chart_svg(spec, "zh", COLOURS, "F").count("<rect")


def test_long_sentences_wrap_inside_the_picture() -> None:
    spec = choose(*case("项目|值", "甲|1人", "乙|2人"))[0]
    long = replace(spec, sentence=Text("长句子，" * 80, "a long sentence " * 40))
    for language in ("zh", "en"):
        lines = [t for t in texts(chart_svg(long, language, COLOURS, "F")) if "长句" in t or "long" in t]  # type: ignore[arg-type]
        assert len(lines) > 3
        assert not any(line.startswith("，") for line in lines)


def test_lines_points_and_edges_have_the_colour_that_stands_out() -> None:
    spec = choose(*case("年度|占比|人数", "2020|22%|850人", "2023|9%|420人", kinds="dqq"))[0]
    bars, *_ = choose(*case("产品|利率", "甲|5..9%", "乙|<=30%"))
    colours = defaultdict(lambda: "#000000", {"series:0": "#AAAAAA", "edge:0": "#777777"})
    lines = chart_svg(spec, "zh", colours, "F")
    assert 'stroke="#777777"' in lines
    assert "#AAAAAA" not in lines
    assert 'fill="#AAAAAA" stroke="#777777"' in chart_svg(bars, "zh", colours, "F")
