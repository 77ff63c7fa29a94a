"""A part held against its whole: whether the share that is stated follows from the two."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.audit import say
from desktop.audit.amounts import bare, formula, percent, stated
from desktop.audit.check import Result
from desktop.audit.interval import as_claim, digits, value_of
from desktop.core.figure import Figure
from desktop.core.text import Text


def share_held(
    check: str, wrong: Text, share: Figure, part: Figure, whole: Figure, kind: str = ""
) -> Iterator[Result]:
    """Say that part ÷ whole is the share, or with ``wrong`` (part, whole, percent, stated) that it is not."""
    claim, one, other, a, b = (
        as_claim(share),
        as_claim(part),
        as_claim(whole),
        value_of(part),
        value_of(whole),
    )
    quotient = one.scaled(100).over(other) if one is not None and other is not None else None
    if claim is None or quotient is None or a is None or not b:
        return
    point = a / b * 100
    written = formula("{} ÷ {} = {}", bare(part), bare(whole), percent(point))
    figures = (share, part, whole)
    if quotient.meets(claim):
        plain = digits(share)
        yield say.passed(check, figures, written, rounded=plain is None or not plain.holds(point))
    else:
        said = wrong.format(bare(part), bare(whole), percent(point), stated(share))
        yield say.finding(check, "inconsistent", figures, written, said, kind)
