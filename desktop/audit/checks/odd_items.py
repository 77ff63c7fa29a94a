"""An entry of a list with another kind of value than all others: 催收 2,880件（30元） among entries of 件 and %."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Section
from desktop.audit.sentence import Sentence
from desktop.audit.told_kinds import dimension
from desktop.core.figure import Figure
from desktop.core.finding import Finding
from desktop.core.text import Text

KEY: Final = "odd_items"
_ITEM: Final = re.compile(r"^[ \t]*(?:[-*•·]|\d{1,2}[.、)）]|[（(]\d{1,2}[）)])\s*[^：:，,。；\d]{1,20}[：:]")
_LEAST: Final = 3  # entries
_LONG: Final = 4  # in a sentence, where a list may well name unlike things
_COMMA: Final = re.compile(r"^[^、，,。；;：:\d]{0,4}(?:、|和|及|与)[^、，,。；;：:\d]{0,12}$")
_PARTS: Final = re.compile(r"^(?:，其中|：|，包括|，分别是?)[^、，,。；;：:\d]{1,10}$")
_SUM: Final = re.compile(r"^，(?:合计|共计?|一共|加起来)$")
_BARE: Final = ("", "multiple", "share difference", "rank", "grade", "date")
SAID: Final = Text(
    "这一组里其他各项写的是{0}，唯独这一项{1}是另一种量，疑为单位写错。",
    "The other entries of this list give {0}, but this one, {1}, is another kind of quantity; its unit looks wrong.",
)


@check(KEY, "列项单位", "units of list entries", "section", needs={"section": ("-*•·12345、", "same*2")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold the units of the entries of a list against each other, place by place."""
    entries: list[list[Figure]] = []
    for start, line in piece.prose_lines:
        own = piece.between(piece.start + start, piece.start + start + len(line))
        amounts = [f for f in own if not f.is_date and f.role != "change"]
        if _ITEM.match(line):
            entries.append(amounts)
            continue
        yield from _of_list(entries)
        entries = []
        if "、" in line and len(amounts) >= _LEAST:
            yield from _of_line(Sentence(piece.start + start, line, tuple(amounts)))
    yield from _of_list(entries)


def _of_list(entries: Sequence[Sequence[Figure]]) -> Iterator[Finding]:
    """Entries of as many amounts each."""
    sizes = {len(e) for e in entries if e}
    if len(entries) < _LEAST or len(sizes) != 1:
        return
    for place in range(min(sizes)):
        yield from _odd([e[place] for e in entries if e])


def _of_line(line: Sentence) -> Iterator[Finding]:
    """甲3.2元、乙1.8元、丙1.4人、丁0.6元: the odd one stands between others, of which one may be the total."""
    run: list[Figure] = []
    total = False
    for figure in line.amounts:
        gap = line.between(run[-1], figure) if run else ""
        if run and not (
            _COMMA.match(gap) or (len(run) == 1 and _PARTS.match(gap)) or (len(run) > 1 and _SUM.match(gap))
        ):
            yield from _whole(run, total=total)
            run, total = [], False
        total = total or _PARTS.match(gap) is not None or _SUM.match(gap) is not None
        run.append(figure)
    yield from _whole(run, total=total)


def _whole(run: Sequence[Figure], *, total: bool) -> Iterator[Finding]:
    if len(run) >= (_LEAST if total else _LONG):
        yield from _odd(run, inside=True)


def _odd(own: Sequence[Figure], *, inside: bool = False) -> Iterator[Finding]:
    units = [f.unit for f in own]
    if len(own) < _LEAST or len(set(units)) != 2:
        return
    odd = next((n for n, u in enumerate(units) if units.count(u) == 1), None)
    if odd is None or (inside and not 0 < odd < len(own) - 1):
        return
    figure, others = own[odd], [f for n, f in enumerate(own) if n != odd]
    kinds = dimension(figure).split(" of ")[0].split(" ")[0], dimension(others[0]).split(" ")[0]
    if kinds[0] == kinds[1] or not set(_BARE).isdisjoint(kinds) or {"money", "share"} == set(kinds):
        return
    said = SAID.format(say.listed([stated(f) for f in others[:_LEAST]]), stated(figure))
    yield say.finding(
        KEY, "inconsistent", (figure, *others), formula("{} ≠ {}", bare(others[0]), bare(figure)), said
    )
