"""Counts of a whole and of its kinds: 五项之中前三项达标，后三项有缺口 are six; 四位股东：…, and three follow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.enumerations import DIGITS
from desktop.audit.interval import value_of
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text, same

KEY: Final = "worded_counts"
_N: Final = r"(?:[一二两三四五六七八九十]|\d{1,2})"
_WHOLE: Final = re.compile(
    rf"(?<![第前后另\d.十百千万]){_N}(?P<unit>[个项家条类座款位种所只户台件名处])(?!月|多|小时|星期|季度|工作日|百分)[^，。；：\d一二两三四五六七八九十]{{0,8}}?(?:之中|当中|里面|中间|中|里)，?"
)
_KIND: Final = re.compile(
    rf"(?<![第\d.十百千万])(?P<at>[前后])?(?P<n>{_N})(?P<unit>[个项家条类座款位种所只户台件名处])(?!月|多|小时|星期|季度|工作日|百分)"
)
_STOP: Final = re.compile(r"[。！？\n]")
_UNSURE: Final = re.compile(
    r"其中|同时|既|兼|也都|至少|最多|以上|不到|另|平均|如果|若|第|每|再|去年|上年|月|天|倍|分别|[选挑抽]"
)
_LIST: Final = re.compile(
    rf"(?P<n>{_N})(?P<unit>[个项家条类座款位种所名])[\u4e00-\u9fff]{{1,8}}[：:](?P<items>[^。！？\n]{{12,}})"
)
_ITEM: Final = re.compile(r"[，；、]")
_OPEN: Final = re.compile(
    r"等[，。；、]|等等|如|包括|其中|主要|共|合计|总|另|其余|至少|[\d一二两三四五六七八九十][个项家条类座款位种所名]"
)
_WHOLE_SHARE: Final = (99.0, 101.0)
SAID: Final = Text(
    "文中说共{0}{1}，可所分的是{2}，合计{3}{1}。",
    "The text counts {0} in all, but its kinds are {2}, {3} together.",
)
LIST: Final = Text(
    "文中说有{0}，可后面列出的是{1}项，且占比已合计{2}%。",
    "The text says {0}, but {1} follow, and their shares add up to {2}%.",
)


@check(KEY, "总数与分类数", "counts of a whole and its kinds", "prose",
       needs={"prose": ("中里：:", "一二两三四五六七八九十123456789", "个项家条类座款位种所只户台件名处")})  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Add up the kinds that follow a whole; and count what a colon lists."""
    for match in _WHOLE.finditer(piece.text):
        yield from _kinds(piece, match)
    for match in _LIST.finditer(piece.text):
        yield from _listed(piece, match)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else DIGITS[words]


def _kinds(piece: Prose, match: re.Match[str]) -> Iterator[Result]:
    stop = _STOP.search(piece.text, match.end())
    rest = piece.text[match.end() : stop.start() if stop is not None else len(piece.text)]
    found = [m for m in _KIND.finditer(rest) if m["unit"] == match["unit"]]
    head = match[0][: match[0].index(match["unit"])]
    if len(found) < 2 or _UNSURE.search(rest) or _UNSURE.search(match[0]):
        return
    counts = [_number(m["n"]) for m in found]
    whole, ordered = _number(head), [m["at"] for m in found] == ["前", "后"]
    opens = "，" not in rest[: found[0].start()]  # the kinds begin at once
    if not opens or sum(counts) <= whole or not (ordered or len(counts) == 2):
        return
    place = Anchor(piece.source, piece.start + match.start(), piece.start + match.end() + found[-1].end(),
                   piece.text[match.start() : match.end() + found[-1].end()])  # fmt: skip
    figures = _figures(piece, place)
    if figures:
        kinds = quote("、".join(m[0] for m in found))
        unit = Text(match["unit"], "")
        said = SAID.format(same(str(whole)), unit, kinds, same(str(sum(counts))))
        written = formula("{} = {} > {}", " + ".join(map(str, counts)), str(sum(counts)), str(whole))
        yield say.finding(KEY, "inconsistent", figures, written, said, "kinds", spans=(place,))


def _listed(piece: Prose, match: re.Match[str]) -> Iterator[Result]:
    """A colon and things with their shares, which make up all: there can be no further one."""
    start, end = piece.start + match.start("items"), piece.start + match.end("items")
    shares = [
        f
        for f in piece.figures
        if start <= f.anchor.start < end and f.unit == "%" and f.role in ("level", "ratio")
    ]
    values = [v for f in shares if (v := value_of(f)) is not None]
    number, total = _number(match["n"]), 0.0
    for many, value in enumerate(values, 1):
        total += value
        if _WHOLE_SHARE[0] <= total <= _WHOLE_SHARE[1]:
            items = match["items"][: shares[many - 1].anchor.end - start]
            parts = [p for p in _ITEM.split(items) if re.search(r"\d", p)]
            if many > 1 and len(parts) == many != number and not _OPEN.search(items):
                place = Anchor(
                    piece.source,
                    piece.start + match.start(),
                    start,
                    piece.text[match.start() : match.start("items")],
                )
                figures = (*_figures(piece, place), *shares[:many])
                said = LIST.format(
                    quote(match[0][: match[0].index(match["unit"]) + 1]), str(many), f"{total:g}"
                )
                written = formula(
                    "{} = {}%", same(" + ").join([stated(f) for f in shares[:many]]), f"{total:g}"
                )
                yield say.finding(KEY, "inconsistent", figures, written, said, "list", spans=(place,))
            return


def _figures(piece: Prose, place: Anchor) -> tuple[Figure, ...]:
    return tuple(f for f in piece.figures if place.start <= f.anchor.start < place.end and not f.is_date)
