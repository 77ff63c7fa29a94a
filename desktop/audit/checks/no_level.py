"""A rate that rose or fell by points, while no level of it stands anywhere in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import stated
from desktop.audit.by_hand import weighed
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "no_level"
_RATE: Final = re.compile(r"率|占比|比例|比重|份额|rate|share|ratio|margin", re.I)
_SHARES: Final = ("%", "permille")
_FORM: Final = re.compile(r"占比|比例|比重|份额|[\s\W\d]+")
_THAN: Final = re.compile(  # of another thing, not of another time
    r"[比较](?!上|去年|前|同期|年初|此前|\d)[^，,。；;]{1,12}[高低贵多少快慢]|便宜|[高低]于|高出|低出"
)
_BREAK: Final = re.compile(r"[，,。；;：:\n]")
SAID: Final = Text(
    "{0}只写了变化的百分点，没有写从多少到多少；全文没有这一比率的数值，变化的轻重无从判断。",
    "{0}: only the points of the change are stated, not from what to what; no level of the rate stands anywhere in the "
    "text, so the weight of the change cannot be judged.",
)
ONE: Final = Text("{}（{}）", "{} ({})")


@check(KEY, "比率的水平", "levels of rates", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Gather such changes of each section."""
    dossier = whole.dossier
    bare: defaultdict[str, list[Figure]] = defaultdict(list)
    changes = [f for f in dossier.figures if f.unit == "pp" and _is_bare_change(f)]
    if not changes:
        return
    # Names are met by their pairs of characters, so that many changes and many levels cost no more than their sum.
    levels = [f for f in dossier.figures if f.unit in _SHARES and f.role in ("level", "ratio", "threshold")]
    known = {pair for name in {f.indicator.zh for f in levels} for pair in _pairs(name)}
    for figure in changes:
        if not known.isdisjoint(_pairs(figure.indicator.zh)) or weighed(dossier, (), (figure,)):
            continue
        if not _in_sentence(dossier, figure, levels):
            bare[figure.factor].append(figure)
    for figures in bare.values():
        shown = say.listed([ONE.format(say.title(f), stated(f)) for f in figures])
        yield say.on_section(KEY, "ambiguous", figures, SAID.format(shown))


def _is_bare_change(figure: Figure) -> bool:
    return (
        figure.role == "change"
        and figure.direction in ("up", "down")
        and not figure.change_from
        and not figure.table
        and _RATE.search(figure.indicator.zh) is not None
        and _THAN.search(_BREAK.split(figure.anchor.prefix)[-1] + figure.anchor.quote) is None
    )


def _pairs(indicator: str) -> set[str]:
    """The pairs of characters in the name of what is measured: a level that shares one may be of the same rate."""
    name = _FORM.sub("", indicator)
    return {name[i : i + 2] for i in range(len(name) - 1)}


def _in_sentence(dossier: Dossier, change: Figure, levels: list[Figure]) -> bool:
    """Whether its sentence has a level, however it was named."""
    source = dossier.source(change.anchor.source)
    if source is None:
        return True
    at = change.anchor.start
    start = max(source.text.rfind(mark, 0, at) for mark in "。！？；\n") + 1
    ends = [e for mark in "。！？；\n" if (e := source.text.find(mark, at)) >= 0]
    return any(
        f.anchor.source == source.id and start <= f.anchor.start < min(ends, default=len(source.text))
        for f in levels
        if not f.table
    )
