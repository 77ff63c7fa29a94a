"""Shares of "those asked" where nothing says who asked, when, and how many: they cannot be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import stated
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.audit.wording import Said, cited, items_on, speaks
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.text import NOTHING, Text

KEY: Final = "unnamed_sample"
_ASKED: Final = re.compile(
    r"受访(?:者|用户|人|客户|对象|的)?|被(?:调查|访问?|问)者|接受(?:调查|采访|访问)的"
    r"|\brespondents\b|\bof those (?:asked|surveyed)\b"
)
# Anywhere in the text: who asked or how many were asked.
_TOLD: Final = re.compile(
    r"样本|问卷|抽样|有效(?:回收|答卷)|[Nn]\s*=|《[^》]*(?:调查|调研|报告)[^》]*》|"
    r"(?:调查|访问|采访|走访|询问|访谈)了|(?:研究院|研究所|研究中心|协会|大学|学院|咨询|统计局|事务所|智库|委员会|消保委|平台)[^。]{0,16}(?:调查|调研|访谈|发布)|"
    r"\d[\d,，]*\s*(?:余|多)?(?:名|位|个|户|份|人)[^，。；]{0,16}(?:受访|被调查|接受)|受访[^，。；]{0,10}\d[\d,，]*\s*(?:余|多)?(?:名|位|户|份|人)|"
    r"sample of|surveyed \d|survey (?:by|of)|\d[\d,]* respondents|polled"
)
SAID = Text(
    "文中引{0}，没有写明由谁调查、何时、问了多少人；所引的{1}因此无从查证。",
    "The text cites {0} and does not say who asked, when, or how many people; {1} cannot be looked up.",
)
_SPEAKS: Final = re.compile(r"认为|看来|眼[中里]|表示|称|说|指出|介绍|告诉|坦言|said|says")
_BEFORE, _BEHIND = 8, 14  # characters between a share and those asked
_MOST: Final = 4


@check(KEY, "未写样本的调查", "surveys without a sample", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Look for shares of respondents in a text that tells of no survey; one finding a section."""
    dossier = whole.dossier
    if not speaks(dossier, _ASKED, ("受访", "被调查", "被访", "接受", "被问", "respondents", "of those")):
        return
    if any(_TOLD.search(s.text) for s in dossier.sources):
        return
    told: set[str] = set()
    for one in whole.sentences:
        match = _ASKED.search(one.text)
        shares = _shares(dossier, one) if match is not None and one.factor not in told else []
        if match is not None and any(_of_them(one, match, f) for f in shares):
            told.add(one.factor)
            beside = next(f for f in shares if _of_them(one, match, f))
            end = max(one.clause(match.end() - 1)[1], beside.anchor.end - one.start)
            passage = one.anchor(min(match.start(), beside.anchor.start - one.start), end)
            said = SAID.format(cited(passage), say.listed([stated(f) for f in shares[:_MOST]]))
            spans = (passage, *(f.anchor for f in shares))
            items = items_on(dossier, passage)
            yield say.told(
                KEY, "not_checkable", items, say.inputs(*shares), NOTHING, said, spans, tag=passage.quote
            )


def _of_them(one: Said, match: re.Match[str], share: Figure) -> bool:
    """Whether a percentage stands beside those asked, and nobody begins to speak in between."""
    start, end = share.anchor.start - one.start, share.anchor.end - one.start
    if end <= match.start():
        return match.start() - end <= _BEFORE
    return 0 <= start - match.end() <= _BEHIND and _SPEAKS.search(one.text, match.end(), start) is None


def _shares(dossier: Dossier, one: Said) -> list[Figure]:
    """The percentages of a sentence."""
    end = one.start + len(one.text)
    return [
        f
        for f in dossier.figures
        if f.unit == "%"
        and not f.table
        and f.anchor.source == one.source
        and one.start <= f.anchor.start < end
    ]
