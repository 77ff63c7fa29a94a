"""A sentence with its figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from desktop.audit.interval import value_of
from desktop.audit.marks import marks_of
from desktop.core.figure import Figure
from desktop.core.value import kept, value

if TYPE_CHECKING:
    from desktop.audit.breakdown import Breakdown

_END: Final = re.compile(  # begins with all that it can begin with, which is found fastest
    r"[。！？；;\n!?.](?:(?<=[。！？；;\n])|(?<=[!?])(?=\s|$)|(?<=[^\d\s]\.)(?<!\bNo\.)(?=\s|$)|(?<=\d\.)(?=\s+[A-Z]|$))"
)


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
    def shares(self) -> tuple[Figure, ...]:
        """The single percentages that are no changes."""
        return tuple(
            f
            for f in self.figures
            if f.unit == "%" and f.role not in ("change", "date") and value_of(f) is not None
        )

    @kept
    def dates(self) -> tuple[Figure, ...]:
        """The dates."""
        return tuple(f for f in self.figures if f.is_date)

    @kept
    def gaps(self) -> tuple[str, ...]:
        """The words before the first amount, between each two, and behind the last."""
        text, start, begin = self.text, self.start, 0
        found = []
        for figure in self.amounts:
            own = figure.anchor
            found.append(text[begin : own.start - start])
            begin = own.end - start
        return (*found, text[begin:])

    @kept
    def _around(self) -> dict[str, tuple[str, str]]:
        """The words before and after each amount, up to the next."""
        gaps = self.gaps
        return {f.id: (gaps[n], gaps[n + 1]) for n, f in enumerate(self.amounts)}

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


def sentences_of(start: int, text: str, figures: tuple[Figure, ...]) -> tuple[Sentence, ...]:
    """The sentences of a paragraph that hold figures, in order."""
    found, begin, at = list[Sentence](), 0, 0
    ends = [m.end() for m in _END.finditer(text)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    for end in ends:
        own = []
        while at < len(figures) and figures[at].anchor.start < start + end:
            own.append(figures[at])
            at += 1
        if own and own[-1].anchor.end > start + end:
            continue  # a figure that runs over the end: no sentence ends here
        if own:
            found.append(Sentence(start + begin, text[begin:end], tuple(own)))
        begin = end
    return tuple(found)
