"""What a text claims, beside a reference series: yearly values as lines, the claim at its time."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.chart.kind import CHARTS, ChartKind
from desktop.core.chart.kinds import lines
from desktop.core.chart.reading import DOT, mark_of, start_of, with_unit
from desktop.core.chart.sentence import courses
from desktop.core.chart.spec import FLAG, ChartSpec, Mark, Panel, Series, series_look
from desktop.core.dossier import Dossier
from desktop.core.evidence import Observation
from desktop.core.factor import Factor
from desktop.core.figure import Figure, readable
from desktop.core.record import Record
from desktop.core.text import LIST_COMMA, Text
from desktop.core.units import UNITS, Unit, comparable, unit
from desktop.core.verdict import CONFIDENCE, Assessment

CLAIM = Text("文中说法", "the text's claim")
MARKED = Text("菱形是文中说法", "diamonds are what the text claims")
_INNER = str.maketrans("“”", "‘’")
UNMARKED = Text("文中说法没有可以放在轴上的数", "the text's claim has no number that fits these axes")


def references(dossier: Dossier, factor: Factor, record: Record) -> tuple[ChartSpec, ...]:
    """Return one chart for each claim of a factor that names series with at least two yearly values."""
    found: list[ChartSpec] = []
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
    chosen = [
        sorted(yearly[code], key=lambda o: o.period.text) for code in assessment.series if code in yearly
    ]
    if not any(len(series) > 1 for series in chosen):
        return None
    panels: list[Panel] = []
    for axis in dict.fromkeys(_base(series[0].unit) for series in chosen):
        own = [(n, s) for n, s in enumerate(chosen) if _base(s[0].unit) == axis]
        panels.append(_panel(dossier, assessment, axis, own))
    claimed = any(s.name == CLAIM for p in panels for s in p.series)
    caption = Text("来源：{}；{}", "Source: {}; {}").format(
        assessment.source, MARKED if claimed else UNMARKED
    )
    names = LIST_COMMA.join([s[0].name for s in chosen])
    title = Text("参考数据：{}", "Reference: {}").format(names)
    return ChartSpec(
        assessment.id,
        "reference",
        title,
        caption,
        tuple(panels),
        courses(tuple(panels), (_said(assessment),)),
    )


def _said(assessment: Assessment) -> Text:
    """The claim and its verdict as a clause."""
    words = Text("文中说法“{}”的核查结果：{}", "the text claims “{}”: {}")
    zh, en = (t.rstrip("。.").translate(_INNER) for t in assessment.claim)
    return words.format(Text(zh, en), assessment.verdict.name)


def _base(code: str) -> Unit | None:
    """Money in the first unit of its currency, so that axes say 亿 or bn as the language does."""
    known = unit(code)
    if known is None or not known.dimension.startswith("money"):
        return known
    return next((u for u in UNITS.values() if u.dimension == known.dimension and u.factor == 1.0), known)


def _panel(
    dossier: Dossier, assessment: Assessment, axis: Unit | None, chosen: list[tuple[int, list[Observation]]]
) -> Panel:
    entities = {one.entity for _, observations in chosen for one in observations}
    series = []
    for number, observations in chosen:
        colour, shape, _ = series_look(number)
        marks = tuple(_observed(o, axis) for o in observations)
        name = (
            observations[0].name
            if len(entities) == 1
            else DOT.join((observations[0].entity, observations[0].name))
        )
        series.append(Series(name, colour, marks, shape))
    code = axis.code if axis else ""
    series += _claims(dossier, assessment, axis)
    title = with_unit(next(iter(entities)) if len(entities) == 1 else Text("参考数据", "Reference"), code)
    return Panel(code, title, (), tuple(series))


def _observed(one: Observation, axis: Unit | None) -> Mark:
    own = unit(one.unit)
    factor = own.factor / axis.factor if own and axis else 1.0
    value = float(one.value) * factor
    label = readable(one.value * type(one.value)(str(factor)), axis.code if axis else one.unit)
    trust = Text("可信度：{}", "confidence: {}").format(CONFIDENCE[one.confidence])
    return Mark(
        start_of(one.period) or 0.0,
        value,
        value,
        value,
        one.id,
        DOT.join((one.entity, one.name)),
        label,
        one.period.shown(),
        DOT.join((Text(one.source, one.source), trust)),
    )


def _claims(dossier: Dossier, assessment: Assessment, axis: Unit | None) -> list[Series]:
    """A claimed level of the same unit is a point; anything else said of a time only marks that time."""
    items = [dossier.item(i) for i in assessment.items]
    figures = [f for f in items if isinstance(f, Figure) and not f.is_date and start_of(f.period) is not None]
    colour = assessment.verdict.tone
    levels: list[Mark] = []
    flags: list[Mark] = []
    for figure in figures:
        mark = mark_of(dossier, figure, start_of(figure.period) or 0.0, axis, figure.named())
        mark = replace(mark, verdict=assessment.verdict.code)
        if axis is not None and comparable(figure.unit, axis.code) and figure.role in ("level", "ratio"):
            levels.append(mark)
        else:
            flags.append(replace(mark, label=Text("{} {}", "{} {}").format(figure.indicator, figure.shown())))
    found = [Series(CLAIM, colour, tuple(levels), "d", "pale")] if levels else []
    return found + ([Series(CLAIM, colour, tuple(flags), FLAG)] if flags else [])


CHARTS.add("reference", ChartKind(Text("参考数据", "Reference series"), "scale", 8, lines.plot))
