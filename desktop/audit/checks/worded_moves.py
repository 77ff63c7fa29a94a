"""Which way a named quantity went, in words, far behind its values: 夏茶每斤220元，去年同期240元。…夏茶小幅上涨.

``conclusions`` reads the clauses right behind a change; this one those that name it, wherever they stand behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import adjectives, say
from desktop.audit.amounts import formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.evidence import Evidence, evidence_in, tells_changes
from desktop.audit.scope import Prose
from desktop.audit.worded_values import FILL, grams
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "worded_moves"
_CLAUSE: Final = re.compile(r"[^，,；;：:。！？!?\n（）()“”、]{3,24}")
_WAY: Final = re.compile(
    r"(?:(?P<up>不[降跌减]反[升涨增]|继续|有所|小幅|大幅|略有|稳步|明显|持续|仍在|还在|保持|再度|显著|微幅|温和|又|也|却|反而|都|在|呈|出现)*"
    r"(?P<rise>上升|上涨|增长|增加|走高|攀升|提高|提升|回升|反弹|涨价|扩大|见涨)|(?:继续|有所|小幅|大幅|略有|稳步|明显|持续|仍在|还在|再度|显著|微幅|又|也|却|反而|都|在|呈|出现)*"
    r"(?P<fall>下降|下跌|下滑|减少|走低|回落|缩水|萎缩|降低|滑落|缩减|收窄|缩短|见跌)|(?P<back>不[升涨增]反[降跌减]))(?:了|之势|趋势|态势)?$"
)
_ADJECTIVE: Final = re.compile(
    r"(?:反而|也|却|更|都|就|还|倒|竟|甚至|同样|明显|稍|略)*(?P<word>[快慢贵多少高低长短]|便宜)(?:了|了些|一些|了不少|了许多|得多|了很多)$"
)
_IDIOM: Final = re.compile(
    r"(?:还没有?|尚未|仍未|没有|未能|未|还不到|不到)(?:实现)?(?P<idiom>翻番|翻倍|翻一番|腰斩|减半)(?:，|。|；|$)"
)
_HAS: Final = re.compile("翻番|翻倍|翻一番|腰斩|减半")
_SAME: Final = re.compile(r"同比|环比|整体|总体|总的|而|但|可|则")
_UNSURE: Final = re.compile(
    r"\d|[若将曾或各每均？?]|如果|预计|可能|也许|未必|是否|不再|没有|未|并不|不会|停止|避免|遏制|[增降涨跌]幅|增速|[涨升降跌]势|去年|上年|今年|同期|此前|以前|月|季|年|比|空间|除|所有|任何|目标|希望"
)
_ENDS: Final = frozenset("升涨长加高攀弹价大降跌滑少低落水缩减窄短快慢贵多宜")
_ROLES: Final = frozenset(("level", "ratio"))
_NEAR: Final = 3
SAID: Final = Text(
    "文中说{0}，可{1}由{2}到{3}，方向相反。",
    "The text says {0}, but {1} went from {2} to {3}, the other way.",
)

REACHED: Final = Text(
    "文中说{0}，可{1}由{2}到{3}，已经达到。", "The text says {0}, but {1} went from {2} to {3}: it has."
)


@check(
    KEY,
    "点名的升降",
    "which way a named quantity went",
    "prose",
    needs={"prose": ("升涨增高反价大见跌降滑少低落水缩窄短快慢贵宜多长", "same*2")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold each clause of direction without a number against the change of what it names."""
    if not tells_changes(piece):
        return
    begin = piece.figures[0].anchor.end - piece.start
    yield from _idioms(piece, begin)
    clauses = [
        m
        for m in _CLAUSE.finditer(piece.text, begin)
        if not _ENDS.isdisjoint(m[0][-3:]) and not _UNSURE.search(m[0])
    ]
    read = [
        (m, found) for m in clauses if (found := _WAY.search(m[0]) or _ADJECTIVE.fullmatch(m[0])) is not None
    ]
    every = (
        [e for e in evidence_in(piece) if len(e.figures) == 2 and e.figures[0].role in _ROLES] if read else []
    )
    for match, found in read if every else ():
        told = [e for e in every if e.end <= piece.start + match.start()]
        if told:
            yield from _held(piece, match, found, told)


def _idioms(piece: Prose, begin: int) -> Iterator[Result]:
    """还没有翻番, right behind a change to more than twice as much."""
    for match in _IDIOM.finditer(piece.text, begin) if _HAS.search(piece.text) else ():
        told = [
            e
            for e in evidence_in(piece)
            if e.end <= piece.start + match.start() and len(e.figures) == 2 and e.size
        ]
        last = told[-1] if told else None
        if last is None or last.size is None or piece.start + match.start() - last.end > _NEAR:
            continue
        if last.size.low >= 100 if match["idiom"].startswith("翻") else last.size.high <= -50:
            yield _turned(piece, match, last)


def _held(
    piece: Prose, match: re.Match[str], found: re.Match[str], told: Sequence[Evidence]
) -> Iterator[Result]:
    if "word" in found.groupdict():
        last = told[-1]
        way = adjectives.way(found["word"], last.unit, last.full_name)
        near = piece.start + match.start() - last.end <= _NEAR
        if way and near and (way > 0) != last.rises:
            yield _turned(piece, match, last)
        return
    lead = _SAME.sub("", match[0][: found.start()])
    mine = _named(lead, told)
    if not mine and not grams(FILL.sub("|", lead)) and _is_next(piece, told[-1], piece.start + match.start()):
        mine = [told[-1]]
    rises = found["rise"] is not None
    if mine and all(e.rises != rises for e in mine):
        yield _turned(piece, match, mine[0])


def _is_next(piece: Prose, last: Evidence, at: int) -> bool:
    """Whether a clause stands right behind a change and nothing else."""
    rest = piece.text[last.end - piece.start : at - piece.start].strip("，, ")
    return at - last.end <= _NEAR and not rest


def _named(words: str, told: Sequence[Evidence]) -> list[Evidence]:
    """The changes that a name is of: most of it stands among their words, and among no other's."""
    said = grams(FILL.sub("|", words))
    if not said:
        return []
    rates = [len(said & grams(f"{e.name}|{e.full_name}|{e.figures[0].entity.zh}")) for e in told]
    best = max(rates)
    return (
        [e for e, rate in zip(told, rates, strict=True) if rate == best] if best * 3 >= len(said) * 2 else []
    )


def _turned(piece: Prose, match: re.Match[str], one: Evidence) -> Result:
    place = Anchor(piece.source, piece.start + match.start(), piece.start + match.end(), match[0])
    before, after = one.figures
    words = SAID if match.re is not _IDIOM else REACHED
    said = words.format(quote(match[0].strip("，。；")), say.title(before), stated(before), stated(after))
    written = formula("{} → {}", stated(before), stated(after))
    return say.finding(KEY, "changes_conclusion", (after, before), written, said, "move", spans=(place,))
