"""An anniversary against the two dates that it lies between: opened in May 2014, ten years old in May 2024."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, quote
from desktop.audit.check import Result, World, check
from desktop.audit.reading import number as counted
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "anniversaries"
_YEARS: Final = re.compile(
    r"^[^，,。；《]{0,6}?(?:满|迎来|庆祝|度过|是|为|即|进入)了?(?:其|自己的?|第|成立|创立|开业|建[校院厂司成])?"
    r"(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})(?:个)?周[年岁]"
)
_DAY: Final = re.compile(r"(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})周年(?:当天|当日|之际|前夕|那天|时)")
_BEGAN: Final = re.compile(
    r"^[^，,。；]{0,6}?(?:开业|成立|创立|创办|创建|建成|建校|通车|上市|上线|开张|奠基|出生)"
)
_ENGLISH: Final = re.compile(
    r"\b(?:founded|established|opened|launched|set up|created|formed|incorporated|born|began|built)"
    r" in (?:[A-Z][a-z]+ )?(?P<a>(?:1[5-9]|20)\d\d)\b[^.;\d]{1,60}"
    r" (?:its|his|her|their|the) (?P<told>(?P<n>\d{1,3})(?:st|nd|rd|th) (?:anniversary|birthday))"
    r"[^.;\d]{0,20} in (?:[A-Z][a-z]+ )?(?P<b>(?:1[5-9]|20)\d\d)\b", re.I
)  # fmt: skip
_YEAR: Final = 365.25
_SLACK: Final = 0.15  # of a year: a party may be held some weeks early
WRONG = Text("从{0}到{1}是{2}年，不是文中的{3}。", "From {0} to {1} is {2} years, not {3} as the text says.")


@check(KEY, "周年", "anniversaries", "prose", needs={"prose": ("周 latin", "date")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold the years of an anniversary against its date and the date of what is celebrated."""
    if "周年" not in piece.text and "周岁" not in piece.text:
        yield from _in_english(piece)
        return
    before: list[Figure] = []
    for sentence in piece.sentences:
        yield from _on_the_day(sentence, before)
        before = list(sentence.dates) or before
        for one, other in itertools.pairwise(sentence.dates):
            told = _YEARS.match(sentence.text[other.anchor.end - sentence.start :])
            gap = sentence.between(one, other)
            a, b = one.period, other.period
            if told is None or gap.count("，") > 1 or not _BEGAN.match(gap) or a is None or b is None:
                continue
            if not (a.start and a.end and b.start and b.end):
                continue
            many = counted(told["n"])
            least, most = (b.start - a.end).days / _YEAR, (b.end - a.start).days / _YEAR
            years = b.start.year - a.start.year + (b.start.month - a.start.month) / 12
            written = formula("{} − {} ≈ {}", bare(other), bare(one), number(years))
            if least - _SLACK <= many <= most + _SLACK:
                yield say.passed(KEY, (other, one), written)
            else:
                words = quote(f"{told['n']}周年")
                said = WRONG.format(bare(one), bare(other), number(years), words)
                yield say.finding(KEY, "inconsistent", (other, one), written, said)


def _in_english(piece: Prose) -> Iterable[Result]:
    """Founded in 1985, the orchestra marked its 40th anniversary in 2025."""
    for match in _ENGLISH.finditer(piece.text) if "anniversary" in piece.text else ():
        first, last, many = int(match["a"]), int(match["b"]), int(match["n"])
        begin, end = piece.start + match.start(), piece.start + match.end()
        dates = [f for f in piece.figures if f.is_date and begin <= f.anchor.start < end]
        if len(dates) != 2 or last <= first:
            continue
        one, other = dates
        written = formula("{} − {} = {}", str(last), str(first), str(last - first))
        if last - first == many:
            yield say.passed(KEY, (other, one), written)
        else:
            said = WRONG.format(bare(one), bare(other), str(last - first), quote(match["told"]))
            yield say.finding(KEY, "inconsistent", (other, one), written, said)


def _on_the_day(sentence: Sentence, before: list[Figure]) -> Iterable[Result]:
    """2017年7月公测，2021年7月停止运营，四周年当天关服: some two dates of the sentence are so far apart."""
    told = _DAY.search(sentence.text)
    dates = [
        f
        for f in (*before, *sentence.dates)
        if f.period is not None and f.period.start is not None and f.period.end is not None
    ]
    if told is None or len(dates) < 2:
        return
    many = counted(told["n"])
    for one, other in itertools.combinations(dates, 2):
        a, b = one.period, other.period
        if a is None or b is None or a.start is None or b.start is None or a.end is None or b.end is None:
            return
        if (b.start - a.end).days / _YEAR - _SLACK <= many <= (b.end - a.start).days / _YEAR + _SLACK:
            yield say.passed(KEY, (other, one))
            return
    one, other = dates[0], dates[-1]
    if one.period is None or other.period is None or one.period.start is None or other.period.start is None:
        return
    years = number((other.period.start - one.period.start).days / _YEAR)
    said = WRONG.format(bare(one), bare(other), years, quote(f"{told['n']}周年"))
    yield say.finding(
        KEY, "inconsistent", (other, one), formula("{} − {} ≈ {}", bare(other), bare(one), years), said
    )
