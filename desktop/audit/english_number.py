"""A number of an English sentence and the sentence with every number as a single mark, so that patterns can bind."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop.audit.amounts import stated
from desktop.audit.interval import Interval
from desktop.core.figure import Figure
from desktop.core.text import Text, same
from desktop.core.units import unit
from desktop.core.value import value

SHARE: Final = "%"
POINTS: Final = "share difference"
TIMES: Final = "times"
TIME: Final = "duration"
COUNTED: Final = ""
FIRST, DATE, PAD = 0xE000, 0xF000, "\uf8ff"


@value
class Number:
    """A number: its place in the paragraph, what it allows, its kind (a dimension, "" of a count), and its noun."""

    start: int
    end: int
    words: str
    point: float
    low: float
    high: float
    kind: str
    noun: str
    plain: bool  # neither hedged nor a bound
    figure: Figure | None = None

    @property
    def allows(self) -> Interval:
        """The interval of its digits and its hedges."""
        return Interval(self.low, self.high)

    @property
    def shown(self) -> Text:
        """As the text states it."""
        return stated(self.figure) if self.figure is not None else same(self.words)


@value
class Told:
    """A sentence of a paragraph, with its numbers and dates in order; offsets are those of the paragraph."""

    start: int
    words: str
    marked: str
    numbers: tuple[Number, ...]
    dates: tuple[Figure, ...]
    before: tuple[Number, ...]  # the numbers of the sentences before

    def number(self, mark: str) -> Number:
        """The number that a mark stands for."""
        return self.numbers[ord(mark[0]) - FIRST]

    def date(self, mark: str) -> Figure:
        """The date that a mark stands for."""
        return self.dates[ord(mark[0]) - DATE]

    def between(self, one: Number, other: Number) -> str:
        """The marked words from the end of one number to the start of another."""
        return self.marked[one.end - self.start : other.start - self.start]

    def lead(self, own: Number, most: int = 60) -> str:
        """The marked words before a number."""
        at = own.start - self.start
        return self.marked[max(0, at - most) : at]

    def tail(self, own: Number, most: int = 60) -> str:
        """The marked words behind a number."""
        at = own.end - self.start
        return self.marked[at : at + most]


def like(one: Number, other: Number) -> bool:
    """Whether two numbers can be added or compared: both of one kind."""
    return one.kind == other.kind


def sized(one: Number, other: Number) -> Number:
    """A number without a unit in the unit of another: 90 million of 600 million litres, in 2 days and in 5."""
    known = unit(other.figure.unit) if other.figure is not None else None
    if one.kind != COUNTED or one.noun or known is None or other.kind in (SHARE, COUNTED):
        return one
    by = known.factor
    return replace(one, kind=other.kind, point=one.point * by, low=one.low * by, high=one.high * by)
