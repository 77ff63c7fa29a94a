"""A sentence with its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.audit.marks import marks_of
from desktop.core.figure import Figure
from desktop.core.value import kept, value

if TYPE_CHECKING:
    from desktop.audit.breakdown import Breakdown


@value
class Sentence:
    """One sentence: its place in the source, its words, and its figures in order."""

    start: int
    text: str
    figures: tuple[Figure, ...]

    @kept
    def marks(self) -> frozenset[str]:
        """What its words may be asked for at once (``marks.py``)."""
        return marks_of(self.text)

    @kept
    def amounts(self) -> tuple[Figure, ...]:
        """The figures that are no dates."""
        return tuple(f for f in self.figures if not f.is_date)

    @kept
    def dates(self) -> tuple[Figure, ...]:
        """The dates."""
        return tuple(f for f in self.figures if f.is_date)

    @kept
    def _around(self) -> dict[str, tuple[str, str]]:
        """The words before and after each amount, up to the next."""
        found, amounts = {}, self.amounts
        for n, figure in enumerate(amounts):
            begin = amounts[n - 1].anchor.end - self.start if n else 0
            end = amounts[n + 1].anchor.start - self.start if n + 1 < len(amounts) else len(self.text)
            own = figure.anchor
            found[figure.id] = (
                self.text[begin : own.start - self.start],
                self.text[own.end - self.start : end],
            )
        return found

    @kept
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """Every total with a list of at least two parts behind it."""
        from desktop.audit.breakdown import breakdowns

        return tuple(breakdowns(self))

    def lead(self, figure: Figure) -> str:
        """The words before an amount, back to the amount before it."""
        return self._around.get(figure.id, ("", ""))[0]

    def tail(self, figure: Figure) -> str:
        """The words after an amount, up to the next amount."""
        return self._around.get(figure.id, ("", ""))[1]

    def between(self, left: Figure, right: Figure) -> str:
        """The words from the end of one figure to the start of another."""
        return self.text[left.anchor.end - self.start : right.anchor.start - self.start]
