"""Quarters, halves and the year: amounts that a line tells for parts of a year, against those that they make up.

一季度5.1亿元，二季度5.6亿元…上半年合计10.7亿元: of every part that is named the quarters are known, so that what
it is made of follows from their sets, whatever the order and the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.passages import Passage, Told, passages
from desktop.audit.scope import Section
from desktop.audit.year_parts import ALL, NAMES, Quarters, Year, quarters_of, total, years_of
from desktop.core.text import Text, same

KEY: Final = "year_parts"
SUM: Final = Text(
    "{0}{1}相加是{2}，不是文中{3}的{4}。", "{1} in {0} add up to {2}, not {4} as the text says for {3}."
)
LABEL: Final = Text(
    "{0}是{1}相加所得，应是{2}的数，文中却写作{3}（另有{4}）。",
    "{0} is the sum of {1}, which is {2}; the text tells it for {3}, for which it also has {4}.",
)
EMPTY: Final = Text(
    "{0}的{1}与{2}的{3}相加已是全年的{4}，其余季度便一点没有。",
    "{1} in {0} and {3} in {2} already come to the {4} of the year, which leaves nothing for the rest of it.",
)  # fmt: skip


@check(KEY, "一年各段", "parts of a year", "section", needs={"section": ("季度|半年",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold what is told for parts of a year against what is told for other parts of it."""
    for passage in passages(piece):
        if len(passage.sizes) > 1 and ("季度" in passage.text or "半年" in passage.text):
            for year in years_of(passage):
                yield from _sums(year)
                yield from _labels(passage, year)


def _sums(year: Year) -> Iterator[Result]:
    for one, quarters in year.parts:
        own = total((one,))
        for parts in year.covers(quarters) if len(quarters) > 1 else ():
            made = total(parts)
            if made is None or own is None or len(parts) < 2 or _twice(year, quarters):
                continue
            figures = (one.figure, *(t.figure for t in parts))
            shown = amount(made[1], one.figure, exact=True)
            written = formula("{} = {}", same(" + ").join([bare(t.figure) for t in parts]), shown)
            if made[0].meets(own[0]):
                yield say.passed(KEY, figures, written, rounded=abs(made[1] - one.value) > 1e-9 * one.value)
            else:
                names = say.listed([NAMES[p.quarters] for p in year.parts if p.told in parts])
                said = SUM.format(
                    names,
                    say.listed([bare(t.figure) for t in parts]),
                    shown,
                    NAMES[quarters],
                    stated(one.figure),
                )
                yield say.finding(KEY, "inconsistent", figures, written, said)
                return


def _twice(year: Year, quarters: Quarters) -> bool:
    return len({t.value for t in year.told_for(quarters)}) > 1


def _labels(passage: Passage, year: Year) -> Iterator[Result]:
    """An amount that is told for one part and is the sum of others; a year that two parts of it make up."""
    for one, quarters in year.parts:
        others = [t for t in year.told_for(quarters) if t.value != one.value]
        own = total((one,))
        if not others or own is None:
            continue
        for meant, name in NAMES.items():
            parts = next((c for c in year.covers(meant) if one not in c), None) if meant != quarters else None
            made = total(parts) if parts else None
            if parts and made is not None and len(parts) > 1 and made[0].meets(own[0]):
                figures = (one.figure, *(t.figure for t in parts), others[0].figure)
                written = formula(
                    "{} = {}", same(" + ").join([bare(t.figure) for t in parts]), bare(one.figure)
                )
                shown = say.listed([bare(t.figure) for t in parts])
                said = LABEL.format(
                    stated(one.figure), shown, name, NAMES[quarters], stated(others[0].figure)
                )
                yield say.finding(KEY, "inconsistent", figures, written, said, "label")
                return
    yield from _empty(passage, year)


def _empty(passage: Passage, year: Year) -> Iterator[Result]:
    whole = year.told_for(ALL)
    own = total(whole[:1]) if whole else None
    if own is None or len(year.parts) != 3 or not _clear(whole[0]):
        return
    one, other = (p for p in year.parts if p.told is not whole[0])
    if ALL in (one.quarters, other.quarters) or one.quarters & other.quarters:
        return
    missing = ALL - one.quarters - other.quarters
    made = total((one.told, other.told))
    if (
        missing
        and made is not None
        and made[1] == whole[0].value
        and not any(q <= missing for q, _, _ in quarters_of(passage.text))
    ):
        written = formula(
            "{} + {} = {}", bare(one.told.figure), bare(other.told.figure), bare(whole[0].figure)
        )
        said = EMPTY.format(
            NAMES[one.quarters],
            bare(one.told.figure),
            NAMES[other.quarters],
            bare(other.told.figure),
            bare(whole[0].figure),
        )
        figures = (other.told.figure, one.told.figure, whole[0].figure)
        yield say.finding(KEY, "inconsistent", figures, written, said, "label")


def _clear(told: Told) -> bool:
    digits = "".join(c for c in told.figure.as_printed if c.isdigit()).strip("0")
    return len(digits) > 1
