"""Where days stand on the time line of the register, in pixels of a row."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

STEPS = (1, 2, 5, 10, 20, 50, 100)  # years between ticks
NARROWEST = 44  # pixels at 100 % between two of them


class TimeScale(NamedTuple):
    """Days ``first``..``last`` from ``left`` to ``right``."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Return where a day stands; one beyond the ends stands at the end."""
        share = (day.toordinal() - self.first.toordinal()) / self._days
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))

    def day(self, x: float) -> date:
        """Return the day at a place."""
        share = min(1.0, max(0.0, (x - self.left) / max(1.0, self.right - self.left)))
        return date.fromordinal(self.first.toordinal() + round(share * self._days))

    def ticks(self, narrowest: float) -> list[int]:
        """Return the years that get a tick, no closer than ``narrowest`` pixels."""
        years = range(self.first.year + 1, self.last.year + 1)
        wide = (self.right - self.left) / max(1.0, self._days / 365.25)
        step = next((s for s in STEPS if s * wide >= narrowest), STEPS[-1])
        return [year for year in years if year % step == 0]

    @property
    def _days(self) -> int:
        return max(1, self.last.toordinal() - self.first.toordinal())


def framed(first: date, last: date) -> tuple[date, date]:
    """Return the ends with whole years around them."""
    return date(first.year, 1, 1), date(min(last.year + 1, date.max.year), 1, 1)
