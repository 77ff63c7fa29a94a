"""One quantity stated more than once: in text and table, in two places, or in two dossiers, with different values."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim
from desktop.audit.keys import folded, kind_of_value
from desktop.audit.scope import Group
from desktop.core.figure import Figure, readable
from desktop.core.text import Text
from desktop.core.units import unit

KEY: Final = "conflict"
KINDS: Final[dict[str, Text]] = {
    "definition": Text("口径可能不同", "the definitions may differ"),
    "stale": Text("时间可能不同", "they may be of different times"),
    "unit": Text("疑为单位或数量级之差", "a unit or scale slip is likely"),
    "mistake": Text("至少一处有误", "at least one of them is wrong"),
}
WITHIN = Text(
    "“{0}”{1}在文中有两个不同的数：{2}与{3}；{4}。",
    "The text gives two values of {0}{1}: {2} and {3}; {4}.",
)
ACROSS = Text(
    "“{0}”{1}在本文是{2}，在另一档案是{3}（独立说法 {5} 种）；{4}。",
    "{0}{1} is {2} here and {3} in another dossier ({5} independent statements); {4}.",
)
MEAN = Text(
    "“{0}”的平均值到{1}，高于另一处所写的最高值{2}。",
    "The average of {0} goes up to {1}, above the maximum of {2} stated elsewhere.",
)


@check(KEY, "来源一致", "one quantity, several statements", "group")
def run(group: Group, _world: World) -> Iterable[Result]:
    """Compare all statements of one quantity; each figure is held against the first of its time, not all pairs."""
    slots = [_slot(f) for f in group.figures]
    yield from _within(group, slots)
    if group.others:
        yield from _across(group, slots)
    if any(kind == "mean" for _, kind in slots) or any(_slot(o)[1] == "mean" for _, o in group.others):
        yield from _means(group)


def _one_passage(one: Figure, other: Figure) -> bool:
    """Whether two figures stand in one sentence, where they are two values (from one to the other), not two claims."""
    if one.table or other.table:
        return False
    left, right = sorted((one.anchor, other.anchor), key=lambda a: a.start)
    between = left.suffix[: max(0, right.start - left.end)]
    ends = right.start - left.end > len(left.suffix) or any(mark in between for mark in "。\n；")
    return not ends or one.id == other.change_from or other.id == one.change_from


def _slot(figure: Figure) -> tuple[str, str]:
    kind = kind_of_value(folded(figure.indicator.zh))[0]
    return (figure.period.text if figure.period else "", kind)


def _within(group: Group, slots: list[tuple[str, str]]) -> Iterable[Result]:
    first: dict[tuple[str, str], Figure] = {}
    for figure, slot in zip(group.figures, slots, strict=True):
        known = first.setdefault(slot, figure)
        if known is figure or (known.table and known.table == figure.table) or _one_passage(known, figure):
            continue
        if _agree(known, figure):
            yield say.passed(KEY, (figure, known), f"{say.core(figure)} = {say.core(known)}")
            continue
        if known.role != figure.role and "threshold" in (known.role, figure.role):
            continue
        kind = _kind(known, figure, same_source=True)
        sure = (
            bool(slot[0])
            and bool(figure.entity.zh)
            and known.entity.zh == figure.entity.zh
            and kind != "definition"
        )
        crossing = bool(known.table) != bool(figure.table)
        said = WITHIN.format(
            say.title(figure), _when(figure), say.printed(known), say.printed(figure), KINDS[kind]
        )
        verdict = "inconsistent" if sure and (crossing or kind in ("mistake", "unit")) else "conflict"
        formula = f"{say.core(known)} ≠ {say.core(figure)}"
        yield say.finding(KEY, verdict, (figure, known), formula, said, kind)


def _across(group: Group, slots: list[tuple[str, str]]) -> Iterable[Result]:
    done: set[tuple[str, str]] = set()
    for figure, slot in zip(group.figures, slots, strict=True):
        others = [(d, o) for d, o in group.others if _slot(o)[1] == slot[1] and _overlap(figure, o)]
        if not others or slot in done:
            continue
        done.add(slot)
        origins = {_print_of(o) for _, o in others} | {_print_of(figure)}
        apart = next((o for _, o in others if not _agree(figure, o)), None)
        if apart is None:
            yield say.passed(KEY, (figure,), f"{say.core(figure)} = {say.core(others[0][1])}")
            continue
        kind = _kind(figure, apart, same_source=False)
        said = ACROSS.format(
            say.title(figure),
            _when(figure),
            say.printed(figure),
            say.printed(apart),
            KINDS[kind],
            len(origins),
        )
        formula = f"{say.core(figure)} ≠ {say.core(apart)}"
        yield say.finding(KEY, "conflict", (figure,), formula, said, kind, say.inputs(apart))


def _means(group: Group) -> Iterable[Result]:
    """An average above a maximum."""
    everything = [*group.figures, *(o for _, o in group.others)]
    tagged = [(kind_of_value(folded(f.indicator.zh))[0], f) for f in everything]
    most = [f for kind, f in tagged if kind == "max" and f.high is not None]
    for kind, figure in tagged:
        if kind != "mean" or figure.high is None:
            continue
        top = next(
            (m for m in most if m.high is not None and figure.high > m.high and _overlap(figure, m)), None
        )
        if top is None:
            continue
        own = tuple(f for f in (figure, top) if f in group.figures)
        extra = [i for f in (figure, top) if f not in group.figures for i in say.inputs(f)]
        if own:
            about = kind_of_value(folded(figure.indicator.zh))[1]
            ends = [
                readable(end, f.unit)
                for end, f in ((figure.high, figure), (top.high, top))
                if end is not None
            ]
            said = MEAN.format(about, *ends)
            yield say.finding(
                KEY, "conflict", own, f"{say.core(figure)} > {say.core(top)}", said, "mean", extra
            )


def _overlap(one: Figure, other: Figure) -> bool:
    a, b = one.period, other.period
    if a is None and b is None:
        return True
    if a is None or b is None:
        return False
    if a.text == b.text:
        return True
    if a.start and a.end and b.start and b.end and "→" not in a.text + b.text:
        return a.start == b.start and a.end == b.end
    return False


def _agree(one: Figure, other: Figure) -> bool:
    """Whether two statements can be of one value; ranges must have the same ends, a point lies in a range."""
    if (one.low, one.high, one.unit) == (other.low, other.high, other.unit):
        return True
    a, b = as_claim(one), as_claim(other)
    if a is None or b is None:
        return True
    if _ranged(one) and _ranged(other):
        return all(math.isclose(x, y, rel_tol=0.006) for x, y in zip(a, b, strict=True))
    return a.meets(b)


def _ranged(figure: Figure) -> bool:
    return figure.low is not None and figure.high is not None and figure.low != figure.high


def _print_of(figure: Figure) -> tuple[object, ...]:
    """What makes a statement its own: the digits; texts that copy each other have the same ones."""
    return (figure.low, figure.high, figure.comparator)


def _kind(one: Figure, other: Figure, *, same_source: bool) -> str:
    a, b = as_claim(one), as_claim(other)
    if a is not None and b is not None and _power_apart(a, b):
        return "unit"
    if _ranged(one) != _ranged(other) or one.indicator.zh != other.indicator.zh or _unit(one) != _unit(other):
        return "definition"
    if not same_source and one.period is None:
        return "stale"
    return "mistake"


def _unit(figure: Figure) -> str:
    known = unit(figure.unit)
    return known.dimension if known else ""


def _power_apart(a: Interval, b: Interval) -> bool:
    """Whether two values differ by a power of ten that a unit makes: 10, 1000, 10,000, 100 million."""
    if min(abs(a.low), abs(b.low)) <= 0 or any(math.isinf(v) for v in (*a, *b)):
        return False
    quotient = max(a.low, b.low) / min(a.low, b.low) if min(a.low, b.low) > 0 else 0.0
    return any(math.isclose(quotient, p, rel_tol=0.02) for p in (10.0, 100.0, 1e3, 1e4, 1e8))


def _when(figure: Figure) -> Text:
    if figure.period is None:
        return Text("", "")
    return Text("（{}）", " ({})").format(figure.period.shown())
