"""An age against the year of birth and the year it is told of: 1958年出生，1981年毕业时33岁."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
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
WRONG: Final = Text(
    "{0}出生，到{1}是{2}岁，不是文中的{3}。", "Born in {0}, one is {2} in {1}, not {3} as the text says."
)


@check(KEY, "年龄", "ages", "prose", needs={"prose": ("age", "date")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold each age of a sentence against a birth told in it or before it, and the dates of the sentence."""
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
