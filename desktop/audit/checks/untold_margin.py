"""A rival that something is said to lag behind or to surpass, without a number for either side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.lines import clause_start, sentence_start
from desktop.audit.marks import LATIN
from desktop.audit.scope import Section
from desktop.audit.wording import cited
from desktop.core.text import NOTHING, Text

KEY: Final = "untold_margin"
_OVER: Final = r"落后于|逊于|不敌|输给|优于|强于|胜过|超越|领先于|赶超|跑赢"
_MORE: Final = r"落后|不如|不及|弱于|差于|慢于|好于|快于|领先|碾压|超过|高于|低于"
_NAME: Final = r"[“\"]?[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z·+\d]{1,11}?[”\"]?"
_GLOSS: Final = r"[（(][^）)]{1,10}[）)]"
_RIVALS: Final = r"竞品|竞争对手|对手|竞争者|同行|同业|友商|(?:同类)?(?:品牌|平台|产品|公司|企业|银行|机构)"
# What is no rival: a kind, a time, itself.
_NOT: Final = r"传统|其他|其它|一般|所有|任何|多数|大多数|以前|过去|自己|自身|国内|国外|本|该"
_FIRM: Final = r"银行|公司|集团|平台|品牌|商城|超市|航空|汽车|手机|证券|保险|基金|科技|电商"
_VERBS: Final = re.compile(f"{_OVER}|{_MORE}")
_LOSES: Final = re.compile(
    rf"(?:{_OVER}|{_MORE})(?:了|过)?(?:"
    rf"{_NAME}(?:{_GLOSS})?(?:[、和与及]{_NAME}(?:{_GLOSS})?)*等[一二两三四五六七八九十\d]*[家个大款]?[^，,。；、]{{0,4}}?(?:{_RIVALS})"
    r"|(?:主要|同类|多数|大多数|其他|其它)?(?:的)?(?:竞品|竞争对手|对手|竞争者|同行|同业|友商))"
    rf"|(?:{_OVER})了?(?:[“\"][^”\"]{{2,10}}[”\"]|(?!{_NOT})[\u4e00-\u9fffA-Za-z]{{1,8}}?(?:{_FIRM}))(?:{_GLOSS})?(?=[，,。；;]|$)"
)
_EN: Final = re.compile(
    r"\b(?:(?:(?:lag|trail)(?:s|ged|ed)?|f[ae]ll(?:s|ing|en)?) behind|(?:outperform|outpace|surpass)(?:s|d|ed|es)?) "
    r"(?:its |most |main )*(?:rivals?|competitors?|peers)\b"
)
SAID: Final = Text(
    "文中说{0}，没有写任何一方的数值，也没有写何时、怎样衡量，无从核对{1}。",
    "The text says {0} without a number for either side, or when and how it was measured, so it cannot be "
    "checked{1}.",
)
APART: Final = Text(
    "；所列对手括注的类别不一（{0}），是否同类、能否这样比也没有说明",
    "; the rivals are glossed as different kinds ({0}), and whether they can be compared so is not said either",
)


@check(
    KEY,
    "没有数的比较",
    "comparisons without numbers",
    "section",
    needs={"section": ("落不逊弱差慢输优强好快胜超领赶跑碾高低 latin",)},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Look for the first such comparison of a section that neither its sentence nor a table gives numbers for."""
    for match in _matches(piece):
        start, end = _sentence(piece.text, match)
        bare = "|" not in piece.text[start:end] and not any(
            not f.is_date and not f.table for f in piece.between(piece.start + start, piece.start + end)
        )
        if bare and not _tabled(piece, match):
            yield _finding(piece, match, end)
            return


def _matches(piece: Section) -> Iterator[re.Match[str]]:
    for verb in _VERBS.finditer(piece.text):
        if (match := _LOSES.match(piece.text, verb.start())) is not None:
            yield match
    if LATIN in piece.marks:
        yield from _EN.finditer(piece.text)


def _sentence(text: str, match: re.Match[str]) -> tuple[int, int]:
    ends = (text.find(mark, match.end()) for mark in "。！？；\n")
    return sentence_start(text, match.start()), min((e for e in ends if e >= 0), default=len(text))


def _tabled(piece: Section, match: re.Match[str]) -> bool:
    """Whether a number of the section, mostly of a table, is of one of the rivals."""
    named = [re.sub(r"[“”\"]|[（(].*", "", n) for n in re.split(r"[、和与及等]", match.group(0)) if n]
    rivals = [n for n in named if len(n) >= 2]
    return any(
        f.entity.zh and any(f.entity.zh in n or n in f.entity.zh for n in rivals)
        for f in piece.figures
        if not f.is_date
    )


def _finding(piece: Section, match: re.Match[str], end: int) -> Result:
    start = clause_start(piece.text, match.start())
    start += len(piece.text[start:end]) - len(piece.text[start:end].lstrip())
    place = piece.anchor(start, match.end())
    glosses = list(dict.fromkeys(g[1:-1] for g in re.findall(_GLOSS, match[0])))
    apart = len(glosses) > 1
    also = APART.format(say.listed([quote(g) for g in glosses])) if apart else NOTHING
    verdict = "ambiguous" if apart else "not_checkable"
    said = SAID.format(cited(place), also)
    return say.told(KEY, verdict, (piece.factor.id,), (), NOTHING, said, (place,), tag=match[0])
