"""The rates of a paragraph with the time that each is for: 日息万分之五, 每期0.8%, 0.045% a day, 年化18.25%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.value import value

DAY, MONTH, TERM, YEAR = "day", "month", "term", "year"
_PERIOD: Final = re.compile(
    r"(?P<year>[按逐][日月年]?复利|复利|年化|年利率|年费率|年息|年利|折(?:成|合|算成?|合成)?年|[一每]年|全年"
    r"|APR|a year(?!\s+(?:ago|before|earlier|later))|per year|annual\w*|per annum)"
    r"|(?P<day>日利率|日息|日费率|[息金率费]?[每按][日天]|逐[日天]|一天|当日|a day|per day|daily|each day)"
    r"|(?P<month>月利率|月息|月费率|每个?月|按月|一个?月|月(?:手续|服务|管理|分期)?费率?|a month|per month|monthly)"
    r"|(?P<term>每一?期|单期|分期(?:手续)?费率?|期费率?)",
    re.I,
)
_TAIL: Final = re.compile(
    r"\s*(?:a|per|each|every)\s+(?P<unit>day|month|year)\b(?!\s+(?:ago|before|earlier|later))", re.I
)
_PER_TIME: Final = re.compile(r"\s*(?:/|每)(?P<unit>[天日月年])")
_CHINESE: Final = {"天": DAY, "日": DAY, "月": MONTH, "年": YEAR}
_CLAUSE: Final = re.compile(r"[，,；;：:。（(]")
_RISES: Final = re.compile(r"[增减涨降升跌]|提高|下调|上浮|折$|打|优惠|逾期率|不良|占|比例")
_CHARGED: Final = 0.5  # percent: 每日加收万分之五 is no change
_LEVIED: Final = re.compile(r"加?[收付](?:约|近)?$")
_LEVY: Final = 5.0  # percent, beyond which 加收 is a part of another rate
COMPOUND, SIMPLE, REAL = "compound", "simple", "real"
_HOW: Final = (
    (
        COMPOUND,
        re.compile(r"(?<![不非未]计)(?<!不算)(?<!不考虑)复利|利滚利|(?<!before )(?<!without )compound", re.I),
    ),
    (REAL, re.compile(r"实际|真实|IRR|内部收益|effective|real\b", re.I)),
    (SIMPLE, re.compile(r"单利|名义|费率合计|合计费率|表面|simple|nominal", re.I)),
)


@value
class Rate:
    """A rate in percent, the time it is for, the words of its clause before it, and how it is reckoned if told."""

    figure: Figure
    time: str
    clause: str
    how: str
    sentence: int

    @property
    def point(self) -> float:
        """The rate as printed, in percent."""
        return value_of(self.figure) or 0.0

    @property
    def bounds(self) -> Interval:
        """The rate as far as it is set: what is printed without a hedge is exact."""
        found = as_claim(self.figure)
        if found is None or (self.figure.comparator == "=" and not self.figure.hedge):
            return Interval(self.point, self.point)
        return found


def rates(piece: Prose) -> Iterator[Rate]:
    """The rates of a paragraph, in order."""
    for n, sentence in enumerate(piece.sentences):
        for figure in sentence.amounts:
            if figure.unit not in ("%", "permille", "bp") or not (point := value_of(figure)):
                continue
            clause = behind_last(_CLAUSE, sentence.text[: figure.anchor.start - sentence.start])
            if (
                figure.role == "change"
                and point > _CHARGED
                and not (point < _LEVY and _LEVIED.search(clause))
            ):
                continue
            time = _time(sentence, figure, clause)
            if time and not _RISES.search(clause):
                words = clause + _CLAUSE.split(sentence.text[figure.anchor.end - sentence.start :])[0]
                how = next((name for name, told in _HOW if told.search(words)), "")
                yield Rate(figure, time, clause, how, n)


def _time(sentence: Sentence, figure: Figure, clause: str) -> str:
    return time_of(clause, sentence.text[figure.anchor.end - sentence.start :][:16])


def time_of(clause: str, rest: str = "") -> str:
    """The time that a rate is for by the words of its clause before it and those right behind it; "" for none."""
    after = _TAIL.match(rest) or _PER_TIME.match(rest)
    if after is not None:
        return _CHINESE.get(after["unit"], after["unit"].lower())
    last = None
    for last in _PERIOD.finditer(clause):  # noqa: B007 - the last one is wanted
        pass
    return last.lastgroup or "" if last is not None else ""
