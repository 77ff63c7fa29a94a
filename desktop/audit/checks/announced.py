"""Counts that a text announces ("three conditions", "eight dimensions") against what follows or goes before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import flat, quote
from desktop.audit.apposed import apposed
from desktop.audit.check import Result, World, check
from desktop.audit.counted_above import counted_above, out_of_count
from desktop.audit.counted_heads import ANNOUNCED, KEY, counted_heads
from desktop.audit.counted_places import counted_places
from desktop.audit.counted_turns import counted_turns
from desktop.audit.enumerations import Listed, list_after, list_before, number_of
from desktop.audit.marks import LATIN
from desktop.audit.no_list import counts_no_list
from desktop.audit.numbered_heads import misnumbered
from desktop.audit.scope import Section, Whole
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.finding import Input, Passed
from desktop.core.span import Anchor
from desktop.core.text import Text, same
from desktop.core.verdict import VERDICTS

_NUM: Final = r"(?P<n>[两三四五六七八九十]|十[一二]|[2-9]|1[0-2])"
_THINGS: Final = (
    r"(?P<thing>(?:大|个|项|类|样|种|点|条|方面|重|步|件|道|款|家|座|位|名|支|档|级|层|环|轮|桩|宗|笔"
    r"|处|招|句|幕|拳|问|课|坑|关|股|根|拨|份|篇|本|张|台|批|场|次|段|块|扇|把|颗|辆|套|组|群)?(?:主要|核心|关键|基本|重要|不同|重大|显著|常见|明显)?的?"
    r"(?:维度|方面|原因|因素|条件|突破|措施|举措|问题|难题|挑战|阶段|步骤|渠道|类型|类别|板块|环节|要求"
    r"|特点|优势|方向|任务|目标|业务|产品|部门|城市|指标|部分|层次|来源|风险|趋势|变化|系列|品牌|模块"
    r"|中心|车型|国家|地区|省份|工序|品类|部委|型号|东西|事情?|话)?)"
)
_ENDS: Final = re.compile(rf"等(?:这)?{_NUM}{_THINGS}")
# It begins with a numeral and goes on with what can begin a thing, so that most numbers are passed at once.
_HEAD: Final = re.compile(
    r"(?P<n>[两三四五六七八九十1-9](?:(?<!1)|(?<=1)[0-2]))"
    r"(?=[大个项类样种点条方重步件道款家座位名支档级层环轮桩宗笔处招句幕拳问课坑股根拨份篇本张台批场次段块扇把颗辆套组群主核关基不显常明的维原因突措举问难挑阶渠板要特优任目业产部城指来风趋变系品模中车国地省工型东事])"
    + _THINGS
)
_BEFORE: Final = frozenset(
    "第零一二三四五六七八九十百千万年月."
)  # no number begins behind these, or behind a digit
_OPENS: Final = re.compile(
    r"(?P<gap>[^。；\n：:，,]{0,10}?)(?:(?P<clause>[，,][^。；\n：:，,]{0,16}?)?(?P<colon>[：:]|——)"
    r"|[，,]?(?:分别|依次)(?:是|为)|[，,]?(?:包括|即)|[，,](?=《|要么|或者?是|[^，,、。；\n其包例比像尤除但而如]{2,6}、)|(?P<stop>。)\s*"
    r"(?=一是|其一|第一[，、个类条种项步点道重层方位是]|首先|一要|一则|[（(]一[）)])|(?<![不也就都正仅只这那而，,])是)"
)
_HAS: Final = re.compile(  # 原因有三：, 好处有二。其一…
    r"有(?P<n>[两二三四五六七八九])(?:(?P<colon>[：:])|[，。]\s*(?=一是|其一|第一|首先|一要|一则))"
)
_CLOSES: Final = re.compile(
    r"(?:费用|支出|开支|成本|相加)?(?:合计|合共|总计|共计|总共|一共|共|加起来|合起来|加在一起|之和)"
)
_EN: Final = re.compile(
    r"\b(?P<n>two|three|four|five|six|seven|eight|nine|ten)\s+(?:\w+\s+)?(?P<thing>reasons|factors"
    r"|conditions|steps|areas|measures|"
    r"categories|parts|types|groups|segments|regions|channels|stages|dimensions|products|risks|changes"
    r"|goals|countries|cities)\b"
    r"[^.:\n]{0,20}:\s*(?P<list>[^.\n]{5,300})", re.I
)  # fmt: skip
_EN_OPEN: Final = re.compile(
    r"\b(?P<n>two|three|four|five|six|seven|eight|nine"
    r"|ten)\s+(?P<thing>(?:[a-z]+ )?[a-z]{3,}s)\b(?<!years)(?<!months)(?<!weeks)(?<!days)(?<!hours)"
    r"(?<!times)(?<!points)(?<!others)[^.:;\n\d]{0,12}:\s*(?P<list>[^.:;\n\d]{5,200})(?=\.|$)", re.I
)  # fmt: skip
_EN_WORDS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_EN_NUM: Final = {w: n for n, w in enumerate(_EN_WORDS)}
WRONG = Text("文中说{0}，列出的却是{1}项：{2}。", "The text announces {0} but lists {1}: {2}.")

SKIPS = Text("{0}之前刚列到第{1}点，次序不连续。", "{0} follows on point {1}, which is out of order.")
NUMBER = Text(
    "标题{0}按次序是第{1}个，编号却是{2}，与前后不连续。",
    "The heading {0} is number {1} in order but is numbered {2}, out of step with those beside it.",
)


_COUNTED: Final = re.compile(r"[\u4e00-\u9fff]\d+[家个人户名件只台]$")


@check(KEY, "列举数目", "announced counts", "section", "dossier")
def run(piece: Section | Whole, _world: World) -> Iterable[Result]:
    """Check counts that announce or close a list."""
    if isinstance(piece, Whole):
        yield from counted_heads(piece.dossier)
        yield from _out_of_order(piece.dossier)
        return
    text = piece.text
    for match in _ENDS.finditer(text):
        number = number_of(match["n"])
        if number and match["thing"].strip("的"):
            yield from _held(
                piece, match.start("n"), match.end(), number, list_before(text, match.start(), number)
            )
    turns = list(counted_turns(text))
    agreed = {one.start for one in turns if one.number == len(one.items)}
    for match in _HEAD.finditer(text):
        if match.start("n") in agreed or not _begins(text, match.start()) or not match["thing"].strip("的"):
            continue
        number = number_of(match["n"])
        opens = _OPENS.match(text, match.end())
        if not number or opens is None or _CLOSES.match(text, match.end()):
            continue  # 三项合计75元 closes what stands before it
        if opens["gap"].endswith(("中", "里", "内")) and not opens["colon"]:
            continue  # 五家分店中，东店、西店和南店盈利: some of them
        quoted = text[match.start() - 1 : match.start()] == "“" and _begins(text, match.start() - 1)
        if quoted and not (opens["colon"] and opens["gap"].endswith("”")):
            continue  # “四个中心” is a name, unless a list is set out right after it
        direct = not opens["clause"] and "的" not in opens["gap"]
        listed = list_after(text, opens.end(), number, colon=bool(opens["colon"]), direct=direct)
        yield from _held(piece, match.start("n"), match.end("thing"), number, listed)
    for match in _HAS.finditer(text):
        number = number_of(match["n"])
        listed = list_after(text, match.end(), number, colon=match["colon"] is not None, direct=True)
        yield from _held(piece, match.start(), match.end("n"), number, listed)
    for one in (*apposed(text), *counted_above(piece), *turns, *counted_places(text)):
        yield from _said(piece, one.start, one.end, one.number, one.items)
    for start, end, number, before in out_of_count(text):
        anchor = piece.anchor(start, end)
        said = SKIPS.format(quote(flat(anchor.quote)), before)
        written = same(f"{before} → {number}")
        yield say.told(
            KEY, "inconsistent", (piece.factor.id,), (), written, said, (anchor,), tag=f"skip:{start}"
        )
    told: set[int] = set()
    for match in chain(_EN.finditer(text), _EN_OPEN.finditer(text)) if LATIN in piece.marks else ():
        items = [p.strip() for p in re.split(r"[,;]\s*(?:and\s+)?|\s+and\s+", match["list"]) if p.strip()]
        number = _EN_NUM[match["n"].lower()]
        sure = match.re is _EN or (
            len(items) > 2 and abs(len(items) - number) <= 2 and " and " in match["list"]
        )
        if len(items) >= 2 and sure and match.start() not in told:
            told.add(match.start())
            yield _told(piece, match.start("n"), match.end("thing"), number, items)


def _out_of_order(dossier: Dossier) -> Iterable[Result]:
    """Headings whose number does not follow on the one before."""
    for one in misnumbered(dossier):
        head = quote(flat(one.factor.anchor.quote.lstrip("# "))[:24])
        said = NUMBER.format(head, one.place, one.number)
        anchors = tuple(f.anchor for f in (one.factor, one.before) if f is not None)
        written = same(f"{one.number} ≠ {one.place}")
        yield say.told(
            KEY, "inconsistent", (one.factor.id,), (), written, said, anchors, "heading", tag="heading"
        )


def _begins(text: str, at: int) -> bool:
    """Whether a number, or the quotation mark before one, is the first of its word."""
    return not at or not (text[at - 1] in _BEFORE or text[at - 1].isdecimal())


def _held(piece: Section, start: int, end: int, number: int, listed: Listed) -> Iterable[Result]:
    """A count against its list; nothing where the list may be another one, or only a part of it."""
    agrees = number == len(listed.items)
    if len(listed.items) >= 2 and (agrees or (listed.clear and not listed.may_be(number))):
        yield from _said(piece, start, end, number, listed.items)


def _said(piece: Section, start: int, end: int, number: int, items: list[str]) -> Iterable[Result]:
    if number != len(items) and any(_COUNTED.search(i) for i in items):
        return  # 银行2家、消费金融公司4家、小贷公司5家: the last of them, not how many
    if number == len(items) or not counts_no_list(piece.text, start, end, number, items):
        yield _told(piece, start, end, number, items)


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
