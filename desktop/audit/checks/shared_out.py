"""So much of each, and how many: 30,380间，按每间15平方米估算，约合45.6万平方米; 3,264户…86万元全分掉，每户约263元."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "shared_out"
_EACH: Final = re.compile(
    r"(?:每一?|平均一|单)(?P<thing>[\u4e00-\u9fff])(?:就|要|能|可|只|大约|大概|需|花|约|按|是|为|合|算|得|分得?|分到|摊到?|的|平均)*$"
)
_MADE: Final = re.compile(
    r"(?:约合|折合|共计?|合计|总共|一共|相当于|也就是|就是|大约是?|总面积约?为?|加起来是?)(?:大?约|近)?$"
)
_RECKONED: Final = re.compile(r"估算|计算|测算|推算|来算|算下来|一算|计，|算，|计$|算$")
_SHARES: Final = re.compile(r"(?:全部?|都|平均|均)?(?:分给|分掉|摊给|分摊|平摊|平分|发给|分到)")
_NOT: Final = re.compile(r"其中|部分|另|以外|每年|每月|每天|一半|[两二三四]成")
PRODUCT: Final = Text("{0}乘以{1}约为{2}，不是文中的{3}。", "{0} times {1} is about {2}, not {3}.")
QUOTIENT: Final = Text("{0}除以{1}约为{2}，不是文中的{3}。", "{0} over {1} is about {2}, not {3}.")


@check(KEY, "总数与每份", "totals and what each gets", "prose", needs={"prose": ("每单均一",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Recompute a total reckoned from so much for each, and what each gets of a sum that is shared out."""
    before: list[Figure] = []
    for sentence in piece.sentences:
        for place, figure in enumerate(sentence.amounts):
            earlier = sentence.amounts[:place]
            yield from _total(sentence, earlier, figure)
            yield from _each(sentence, before, earlier, figure)
        before += sentence.amounts


def _count(known: Iterable[Figure], thing: str) -> Figure | None:
    """The one number of such things; None where two are told."""
    found = [f for f in known if f.unit == f"count:{thing}" or (thing in "人名位" and f.unit == "person")]
    exact = [f for f in found if f.role == "level" and (value_of(f) or 0) > 1]
    return exact[-1] if exact and len({value_of(f) for f in exact}) == 1 else None


def _total(sentence: Sentence, earlier: tuple[Figure, ...], claim: Figure) -> Iterable[Result]:
    """15平方米 of each of 30,380间, right before what they come to."""
    if len(earlier) < 2 or not same_dimension(earlier[-1].unit, claim.unit) or claim.role != "level":
        return
    each = earlier[-1]
    named, gap = _EACH.search(sentence.lead(each)), _between(sentence, each, claim)
    many = _count(earlier[:-1], named["thing"]) if named is not None else None
    if many is None or not _MADE.search(gap) or not _RECKONED.search(gap) or _NOT.search(gap):
        return
    one, other, own = as_claim(each), as_claim(many), as_claim(claim)
    a, b = value_of(each), value_of(many)
    if one is None or other is None or own is None or a is None or b is None:
        return
    found = Interval(one.low * other.low, one.high * other.high)
    written = formula("{} × {} = {}", bare(each), bare(many), amount(a * b, claim))
    if found.meets(own):
        yield say.passed(KEY, (claim, each, many), written, rounded=True)
    else:
        said = PRODUCT.format(bare(each), bare(many), amount(a * b, claim), stated(claim))
        yield say.finding(KEY, "inconsistent", (claim, each, many), written, said, "product")


def _between(sentence: Sentence, one: Figure, other: Figure) -> str:
    """The words between two numbers, with the 约合 that is read as part of the second."""
    return sentence.between(one, other) + other.anchor.quote.partition(other.as_printed)[0]


def _each(
    sentence: Sentence, before: list[Figure], earlier: tuple[Figure, ...], claim: Figure
) -> Iterable[Result]:
    """86万元 shared out among the 3,264户 of a sentence before, right before what each gets."""
    named = _EACH.search(sentence.lead(claim))
    if named is None or not earlier or not same_dimension(earlier[-1].unit, claim.unit):
        return
    total, gap = earlier[-1], sentence.between(earlier[-1], claim)
    many = _count((*before, *earlier), named["thing"])
    if many is None or not _SHARES.search(gap) or _NOT.search(gap) or claim.role != "level":
        return
    one, other, own = as_claim(total), as_claim(many), as_claim(claim)
    a, b = value_of(total), value_of(many)
    quotient = one.over(other) if one is not None and other is not None else None
    if quotient is None or own is None or a is None or not b:
        return
    written = formula("{} ÷ {} = {}", bare(total), bare(many), amount(a / b, claim))
    if quotient.meets(own):
        yield say.passed(KEY, (claim, total, many), written, rounded=True)
    else:
        said = QUOTIENT.format(bare(total), bare(many), amount(a / b, claim), stated(claim))
        yield say.finding(KEY, "inconsistent", (claim, total, many), written, said, "quotient")
