"""A number that a document has by reference only: it held as long as the document that it refers to."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, quote
from desktop.audit.check import World
from desktop.audit.provisions import Provision, provisions, shared_words
from desktop.audit.rule_told import called, told
from desktop.audit.scope import Rule
from desktop.core.figure import Figure
from desktop.core.finding import Finding
from desktop.core.policy import RegisterEntry
from desktop.core.text import NOTHING, Text

_REFERS: Final = re.compile(
    r"(?:符合|对应|参照|适用|执行|按照|依照)[^；]{0,24}(?:规定|解释|标准|办法)|当时(?:为|对应)?"
)
_AT_THE_TIME: Final = re.compile(
    r"当时|时为|彼时|曾|后来|其后|如今|已改|改为|at the time|then|until|since replaced", re.I
)
_LIKE: Final = 3  # pairs of characters that the clause shares with the title it refers to
UNTIL = Text(
    "登记簿中{0}的{1}是援引别的文件得来的：所援引的{2}自{3}起已由{4}取代，{1}只适用到那时；文中没有写明。",
    "By the register, {0} has {1} only by reference: {2}, which it refers to, was replaced by {4} on {3}; {1} held no "
    "longer than that, which the text does not say.",
)


def referred(
    rule: Rule, entry: RegisterEntry, hit: Provision, figure: Figure, world: World
) -> Finding | None:
    """What is to be told of a number that agrees with the register, where what it refers to was replaced since."""
    words = f"{rule.text}{''.join(rule.row)}"
    if not _REFERS.search(hit.words.zh) or _AT_THE_TIME.search(words):
        return None
    known = {e.id: e for e in world.record.register}
    for other in known.values():
        until = other.ended
        later = next((known[i] for i in other.superseded_by if i in known), None)
        if other.id == entry.id or later is None or until is None:
            continue
        alike = any(p.number == hit.number and p.dimension == hit.dimension for p in provisions(other))
        if alike and shared_words(hit.words.zh, other.title.zh) >= _LIKE:
            said = UNTIL.format(
                called(rule.mention), bare(figure), quote(other.title), say.day(until), quote(later.title)
            )
            return told(rule, "ambiguous", "referred", NOTHING, said, (figure,))
    return None
