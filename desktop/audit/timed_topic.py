"""The sizes of change in prose that may be of a quantity whose times stand in a table, and what their words tell."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from desktop.audit.change_words import EN_DOWN, EN_UP
from desktop.audit.keys import english
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.audit.telling import Told, named_in_english, told
from desktop.audit.timed import Timed, timed
from desktop.audit.timed_fits import RATIOS, like
from desktop.audit.timed_names import marked, places
from desktop.audit.timed_walk import DID, DURATIONS, Walk
from desktop.audit.views import like_units
from desktop.audit.years_between import EACH_YEAR, YEAR
from desktop.core.figure import Figure

_PART: Final = re.compile(
    r"(?:原[来先]|[从以之当年]前|[当最起]初|那[时年会]|当[时年]|\d年[末底初]?|高[点峰]期?|峰值|[巅顶]峰|鼎盛时?期?"
    r"|[上去前]一?年|同期|时)的?(?:约|近|大约|整整|不到|不足)?$"
)
_TIMES: Final = re.compile(r"(?:是|为|达到?|至|到|成)[^，]{0,14}的?(?:约|近|大约|整整)?$")
_REACHES: Final = re.compile(r"[由从自至到为成回达](?:了|约|近|大约)?$")
_BUT: Final = re.compile(
    r"占|额里|额中|量里|量中|份额|目标|预计|计划|若|如果|假如|将(?!近)|有望|均价|其中|行业|同行|全国|全市|全省|季|\d月"
    r"|月[初末底]|半年|周|日均|月均|以内|不超过|至多|至少|上限|下限|线[上下]|部分|合计|共[有计]|一共|环比|差距|加上"
    r"|加起来|高于|低于|赶上|[去上]年同期|一度|曾经?"
)
_ASIDE: Final = re.compile(r"如果|假如|倘若|假设|预计|计划|目标|预期|有望")
_WITHIN: Final = re.compile(r"\d{1,2}月|季度|[上下]半年|旬")
_OF_OTHER: Final = re.compile(r"(?:是|为|相当于|等于|[至到成])[^，|]*\|[^，|]*的?$")
_THAN: Final = re.compile(
    r"(?<![相对同环占])[比较](?!上|去|前|年|原|19|20|[一二两三四五六七八九十]年"
    r"|[底最高低起当峰同谷鼎开先此刚往早])"
)
_BOUND: Final = re.compile(r"不到|不足|超|不止|多于|少于")
_ADDED: Final = re.compile(r"(?:增长|增加|多出|高出|上涨|扩大|增多)了?(?:约|近|足足|整整|超过)?$")
_MEAN: Final = re.compile(r"平均每年|每年平均|每年")
_LEAD: Final = re.compile(
    r"^[\u4e00-\u9fff]{1,4}是(?=\|)|[^|，]{0,4}最[^|，]{1,3}的(?=\|)|第二年|次年|转年|翌年|隔年|[这该]个?(?:数字?|数值|数目)|这一(?:数字?|数值|数目)"
)
_DEALT: Final = re.compile(r"[收付交花卖买开做有拿用给][了出]$")  # 收了6080万元 tells no change
_SIZE: Final = re.compile(r"[降增涨跌升减缩扩][幅速]|幅度|增长率")
_NOW: Final = re.compile(
    r"(?<![\d比较与和跟])((?:19|20)\d\d)(?!\d|年?[末底初]?(?:时|同期)?的|年?[末底初]?相?比)"
)
_FLOW: Final = re.compile(r"(?:关[掉闭停]?|撤[掉并]?|开出?|[新增]开|招|裁[掉撤]?|离职|走)了?$")
_NET: Final = re.compile(r"新[开增招设]|净[增减]|又[开招关]|离职")
_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_LONG: Final = 4
_WORD: Final = re.compile(r"[a-z]+")


class Topic(NamedTuple):
    """A size, the words before it in its clause, those of its sentence before, and the quantities it may be of.

    ``year`` is the last that the text told before; ``way`` is up or down, "" where the words allow both; ``part`` is
    whether they tell what is left rather than what changed, ``added`` whether only what was added; ``yearly`` is of
    each year, ``compound`` where that is no plain mean. ``near`` are the quantities of which any change acquits where
    the clause names none, ``spoken`` the values that the sentence repeated before, with their times.
    """

    size: Figure
    words: str
    before: str
    year: int
    lines: tuple[Timed, ...]
    way: str
    part: bool
    added: bool
    yearly: bool
    compound: bool
    near: tuple[Timed, ...]
    spoken: tuple[tuple[Timed, int], ...]


def topics(piece: Section) -> Iterator[Topic]:
    """The sizes of change in the prose of a section that may be of quantities of tables near them."""
    sheets = {s.key: s for s in (*piece.earlier, *piece.sheets)}.values()
    known = [k for sheet in sheets for k in timed(sheet)]
    named = places(marked(known, piece.pairs), piece.plain_text, piece.pairs) if known else []
    printed = {n for k in known for _, f in k.cells if (n := _printed(f))}
    for _, line in itertools.groupby(spoken(piece), attrgetter("line")) if known else ():
        clauses = list(line)
        figures = [f for c in clauses for f in c.figures]
        start, end = clauses[0].start - piece.start, clauses[-1].end - piece.start
        at = bisect_left(named, start)
        if figures and (
            (at < len(named) and named[at] < end) or not printed.isdisjoint(map(_printed, figures))
        ):
            yield from _of_line(piece, clauses, known)


def _printed(figure: Figure) -> str:
    """The number of a figure where it has so many digits that hardly another is like it, else nothing."""
    if len(figure.as_printed) <= _LONG:
        return ""
    found = _NUMBER.search(figure.as_printed)
    number = found[0].replace(",", "") if found is not None else ""
    return number if len(number) > _LONG else ""


def _of_line(piece: Section, clauses: Sequence[Clause], known: list[Timed]) -> Iterator[Topic]:
    keys = {sheet.key for sheet in piece.around(clauses[0].start)}
    walk = Walk([k for k in known if k.sheet in keys], piece.factor.title.zh)
    start, full = clauses[0].start, False
    for n, clause in enumerate(clauses):
        if n and clause.sentence != clauses[n - 1].sentence:
            start = clause.start
        if full:
            walk.foreign, walk.spoken = set(), []
        full = clause.mark in "。！？"
        sizes = [f for f in clause.figures if f.unit not in DURATIONS or f is clause.figures[-1]]
        size = sizes[0] if len(sizes) == 1 else None
        words = clause.text
        if (
            size is not None
            and size.unit in DURATIONS
            and clause.text.startswith("的", size.anchor.end - clause.start)
        ):
            size = None  # 四年的出货量: how long what follows is told over
        if size is not None:
            words = clause.before(size) + size.anchor.quote.partition(size.as_printed)[0]
        runs = walk.name(words, clause.sentence)
        made = None
        if size is not None and not _gross(piece, size, words):
            before = piece.text[start - piece.start : clause.start - piece.start]
            made = _topic(
                size, words, before, runs, walk, () if walk.named == clause.sentence else walk.known
            )
        if made is not None:
            yield made
            walk.lines = list(made.lines)  # of two that the words may name, the one that is so counted
        if clause.figures:
            walk.go_on(clause, _without(words, runs), made and made.size, named=bool(runs))
        if "20" in clause.text or "19" in clause.text:
            walk.year = int((_NOW.findall(clause.text) or [walk.year])[-1])


def _gross(piece: Section, size: Figure, words: str) -> bool:
    """Whether a size is one of what came and what went, of which a table has the balance: 关掉60家，又新开24家."""
    if _FLOW.search(words) is None:
        return False
    at = size.anchor.start - piece.start
    return (
        _NET.search(piece.text, piece.sentence_start(at), piece.text.find("。", at) + 1 or len(piece.text))
        is not None
    )


def _topic(
    size: Figure, words: str, before: str, runs: set[str], walk: Walk, others: Sequence[Timed]
) -> Topic | None:
    lines = tuple(k for k in walk.lines if like(size, k)) or _only_one(others, size)
    if not lines or (not runs and any(like_units(u, k.unit) for u in walk.foreign for k in lines)):
        return None
    rest = _without(words, runs)
    if _BUT.search(rest) or _THAN.search(rest) or _ASIDE.search(before):
        return None
    if _WITHIN.search(before) and not any(k.partly for k in lines):
        return None  # 截至6月末，门店增加了8家: within a year of the table
    says = _says(words, lines) if words.isascii() else told(YEAR.sub("", _LEAD.sub("", rest)))
    part = (size.unit in RATIOS and not says.changes and _PART.search(words) is not None) or (
        size.unit == "times" and _TIMES.search(words) is not None and _ADDED.search(words) is None
    )
    yearly = EACH_YEAR.search(words) is not None
    if not (
        _tells_part(size, words, rest, lines, yearly=yearly) if part else _tells_change(size, words, says)
    ):
        return None
    wholly = not runs or any(k.name in runs for k in lines)
    if any(not walk.explained(o, wholly=wholly) for o in says.others if o != says.verb):
        return None
    way = says.way if says.sure else size.direction if size.role == "change" else ""
    return Topic(
        size,
        words,
        before,
        walk.year,
        lines,
        "" if part else way or "",
        part,
        _ADDED.search(words) is not None,
        yearly,
        _MEAN.search(words) is None,
        () if runs else (*lines, *(o for o in others if like(size, o))),
        tuple(walk.spoken),
    )


def _tells_part(size: Figure, words: str, rest: str, lines: Sequence[Timed], *, yearly: bool) -> bool:
    """Whether the words before a size make it what is left of an earlier value: 是起初的2.8倍, 只有从前的五分之一."""
    if yearly or _BOUND.search(words) or _OF_OTHER.search(rest):
        return False
    return size.unit != "%" or all(k.unit != "%" for k in lines)


def _tells_change(size: Figure, words: str, says: Told) -> bool:
    """Whether the words before a size make it a change."""
    if words.endswith("的") or (words.isascii() and not says.sure):
        return False
    if _REACHES.search(words) and not _SIZE.search(words):
        return False
    if size.role == "level" and size.unit not in RATIOS and (not DID.search(words) or _DEALT.search(words)):
        return False
    return says.changes or size.role == "change"


def _without(words: str, runs: set[str]) -> str:
    """Words with a bar in place of each run; of two that overlap, the longer one, else the first."""
    for run in sorted(runs, key=lambda r: (-len(r), words.find(r))):
        words = words.replace(run, "|")
    return words


def _says(words: str, lines: Sequence[Timed]) -> Told:
    """What English words before a size tell; what they name beside the quantity is in the way."""
    known = set(_WORD.findall(words.lower()))
    up, down = known & EN_UP, known & EN_DOWN
    others = named_in_english(words) - frozenset[str]().union(*(english(line.name) for line in lines))
    way = "" if up and down else "up" if up else "down"
    return Told(way, bool(up) != bool(down), bool(up or down), tuple(others))


def _only_one(known: Sequence[Timed], size: Figure) -> tuple[Timed, ...]:
    """The one quantity that is counted as a size is: 又减72家 can only be of shops."""
    if not size.unit.startswith("count:"):
        return ()
    found = tuple(k for k in known if k.unit == size.unit)
    return found if len({(k.name, k.field) for k in found}) == 1 else ()
