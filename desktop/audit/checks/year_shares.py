"""Shares and changes of the parts of a year: 下半年占全年的52.4%, 比上半年多一成.

Of every part that is named the quarters are known, and with them the amounts that make it up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, percent, signed_percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, relative
from desktop.audit.passages import Passage, Told, passages
from desktop.audit.scope import Section
from desktop.audit.year_parts import (
    ALL,
    NAMES,
    Quarters,
    Year,
    noun_of,
    quarters_of,
    total,
    years_of,
)
from desktop.core.text import Text

KEY: Final = "year_shares"
_TAKES: Final = re.compile(r"占(?:了|到|比)?")
_OF: Final = re.compile(
    r"^(?:全年|[上下]半年|前三个?季度)?(?:的?(?:比重|比例|份额|总额|总量|总数))?[的为达约到是近]*$"
)
_AGAINST: Final = re.compile(
    r"[比较](?P<than>[^，比较]{2,9}?)的?(?:\d[^，]{0,12})?(?P<way>多|高|增|少|低|降|减)[^，率价个]{0,4}$"
)
_LESS: Final = "少低降减"
SHARE: Final = Text("{0}{1}占{2}{3}的{4}，不是文中的{5}。", "{1} in {0} is {4} of {3} in {2}, not {5}.")
MOVE: Final = Text(
    "{0}{1}与{2}{3}相比是{4}，不是文中的{5}。", "{1} in {0} against {3} in {2} is {4}, not {5}."
)


@check(KEY, "一年各段之比", "shares of a year", "section", needs={"section": ("季度|半年",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold shares and changes of the parts of a year against the amounts told for these."""
    for passage in passages(piece):
        if len(passage.own) < 3 or not ("季度" in passage.text or "半年" in passage.text):
            continue
        for year in years_of(passage):
            first = year.parts[0].told
            for told in passage.own:
                if told.start < first.end or (told in [p.told for p in year.parts]):
                    continue
                if told.share:
                    yield from _share(passage, year, told)
                    yield from _move(passage, year, told)


class _Sum:
    """What the amounts told for some quarters come to, or the year less the others."""

    def __init__(self, year: Year, quarters: Quarters) -> None:
        """Look them up; ``found`` is None where they are not told, or told twice."""
        self.parts = year.made(quarters) or ()
        self.found: Interval | None = None
        self.point = 0.0
        made = total(self.parts) if self.parts else None
        if made is None and quarters != ALL:
            whole, rest = year.made(ALL), year.made(ALL - quarters)
            both = (total(whole), total(rest)) if whole and rest else (None, None)
            if whole and rest and both[0] is not None and both[1] is not None:
                self.parts = (*whole, *rest)
                made = both[0][0].minus(both[1][0]), both[0][1] - both[1][1]
        sure = all(
            len({t.value for t in year.told_for(p.quarters)}) == 1 for p in year.parts if p.told in self.parts
        )
        if made is not None and sure and made[1] > 0:
            self.found, self.point = made

    def shown(self, like: Told) -> Text:
        """The amount."""
        return (
            bare(self.parts[0].figure)
            if len(self.parts) == 1
            else amount(self.point, like.figure, exact=True)
        )


def _clause(passage: Passage, told: Told) -> str:
    return passage.clause(told).strip(" *“”")


def _held(
    form: Text,
    told: Told,
    found: Interval | None,
    one: tuple[Quarters, _Sum],
    other: tuple[Quarters, _Sum],
    shown: str,
) -> Iterator[Result]:
    claim = as_claim(told.figure)
    if claim is None or found is None:
        return
    first = one[1].parts[0]
    figures = tuple(dict.fromkeys((told.figure, *(t.figure for t in (*one[1].parts, *other[1].parts)))))
    a, b = one[1].shown(first), other[1].shown(first)
    written = formula("{} : {} → {}", a, b, shown)
    if claim.meets(found):
        yield say.passed(KEY, figures, written, rounded=True)
    else:
        said = form.format(NAMES[one[0]], a, NAMES[other[0]], b, shown, stated(told.figure))
        yield say.finding(KEY, "inconsistent", figures, written, said)


def _share(passage: Passage, year: Year, told: Told) -> Iterator[Result]:
    clause = _clause(passage, told)
    takes = _TAKES.search(clause)
    if takes is None or told.figure.role == "change" or not _OF.match(clause[takes.end() :]):
        return
    named, of = quarters_of(clause[: takes.start()]), quarters_of(clause[takes.end() :])
    if len(named) != 1 or len(of) > 1 or noun_of(clause[: takes.start()]) not in ("", year.noun):
        return
    quarters, whole = named[0][0], of[0][0] if of else ALL
    if quarters == whole or not quarters < whole or not _is_near(year, told):
        return
    one, all_of_it = _Sum(year, quarters), _Sum(year, whole)
    if one.found is None or all_of_it.found is None:
        return
    found = one.found.scaled(100).over(all_of_it.found)
    shown = percent(one.point / all_of_it.point * 100)
    yield from _held(SHARE, told, found, (quarters, one), (whole, all_of_it), shown)


def _is_near(year: Year, told: Told) -> bool:
    """Whether the amounts of a year stand in the sentence of a share, or in the one before."""
    return any(0 <= told.sentence - p.told.sentence <= 1 for p in year.parts)


def _move(passage: Passage, year: Year, told: Told) -> Iterator[Result]:
    clause = _clause(passage, told)
    against = _AGAINST.search(clause)
    if against is None:
        return
    than = quarters_of(against["than"])
    before = clause[: against.start()]
    named = quarters_of(before)
    if len(than) != 1 or noun_of(before) not in ("", year.noun) or len(named) > 1 or not _is_near(year, told):
        return
    if noun_of(against["than"]):
        return
    quarters = named[0][0] if named else _subject(passage, told, than[0][0])
    if quarters is None or quarters & than[0][0]:
        return
    one, other = _Sum(year, quarters), _Sum(year, than[0][0])
    if one.found is None or other.found is None:
        return
    found = relative(other.found, one.found)
    point = (one.point / other.point - 1) * 100
    if found is not None and against["way"] in _LESS:
        found = found.scaled(-1)
    yield from _held(MOVE, told, found, (quarters, one), (than[0][0], other), signed_percent(point))


def _subject(passage: Passage, told: Told, than: Quarters) -> Quarters | None:
    """The part of the year that a comparison is of, where its clause leaves it to the one before."""
    begin = max(passage.text.rfind(mark, 0, told.start) for mark in "。！？；") + 1
    words = passage.text[begin : told.start - len(passage.clause(told))]
    return next((q for q, _, _ in reversed(quarters_of(words)) if not q & than), None)
