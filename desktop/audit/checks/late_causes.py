"""Reasons whose every date lies behind the day from which the product is said to have declined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.checks.cause_order import dated_sentences, decline, since
from desktop.audit.scope import Whole
from desktop.core.figure import Figure
from desktop.core.finding import Input
from desktop.core.text import NOTHING, Text

KEY: Final = "late_causes"
_CAUSES: Final = 3  # sections with a reason of their own, from which on a text explains something
_MOST: Final = 3  # dates of one section that a sentence can name
SAID = Text(
    "文中写{1}{0}；列作原因的{2}，所写的时间都在其后：它们或许加快了这一变化，但不能说明它何以开始，文中没有说明。",
    "The text has {0} {1}; every date in the reasons {2} is later: they may have hastened it, but do not show why it "
    "began, and the text does not say.",
)
ONE = Text(
    "文中写{1}{0}；列作原因的{2}，所写的时间都在其后：它或许加快了这一变化，但不能说明它何以开始，文中没有说明。",
    "The text has {0} {1}; every date in the reason {2} is later: it may have hastened it, but does not show why it "
    "began, and the text does not say.",
)
OF = Text("{0}一节（{1}）", "{0} ({1})")
SECTION: Final = Text("列作原因的一节", "a section given as a reason")


@check(KEY, "晚于开端的原因", "reasons later than the beginning", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Take the first dated decline of the product once, and hold the dates of every other reason against it."""
    dossier = whole.dossier
    if len(dossier.reasons) < _CAUSES or len(dossier.product.zh) < 2:
        return
    told = [d for dated in dated_sentences(whole) if (d := decline(*dated, dossier.product.zh)) is not None]
    first = min(told, key=lambda d: str(d.figure.period.start) if d.figure.period else "", default=None)
    if first is None or first.figure.period is None or first.figure.period.end is None:
        return
    begun, own = first.figure.period.end, first.figure.factor
    dates: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in dossier.figures:
        if figure.period is not None and figure.period.start is not None:
            dates[figure.factor].append(figure)
    late = [
        (one, found)
        for one in dossier.reasons
        if one.id != own and (found := dates[one.id])
        and all(f.period is not None and f.period.start is not None and f.period.start > begun for f in found)
    ]  # fmt: skip
    if not late or len(late) == len(dossier.reasons):
        return
    shown = [OF.format(quote(one.title), say.listed(_times(found))) for one, found in late]
    pattern = SAID if len(late) > 1 else ONE
    said = pattern.format(quote(first.words), since(first.figure), say.listed(shown))
    inputs = (*say.inputs(first.figure), *(Input(SECTION, one.title, one.id) for one, _ in late))
    spans = (first.anchor, first.figure.anchor, *(_first_date(found).anchor for _, found in late))
    yield say.told(
        KEY, "ambiguous", (own or dossier.reasons[0].id,), inputs, NOTHING, said, spans, tag="late"
    )


def _times(found: list[Figure]) -> list[Text]:
    """The times of a section, as it writes them."""
    dated = [f for f in found if f.is_date]
    shown = {stated(f).zh: since(f) for f in dated}
    return list(shown.values())[:_MOST] or [say.time(f.period) for f in found[:1] if f.period is not None]


def _first_date(found: list[Figure]) -> Figure:
    return min(found, key=lambda f: f.anchor.start)
