"""A yearly amount told once more by the month, under its own name: 人均消费支出31364元…人均消费支出折合每月2614元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.passages import Passage, Told, alike, passages
from desktop.audit.scope import Section
from desktop.core.text import Text

KEY: Final = "named_by_time"
_BY: Final = re.compile(
    r"^(?P<name>[^，]{2,14}?)(?:折合|折成|折算成|合|相当于|平均到?|摊到|算下来|约合)(?:下来)?[，]?每一?个?(?P<by>[月季周天日])(?:度)?(?:是|为|约|花|就是|有|支出|大约)*$"
)
_TIMES: Final = {"月": 12, "季": 4, "周": 52, "天": 365, "日": 365}
_PERIOD: Final = re.compile(r"月|季|周|日|半年|天|期|[比较][^，]*$|增|减|[升降涨跌]|同比")
_LEAP: Final = 366 / 365
SAID: Final = Text("{0}除以{1}是{2}，不是文中的{3}。", "{0} over {1} is {2}, not {3}.")


@check(
    KEY, "按月折算", "the same by the month", "section",
    needs={"section": ("每", "每月|每个|每季|每周|每天|每日|每一", "折合|折成|折算|相当|平均|摊到|算下|约合|合每")},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each amount by the month against the yearly one of its name."""
    for passage in passages(piece):
        if "每" in passage.marks:
            for told in passage.sizes:
                yield from _held(passage, told)


def _held(passage: Passage, told: Told) -> Iterator[Result]:
    match, claim = _BY.match(passage.clause(told).strip(" *“”")), as_claim(told.figure)
    if match is None or claim is None:
        return
    times = _TIMES[match["by"]]
    before = [
        t for t in passage.sizes if t.end <= told.start and alike(t, told) and t.figure.role != "change"
    ]
    bases = [t for t in before if t.name.endswith(match["name"]) and not _PERIOD.search(passage.clause(t))]
    if not bases:
        return
    made = as_claim(bases[-1].figure)
    if made is None:
        return
    point = amount(bases[-1].value / times, told.figure)
    written = formula("{} ÷ {} = {}", bare(bases[-1].figure), times, point)
    figures = (told.figure, bases[-1].figure)
    for one in before:
        own = as_claim(one.figure)
        if own is not None and any(claim.meets(own.scaled(1 / n)) for n in (times, times * _LEAP)):
            if one is bases[-1]:
                yield say.passed(KEY, figures, written, rounded=True)
            return
    said = SAID.format(bare(bases[-1].figure), times, point, stated(told.figure))
    yield say.finding(KEY, "inconsistent", figures, written, said)
