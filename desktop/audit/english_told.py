"""What a check says of the numbers of an English paragraph: that they passed, or that they contradict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.audit import say
from desktop.audit.amounts import amount, number
from desktop.audit.english_number import SHARE, Number
from desktop.audit.scope import Prose
from desktop.core.finding import Finding, Input, Passed
from desktop.core.span import Anchor
from desktop.core.text import Text, same


def passed(key: str, numbers: Sequence[Number], written: Text) -> Iterator[Passed]:
    """These numbers passed a check; nothing where none of them is a figure."""
    figures = [n.figure for n in numbers if n.figure is not None]
    if figures:
        yield say.passed(key, figures, written, rounded=True)


def wrong(
    key: str, piece: Prose, numbers: Sequence[Number], written: Text, said: Text, kind: str = ""
) -> Finding:
    """A finding on numbers; the first is the one it is raised on, whether it is a figure or not."""
    source = piece.figures[0].anchor.source
    spans = tuple(
        Anchor(source, piece.start + n.start, piece.start + n.end, piece.text[n.start : n.end])
        for n in numbers
    )
    figures = [n.figure for n in numbers if n.figure is not None]
    items = tuple(f.id for f in figures) or (piece.figures[0].factor or piece.figures[0].id,)
    operands = tuple(
        say.inputs(n.figure)[0] if n.figure is not None else Input(same(n.noun or n.words), same(n.words), "")
        for n in numbers
    )
    tag = f"{kind}:{numbers[0].start}:{numbers[0].words}"
    return say.told(key, "inconsistent", items, operands, written, said, spans, kind, tag=tag)


def amount_of(point: float, own: Number) -> Text:
    """A computed number printed in the way of another."""
    if own.kind == SHARE:
        return same(f"{number(point)}%")
    if own.figure is not None:
        return amount(point, own.figure)
    if own.words.endswith(("p", "pence", "cents", "c")) and own.kind:
        return same(f"{number(point * 100)}{own.words.lstrip('0123456789.,')}")
    return same(number(point))
