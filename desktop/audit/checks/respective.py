"""Names and what each of them has: 2021、2022、2023年分别为71%、66%、58% has as many of one as of the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "respective"
_EACH: Final = re.compile(
    r"(?:分别|依次)(?:约|大约|大致)?(?:为|是|达到?|占到?|有|升至|降至|增长|下降"
    r"|提高|减少|上涨|增加|[升降增减涨跌]到|:|：)?"
)
_BREAK: Final = re.compile(r"[，,；;：:。！？\n（(]")
_LINK: Final = re.compile(r"、|以及|和|与|及")
_JOIN: Final = re.compile(r"(?:[、，,和与及]|以及|(?:左右|上下|以上|多))+")
_OTHER: Final = re.compile(r"各|等|以来|三者|两者|二者|其|上述|这")
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:年|$)|\d月")
_LONG: Final = 12  # characters of a name
SAID: Final = Text(
    "“分别”之前列出{0}项（{1}），之后却只对应{2}个数（{3}）。",
    "{0} names ({1}) are said to have one value each, but {2} values follow ({3}).",
)


@check(KEY, "分别对应", "one by one", "prose", needs={"prose": ("分依", "别次", "、和与及")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Count the names before 分别 and the values behind it."""
    if "分别" not in piece.text and "依次" not in piece.text:
        return
    for sentence in piece.sentences:
        for match in _EACH.finditer(sentence.text):
            names = _names(sentence.text[: match.start()])
            values = _values(sentence, match.end())
            if len(names) < 2 or len(values) < 2 or any(len(n) > _LONG for n in names[1:]):
                continue
            if len(names) == len(values):
                yield say.passed(KEY, values, same(f"{len(names)} = {len(values)}"))
            elif len(values) % len(names) and abs(len(values) - len(names)) == 1:
                shown = (
                    say.listed([quote(n[-_LONG:]) for n in names]),
                    say.listed([stated(f) for f in values]),
                )
                said = SAID.format(len(names), shown[0], len(values), shown[1])
                yield say.finding(KEY, "inconsistent", values, same(f"{len(names)} ≠ {len(values)}"), said)


def _names(lead: str) -> list[str]:
    """The names of the clause before; none where they may go back further or are summed up in a word."""
    clause = _BREAK.split(lead)[-1]
    before = lead[: len(lead) - len(clause)]
    if "、" not in clause or _OTHER.search(clause) or "、" in _BREAK.split(before[:-1])[-1]:
        return []
    by_comma = [p for p in clause.split("、") if p.strip()]
    *rest, last = by_comma
    tail = [p for p in _LINK.split(last) if p.strip()]
    if len(tail) > 2 or any(_LINK.search(p) for p in rest):
        return []  # which of the links part the names cannot be told
    names = [*rest, *tail]
    plain = all(not any(c.isdecimal() for c in n) or _YEAR.search(n) for n in names)
    return names if plain else []


def _values(sentence: Sentence, at: int) -> list[Figure]:
    """The amounts that follow on each other without a word between."""
    found: list[Figure] = []
    end = sentence.start + at
    for figure in sentence.figures:
        if figure.anchor.start < end:
            continue
        gap = sentence.text[end - sentence.start : figure.anchor.start - sentence.start]
        if figure.is_date or (found and not _JOIN.fullmatch(gap)) or (not found and len(gap) > 1):
            break
        if found and figure.unit != found[0].unit:
            if not found[0].unit:
                return []  # 48亿、39亿、33亿元: the last one has the unit of all
            break
        found.append(figure)
        end = figure.anchor.end
    return found
