"""A rest told right behind two counts: 收到412件，审结268件，余下144件."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "done_rates"
_REST: Final = re.compile(r"(?:余下|剩下|其余|剩余|还剩|尚余|仍有|尚有|还有|余)的?(?:约|近)?$")
_OTHER: Final = re.compile(
    r"同比|环比|增|降|下降|去年|上年|其中|累计|历史|全国|全市|行业|平均|另|此外|新增|按金额|预计|目标|曾"
)
_LEAST: Final = 3  # amounts: a whole, a part, and what they give
REST: Final = Text("{1}减去{0}等于{2}，不是文中的{3}。", "{1} less {0} leaves {2}, not {3}.")


@check(
    KEY,
    "两数之余",
    "rests of two counts",
    "prose",
    needs={"prose": ("余剩尚仍还", "level", "same*2")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Recompute what the second of two counts leaves of the first."""
    for sentence in piece.sentences:
        if len(sentence.amounts) < _LEAST or _OTHER.search(sentence.text):
            continue
        known: list[Figure] = []
        for figure in sentence.amounts:
            if figure.role == "level" and figure.unit.startswith(("count:", "person")):
                if len(known) == 2 and figure.unit == known[0].unit and _REST.search(sentence.lead(figure)):
                    yield from _rest(known, figure)
                known.append(figure)


def _pair(known: list[Figure]) -> tuple[float, float] | None:
    """The whole and what of it was done, where they can be that."""
    whole, part = value_of(known[0]), value_of(known[1])
    exact = all(f.comparator == "=" and f.low == f.high for f in known)
    same = known[0].unit == known[1].unit
    return (whole, part) if exact and same and whole and part is not None and 0 < part < whole else None


def _rest(known: list[Figure], claim: Figure) -> Iterable[Result]:
    pair, own = _pair(known), as_claim(claim)
    if pair is None or own is None:
        return
    left = pair[0] - pair[1]
    written = formula("{} − {} = {}", bare(known[0]), bare(known[1]), amount(left, claim))
    if own.holds(left):
        yield say.passed(KEY, (claim, *known), written)
    else:
        said = REST.format(bare(known[1]), bare(known[0]), amount(left, claim), stated(claim))
        yield say.finding(KEY, "inconsistent", (claim, *known), written, said, "rest")
