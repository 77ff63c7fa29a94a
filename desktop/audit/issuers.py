"""Whose a product is, in the words of a text: 某集团旗下的Y, Y作为某银行推出的产品, 其中九成由Y贡献."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.lines import clause_start
from desktop.core.dossier import Dossier
from desktop.core.source import Source
from desktop.core.span import Anchor
from desktop.core.value import once, value

_VERB: Final = re.compile(r"旗下|推出|发行|运营|开发|的(?=[^，,。；、：\n]{0,10}产品)")
_WHO: Final = r"(?P<who>[\u4e00-\u9fffA-Za-z]{2,10}?)(?:自主|独立|早期|最早|近年|最新|负责)?$"
_LINK: Final = re.compile(rf"(?:作为|是由|[是由系归]|属于|被(?:称作|称为|介绍为|视为)){_WHO}")
_ALONE: Final = re.compile(_WHO)
_FIRM: Final = re.compile(r"(?:银行|公司|集团|科技|金服|金融|保险|证券|消金|互联|网络|汽车|股份|控股|电商)$")
_NOBODY: Final = re.compile(
    r"^(?:[该本其某各自]|公司|企业|平台|银行$|集团$|机构|官方|国家|政府)|[的了在与和]"
)
_KIND: Final = r"(?:产品|业务|服务|品牌|平台|项目|应用)"
_BEHIND: Final = re.compile(rf"的?(?:[^，,。；、\n]{{0,10}}?{_KIND}(?:之一)?[，,、]?)?\s*[“\"]?")
_TIME: Final = re.compile(r"(?:今年|去年|近年|目前|当前|现在|如今)+$")
_SHARE: Final = re.compile(
    r"由(?P<what>[^，。]{2,12}?)(?:贡献|带来)|占(?P<who>[\u4e00-\u9fffA-Za-z]{2,8}?(?:银行|公司|集团))"
)
_ENDS: Final = re.compile(r"[，,。；;！？\n]")
_WIDE: Final = 30  # characters to either side of the words that tell
_STRIP: Final = re.compile(r"(?:股份|有限|公司|集团|控股|银行)+$")


@value
class Issued:
    """A product, whose it is said to be, and where."""

    what: str
    who: str
    anchor: Anchor


@once
def issuers(dossier: Dossier) -> tuple[Issued, ...]:
    """What a text says of the owners of its products, the first place for each pair."""
    names = {_TIME.sub("", n) for n in {dossier.product.zh, *(f.entity.zh for f in dossier.figures)}}
    known = tuple(sorted((n for n in names if 2 <= len(n) <= 12), key=lambda n: (-len(n), n)))
    found = {(i.what, i.who): i for s in dossier.sources for i in _told(s, known)}
    for figure in dossier.figures:
        part = _SHARE.search(figure.indicator.zh) if figure.role == "ratio" else None
        what, who = (part["what"] or figure.entity.zh, part["who"] or figure.entity.zh) if part else ("", "")
        if what and _FIRM.search(who) and not one_owner(what, who):
            one = Issued(what, who, _clause(dossier, figure.anchor, who))
            found.setdefault((one.what, one.who), one)
    return tuple(found.values())


def one_owner(one: str, other: str) -> bool:
    """Whether two names may be one owner's: the short one begins, or is within, the long one."""
    a, b = _STRIP.sub("", one) or one, _STRIP.sub("", other) or other
    return a in b or b in a


def _clause(dossier: Dossier, at: Anchor, who: str) -> Anchor:
    """The clause around a number, from the owner on where it is named shortly before."""
    source = dossier.source(at.source)
    if source is None or not at.holds(source.text):
        return at
    named = source.text.rfind(who, max(0, at.start - _WIDE), at.start)
    start = named if named >= 0 else clause_start(source.text, at.start)
    end = _ENDS.search(source.text, at.end)
    stop = min(end.start() if end is not None else len(source.text), at.end + _WIDE)
    return Anchor(at.source, start, stop, source.text[start:stop])


def _told(source: Source, known: tuple[str, ...]) -> Iterator[Issued]:
    text = source.text
    for match in _VERB.finditer(text):
        begin = max(clause_start(text, match.start()), match.start() - _WIDE)
        before = text[begin : match.start()].lstrip('“"（(')
        begin = match.start() - len(before)
        linked = _LINK.search(before)
        head = linked or _ALONE.match(before)
        if head is None or _NOBODY.search(head["who"]):
            continue
        if match[0] != "旗下" and not _FIRM.search(head["who"]):
            continue
        ahead = before[: head.start()].rstrip("“”\"' ")
        what = next((n for n in known if ahead.endswith(n)), "") if linked else ""
        start, end = begin + (0 if what else head.start()), match.end()
        if not what:
            behind = _BEHIND.match(text, match.end())
            at = behind.end() if behind is not None else match.end()
            what = next((n for n in known if text.startswith(n, at)), "")
            end = at + len(what)
        if what and not one_owner(what, head["who"]):
            yield Issued(what, head["who"], Anchor(source.id, start, end, text[start:end]))
