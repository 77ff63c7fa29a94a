"""One sentence that says what a chart shows, with the numbers, in correct Chinese and English."""

from __future__ import annotations

import re

from desktop.core.chart.reading import amount, difference
from desktop.core.chart.spec import FLAG, Mark, Panel, Series
from desktop.core.text import COMMA, NOTHING, SEMICOLON, Text

_HAN_LATIN = re.compile(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9≤≥<>≈+−¥])|(?<=[A-Za-z0-9%])(?=[\u4e00-\u9fff])")
_HAN_HAN = re.compile(r"(?<=[\u4e00-\u9fff）]) (?=[\u4e00-\u9fff])")
LISTED = 4  # more than so many are summed up by the largest and the smallest


def sentence(parts: list[Text]) -> Text:
    """Join clauses into one sentence; Chinese is set apart from numbers and Latin words."""
    if not parts:
        return NOTHING
    whole = SEMICOLON.join(parts)
    return Text(
        f"{_HAN_HAN.sub('', _HAN_LATIN.sub(' ', whole.zh))}。", f"{whole.en[0].upper()}{whole.en[1:]}."
    )


def listed(parts: list[Text]) -> Text:
    """Enumerate with commas, in English with "and" before the last in English."""
    if len(parts) < 2:
        return COMMA.join(parts)
    whole = COMMA.join(parts)
    return Text(whole.zh, COMMA.join(parts[:-1]).en + " and " + parts[-1].en)


def from_to(panels: tuple[Panel, ...], first: Text, last: Text) -> Text:
    """Tell how each series went from its first to its last mark; the widest moves when there are many."""
    moves = [(s, p.unit) for p in panels for s in p.series if len(s.marks) > 1]
    shown = sorted(moves, key=lambda m: -_relative(m[0]))[: LISTED * 2] if len(moves) > LISTED * 2 else moves
    rest = len(moves) - len(shown)
    parts = [_move(series, code) for series, code in shown]
    head = Text("从{}到{}：{}", "from {} to {}: {}").format(_quoted(first), _quoted(last), COMMA.join(parts))
    if rest:
        head = Text(f"{head.zh}，另有 {rest} 项", f"{head.en}, and {rest} more")
    return sentence([head])


def _move(series: Series, code: str) -> Text:
    a, b = series.marks[0], series.marks[-1]
    if a.is_open or b.is_open:
        return Text("{}由 {} 变为 {}", "{} went from {} to {}").format(series.name, a.label, b.label)
    if a.y == b.y:
        return Text("{}仍为 {}", "{} stayed at {}").format(series.name, b.label)
    words = (
        Text("{}由 {} 升至 {}（{}）", "{} rose from {} to {} ({})")
        if b.y > a.y
        else Text("{}由 {} 降至 {}（{}）", "{} fell from {} to {} ({})")
    )
    return words.format(series.name, a.label, b.label, difference(a, b, code))


def _relative(series: Series) -> float:
    a, b = series.marks[0].y, series.marks[-1].y
    return abs(b - a) / max(abs(a), abs(b), 1e-300)


def values(panels: tuple[Panel, ...]) -> Text:
    """List the values of each panel, or name the largest and the smallest of many."""
    parts = []
    for panel in panels:
        marks = list(panel.marks())
        if not marks:
            continue
        named = [Text("{} {}", "{} {}").format(short_name(panel, m), m.label) for m in marks]
        if len(marks) <= LISTED:
            parts.append(Text("{}：{}", "{}: {}").format(_bare(panel.title), listed(named)))
            continue
        ordered = sorted(marks, key=lambda m: m.y)
        low, high = ordered[0], ordered[-1]
        words = Text(
            "{}共 {} 项，最大的是{}（{}），最小的是{}（{}）",
            "{}: {} values, the largest {} ({}), the smallest {} ({})",
        )
        parts.append(
            words.format(
                _bare(panel.title),
                len(marks),
                short_name(panel, high),
                high.label,
                short_name(panel, low),
                low.label,
            )
        )
    return sentence(parts)


def ranges(panels: tuple[Panel, ...]) -> Text:
    """As ``values``, and for the panels with ranges which one is widest."""
    parts = []
    for panel in panels:
        text = values((panel,))
        part = Text(text.zh.removesuffix("。"), text.en.removesuffix("."))
        wide = [m for m in panel.marks() if m.is_range]
        if len(wide) > 1:
            widest = max(wide, key=lambda m: (m.high or 0) - (m.low or 0))
            width = amount((widest.high or 0) - (widest.low or 0), "pp" if panel.unit == "%" else panel.unit)
            more = Text("，跨度最大的是{}（{}）", ", the widest being {} ({})")
            extra = more.format(short_name(panel, widest), width)
            part = Text(part.zh + extra.zh, part.en + extra.en)
        parts.append(part)
    return sentence(parts)


_VERBS = {1: Text("升至", "up to"), -1: Text("降至", "down to"), 0: Text("回到", "back to")}


def courses(panels: tuple[Panel, ...], more: tuple[Text, ...] = ()) -> Text:
    """Tell how lines went: first, last, and the peak where it is neither; ``more`` clauses follow."""
    parts = []
    for panel in panels:
        for series in panel.series:
            if len(series.marks) < 2 or series.fill == "pale" or series.shape == FLAG:
                continue
            a, b = series.marks[0], series.marks[-1]
            verb = _VERBS[(b.y > a.y) - (b.y < a.y)]
            words = Text("{0}由{1}的 {2}{3}{4}的 {5}", "{0} went from {2} in {1} {3} {5} in {4}")
            part = words.format(series.name, a.period, a.label, verb, b.period, b.label)
            top = max(series.marks, key=lambda m: m.y)
            if top.y > max(a.y, b.y):
                peak = Text("{}，最高在{}（{}）", "{}, with its peak in {} ({})")
                part = peak.format(part, top.period, top.label)
            parts.append(part)
    shown = parts[: LISTED * 2]
    if len(parts) > len(shown):
        shown.append(Text(f"另有 {len(parts) - len(shown)} 条线", f"{len(parts) - len(shown)} more lines"))
    return sentence([*shown, *more])


def short_name(panel: Panel, mark: Mark) -> Text:
    """Return the name of a mark without what the panel's title already says."""
    category = panel.categories[int(mark.x)] if panel.categories else mark.period
    if len(panel.series) == 1:
        return category
    owner = next(s for s in panel.series if mark in s.marks)
    return Text("{}·{}", "{}, {}").format(category, owner.name) if len(panel.categories) > 1 else owner.name


def _quoted(end: Text) -> Text:
    """The name of an end: a time as it is, a heading in quotation marks."""
    timed = re.search(r"\d{4}", end.zh) or end.zh in ("之前", "之后")
    return end if timed else Text(f"“{end.zh}”", f"“{end.en}”")


def _bare(title: Text) -> Text:
    """An axis title without its unit, which the labels carry."""
    return Text(title.zh.rsplit("（", 1)[0], title.en.rsplit(" (", 1)[0])
