"""Shares beside or before what words say of them: 超过两成，为17%; 干货箱占六成五 … 干货占比不到六成."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit.scope import Prose
from desktop.audit.spoken import Clause
from desktop.audit.worded_values import Named, named_values
from desktop.core.figure import Figure

_IS: Final = re.compile(
    r"^\s*(?:也?[就只仅]?[是为即]|具体(?:[是为]|来说)?|准确地?说[是为]?|确切地?说[是为]?|[只仅]有|占比?[是为]?|达到?)?$"
)
_TAKES: Final = re.compile(r"占(?:比|了|到|据)?[为是达]?(?:约|近|将近)?$")
_ENDS: Final = re.compile(r"^\s*(?:左右)?(?:$|[，,。；;！（）)])")
_SEVERAL: Final = re.compile(r"合计|合起来|加起来|一共|总共|两者|三者|前者|后者")
_LEAST: Final = 2  # characters of a name
_LEVELS: Final = ("ratio", "level")
_FAR: Final = 200


def share_behind(clause: Clause, follows: Clause | None) -> Figure | None:
    """The share that the next clause is, and no more than that: 超过两成，为17%."""
    if follows is None or follows.sentence != clause.sentence or len(follows.figures) != 1:
        return None
    told = follows.figures[0]
    plain = told.unit == "%" and told.as_printed[:1].isdigit() and told.role in _LEVELS
    if not plain or _IS.match(follows.before(told)) is None or _ENDS.match(follows.after(told)) is None:
        return None
    return told


def shares_told(lines: Iterable[Prose], clause: Clause, who: str) -> Iterator[Named]:
    """The one share that was told before of what a clause names; none where there are two."""
    if len(who) < _LEAST or "占" not in clause.text or _SEVERAL.search(who):
        return
    found = [
        v for line in lines for v in named_values(line)
        if v.figure.unit == "%" and v.figure.role in _LEVELS and _TAKES.search(v.words)
        and v.figure.anchor.end <= clause.start and clause.start - v.figure.anchor.end <= _FAR
        and who in v.full
    ]  # fmt: skip
    if len(found) == 1:
        yield found[0]
