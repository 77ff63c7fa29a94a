"""A number that is told as one already known, and is not: 现有的598家门店 after 498, 余额见顶，为260亿元 after 240亿元.

What the words present as known (the shops that there are, the top that was reached, the value of a day that another
line has, too) must stand somewhere, or be worked out from what stands there. Never red: it may be new after all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.digits_alike import digits_alike
from desktop.audit.interval import as_claim, value_of
from desktop.audit.lines import sentence_start
from desktop.audit.scope import Whole
from desktop.audit.told_number import words_of
from desktop.core.figure import Figure
from desktop.core.text import NOTHING, Text

KEY: Final = "told_as_known"
_GIVEN: Final = re.compile(
    r"(?:[现仅原既已]有|目前|手里|手上|名下|眼下|剩下|余下|仅存|[这那该]样?|上述|前述)的?$"
)
_TOP: Final = re.compile(r"见顶|[登触到]顶|高峰|峰值|顶[点峰]|巅峰|高点|谷底|[见触]底|低[点谷]|冲上|顶部")
_OF_TOP: Final = re.compile(r"^的[\u4e00-\u9fff]{0,4}(?:高[点位峰]|顶[点峰]|峰值|巅峰|低[点位谷]|谷底|纪录)")
_WHOSE: Final = re.compile(r"^的(?P<whose>[\u4e00-\u9fff]{2,8})")
_NAMED: Final = re.compile(r"[\u4e00-\u9fff]{2,8}$")
_OTHER: Final = re.compile(
    r"目标|预计|计划|预算|有望|新增|净增|累计|其中|平均|[每均]|同比|以[上下]|[较比](?!例)|相差|增加|减少|行业|同行"
)
_DAY: Final = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_BEFORE: Final = frozenset("有前里上下余存这那该述的")
_REACH: Final = 60  # characters
_CROWD: Final = 300  # numbers of a unit from which on that one of them comes near another says nothing
_FEW: Final = 40  # numbers of one kind of which sums and differences are looked at
_SCALES: Final = (10.0, 100.0, 1e3, 1e4)
SAID: Final = Text(
    "文中把{0}当作已知的数来说，别处却没有这个数；相近的是{1}{2}。若指同一件事，至少一处有误。",
    "The text tells {0} as a number already known, but it stands nowhere else; what comes near is {1}{2}. If both mean "
    "one thing, one of them is wrong.",
)


@check(KEY, "当作已知的数", "numbers told as known", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Look for what each number that is told as known may be a slip of, where no number of the text agrees with it."""
    texts = {s.id: s.text for s in whole.dossier.sources}
    tops = {name: [m.start() for m in _TOP.finditer(text)] for name, text in texts.items()}
    alike: defaultdict[str, list[Figure]] = defaultdict(list)
    days: Counter[tuple[str, date | None]] = Counter()
    for figure in whole.dossier.figures:
        if not figure.is_date and figure.role in ("level", "ratio", "rank") and value_of(figure) is not None:
            alike[figure.unit].append(figure)
            if figure.period is not None:
                days[figure.unit, figure.period.end] += 1
    for unit, figures in alike.items():
        for figure in figures if len(figures) <= _CROWD else ():
            at = figure.anchor
            text = "" if figure.table else texts.get(at.source, "")
            if not text:
                continue
            again = figure.period is not None and days[unit, figure.period.end] > 1
            near = _near_top(tops[at.source], at.start, at.end)
            if again or near or text[at.start - 1 : at.start] in _BEFORE or text[at.end : at.end + 1] == "的":
                yield from _held(figure, figures, texts)


def _near_top(tops: Sequence[int], start: int, end: int) -> bool:
    """Whether a word of a top or a bottom stands around a place."""
    at = bisect_left(tops, start - _REACH)
    return at < len(tops) and tops[at] < end + _REACH


def _held(figure: Figure, figures: Sequence[Figure], texts: dict[str, str]) -> Iterator[Result]:
    text, at = texts.get(figure.anchor.source, ""), figure.anchor
    given = _GIVEN.search(text, max(0, at.start - 6), at.start)
    topped = _OF_TOP.match(text[at.end : at.end + 8])
    begin, end = _sentence(text, figure)
    words = text[begin:end]
    top = topped or _TOP.search(words)
    dated = figure.period is not None and _DAY.fullmatch(figure.period.text) and not given and not topped
    of = text[at.end : at.end + 1] == "的"
    if not (given or top or dated or of) or _OTHER.search(_clause(text, begin, at.end)):
        return
    own = as_claim(figure)
    if not given and not top and (whose := _WHOSE.match(text[at.end : at.end + 10])) is not None:
        cells = _cells(text[at.start - 9 : at.start], whose["whose"], figures)
        found = cells if len(cells) == 1 and not _agrees(figure, cells[0]) else []
        yield from (_told(figure, found[0]) for _ in found)
        return
    others = [f for f in figures if f is not figure and not _near(figure, f, begin, end)]
    if own is None or not others or any(_agrees(figure, f) for f in others):
        return
    such = given is not None and "样" in given[0]
    same = [f for f in others if _one_time(figure, f)] if topped or such else []
    if same and len({value_of(f) for f in same}) == 1:  # 2022年末196万件的高点: all that is told of that day
        yield _told(figure, same[0])
        return
    if given or topped:
        found = [f for f in others if _slip(figure, f)]
    elif top:
        found = [f for f in others if _same_top(figure, f, texts, words)]
    else:
        found = [f for f in others if _same_day(figure, f, texts, words)]
    line = text.rfind("\n", 0, at.start) + 1
    before = [f for f in figures if f is not figure and not f.table and f.anchor.source == at.source
              and line <= f.anchor.start < at.start]  # fmt: skip
    if found and not _worked_out(figure, before, others):
        yield _told(figure, found[-1])


def _told(figure: Figure, other: Figure) -> Result:
    name = Text("（{}）", " ({})").format(say.title(other)) if other.indicator.zh else NOTHING
    said = SAID.format(stated(figure), stated(other), name)
    return say.finding(KEY, "conflict", (figure, other), formula("{} ≠ {}", bare(other), bare(figure)), said)


def _cells(before: str, whose: str, figures: Sequence[Figure]) -> list[Figure]:
    """The cells of what is named before a number, of whom the words behind 的 name: 毛利率36.0%的西南."""
    named = _NAMED.search(before)
    if named is None:
        return []
    found = []
    for figure in figures:
        parts = f"{figure.indicator.zh}·{figure.entity.zh}".split("·") if figure.table else []
        of = [p for p in parts if len(p) > 1 and whose.startswith(p)]
        if of and any(len(p) > 1 and p not in of and named[0].endswith(p) for p in parts):
            found.append(figure)
    return found


def _sentence(text: str, figure: Figure) -> tuple[int, int]:
    """The bounds of its sentence in the text."""
    begin, end = sentence_start(text, figure.anchor.start), figure.anchor.end
    ends = [n for mark in "。；\n" if (n := text.find(mark, end)) >= 0]
    return begin, min(ends, default=len(text))


def _clause(text: str, begin: int, end: int) -> str:
    """The words of a sentence up to an offset, back to the last comma."""
    return text[max(begin, text.rfind("，", begin, end) + 1, text.rfind(",", begin, end) + 1) : end]


def _near(figure: Figure, other: Figure, begin: int, end: int) -> bool:
    """Whether another number stands in the same sentence."""
    at = other.anchor
    return not other.table and at.source == figure.anchor.source and begin <= at.start < end


def _agrees(one: Figure, other: Figure) -> bool:
    if other.comparator not in ("=", "~"):
        return False  # a mere bound does not tell it
    if other.unit == "%" and one.as_printed[:1].isdecimal() and not other.as_printed[:1].isdecimal():
        return False  # 近三分之二 does not tell 63.7%
    a, b = as_claim(one), as_claim(other)
    return a is None or b is None or a.meets(b)


def _slip(one: Figure, other: Figure) -> bool:
    """Whether one number is the other with digits changed about, one other digit, or another scale."""
    a, b = value_of(one), value_of(other)
    if not a or not b or a < 0 or b < 0:
        return False
    times = a / b if a > b else b / a
    return (
        digits_alike(one, other, 2) if times < _SCALES[0] else any(abs(times / t - 1) < 1e-9 for t in _SCALES)
    )


def _same_top(one: Figure, other: Figure, texts: dict[str, str], words: str) -> bool:
    """Whether another number is told as the top of the same thing, or is that of the same time in a table."""
    text = texts.get(other.anchor.source, "")
    if other.table:
        there = f"{other.indicator.zh}|{other.entity.zh}"
        return _one_time(one, other) and bool(words_of(words) & words_of(there))
    begin, end = _sentence(text, other)
    there = text[begin:end]
    if _OTHER.search(_clause(text, begin, other.anchor.end)):
        return False
    of_day = _one_time(one, other) and one.period is not None and _DAY.fullmatch(one.period.text) is not None
    told = of_day or (_slip(one, other) and _TOP.search(there) is not None)
    return told and bool(words_of(words) & words_of(there))


def _same_day(one: Figure, other: Figure, texts: dict[str, str], words: str) -> bool:
    """Whether another sentence tells of the same thing on the same day or month, with another number."""
    if other.table or not _one_time(one, other) or not _slip(one, other):
        return False
    text = texts.get(other.anchor.source, "")
    begin, end = _sentence(text, other)
    plain = not _OTHER.search(_clause(text, begin, other.anchor.end))
    return plain and len(words_of(words) & words_of(text[begin:end])) > 1


def _one_time(one: Figure, other: Figure) -> bool:
    """Whether both are of one time; a year has its last month as its end."""
    a, b = one.period, other.period
    return a is not None and b is not None and (
        a.text == b.text or (a.end is not None and a.end == b.end and "→" not in a.text + b.text)
    )  # fmt: skip


def _worked_out(figure: Figure, before: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Whether a number before it in its line and one of another sentence give it as their sum or difference."""
    own = as_claim(figure)
    near, far = ([c for f in some[:_FEW] if f.comparator in ("=", "~") and (c := as_claim(f)) is not None]
                 for some in (before, others))  # fmt: skip
    return own is None or any(
        made.meets(own) for a in near for b in far for made in (a.plus(b), a.minus(b), b.minus(a))
    )
