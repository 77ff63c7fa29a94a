"""What a total before it is for each of what the line counts, and how many of something a sum is at a price."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.for_each import per_one
from desktop.audit.operand import is_of
from desktop.audit.passages import Passage
from desktop.audit.unit_words import alike_named
from desktop.audit.ways import like
from desktop.audit.worded import Worded, quotient, worded
from desktop.audit.worded_price import Known, printed

_AVERAGE: Final = re.compile(r"均|[派送]|合|摊|分到|相当于|等于|[就即]是|算|只|才|仅")
_COUNTS: Final = re.compile(r"新增|[可能够][以供买建发换]?|[总一]?共|合计?|相当于|换来|买到|转股|折合|发行")
DATED: Final = re.compile(
    r"\d{4}年|[去今前上明次][一]?年|同期|季度|半年|月份|\d月|[一二三四五六七八九十]月|而(?!且)|首[月年日次批]|其后|此后|其中"
)
_NOUN: Final = 4  # characters behind a count that tell what it counts
_INSTALMENT: Final = "count:期"


def for_each(passage: Passage, claim: Known, near: Sequence[Known], after: Sequence[Known]) -> Worded | None:
    """What the last total before an amount is for each of what is counted beside it."""
    told, own = claim
    if own.per is None or own.per.code == _INSTALMENT or not _AVERAGE.search(told.lead):
        return None
    total = next((k for k in reversed(near) if like(k[0].figure, told.figure)), None)
    counts = [t for t, o in (*after, *reversed(near)) if is_of(o, own.per) and t.lead[-1:] != "每"]
    if total is None or total[1].each or total[0].figure.role == "change" or not counts:
        return None
    if len({c.value for c in counts}) > 1:
        return None  # 公办27所，民办9所…平均每所1500人: of both
    if DATED.search(passage.text, total[0].end, told.start):
        return None
    since = [t for t, _ in near if t.start > total[0].start and t.lead[-1:] != "每"]
    if len(since) > 1 or (since and since[0] not in counts) or (own.time and own.time != total[1].time):
        return None
    known = total[0].lead + total[0].figure.indicator.zh + "".join(t.tail[:_NOUN] + t.lead for t in counts)
    if not alike_named(told.lead, known) or not (since or after or total[0].sentence == told.sentence):
        return None
    ways = []
    for count in counts:
        by = 1 / per_one(count.figure, own.per, own.lead)  # 每10股派
        ways.append(quotient(total[0], *printed(count), by=by, times=f" × {by:g}" if by != 1 else ""))
    return worded(told, ways, plain=True)


def how_many(claim: Known, near: Sequence[Known]) -> Worded | None:
    """How many of something a sum is at a price: 发行12亿元，转股价15元，新增8000万股."""
    told, own = claim
    if not own.counted or len(near) < 2 or _COUNTS.search(told.lead) is None:
        return None
    total, price = near[-2], near[-1]
    if price[0].sentence != told.sentence or not like(total[0].figure, price[0].figure):
        return None
    if (
        total[1].each
        or not price[1].each
        or total[0].value <= price[0].value
        or like(total[0].figure, told.figure)
    ):
        return None
    if price[1].per is not None and not is_of(own, price[1].per):
        return None
    return worded(told, [quotient(total[0], price[0])], plain=True)
