"""Rates that follow one another, and what they come to: 先涨25%，后跌20%，两年累计…; 三年每年30%，是原来的2.2倍."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from desktop.audit.enumerations import DIGITS
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.reading import Reading
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.telling import told
from desktop.core.figure import Figure

_N: Final = r"(?:[两二三四五六七八九十\d]{1,2})"
TOTAL: Final = re.compile(
    rf"累计|合计|一?共|总共|连起来|加起来|叠加|前后|[算连]下来|(?<![\d第]){_N}年(?:间|里|内|共|总|下来)?[^，,。；\d]{{0,6}}$"
    r"|(?:原来|最初|起点|当初|起步)|是\d{4}年的$"
    r"|cumulative|overall|altogether|combined|compound",
    re.I,
)
_IN_ALL: Final = re.compile(
    r"\s*(?:in all|in total|altogether|overall|combined|over the (?:two|three|four|five))", re.I
)
_NEXT: Final = re.compile(
    r"再|又|次年|翌年|第[二三四五]|随后|接着|其后|后|分别|依次|先后|转|回|首年|another|then|again|further|respectively",
    re.I,
)
_EACH: Final = re.compile(
    rf"每年|年均|逐年|各(?=[增减升降涨跌上下提加压缩])|连续{_N}年|均(?=[增减升降涨跌])|each year|a year|every year",
    re.I,
)
_YEARS: Final = re.compile(rf"(?<!\d)(?P<n>{_N})\s*(?:个)?(?:年|years?)(?!\d)", re.I)
_MEAN: Final = re.compile(r"[年月季]均|复合")
_SKIP: Final = re.compile(r"同比|环比|月|占|其中|目标|计划|预计|如果|若|假如|率")
_BESIDES: Final = re.compile(
    r"第[一二三四五六]年?|[首次翌隔当今明后去前]年|[两二三四几][轮次]|[正恰刚]好|连续|第?[一二三四]季度?|[上下]半年|全年|现有?|如今|连起来|原来|最初|起点|时间|[先后再又比较正前也则连轮次和与及]"
)
_TO: Final = re.compile(r"(?:[至到为成是剩余存]|当于|等于)[^，,。；]{0,6}的[约近]?$")
_BECAME: Final = re.compile(r"(?:[至到为成达]了?[约近]?|的[约近]?)$")
_LINK: Final = re.compile(r"[\s、，,；;和与及]")
_EXACT: Final = 0.1  # times
_UNTOLD: Final = 2
_SIGNS: Final = {"up": 1, "down": -1}
_LATIN: Final = re.compile(r"[A-Za-z]")
_TIMES: Final = (
    "count:轮",
    "count:次",
    "year",
    "month",
    "quarter",
    "week",
    "day",
    "hour",
    "minute",
    "second",
)


class Chain(NamedTuple):
    """A total and the rates it is made of, each with its sign; ``times`` is how often the one rate comes again.

    ``became`` is whether the total is what is left of the first value, not what was added to it; ``reached`` are the
    multiples that tell what became of a value.
    """

    total: Figure
    parts: tuple[Figure, ...]
    signs: tuple[int, ...]
    times: int = 1
    became: bool = False
    sign: int = 1
    reached: frozenset[str] = frozenset()

    def factor(self, part: Figure, sign: int) -> tuple[Interval, float]:
        """What one rate multiplies by; 增至3倍 is one of ``reached``, and a multiple as exact as a set rate."""
        own, value = as_claim(part), value_of(part)
        assert own is not None
        assert value is not None
        plain = part.comparator == "=" and not part.hedge
        if part.unit == "times":
            own = Interval(value - _EXACT, value + _EXACT) if plain else own
            return (own, value) if part.id in self.reached else (
                Interval(*sorted((1 + sign * own.low, 1 + sign * own.high))), 1 + sign * value)  # fmt: skip
        if "成" in part.as_printed and plain:
            own = Interval(value - 1, value + 1)  # 每年两成: set, not measured
        return Interval(
            *sorted((1 + sign * own.low / 100, 1 + sign * own.high / 100))
        ), 1 + sign * value / 100

    def product(self) -> tuple[Interval, float]:
        """What the rates compound to, as a factor."""
        found, point = Interval(1.0, 1.0), 1.0
        for part, sign in zip(self.parts, self.signs, strict=True):
            own, value = self.factor(part, sign)
            found, point = found.times(own), point * value
        return Interval(
            max(0.0, found.low) ** self.times, max(0.0, found.high) ** self.times
        ), point**self.times

    def added(self) -> float:
        """What they come to when they are only added up, in percent."""
        grown = (self.factor(p, s)[1] - 1 for p, s in zip(self.parts, self.signs, strict=True))
        return sum(grown) * 100 * self.times

    def runs(self) -> Iterator[Chain]:
        """The chains of fewer rates that follow one another."""
        for start in range(len(self.parts)):
            for end in range(start + 2, len(self.parts) + 1):
                if end - start < len(self.parts):
                    yield self._replace(parts=self.parts[start:end], signs=self.signs[start:end])


def chains(piece: Prose) -> Iterator[Chain]:
    """The chains of a paragraph whose values nobody states."""
    for sentence in piece.sentences:
        sizes = [f for f in sentence.amounts if f.unit in ("%", "times") and value_of(f) is not None]
        if len(sizes) < 2 or len(sizes) > 12:
            continue
        for at, total in enumerate(sizes[1:], 1):
            if any(f.unit == "%" for f in sizes[:at]) and _totals(sentence, total):
                found = _chain(sentence, total, sizes[:at])
                if found is not None:
                    yield found


def _totals(sentence: Sentence, figure: Figure) -> bool:
    lead = sentence.lead(figure)
    if "分别" in lead or "依次" in lead:
        return False  # 三年里分别增长10%、20%
    return bool(TOTAL.search(lead) or (_LATIN.search(lead) and _IN_ALL.match(sentence.tail(figure))))


def _chain(sentence: Sentence, total: Figure, parts: list[Figure]) -> Chain | None:
    reading, first = Reading(sentence), parts[0]
    inside = [f for f in sentence.amounts if first.anchor.start < f.anchor.start < total.anchor.start]
    if any(f not in parts and f.unit not in _TIMES for f in inside) or any(
        _totals(sentence, p) for p in parts
    ):
        return None
    begin = max((reading.end(f) for f in sentence.amounts if f.anchor.end <= first.anchor.start
                 and f.unit not in _TIMES), default=0)  # fmt: skip
    words = [reading.text[begin : reading.start(first)]]
    words += [
        reading.text[reading.end(a) : reading.start(b)]
        for a, b in zip(parts, [*parts[1:], total], strict=True)
    ]
    if any(_SKIP.search(w) for w in words) or not _of_one(words):
        return None
    if len(parts) > 1 and len({_MEAN.search(w) is None for w in words[:-1]}) > 1:
        return None  # 年均增长25.0%，增长了1.44倍: a mean of all years is no step beside one
    signs = _carried(_sign(f, w) for f, w in zip((*parts, total), words, strict=True))
    became = _TO.search(words[-1]) is not None or (total.unit == "times" and total.role == "ratio")
    times = 1
    if len(parts) == 1:
        times = _years(words) if _EACH.search(words[0]) else 1
        if times < 2:
            return None
    elif not all(_NEXT.search(w) for w in words[1:-1]) and len(sentence.dates) < len(parts):
        between = [_LINK.sub("", w) for w in words[1:-1]]  # 分别上涨18%、下跌22%、9%
        if not _NEXT.search(words[0]) or any(w and (told(w).others or not told(w).sure) for w in between):
            return None
        told_again = zip(signs[1:-1], between, strict=True)
        signs = (*_carried((signs[0], *(s if w else _UNTOLD for s, w in told_again))), signs[-1])
    if 0 in signs[:-1] or (not signs[-1] and not became and total.unit == "%"):
        return None
    reached = frozenset(
        p.id for p, w in zip(parts, words, strict=False) if p.unit == "times" and _BECAME.search(w)
    )
    return Chain(total, tuple(parts), signs[:-1], times, became, signs[-1] or 1, reached)


def _of_one(words: list[str]) -> bool:
    """Whether the words before the later rates and the total name nothing that the first does not."""
    if any(_LATIN.search(w) for w in words):
        return len("".join(words[1:])) < 40 * len(words)
    return all(o in words[0] for w in words[1:] for o in told(_YEARS.sub("", _BESIDES.sub("", w))).others)


def _carried(signs: Iterable[int]) -> tuple[int, ...]:
    """The signs, each that is not told again (2, in English) being that of the one before."""
    found: list[int] = []
    for sign in signs:
        found.append(sign if sign != _UNTOLD else found[-1] if found else 0)
    return tuple(found)


def _sign(figure: Figure, words: str) -> int:
    if _LATIN.search(words):
        return _SIGNS.get(figure.direction or _english(words), _UNTOLD)
    return _SIGNS.get(told(words).way or figure.direction, 0)


def _english(words: str) -> str:
    rose = re.search(r"\b(?:rose|grew|rise|up|increase\w*|gain\w*|climb\w*|jump\w*)\b", words, re.I)
    fell = re.search(r"\b(?:fell|drop\w*|down|cut|declin\w*|lost|shrank|slid)\b", words, re.I)
    return "down" if fell else "up" if rose else ""


def _years(words: list[str]) -> int:
    """How many years a rate is said to come again; 0 where that is not told, or told in two ways."""
    found = {
        int(m["n"]) if m["n"].isdigit() else DIGITS.get(m["n"], 0) for w in words for m in _YEARS.finditer(w)
    }
    return found.pop() if len(found) == 1 else 0
