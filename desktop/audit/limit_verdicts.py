"""Words that say a limit is kept or broken, and whose verdict it is: 没有越线, 均未超限, 厂方说没有超标."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose
from desktop.core.value import value

_NOT: Final = r"(?:未能?|没有?|尚未|还没有?|并未|不|达不到|够不上|未能)"
_WALL: Final = (
    r"(?:要求|规定|标准|红线|底线|上限|下限|门槛|保本线|及格线|目标|限值|警戒线"
    r"|限额|限度|限制|承诺|承载量|期限|时限)"
)
_LINE: Final = rf"(?:[^，。；\d]{{0,6}}?{_WALL})"
_OVER: Final = (
    r"(?:没有?|未曾?|并未|从未|尚未)(?:越过|突破|冲破|触碰|触及|踩过|超过|超出|高于|跌破|跌穿|低于)了?"
)
_VERDICT: Final = re.compile(
    rf"(?P<bad>{_NOT}(?:达标|合格|合规|过关|符合{_LINE}|满足{_LINE}|达到了?{_LINE}|守住了?{_LINE})|超标|超限|超线|越线|踩线|破线|违规|触线"
    rf"|(?:越过|突破|冲破|触碰|踩过|跌破|跌穿)了?{_LINE}|在[^，。；]{{0,14}}?{_LINE}(?:以外|之外))"
    rf"|(?P<good>{_NOT}(?:超标|超限|超线|越线|踩线|破线|违规|触线|突破|越界)|{_OVER}(?:[^，。；“”]{{0,12}}?的)?{_LINE}|达标|合格|合规|过关"
    rf"|(?:符合|满足|达到|守住|兑现)了?{_LINE}|(?<!不)在[^，。；]{{0,14}}?{_LINE}(?:以内|之内)|在(?:限|限额)[以之]?内)"
    r"(?:了|的)?(?=[，,。；;、！（）()“”\s]|$)"
)
_END: Final = re.compile(r"[，,；;：:。！？!?\n（）()“”、]")
UNSURE: Final = re.compile(
    r"[或若将曾？?]|如果|假如|只要|才[能算会]?|应当?|必须|须|需要|是否|能否|为了|确保|力争|争取|预计|计划|可能|也许|认为|以为|哪怕|即使|否则|倘|避免|防止"
    r"|其他|其余|另|去年|上年|此前|原来|过去|当时|[0-9]|就算|视为|属于|判定|谁|只有|除|不再|部|证|检查|整改"
)
# Who says so, where the text goes on without contradicting it
_SPEAKER: Final = re.compile(
    r"^[^，。；\d]{0,8}?(?:称|说|表示|认为|宣称|自称|声称|强调|报告|公告)(?:自己|自身|其|该[院厂店校行司]|这[一]?)?"
)
_CONTRADICTED: Final = re.compile(
    r"[，。；][^。\n]{0,24}(?:但|却|然而|实际上|其实|核查|不实|有误|并不|认定|算错|可是)"
)
_DIGITS: Final = re.compile(r"\d")
_ASIDE_OF: Final = re.compile(r"(?:均|都|也|仍|依然|始终|一直|一?并|同样|各自|全部|悉数)+$")
_REACH: Final = 30  # characters before a verdict in which its clause begins


@value
class Verdict:
    """Where a verdict stands in the line, whether it is a good one, its words, and what stands before in its clause."""

    start: int
    end: int
    good: bool
    words: str
    lead: str


def verdicts(piece: Prose, begin: int) -> Iterator[Verdict]:
    """The verdicts of a line behind an offset into it that the text stands by."""
    for match in _VERDICT.finditer(piece.text, begin):
        lead = behind_last(_END, piece.text[max(0, match.start() - _REACH) : match.start()])
        own = _SPEAKER.sub("", lead)
        if own != lead and _CONTRADICTED.match(piece.text, match.end()):
            continue
        if not UNSURE.search(own + _DIGITS.split(match[0].partition("在")[0])[0]):
            yield Verdict(match.start(), match.end(), match["good"] is not None, match[0], own)


def plain(lead: str) -> str:
    """What the words before a verdict name, without 均, 也 and the like."""
    return _ASIDE_OF.sub("", lead)
