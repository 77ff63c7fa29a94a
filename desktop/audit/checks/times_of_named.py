"""So many times an amount that is called by name: 补贴3.20亿元…拉动消费24.0亿元，是补贴金额的7.5倍.

The base is the one amount that its words name; any other two amounts of the line that give the multiple clear it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.passage_names import grams
from desktop.audit.passages import Passage, Told, alike, passages
from desktop.audit.scope import Section
from desktop.core.text import Text

KEY: Final = "times_of_named"
_OF: Final = re.compile(
    r"^(?P<who>[^，]*?)(?:相当于|等于|[是为达合])(?:了|到)?(?P<name>[^，的是为\d]{2,10})的(?:约|近|整整|大约|将近)*$"
)
_EACH: Final = re.compile(r"每|均|单价")
_ELSE: Final = re.compile(r"[去上前]年|同期|全国|全省|行业|此前|原[来先]|当时|年初|目标|计划|(?:19|20)\d\d")
_SIZE: Final = re.compile(r"金额|总额|数额|规模|额度|资金|总[量数]|人数|户数$")
_MOST: Final = 8  # amounts of a sentence of which any two may be meant
SAID: Final = Text("{0}除以{1}等于{2}，不是文中的{3}。", "{0} over {1} is {2}, not {3}.")


@check(
    KEY,
    "某数的倍数",
    "times of a named amount",
    "section",
    needs={"section": ("times", "是为达合当等")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each multiple of a named amount against that amount and the one told right before it."""
    for passage in passages(piece):
        for told in passage.own:
            if told.figure.unit == "times" and told.figure.role != "change":
                yield from _held(passage, told)


def _held(passage: Passage, told: Told) -> Iterator[Result]:
    match, claim = _OF.match(passage.clause(told).strip(" *“”")), as_claim(told.figure)
    if (
        match is None
        or claim is None
        or _ELSE.search(match["name"])
        or told.tail.strip().startswith(("多", "以"))
    ):
        return
    before = [t for t in passage.sizes if t.end <= told.start and t.figure.role != "change"]
    name = grams(_SIZE.sub("", match["name"]) or match["name"])
    bases = [
        t for t in before
        if grams(passage.clause(t)) & name and not _EACH.search(t.lead) and not _ELSE.search(passage.clause(t))
        and told.sentence - t.sentence <= 1
    ]  # fmt: skip
    if len({t.value for t in bases}) != 1:
        return
    base = bases[-1]
    tops = [t for t in before if t is not base and alike(t, base) and not _EACH.search(t.lead)]
    one = next((t for t in reversed(tops) if t.sentence == told.sentence and t.start > base.start), None)
    who = grams(match["who"])
    if one is None or (who and not who & grams(passage.clause(one))):
        return
    here = [t for t in passage.sizes if t.sentence == told.sentence][:_MOST]
    near = [t for t in before if told.sentence - t.sentence <= 1][-_MOST:]
    pairs = [
        (one, base),
        *itertools.permutations(near, 2),
        *itertools.permutations(here, 2),
        *((one, t) for t in tops),
        *((t, base) for t in tops),
    ]
    for top, under in pairs:
        a, b = as_claim(top.figure), as_claim(under.figure)
        found = (
            a.over(b) if a is not None and b is not None and top is not under and alike(top, under) else None
        )
        if found is not None and claim.meets(found):
            if (top, under) == (one, base):
                yield say.passed(
                    KEY, (told.figure, one.figure, base.figure), _written(one, base), rounded=True
                )
            return
    said = SAID.format(
        bare(one.figure), bare(base.figure), number(one.value / base.value, 2), stated(told.figure)
    )
    figures = (told.figure, one.figure, base.figure)
    yield say.finding(KEY, "inconsistent", figures, _written(one, base), said)


def _written(one: Told, base: Told) -> Text:
    return formula("{} ÷ {} = {}", bare(one.figure), bare(base.figure), number(one.value / base.value, 2))
