from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from invented import anchor, assessment, dossier, entry, figure

from desktop.core.chart.choose import choose_for_factor, strength, timeline
from desktop.core.chart.spec import COLOURS, FLAG
from desktop.core.evidence import Event, Observation
from desktop.core.period import Period
from desktop.core.record import Record
from desktop.core.text import Text

EMPTY = Record((), ())


def observed(
    year: int, value: str, code: str = "npl", unit: str = "%", frequency: str = "year"
) -> Observation:
    words = Text("不良率", "NPL ratio")
    period = Period(f"{year}", date(year, 1, 1), date(year, 12, 31))
    return Observation(
        f"{code}{year}{frequency}",
        Text("测行", "Testbank"),
        code,
        words,
        period,
        frequency,
        Decimal(value),
        unit,
        "reported",
        "",
        "annual report",
        "high",
        words,
    )


def test_strength_counts_everything_by_its_worst_verdict() -> None:
    spec = strength(dossier())
    counts = {(s.name.zh, m.x): (m.high or 0) - (m.low or 0) for s in spec.panels[0].series for m in s.marks}
    # f1: d1 and n1 unchecked, p1 differs, g1 differs and does not hold: of two alike the red one counts
    assert counts["未核查", 0.0] == 2
    assert counts["存疑", 0.0] == 1
    assert counts["不符", 0.0] == 1
    assert counts["相符", 1.0] == 1
    assert sum(counts.values()) == 10
    assert [c.zh for c in spec.panels[0].categories] == ["1 规则收紧", "2 投入减少", "展望"]
    assert "1 规则收紧" in spec.sentence.zh


def test_strength_without_evidence_says_so() -> None:
    bare = dossier(figures=(), policies=(), points=(), events=(), tables=(), assessments=())
    assert strength(bare).kind == "none"


def test_a_change_in_the_text_is_a_slope() -> None:
    made = dossier()
    ((spec,),) = choose_for_factor(made, made.factors[2], EMPTY)
    assert spec.kind == "slope"
    assert [m.item_id for m in spec.marks()] == ["g2", "g3"]
    assert "−19 个百分点" in spec.sentence.zh
    assert choose_for_factor(made, made.factors[3], EMPTY) == ()


def test_a_change_within_one_period_goes_from_before_to_after() -> None:
    month = Period("2023-06", date(2023, 6, 1), date(2023, 6, 30))
    made = dossier()
    alike = tuple(replace(f, period=month) if f.id in ("g2", "g3") else f for f in made.figures)
    made = replace(made, figures=alike)
    ((spec,),) = choose_for_factor(made, made.factors[2], EMPTY)
    assert [c.zh for c in spec.panels[0].categories] == ["之前", "之后"]


def claim(series: str, **more: object) -> tuple[object, ...]:
    found = replace(
        figure(
            "q1", "f1", "4.2", anchor("30%"), period=Period("2020-Q4", date(2020, 10, 1), date(2020, 12, 31))
        ),
        **more,
    )
    made = dossier(figures=(found,), assessments=(assessment("a9", "f1", "differs", "q1", series=(series,)),))
    record = Record(
        (),
        (
            observed(2019, "1.1"),
            observed(2020, "1.2"),
            observed(2021, "1.5"),
            observed(2022, "0.7", frequency="half-year"),
        ),
    )
    return tuple(spec for (spec,) in choose_for_factor(made, made.factors[1], record))


def test_a_claim_stands_beside_the_yearly_values_only() -> None:
    (spec,) = claim("npl")
    line, said = spec.panels[0].series  # type: ignore[attr-defined]
    assert [m.x for m in line.marks] == [2019, 2020, 2021]
    assert [(round(m.x, 2), m.y, m.verdict) for m in said.marks] == [(2020.75, 4.2, "differs")]
    assert said.shape == "d"
    assert "与记录不同" in spec.sentence.zh  # type: ignore[attr-defined]


def test_a_claim_in_another_unit_only_marks_its_time() -> None:
    (spec,) = claim("npl", unit="pp", role="change")
    said = spec.panels[0].series[1]  # type: ignore[attr-defined]
    assert said.shape == FLAG
    assert claim("unknown") == ()


def test_the_time_line_shows_claim_and_record() -> None:
    official = replace(entry(), published=date(2021, 4, 10), effective=date(2021, 5, 1))
    mention = replace(dossier().policies[0], date=Period("2021-03", date(2021, 3, 1), date(2021, 3, 31)))
    made = dossier(policies=(mention,))
    spec = timeline(made, Record((official,), ()))
    series = {s.name.zh: s for s in spec.panels[0].series}
    assert series["文中所称日期"].marks[0].verdict == "differs"
    assert "e1" in series["文中所称日期"].marks[0].also  # the event tells of the same regulation
    assert [round(m.y, 2) for m in series["官方发布"].marks] == [2021.27]
    assert series["有效期间"].marks[0].high is None
    assert spec.panels[0].categories[0].zh == "1 规则收紧"
    assert {m.colour for m in spec.marks()} == {"series:0"}
    assert "1 项政策、0 个事件" in spec.sentence.zh


def test_the_time_line_can_be_limited() -> None:
    late = Event(
        "e2",
        "f2",
        "change",
        Text("缩减", "cut"),
        Period("2020→2023", date(2020, 1, 1), date(2023, 12, 31)),
        (),
        anchor("投入减少"),
    )
    made = dossier(events=(*dossier().events, late))
    assert {m.item_id for m in timeline(made, EMPTY, frozenset({"f2"})).marks()} == {"e2"}
    assert {m.item_id for m in timeline(made, EMPTY, kinds=frozenset({"event"})).marks()} == {"e1", "e2"}
    assert timeline(made, EMPTY, frozenset({"f9"})).kind == "none"


def test_past_the_last_colour_they_begin_anew() -> None:
    """The picture of a file knows as many colours as the theme has."""
    before = dossier().factors[1]
    many = tuple(replace(before, id=f"x{n}") for n in range(COLOURS))
    made = dossier(factors=(*many, *dossier().factors))
    spec = timeline(made, Record((entry(),), ()))
    assert {mark.colour for mark in spec.marks() if mark.colour} == {"series:0"}


def test_the_last_day_of_the_calendar_is_no_error() -> None:
    end = Event(
        "e3",
        "f1",
        "change",
        Text("末日", "end"),
        Period("9999", date(9999, 1, 1), date.max),
        (),
        anchor("规则"),
    )
    spec = timeline(dossier(events=(end,), policies=()), EMPTY)
    assert next(spec.marks()).high == decimal_end()


def decimal_end() -> float:
    from desktop.core.chart.scale import decimal_year

    return decimal_year(date.max)
