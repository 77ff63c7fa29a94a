"""A number that is said to prove what it cannot: that something was necessary, right or bound to be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import stated
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Prose
from desktop.core.text import NOTHING, Text

KEY: Final = "proof"
_PROVES: Final = re.compile(
    r"(?:印证|证明|证实|足以说明|充分说明|佐证)(?:了)?(?P<what>[^，,。；;]{0,20}?(?:必要性?|必然性?|正确性?|合理性?|明智|远见))|"
    r"(?:proves?|proving|confirms?|confirming|shows?|showing) "
    r"(?P<en>(?:that )?[^,.;]{0,40}?(?:necess\w+|inevitab\w+|right|wise))"
)
SAID = Text(
    "文中用{0}（{1}）印证“{2}”：这个数只说明当时的构成或变化，单凭它得不出这一判断。",
    "The text takes {0} ({1}) as proof of “{2}”: the number tells how things stood or moved, and by "
    "itself does not bear that out.",
)


@check(KEY, "数字与结论", "what a number can prove", "prose", needs={"prose": ("印证足充佐 latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Look for numbers in the clauses before such a conclusion."""
    if not _PROVES.search(piece.text):
        return
    for sentence in piece.sentences:
        match = _PROVES.search(sentence.text)
        if match is None:
            continue
        before = [f for f in sentence.amounts if f.anchor.end - sentence.start <= match.start()]
        if before:
            figure = before[-1]
            said = SAID.format(say.title(figure), stated(figure), match["what"] or match["en"])
            yield say.finding(KEY, "ambiguous", (figure,), NOTHING, said, "value")
