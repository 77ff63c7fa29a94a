"""Policies and events by date: what the text claims beside the official dates, rows by factor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from desktop.core.chart.kind import CHARTS, ChartKind
from desktop.core.chart.plot import Bar, Dot, Plot, Shape, value_ends
from desktop.core.chart.scale import Axis, decimal_year, value_axis
from desktop.core.chart.sentence import sentence
from desktop.core.chart.spec import ChartSpec, Mark, Panel, Series, no_chart, series_look
from desktop.core.dossier import Dossier, register_ids
from desktop.core.evidence import Event
from desktop.core.factor import Factor
from desktop.core.period import Period
from desktop.core.policy import STATUSES, PolicyMention, RegisterEntry
from desktop.core.record import Record
from desktop.core.text import NOTHING, Text, same

TITLE = Text("政策与事件时间线", "Policies and events")
SHORT = timedelta(days=31)  # what lasts no longer is a point
CLAIMED, PUBLISHED, EFFECTIVE, FORCE, EVENT = range(5)
SERIES = (
    (Text("文中所称日期", "date in the text"), "d"),
    (Text("官方发布", "published"), "o"),
    (Text("官方施行", "in effect"), "t"),
    (Text("有效期间", "in force"), "bar"),
    (Text("文中事件", "event in the text"), "s"),
)


@dataclass(frozen=True, slots=True)
class _Lane:
    """One row: its title and its marks by series."""

    start: float
    title: Text
    marks: tuple[tuple[int, Mark], ...]
    differs: bool = False


def timeline(
    dossier: Dossier,
    record: Record,
    factors: frozenset[str] = frozenset(),
    kinds: frozenset[str] = frozenset(("policy", "event")),
) -> ChartSpec:
    """Return the time line of some factors (none named = all); ``kinds`` are "policy" and "event"."""
    categories: list[Text] = []
    groups: list[int] = []
    marks: dict[int, list[Mark]] = {n: [] for n in range(len(SERIES))}
    undated = policies = events = differing = 0
    for factor in dossier.factors:
        if factors and factor.id not in factors:
            continue
        lanes, without = _lanes(dossier, record, factor, kinds)
        undated += without
        if not lanes:
            continue
        groups.append(len(categories))
        categories.append(factor.label)
        for lane in sorted(lanes, key=lambda one: one.start):
            for number, mark in lane.marks:
                marks[number].append(replace(mark, x=float(len(categories)), colour=_colour(dossier, factor)))
            categories.append(lane.title)
            events += lane.marks[0][0] == EVENT
            policies += lane.marks[0][0] != EVENT
            differing += lane.differs
    if not categories:
        return no_chart(
            "timeline", TITLE, Text("没有带日期的政策或事件。", "There is no dated policy or event.")
        )
    series = tuple(
        Series(name, "muted", tuple(marks[n]), shape, "pale" if n in (PUBLISHED, FORCE) else "solid")
        for n, (name, shape) in enumerate(SERIES)
        if marks[n]
    )
    panel = Panel("date", NOTHING, tuple(categories), series, "time", tuple(groups))
    caption = Text("来源：文中日期与政策登记簿", "Source: dates in the text and the policy register")
    if undated:
        caption = Text(
            f"{caption.zh}；另有 {undated} 项政策没有日期", f"{caption.en}; {undated} policies without a date"
        )
    return ChartSpec(
        "timeline", "timeline", TITLE, caption, (panel,), _sentence(panel, policies, events, differing)
    )


def _lanes(
    dossier: Dossier, record: Record, factor: Factor, kinds: frozenset[str]
) -> tuple[list[_Lane], int]:
    """The rows of one factor, and how many of its policies have no date at all."""
    lanes: list[_Lane] = []
    undated = 0
    covered: set[str] = set()
    mentions = [i for i in dossier.of_factor(factor.id) if isinstance(i, PolicyMention)]
    happenings = [i for i in dossier.of_factor(factor.id) if isinstance(i, Event)]
    for mention in mentions:
        if mention.kind != "specific" or mention.id in covered:
            continue
        entry = _entry(dossier, record, mention)
        same_entry = [m.id for m in mentions if entry and _entry(dossier, record, m) is entry]
        telling = [e for e in happenings if mention.id in e.items]
        covered.update(same_entry, (mention.id,))
        lane = _policy(dossier, mention, entry, (*same_entry, *(e.id for e in telling)))
        if lane is None:
            undated += 1
            continue
        covered.update(e.id for e in telling)
        if "policy" in kinds:
            lanes.append(lane)
    if "event" in kinds:
        lanes += [_event(dossier, e) for e in happenings if e.id not in covered and e.period.start]
    return lanes, undated if "policy" in kinds else 0


def _entry(dossier: Dossier, record: Record, mention: PolicyMention) -> RegisterEntry | None:
    found = map(record.entry, register_ids(dossier, mention))
    return next((e for e in found if e is not None), None)


def _policy(
    dossier: Dossier, mention: PolicyMention, entry: RegisterEntry | None, also: tuple[str, ...]
) -> _Lane | None:
    verdict = dossier.verdict_of(mention.id)
    title = mention.title if mention.title.zh else entry.title if entry else NOTHING
    marks: list[tuple[int, Mark]] = []

    def add(series: int, low: float, high: float | None, what: Text, when: Text) -> None:
        y = low if high is None else (low + high) / 2
        marks.append((series, Mark(0.0, y, low, high, mention.id, title, what, when, NOTHING, code, also)))

    code = verdict.code if verdict else ""
    if mention.date is not None and mention.date.start is not None:
        what = (
            Text("文称施行", "in effect, by the text")
            if mention.date_kind == "effective"
            else Text("文称发布", "published, by the text")
        )
        add(CLAIMED, *_span(mention.date), what, mention.date.shown())
        code = ""  # the verdict is on the claim; without one it is on the official dates
    if entry is not None:
        begin = entry.effective or entry.published
        if begin is not None and entry.status in ("in_force", "amended", "guiding", "superseded", "expired"):
            status = STATUSES[entry.status]
            if entry.ended is not None and entry.ended > begin:
                add(
                    FORCE,
                    decimal_year(begin),
                    decimal_year(entry.ended),
                    status,
                    Text(f"{begin} 至 {entry.ended}", f"{begin} to {entry.ended}"),
                )
            elif entry.ended is None and entry.status not in ("superseded", "expired"):
                add(FORCE, decimal_year(begin), None, status, Text(f"{begin} 起", f"since {begin}"))
        for series, day, what in (
            (PUBLISHED, entry.published, Text("官方发布", "published")),
            (EFFECTIVE, entry.effective, Text("官方施行", "in effect")),
        ):
            if day is not None:
                at = decimal_year(day)
                add(series, at, at, what, same(day.isoformat()))
    if not marks:
        return None
    differs = verdict is not None and verdict.tone in ("amber", "red")
    return _Lane(min(m.y for _, m in marks), title, tuple(marks), differs)


def _event(dossier: Dossier, event: Event) -> _Lane:
    low, high = _span(event.period)
    verdict = dossier.verdict_of(event.id)
    mark = Mark(
        0.0,
        (low + high) / 2,
        low,
        high,
        event.id,
        event.title,
        Text("文中事件", "event in the text"),
        event.period.shown(),
        NOTHING,
        verdict.code if verdict else "",
        event.items,
    )
    return _Lane(low, event.title, ((EVENT, mark),))


def _span(period: Period) -> tuple[float, float]:
    """The ends of a period with a first day; the last day counts whole."""
    first = period.start or date.min
    last = period.end or first
    return decimal_year(first), decimal_year(last if last == date.max else last + timedelta(days=1))


def _colour(dossier: Dossier, factor: Factor) -> str:
    ids = [f.id for f in dossier.reasons]
    return series_look(ids.index(factor.id))[0] if factor.id in ids else "faint"


def _sentence(panel: Panel, policies: int, events: int, differing: int) -> Text:
    days = [v for m in panel.marks() for v in (m.low, m.high) if v is not None]
    head = Text("{} 年至 {} 年：{} 项政策、{} 个事件", "{} to {}: {} policies and {} events")
    parts = [head.format(int(min(days)), int(max(days) - 1e-6), policies, events)]
    if differing:
        parts.append(
            Text(
                "其中 {} 项政策的说法与官方记录有出入",
                "what the text says of {} of the policies differs from the record",
            ).format(differing)
        )
    return sentence(parts)


def plot(panel: Panel) -> Plot:
    """Spans in force are pale bars, claimed dates diamonds over what they may mean, events bars."""
    axis = value_axis(
        [v for m in panel.marks() for v in (m.low, m.high) if v is not None], "time", zero=False
    )
    bars: list[Shape] = []
    dots: list[Shape] = []
    for number, series in enumerate(panel.series):
        for m in series.marks:
            low, high = value_ends(m, axis)
            long = high - low > SHORT.days / 365
            if series.shape == "bar":
                bars.append(Bar(low, high, m.x, 0.34, m.colour, "pale", number, m, open_high=m.high is None))
            elif series.shape == "d":
                if long:
                    bars.append(Bar(low, high, m.x, 0.12, m.colour, "solid", number, m))
                dots.append(Dot(m.y, m.x, m.colour, "d", True, number, m, upright=False))
            elif series.shape == "s" and long:
                bars.append(Bar(low, high, m.x, 0.36, m.colour, "solid", number, m))
            else:
                dots.append(
                    Dot(m.y, m.x, m.colour, series.shape, series.fill == "solid", number, m, upright=False)
                )
    categories = Axis("category", -0.5, len(panel.categories) - 0.5, panel.categories)
    rows = len(panel.categories) * 1.15
    return Plot(panel.title, axis, categories, (*bars, *dots), "x", groups=panel.groups, rows=rows)


CHARTS.add("timeline", ChartKind(Text("时间线", "Timeline"), "calendar-clock", 7, plot))
