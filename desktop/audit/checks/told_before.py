"""Claims that were checked in another dossier of the library, where the text repeats them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.origins import one_origin
from desktop.audit.scope import Whole
from desktop.audit.tells import doubt_of, instruments
from desktop.audit.told_before import Heard, Repeated
from desktop.audit.wording import items_on
from desktop.core.dossier import Dossier
from desktop.core.evidence import Point
from desktop.core.factor import Factor
from desktop.core.finding import Finding, Input, Passed, ident
from desktop.core.text import NOTHING, Text
from desktop.core.verdict import VERDICTS, Assessment

KEY: Final = "told_before"
OPEN: Final = VERDICTS["not_checkable"]
SAID = Text("档案{0}已核查过同一说法：{1}", "The dossier {0} has checked the same claim: {1}")
HELD: Final = Text("档案{0}：{1}", "the dossier {0}: {1}")
_LONGER: Final = 3  # times as many numbers, beyond which many of them agree by accident
CLAIM, SOURCE = Text("已核查的说法", "the claim that was checked"), Text("依据", "source")


@check(KEY, "别处已核查的说法", "claims checked elsewhere", "dossier")
def run(whole: Whole, world: World) -> Iterable[Result]:
    """Cite what other dossiers have against a claim; what is held against the register here is not told again."""
    here = whole.dossier
    named = {m.register_id for m in here.policies if m.register_id}
    own = {a.id for a in here.assessments}
    heard: Heard | None = None
    for there in world.library:
        claims = [
            a
            for a in there.assessments
            if _cited(a) and a.id not in own and (a.verdict.tone == "green" or a.register_id not in named)
        ]
        if not claims:
            continue
        heard = heard or Heard(whole)
        copy = (
            _speaks_of(here, there)
            and len(here.figures) <= _LONGER * len(there.figures)
            and one_origin(here, there)
        )
        for claim in claims:
            yield from _found(here, heard.repeats(claim, there, copy=copy), claim, there, world)


def _speaks_of(here: Dossier, there: Dossier) -> bool:
    """Whether a text names the product of another: what copies it of another product makes other claims."""
    name = there.product.zh
    return not name or any(name in s.text for s in here.sources)


def _cited(claim: Assessment) -> bool:
    """Whether a claim is cited: what holds and leaves nothing open as well, but as passed."""
    known = (
        claim.verdict.severity > OPEN.severity
        or claim.verdict.tone == "green"
        or (claim.verdict == OPEN and (claim.kind == "claim" or claim.register_id != ""))
    )
    return known and bool(claim.difference.zh)


def _found(
    here: Dossier, again: Repeated, claim: Assessment, there: Dossier, world: World
) -> Iterable[Result]:
    assessed = {i for a in here.assessments for i in a.items}
    figures = tuple(f for f in again.figures if f.id not in assessed)
    # what could not be checked there is told on the section, so that its numbers do not count as checked here
    numbers = tuple(dict.fromkeys(f.factor if claim.verdict == OPEN else f.id for f in figures))
    told = items_on(here, *again.passages)
    # A statement that is retold far from its first number is the better place to raise it on.
    sections = {f.id for i in told if (f := here.factor_of(i)) is not None}
    apart = bool(told) and bool(figures) and figures[0].factor not in sections
    ordered = (*told, *numbers) if apart and _is_statement(claim, there) else (*numbers, *told)
    items = tuple(i for i in dict.fromkeys(ordered) if i)
    if not items or assessed.intersection(items):
        return
    if claim.verdict.tone == "green":
        sure = tuple(i for i in items if not isinstance(here.item(i), Factor))
        if sure and doubt_of(claim) is None:
            why = Text(claim.difference.zh.rstrip("。"), claim.difference.en.rstrip("."))
            yield Passed(KEY, sure, claim.verdict, say.prose(HELD.format(quote(there.title), why)))
        return
    said = SAID.format(quote(there.title), claim.difference)
    inputs = (*say.inputs(*figures), Input(CLAIM, claim.claim), Input(SOURCE, claim.source))
    inputs += instruments(claim, world.record.register)
    spans = (*(f.anchor for f in figures), *again.passages)
    yield Finding(
        ident("fnd", KEY, items, claim.id), KEY, claim.verdict, items, inputs, NOTHING, say.prose(said), spans
    )


def _is_statement(claim: Assessment, there: Dossier) -> bool:
    """Whether a claim is first of all on a statement, and only then on numbers."""
    return bool(claim.items) and isinstance(there.item(claim.items[0]), Point)
