"""How the share that a part is of a whole is told."""

from __future__ import annotations

from desktop.audit import say
from desktop.audit.amounts import bare, formula, percent
from desktop.audit.check import Result
from desktop.audit.interval import digits
from desktop.audit.passages import Told
from desktop.audit.share_wholes import Whole
from desktop.core.text import Text


def written(part: Told, whole: Whole, *, rest: bool) -> Text:
    """The division; of a rest, what it leaves of a hundred."""
    share = part.value / whole.point * 100
    if rest:
        return formula("100% − {} ÷ {} = {}", bare(part.figure), whole.shown, percent(100 - share))
    return formula("{} ÷ {} = {}", bare(part.figure), whole.shown, percent(share))


def passed(key: str, told: Told, part: Told, whole: Whole, *, rest: bool) -> Result:
    """That a share is what its part makes of its whole."""
    share = part.value / whole.point * 100
    plain = digits(told.figure)
    exact = plain is not None and plain.holds(100 - share if rest else share)
    figures = (told.figure, part.figure, *whole.figures)
    return say.passed(key, figures, written(part, whole, rest=rest), rounded=not exact)
