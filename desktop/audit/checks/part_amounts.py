"""How much a share comes to: 早高峰占30%，约6.4万人次; 一等果占38%…全园1,500吨，一等果570吨."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.passage_names import grams
from desktop.audit.passages import RATES, Passage, Told, alike, passages
from desktop.audit.scope import Section
from desktop.audit.slips import of_digits
from desktop.core.text import Text

KEY: Final = "part_amounts"
_COMES_TO: Final = re.compile(
    r"^[^，,。；（(\d]{0,8}(?:[，,、]|[（(])(?:大?约|合|折合|也?就是|即|计|相当于|等于|约合|大概|差不多)+$"
)
_OF: Final = re.compile(r"占|拿|出|归|分|交|扣|给|抽|提|付|投|负担|承担|持|认|花|用|来自|属于|(?:的|里|中)$")
_MOVES: Final = re.compile(
    r"增|减|降|升|涨|跌|同比|环比|[高低多少]出|[高低多少]于|由|从|翻|折|利率|税|平均|均|每"
)
_NAME: Final = re.compile(
    r"(?:那[份块笔]|这[份块笔]|部分|的)*(?:占|拿|出|[承负]担|投|有|是|为|达|合|就|约|的|则|共|分[得到]|了)*$"
)
_KIND: Final = re.compile(r"(?:这)?一?[项类块种档笔](?:就|便|也)?")
_TOTAL: Final = re.compile(r"总|共|全|合计|原有|一共|应|收到|登记")
_MOST: Final = 16  # amounts around it that are looked at
WRONG: Final = Text("{0}的{1}是{2}，不是文中的{3}。", "{1} of {0} is {2}, not {3} as the text says.")


@check(KEY, "占比合多少", "amounts behind shares", "section", needs={"section": ("%",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold an amount that a share comes to against the share and the wholes before it."""
    for passage in passages(piece):
        if not passage.shares or len(passage.own) < 2:
            continue
        for at, told in enumerate(passage.own):
            share = _share(passage, at, told)
            if share is not None:
                yield from _held(passage, told, share)


def _share(passage: Passage, at: int, told: Told) -> Told | None:
    """The share that an amount is told to come to: right before it, or of the same name."""
    if told.figure.unit in RATES or told.figure.role != "level" or not at:
        return None
    before = passage.own[at - 1]
    if before.share:
        clause = before.lead
        gap = passage.between(before, told) + ("约" if told.figure.comparator == "~" else "")
        fits = _COMES_TO.match(gap) and _OF.search(clause) and not _MOVES.search(clause)
        return before if fits and before.figure.role != "change" else None
    name = _NAME.sub("", told.name)
    if len(name) < 2:
        return None
    same = [
        t
        for t in passage.shares
        if t.start < told.start
        and t.figure.role != "change"
        and _alike(_NAME.sub("", t.name), name, _OF.search(t.lead))
    ]
    return same[0] if len(same) == 1 else None


def _alike(share: str, name: str, takes: re.Match[str] | None) -> bool:
    """Whether an amount is called as a share is: 催收45% … 催收一类便有3,168件."""
    if takes is not None and share == name:
        return True
    return len(share) > 1 and name.startswith(share) and _KIND.fullmatch(name[len(share) :]) is not None


def _held(passage: Passage, told: Told, share: Told) -> Iterator[Result]:
    part, rate = as_claim(told.figure), as_claim(share.figure)
    wholes = [
        t
        for t in passage.amounts
        if t is not told and alike(t, told) and (t.start < told.start or t in passage.above)
    ]
    if part is None or rate is None or not wholes or len(wholes) > _MOST:
        return
    meant = _whole(passage, told, share, wholes)
    if meant is None or (told.name and (meant.value <= told.value or not _TOTAL.search(meant.lead))):
        slips = [t for t in wholes if of_digits(told.figure, t.value * share.value / 100)]
        if not told.name or len(slips) != 1:
            return
        meant = slips[0]
    for whole in (meant, *wholes):
        own = as_claim(whole.figure)
        if own is None or own.times(rate).scaled(0.01).meets(part):
            if whole is meant and own is not None:
                point = whole.value * share.value / 100
                written = formula(
                    "{} × {} = {}", bare(whole.figure), bare(share.figure), amount(point, told.figure)
                )
                figures = (told.figure, share.figure, whole.figure)
                yield say.passed(KEY, figures, written, rounded=abs(point - told.value) > 1e-9 * point)
            return
    point = meant.value * share.value / 100
    made = amount(point, told.figure)
    written = formula("{} × {} = {}", bare(meant.figure), bare(share.figure), made)
    said = WRONG.format(bare(meant.figure), stated(share.figure), made, stated(told.figure))
    yield say.finding(KEY, "inconsistent", (told.figure, share.figure, meant.figure), written, said)


def _whole(passage: Passage, told: Told, share: Told, wholes: list[Told]) -> Told | None:
    """The amount that the words of the share name, else the only larger one, else the nearest total before it."""
    named = [
        t
        for t in wholes
        if t.start < told.start and grams(t.name) & grams(share.lead) and t.value > told.value / 2
    ]
    if len({t.value for t in named}) == 1:
        return named[-1]
    near = [
        t for t in wholes if t.value > told.value and t in passage.own and told.sentence - t.sentence <= 1
    ]
    near = near or [t for t in wholes if t.value > told.value and t in passage.own]
    near = near or [t for t in wholes if t in passage.own and told.sentence - t.sentence <= 1] or wholes
    if len({t.value for t in near}) == 1:
        return near[-1]
    total = [t for t in near if _TOTAL.search(t.lead)]
    return total[-1] if total else None
