"""Ranges whose ends stand the wrong way round: 年利率24%-5.4%, 申请年龄55-20岁."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Prose
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text, same
from desktop.core.units import unit

KEY: Final = "turned_ranges"
_ENDS: Final = re.compile(
    r"(?P<one>\d[\d,]*(?:\.\d+)?)\s*(?P<of>%|[万亿千百]?[\u4e00-\u9fff]{0,3})\s*[-–—~～至到]{1,2}\s*(?P<other>\d[\d,]*(?:\.\d+)?)"
    r"\s*(?P<unit>\S*)$"
)
_SCALE: Final = re.compile(r"[千百万亿]+")
_TIMES: Final = {"百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
# What moves from one value to another may well fall; what is told in that order is no range.
_MOVES: Final = re.compile(r"[由从自降跌减缩压调变改增升涨]|差|依次|分别|倒|前后|趋势|走势|对比|之间的变动")
# Nights run from evening to morning, forecasts from the day's heat to the night's, matches end three to one.
_ANY_WAY: Final = (
    "",
    "count:点",
    "count:时",
    "count:分",
    "celsius",
    "degree",
    "pixel",
    "rank",
    "grade",
    "date",
)
SAID: Final = Text(
    "{0}是一个区间，前端{1}却大于后端{2}：两端写反了，或有一端的数字有误。",
    "{0} is a range, but its first end, {1}, is above its second, {2}: they are the wrong way round, or one is wrong.",
)


UNLIKE: Final = Text(
    "{0}的两端不是同一种量：{1}与{2}。",
    "The two ends of {0}, {1} and {2}, are not of one kind of quantity.",
)
# What the units of two ends measure; those of none of these are left alone.
_KINDS: Final = {
    "%": "share", "‰": "share", "元": "money", "美元": "money", "人": "people", "名": "people", "家": "firms",
    "天": "time", "日": "time", "小时": "time", "分钟": "time", "秒": "time", "个月": "time", "年": "time",
    "公里": "length", "米": "length", "吨": "mass", "公斤": "mass", "GB": "data", "TB": "data", "PB": "data",
}  # fmt: skip


@check(KEY, "区间顺序", "order of ranges", "prose", "table")
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Find ranges that begin with their greater end."""
    yield from _unlike(piece) if isinstance(piece, Sheet) else ()
    for figure in piece.figures:
        low, high = figure.low, figure.high
        if low is None or high is None or low == high or figure.unit in _ANY_WAY:
            continue
        ends = _turned(figure) if not _before_now(piece, figure) else None
        if ends is not None and not _MOVES.search(_around(piece, figure)):
            said = SAID.format(quote(same(figure.as_printed)), *map(same, ends))
            written = formula("{} > {}", *map(same, ends))
            yield say.finding(KEY, "inconsistent", (figure,), written, said)


def _unlike(sheet: Sheet) -> Iterable[Result]:
    """Cells whose two ends have units of two kinds: 8%-15元."""
    for (row, col), own in sheet.grid.items():
        words = sheet.words(row, col).strip()
        found = _ENDS.match(words)
        kinds = [_KINDS.get(_SCALE.sub("", found[k])) for k in ("of", "unit")] if found else []
        if found is not None and all(kinds) and kinds[0] != kinds[1]:
            ends = (same(f"{found['one']}{found['of']}"), same(f"{found['other']}{found['unit']}"))
            said, written = UNLIKE.format(quote(same(words)), *ends), formula("{} ≠ {}", *ends)
            yield say.finding(KEY, "inconsistent", own, written, said, "unlike")


def _turned(figure: Figure) -> tuple[str, str] | None:
    """The two ends as printed, where the first is the greater and both have one scale."""
    found = _ENDS.match(figure.as_printed.strip())
    if found is None:
        return None
    of, name = found["of"], found["unit"]
    one, other = (float(found[k].replace(",", "")) for k in ("one", "other"))
    if _SCALE.findall(of) != _SCALE.findall(name):
        if not of or not name or _SCALE.sub("", of) != _SCALE.sub("", name):
            return None  # 500-30万 begins with five hundred
        one, other = one * _times(of), other * _times(name)
    known = unit(figure.unit)
    if one <= other or (known is not None and known.dimension == "date"):
        return None
    return f"{found['one']}{of or name}", f"{found['other']}{name}"


def _before_now(piece: Prose | Sheet, figure: Figure) -> bool:
    """Whether years are counted back from now: 40万年～4万年前 begins with the earlier time."""
    start = figure.anchor.start - piece.start if isinstance(piece, Prose) else 0
    return figure.anchor.suffix.startswith("前") or piece.text[max(0, start - 3) : start].endswith(
        ("距今", "距今约")
    )


def _times(words: str) -> float:
    return math.prod(_TIMES[c] for c in words if c in _TIMES)


def _around(piece: Prose | Sheet, figure: Figure) -> str:
    """The words that tell whether the two are ends or steps."""
    if isinstance(piece, Sheet):
        rest = piece.words(figure.row or 0, figure.col or 0).replace(figure.as_printed, "")
        return piece.head(figure.col or 0) + piece.label(figure.row or 0) + rest
    start = figure.anchor.start - piece.start
    return re.split(r"[，,。；;\n]", piece.text[max(0, start - 30) : start])[-1]
