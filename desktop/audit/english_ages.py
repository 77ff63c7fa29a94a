"""Two ages of one person and the years between them; and ages and anniversaries of English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result
from desktop.audit.reading import number as counted
from desktop.audit.scope import Prose
from desktop.core.span import Anchor
from desktop.core.text import Text

_OF_OTHERS: Final = re.compile(r"儿子|女儿|妻|丈夫|父亲|母亲|爸|妈|孩子|兄|弟|姐|妹|孙|徒弟|师傅|同事")
_SLACK: Final = 1  # of a year
_N: Final = r"\d{1,3}|[一二三四五六七八九十]{1,3}"
_TWO_AGES: Final = re.compile(
    rf"(?P<a>{_N})岁(?:那年|时)?[^，。；岁]{{1,10}}，[^，。；岁\d]{{0,6}}?(?:如今|今年|现在|现年|眼下|直?到|至)[^，。；岁\d]{{0,3}}?"
    rf"(?P<b>{_N})岁[^，。；岁]{{0,8}}，(?P<done>[^，。；岁\d]{{0,8}}?了)(?:整整|将近|差不多|近)?(?P<n>{_N})年(?![前后代级])"
)
_BORN: Final = re.compile(
    r"\bborn (?:in|on) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:\d{1,2}, )?(?P<a>1[89]\d\d|20\d\d)\b[^.;\d]{1,60}"
    r" in (?:[A-Z][a-z]+ )?(?P<b>1[89]\d\d|20\d\d),? (?P<told>(?:at )?(?:the age of|age|aged) (?P<n>\d{1,3}))\b"
)
_FOUNDED: Final = re.compile(
    r"\b(?:founded|established|opened|launched|set up|created|formed|incorporated|born|began|built)"
    r" in (?:[A-Z][a-z]+ )?(?P<a>(?:1[5-9]|20)\d\d)\b[^.;\d]{1,60}"
    r" (?:its|his|her|their|the) (?P<told>(?P<n>\d{1,3})(?:st|nd|rd|th) (?:anniversary|birthday))"
    r"[^.;\d]{0,20} in (?:[A-Z][a-z]+ )?(?P<b>(?:1[5-9]|20)\d\d)\b", re.I
)  # fmt: skip
_NOT_SINCE: Final = re.compile(r"[前后]|再|又|退|最近|停|歇|离|分")
APART: Final = Text(
    "从{0}岁到{1}岁是{2}年，不是文中的{3}。", "From the age of {0} to that of {1} it is {2} years, not {3}."
)
WRONG: Final = Text(
    "从{0}到{1}是{2}年，不是文中的{3}。", "From {0} to {1} is {2} years, not {3} as the text says."
)


def in_english(piece: Prose, key: str) -> Iterator[Result]:
    """The mayor, born in 1961, took office in 2011 at the age of 50."""
    yield from _between(piece, key)
    found = [*_BORN.finditer(piece.text)] if " born " in piece.text else []
    found += [*_FOUNDED.finditer(piece.text)] if " anniversary" in piece.text else []
    for match in found:
        first, last, many = int(match["a"]), int(match["b"]), int(match["n"])
        begin, end = piece.start + match.start(), piece.start + match.end()
        figures = tuple(f for f in piece.figures if begin <= f.anchor.start < end)
        if not figures or last <= first:
            continue
        written = formula("{} − {} = {}", str(last), str(first), str(last - first))
        if 0 <= last - first - many <= (_SLACK if match.re is _BORN else 0):
            yield say.passed(key, figures, written)
        else:
            years = (Text(f"{y}年", str(y)) for y in (first, last))
            said = WRONG.format(*years, str(last - first), quote(match["told"]))
            yield say.finding(key, "inconsistent", figures[::-1], written, said)


def _between(piece: Prose, key: str) -> Iterator[Result]:
    """The years between two ages of one person, told right behind them: 42岁创业，如今57岁，干了十五年."""
    for match in _TWO_AGES.finditer(piece.text) if "age*2" in piece.marks else ():
        first, last, years = (_number(match[k]) for k in "abn")
        begin, end = piece.start + match.start(), piece.start + match.end()
        figures = tuple(f for f in piece.figures if begin <= f.anchor.start < end)
        if last <= first or not figures or _OF_OTHERS.search(match[0]) or _NOT_SINCE.search(match["done"]):
            continue
        written = formula("{} − {} = {}", str(last), str(first), str(last - first))
        if abs(last - first - years) <= _SLACK:
            yield say.passed(key, figures, written)
        else:
            said = APART.format(first, last, last - first, quote(f"{match['n']}年"))
            place = Anchor(piece.source, begin, end, match[0])
            yield say.finding(key, "inconsistent", figures[::-1], written, said, "between", spans=(place,))


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else int(counted(words))
