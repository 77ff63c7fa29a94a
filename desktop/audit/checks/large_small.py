"""Words that make an amount large or small beside one it is set against: 2小时，而别家长达72小时; 第3位，它未进前20."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "large_small"
_AGAINST: Final = re.compile(r"而|相较|相比|反观|对比|对照|与此相对|whereas|while|by contrast", re.I)
_WORD: Final = re.compile(
    r"(?P<large>(?:长|高|多|重|远|久)达|足有|足足要?|动辄|as (?:much|many|long|high) as)"
    r"|(?P<small>(?:只|仅|才)(?:要|需|有|用|为|是)?|[低短少]至|不过|区区|as (?:little|few|low|short) as)",
    re.I,
)
_ENDS: Final = re.compile(r"^(?:了|约|近|将近|大约|\s)*$")
_UNSURE: Final = re.compile(
    r"其中|占|累计|合计|目标|计划|预计|增|减|升|降|涨|跌|多[出了]|少了|若|如果|每(?!天|日|月|年)|利润|亏|差|补贴|之后|再|又|另|不[止只仅]|而且|而言|从而|因而|进而"
)
_ROLES: Final = ("level", "ratio", "threshold")
_FAR: Final = 40  # characters between two amounts that are set against each other
_RANKED: Final = re.compile(
    r"第\s?(?P<n>\d{1,3})\s?[位名][^。；\d]{0,24}(?:未|没有?|不)(?:能|曾)?(?:进入?|跻身|挤进|入围|排进)[^，。；\d]{0,4}前\s?(?P<m>\d{1,3})"
)
SAID: Final = Text(
    "文中先说{0}，再以“{1}”说{2}，可{2}比{0}{3}，前后不成对照。",
    "The text sets {2} (“{1}”) against {0}, but {2} is {3} than {0}: there is no such contrast.",
)
SMALLER, LARGER = Text("小", "less"), Text("大", "more")
RANK: Final = Text(
    "文中说一个排第{0}位，另一个“未进入前{1}”，可第{0}位本身就在前{1}之外，两者不成对照。",
    "The text sets a place no. {0} against one that is not among the first {1}; no. {0} is not among them either.",
)


@check(
    KEY, "大小的措辞", "words that make an amount large or small", "prose",
    needs={"prose": ("而相反对与 latin", "达足动只仅才至过区前 latin")},
)  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold 长达 and 仅 in a contrast against the amount that they are set against."""
    for sentence in piece.sentences:
        if _AGAINST.search(sentence.text) is None:
            continue
        yield from _ranks(piece, sentence)
        for one, other in itertools.pairwise(sentence.amounts):
            yield from _held(sentence, one, other)


def _held(sentence: Sentence, one: Figure, other: Figure) -> Iterable[Result]:
    if one.role not in _ROLES or other.role not in _ROLES or not same_dimension(one.unit, other.unit):
        return
    gap = sentence.between(one, other) + other.anchor.quote.partition(other.as_printed)[0]
    last = max((m for m in _WORD.finditer(gap)), key=lambda m: m.end(), default=None)
    lead = sentence.text[: one.anchor.start - sentence.start][-_FAR:]
    if last is None or len(gap) > _FAR or _ENDS.match(gap[last.end() :]) is None:
        return
    between = _AGAINST.search(gap[: last.start()]) is not None
    if not (between or _AGAINST.search(lead)) or _UNSURE.search(gap) or one.unit in ("%", "pp", "times"):
        return
    a, b, x, y = as_claim(one), as_claim(other), value_of(one), value_of(other)
    if a is None or b is None or x is None or y is None:
        return
    large = last["large"] is not None
    written = formula("{} {} {}", bare(other), "<" if y < x else ">" if y > x else "=", bare(one))
    if (y < x if large else y > x) and not a.meets(b):
        said = SAID.format(stated(one), last[0], bare(other), SMALLER if large else LARGER)
        yield say.finding(KEY, "ambiguous", (other, one), written, said, "word")  # 只有 may only mean few
    elif y != x:
        yield say.passed(KEY, (other, one), written)


def _ranks(piece: Prose, sentence: Sentence) -> Iterable[Result]:
    for match in _RANKED.finditer(sentence.text):
        place, first = int(match["n"]), int(match["m"])
        at = sentence.start + match.start()
        figure = next((f for f in piece.figures if f.anchor.start <= at + 1 < f.anchor.end), None)
        if figure is None:
            continue
        written = formula("{} {} {}", match["n"], ">" if place > first else "≤", match["m"])
        if place > first:
            said = RANK.format(match["n"], match["m"])
            yield say.finding(KEY, "changes_conclusion", (figure,), written, said, "rank")
        else:
            yield say.passed(KEY, (figure,), written)
