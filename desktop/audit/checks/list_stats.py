"""Means and leaders of a list within a sentence: 五家分别卖出86、72、65、51、46台…平均64台，前两家合计占49.4%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.adding import formula_of
from desktop.audit.amounts import amount, bare, formula, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim
from desktop.audit.passages import RATES, Passage, Told, alike, passages
from desktop.audit.prose_lists import ProseList, number_of, prose_lists
from desktop.audit.scope import Section
from desktop.audit.ways import allowed
from desktop.core.text import Text, same

KEY: Final = "list_stats"
_MEAN: Final = re.compile(
    r"^(?:[^，\d]{0,2}(?P<of>[人户店单件台车周月季年日])均|(?:简单|算术)?平均(?:下来|每)?一?个?(?P<by>[\u4e00-\u9fff]{0,3}?)|[每单](?P<each>[\u4e00-\u9fff]{1,3}?)平均)"
    r"(?:约|为|是|达|有|大约)*$"
)
_TOP: Final = re.compile(
    r"^(?:其中)?(?:排名?)?前(?P<n>[两二三四五2-5])(?:名|位|家|个|项|类|者|大|款|强)?[^，占的\d]{0,4}?(?:合计|加起来|共|一共|总计|累计)?"
    r"(?P<takes>(?:就|便|共)?占(?:比|了|到)?[^，。]{0,6})?(?:约|为|是|达到?|了)*$"
)
_PEOPLE: Final = re.compile(r"[位名人]")
_MONTHS: Final = 3  # of a quarter
MEAN: Final = Text(
    "{0}相加是{2}，除以{1}是{3}，不是文中的{4}。",
    "{0} add up to {2}, and that over {1} is {3}, not {4}.",
)
TOP: Final = Text("{0}中最大的{1}项合计{2}，不是文中的{3}。", "Of {0} the {1} largest come to {2}, not {3}.")
TAKES: Final = Text(
    "{0}中最大的{1}项合计{2}，占{3}的{4}，不是文中的{5}。", "Of {0} the {1} largest come to {2}, {4} of {3}, not {5}."
)  # fmt: skip


@check(
    KEY, "列举的均值与前列", "means and leaders of a list", "section", needs={"section": ("same*3", "均前")}
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold means, and what the first few come to, against the list that stands before them."""
    for passage in passages(piece):
        if len(passage.own) > 3 and not passage.marks.isdisjoint("均前"):
            for one in prose_lists(passage):
                last = max(t.end for t in (*one.items, *one.rest))
                for told in passage.own:
                    if told.start >= last and told.sentence - one.items[0].sentence <= 1:
                        yield from _of(passage, one, told)


def _of(passage: Passage, one: ProseList, told: Told) -> Iterator[Result]:
    clause = passage.clause(told).strip(" *“”")
    top = _TOP.match(clause)
    if top is not None:
        yield from _top(passage, one, told, number_of(top["n"]), takes=top["takes"] is not None)
    elif (mean := _MEAN.match(clause)) is not None and alike(told, one.items[0]) and not one.rest:
        counted = one.counted()
        by = mean["of"] or mean["by"] or mean["each"] or ""
        if counted and not told.share and (each := _each(by, counted)):
            yield from _mean(passage, one, told, each)


def _each(by: str, counted: str) -> int:
    """How many of what a mean is of each counted thing has: 人均 of 五位主播, 单月 of 四个季度; 0 where it has none."""
    if not by or by[0] in counted or (by == "人" and _PEOPLE.match(counted) is not None):
        return 1
    return _MONTHS if by[0] == "月" and counted.lstrip("个").startswith("季") else 0


def _mean(passage: Passage, one: ProseList, told: Told, each: int) -> Iterator[Result]:
    claim, made = as_claim(told.figure), _sum(one.items)
    if claim is None or made is None:
        return
    many = len(one.items) * each
    figures = (told.figure, *(t.figure for t in one.items))
    total, point = amount(one.total, told.figure, exact=True), amount(one.total / many, told.figure)
    written = formula("({}) ÷ {} = {}", same(" + ").join([bare(t.figure) for t in one.items]), many, point)
    if claim.meets(made.scaled(1 / many)):
        yield say.passed(KEY, figures, written, rounded=not claim.holds(one.total / many))
        return
    wholes = [own for t in passage.sizes if alike(t, told) and t is not told and (own := allowed(t.figure))]
    counts = [
        t.value
        for t in passage.own
        if t.figure.unit.startswith(("count:", "person")) or t.figure.unit in RATES
    ]
    for whole in (made, *wholes):
        if any(claim.meets(whole.scaled(1 / n)) for n in (many, *counts) if n > 0):
            return
    said = MEAN.format(
        say.listed([bare(t.figure) for t in one.items]), many, total, point, stated(told.figure)
    )
    yield say.finding(KEY, "inconsistent", figures, written, said)


def _top(passage: Passage, one: ProseList, told: Told, many: int, *, takes: bool) -> Iterator[Result]:
    if not 1 < many < len(one.items) or told.figure.role == "change":
        return
    leaders = sorted(one.items, key=lambda t: -t.value)[:many]
    claim, made, point = as_claim(told.figure), _sum(leaders), sum(t.value for t in leaders)
    first = _sum(one.items[:many])
    if claim is None or made is None or first is None:
        return
    figures = (told.figure, *(t.figure for t in leaders))
    listed = say.listed([bare(t.figure) for t in one.items])
    added = same(" + ").join([bare(t.figure) for t in leaders])
    shown = amount(point, leaders[0].figure, exact=True)
    if told.figure.unit == leaders[0].figure.unit or (alike(told, leaders[0]) and not told.share):
        written = formula("{} = {}", added, shown)
        if claim.meets(made):
            yield say.passed(KEY, figures, written, rounded=not claim.holds(point))
        elif claim.meets(first):  # in the order of the list
            own = [t.figure for t in one.items[:many]]
            point = sum(t.value for t in one.items[:many])
            yield say.passed(
                KEY, (told.figure, *own), formula_of(own, point, own[0]), rounded=not claim.holds(point)
            )
        elif not takes or told.share:
            said = TOP.format(listed, many, shown, stated(told.figure))
            yield say.finding(KEY, "inconsistent", figures, written, said)
    elif told.share and takes and not leaders[0].share:
        yield from _takes(passage, one, told, leaders, claim)


def _takes(
    passage: Passage, one: ProseList, told: Told, leaders: list[Told], claim: Interval
) -> Iterator[Result]:
    """A share of the leaders: of all that is listed, or of any whole around."""
    all_of_it, made, first = _sum((*one.items, *one.rest)), _sum(leaders), _sum(one.items[: len(leaders)])
    wholes = [own for t in passage.amounts if alike(t, leaders[0]) and (own := allowed(t.figure)) is not None]
    if all_of_it is None or made is None or first is None:
        return
    point, total = sum(t.value for t in leaders), sum(t.value for t in (*one.items, *one.rest))
    share = percent(point / total * 100)
    figures = (told.figure, *(t.figure for t in one.items))
    shown = [amount(v, leaders[0].figure, exact=True) for v in (point, total)]
    written = formula("{} ÷ {} = {}", *shown, share)
    found = [part.scaled(100).over(whole) for part in (made, first) for whole in (all_of_it, *wholes)]
    if found[0] is not None and claim.meets(found[0]):
        yield say.passed(KEY, figures, written, rounded=True)
    elif one.counted() and not any(claim.meets(f) for f in found if f is not None):
        listed = say.listed([bare(t.figure) for t in one.items])
        said = TAKES.format(listed, len(leaders), shown[0], shown[1], share, stated(told.figure))
        yield say.finding(KEY, "inconsistent", figures, written, said)


def _sum(parts: Iterable[Told]) -> Interval | None:
    found = Interval(0.0, 0.0)
    for told in parts:
        own = as_claim(told.figure)
        if own is None:
            return None
        found = found.plus(own)
    return found
