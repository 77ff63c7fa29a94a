"""What the dossier's own assessments say: cited, so that nothing is told twice and nothing counts as unchecked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.audit.tells import doubt_of, instruments
from desktop.core.finding import Finding, Input, Passed, Uncheckable, ident
from desktop.core.text import NOTHING, Text
from desktop.core.verdict import VERDICTS, Assessment, Verdict

KEY: Final = "record"
OPEN: Final = VERDICTS["not_checkable"]
CLAIM, SOURCE = Text("文中的说法", "what the text claims"), Text("依据", "source")


@check(KEY, "登记簿与已核查说法", "register and checked claims", "dossier")
def run(whole: Whole, world: World) -> Iterable[Result]:
    """Turn every assessment into the result that it is; the assessment itself stays the place to read it."""
    every = [
        (one, tuple(dict.fromkeys(i for i in (one.policy, *one.items) if i)))
        for one in whole.dossier.assessments
    ]
    raised = {i for one, items in every if one.verdict.severity > OPEN.severity for i in items}
    for one, items in every:
        if not items:
            continue
        doubt = doubt_of(one)
        if doubt is not None:
            yield _cited(whole, one, items, doubt, world)
        elif one.verdict.tone == "green":
            yield Passed(KEY, items, one.verdict)
        elif one.verdict != OPEN or raised.intersection(items):
            yield _cited(whole, one, items, one.verdict, world)
        else:
            for item in items:
                yield Uncheckable(item, one.difference, "record")


def _cited(whole: Whole, one: Assessment, items: tuple[str, ...], verdict: Verdict, world: World) -> Finding:
    anchors = tuple(a for a in (whole.dossier.anchor_of(i) for i in items) if a is not None)
    of_rules = instruments(one, world.record.register) if one.register_id or one.nearest else ()
    inputs = (Input(CLAIM, one.claim, items[0]), Input(SOURCE, one.source), *of_rules)
    said = one.difference if one.difference.zh else one.claim
    return Finding(
        ident("fnd", KEY, items, one.id), KEY, verdict, items, inputs, NOTHING, said, anchors, one.id
    )
