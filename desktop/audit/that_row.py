"""The row that 该店 or 该科 goes back to: 河西店进客1200人次，比河东店多400人次，该店客单价48元."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.labels_of import row_names
from desktop.audit.sheet import Sheet

_THAT: Final = re.compile(
    r"该(?=[科店校厂院县市区镇乡村站馆行组班线队品款项所部段片园岗])(?P<kind>[\u4e00-\u9fff])"
)
_CLAUSE: Final = re.compile(r"[，,；;：:]")


def with_name(sheet: Sheet, clause: str, sentence: str) -> str:
    """A clause with the name of the row in place of 该店: the last whose name a clause of its sentence begins with."""
    that = _THAT.search(clause)
    if that is None:
        return clause
    names = [n for n in row_names(sheet) if that["kind"] in n]
    before = sentence[: sentence.rfind(that[0])]
    for part in reversed(_CLAUSE.split(before)):
        own = [n for n in names if part.startswith(n)]
        if own:
            return clause[: that.start()] + max(own, key=len) + clause[that.end() :]
    return clause
