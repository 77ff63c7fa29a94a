"""Which way two values are apart, by what each is: 预算1200万元，实际1310万元，节约110万元; 收入、支出…净流入.

Only where the size is exactly the distance of two values, whose words tell which is which, is the word held against it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose
from desktop.audit.worded_values import Named, before, named_values
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text
from desktop.core.units import unit

KEY: Final = "worded_balances"
_CUT: Final = re.compile(r"[，,；;：:。！？\n（）()]")
_TAIL: Final = r"(?:了|出|掉|过|的)?(?:整整|足足|大约|将近|约|近|有|达|为|是|高达)*$"
_MOVES: Final = re.compile(
    r"(?:(?P<more>超支|超出|增加|上升|提高|增长|上涨|攀升|走高|多花|多用|多付|多掏|多等|上调|[涨升增]|多)"
    r"|(?P<less>节约|节省|减少|下降|降低|下跌|回落|走低|少花|少用|少付|少掏|少等|下调|[降跌减省]|少)"
    r"|(?P<late>拖后|推迟|延误|延长|拖长|晚|慢)|(?P<early>提前|缩短|提早|早|快))" + _TAIL
)
_NET: Final = re.compile(r"(?:(?P<gain>净流入|顺差)|(?P<loss>净流出|逆差|赤字))(?:额|还)?" + _TAIL)
_THEN: Final = re.compile(
    r"原[定本计来先]|计划|预算|预计|预期|去年|前年|上年|年初|[前上]一[年月季周期]|上月|上季|同期|此前|以前|过去|原|年前|期初|首[日月年]|定额"
)
_NOW: Final = re.compile(
    r"实际|今年|本[年月季周期]|现在|如今|目前|年末|年底|最终|结果|眼下|当前|期末|[升降涨跌增减缩延][到至为成短长]"
)
_DATED: Final = re.compile(r"(?:19|20)\d\d年")
_FROM, _TO = re.compile(r"[从由]"), re.compile(r"[到至成为]")
_IN: Final = re.compile(r"流入|收入|出口|售价|卖价|卖|收[了取到]?|进账|营收|流水|销售额")
_OUT: Final = re.compile(r"流出|支出|进口|成本|花|开销|费用|开支|本钱|采购|进价|付")
_UNSURE: Final = re.compile(
    r"[若将曾各每均？?]|如果|再|目标|希望|可能|累计|合计|一共|至少|最多|最少|分别|不[增减多少]|没有?|未|(?:比|较)(?!去年|上年|前一?年|上一|计划|原|预[算计期]|同期|定额)|[去前]年.*[去前]年"
)
_WORDS: Final = "超增升高涨多节减降低落少省拖推延晚慢提缩早快入余顺赚盈出缺逆赤亏贴走跌上下"
_CHARS: Final = frozenset(_WORDS)
_NO_SIZE: Final = frozenset(("%", "times", "", "year", "rank"))
_FAR, _REACH, _LAST, _WORD = 90, 24, 4, 8
SAID: Final = Text(
    "文中说{0}，可{1}是{2}，{3}是{4}，方向相反。",
    "The text says {0}, but {1} is {2} and {3} is {4}: the other way.",
)


class _Pair(NamedTuple):
    """Two values of which the first is what was planned, or before, or what goes out."""

    base: Named
    other: Named


@check(KEY, "差额的方向", "which way two values are apart", "prose",
       needs={"prose": (_WORDS, "same*2")})  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold the word before each size against the two values that are so far apart."""
    for n, size in enumerate(piece.figures):
        if n < 2 or size.unit in _NO_SIZE or size.is_date or size.comparator not in ("=", "~"):
            continue
        at = size.anchor.start - piece.start
        if _CHARS.isdisjoint(piece.text[max(0, at - _WORD) : at]) or not _is_apart(piece.figures[:n], size):
            continue
        clause = behind_last(_CUT, piece.text[max(0, at - _REACH) : at])
        move, net = _MOVES.search(clause), _NET.search(clause)
        if (move is not None or net is not None) and not _UNSURE.search(clause):
            yield from _read(piece, size, clause, move, net)


def _is_apart(earlier: Sequence[Figure], size: Figure) -> bool:
    """Whether any two values before a size are about so far apart."""
    claim = as_claim(size)
    points = size.unit in ("pp", "bp")
    values = [
        v for f in earlier[-2 * _LAST :] if (f.unit == "%") == points and (v := value_of(f)) is not None
    ]
    if claim is None:
        return False
    wide = max(abs(claim.low), abs(claim.high)) * 1.1
    return any(claim.low * 0.9 <= abs(a - b) <= wide for a, b in itertools.combinations(values, 2))


def _read(
    piece: Prose, size: Figure, clause: str, move: re.Match[str] | None, net: re.Match[str] | None
) -> Iterator[Result]:
    pairs = list(_pairs(piece, size, net=net is not None))
    if not pairs:
        return
    found = net or move
    assert found is not None
    up = net["gain"] is not None if net is not None else _is_up(found, size)
    held = [(p.other.claim.low > p.base.claim.high) == up for p in pairs] if up is not None else []
    if held and not any(held):
        yield _turned(piece, size, clause[found.start() :], pairs[-1])


def _is_up(found: re.Match[str], size: Figure) -> bool | None:
    """Whether a word says more; late and early only of lengths of time."""
    if found["late"] or found["early"]:
        known = unit(size.unit)
        return found["late"] is not None if known is not None and known.dimension == "duration" else None
    return found["more"] is not None


def _pairs(piece: Prose, size: Figure, *, net: bool) -> Iterator[_Pair]:
    """The last values told before a size that are exactly so far apart and told as one of each kind."""
    claim, at = as_claim(size), size.anchor.start
    points = size.unit in ("pp", "bp")
    told = [v for v in before(named_values(piece), at) if at - v.figure.anchor.end <= _FAR
            and v.side is None and v.figure.role in ("level", "ratio")
            and (v.figure.unit == "%" if points else same_dimension(v.figure.unit, size.unit))][-_LAST:]  # fmt: skip
    for n, one in enumerate(told):
        for other in told[n + 1 :]:
            if claim is None or one.figure.unit != other.figure.unit or one.claim.meets(other.claim):
                continue
            gap = one.claim.minus(other.claim)
            if claim.meets(gap) or claim.meets(gap.scaled(-1.0)):
                pair = _as_net(one, other) if net else _as_then(one, other)
                if pair is not None:
                    yield pair


def _as_net(one: Named, other: Named) -> _Pair | None:
    goes = [(bool(_IN.search(v.words)), bool(_OUT.search(v.words))) for v in (one, other)]
    if goes == [(True, False), (False, True)]:
        return _Pair(other, one)
    return _Pair(one, other) if goes == [(False, True), (True, False)] else None


def _as_then(one: Named, other: Named) -> _Pair | None:
    """One that tells of then or of a plan, and one that does not, or tells of now."""
    then = [bool(_THEN.search(v.words)) and not _NOW.search(v.words) for v in (one, other)]
    if _FROM.search(one.words) and _TO.search(other.words):
        return _Pair(one, other)
    if then[0] == then[1]:
        return None
    base, now = (one, other) if then[0] else (other, one)
    if _DATED.search(now.words):
        return None  # 2020年…，去年…: which is earlier, the words do not tell
    told = _NOW.search(now.words) is not None
    # 去年同期为23.6% behind the value of now names nothing else
    return _Pair(base, now) if told or (base is other and len(_THEN.sub("", base.words)) <= 2) else None


def _turned(piece: Prose, size: Figure, words: str, pair: _Pair) -> Result:
    start = size.anchor.start - len(words)
    text = piece.text[start - piece.start : size.anchor.end - piece.start]
    place = Anchor(piece.source, start, size.anchor.end, text)
    one, other = pair.base.figure, pair.other.figure
    said = SAID.format(quote(text), say.title(one), bare(one), say.title(other), bare(other))
    written = formula("{} → {}: {}", bare(one), bare(other), stated(size))
    return say.finding(KEY, "changes_conclusion", (size, one, other), written, said, "way", spans=(place,))
