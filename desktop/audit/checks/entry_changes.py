"""Changes of what a list entry tells of two times: "用户：2022年1500万人，2023年600万人", and later 用户流失60%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.any_reading import POINTS, change_fits, percent_apart
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import lines
from desktop.audit.move import months_of
from desktop.audit.scope import Section
from desktop.audit.telling import told
from desktop.audit.times_apart import day
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.value import value

KEY: Final = "entry_changes"
_ENTRY: Final = re.compile(r"[ \t]*(?:[-*•·]|\d{1,2}[.、)）])\s*(?P<label>[^：:，,。；\d]{2,12})[：:]")
_BEFORE: Final = re.compile(
    r"[（(，,](?:[\u4e00-\u9fff]{0,4}前|原[来先为]?|去年|上年|上[期届]|过去)[\u4e00-\u9fff]{0,3}$"
)
_SENTENCE: Final = re.compile(r"[。！？!?；;\n]")
_STRETCH: Final = re.compile(
    r"(?:短短|仅仅)?[一两二三四五六七八九十半\d]{1,3}个?(?:年|月|季度)(?:多|半)?(?:之?间|里|内|来|下来|时间)?"
)
_OTHER: Final = re.compile(
    r"占|均|每|同比|环比|年化|复合|[至到为成]了?$|比|折|其中|目标|计划|预计|再|又|^[里中内的者]"
)
_ENDS: Final = re.compile(r"(?:左右|上下|以上|有余|多)?\s*(?:$|[，,。；;：:！？!?、）)\n])")
SAID: Final = Text(
    "“{0}”由{1}到{2}，变化{3}，不是文中的{4}。", "“{0}” went from {1} to {2}, a change of {3}, not {4}."
)
POINTS_SAID: Final = Text("{0}个百分点（相对{1}）", "{0} percentage points ({1} in relative terms)")


@value
class Entry:
    """A label and its two values in the order of their times."""

    label: str
    then: Figure
    now: Figure


@check(KEY, "列表两期变化", "changes of list entries", "section", needs={"section": ("% pp times", "：:")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold a change, told below a list, against the entry that its clause names."""
    known: list[Entry] = []
    for start, end in lines(piece.text):
        entry = _ENTRY.match(piece.text, start, end)
        if entry is None and not known:
            continue
        figures = piece.between(piece.start + start, piece.start + end)
        own = [f for f in figures if not f.is_date and not f.table]
        if entry is not None:
            known += _entry(entry["label"], own)
        else:
            for size in own:
                if size.unit in ("%", "times", *POINTS):
                    yield from _of(piece, start, known, own, size)


def _entry(label: str, own: list[Figure]) -> Iterator[Entry]:
    if len(own) != 2 or not same_dimension(own[0].unit, own[1].unit) or own[0].unit in ("times", *POINTS):
        return
    if _BEFORE.search(own[1].anchor.prefix[-12:]) and not _BEFORE.search(own[0].anchor.prefix[-8:]):
        if value_of(own[0]) and value_of(own[1]):
            yield Entry(label, own[1], own[0])  # 毛利：1.1元（改版前7.6元）
        return
    then, now = sorted(own, key=day)
    lengths = months_of(then), months_of(now)
    alike = None in lengths or abs((lengths[0] or 0) - (lengths[1] or 0)) <= 0.1 * (lengths[0] or 0)
    if alike and day(then) and day(now) and day(then) != day(now) and value_of(then) and value_of(now):
        yield Entry(label, then, now)


def _name(entry: Entry, known: list[Entry]) -> str:
    """The end of a label where no other label has it, else the label: 毛利 of 单笔毛利."""
    end = entry.label[-2:]
    return end if sum(end in e.label for e in known) == 1 else entry.label


def _of(piece: Section, start: int, known: list[Entry], own: list[Figure], size: Figure) -> Iterator[Result]:
    at = size.anchor.start - piece.start
    begin = max(start, at - 60)
    words = _SENTENCE.split(piece.text[begin:at])[-1]
    named = [(words.rindex(name), name, e) for e in known if (name := _name(e, known)) in words]
    if not named:
        return
    place, name, entry = max(named, key=lambda n: n[0])
    after = words[place + len(name) :]
    verb = _STRETCH.sub("", after)
    says = told(verb)
    inside = any(
        at - len(after) <= f.anchor.start - piece.start < at for f in own if f.unit not in ("year", "month")
    )
    if (
        inside
        or not _ENDS.match(piece.text, size.anchor.end - piece.start)
        or not says.changes
        or says.others
        or _OTHER.search(verb)
        or len(verb) > 10
    ):
        return
    then, now = entry.then, entry.now
    if size.unit in POINTS and then.unit != "%":
        return
    change = Text(*[percent_apart(then, now)] * 2)
    if then.unit == "%":
        change = POINTS_SAID.format(number(abs((value_of(now) or 0.0) - (value_of(then) or 0.0))), change)
    written = formula("({1} − {0}) ÷ {0} = {2}", bare(then), bare(now), percent_apart(then, now))
    if change_fits(size, (then, now), strict=says.sure, based=True):
        yield say.passed(KEY, (size, then, now), written)
    else:
        said = SAID.format(entry.label, bare(then), bare(now), change, stated(size))
        yield say.finding(KEY, "inconsistent", (size, then, now), written, said)
