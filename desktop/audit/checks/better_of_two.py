"""Which of two a clause without numbers calls better or busier: 直流桩利用率6.9%，交流桩3.2%，交流桩闲得更厉害."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.checks.verdict_words import WHO
from desktop.audit.conclusion_fields import FIELDS
from desktop.audit.conclusion_words import BAD, CONCEPTS, GOOD, NOT
from desktop.audit.conclusion_worth import better_high
from desktop.audit.interval import as_claim
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.told_values import TIME, Told, values_before
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "better_of_two"
_CLAUSE: Final = re.compile(r"[，,；;。！？]")
_MORE: Final = re.compile(r"更|得[多很]|占优|占上风|领先|落后|明显|胜出|不如")
_UNSURE: Final = re.compile(r"[\d比与和跟或都若]|如果|未必|不一定|越来越|今年|去年|[一两]者")
_LONG: Final = 16  # characters of a clause
SAID: Final = Text(
    "文中说{0}，可{1}是{2}、{3}是{4}，正好相反。",
    "The text says {0}, but {1} is {2} and {3} is {4}: the other way round.",
)


@check(
    KEY, "两者孰优", "which of two is better", "prose",
    needs={"prose": ("更得占领落明胜如", "level ratio")},
)  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold a clause that judges one of two things against the two values told before it; never red."""
    for sentence in piece.sentences:
        if len(sentence.amounts) < 2 or _MORE.search(sentence.text) is None:
            continue
        start = sentence.amounts[1].anchor.end - sentence.start
        for words in _CLAUSE.split(sentence.text[start:]):
            fits = 3 < len(words) <= _LONG and _MORE.search(words) and not _UNSURE.search(words)
            if fits and not WHO.match(f"，{words}，"):  # a bare adjective: "verdict_words" tells
                yield from _held(piece, sentence, words, sentence.text.find(words, start))


def _held(piece: Prose, sentence: Sentence, words: str, at: int) -> Iterable[Result]:
    every = [t for t in values_before(piece, sentence.start + at) if t.figure.anchor.start >= sentence.start]
    every = [t for t in every if t.figure.unit == every[-1].figure.unit]
    if len(every) != 2 or TIME.search(every[0].words + every[1].words):
        return
    places = [_named(every[n].words, every[1 - n].words, words) for n in (0, 1)]
    if bool(places[0]) == bool(places[1]):
        return
    mine = 0 if places[0] else 1
    one, other = every[mine], every[1 - mine]
    a, b = as_claim(one.figure), as_claim(other.figure)
    way = _way(words.replace(places[mine], ""), every)
    if a is None or b is None or a.meets(b) or not way:
        return
    written = formula("{} {} {}", bare(one.figure), ">" if a.low > b.high else "<", bare(other.figure))
    if (a.low > b.high) == (way > 0):
        yield say.passed(KEY, (one.figure, other.figure), written)
        return
    begin = sentence.start + at
    place = Anchor(piece.source, begin, begin + len(words), words)
    rest = _named(other.words, one.words, other.words) or other.words
    names = [quote(n.rstrip("的是为")) for n in (places[mine], rest)]
    said = SAID.format(quote(words), names[0], bare(one.figure), names[1], bare(other.figure))
    yield say.finding(KEY, "partly", (one.figure, other.figure), written, said, "two", spans=(place,))


def _named(own: str, other: str, words: str) -> str:
    """The name by which words mention an amount: the longest beginning of its own words that the other has not."""
    same = next((n for n, (a, b) in enumerate(zip(own, other, strict=False)) if a != b), 0)
    for end in range(min(len(own), same + 8), same + 1, -1):
        for begin in range(same + 1):
            if end - begin > 1 and own[begin:end] in words and own[begin:end] not in other:
                return own[begin:end]
    return ""


def _way(words: str, every: list[Told]) -> int:
    """1 where words say that the value is the larger of the two, −1 for the smaller, 0 where they do not tell."""
    figure = every[0].figure
    name = f"{every[0].words} {every[1].words} {figure.indicator.zh} @{figure.unit}"
    for concept in (*CONCEPTS, *FIELDS):
        more, less = concept.more.search(words), concept.less.search(words)
        found = more or less
        if concept.name.search(name) and found is not None and bool(more) != bool(less):
            return 0 if NOT.search(words[: found.start()][-3:]) else 1 if more else -1
    good, bad = GOOD.search(words), BAD.search(words)
    wanted = better_high(name)
    if wanted is None or bool(good) == bool(bad) or NOT.search(words):
        return 0
    return 1 if (good is not None) == wanted else -1
