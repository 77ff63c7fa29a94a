"""One quantity stated more than once: in text and table, in two places, or in two dossiers, with different values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, factor_of
from desktop.audit.keys import folded, kind_of_value
from desktop.audit.one_quantity import alike_in_words, comparable
from desktop.audit.origins import COPIED, Other
from desktop.audit.scope import Group
from desktop.audit.statements import agree, kind_apart, overlap, power_apart, ranged
from desktop.core.figure import Figure
from desktop.core.finding import Input, Uncheckable
from desktop.core.span import CONTEXT
from desktop.core.text import NOTHING, Text

KEY: Final = "conflict"
_YEAR: Final = re.compile(r"((?:19|20)\d\d)\s*年[^，,。；;\d]{0,8}$")
_MARK: Final = re.compile(  # 离20亿元只差…: a mark, not a value; 将达到2.33万元: not yet
    r"(?:[距离]|距离)$|将(?:会|要)?(?:达到?|[增升涨降提]至|[升涨降提]到|提高到|增加到)[约近]?$"
)
KINDS: Final[dict[str, Text]] = {
    "definition": Text("口径可能不同", "the definitions may differ"),
    "stale": Text("两处都没有写明时间和口径", "neither gives a time or a definition"),
    "unit": Text(
        "相差约{}倍，疑为单位或数量级写错",
        "about {} times apart, which looks like a slip of unit or scale",
    ),
    "mistake": Text(
        "口径和时间若相同，至少一处有误", "if scope and time are the same, at least one of them is wrong"
    ),
}
WITHIN = Text(
    "{0}{1}在文中有两个不同的数：{2}与{3}；{4}。",
    "The text gives two values of {0}{1}: {2} and {3}; {4}.",
)
ACROSS = Text(
    "{0}{1}在本文是{2}，在档案{5}是{3}；{4}。{6}",
    "{0}{1} is {2} here and {3} in the dossier {5}; {4}.{6}",
)
ORIGINS = Text(
    "这一项在{0}份文章或档案里写到过，其中有的转述同一篇文章，不同的文章只有{1}篇。",
    " {0} articles or dossiers state it, but some retell one article: only {1} articles differ.",
)
RETOLD = Text(
    "两份档案出自同一文本，其中一份抄录有误", "both dossiers tell one text, so one of them copied it wrongly"
)
COPY = Text(
    "档案{}有同样的数，但两份出自同一文本，不能互相印证；没有第二个来源可以核对。",
    "The dossier {} has the same number, but both go back to one text and cannot confirm each other; there is no "
    "second source to hold it against.",
)
MEAN = Text(
    "{0}写作{1}（{2}），高于最高值{3}（{4}）；平均不会高于最高，两处口径或时间可能不同。",
    "{0} is given as {1} ({2}), above the maximum of {3} ({4}); no average is above the maximum, so the two may differ "
    "in definition or time.",
)
RANGE = Text(
    "{0}写作{1}（{2}），名为平均、实为区间，上端高于最高值{3}（{4}）；两处口径或时间可能不同。",
    "{0} is given as {1} ({2}), a range under the name of an average, whose upper end is above the maximum of {3} "
    "({4}); the two may differ in definition or time.",
)
OF = Text("{}：{}", "{}: {}")
HERE = Text("本文", "in this text")
THERE = Text("档案{}", "in the dossier {}")


@check(KEY, "来源一致", "one quantity, several statements", "group")
def run(group: Group, _world: World) -> Iterable[Result]:
    """Compare all statements of one quantity; each figure is held against the first of its time, not all pairs."""
    if not group.others and _in_one_table(group.figures):
        return  # its cells are values of their own rows and columns
    meant = tuple(f for f in group.figures if not _of_another_year(f) and not _MARK.search(f.anchor.prefix))
    group = Group(group.key, meant, group.others)
    slots = [_slot(f) for f in group.figures]
    yield from _within(group, slots)
    if group.others:
        yield from _across(group, slots)
    if any(kind == "mean" for _, kind in slots) or any(_slot(o.figure)[1] == "mean" for o in group.others):
        yield from _means(group)


def _in_one_table(figures: Sequence[Figure]) -> bool:
    """Whether all statements are cells of one table, none of them an average, which a maximum may be held against."""
    table = figures[0].table
    return (
        bool(table) and all(f.table == table for f in figures) and all(_slot(f)[1] != "mean" for f in figures)
    )


def _of_another_year(figure: Figure) -> bool:
    """Whether the year right before a number is not the time that it was read with: 高于2021年的80万."""
    found = _YEAR.search(figure.anchor.prefix) if not figure.table else None
    return found is not None and figure.period is not None and found[1] not in figure.period.text


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
    cells: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in group.figures:
        cells[figure.table].append(figure)
    for figure, slot in zip(group.figures, slots, strict=True):
        known = first.setdefault(slot, figure)
        if known is figure or (known.table and known.table == figure.table) or _one_passage(known, figure):
            continue
        if agree(known, figure):
            yield say.passed(KEY, (figure, known), formula("{} = {}", bare(figure), bare(known)))
            continue
        if known.role != figure.role and "threshold" in (known.role, figure.role):
            continue
        if not comparable(known, figure) or (not slot[0] and not alike_in_words(known, figure)):
            continue
        kind = kind_apart(known, figure, same_source=True)
        sure = (
            bool(slot[0])
            and bool(figure.entity.zh)
            and known.entity.zh == figure.entity.zh
            and kind != "definition"
        )
        crossing = bool(known.table) != bool(figure.table)
        if crossing and _is_of_another_time(cells, known, figure):
            continue
        time, why = say.when(figure.period), _why(kind, known, figure)
        said = WITHIN.format(say.title(figure), time, stated(known), stated(figure), why)
        plain = crossing or (_first_of_sentence(known) and _first_of_sentence(figure))
        sure = sure and plain and (crossing or kind in ("mistake", "unit"))
        verdict = "inconsistent" if sure else "conflict"
        written = formula("{} ≠ {}", bare(known), bare(figure))
        yield say.finding(KEY, verdict, (figure, known), written, said, kind)


def _is_of_another_time(cells: Mapping[str, list[Figure]], known: Figure, figure: Figure) -> bool:
    """Whether one of the two is what the other's table has for another time: then its time was misread."""
    cell, other = (known, figure) if known.table else (figure, known)
    return any(f is not cell and agree(f, other) for f in cells[cell.table])


def _first_of_sentence(figure: Figure) -> bool:
    """Whether no other amount stands before it: a later one may speak of a part that only the words before tell."""
    *ends, own = re.split(r"[。！？；\n]", figure.anchor.prefix)
    if not ends and len(figure.anchor.prefix) >= CONTEXT:
        return False
    return "其中" not in own and re.search(r"\d", re.sub(r"\d+(?:[-—至]\d+)?[年月日]", "", own)) is None


def _across(group: Group, slots: list[tuple[str, str]]) -> Iterable[Result]:
    done: set[tuple[str, str]] = set()
    for figure, slot in zip(group.figures, slots, strict=True):
        others = [o for o in group.others if _slot(o.figure)[1] == slot[1] and overlap(figure, o.figure)]
        if not others or slot in done:
            continue
        done.add(slot)
        others.sort(key=lambda o: not o.origin)
        apart = next((o for o in others if not agree(figure, o.figure)), None)
        if apart is not None:
            yield _apart(figure, apart, others)
        elif others[0].origin:
            yield say.passed(KEY, (figure,), formula("{} = {}", bare(figure), bare(others[0].figure)))
        else:
            yield Uncheckable(figure.id, COPY.format(quote(others[0].title)), COPIED)


def _apart(figure: Figure, apart: Other, others: Sequence[Other]) -> Result:
    kind = kind_apart(figure, apart.figure, same_source=False)
    said = ACROSS.format(
        say.title(figure),
        say.when(figure.period),
        stated(figure),
        stated(apart.figure),
        _why(kind, figure, apart.figure) if apart.origin else RETOLD,
        quote(apart.title),
        _origins(others),
    )
    written = formula("{} ≠ {}", bare(figure), bare(apart.figure))
    extra = [Input(OF.format(quote(apart.title), one.label), one.shown) for one in say.inputs(apart.figure)]
    return say.finding(KEY, "conflict", (figure,), written, said, kind, extra)


def _origins(others: Sequence[Other]) -> Text:
    """From how many texts the statements come, where more dossiers than texts make them."""
    texts = len({o.origin for o in others} | {""})
    return ORIGINS.format(len(others) + 1, texts) if len(others) >= texts else NOTHING


def _why(kind: str, one: Figure, other: Figure) -> Text:
    a, b = as_claim(one), as_claim(other)
    power = power_apart(a, b) if a is not None and b is not None else None
    return KINDS[kind].format(number(power or 1, 0))


def _means(group: Group) -> Iterable[Result]:
    """An average above a maximum."""
    everything = [
        *((None, f) for f in group.figures),
        *((o.title, o.figure) for o in group.others if o.origin),
    ]
    tagged = [(kind_of_value(folded(f.indicator.zh))[0], title, f) for title, f in everything]
    most = [(title, f) for kind, title, f in tagged if kind == "max" and f.high is not None]
    least = min((f.high for _, f in most if f.high is not None), default=None)
    for kind, title, figure in tagged:
        if kind != "mean" or figure.high is None or least is None or figure.high <= least:
            continue
        for top_title, top in most:
            mine = title is None or top_title is None
            if mine and top.high is not None and figure.high > top.high and overlap(figure, top):
                yield _too_high(figure, title, top, top_title)
                break


def _too_high(mean: Figure, mean_in: Text | None, top: Figure, top_in: Text | None) -> Result:
    pairs = ((mean, mean_in), (top, top_in))
    own = tuple(f for f, title in pairs if title is None)
    extra = [
        Input(OF.format(quote(title), one.label), one.shown)
        for f, title in pairs
        if title is not None
        for one in say.inputs(f)
    ]
    ends = [amount(float(f.high) * factor_of(f.unit), f) for f, _ in pairs if f.high is not None]
    places = [HERE if title is None else THERE.format(quote(title)) for _, title in pairs]
    pattern, shown = (RANGE, stated(mean)) if ranged(mean) else (MEAN, ends[0])
    said = pattern.format(say.title(mean), shown, places[0], ends[1], places[1])
    written = formula("{} > {}", *ends)
    return say.finding(KEY, "conflict", own, written, said, "mean", extra)
