"""Shares of the people or things that an English sentence says were asked: none above all, and each a whole number."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit.amounts import formula, number
from desktop.audit.check import Result, World, check
from desktop.audit.english_number import COUNTED, SHARE, Number, Told
from desktop.audit.english_numbers import english
from desktop.audit.english_told import passed, wrong
from desktop.audit.english_words import HEDGE, VALUE
from desktop.audit.scope import Prose
from desktop.core.text import Text, same

KEY: Final = "english_samples"
_SAMPLE: Final = re.compile(
    rf"(?:\b(?:[Ii]n|[Aa]mong|[Ff]rom|[Oo]f) (?:an? |the |our |its )?(?:[a-z-]+ )?(?:poll|survey|sample"
    rf"|panel|group|study|test|trial|focus group|random sample)"
    rf"(?: [a-z]+)? (?:of|among|with|covering) |^\s*(?:[Aa]mong|[Oo]f|[Oo]ut of)(?: the| our| its|"
    rf" all)? )(?P<n>{VALUE})"
)
_SPOKEN_TO: Final = re.compile(
    r"\b(?:called|phoned|rang|asked|polled|surveyed|interviewed|questioned|contacted|canvassed|sampled|inspected"
    r"|tested|checked|audited|reviewed|visited|spoke (?:to|with)|talked to)"
    rf"(?: (?:the|our|its|another|all|some of its))? (?P<n>{VALUE})"
)
_SAID: Final = (
    r"(?:said|say|says|think|thought|agreed?|prefer(?:red)?|complained?|felt|feel|want(?:ed)?|would"
    r"|had|have|were|are|no longer"
    r"|reported|found|called|told|described|believed?|liked|disliked|named|chose|answered|considered"
    r"|stopped|sold|left|lived|live"
    r"|used?|owned?|bought|disagreed|supported|opposed|knew|planned|voted|did|did not|do not|could"
    r"|cited|blamed|admitted|regretted)"
)
_PEOPLE: Final = (
    r"(?:(?:the |all |our |its |their |those |these |surveyed |local |regular |young |older"
    r" )*(?:respondents|customers|users|drivers|riders|people|"
    r"staff|employees|workers|passengers|patients|students|pupils|voters|members|households|visitors"
    r"|residents|tenants"
    r"|viewers|readers|subscribers|shoppers|parents|teachers|managers|merchants|farmers|owners|guests|participants"
    r"|firms|companies|shops|them|those (?:asked|surveyed|polled|questioned)|adults|women|men|children"
    r"|players|clients|buyers|drivers))"
)
_OVER: Final = re.compile(rf"^ (?:of {_PEOPLE}\b|of (?:the |all )?[a-z]+s (?:[a-z]+ed|{_SAID})\b|{_SAID}\b)")
_GREW: Final = re.compile(
    r"\b(?:by|up|rose|grew|growth|increase|rise|jump|surge|gained|more|over|rate|return|interest"
    r"|profit|price|cost|to)\s*(?:of |an? |about |some |nearly )*$",
    re.I,
)
_TARGET: Final = re.compile(r"^ of (?:the |its |our )?(?:target|plan|level|capacity|last)")
_NOT_OF_IT: Final = re.compile(
    r"\b(?:rose|fell|grew|up|down|rates?|margin|interest|by|from|to|discount|price|revenue|sales"
    r"|profit|cost|points|than|average)\b|%"
)
_OF_OTHER: Final = re.compile(
    r"^ (?:of (?!them|those|these|respondents|the (?:sample|group|respondents))|more|less|higher|lower"
    r"|a |off|above|below|discount|points|over)"
)
_SUBJECT: Final = re.compile(r"(?:^|[,;:(]|\b(?:and|but|while|that|whereas|where|because))\s*$")
OVER: Final = Text(
    "{0}超过了全部：不可能多于100%。", "{0} is more than all there are: no share of them can exceed 100%."
)
WHOLE: Final = Text(
    "{0}的{1}是{2}，不是整数；{3}占{4}，{5}占{6}，都得不出{1}。",
    "{1} of {0} is {2}, no whole number; {3} would be {4} and {5} would be {6}, neither of them {1}.",
)


@check(KEY, "英文的受访占比", "shares of those asked in English", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Find shares above all there are, and shares that no whole number of those asked can be."""
    for told in english(piece):
        for share in told.numbers:
            if share.kind == SHARE and share.low > 100 and _is_part(told, share):
                yield wrong(
                    KEY, piece, (share,), formula("{} > 100%", share.shown), OVER.format(share.shown), "over"
                )
        asked = _SAMPLE.search(told.marked)
        if asked is not None:
            yield from _whole(piece, told, told.number(asked["n"]))
        elif (spoken := _SPOKEN_TO.search(told.marked)) is not None:
            yield from _whole(piece, told, told.number(spoken["n"]), said=True)


def _is_part(told: Told, share: Number) -> bool:
    tail = told.tail(share)
    if _OVER.match(tail) is None or _TARGET.match(tail) is not None:
        return False
    lead = re.sub(rf"{HEDGE}$", "", told.lead(share), flags=re.I)
    return _SUBJECT.search(lead) is not None and _GREW.search(lead) is None


def _whole(piece: Prose, told: Told, asked: Number, *, said: bool = False) -> Iterator[Result]:
    """Hold the shares behind a sample against its size; with ``said`` only those of which it is told what they said."""
    n = int(asked.point)
    if asked.kind != COUNTED or not asked.plain or n != asked.point or n < 2:
        return
    for share in told.numbers:
        gap = told.between(asked, share) if share.start > asked.end else None
        if gap is None or share.kind != SHARE or not share.plain or "%" not in share.words or len(gap) > 60:
            continue
        if re.search(VALUE, gap) or _NOT_OF_IT.search(gap) or _OF_OTHER.match(told.tail(share)):
            continue
        if said and _OVER.match(told.tail(share)) is None:
            continue
        decimals = len(share.words.partition(".")[2].rstrip("% "))
        if n >= 10 ** (decimals + 2) or share.point > 100:
            continue
        few = share.point * n / 100
        low, high = math.floor(few), math.ceil(few)
        written = formula("{} × {} = {}", share.shown, asked.shown, number(few, 2))
        if any(share.low <= k / n * 100 <= share.high for k in (low, high)):
            yield from passed(KEY, (share, asked), written)
            continue
        under, over = (f"{number(k / n * 100, decimals + 1)}%" for k in (low, high))
        wording = WHOLE.format(
            asked.shown, share.shown, number(few, 2), same(str(low)), same(under), same(str(high)), same(over)
        )
        yield wrong(KEY, piece, (share, asked), written, wording, "grim")
