"""Which of several is the most, behind their list: 2022、2023、2024年依次为10.7%、31.7%、41.1%，以2024年为最深."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "listed_first"
_RESPECTIVELY: Final = re.compile(r"(?:依次|分别)(?:为|是|达到?|占|有|只有|下降|增长|减少|增加)*$")
_NAMES: Final = re.compile(r"[^，,。；：:、]*[、][^，,。；：:]*(?=依次|分别)")
_SPLIT: Final = re.compile(r"、|和|与|及")
_FIRST: Final = re.compile(
    r"最(?:为)?(?:(?P<most>[深高大多重快狠贵猛长强陡])|(?P<least>[浅低小少轻慢短弱缓]|便宜))"
)
_CLAUSE: Final = re.compile(r"[，,。；;：:]")
_UNSURE: Final = re.compile(r"之一|并列|除|不是|并非|未必|另|其他|其它")
_LEAST: Final = 3
WRONG: Final = Text(
    "文中说{0}，但所列各数中{1}的是{2}（{3}）。",
    "The text says {0}, but of the numbers listed the {1} is {3}, of {2}.",
)
MOST, LEAST = Text("最大", "largest"), Text("最小", "smallest")


@check(KEY, "所列之最", "the most of a list", "prose", needs={"prose": ("最", "依分")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold "the most is X" against the numbers that the sentence lists for X and the others."""
    for sentence in piece.sentences:
        first = next((f for f in sentence.amounts if _RESPECTIVELY.search(sentence.lead(f))), None)
        if first is None:
            continue
        listed = _listed(sentence, first)
        begin = listed[-1].anchor.end - sentence.start
        names = _names(sentence.text[: first.anchor.start - sentence.start])
        if len(names) == len(listed) >= _LEAST and not _UNSURE.search(sentence.text[begin:]):
            yield from _held(sentence, names, listed, begin)


def _listed(sentence: Sentence, first: Figure) -> list[Figure]:
    """The numbers of one unit from the first on, with nothing but a mark between them."""
    amounts = sentence.amounts
    found = [first]
    for figure in amounts[amounts.index(first) + 1 :]:
        if figure.unit != first.unit or sentence.between(found[-1], figure) not in (
            "、",
            "和",
            "，",
            "及",
            "与",
        ):
            break
        found.append(figure)
    return found


def _names(words: str) -> list[str]:
    found = _NAMES.findall(words)
    parts = [p.partition("的")[0].strip(" 年") for p in _SPLIT.split(found[-1])] if found else []
    if parts and (year := re.search(r"(?:19|20)\d\d$", parts[0])):
        parts[0] = year[0]  # 降幅在2022
    return parts if all(len(p) >= 2 for p in parts) else []


def _held(sentence: Sentence, names: list[str], listed: list[Figure], begin: int) -> Iterable[Result]:
    match = _FIRST.search(sentence.text, begin)
    values = [value_of(f) for f in listed]
    known = [v for v in values if v is not None]
    if match is None or len(known) != len(values):
        return
    clause = (
        _CLAUSE.split(sentence.text[begin : match.start()])[-1]
        + _CLAUSE.split(sentence.text[match.start() :])[0]
    )
    own = [n for n, name in enumerate(names) if name in clause]
    most = match["most"] is not None
    best = max(known) if most else min(known)
    if len(own) != 1 or known.count(best) != 1:
        return
    winner = known.index(best)
    written = formula("{} → {}", quote(names[winner]), bare(listed[winner]))
    if own[0] == winner:
        yield say.passed(KEY, (listed[winner],), written)
        return
    end = MOST if most else LEAST
    said = WRONG.format(quote(clause), end, quote(names[winner]), bare(listed[winner]))
    yield say.finding(KEY, "changes_conclusion", (listed[own[0]], listed[winner]), written, said)
