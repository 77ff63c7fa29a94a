"""How much of each reason's evidence was checked, and with what result: stacked bars."""

from __future__ import annotations

from collections import Counter

from desktop.core.chart.kind import CHARTS, ChartKind
from desktop.core.chart.plot import Bar, Note, Plot, Shape
from desktop.core.chart.reading import DOT
from desktop.core.chart.scale import Axis, value_axis
from desktop.core.chart.sentence import listed, sentence
from desktop.core.chart.spec import ChartSpec, Fill, Mark, Panel, Series, no_chart
from desktop.core.dossier import Dossier
from desktop.core.evidence import Event
from desktop.core.factor import Factor
from desktop.core.table import Table
from desktop.core.text import Text, same

TITLE = Text("证据强度", "Evidence strength")
CAPTION = Text(
    "来源：政策登记簿与已核查的说法；数字、政策与陈述全部计入",
    "Source: policy register and checked claims; all figures, policies and statements are counted",
)
CAPTION_AUDITED = Text(
    "来源：政策登记簿、已核查的说法与自动核查；数字、政策与陈述全部计入",
    "Source: policy register, checked claims and the automatic check; "
    "all figures, policies and statements are counted",
)
TONES: tuple[tuple[str, Text, str, Fill], ...] = (
    ("green", Text("相符", "holding"), "green_mark", "solid"),
    ("amber", Text("存疑", "in doubt"), "amber_mark", "solid"),
    ("red", Text("不符", "not holding"), "red_mark", "solid"),
    ("grey", Text("无从核实", "not verifiable"), "grey_mark", "solid"),
    ("", Text("未核查", "not assessed"), "quiet_mark", "hatch"),
)


def strength(dossier: Dossier) -> ChartSpec:
    """Count the figures, policies and statements of every reason by the tone of their worst verdict."""
    factors = [f for f in dossier.factors if f.is_reason or f.kind == "outlook"]
    counts = [_count(dossier, factor) for factor in factors]
    total: Counter[str] = sum(counts, Counter())
    if not total:
        return no_chart(
            "strength", TITLE, Text("还没有可以核查的证据。", "There is no evidence to check yet.")
        )
    series = []
    for number, (tone, name, colour, fill) in enumerate(TONES):
        marks = []
        for row, (factor, count) in enumerate(zip(factors, counts, strict=True)):
            if count[tone]:
                low = float(sum(count[t] for t, *_ in TONES[:number]))
                high = low + count[tone]
                marks.append(
                    Mark(
                        float(row),
                        (low + high) / 2,
                        low,
                        high,
                        factor.id,
                        DOT.join((factor.label, name)),
                        Text(f"{count[tone]} 项", f"{count[tone]}"),
                    )
                )
        series.append(Series(name, colour, tuple(marks), fill=fill))
    title = Text("证据条数（项）", "Pieces of evidence (number)")
    panel = Panel("count:项", title, tuple(f.label for f in factors), tuple(series))
    caption = CAPTION if dossier.found is None else CAPTION_AUDITED
    return ChartSpec("strength", "strength", TITLE, caption, (panel,), _sentence(factors, counts, total))


def _count(dossier: Dossier, factor: Factor) -> Counter[str]:
    found: Counter[str] = Counter()
    for item in dossier.of_factor(factor.id):
        if not isinstance(item, (Table, Event)):
            verdict = dossier.verdict_of(item.id)
            found[verdict.tone if verdict else ""] += 1
    return found


def _sentence(factors: list[Factor], counts: list[Counter[str]], total: Counter[str]) -> Text:
    shares = listed(
        [Text("{} {}", "{1} {0}").format(name, total[tone]) for tone, name, *_ in TONES if total[tone]]
    )
    part = Text("{} 个部分共 {} 条证据：{}", "{} sections with {} pieces of evidence: {}").format(
        len(factors), total.total(), shares
    )
    bad = [count["red"] + count["amber"] for count in counts]
    if not any(bad):
        return sentence([part])
    worst = factors[bad.index(max(bad))].label
    more = Text("存疑与不符最多的是“{}”（{} 项）", "most of them in doubt or not holding in {} ({})").format(
        worst, max(bad)
    )
    return sentence([part, more])


def plot(panel: Panel) -> Plot:
    """Segments lie end to end; each carries its number when it fits, the total stands behind."""
    ends: dict[float, float] = {}
    shapes: list[Shape] = []
    for number, series in enumerate(panel.series):
        for m in series.marks:
            low, high = m.low or 0.0, m.high or 0.0
            shapes.append(Bar(low, high, m.x, 0.62, series.colour, series.fill, number, m))
            on = "surface" if series.colour in ("green_mark", "red_mark") else "text"
            text = same(f"{high - low:g}")
            shapes.append(Note(m.y, m.x, text, on, number, "inside", height=0.62, length=high - low))
            ends[m.x] = max(ends.get(m.x, 0.0), high)
    shapes += [
        Note(end, row, same(f"{end:g}"), "muted", -1, "right", height=0.62) for row, end in ends.items()
    ]
    axis = value_axis(list(ends.values()), "number", zero=True)
    categories = Axis("category", -0.5, len(panel.categories) - 0.5, panel.categories)
    return Plot(panel.title, axis, categories, tuple(shapes), "x", base=0.0, rows=len(panel.categories) * 1.7)


CHARTS.add("strength", ChartKind(Text("堆叠条形图", "Stacked bars"), "chart-gantt", 6, plot))
