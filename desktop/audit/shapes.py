"""What a stated change says: by how much or to how much, up or down, by time or by count."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from desktop.audit.interval import Interval
from desktop.audit.lines import behind_last
from desktop.audit.magnitudes import Magnitude
from desktop.audit.move import BY, TO, Move
from desktop.audit.pairs import Pair
from desktop.audit.reading import CLAUSE, Reading
from desktop.audit.telling import told
from desktop.audit.windows import RATED, window_before, window_of_unit
from desktop.core.figure import Figure

_TO: Final = re.compile(
    r"(?:(?:只|仅|还|就|也|才)?(?:剩|余|留|存)(?:下|了|有|余)?的?|(?:是|为|到|至|有|及|成|当于|等于|达|回|复|不够|不到|不足|高达|当)了?[^，,。；]{0,12}的)"
    r"(?:约|大约|近|将近|接近|不足|不到|超过|逾|仅|只有)*$"
)
_MAYBE_TO: Final = re.compile(r"(?:只有|仅有|仅为|只及|不及|相当于|等于|仅|只)(?:约|近|将近)*$")
_REACHES: Final = re.compile(r"[\u4e00-\u9fff](?:至|到|为|成)了?(?:约|近|仅|只有)*$")
_NOUN: Final = re.compile(
    r"(?:幅|率|速|例|度)(?:度)?(?:高达|达到|达|约为|为|是|到|约|近|超过|在|有|接近|只有|仅|恰好|恰|正好|刚好)*$"
)
_TURNS: Final = re.compile(r"翻(?:了|上)?(?:近|约|将近|超过)*$")
_TAIL_SAYS: Final = re.compile(
    r"^(?:没了|不见了?|蒸发|消失|缩水|打了水漂|灰飞烟灭|左右|以上|以下|上下|强|弱|多|有余|整|[，,。；;！？!?）)]|$)"
)
_GROSS: Final = re.compile(
    r"关|开|招|裁|撤|流失|新增|新设|新建|离职|退出|倒闭|注销|淘汰|投产|入职|离开|毕业|出生|死亡|落选"
)  # what came or went is no difference of the stock
_CAP: Final = re.compile(r"最多|至多|不超过|不得超过|上限|限")
_SIZED: Final = ("%", "permille", "pp", "bp", "times", "count:番", "count:折")


def shaped(reading: Reading, own: Reading, size: Magnitude, pair: Pair, since: int) -> Move | None:
    """The move of a size that belongs to a pair; None where its words do not tell of a change."""
    raw, clause = own.text[since : size.start], behind_last(CLAUSE, own.words(since, size.start))
    change = size.figure
    says = told(clause)
    way = size.way or _way(clause, change, says.changes)
    absolute = change.unit not in _SIZED
    if absolute:
        gross = _GROSS.search(clause) and "净" not in clause
        if gross or (not says.changes and not says.verb) or window_before(own.text, since, size.start):
            return None
        way = BY
    elif not size.idiom and not way and not _TAIL_SAYS.match(own.text[size.end :]):
        return None
    down, sure = _down(says.way, says.sure, size, way)
    if down is None or not (sure or size.idiom):  # 快了一半 is a shorter time or a higher speed
        down, sure = falls(pair), False
    pair = _limits(reading, pair)
    windows = _windows(reading, pair)
    years = own.years if own is reading else ()
    return Move(pair.before, pair.after, change, raw[-32:] or clause, down, sure, way, windows,
                bool(RATED.search(raw)), years)  # fmt: skip


def _way(clause: str, change: Figure, changes: bool) -> str:
    if _NOUN.search(clause):
        return BY
    if _TO.search(clause):
        return TO
    if change.unit in ("pp", "bp"):
        return BY
    if _TURNS.search(clause):
        return "" if change.unit == "times" else BY
    if _REACHES.search(clause) and changes:
        return TO
    if _MAYBE_TO.search(clause):
        return ""
    return BY if changes or told(clause).verb else ""


def _down(way: str, sure: bool, size: Magnitude, kind: str) -> tuple[bool | None, bool]:
    """Whether the words tell of a fall, and whether they leave no doubt."""
    if size.down is not None:
        return size.down, False
    if kind == TO:
        return None, False
    if way:
        return way == "down", sure
    if size.figure.direction and size.figure.anchor.quote[:1] in "+-−↑↓":
        return size.figure.direction == "down", True
    return None, False


def falls(pair: Pair) -> bool:
    """Whether the later value is the lower."""
    return (pair.after.value or 0) < (pair.before.value or 0)


def _limits(reading: Reading, pair: Pair) -> Pair:
    """原先最多申请6次，现在最多2次: both are limits, though the word stands apart from the first number."""
    if pair.after.comparator != "<=" or pair.before.comparator != "=":
        return pair
    at = reading.start(pair.before)
    if not _CAP.search(reading.text[reading.clause_start(at) : at]):
        return pair
    return Pair(replace(pair.before, comparator="<="), pair.after, pair.sure)


def _windows(reading: Reading, pair: Pair) -> tuple[Interval, Interval] | None:
    if not reading.windowed and "/" not in pair.before.unit:
        return None
    found = []
    for figure in (pair.before, pair.after):
        at = reading.start(figure)
        begin = max(reading.clause_start(at), max((reading.end(f) for f in (pair.before, pair.after)
                                                   if reading.end(f) <= at), default=0))  # fmt: skip
        own = window_of_unit(figure.unit) or window_before(reading.text, begin, reading.end(figure))
        if own is None:
            return None
        found.append(own)
    return found[0], found[1]
