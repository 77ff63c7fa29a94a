"""Two rows of a table ordered in words without a number: 银保已高于个险, 外卖…，已经超过加盟."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.scope import Section
from desktop.audit.table_names import Names
from desktop.audit.word_signs import left, sign
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "row_order"
_THAN: Final = re.compile(
    r"(?P<more>高于|多于|大于|超过|高过|长于|胜过)|(?P<less>低于|少于|小于|不及|不如|短于)(?!预期)|(?<![占对相])比(?![例率重分])"
)
_CLAUSE: Final = re.compile(r"[，,。；;：:！？\n]")
_SENTENCE: Final = re.compile(r"[。；;！？\n]")
_STOP: Final = re.compile(r"[。！？\n]")
_BARE: Final = re.compile(
    r"^(?:也|都|还|仍然?|依然|依旧|已经?|早已|却|则|但|而|且|并|又|竟|反而|甚至|明显|远远?|大幅|略微?|稍|就|才|首次|均)*$"
)
_UNSURE: Final = re.compile(
    r"(?<!而)不(?![及如])|没|未|是否|能否|可能|也许|会|将|预计|预期|要|希望|目标|计划|曾|若|如果|假如|除|其余|合计|之和|加起来|总和|增|减|降|涨|"
    r"升|跌|均|每|率先"
)
_AMOUNT: Final = re.compile(r"[\d.,]+[万亿]?[元家个件%]*")
_NAMED: Final = re.compile(
    r"[的|，,、“”\s]|在|论|按|从|看|而言|来说|收入|营收|规模|体量|销售额|达到?了?|为|卖得很[好快火]|也|都|还|仍然?|依然|依旧|已经?|早已|却|则|但|而|且|"
    r"并|又|竟|反而|甚至|明显|远远?|大幅|略微?|稍|就|才|首次|其实|实际上?|虽然?|[元家个件万亿]"
)
_SHORT: Final = 6  # characters behind 比甲店: 更贵一些
_LEAST: Final = 2
ORDER: Final = Text(
    "文中说{0}{1}{2}，但表中{3}一栏{0}是{4}，{2}是{5}。",
    "The text says {0} {1} {2}, but in the column {3} {0} has {4} and {2} {5}.",
)


@check(
    KEY, "两行高低", "which of two rows is more", "section",
    needs={"section": ("named", "高于|多于|大于|超过|高过|长于|胜过|低于|少于|小于|不及|不如|短于 比")},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold a comparison of two row names against every column that may be meant; false only if false in all."""
    for start, line in piece.prose_lines:
        for match in _THAN.finditer(line):
            for sheet in piece.around(piece.start + start):
                for names in sheet.by_names:
                    yield from _compared(piece, names, line, start, match)


def _compared(piece: Section, names: Names, line: str, start: int, match: re.Match[str]) -> Iterator[Result]:
    pattern = names.pattern
    other = pattern.match(line, match.end()) if pattern is not None else None
    if pattern is None or other is None or len(names.lines) < _LEAST:
        return
    after = _CLAUSE.split(line[other.end() :])[0]
    begin = max((m.end() for m in _CLAUSE.finditer(line, 0, match.start())), default=0)
    words = line[begin : match.start()]
    own = set(pattern.findall(words))
    if not own and _BARE.match(words):  # 外卖收入…，已经超过加盟: whom the sentence began with
        first = max((m.end() for m in _SENTENCE.finditer(line, 0, begin)), default=0)
        opening = pattern.match(line, first)
        own = (
            {opening[0]}
            if opening is not None and set(pattern.findall(line[first:begin])) == {opening[0]}
            else set()
        )
        words = line[first:begin] if own else words
    said = _AMOUNT.sub("", words)
    if (
        len(own) != 1
        or other[0] in own
        or re.search(r"\d", after)
        or len(after) > (_LEAST if match[0] != "比" else _SHORT)
        or _UNSURE.search(said)
    ):
        return
    if _NAMED.sub("", _AMOUNT.sub("", names.rest(words))):
        return  # of something that the table does not have: 金谷的利润率高于蓝汀
    one = own.pop()
    if words == one and _told_of_both(piece, line, start, begin, (one, other[0])):
        return
    anchor = piece.anchor(start + begin, start + other.end())
    failed: Result | None = None
    fields = [f for f in names.fields if not names.is_change(f)]
    for field in names.meant(fields, words):
        a, b = (names.column(field).get(n) for n in (one, other[0]))
        mine, theirs = (as_claim(f) if f is not None else None for f in (a, b))
        if a is None or b is None or mine is None or theirs is None:
            continue
        more = _more(match, after, names.fields[field], a)
        if more is None:
            continue
        if mine.high > theirs.low if more else mine.low < theirs.high:
            yield say.passed(KEY, (a, b), formula("{} {} {}", bare(a), ">" if more else "<", bare(b)))
            return
        way = quote(match[0] if match[0] != "比" else f"比…{after}")
        text = ORDER.format(quote(one), way, quote(other[0]), quote(names.fields[field]), bare(a), bare(b))
        written = formula("{} {} {}", bare(a), "≤" if more else "≥", bare(b))
        failed = say.finding(  # the last column is the latest
            KEY, "changes_conclusion", (a, b), written, text, "order", spans=(anchor,)
        )
    if failed is not None:
        yield failed


def _told_of_both(piece: Section, line: str, start: int, begin: int, two: tuple[str, str]) -> bool:
    """Whether the words right before tell a number of each, which is meant: 甲店成交率30%，乙店25%，甲店高于乙店."""
    first = max((m.end() for m in _STOP.finditer(line, 0, begin - 1)), default=0)
    for name in two:
        at = line.rfind(name, first, begin)
        stop = _CLAUSE.search(line, at)
        end = stop.start() if stop is not None else begin
        if at < 0 or not piece.between(piece.start + start + at, piece.start + start + end):
            return False
    return True


def _more(match: re.Match[str], after: str, head: str, cell: Figure) -> bool | None:
    """Whether the one is said to have more of a column; None where 比…快 is not of it."""
    if match[0] != "比":
        return match["more"] is not None
    found = sign(after, head, cell.unit)
    return found.way > 0 if found.way and found.literal and not left(after, head, cell.unit) else None
