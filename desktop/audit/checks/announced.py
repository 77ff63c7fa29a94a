"""Counts that a text announces ("three conditions", "eight dimensions") against what follows or goes before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.enumerations import Listed, list_after, list_before, number_of
from desktop.audit.marks import LATIN
from desktop.audit.scope import Section, Whole
from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.finding import Input, Passed
from desktop.core.span import Anchor
from desktop.core.text import Text, same
from desktop.core.verdict import VERDICTS

KEY: Final = "announced"
_NUM: Final = r"(?P<n>[两三四五六七八九十]|十[一二]|[2-9]|1[0-2])"
_THINGS: Final = (
    r"(?P<thing>(?:大|个|项|类|样|种|点|条|方面|重|步|件|道|款|家|座|位|名|支|档|级|层|环|轮)?(?:主要|核心|关键|基本|重要|不同|重大|显著|常见|明显)?的?"
    r"(?:维度|方面|原因|因素|条件|突破|措施|举措|问题|难题|挑战|阶段|步骤|渠道|类型|类别|板块|环节|要求|特点|优势|方向|任务|目标|业务|产品|部门|城市|指标|部分|层次|来源|风险|趋势|变化|系列|品牌|模块|中心|车型|国家|地区|省份|工序|品类|部委|型号|东西|事情?)?)"
)
_ENDS: Final = re.compile(rf"等(?:这)?{_NUM}{_THINGS}")
# It begins with a numeral and goes on with what can begin a thing, so that most numbers are passed at once.
_HEAD: Final = re.compile(
    r"(?P<n>[两三四五六七八九十1-9](?:(?<!1)|(?<=1)[0-2]))"
    r"(?=[大个项类样种点条方重步件道款家座位名支档级层环轮主核关基不显常明的维原因突措举问难挑阶渠板要特优任目业产部城指来风趋变系品模中车国地省工型东事])"
    + _THINGS
)
_BEFORE: Final = frozenset(
    "第零一二三四五六七八九十百千万年月."
)  # no number begins behind these, or behind a digit
_OPENS: Final = re.compile(
    r"(?P<gap>[^。；\n：:，,]{0,10}?)(?:(?P<clause>[，,][^。；\n：:，,]{0,16}?)?(?P<colon>[：:])|[，,]?(?:分别|依次)(?:是|为)|[，,]?(?:包括|即)|(?<![不也就都正仅只这那而，,])是)"
)
_CLOSES: Final = re.compile(
    r"(?:费用|支出|开支|成本|相加)?(?:合计|合共|总计|共计|总共|一共|共|加起来|合起来|加在一起|之和)"
)
_EN: Final = re.compile(
    r"\b(?P<n>two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s+)?(?P<thing>reasons|factors|conditions|steps|areas|measures|"
    r"categories|parts|types|groups|segments|regions|channels|stages|dimensions|products|risks|changes|goals|countries|cities)\b"
    r"[^.:\n]{0,20}:\s*(?P<list>[^.\n]{5,300})", re.I
)  # fmt: skip
_EN_WORDS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_EN_NUM: Final = {w: n for n, w in enumerate(_EN_WORDS)}
ANNOUNCED = Text("所称", "announced")
WRONG = Text("文中说{0}，列出的却是{1}项：{2}。", "The text announces {0} but lists {1}: {2}.")
SECTIONS = Text(
    "文中说{0}，正文分述的却是{1}个原因。", "The text announces {0} but goes on to give {1} reasons."
)


@check(KEY, "列举数目", "announced counts", "section", "dossier")
def run(piece: Section | Whole, _world: World) -> Iterable[Result]:
    """Check counts that announce or close a list."""
    if isinstance(piece, Whole):
        yield from _reasons(piece)
        return
    text = piece.text
    for match in _ENDS.finditer(text):
        number = number_of(match["n"])
        if number and match["thing"].strip("的"):
            yield from _held(piece, match, match.end(), number, list_before(text, match.start(), number))
    for match in _HEAD.finditer(text):
        if not _begins(text, match.start()) or not match["thing"].strip("的"):
            continue
        number = number_of(match["n"])
        opens = _OPENS.match(text, match.end())
        if not number or opens is None or _CLOSES.match(text, match.end()):
            continue  # 三项合计75元 closes what stands before it
        quoted = text[match.start() - 1 : match.start()] == "“" and _begins(text, match.start() - 1)
        if quoted and not (opens["colon"] and opens["gap"].endswith("”")):
            continue  # “四个中心” is a name, unless a list is set out right after it
        direct = not opens["clause"] and "的" not in opens["gap"]
        listed = list_after(text, opens.end(), number, colon=bool(opens["colon"]), direct=direct)
        yield from _held(piece, match, match.end("thing"), number, listed)
    for match in _EN.finditer(text) if LATIN in piece.marks else ():
        items = [p.strip() for p in re.split(r"[,;]\s*(?:and\s+)?|\s+and\s+", match["list"]) if p.strip()]
        number = _EN_NUM[match["n"].lower()]
        if len(items) >= 2:
            yield _told(piece, match.start("n"), match.end("thing"), number, items)


def _begins(text: str, at: int) -> bool:
    """Whether a number, or the quotation mark before one, is the first of its word."""
    return not at or not (text[at - 1] in _BEFORE or text[at - 1].isdecimal())


def _held(piece: Section, match: re.Match[str], end: int, number: int, listed: Listed) -> Iterable[Result]:
    """A count against its list; nothing where the list may be another one, or only a part of it."""
    agrees = number == len(listed.items)
    if len(listed.items) >= 2 and (agrees or (listed.clear and not listed.may_be(number))):
        yield _told(piece, match.start("n"), end, number, listed.items)


def _told(piece: Section, start: int, end: int, number: int, items: list[str]) -> Result:
    anchor = Anchor(piece.source, piece.start + start, piece.start + end, piece.text[start:end])
    figures = _figures(piece, anchor)
    about = tuple(f.id for f in figures) or (piece.factor.id,)
    if number == len(items):
        return Passed(KEY, about, VERDICTS["consistent"], same(f"{number} = {len(items)}"))
    said = WRONG.format(quote(anchor.quote), len(items), say.listed([quote(i.strip()[:12]) for i in items]))
    inputs = (Input(ANNOUNCED, quote(anchor.quote), about[0]),)
    written = same(f"{number} ≠ {len(items)}")
    return say.told(KEY, "inconsistent", about, inputs, written, said, (anchor,), tag=anchor.quote)


def _figures(piece: Section, anchor: Anchor) -> list[Figure]:
    return list(piece.between(anchor.start, anchor.end)) or [
        f for f in piece.between(anchor.start - 12, anchor.start) if f.anchor.end > anchor.start
    ]


_NUMBERED: Final = re.compile(r"(?P<n>[一二三四五六七八九十]|\d{1,2})(?:、|[.．]\s*(?!\d))")
_COUNTED: Final = re.compile(
    r"(?:[^\w\u4e00-\u9fff]*(?:第|其|之|(?:原因|理由|线索|教训|症结|败因|裂缝|问题|因素|Reason|No\.?|#)\s*(?:之)?))?\s*(?P<n>[一二三四五六七八九十]|\d{1,2})"
    r"(?:、|[.．)）]\s*(?!\d)|[：:]|[道重点条个层步章笔道课方](?:[^：:\s]{0,4})?[：:、，\s])"
)
_SAID_OF: Final = r"(?:原因|理由|线索|裂缝|症结|教训|败因|病根|病因|推手|因素|难关|硬伤|缺口)"
_REASONS: Final = re.compile(
    rf"{_SAID_OF}(?:主要|大致|大概|归结起来|归纳起来|不外乎|无非|总共|一共|共|就|也|有|是|为|以下|如下)+"
    rf"{_NUM.replace('?P<n>', '?P<m>')}(?:大|个|条|点|项|道|处|重|层)(?=[，,。：:；]|$)|"
    rf"{_NUM}(?:大|个|条|点|项|道|处|重|层|方面的?)(?:主要|核心|关键|重要)?的?(?:维度|{_SAID_OF[3:-1]})"
    r"|\b(?P<en>two|three|four|five|six|seven|eight|nine|ten) (?:\w+ )?(?:reasons|causes|explanations|mistakes"
    r"|culprits)\b"
)


def _reasons(whole: Whole) -> Iterable[Result]:
    """The number of reasons in title or introduction against the sections that give them."""
    dossier = whole.dossier
    first = next((f for f in dossier.factors if not f.is_reason and f.kind == "introduction"), None)
    source = dossier.source(first.anchor.source) if first is not None else None
    if first is None or source is None or not dossier.reasons:
        return
    text = source.text[slice(*first.section)]
    numbered = _numbered(dossier)
    found = numbered or len(dossier.reasons)
    for match in _REASONS.finditer(text):
        yield _announces(dossier, first, source.id, match, found, sure=bool(numbered))


def _announces(
    dossier: Dossier, first: Factor, source: str, match: re.Match[str], found: int, *, sure: bool
) -> Result:
    number = _EN_NUM[match["en"].lower()] if match["en"] else number_of(match["n"] or match["m"])
    start = first.section[0] + match.start()
    anchor = Anchor(source, start, start + len(match[0]), match[0])
    own = [
        f.id for f in dossier.figures if f.anchor.source == source and f.anchor.start <= start < f.anchor.end
    ]
    about = (*own, first.id)
    if number == found:
        return Passed(KEY, about, VERDICTS["consistent"], same(f"{number} = {number}"))
    said = SECTIONS.format(quote(match[0]), found)
    inputs = (Input(ANNOUNCED, quote(match[0]), about[0]),)
    written = same(f"{number} ≠ {found}")
    verdict = "inconsistent" if sure else "ambiguous"
    return say.told(KEY, verdict, about, inputs, written, said, (anchor,), "sections", tag=match[0])


def _numbered(dossier: Dossier) -> int:
    """How many sections are numbered one, two, three …; 0 where they are not, or with gaps."""
    if _all_numbered(dossier):
        return len([f for f in dossier.reasons if not f.parent])
    heads = [_COUNTED.match(f.anchor.quote.lstrip("# ")) for f in dossier.factors if not f.parent]
    numbers = [int(m["n"]) if m["n"].isdigit() else number_of(m["n"]) for m in heads if m is not None]
    return len(numbers) if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)) else 0


def _all_numbered(dossier: Dossier) -> bool:
    """Whether the reasons are the sections numbered 一, 二, 三 …, without gaps, and no other section is numbered."""
    numbers = [int(n) if n.isdigit() else number_of(n) for f in dossier.factors if (n := _number(f))]
    reasons = [f for f in dossier.reasons if not f.parent]
    return len(numbers) > 1 and numbers == list(range(1, len(reasons) + 1)) and all(map(_number, reasons))


def _number(factor: Factor) -> str:
    found = _NUMBERED.match(factor.anchor.quote.lstrip("# "))
    return found["n"] if found is not None and not factor.parent else ""
