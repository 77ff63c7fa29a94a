"""Shares of the entries of a list, told below or within it: 燃油占成本的38.8% after bullets.

The whole is the total told with the list, or what its entries add up to; a share that fits either is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, percent, stated
from desktop.audit.breakdown import label_of
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.listed import NO_PARTS, TOTAL, Line, Listed, lines_below
from desktop.audit.listed_together import together
from desktop.audit.part_of import share_held
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "listed_shares"
_BREAK: Final = re.compile(r"[，,；;：:。！？、（(]")
_ADVERBS: Final = (
    r"(?:这?一?[项块笔类]|单项|本身|反倒|反而|倒是?|却|则|也|就|便|独|竟|还|只|仅|已|才|大?约|将近|近|超过|不到|不足|"
    r"正好|恰好)*"
)
_TAKES: Final = re.compile(
    rf"^(?P<who>[^，,占]{{2,10}}?)?{_ADVERBS}占(?:了|到|去|据|比)?(?P<of>[^，,占的]{{1,6}}的)?{_ADVERBS}$"
)
_PART: Final = re.compile(r"^(?:这|其中|最后)|(?:的?(?:部分|钱|那块|一项|这项))?$")
_BARELY: Final = re.compile(rf"^(?P<who>[^，,占]{{2,8}}?){_ADVERBS}$")
_OF_ALL: Final = re.compile(r"成本|费用|支出|开支|花费|花销|开销|总|全|其中|整")
_WORDS: Final = re.compile(r"成|分之|半")
_LEAST: Final = 4  # amounts of a list, its total and a share
_FAR: Final = 160  # characters from the first entry to the total that closes a list
_AWAY: Final = re.compile(r"收入|营收|售价|预算|去年|上年|同期|全国|全省|全市|行业")
WRONG: Final = Text("{0}占{1}的{2}，不是文中的{3}。", "{0} of {1} is {2}, not {3} as the text says.")


@check(KEY, "列表占比", "shares within a list", "section", needs={"section": ("%",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold the shares that sentences tell of the entries of a list against the list."""
    for line in lines_below(piece):
        shares = [f for f in line.own if f.unit == "%" and f.role != "change" and value_of(f) is not None]
        if not shares or (line.above is None and len(line.own) < _LEAST):
            continue
        told = [*_closed(piece, line.own), *([line.above] if line.above is not None else [])]
        for share in shares if told else ():
            yield from _of(piece, line, share, told)


def _closed(piece: Section, own: Sequence[Figure]) -> Iterator[Listed]:
    """Lists that a total closes: 变质2460件，占40%；缺斤少两2214件；退款慢1476件，三类合计6150件."""
    for n, total in enumerate(own):
        at = total.anchor.start - piece.start
        if total.unit in NO_PARTS or not TOTAL.search(piece.text[max(0, at - 12) : at]):
            continue
        parts: list[tuple[str, Figure]] = []
        for figure in reversed(own[:n]):
            between = piece.text[figure.anchor.end - piece.start : at]
            if figure.unit == total.unit and (value_of(figure) or 0) < (value_of(total) or 0):
                if "。" in between or len(between) > _FAR:
                    break
                begin = own[own.index(figure) - 1].anchor.end - piece.start if own.index(figure) else 0
                lead = piece.text[max(begin, at - _FAR) : figure.anchor.start - piece.start]
                parts.insert(0, (label_of(_BREAK.split(lead.rstrip("：:"))[-1]), figure))
        if len(parts) > 1 and _adds_up([f for _, f in parts], total):
            yield Listed(tuple(parts), total)


def _adds_up(parts: Sequence[Figure], total: Figure) -> bool:
    """Whether parts come near their total: else they are no list of its parts."""
    both, point = sum(value_of(p) or 0.0 for p in parts), value_of(total) or 0.0
    return 0.85 * point <= both <= 1.15 * point


def _of(piece: Section, line: Line, share: Figure, told: Sequence[Listed]) -> Iterator[Result]:
    own, at = line.own, line.own.index(share)
    begin = own[at - 1].anchor.end - piece.start if at else line.start
    lead = piece.text[begin : share.anchor.start - piece.start]
    clause = _BREAK.split(lead)[-1]
    words = piece.text[line.start : share.anchor.start - piece.start]
    several = [r for listed in told for r in together(KEY, share, words, listed)][:1]
    if several:
        yield from several
        return
    takes = _TAKES.match(clause)
    if takes is not None and takes["of"] and (_AWAY.search(takes["of"]) or not _OF_ALL.search(takes["of"])):
        yield from _of_entry(share, takes, told)
        return
    barely = _BARELY.match(clause) if _WORDS.search(share.as_printed) else None
    who = takes["who"] if takes is not None else barely["who"] if barely is not None else None
    for listed in told:
        parts = [f for _, f in listed.parts]
        if who:
            part = listed.named(who)
        elif takes is not None and at and own[at - 1] in parts and len(lead) < 12:
            part = own[at - 1]
        else:
            part = None
        if part is not None and (takes is not None or listed.total is not None):
            yield from _held(share, part, listed, own)
            return


def _of_entry(share: Figure, takes: re.Match[str], told: Sequence[Listed]) -> Iterator[Result]:
    """One entry as a share of another: 净剩部分占房价的10.6%."""
    for listed in told if takes["who"] else ():
        part, whole = listed.named(_PART.sub("", takes["who"])), listed.named(takes["of"].removesuffix("的"))
        if part is not None and whole is not None and (value_of(part) or 0.0) < (value_of(whole) or 0.0):
            yield from share_held(KEY, WRONG, share, part, whole)
            return


def _held(share: Figure, part: Figure, listed: Listed, own: Sequence[Figure]) -> Iterator[Result]:
    claim, mine, point = as_claim(share), as_claim(part), value_of(part)
    wholes = list(listed.wholes())
    if claim is None or mine is None or point is None or not wholes:
        return
    whole = bare(listed.total) if listed.total is not None else amount(wholes[0][1], part, exact=True)
    figures = (share, part, listed.total) if listed.total is not None else (share, part)
    written = formula("{} ÷ {} = {}", bare(part), whole, percent(point / wholes[0][1] * 100))
    others = [x for f in own if f is not part and same_dimension(f.unit, part.unit) and (x := as_claim(f))
              and x.low >= mine.high]  # fmt: skip
    for n, each in enumerate([w for w, _ in wholes] + others):
        quotient = mine.scaled(100).over(each)
        if quotient is not None and quotient.meets(claim):
            if n == 0:
                yield say.passed(KEY, figures, written)
            return
    said = WRONG.format(bare(part), whole, percent(point / wholes[0][1] * 100), stated(share))
    yield say.finding(KEY, "inconsistent", figures, written, said)
