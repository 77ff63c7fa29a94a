"""A rate of overdue or bad loans far beyond the NPL ratio of the same bank: another measure, but out of scale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.by_hand import weighed
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.issuers import issuers
from desktop.audit.keys import folded
from desktop.audit.observed import bounds, in_sentence, inputs, middle, shown
from desktop.audit.scope import Whole
from desktop.core.evidence import Observation
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "other_measure"
_OVERDUE: Final = re.compile(
    r"逾期率|坏账率|违约率|拖欠率|overdue rate|delinquency|default rate|bad[- ]debt rate", re.I
)
_TIMES: Final = (
    3.0  # the NPL ratio, beyond which a rate of overdue loans needs a word; one and a half is common
)
LEVEL: Final = Text(
    "{0}{1}为{2}，是参考数据中{3}同年{4}（{5}）的{6}倍；两者口径不同，逾期率通常高于不良率，但高到这一倍数，口径和出处须先核对。",
    "{0}{1} is given as {2}, {6} times the {4} of {3} in that year ({5}); the two are different measures, and rates of "
    "overdue loans are usually higher, but with so many times definition and source need to be compared first.",
)
RISE: Final = Text(
    "{0}{1}变化{2}，超过参考数据中{3}同年的全部{4}（{5}）；两者口径不同，但单是变化就比后者还大，口径和出处须先核对。",
    "{0}{1} is said to have changed by {2}, more than the whole {4} of {3} in that year ({5}); the two are different "
    "measures, but with a change larger than that level, definition and source need to be compared first.",
)


@check(KEY, "相近的参考指标", "a related reference series", "dossier")
def run(whole: Whole, world: World) -> Iterable[Result]:
    """Hold such rates, and their changes, of a bank or of its products against its NPL ratio."""
    dossier = whole.dossier
    own = [
        f for f in dossier.figures if f.unit in ("%", "pp") and _OVERDUE.search(f.indicator.zh) and _year(f)
    ]
    if not own:
        return
    series = {
        (folded(name), p.period.text): p
        for p in world.record.series
        if p.indicator == "npl_ratio"
        for name in (p.entity.zh, p.entity.en)
    }
    told = [*world.owners, *((i.what, i.who) for d in (dossier, *world.library) for i in issuers(d))]
    done: set[str] = set()
    for figure in own:
        entity = figure.entity.zh
        owners = [entity, *(who for what, who in told if what and what in entity)]
        point = next((p for o in owners if (p := series.get((folded(o), _year(figure)))) is not None), None)
        if point is not None and figure.indicator.zh not in done and not weighed(dossier, (), (figure,)):
            for found in _held(figure, point):
                done.add(figure.indicator.zh)
                yield found


def _year(figure: Figure) -> str:
    """The year that a figure is of, for a change the one that it ends in; "" for none."""
    period = figure.period
    return str(period.end.year) if period is not None and period.end is not None else ""


def _held(figure: Figure, point: Observation) -> Iterator[Result]:
    claim, value = as_claim(figure), value_of(figure)
    top = bounds(point).high
    if claim is None or value is None or (figure.unit == "pp") != (figure.role == "change"):
        return
    if figure.role == "change" and claim.low > top:
        pattern, many = RISE, ""
        written = formula("{} > {}", bare(figure), shown(point))
    elif figure.role in ("level", "ratio") and claim.low > _TIMES * top:
        pattern, many = LEVEL, number(value / middle(point))
        written = formula("{} ÷ {} = {}", bare(figure), shown(point), many)
    else:
        return
    said = pattern.format(
        say.title(figure),
        say.when(figure.period),
        stated(figure),
        point.entity,
        in_sentence(point),
        shown(point),
        many,
    )
    yield say.finding(KEY, "ambiguous", (figure,), written, said, "scale", inputs(point))
