"""A cost that is put down to a duty which had long been in force."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Section
from desktop.audit.tells import REGISTER
from desktop.audit.wording import Said, cited, in_text
from desktop.core.figure import Figure
from desktop.core.finding import Input
from desktop.core.policy import RegisterEntry
from desktop.core.text import NOTHING, Text

KEY: Final = "old_duty"
_LAW: Final = re.compile(r"^中华人民共和国(?P<topic>.{2,8}?)法$")
_DUTY: Final = re.compile(
    r"(?=[为以满达符应落执依合])(?:"  # what it can begin with: most characters are none
    r"(?:为了?|以)?(?:满足|达到|符合|应对|落实|执行)[^，。；]{0,8}(?:要求|规定|义务)|依法|合规)"
)
_COST: Final = re.compile(r"支出|成本|费用|投入|开支|cost|spend|expens", re.I)
_YEARS: Final = 5  # from which on a duty is no new one
SAID = Text(
    "文中把{0}（{1}）归于{2}等要求；登记簿中{3}自{4}起施行，早于这段时间，文中没有说明新增的是哪一项要求。",
    "The text puts {0} ({1}) down to duties such as {2}; by the register, {3} has been in force since {4}, long "
    "before, and the text does not say which duty was new.",
)


@check(KEY, "早已存在的义务", "duties that were not new", "section", needs={"section": ("满达符应落执依规",)})
def run(piece: Section, world: World) -> Iterable[Result]:
    """Look for the topic of a law in a sentence on duties, and for later costs in the same section."""
    if not _DUTY.search(piece.text):
        return
    laws = [
        (m["topic"], e)
        for e in world.record.register
        if e.effective is not None and (m := _LAW.match(e.title.zh)) is not None and m["topic"] in piece.text
    ]
    if not laws:
        return
    for one in in_text(piece.factor.id, piece.source, piece.start, piece.text):
        if not _DUTY.search(one.text) or "《" in one.text:
            continue
        for topic, entry in laws:
            at = one.text.find(topic)
            if at < 0 or entry.effective is None:
                continue
            costs = [f for f in piece.figures if f.anchor.start >= one.start and _later(f, entry)]
            if costs:
                yield _told(one, topic, entry, costs)
                return


def _later(figure: Figure, entry: RegisterEntry) -> bool:
    start = figure.period.start if figure.period is not None else None
    return (
        start is not None
        and entry.effective is not None
        and start.year - entry.effective.year >= _YEARS
        and not figure.is_date
        and bool(_COST.search(figure.indicator.zh + figure.indicator.en))
    )


def _told(one: Said, topic: str, entry: RegisterEntry, costs: list[Figure]) -> Result:
    at = one.text.find(topic)
    passage = one.anchor(at, at + len(topic))
    begun = say.day(entry.effective) if entry.effective is not None else NOTHING
    times = [say.time(f.period) for f in costs if f.period is not None]
    said = SAID.format(
        say.title(costs[0]), Text("至", " to ").join([times[0], times[-1]] if len(times) > 1 else times),
        cited(passage), quote(entry.title), begun,
    )  # fmt: skip
    written = formula("{} < {}", begun, times[0])
    return say.finding(KEY, "ambiguous", costs, written, said, "", [Input(REGISTER, entry.title)], (passage,))
