"""So many times an amount that is called by name: 补贴3.20亿元…拉动消费24.0亿元，是补贴金额的7.5倍.

The base is the one amount that its words name; any other two amounts of the line that give the multiple clear it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import INF, Interval, as_claim
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
_LIMIT: Final = re.compile(r"(?:规定的?|法定|国家|国标)?(?:上限|限值|限量|标准|红线|门槛)(?:值|要求)?")
_MEAN: Final = re.compile(r"(?:全[年月周天程季]|平[日时常])?(?P<mean>[日月周年季时]均)")  # 是全年日均的1.5倍
_SET: Final = re.compile(
    r"不[应得能可]?(?:高|低|超|大|小|少|多)[于过出]?|[上下]限|限值|最[高低多少大]|至[多少]"
)
_FAR: Final = 2  # sentences back to a limit
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
    tops, bases = (
        _limited(before, told, match["name"])
        or _means(before, match["name"])
        or _named(passage, before, told, match["name"])
    )
    if len({t.value for t in bases}) != 1:
        return
    base = bases[-1]
    tops = [t for t in tops if t is not base and alike(t, base)]
    one = next((t for t in reversed(tops) if t.sentence == told.sentence and t.start > base.start), None)
    who = grams(match["who"])
    if one is None and who and told.sentence == before[-1].sentence + 1:  # 结余的例数是超支的1.86倍
        called = _best(passage, [t for t in tops if t.sentence == before[-1].sentence], who)
        one = called[0] if len(called) == 1 else None
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
    if who and set(_best(passage, near, who)) == {one}:
        pairs = [(one, base)]  # both are called by their names
    for top, under in pairs:
        a, b = as_claim(top.figure), as_claim(under.figure)
        if under in bases and b is not None and INF in (-b.low, b.high):
            b = Interval(under.value, under.value)  # 不超过0.3毫克: the limit itself
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


def _named(
    passage: Passage, before: Sequence[Told], told: Told, called: str
) -> tuple[list[Told], list[Told]]:
    """The amounts that may be so many times another, and those of its name."""
    name = grams(_SIZE.sub("", called) or called)
    bases = [
        t for t in before
        if told.sentence - t.sentence <= 1
        and not _EACH.search(t.lead)
        and not _ELSE.search(passage.clause(t))
    ]  # fmt: skip
    return [t for t in before if not _EACH.search(t.lead)], _best(passage, bases, name)


def _best(passage: Passage, pool: Sequence[Told], name: frozenset[str]) -> list[Told]:
    """The amounts that share most of a name: 本地考生1.2万人, and not 外地考生1.8万人."""
    shared = [len(grams(passage.clause(t) + t.figure.indicator.zh) & name) for t in pool]
    most = max(shared, default=0)
    return [t for t, n in zip(pool, shared, strict=True) if n == most > 0]


def _limited(before: Sequence[Told], told: Told, called: str) -> tuple[list[Told], list[Told]] | None:
    """The amount that words set as a limit: 不应高于20毫克…约50毫克，是上限的2.5倍."""
    if not _LIMIT.fullmatch(called):
        return None
    near = [t for t in before if told.sentence - t.sentence <= _FAR and alike(t, before[-1])]
    limits = [t for t in near if _SET.search(t.lead) or t.figure.comparator in ("<=", ">=")]
    return [t for t in before if t not in limits], limits


def _means(before: Sequence[Told], called: str) -> tuple[list[Told], list[Told]] | None:
    """The one mean of a time that stands before another of it: 日均3.65万件…日均5.5万件，是全年日均的1.5倍."""
    mean = _MEAN.fullmatch(called)
    if mean is None:
        return None
    own = [t for t in before if mean["mean"] in t.lead]
    return (own, own[:-1]) if len(own) > 1 else ([], [])


def _written(one: Told, base: Told) -> Text:
    return formula("{} ÷ {} = {}", bare(one.figure), bare(base.figure), number(one.value / base.value, 2))
