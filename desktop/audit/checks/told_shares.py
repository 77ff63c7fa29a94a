"""The amounts of an enumeration with the share that each is told to be: 催收3,715件，占43%，费用2,592件，占30%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.adding import added
from desktop.audit.amounts import amount, bare, formula, percent, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "told_shares"
_SHARES: Final = 2  # the column of them
_LEAST: Final = 2  # entries that agree on their whole
_BACK: Final = 120  # characters before a list in which its whole is told
WRONG: Final = Text(
    "{0}（{1}）占{2}的{3}，不是文中的{4}。", "{0} ({1}) is {3} of {2}, not {4} as the text says."
)


@check(KEY, "列举各项的占比", "shares of what is listed", "section", needs={"section": ("%*2", "占")})
def run(piece: Section, _world: World) -> Iterator[Result]:
    """Find the whole that the shares of an enumeration are of, and the one that is not."""
    for sheet in piece.told:
        pairs = [
            (sheet.label(r), one, share)
            for r in sheet.rows
            if (one := sheet.at(r, 1)) is not None and (share := sheet.at(r, _SHARES)) is not None
        ]
        if len(pairs) > _LEAST:
            yield from _held(pairs, [*_wholes(piece, sheet)])


def _wholes(piece: Section, sheet: Sheet) -> Iterator[tuple[Interval, float]]:
    """What the entries come to, and the amounts of their kind that are told before them."""
    own = [f for r in sheet.rows if (f := sheet.at(r, 1)) is not None]
    every = added(own)
    if every is None:
        return
    yield every
    top = max(value_of(f) or 0.0 for f in own)
    begin = sheet.table.anchor.start
    for figure in piece.between(begin - _BACK, begin):
        claim, value = as_claim(figure), value_of(figure)
        if (
            claim is not None
            and value is not None
            and value > top
            and same_dimension(figure.unit, own[0].unit)
        ):
            yield claim, value


def _held(
    pairs: Sequence[tuple[str, Figure, Figure]], wholes: Sequence[tuple[Interval, float]]
) -> Iterator[Result]:
    failed: list[tuple[list[tuple[str, Figure, Figure]], float]] = []
    for whole, point in wholes:
        wrong = [p for p in pairs if not _fits(p[1], p[2], whole)]
        if not wrong:
            for _, one, share in pairs:
                written = formula("{} ÷ {}", bare(one), amount(point, one, exact=True))
                yield say.passed(KEY, (share, one), written, rounded=True)
            return
        failed.append((wrong, point))
    for wrong, point in failed:
        if len(wrong) == 1 and len(pairs) - 1 >= _LEAST:
            name, one, share = wrong[0]
            total = amount(point, one, exact=True)
            made = percent((value_of(one) or 0.0) / point * 100)
            said = WRONG.format(quote(name), bare(one), total, made, stated(share))
            written = formula("{} ÷ {} = {}", bare(one), total, made)
            yield say.finding(KEY, "inconsistent", (share, one), written, said)
            return


def _fits(one: Figure, share: Figure, whole: Interval) -> bool:
    claim, own = as_claim(share), as_claim(one)
    found = own.scaled(100).over(whole) if own is not None else None
    return claim is None or found is None or found.meets(claim)
