"""What the dossier's own assessments say: cited, so that nothing is told twice and nothing counts as unchecked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.core.finding import Finding, Input, Passed, Uncheckable, ident
from desktop.core.text import Text
from desktop.core.verdict import VERDICTS, Assessment

KEY: Final = "record"
CLAIM, SOURCE = Text("文中的说法", "what the text claims"), Text("依据", "source")


@check(KEY, "登记簿与已核查说法", "register and checked claims", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Turn every assessment into the result that it is; the assessment itself stays the place to read it."""
    for one in whole.dossier.assessments:
        items = tuple(dict.fromkeys(i for i in (one.policy, *one.items) if i))
        if not items:
            continue
        if one.verdict.tone == "green":
            yield Passed(KEY, items, one.verdict)
        elif one.verdict == VERDICTS["not_checkable"]:
            for item in items:
                yield Uncheckable(item, one.difference, "record")
        else:
            yield _cited(whole, one, items)


def _cited(whole: Whole, one: Assessment, items: tuple[str, ...]) -> Finding:
    anchors = tuple(a for a in (whole.dossier.anchor_of(i) for i in items) if a is not None)
    inputs = (Input(CLAIM, one.claim, items[0]), Input(SOURCE, one.source))
    said = one.difference if one.difference.zh else one.claim
    return Finding(
        ident("fnd", KEY, items, one.id), KEY, one.verdict, items, inputs, "", said, anchors, one.id
    )
