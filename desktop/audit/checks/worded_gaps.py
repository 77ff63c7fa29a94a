"""The distance between two rates told in percent where it is in points: 男63%、女53%，两者相差10%.

Red only where the number is exactly how far the two rates beside it are apart, and no ratio of the two.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.exact_slips import is_plain
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.lines import behind_last, sentence_start
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "worded_gaps"
_APART: Final = re.compile(
    r"(?:相差|差距|差了|差|悬殊|拉开|缺口|落差|剪刀差|高出|低了|高了|少了|多了|多出|低出|回落|下降|上升|提高|降了|升了|掉了|跌了|抬升|缩小|扩大)(?:有|为|是|达|到|近|约|了|整整|足足|将近|大约|整)*$"
)
_THAN: Final = re.compile(  # 上周比本周低0.2%
    r"^(?P<one>[^比较]{0,8}?)(?<![占同环对])[比较](?P<other>[\u4e00-\u9fff]{2,8}?)(?:还|又|要|也|略|稍|仅|只|反而)*[高低多少][了出]?(?:约|近)?$"
)
_CUT: Final = re.compile(r"[，,；;：:。！？\n（）()]")
_UNSURE: Final = re.compile(
    r"同比|环比|增速|增长|相对|金额|余额|收入|人数|规模|价格|总额|件数|笔数|按比例|幅度|[增降涨跌升减]幅"
)
_RATES: Final = frozenset(("level", "ratio"))
_FAR: Final = 90
_WIDE: Final = 140  # where the words name what is compared
_NAME: Final = 2  # characters
SAID: Final = Text(
    "{0}与{1}相差{2}个百分点，相对差为{3}；文中写{4}，单位应为百分点。",
    "{0} and {1} are {2} percentage points apart, {3} in relative terms; the text says {4}, which should be in points.",
)


@check(
    KEY,
    "相差的百分点",
    "points apart told in percent",
    "prose",
    needs={"prose": ("差距殊开口出了降落升高低小大", "%*3")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold each distance in percent against the two rates told right before it."""
    moved = {m.change.id for m in piece.moves if m.change is not None}
    rates = [f for f in piece.figures if f.unit == "%" and not f.is_date]
    for n, size in enumerate(rates):
        at = size.anchor.start - piece.start
        clause = behind_last(_CUT, piece.text[max(0, at - 24) : at])
        than = _THAN.match(clause)
        if size.id in moved or (than is None and _APART.search(clause) is None) or _UNSURE.search(clause):
            continue
        before = [f for f in rates[max(0, n - 2) : n] if f.role in _RATES and value_of(f) is not None]
        far = size.anchor.start - before[0].anchor.end if len(before) == 2 else _WIDE + 1
        if (far <= _FAR and _APART.search(clause) is not None) or (
            far <= _WIDE and than is not None and _is_told(piece, before, than)
        ):
            yield from _held(size, *before)


def _is_told(piece: Prose, rates: list[Figure], than: re.Match[str]) -> bool:
    """Whether the sentences of two rates have what is compared by its first word or, if there is none, by the other."""
    begin = sentence_start(piece.text, rates[0].anchor.start - piece.start)
    known = piece.text[begin : rates[1].anchor.end - piece.start]
    return (than["one"].lstrip("而但且也") or than["other"])[:_NAME] in known


def _held(size: Figure, one: Figure, other: Figure) -> Iterable[Result]:
    claim, point = as_claim(size), value_of(size)
    a, b = as_claim(one), as_claim(other)
    if claim is None or point is None or a is None or b is None or a.meets(b):
        return
    apart = abs((value_of(one) or 0.0) - (value_of(other) or 0.0))
    if is_plain(
        size, one, other
    ):  # what is exactly the points apart is no rounded ratio, as of_points has it
        a, b = (Interval(value_of(f) or 0.0, value_of(f) or 0.0) for f in (one, other))
    if abs(apart - point) > 1e-6 or any(_is_ratio(claim, *pair) for pair in itertools.permutations((a, b))):
        return
    low, high = sorted((value_of(one) or 0.0, value_of(other) or 0.0))
    relative = percent((high / low - 1) * 100) if low else "–"
    said = SAID.format(bare(one), bare(other), number(apart), relative, stated(size))
    written = formula(
        "{} − {} = {}", percent(high), percent(low), Text(f"{number(apart)}个百分点", f"{number(apart)} pp")
    )
    yield say.finding(KEY, "inconsistent", (size, one, other), written, said)


def _is_ratio(claim: Interval, before: Interval, after: Interval) -> bool:
    quotient = after.over(before)
    if quotient is None:
        return True
    change = quotient.minus(Interval(1.0, 1.0)).scaled(100)
    return claim.meets(change) or claim.meets(change.scaled(-1.0))
