"""One event dated twice, and differently in one place: 2月14日停售 in the text, 3月14日：停售 in the time line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "dated_twice"
_EVENT: Final = re.compile(
    r"[：:，,]?\s*(?:正式|全面|最终|终于|彻底|公司|平台|产品)*(?P<event>[\u4e00-\u9fff]{2,4})(?=[，,。；;、）)\n]|$)"
)
_NOT: Final = re.compile(r"[年月日比增降升跌前后]|发布|公告|披露|同期|起|数据|以来|为止|期间")
WRONG = Text(
    "{0}在文中写了两次，日期不同：{1}和{2}。", "The text dates {0} twice, and differently: {1} and {2}."
)


@check(KEY, "同一事件的日期", "one event dated twice", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Hold the dates of one event in different parts of a text against each other."""
    told: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in whole.dossier.figures:
        source = whole.dossier.source(figure.anchor.source) if figure.is_date and not figure.table else None
        if source is None or figure.period is None or "→" in figure.period.text:
            continue
        event = _EVENT.match(source.text, figure.anchor.end)
        if event is not None and not _NOT.search(event["event"]):
            told[source.id, event["event"]].append(figure)
    for (_, words), dates in told.items():
        if len(dates) == 2 and dates[0].factor != dates[1].factor and _misprint(*dates):
            one, other = dates
            said = WRONG.format(quote(words), bare(one), bare(other))
            yield say.finding(
                KEY, "inconsistent", (other, one), formula("{} ≠ {}", bare(one), bare(other)), said
            )


def _misprint(one: Figure, other: Figure) -> bool:
    """Whether two dates, to the month or the day, differ in exactly one of year, month and day."""
    if one.period is None or other.period is None:
        return False
    parts = list(zip(one.period.text.split("-"), other.period.text.split("-"), strict=False))
    if len(parts) < 2 or not all(a.isdecimal() and b.isdecimal() for a, b in parts):
        return False
    return sum(a != b for a, b in parts) == 1
