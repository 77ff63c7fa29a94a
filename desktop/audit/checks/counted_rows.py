"""How many rows of a table pass a mark: 综合成本率超过100%的年份有三个, 四款里有两款续航超过500公里."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.audit.views import View, views_at
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "counted_rows"
_OVER: Final = r"(?P<over>超过了?|高于|大于|多于|高过|突破)"
_UNDER: Final = r"(?P<under>低于|少于|小于|不足|不到|未到|跌破)"
_BEFORE: Final = re.compile(rf"(?:{_OVER}|{_UNDER})\s*$")  # the mark, then the count
_COUNT: Final = re.compile(
    r"^\s*的[^，。；\d]{0,6}?(?:一?共?有|共|只有|仅有?|占了?|达到?|是"
    r"|为)(?P<n>[一二两三四五六七八九十]|\d{1,2})(?=[\u4e00-\u9fff]?(?:$|[，。；]))"
)
_FIRST: Final = re.compile(
    rf"^(?:.*[有里中])?(?:只|仅|共|就)?(?P<n>[一二两三四五六七八九十]"
    rf"|\d{{1,2}})(?P<of>[个家款种项条年城店座只省市季月][\u4e00-\u9fff]{{0,4}}?)的?(?P<what>[^，。；\d]{{2,14}}?)(?:{_OVER}"
    rf"|{_UNDER})\s*$"
)
_UNSURE: Final = re.compile(r"若|如果|预计|目标|至少|以上|将|曾|连续|行业|全国|第")
_DIGITS: Final = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_LEAST: Final = 3
SAID: Final = Text(
    "文中说{0}{1}{2}的有{3}个，按表中这一栏应是{4}个（{5}）。",
    "The text counts {3} whose {0} is {1} {2}; in this column of the table there are {4} ({5}).",
)
NOBODY: Final = Text("没有一行", "none")


@check(
    KEY, "过线的行数", "how many rows pass a mark", "section",
    needs={"section": ("table", "超高大多突低少小不未跌", "过于破足到")},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Count the rows of the column that a clause names."""
    if not piece.has_tables:
        return
    for clause in spoken(piece):
        if clause.figures and not _UNSURE.search(clause.text):
            for mark in clause.figures:
                yield from _held(piece, clause, mark)


def _held(piece: Section, clause: Clause, mark: Figure) -> Iterator[Result]:
    own = mark.anchor.quote.partition(mark.as_printed)[0]
    before, after = clause.before(mark) + own, clause.after(mark)
    behind = _COUNT.match(after)
    found = _BEFORE.search(before) if behind is not None else _FIRST.search(before)
    value = value_of(mark)
    if found is None or value is None or (behind is None and after.strip()[:1] not in ("", "的")):
        return
    words = before[: found.start()] if behind is not None else found["what"]
    told = (behind or found)["n"]
    claimed = _DIGITS.get(told) or int(told)
    failed: Result | None = None
    for view in views_at(piece, clause.start):
        for field in view.fields_named(words):
            result, holds = _counted(view, field, mark, value, claimed, over=found["over"] is not None)
            if holds:
                if result is not None:
                    yield result
                return
            failed = failed or result
    if failed is not None:
        yield failed


def _counted(
    view: View, field: int, mark: Figure, value: float, claimed: int, *, over: bool
) -> tuple[Result | None, bool]:
    """What a column says of a count, and whether it bears it out; nothing is known of a column with gaps."""
    cells = view.column(field)
    if len(cells) < max(_LEAST, len(view.lines)) or not all(
        same_dimension(c.unit, mark.unit) for c in cells.values()
    ):
        return None, False
    passing = [
        n
        for n, c in cells.items()
        if ((value_of(c) or 0.0) > value if over else (value_of(c) or 0.0) < value)
    ]
    level = sum(value_of(c) == value for c in cells.values())
    figures = (mark, *(cells[n] for n in passing))
    names = say.listed([quote(n) for n in passing]) if passing else NOBODY
    written = formula("{} → {}", names, str(len(passing)))
    if claimed in range(len(passing), len(passing) + level + 1):
        return say.passed(KEY, figures, written), True
    way = Text("超过", "above") if over else Text("低于", "below")
    said = SAID.format(quote(view.fields[field]), way, bare(mark), str(claimed), str(len(passing)), names)
    return say.finding(KEY, "inconsistent", figures, written, said), False
