"""What an entry of a list was before, told below the list with its change: 冷链 2019年才11.2元，三年涨了29.5%."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote, stated
from desktop.audit.any_reading import change_fits, percent_apart
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.listed import Listed, lines_below
from desktop.audit.reading import TIMES
from desktop.audit.scope import Section
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "listed_before"
_SENTENCE: Final = re.compile(r"[。！？!?；;\n]")
_THEN: Final = re.compile(
    r"(?:(?:19|20)\d\d年|去年|上年|前年|当年|当初|过去|原先|以前)[^，,。；\d]{0,4}(?:还|才|只|仅|是|要|为|有|不过)*$"
)
_ITEMS: Final = re.compile(r"\n[ \t]*(?:[-*•·]|\d{1,2}[.、)）]|[（(]\d)[^|\n]*[：:]")
_VERB: Final = re.compile(r"[，,](?P<words>[^，,。；：:]{1,16})$")
_OTHER: Final = re.compile(r"占|均|每(?!年)|同比|环比|年化|复合|[至到为成]$|比|率|折")
SAID: Final = Text(
    "{0}如今是{1}，此前是{2}，变化{3}，不是文中的{4}。",
    "{0} is {1} now and was {2}: a change of {3}, not {4}.",
)


@check(
    KEY, "列表各项此前的数", "list entries before", "section", needs={"section": ("% times", "年初先前去")}
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold a change against the entry that its sentence names and the earlier value that stands before it."""
    for line in lines_below(piece) if _ITEMS.search(piece.text) else ():
        if line.above is None:
            continue
        own = [f for f in line.own if f.unit not in TIMES]
        for then, size in itertools.pairwise(own):
            if size.unit in ("%", "times") and same_dimension(then.unit, line.above.parts[0][1].unit):
                yield from _of(piece, line.start, line.above, then, size)


def _of(piece: Section, start: int, listed: Listed, then: Figure, size: Figure) -> Iterator[Result]:
    at = then.anchor.start - piece.start
    before = _SENTENCE.split(piece.text[start:at])[-1]
    verb = _VERB.search(piece.text[then.anchor.end - piece.start : size.anchor.start - piece.start])
    says = told(verb["words"]) if verb is not None else None
    if (
        verb is None
        or says is None
        or not says.changes
        or not _THEN.search(before)
        or _OTHER.search(verb["words"])
    ):
        return
    label, now = _subject(listed, before)
    if (
        now is None
        or (now.period is not None and now.period == then.period)
        or not value_of(then)
        or not value_of(now)
    ):
        return
    figures = (size, then, now)
    written = formula("({1} − {0}) ÷ {0} = {2}", bare(then), bare(now), percent_apart(then, now))
    if change_fits(size, (then, now), strict=says.sure, based=True):
        yield say.passed(KEY, figures, written)
    elif not any(
        change_fits(size, (then, f), strict=True, based=True) for _, f in listed.parts if f is not now
    ):
        said = SAID.format(quote(label), bare(now), bare(then), percent_apart(then, now), stated(size))
        yield say.finding(KEY, "inconsistent", figures, written, said)


def _subject(listed: Listed, words: str) -> tuple[str, Figure | None]:
    """The entry that a sentence is about: the one whose label, or first word, it names."""
    found = [(label, f) for label, f in listed.parts if label in words or label[:2] in words]
    return found[0] if len(found) == 1 else ("", None)
