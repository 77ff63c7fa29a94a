"""The number of reasons that a title, introduction or ending announces, against the sections that give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result
from desktop.audit.enumerations import number_of
from desktop.audit.no_list import of_the_clock
from desktop.audit.numbered_heads import name_of, numbered
from desktop.audit.set_out import set_out
from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.finding import Input, Passed
from desktop.core.span import Anchor
from desktop.core.text import Text, same
from desktop.core.verdict import VERDICTS

KEY: Final = "announced"
_N: Final = r"[两三四五六七八九十]|十[一二]|[2-9]|1[0-2]"
_SAID_OF: Final = (
    "原因|理由|线索|裂缝|症结|教训|败因|病根|病因|死因|推手|因素|难关|硬伤|缺口|压力|问题|坑|短板|漏洞"
    "|难题|弱点|软肋|困局|困境|矛盾"
    "|陷阱|瓶颈|障碍|诱因|误区|疑点|角度|侧面|维度|力量|推力|变量|死结|败笔|真相|谜|痛点|隐患|拐点|节点"
)
_ALWAYS: Final = "原因|理由|线索|裂缝|症结|教训|败因|病根|病因|推手|因素|难关|硬伤|缺口|维度"
_ADJECTIVE: Final = r"(?:主要|核心|关键|重要|致命|深层|根本|现实|典型|真正|内在|外部)?的?"
_REASONS: Final = re.compile(
    rf"(?:{_ALWAYS})(?:主要|大致|大概|归结起来|归纳起来|不外乎|无非|总共|一共|共|就|也|有|是|为|以下|如下)+"
    rf"(?P<m>{_N})(?:大|个|条|点|项|道|处|重|层)(?=[，,。：:；]|$)|"
    rf"(?P<n>{_N})(?:大|个|条|点|项|道|处|重|层)?(?:(?:方面|层面|维度|类)的?)?(?:主要|核心|关键|重要)?的?(?:{_ALWAYS})"
    r"|\b(?P<en>two|three|four|five|six|seven|eight|nine|ten) (?:\w+ )?(?:reasons|causes|explanations|mistakes"
    r"|culprits)\b"
)
# Open nouns, and counts without a noun: 六重压力, 五笔账, 归成六条; only where sections are numbered, near misses only.
_OPEN: Final = re.compile(
    rf"(?<![第前后头另每这那剩余二三四五六七八九十百千万年月\d.])(?P<n>{_N})(?:"
    rf"(?:重|层|道|座|桩|宗|处|把|股|根|记|大|个|条|点|项|方面|种|类|笔){_ADJECTIVE}(?:{_SAID_OF})"
    r"|重(?:危机|风险|考验|夹击|围剿|枷锁|关[卡口])|道(?:坎|关|门槛|难关|伤)|座大?山"
    r"|[笔本][\u4e00-\u9fff]{0,3}账|桩事|宗罪|根稻草|把刀"
    r"|(?:条|点|层|个方面|项|桩|重|类|笔)(?=[，,。；\n“”]|$))"
)
_OWN: Final = (  # what the sections call themselves: 六个细节 before 细节一, 细节二, …
    rf"(?<![第前后头另每这那剩余二三四五六七八九十百千万年月\d.])(?P<n>{_N})"
    rf"(?:个|条|处|项|点|大|类|种|笔|道|重)?{_ADJECTIVE}"
)
# Any count in a sentence that says how the text goes on (下面分五点来说) or, in the ending, refers back to it.
_ANY: Final = re.compile(
    rf"(?<![第前后头另每剩余二三四五六七八九十百千万年月\d.])(?P<n>{_N})(?:个(?!月|百分点|小时|季)|大"
    rf"|点(?!钟|[一二三四五六七八九十\d])|条|项|种|层|重|道|步|笔|桩|方面|件|处)"
    rf"{_ADJECTIVE}(?:(?:方面|角度|层面|维度|侧面|问题|环节|话题|线索|部分|方向|切面|步骤|因素|原因"
    rf"|理由|事情?|账)(?!之[一外]|以外|[中里]的)"
    r"|(?=[上里来去逐梳归拆说讲看谈分解复展入交写算叠共累合造综所都均就是]|[，,。；：:\n“”）)]|$))"
)
_ON: Final = re.compile(
    r"本文|下面|以下|去[说看讲]|从$|问题出在|症结|下文|文章|全文|接下来|梳理|复盘|归纳|总结|概括|拆|分[成为]?$|分(?:成|为|作"
    r"|[两三四五六七八九十\d])|逐[一个条项]|一一|分析|解释|来[说看讲]|[说讲]起|说说|讲讲|原因|理由|为什么|为何|答案|背后"
)
_BACK: Final = re.compile(
    r"[这述上]$|综上|总之|归根|总的|说到底|可见|叠加|共同|合力|交织|所致|造成|结果|缺一不可"
)
_EN_ANY: Final = re.compile(
    r"\b(?P<en>two|three|four|five|six|seven|eight|nine|ten) (?:\w+ )?(?:things|factors|forces|points"
    r"|threads|pressures|problems|answers)"
    r"(?= (?:explain|account|lie|lay|stand|are to blame|were to blame|did it|killed|brought|drove|made"
    r"|follow|below|here|in turn|came together))",
    re.I,
)
_REFERS: Final = ("这", "上述", "以上", "前述")
_BARE: Final = re.compile(r".(?:条|点|层|个方面|项|桩|重|类|笔)$")
_SUMS: Final = re.compile(
    r"(?:归|拆|分|总结|概括|梳理|归纳|整理|提炼|写|列|理|拎|说|数)[^，,。；]{0,4}(?:成|为|出|了|作)$"
)
_PARTIAL: Final = re.compile(
    r"[不没未][^，,]{0,6}$|[只仅光][^，,是]{0,4}$|其中[^，,]{0,6}$|除了?[^，,]{0,6}$"
)
_ELSEWHERE: Final = re.compile(
    r"^[^，,]{0,14}[：:]|如下|(?:分别|依次)(?:是|为)|(?:即|包括)[^，。]|其一|一是|首先|第一[，、是]|、[^。]*、"
)
_CLOSING: Final = re.compile(
    r"大事|时间[线轴]|年表|年谱|编年|纪年|始末|结[语尾论]|尾声|后记|小结|总结|写在|附|参考|免责|说明"
    r"|前言|引言|导语|背景|最后|余论|来源|怎么办|之后|此后|后来|今后|往后|展望|未来|启示|还[会能]|接下来|下一步|余波|如今"
)
_ONE_EACH: Final = re.compile(
    r"(?:^|[：:，,；;])\s*(?:第?[一二三四五六七八九]|另一)[本笔个条是类项道块件家层步种]?是?"
)
_NAMES, _AND = re.compile(r"(?:[\u4e00-\u9fff]{0,6}[：:][^，,。；]*)?"), re.compile(r"、|以及|[和与及]")
_ENDINGS: Final = ("conclusion", "outlook")
_LEAST: Final = 3  # sections
_APART: Final = 2  # a slip is off by one or two
_EN: Final = {
    w: n
    for n, w in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    )
}
ANNOUNCED = Text("所称", "announced")
SECTIONS = Text(
    "文中说{0}，正文分述的却是{1}个原因。", "The text announces {0} but goes on to give {1} reasons."
)
HEADS = Text(
    "文中说{0}，正文分述的部分却有{1}个。", "The text announces {0} but has {1} sections that tell them."
)


def counted_heads(dossier: Dossier) -> Iterable[Result]:
    """Hold the numbers of title, introduction and ending against the sections."""
    first = next((f for f in dossier.factors if not f.is_reason and f.kind == "introduction"), None)
    if first is None or not dossier.reasons:
        return
    heads = numbered(dossier)
    found = len(heads) or len([f for f in dossier.reasons if not f.parent])
    told: set[int] = set()
    for match, text in _told(dossier, first, _REASONS):
        told.update(range(match.start(), match.end()))
        number = _number(match)
        if not _listed(text, match, found) and (number == found or not set_out(dossier, number)):
            yield _held(dossier, first, match, number, found, sure=bool(heads))
    heads = heads or tuple(f for f in dossier.reasons if not f.parent)
    if len(heads) < _LEAST:
        return
    rest = [f for f in dossier.factors if not f.parent and f not in heads and f is not first]
    named = found + len(  # sections that may count, too
        [f for f in rest if f.kind not in _ENDINGS and not _CLOSING.search(f.anchor.quote)]
    )
    name = name_of(heads)
    patterns = (
        [_OPEN, _ANY, _EN_ANY, re.compile(_OWN + re.escape(name))]
        if len(name) > 1
        else [_OPEN, _ANY, _EN_ANY]
    )
    ending = rest[-1] if rest and rest[-1].section[0] > heads[-1].section[0] else heads[-1]
    apart: set[int] = set()  # counts of a list that the opening itself gives
    for factor in (first, ending):
        seen = set(told) if factor is first else set()
        for match, text in (m for p in patterns for m in _told(dossier, factor, p)):
            number = _number(match)
            if _listed(text, match, found):
                apart.add(number)
            near = number == found or (_LEAST <= number != named and abs(number - found) <= _APART)
            if (
                near
                and (number not in apart or factor is first)
                and match.start() not in seen
                and (number == found or not set_out(dossier, number))
                and (text[: match.start()].endswith(_REFERS) or not _listed(text, match, found))
                and _meant(text, match, found, ending=factor is not first)
            ):
                seen.add(match.start())
                yield _held(dossier, factor, match, number, found, sure=True)


def _number(match: re.Match[str]) -> int:
    parts = match.groupdict()
    return _EN[parts["en"].lower()] if parts.get("en") else number_of(parts.get("n") or parts.get("m") or "")


def _told(dossier: Dossier, factor: Factor, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], str]]:
    source = dossier.source(factor.anchor.source)
    if source is not None:
        text = source.text[slice(*factor.section)]
        for match in pattern.finditer(text):
            yield match, text


def _meant(text: str, match: re.Match[str], found: int, *, ending: bool) -> bool:
    """Whether a count is of the sections: without a noun it sums up (归成六条), in the ending it opens a sentence."""
    lead = re.split(r"[。！？\n]", text[: match.start()])[-1]
    if of_the_clock(lead):
        return False
    if match.re in (_ANY, _EN_ANY):
        rest = re.split(r"[。！？\n]", text[match.end() :], maxsplit=1)[0]
        listed = len(
            re.split(r"、|以及|[和与及]", lead.rpartition("，")[2])
        )  # 从合规、风控、…、组织等七个方面: as many as the sections
        if _PARTIAL.search(lead) or ("、" in lead and (listed != found or not lead.endswith("等"))):
            return False
        if match.re is _EN_ANY:
            return True
        if ending:
            return (_BACK.search(lead) or _BACK.search(rest)) is not None
        return (_ON.search(lead) or _ON.search(rest)) is not None
    if _PARTIAL.search(lead) or (ending and lead.strip("# 这上述以，")):
        return False
    return (
        _BARE.match(match[0]) is None
        or _SUMS.search(text[max(0, match.start() - 10) : match.start()]) is not None
    )


def _listed(text: str, match: re.Match[str], found: int) -> bool:
    """Whether a list of its own follows the number, so that it need not be that of the sections."""
    if _number(match) == found:
        return False
    rest = re.split(r"[。\n]", text[match.end() :], maxsplit=1)[0]
    if len(_ONE_EACH.findall(rest)) == _number(match):
        return True  # 三本账：一本是…，一本是…，一本是…
    if len(_AND.split(_NAMES.match(rest)[0])) == _number(match):  # type: ignore[index]
        return True  # 三本账：苹果、快递和光伏
    behind = text[match.end() + len(rest) :]
    return (
        _ELSEWHERE.search(rest) is not None
        or re.match(r"[。\s]*\n\s*(?:[-*•·]|\d+[.、)）])\s", behind) is not None
    )


def _held(
    dossier: Dossier, factor: Factor, match: re.Match[str], number: int, found: int, *, sure: bool
) -> Result:
    source, start = factor.anchor.source, factor.section[0] + match.start()
    anchor = Anchor(source, start, start + len(match[0]), match[0])
    own = [
        f.id for f in dossier.figures if f.anchor.source == source and f.anchor.start <= start < f.anchor.end
    ]
    about = (*own, factor.id)
    if number == found:
        return Passed(KEY, about, VERDICTS["consistent"], same(f"{number} = {number}"))
    said = (HEADS if sure else SECTIONS).format(quote(match[0]), found)
    inputs = (Input(ANNOUNCED, quote(match[0]), about[0]),)
    verdict = "inconsistent" if sure else "ambiguous"
    written = same(f"{number} ≠ {found}")
    return say.told(KEY, verdict, about, inputs, written, said, (anchor,), "sections", tag=match[0])
