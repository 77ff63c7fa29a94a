"""Changes whose base is told behind them: 318.2亿元，下降2.6%（上年326.7亿元）; 3.06%，低14个基点；上年为3.20%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.move import BY, Move
from desktop.audit.scope import Prose
from desktop.audit.telling import told
from desktop.core.figure import Figure

_THEN: Final = (
    r"(?:[上去前]一?年(?:同期|同月|同季|末|底)?|上年度|[上前]一?[季月周]度?|上期|上一?(?:赛季|学[年期]|财年|[届轮])|期初|年初"
    r"|此前|之前|原来|原先|当时)"
)
_BEHIND: Final = re.compile(
    rf"\s*[（(，,；;。]\s*(?:而|其)?{_THEN}(?:同期)?(?:的|还|则|仅|只|曾|数|值)*(?:为|是|有|：|:|约)*\s*"
)
_BEFORE: Final = re.compile(
    rf"\s*[，,]?(?:同比|环比|[比较]{_THEN}|名义|实际|则|又|还|仍|也|再)*(?:[增下上减提升降跌涨扩缩回多少高低][长降升少加高跌涨滑落调大了出]?)(?:了|约|近|幅为|幅达)*"
)
_DOWN: Final = re.compile(r"[降减跌缩少低]|下[滑调]|回落")
_MARKS: Final = re.compile(
    "上年|去年|前年|上月|上季|上期|上一|上赛|上学|上财|上届|上轮|期初|年初|此前|之前|原来|原先|当时|前一"
)
_SIZES: Final = ("%", "pp", "bp", "permille", "times")
_ROLES: Final = ("level", "ratio")


def base_behind(piece: Prose, known: list[Move]) -> Iterator[Move]:
    """Changes that are of no pair yet, between a value and what it was before, as bulletins tell them."""
    if not _MARKS.search(piece.text):
        return
    used = {m.change.id for m in known if m.change is not None}
    own = [f for f in piece.figures if not f.is_date and value_of(f) is not None]
    for now, change, then in zip(own, own[1:], own[2:], strict=False):
        if change.id in used or now.role not in _ROLES or then.role not in _ROLES:
            continue
        if not same_dimension(now.unit, then.unit) or not (
            change.unit in _SIZES or same_dimension(change.unit, now.unit)
        ):
            continue
        lead = _between(piece, now, change)
        if (
            _BEHIND.fullmatch(_between(piece, change, then))
            and _BEFORE.fullmatch(lead)
            and told(lead).changes
        ):
            yield Move(then, now, change, lead, _DOWN.search(lead) is not None, way=BY)


def _between(piece: Prose, one: Figure, other: Figure) -> str:
    return piece.text[one.anchor.end - piece.start : other.anchor.start - piece.start]
