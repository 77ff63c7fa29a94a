"""What a text claims, beside a reference series: yearly values as lines, the claim at its time."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.chart.kind import CHARTS, ChartKind
from desktop.core.chart.kinds import lines
from desktop.core.chart.reading import DOT, mark_of, start_of
from desktop.core.chart.sentence import courses
from desktop.core.chart.spec import EMPTY, ChartSpec, Mark, Panel, Series, series_look
from desktop.core.dossier import Dossier, Record
from desktop.core.evidence import Observation
from desktop.core.factor import Factor
from desktop.core.figure import Figure, readable
from desktop.core.text import Text
from desktop.core.units import UNITS, Unit, comparable, unit
from desktop.core.verdict import CONFIDENCE, Assessment

TITLE = Text("文中说法与参考数据", "The claim beside the reference")


def references(dossier: Dossier, factor: Factor, record: Record) -> tuple[ChartSpec, ...]:
    """Return one chart for each claim of a factor that names series with at least two yearly values."""
    found = []
    for assessment in dossier.assessments_of(factor.id):
        spec = _reference(dossier, assessment, record) if assessment.series else None
        if spec is not None and all(s.id != spec.id for s in found):
            found.append(spec)
    return tuple(found)


def _reference(dossier: Dossier, assessment: Assessment, record: Record) -> ChartSpec | None:
    yearly: dict[str, list[Observation]] = {}
    for one in record.series:
        if one.indicator in assessment.series and one.frequency == "year" and one.period.start is not None:
            yearly.setdefault(one.indicator, []).append(one)
    chosen = [sorted(yearly[code], key=lambda o: o.period.text) for code in assessment.series if code in yearly]
    if not any(len(series) > 1 for series in chosen):
        return None
    panels: list[Panel] = []
    for axis in dict.fromkeys(_base(series[0].unit) for series in chosen):
        own = [(n, s) for n, s in enumerate(chosen) if _base(s[0].unit) == axis]
        panels.append(_panel(dossier, assessment, axis, own))
    caption = Text("来源：{}；文中说法见菱形标记", "Source: {}; the claim is at the diamond").format(assessment.source)
    title = Text("{}：{}", "{}: {}").format(TITLE, assessment.claim)
    return ChartSpec(assessment.id, "reference", title, caption, tuple(panels), courses(tuple(panels)))


def _base(code: str) -> Unit | None:
    """Money in the first unit of its currency, so that axes say 亿 or bn as the language does."""
    known = unit(code)
    if known is None or not known.dimension.startswith("money"):
        return known
    return next((u for u in UNITS.values() if u.dimension == known.dimension and u.factor == 1.0), known)


def _panel(dossier: Dossier, assessment: Assessment, axis: Unit | None, chosen: list[tuple[int, list[Observation]]]) -> Panel:
    series = []
    for number, observations in chosen:
        colour, shape, _ = series_look(number)
        marks = tuple(_observed(o, axis) for o in observations)
        series.append(Series(DOT.join((observations[0].entity, observations[0].name)), colour, marks, shape))
    code = axis.code if axis else ""
    series += _claims(dossier, assessment, axis)
    name = axis.name if axis else Text("未注明单位", "unit not stated")
    return Panel(code, Text("单位：{}", "Unit: {}").format(name), (), tuple(series))


def _observed(one: Observation, axis: Unit | None) -> Mark:
    own = unit(one.unit)
    factor = own.factor / axis.factor if own and axis else 1.0
    value = float(one.value) * factor
    label = readable(one.value * type(one.value)(str(factor)), axis.code if axis else one.unit)
    trust = Text("可信度：{}", "confidence: {}").format(CONFIDENCE[one.confidence])
    return Mark(start_of(one.period) or 0.0, value, value, value, one.id, DOT.join((one.entity, one.name)), label,
                one.period.shown(), DOT.join((Text(one.source, one.source), trust)))  # fmt: skip


def _claims(dossier: Dossier, assessment: Assessment, axis: Unit | None) -> list[Series]:
    """A claimed level of the same unit is a point; anything else said of a time only marks that time."""
    items = [dossier.item(i) for i in assessment.items]
    figures = [f for f in items if isinstance(f, Figure) and not f.is_date and start_of(f.period) is not None]
    colour = f"{assessment.verdict.tone}_mark"
    levels: list[Mark] = []
    flags: list[Mark] = []
    for figure in figures:
        mark = mark_of(dossier, figure, start_of(figure.period) or 0.0, axis, figure.named())
        mark = replace(mark, verdict=assessment.verdict.code)
        if axis is not None and comparable(figure.unit, axis.code) and figure.role in ("level", "ratio"):
            levels.append(mark)
        else:
            flags.append(replace(mark, label=Text("{} {}", "{} {}").format(figure.indicator, figure.shown())))
    name = Text("文中说法", "the text's claim")
    found = [Series(name, colour, tuple(levels), "d", "pale")] if levels else []
    return found + ([Series(name if not levels else EMPTY, colour, tuple(flags), lines.FLAG)] if flags else [])


CHARTS.add("reference", ChartKind(TITLE, "scale", 8, lines.plot))
