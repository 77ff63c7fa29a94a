"""The cells of the tables near a sentence that are of the year it names, each with the name of its series."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.scope import Section
from desktop.audit.series import series_of
from desktop.audit.worked import Worked
from desktop.core.figure import Figure

_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)年")


def year_cells(piece: Section, told: Worked) -> list[tuple[str, Figure]]:
    """The cells of the year that the words before an amount name last, or that the amount is of."""
    period = told.figure.period
    year = period.start.year if period is not None and period.start is not None else 0
    found = _YEAR.findall(told.sentence[: told.figure.anchor.start - told.start])
    year = int(found[-1]) if found else year
    if not year:
        return []
    known = (s for sheet in piece.around(told.figure.anchor.start) for s in series_of(sheet))
    return [(s.name, cell) for s in known if (cell := s.of(year)) is not None]
