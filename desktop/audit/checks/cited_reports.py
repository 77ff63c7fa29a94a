"""A company's report that is cited without page or wording: whether it says so cannot be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import stated
from desktop.audit.by_hand import weighed
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.audit.wording import Said, cited, items_on, speaks
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import NOTHING, Text

KEY: Final = "cited_reports"
_NAMED: Final = (
    "年报", "年度报告", "半年报", "半年度报告", "中报", "中期报告", "季报", "季度报告", "招股书", "招股说明书",
    "招股文件", "白皮书", "蓝皮书", "研究报告",
)  # fmt: skip
_LOOSE: Final = (
    "财报",
    "财务报告",
    "业绩报告",
    "业绩公告",
)  # of a year, a half or a quarter: the word does not tell
_EN: Final = (
    r"annual report|interim report|quarterly report|financial report|earnings report|prospectus|white paper"
)
_KIND: Final = "|".join(sorted((*_NAMED, *_LOOSE), key=len, reverse=True))
_ANY: Final = re.compile(rf"{_KIND}|{_EN}")
_CITED: Final = re.compile(
    r"(?:^|[，,。；;：:])\s*(?:但是?|而|且|虽然|不过|同时|此外|另外|其中|又|也|据|根据|按照?|依据|参照|援引|另据|查阅|翻阅|从|在)*"
    r"(?P<who>[\u4e00-\u9fffA-Za-z·]{2,14}?)(?:在|于|的|其|发布的|披露的|公布的)*\s*"
    r"(?:(?:19|20)\d\d\s*(?:财?年度?)?)?(?:上半年|下半年|第?[一二三四]季度|\s*Q[1-4])?的?"
    rf"(?P<kind>{_KIND})(?:中|里|内|显示|披露|称|指出|表示|提到|写道|透露|载明|[，,])"
    rf"|(?P<en>[A-Z][\w&.]*(?: [A-Z][\w&.]*){{0,3}})(?:['’]s)? (?:\d{{4}} )?(?P<form>{_EN})\b"
)
_NOBODY: Final = re.compile(
    r"^(?:[该本其某多各一这那此同]|有关|相关|最新|行业|上市|权威|第三|我们|公开|官方|历年|近年|往年|去年|今年|上年|两份|三份|管理|高管|董事|"
    r"公司|企业|银行|平台|机构|集团)|发布|公布|披露|翻|查|看|读|(?:份|次)$|^.{0,2}公司$|^(?:The|This|That|Its|A|An|In|According|Latest)$"
)
# A page, a note or a link; or the wording itself, quoted at length.
_PLACED: Final = re.compile(
    r"第\s*[\d一二三四五六七八九十百]+\s*[页章节]|[Pp](?:age|\.)\s?\d|附注|脚注|https?:|\]\(|\[\d+\]|原文|原话|"
    r"“[^”]{12,}”|\"[^\"]{12,}\""
)
# Some words of the report, which tell what to look for and not where.
_WORDING: Final = re.compile(r"[“\"‘「][^”\"’」]{3,}[”\"’」]")
_INTERIM: Final = re.compile(r"上半年|下半年|季度|Q[1-4]")
_MOST: Final = 3
_WIDE: Final = 40  # characters of a passage that a sentence can quote
QUOTED: Final = Text(
    "文中引{0}，没有写页码{3}{1}；所引的{2}是否出自该报告、口径如何，无从核对。",
    "The text cites {0} without a page{3}{1}, so it cannot be checked whether {2} are from that report, or how they "
    "are defined there.",
)
NEXT: Final = Text(
    "文中引{0}，没有写页码{3}{1}，该报告是否这样说无从核对；其后的{2}是否也出自该报告，文中没有写。",
    "The text cites {0} without a page{3}{1}, so it cannot be checked whether the report says so; nor does the text "
    "say whether what follows ({2}) is from that report, too.",
)
BARE: Final = Text(
    "文中引{0}，没有写页码{3}{1}，该报告是否这样说无从核对。",
    "The text cites {0} without a page{3}{1}, so it cannot be checked whether the report says so.",
)
EDITION: Final = Text(
    "，是年报还是中期报告也没有写明", " and without saying whether it is the annual or an interim report"
)
UNQUOTED: Final = Text("，也没有照录原句", " or the wording")
MORE: Final = Text("{0}等{1}个数", "{0} and {2} more")


@check(KEY, "所引报告", "reports cited", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Look for each report of a named company where it is first cited; one finding a section."""
    if not speaks(whole.dossier, _ANY):
        return
    told: set[str] = set()
    for at, one in enumerate(whole.sentences):
        for match in _CITED.finditer(one.text) if _ANY.search(one.text) else ():
            who = match["who"] or match["en"]
            name = f"{who} {match['kind'] or match['form']}"
            if one.factor in told or name in told or _NOBODY.search(who):
                continue
            after = whole.sentences[at + 1] if at + 1 < len(whole.sentences) else None
            if not _PLACED.search(one.text):
                told |= {one.factor, name}
                yield from _finding(whole.dossier, one, after, match)


def _finding(dossier: Dossier, one: Said, after: Said | None, match: re.Match[str]) -> Iterator[Result]:
    passage = _passage(one, match)
    own = _amounts(dossier, one, match.end())
    follow = after is not None and after.factor == one.factor and after.start <= one.start + len(one.text) + 1
    next_ones = _amounts(dossier, after, 0) if after is not None and follow and not own else []
    figures = own or next_ones
    if weighed(dossier, (one.anchor(0, len(one.text)),), figures):
        return
    pattern = QUOTED if own else NEXT if next_ones else BARE
    shown = say.listed([stated(f) for f in figures[:_MOST]])
    if len(figures) > _MOST:
        shown = MORE.format(shown, len(figures), len(figures) - _MOST)
    loose = match["kind"] in _LOOSE and not _INTERIM.search(match[0])
    quotes = _WORDING.search(one.text) is not None
    said = pattern.format(
        cited(passage), EDITION if loose else NOTHING, shown, NOTHING if quotes else UNQUOTED
    )
    spans = (passage, *(f.anchor for f in figures))
    items = items_on(dossier, passage)
    yield say.told(KEY, "not_checkable", items, say.inputs(*figures), NOTHING, said, spans, tag=match[0])


def _passage(one: Said, match: re.Match[str]) -> Anchor:
    """From the company to the end of the clause, cut to what can be quoted."""
    begin = match.start("who") if match["who"] else match.start("en")
    _, end = one.clause(match.end("kind") if match["kind"] else match.end())
    return one.anchor(begin, min(end, max(match.end(), begin + _WIDE)))


def _amounts(dossier: Dossier, one: Said, begin: int) -> list[Figure]:
    """The amounts of a sentence from an offset of it on."""
    start, end = one.start + begin, one.start + len(one.text)
    return [
        f
        for f in dossier.figures
        if not f.table and not f.is_date and f.anchor.source == one.source and start <= f.anchor.start < end
    ]
