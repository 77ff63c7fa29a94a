"""What an amount comes to by the lists around it, and by the total of its year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.per import thing_in, time_in, within
from desktop.audit.tenfold import Bound, before, kind_apart
from desktop.audit.ways import Way, like, signed
from desktop.audit.worked import Worked

_LEAST: Final = 2  # amounts that make a list
EACH_TIME: Final = frozenset("均每一")  # of which words for each day have one
LISTS: Final = frozenset("：:其包分合共总加项")  # of which words for a list or for all of it have one
_TIMES: Final = ("day", "week", "month")
_YEAR: Final = re.compile(r"全年|去年|上年|年度|(?<!\d)(?:19|20)\d\d年(?!\d|[末底初])")
_PART: Final = re.compile(r"季|月|半年|日")
_OPENS: Final = re.compile(r"[：:]|其中|包括|分别")
_IN_ALL: Final = re.compile(r"合计|一共|总共|共计?[有花筹融]?|总计|加起来|合起来|[一二两三四五六七八九]项共?")


def over_time(told: Worked) -> Iterator[Bound]:
    """A total of a year over its days or months: 全年新增贷款3,650亿元，日均10亿元."""
    if (wanted := time_in(told.clause)) not in _TIMES:
        return
    claim = told.figure
    bases = [f for f in (*told.earlier[-2:], *told.before) if like(f, claim) and f.role == "level"]
    if not bases or thing_in(told.clause) is not None:
        return
    for base in bases:
        words = before(told, base)
        per = time_in(words)
        if per == "year" or (not per and _YEAR.search(words) and not _PART.search(words)):
            own, value, step = as_claim(base), value_of(base), within("year", wanted)
            if own is not None and value is not None:
                by = {"day": 365, "week": 52, "month": 12}[wanted]
                way = Way(
                    (base,), Interval(own.low / step.high, own.high / step.low), value / by, f"{{}} ÷ {by}"
                )
                yield Bound(way, int(base is bases[-1] and not kind_apart(words, told.clause)))


def added(told: Worked) -> Iterator[Bound]:
    """What a list right behind an amount, or right before one that is all of them, comes to."""
    claim = told.figure
    behind = ahead = []
    if len(told.after) >= _LEAST and _OPENS.search(told.sentence, claim.anchor.end - told.start):
        behind = [f for f in told.after if like(f, claim) and f.comparator in ("=", "~")]
        behind = behind if behind and _OPENS.search(told.between(claim, behind[0])) else []
    listed = told.before or told.items
    if len(listed) >= _LEAST and _IN_ALL.search(told.clause):
        ahead = [f for f in listed if like(f, claim)]
    for parts in (behind, ahead):
        if len(parts) >= _LEAST and (way := signed(parts, (1,) * len(parts))) is not None:
            yield Bound(way, 1)
