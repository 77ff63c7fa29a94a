"""An age against the year of birth and the year it is told of: 1958年出生，1981年毕业时33岁."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.reading import number as read_number
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "ages"
_BORN_BEHIND: Final = re.compile(
    r"^(?:年|[初末底春夏秋冬])?(?:[（(][^）)]{0,6}[）)])?(?:出生|生人|生(?=[，,。；）)的于])|生于|诞生"
    r"|降生|落地|创刊|创办|创立|成立)"
)
_BORN_AHEAD: Final = re.compile(
    r"(?:出生于|生于|诞生于|降生于|创刊于|创办于|创立于|成立于|创建于"
    r"|始建于|born (?:in|on)) ?$"
)
_OF_OTHERS: Final = re.compile(
    r"儿子|女儿|妻|丈夫|父亲|母亲|爸|妈|孩子|兄|弟|姐|妹|孙|平均|人均|以上|以下|学生|观众|用户|客户"
    r"|退休年龄|最[大小老年]|另一|同事|搭档|对手|接班|徒弟|师傅"
)
_TAIL: Final = re.compile(r"^的(?![他她我])|^[—\-–~至到]|^以[上下]")
_SLACK: Final = 1  # of a year: before or after the birthday, or by the old way of counting
_N: Final = r"\d{1,3}|[一二三四五六七八九十]{1,3}"
_TWO_AGES: Final = re.compile(
    rf"(?P<a>{_N})岁(?:那年|时)?[^，。；岁]{{1,10}}，[^，。；岁\d]{{0,6}}?(?:如今|今年|现在|现年|眼下|直?到|至)[^，。；岁\d]{{0,3}}?"
    rf"(?P<b>{_N})岁[^，。；岁]{{0,8}}，(?P<done>[^，。；岁\d]{{0,8}}?了)(?:整整|将近|差不多|近)?(?P<n>{_N})年(?![前后代级])"
)
_BORN: Final = re.compile(
    r"\bborn (?:in|on) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:\d{1,2}, )?(?P<a>1[89]\d\d|20\d\d)\b[^.;\d]{1,60}"
    r" in (?:[A-Z][a-z]+ )?(?P<b>1[89]\d\d|20\d\d),? (?P<told>(?:at )?(?:the age of|age|aged) (?P<n>\d{1,3}))\b"
)
_NOT_SINCE: Final = re.compile(r"[前后]|再|又|退|最近|停|歇|离|分")
APART: Final = Text(
    "从{0}岁到{1}岁是{2}年，不是文中的{3}。", "From the age of {0} to that of {1} it is {2} years, not {3}."
)
WRONG: Final = Text(
    "{0}出生，到{1}是{2}岁，不是文中的{3}。", "Born in {0}, one is {2} in {1}, not {3} as the text says."
)


@check(KEY, "年龄", "ages", "prose", needs={"prose": ("age latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold each age of a sentence against a birth told in it or before it, and the dates of the sentence."""
    yield from _between(piece)
    yield from _in_english(piece)
    born: Figure | None = None
    for sentence in piece.sentences:
        births = [f for f in sentence.dates if _is_birth(piece, f)]
        born = births[-1] if births else born
        if born is None or len(births) > 1:
            continue
        others = [
            f for f in sentence.dates if f is not born and f.period is not None and f.period.start is not None
        ]
        for age in sentence.amounts:
            begin, end = age.anchor.start - piece.start, age.anchor.end - piece.start
            clause = re.split(r"[。；]", piece.text[max(0, begin - 30) : begin])[-1]
            before = [f for f in others if f.anchor.end <= age.anchor.start]
            if (
                age.unit == "age"
                and before
                and not _OF_OTHERS.search(clause)
                and not _TAIL.match(piece.text[end : end + 2])
            ):
                yield from _held(age, born, before[-1], others)


def _between(piece: Prose) -> Iterator[Result]:
    """The years between two ages of one person, told right behind them: 42岁创业，如今57岁，干了十五年."""
    for match in _TWO_AGES.finditer(piece.text) if "age*2" in piece.marks else ():
        first, last, years = (_number(match[k]) for k in "abn")
        begin, end = piece.start + match.start(), piece.start + match.end()
        figures = tuple(f for f in piece.figures if begin <= f.anchor.start < end)
        if last <= first or not figures or _OF_OTHERS.search(match[0]) or _NOT_SINCE.search(match["done"]):
            continue
        written = formula("{} − {} = {}", str(last), str(first), str(last - first))
        if abs(last - first - years) <= _SLACK:
            yield say.passed(KEY, figures, written)
        else:
            said = APART.format(first, last, last - first, quote(f"{match['n']}年"))
            place = Anchor(piece.source, begin, end, match[0])
            yield say.finding(KEY, "inconsistent", figures[::-1], written, said, "between", spans=(place,))


def _in_english(piece: Prose) -> Iterator[Result]:
    """The mayor, born in 1961, took office in 2011 at the age of 50."""
    for match in _BORN.finditer(piece.text) if " born " in piece.text else ():
        first, last, age = int(match["a"]), int(match["b"]), int(match["n"])
        begin, end = piece.start + match.start(), piece.start + match.end()
        figures = tuple(f for f in piece.figures if begin <= f.anchor.start < end)
        if not figures or last <= first:
            continue
        written = formula("{} − {} = {}", str(last), str(first), str(last - first))
        if 0 <= last - first - age <= _SLACK:
            yield say.passed(KEY, figures, written)
        else:
            years = (Text(f"{y}年", str(y)) for y in (first, last))
            said = WRONG.format(*years, str(last - first), quote(match["told"]))
            yield say.finding(KEY, "inconsistent", figures[::-1], written, said)


def _is_birth(piece: Prose, figure: Figure) -> bool:
    begin, end = figure.anchor.start - piece.start, figure.anchor.end - piece.start
    return figure.period is not None and figure.period.start is not None and (
        _BORN_BEHIND.match(piece.text[end : end + 12]) is not None
        or _BORN_AHEAD.search(piece.text[max(0, begin - 8) : begin]) is not None
    )  # fmt: skip


def _held(age: Figure, born: Figure, at: Figure, dates: list[Figure]) -> Iterator[Result]:
    told = value_of(age)
    if told is None or age.hedge or born.period is None or at.period is None:
        return
    first = born.period.start
    if first is None or at.period.start is None:
        return
    years = at.period.start.year - first.year
    written = formula("{} − {} = {}", str(at.period.start.year), str(first.year), number(years))
    known = [
        f.period.start.year - first.year for f in dates if f.period is not None and f.period.start is not None
    ]
    if any(abs(k - told) <= _SLACK for k in known):
        yield say.passed(KEY, (age, born, at), written)
    elif years > 0:
        said = WRONG.format(bare(born), bare(at), number(years), stated(age))
        yield say.finding(KEY, "inconsistent", (age, born, at), written, said)


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else int(read_number(words))
