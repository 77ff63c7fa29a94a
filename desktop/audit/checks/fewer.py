"""Partners become fewer while their share goes up: who carries the rest is not said."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.scope import Whole
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "fewer"
_SHARE: Final = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,4}?)(?:的)?(?:出资|供货|承保|贡献|采购|投资)(?:比例|占比|份额)"
)
_COUNT: Final = re.compile(r"数量|家数|个数|户数")
SAID = Text(
    "{0}（{1}）提高，{2}从{3}减到{4}；若前者的“{5}”就是后者所数的几家，更少的家数怎样承担更大的份额，文中没有说明。",
    "{0} ({1}) goes up while {2} falls from {3} to {4}; if “{5}” in the one are those that the other counts, how fewer "
    "of them carry a larger share is not said.",
)


@check(KEY, "家数与份额", "fewer with a larger share", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Hold a share that was raised against the number of those who have it."""
    figures = whole.dossier.figures
    raised = [(f, m["who"]) for f in figures if f.direction == "up" and f.unit == "%"
              and (m := _SHARE.search(f.indicator.zh)) is not None]  # fmt: skip
    for share, who in raised:
        counts = [f for f in figures if f.role == "level" and who in f.indicator.zh and _COUNT.search(f.indicator.zh)
                  and f.period is not None and f.period.start is not None]  # fmt: skip
        counts.sort(key=lambda f: str(f.period.start) if f.period else "")
        if len(counts) >= 2 and _fell(counts[0], counts[-1]):
            first, last = counts[0], counts[-1]
            said = SAID.format(
                say.title(share), stated(share), say.title(last), stated(first), stated(last), who
            )
            written = formula("{} → {}", bare(first), bare(last))
            yield say.finding(KEY, "ambiguous", (share, first, last), written, said)


def _fell(first: Figure, last: Figure) -> bool:
    before, after = value_of(first), value_of(last)
    return first.unit == last.unit and before is not None and after is not None and after < before
