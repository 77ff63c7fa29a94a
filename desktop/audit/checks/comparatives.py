"""Comparatives: two numbers of one sentence, one of which is said to be higher or lower."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, digits, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.polarity import better_high
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.stated_change import is_change
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.units import unit

KEY: Final = "comparatives"
_SPEED: Final = re.compile(r"速|产能|效率|吞吐|带宽|频|转")
_GAP: Final = (
    r"(?P<gap>(?:(?:19|20)\d\d\s*年?)?(?:第?\d{1,2}(?=[月季号日班店组楼级届期]))?"
    r"[^，,。；\d]{0,12})$"  # whose or of what time the other number is
)
_MORE: Final = re.compile(
    r"(?:[高多大长贵重]于|(?<![了达有为是占到得])超过|超出|[高多长贵重胜强盖压]过|(?<!记)大过|多于|高出"
    r"|(?P<worth>领先于?|跑赢|优于|好于|胜于|强于)"
    rf"|higher than|more than|above|exceed(?:s|ed|ing)?)\s*{_GAP}",
    re.I,
)
_LESS: Final = re.compile(
    r"(?:[低少小短轻]于|[低少小短轻]过|逊于|够不[上着]|[赶追比]不上|(?P<worth>落后于?|跑输|劣于|差于"
    r"|逊色于|不及|不如|弱于|不敌|敌不过)|lower than|less than|below|"
    rf"fewer than)\s*{_GAP}",
    re.I,
)
_PACE: Final = re.compile(rf"(?:(?P<fast>[快早])|(?P<slow>[慢晚]))[于过]\s*{_GAP}")
_LITERAL: Final = (
    "不及",
    "不如",
    "不敌",
    "敌不过",
    "落后",
    "落后于",
    "跑输",
)  # of a number, whatever it is of
_THERE: Final = re.compile(r"^的?(?:水平|水准|线|均值|门槛|标准|成绩)")
_SHARE: Final = 0.5  # of the one: what a number is at least that it is compared with, and not the difference
_SAME: Final = re.compile(rf"(?:持平于|等于|相当于|[与和同跟])\s*{_GAP}", re.I)
_LEVEL: Final = re.compile(r"^[^，,。；\d]{0,6}(?:持平|打平|相同|相等|一样|一致|齐平)(?=[，,。；、了的]|$)")
_BY_HOW_MUCH: Final = re.compile(r" (?:more|less|fewer|higher|lower) than\b")
_SPEAKS: Final = re.compile(
    r"持平|打平|相[同等]|一样|一致|齐平|不[上着过敌]"
    r"|[高多大先长快早慢晚低少小后短逊优好差劣弱强胜贵重轻色]于|超[过出]"
    r"|[高多大长贵重胜强盖压低少小短轻快慢早晚]过|高出|不及|不如|落后|领先|跑[赢输]|than|above|below"
    r"|exceed",
    re.I,
)
ORDER = Text(
    "文中说{3}（{0}）{2}{4}（{1}），但{0}并不{2}{1}。",
    "The text says that {3} ({0}) is {2} {4} ({1}), but {0} is not {2} {1}.",
)
ANOTHER = Text("另一数", "another number")
NOT_SAME = Text(
    "文中说{0}与{1}{2}，但两数并不相等。",
    "The text has {0} level with {1}, but the two differ.",
)
LEVEL_WORD = Text("持平", "level")
MORE, LESS = Text("高于", "more than"), Text("低于", "less than")


@check(KEY, "比较", "comparatives", "prose", needs={"prose": ("于超过及如落平同等样致不领跑出 latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Check comparisons of two numbers in a sentence."""
    for sentence in piece.sentences:
        yield from _pairs(sentence)


def _pairs(sentence: Sentence) -> Iterable[Result]:
    if len(sentence.amounts) < 2 or not _SPEAKS.search(sentence.text):
        return
    values = [
        f
        for f in sentence.amounts
        if not is_change(sentence, f) and f.role in ("level", "ratio", "threshold")
    ]
    for one, other in itertools.pairwise(values):
        words = sentence.lead(other) + _own_words(other)
        more, less = _MORE.search(words), _LESS.search(words)
        if not same_dimension(one.unit, other.unit):
            continue
        yield from _level(sentence, one, other, words)
        if _BY_HOW_MUCH.match(sentence.lead(other)):
            continue  # $4 million more than the $18 million expected: a difference
        if re.search(r"(?:不|未|没有?|not )\s*(?:高|多|超|大|低|少|及)", words) and not re.search(
            r"不及|不如", words
        ):
            continue
        found = more or less or _PACE.search(words)
        if found is None or not found["gap"].strip(" 了"):  # "超过 5000": a bound, no comparison
            continue
        up = _is_more(sentence, found, one, other, more=more is not None)
        a, b = _claim(one), value_of(other)
        if up is None or a is None or b is None:
            continue
        fails = (a.high <= b if up else a.low >= b) or _overshoots(one, b, up=up)
        if fails and not up and not _is_value(sentence, found["gap"], other, b / a.high if a.high else 1.0):
            continue  # 120万辆，低于目标20万辆: by so much
        way = (
            Text(found[0].removesuffix(found["gap"]), MORE.en if up else LESS.en)
            if more or less
            else (MORE if up else LESS)
        )
        written = formula("{} {} {}", bare(one), ">" if fails != up else "<", bare(other))
        if fails:
            if a.low == b == a.high:
                written = formula("{} = {}", bare(one), bare(other))
            said = ORDER.format(stated(one), bare(other), way, *_titles(one, other, found["gap"]))
            yield say.finding(KEY, "changes_conclusion", (one, other), written, said, "order")
        else:
            yield say.passed(KEY, (one, other), written)


def _overshoots(one: Figure, other: float, *, up: bool) -> bool:
    """Whether a bound lies on the other side: 跌破90%，远低于65%; nobody tells so of what is far below 65%."""
    value = value_of(one)
    if value is None or one.role == "threshold":
        return False
    if up:
        return one.comparator in (">", ">=") and value < other
    return one.comparator in ("<", "<=") and value > other


def _claim(figure: Figure) -> Interval | None:
    """What is compared: of a limit its own value, 3万元的上限."""
    return digits(figure) if figure.role == "threshold" else as_claim(figure)


def _is_more(
    sentence: Sentence, found: re.Match[str], one: Figure, other: Figure, *, more: bool
) -> bool | None:
    """Whether the words say that the one is the larger number; None where they tell of better or worse only."""
    known, groups = unit(one.unit.partition("/")[0]), found.groupdict()
    lasts = known is not None and known.dimension == "duration"
    if "fast" in groups:
        if not lasts and not _SPEED.search(sentence.text):
            return None
        return bool(groups["slow"]) == lasts
    if groups.get("worth"):
        high = False if lasts else better_high(f"{sentence.lead(one)} {one.indicator.zh} {found['gap']}")
        if high is None:
            return more if groups["worth"] in _LITERAL else None
        return more if high is not False else not more
    return more


def _is_value(sentence: Sentence, gap: str, other: Figure, share: float) -> bool:
    """Whether the second number is what is compared with, not the difference."""
    if gap.rstrip().endswith("的") and not other.as_printed[:1].isdigit():
        return False  # 低于前年的三分之一
    return share >= _SHARE or gap.rstrip().endswith("的") or bool(_THERE.match(sentence.tail(other)))


def _level(sentence: Sentence, one: Figure, other: Figure, words: str) -> Iterable[Result]:
    """10,000元…持平于惠城保的15,000元; 4.6分，与仙林店的4.7分打平."""
    found, after = _SAME.search(words), _LEVEL.match(sentence.tail(other))
    a, b = as_claim(one), as_claim(other)
    if found is None or a is None or b is None or not found["gap"].strip():
        return
    named = found[0].startswith("持平于")
    if not (named or (after is not None and found[0][0] in "与和同跟")) or re.search(
        r"[不没未]|[差几]", words + sentence.tail(other)[:6]
    ):
        return
    exact = one.comparator == other.comparator == "=" and not (one.hedge or other.hedge)
    same = value_of(one) == value_of(other) if exact else a.meets(b)
    written = formula("{} {} {}", bare(one), "=" if same else "≠", bare(other))
    if same:
        yield say.passed(KEY, (one, other), written)
        return
    word = LEVEL_WORD if named else Text(after[0].strip("，, ") if after is not None else "", "")
    said = NOT_SAME.format(stated(one), bare(other), word)
    yield say.finding(KEY, "changes_conclusion", (one, other), written, said, "level")


def _own_words(figure: Figure) -> str:
    """Comparator words inside the span of a figure, before its number."""
    return figure.anchor.quote[: max(0, figure.anchor.quote.find(figure.as_printed))]


def _titles(one: Figure, other: Figure, gap: str) -> tuple[Text, Text]:
    """What is compared with what; ``gap`` are the words between the verb and the second number."""
    first, second = say.title(one), say.title(other)
    if not other.entity.zh and _SPEAKS.search(other.indicator.zh):  # the verb was read as a part of the name
        second = quote(gap.strip("的 "))
    return first, ANOTHER if second in (first, say.THIS) else second
