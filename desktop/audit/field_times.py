"""Which of the fields of a table are of the year, the month or the quarter that a clause tells: 7月共卖540万元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.spoken import Clause
from desktop.audit.views import View

_TIMES: Final = re.compile(r"(?:19|20)\d\d|\d{1,2}月|[一二三四]季度|[上下]半年")
_TOLD: Final = re.compile(
    r"(?:19|20)\d\d(?=年)|(?<![\d—–\-至到~、和])\d{1,2}月(?![\d至到—–\-~、和])|(?<!前)[一二三四]季度|[上下]半年"
)


def of_times(view: View, clauses: Sequence[Clause], fields: list[int]) -> list[int]:
    """Those of the year, the month or the quarter that is told last, where the fields are of several."""
    times = {f: set(_TIMES.findall(view.fields[f])) for f in fields}
    kinds = {_kind(t) for own in times.values() for t in own}
    if not kinds:
        return fields
    for clause in clauses:
        told = {t for t in _TOLD.findall(clause.text) if _kind(t) in kinds}
        if told:
            most = max((len(own & told) for own in times.values()), default=0)
            return [f for f in fields if most and len(times[f] & told) == most]
    return fields


def _kind(time: str) -> str:
    """年 of 2024, 月 of 7月."""
    return "年" if time.isdecimal() else time[-1]
