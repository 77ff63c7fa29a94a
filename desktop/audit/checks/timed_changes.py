"""Changes that a text tells, in any words, of a quantity whose times stand in a table: 那年少了36家, 两年贵了2.1元."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, quote, signed_percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.made_told import is_made
from desktop.audit.scope import Section
from desktop.audit.timed import Timed
from desktop.audit.timed_fits import far, fits
from desktop.audit.timed_topic import Topic, topics
from desktop.audit.years_between import meant
from desktop.core.figure import Figure
from desktop.core.finding import Finding
from desktop.core.text import Text

KEY: Final = "timed_changes"
WRONG: Final = Text(
    "表中{0}{1}是{2}、{3}是{4}，{5}，与文中的{6}不符。",
    "In the table, {0} is {2} ({1}) and {4} ({3}): {5}; the text says {6}.",
)
NONE: Final = Text(
    "表中{0}的各期之间没有{6}的变化，最接近的是{1}的{2}到{3}的{4}，{5}。",
    "In the table, {0} changes by {6} between no two times; closest is from {2} ({1}) to {4} ({3}): {5}.",
)
YEAR, THEN, NOW = Text("{}年", "{}"), Text("先前", "before"), Text("后来", "after")
POINTS, YEARLY = (
    Text("相差{}个百分点", "{} percentage points apart"),
    Text("年均变化{}", "a change of {} a year"),
)
CHANGE, APART = Text("变化{}", "a change of {}"), Text("相差{}", "{} apart")


@check(KEY, "表中各期的变化", "changes over the times of a table", "section", needs={"section": ("table",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold the size of a change against every pair of times that its words may mean."""
    if not piece.has_tables:
        return
    for topic in topics(piece):
        for result in _held(topic):
            if not (isinstance(result, Finding) and is_made(piece, topic.size)):  # 还本超过付息，多出3200元
                yield result


def _held(topic: Topic) -> Iterator[Result]:
    choices = [
        (line, meant(line, topic.words, topic.before, topic.year, [t for k, t in topic.spoken if k is line]))
        for line in topic.lines
    ]
    known = [(line, told) for line, told in choices if told is not None]
    if len(known) < len(choices):
        return
    tight = [(line, first, last) for line, told in known for first, last in told.pairs]
    if any(told.sure for _, told in known):
        if all(fits(*pair, topic) is False for pair in tight) and _is_of(*tight[0], topic):
            yield _wrong(*tight[0], topic)
        elif held := [pair for pair in tight if fits(*pair, topic)]:
            yield _right(*held[0], topic)
        return
    every = [(line, first, last) for line, told in known for first, last in told.wide]
    wide = [pair for pair in every if fits(*pair, topic) is not False]
    if every and not wide and not any(fits(*pair, topic) is not False for pair in _every(topic.near)):
        likely = tight if all(len(told.pairs) == 1 for _, told in known) else every
        line, first, last = min(likely, key=lambda pair: far(pair[0], pair[1], pair[2], topic))
        if not _is_of(line, first, last, topic):
            return
        whole = likely is every and len(every) == sum(1 for _ in _every(topic.lines))
        yield _wrong(line, first, last, topic, NONE if whole else WRONG)
        return
    held = [pair for pair in tight if fits(*pair, topic)] or (wide if len(wide) == 1 else [])
    if held and fits(*held[0], topic):
        yield _right(*held[0], topic)


def _is_of(line: Timed, first: int, last: int, topic: Topic) -> bool:
    """Whether a size may be of a line by its unit: 净增40家 is of no 会员（万人）."""
    cell, size = _ends(line, first, last)[0], topic.size
    if size.unit in ("%", "permille", "pp", "bp", "times", "count:番") or not (cell.unit and size.unit):
        return True
    return same_dimension(cell.unit, size.unit)


def _every(lines: Sequence[Timed]) -> Iterator[tuple[Timed, int, int]]:
    for line in lines:
        for first, last in itertools.combinations(line.times, 2):
            yield line, first, last


def _right(line: Timed, first: int, last: int, topic: Topic) -> Result:
    return say.passed(KEY, (topic.size, *_ends(line, first, last)), _written(line, first, last, topic))


def _wrong(line: Timed, first: int, last: int, topic: Topic, words: Text = WRONG) -> Result:
    one, other = _ends(line, first, last)
    names = (quote(line.name), _time(line, first), bare(one), _time(line, last), bare(other))
    said = words.format(*names, _shown(line, first, last, topic), stated(topic.size))
    return say.finding(
        KEY, "inconsistent", (topic.size, one, other), _written(line, first, last, topic), said
    )


def _ends(line: Timed, first: int, last: int) -> tuple[Figure, Figure]:
    one, other = line.of(first), line.of(last)
    assert one is not None
    assert other is not None
    return one, other


def _time(line: Timed, time: int) -> Text:
    if line.dated:
        return YEAR.format(str(time))
    return THEN if time == line.times[0] else NOW


def _written(line: Timed, first: int, last: int, topic: Topic) -> Text:
    one, other = _ends(line, first, last)
    return formula("{} → {}: {}", bare(one), bare(other), _shown(line, first, last, topic))


def _shown(line: Timed, first: int, last: int, topic: Topic) -> Text:
    """The change as the size tells it: in percent, in points, in times or as an amount."""
    one, other = _ends(line, first, last)
    a, b = value_of(one) or 0.0, value_of(other) or 0.0
    if topic.size.unit == "pp":
        return POINTS.format(number(abs(b - a)))
    if topic.size.unit in ("%", "times", "count:番", "permille") and a > 0:
        if topic.yearly and b > 0:
            return YEARLY.format(signed_percent(((b / a) ** (1 / (last - first)) - 1) * 100))
        change = CHANGE.format(signed_percent((b / a - 1) * 100))
        if one.unit == "%":
            return Text("{}（{}）", "{} ({})").format(change, POINTS.format(number(abs(b - a))))
        return change
    return APART.format(amount(abs(b - a), one, exact=True))
