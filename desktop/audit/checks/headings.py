"""A heading that says what happened to a quantity (it eats into profit), of which its section has not a word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.marks import LATIN
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.text import NOTHING, Text, same

KEY: Final = "headings"
# A quantity as headings name it, and the words under which a section may take it up.
_NAMED: Final = tuple(
    (re.compile(head, re.I), re.compile(body, re.I))
    for head, body in (
        (
            r"利润|盈利|\bprofits?\b",
            r"利润|盈利|净利|毛利|亏损|赚|扭亏|profit|earnings|net income|margin|loss",
        ),
        (r"毛利率?|\bmargins?\b", r"毛利|利润率|价差|margin|profit|spread"),
        (
            r"营收|收入|\brevenues?\b",
            r"营收|收入|营业额|销售额|进账|工资|薪|revenue|income|sales|turnover|pay",
        ),
        (
            r"现金流|\bcash ?flow\b",
            r"现金|资金链|回款|账期|应收|cash",
        ),
        (
            r"市场份额|市占率|\bmarket share\b",
            r"份额|市占|占有率|占比|占市场|占了|占到|集中度|CR\d|成以?上?|[%％]|share",
        ),
        (r"估值|市值|\bvaluation\b", r"估值|市值|股价|融资|市盈|valu|market cap|share price"),
    )
)
_MOVES: Final = re.compile(
    r"侵蚀|挤压|压缩|拖累|吞噬|蚕食|下滑|下降|上升|攀升|恶化|改善|走低|走高|缩水|腰斩|增长|承压|提升|减少|翻番|回升|回落|收窄|"
    r"erod|squeez|eat|fall|fell|rise|rising|rose|drop|grow|grew|shrink|shrank|declin|slump|surg|hit|improv",
    re.I,
)
_LEAST: Final = 2  # numbers of a section that argues with numbers
SAID = Text(
    "小标题说{0}，本节有{1}个数，却没有一处写到“{2}”，这一点没有数字支持。",
    "The heading says {0}; its section has {1} numbers and not a word on “{2}”, so none of them bears it out.",
)


@check(KEY, "小标题与正文", "headings and their sections", "section")
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Look in each section for the quantity that its heading says has moved."""
    heading = piece.factor.title
    if not _MOVES.search(heading.zh):
        return
    amounts = [f for f in piece.figures if _is_amount(f)]
    if len(amounts) < _LEAST or (heading.zh.isascii() and LATIN not in piece.marks):
        return
    at = piece.factor.anchor
    start, end = at.start - piece.start, at.end - piece.start
    body = piece.text[:start] + piece.text[end:] if 0 <= start < len(piece.text) else piece.text
    for named, told in _NAMED:
        match = named.search(heading.zh)
        if match is not None and not told.search(body):
            said = SAID.format(quote(heading), same(str(len(amounts))), same(match[0]))
            yield say.told(KEY, "ambiguous", (piece.factor.id,), (), NOTHING, said, (at,), tag=match[0])
            return


def _is_amount(figure: Figure) -> bool:
    return not figure.is_date
