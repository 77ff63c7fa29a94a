"""A share whose whole is named, not stated beside it: 占售价的35%, 占全部门店的五分之一."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.part_of import share_held
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "named_wholes"
_ADVERBS: Final = (
    r"(?:恰好|正好|刚好|大约|约|将近|近|接近|已经?|只|仅|就|便|也|几乎|还|竟|则|整整|超过|不到|不足)*"
)
_TAKES: Final = re.compile(rf"占(?!比)(?:了|到|去|据)?(?:(?P<who>[^，,。；占\d]{{2,12}})的)?{_ADVERBS}$")
_GAP: Final = re.compile(rf"[\u4e00-\u9fff]{{0,4}}[，,（(]{_ADVERBS}$")
_ALL: Final = re.compile(r"^(?:公司|集团|全公司|全店)?(?:全部|所有|整个|全体|总)的?")
_WHOLE: Final = re.compile(r"共|总|全部|合计|一共")
_HAS: Final = re.compile(r"(?:共计?|总共|一共|合计|总计)?有?(?:为|是|达到?|约|共|近)?$")
_IS: Final = re.compile(r"(?:定|卖)?(?:为|是|达到?|约|共|有|高达|[:：])*$")
_OTHER: Final = re.compile(
    r"全国|全球|全市|全省|行业|市场|同行|去年|上年|前年|同期|年初|目标|预计|计划|预算|原来|此前|其中|新增|净增|增|减"
)
_ENDS: Final = re.compile(r"[。；;\n！？]")
_CLAUSE: Final = re.compile(r"[，,；;：:。（(、\n]")
_UNITS: Final = ("%", "permille", "pp", "bp", "times", "rank", "year", "month", "day", "age", "")
_SHARED: Final = 4  # characters before a whole that come back before its part
WRONG = Text("{0}占{1}的{2}，不是文中的{3}。", "{0} of {1} is {2}, not {3} as the text says.")


@check(KEY, "占某项之比", "shares of a named whole", "section", needs={"section": ("占", "%")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Find the whole that the words of a share name among the amounts told before it."""
    if "占" not in piece.text:
        return
    told = [f for f in piece.figures if not f.table]
    for at, share in enumerate(told):
        if not at or share.unit != "%" or share.role == "change" or value_of(share) is None:
            continue
        part = told[at - 1]
        if part.is_date or part.role != "level" or part.unit in _UNITS or not value_of(part):
            continue
        gap = piece.text[part.anchor.end - piece.start : share.anchor.start - piece.start]
        takes = _TAKES.search(gap)
        if takes is None or not _GAP.fullmatch(gap[: takes.start()]):
            continue
        own = [f for f in told[: at - 1] if _usable(f, part)]
        wholes = list(_named(piece, own, takes["who"], part) if takes["who"] else _before(piece, own, part))
        if len({value_of(f) for f in wholes}) == 1:
            yield from share_held(KEY, WRONG, share, part, wholes[-1])


def _usable(figure: Figure, part: Figure) -> bool:
    """Whether an amount may be the whole of a part: of its kind, no smaller, and of no other time."""
    if figure.is_date or figure.role != "level" or not same_dimension(figure.unit, part.unit):
        return False
    apart = figure.period is not None and part.period is not None and figure.period != part.period
    return not apart and (value_of(figure) or 0.0) >= (value_of(part) or 0.0)


def _clause(piece: Section, figure: Figure) -> str:
    """The words of its clause before a figure."""
    at = figure.anchor.start - piece.start
    return _CLAUSE.split(piece.text[max(0, at - 40) : at])[-1]


def _sentence(piece: Section, at: int) -> int:
    """Where the sentence that holds an offset of the section begins."""
    return max((m.end() for m in _ENDS.finditer(piece.text, max(0, at - 200), at)), default=max(0, at - 200))


def _named(piece: Section, own: list[Figure], who: str, part: Figure) -> Iterator[Figure]:
    """The amounts that are called what a share is said to be of."""
    everything = _ALL.match(who)
    noun = who[everything.end() :] if everything is not None else who
    if len(noun) < 2 or _OTHER.search(noun):
        return
    begin = _sentence(piece, part.anchor.start - piece.start) + piece.start
    for figure in own:
        clause = _clause(piece, figure)
        if _OTHER.search(clause):
            continue
        if everything is not None:
            after = _CLAUSE.split(figure.anchor.suffix)[0][: len(noun) + 1]
            if _WHOLE.search(clause) and (
                _HAS.sub("", clause).endswith(noun) or after.lstrip("的").startswith(noun)
            ):
                yield figure
        elif figure.anchor.start >= begin and _IS.sub("", clause).endswith(noun):
            yield figure


def _before(piece: Section, own: list[Figure], part: Figure) -> Iterator[Figure]:
    """The one amount of the sentence before that is told in the same words: 客户贡献75.6亿元, 前100家客户贡献30亿元."""
    at = part.anchor.start - piece.start
    begin = _sentence(piece, at)
    if "其中" in piece.text[begin:at] or "\n" in piece.text[begin - 1 : begin]:
        return
    if any(f.anchor.start - piece.start >= begin for f in own):
        return
    earlier = _sentence(piece, begin - 1)
    alike = [f for f in own if f.anchor.start - piece.start >= earlier]
    if len(alike) == 1 and "占" not in piece.text[alike[0].anchor.end - piece.start : begin]:
        mine, other = _clause(piece, part), _clause(piece, alike[0])
        if len(other) >= _SHARED and other[-_SHARED:] in mine:
            yield alike[0]
