"""The amounts of a paragraph under all the words that may name them, for clauses that speak of them without numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.value import once, value

_CUT: Final = re.compile(r"[，,；;：:。！？!?\n、（）()]|——")
_PART: Final = re.compile(r"[；;。！？!?\n]")
_BEHIND: Final = re.compile(r"的[\u4e00-\u9fff]{2,10}|上限|下限|红线|底线|标准|要求|限值|目标")
_LETTER: Final = re.compile(r"[甲乙丙丁A-Z]")
_LIGHT: Final = re.compile(
    r"[^\u4e00-\u9fff]+|[的了是为在有和与及仅只却则而但也都还就约近共由从]|达到?|分别|目前|其中|合计|平均|为每|每[\u4e00-\u9fff]"
)
_LIMIT: Final = re.compile(
    r"(?P<floor>不低于|不少于|不小于|不得低于|不得少于|至少|最低|下限|底线|及格线|保本|盈亏平衡|荣枯|门槛)"
    r"|(?P<cap>不超过|不高于|不大于|不多于|不得超过|不得高于|不能超过|至多|最多|最高|上限|限值|限额|封顶|警戒线|天花板|承载量|时限|(?:处理|办理|办结|审批|答复|受理|支付|付款|整改|反馈)期限)"
    r"|红线|标准线|达标线|要求|监管线|限[速制](?!后|前|下)|目标"
)
_LIMITS: Final = frozenset("不至最限线槛要标荣保封衡花载")  # of which all words of limits have one
FILL: Final = re.compile(
    r"已经?|仍然?|依然|依旧|显然|完全|明显|显著|远远?|大大|也就|因此|所以|可见|目前|如今|现在|总体上?|说明|意味着|早已|结果|确实|的确|其实|这一|该|指标|水平"
    r"|数值|反而|反倒|却|均|略|稍|甚至|同样|继续|也|都|还|又|就|便|只|仅|恰好|正好|刚好|整整|足足|几乎|大约|约|近|将近|公司|我们"
)
_REACH, _WIDE, _MOST = 40, 60, 40  # characters of a clause, and of the clauses before it; amounts


@value
class Named:
    """``words`` are those of its own clause and what follows with 的, ``around`` the clauses before it.

    ``side`` is 1 for the most there may be, −1 for the least, 0 for another limit, None for what is no limit.
    """

    figure: Figure
    words: str
    around: str
    claim: Interval
    side: int | None

    @property
    def full(self) -> str:
        """All words that may name it."""
        return f"{self.around}|{self.words}"


@once
def named_values(piece: Prose) -> tuple[Named, ...]:
    """The single amounts of a paragraph, in its order."""
    found, ends = [], dict[str, int]()
    for figure in piece.figures[:_MOST]:
        claim = as_claim(figure) if not figure.is_date and value_of(figure) is not None else None
        if claim is not None and figure.role != "rank":
            found.append(_named(piece, figure, claim, ends.get(figure.unit, 0)))
            ends[figure.unit] = figure.anchor.end - piece.start
    return tuple(found)


def _named(piece: Prose, figure: Figure, claim: Interval, last: int) -> Named:
    at = figure.anchor.start - piece.start
    before = piece.text[max(0, at - _REACH) : at]
    own = behind_last(_CUT, before)
    begin = at - len(own)
    around = behind_last(
        _PART, piece.text[max(last, begin - _WIDE) : begin]
    )  # no name of another such amount
    behind = _BEHIND.match(piece.text, at + len(figure.anchor.quote))
    words = own + (behind[0] if behind is not None else "")
    told = own + figure.anchor.quote + (behind[0] if behind is not None else "")
    limits = None if _LIMITS.isdisjoint(told) else _LIMIT.search(told)
    side = _side(limits, figure)
    exact = value_of(figure) if side is not None else None
    return Named(figure, words, around, claim if exact is None else Interval(exact, exact), side)


def _side(limits: re.Match[str] | None, figure: Figure) -> int | None:
    if limits is None:
        return 0 if figure.role == "threshold" else None
    if limits["floor"] or limits["cap"]:
        return -1 if limits["floor"] else 1
    return {"<": 1, "<=": 1, ">": -1, ">=": -1}.get(figure.comparator, 0)  # 目标是10分钟以内


@lru_cache(maxsize=20_000)
def grams(words: str) -> frozenset[str]:
    """What names are told apart by: each two neighbouring characters, and the letters that count things."""
    parts = _LIGHT.split(words)
    pairs = (part[n : n + 2] for part in parts for n in range(len(part) - 1))
    return frozenset((*pairs, *_LETTER.findall(words)))


def common(words: str, one: Named) -> float:
    """How much words share with the names of an amount; its own clause tells more than the ones before."""
    said = grams(words)
    if not said:
        return 0.0
    own = said & grams(one.words)
    return len(own) + 0.5 * len((said - own) & grams(one.around))


def called(words: str, among: Iterable[Named]) -> list[Named]:
    """Those that some words name best; none where they share nothing with any."""
    rated = [(common(words, one), one) for one in among]
    best = max((r for r, _ in rated), default=0.0)
    return [one for rate, one in rated if rate == best] if best > 0 else []


def before(values: Sequence[Named], at: int) -> list[Named]:
    """Those told before an offset of the source."""
    return [one for one in values if one.figure.anchor.end <= at]
