"""A total, a colon or 其中, and its parts with semicolons: 全年投诉8640件：催收3715件，占43%；其他4925件."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.adding import held
from desktop.audit.amounts import bare, formula, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "colon_lists"
_REST: Final = re.compile(r"其他|其它|其余|余下|剩下|剩余|the rest|others?", re.I)
_SHARE: Final = re.compile(r"占(?:比|了|到|总数的?|全部的?|其中的?)*(?:约|近|为|是)*$|for about $|for $")
_FIRST: Final = re.compile(r"前(?P<n>[两二三四])[类项种者大].{0,8}占(?:比|了|到)*(?:约|近)*$")
_WHOLE_OF: Final = re.compile(
    r"[\u4e00-\u9fff]{0,4}[：:]|[，,]其中(?:包括|包含|有)?[，,：:]?(?=[^；;。]*[；;])"
)
SHARE = Text("{0}占{1}的{2}，不是文中的{3}。", "{0} of {1} is {2}, not {3} as the text says.")
TOGETHER = Text(
    "前{0}项合占{1}，不是文中的{2}。", "The first {0} together make up {1}, not {2} as the text says."
)


@check(KEY, "冒号后的分项", "parts after a colon", "prose", needs={"prose": ("：:其", "；;")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Add the parts up, and hold the share of each against its part and the total."""
    figures = [f for f in piece.figures if not f.is_date]
    for n, whole in enumerate(figures):
        at = whole.anchor.end - piece.start
        opens = _WHOLE_OF.match(piece.text, at)
        if opens is None or whole.unit == "%" or not value_of(whole):
            continue
        stop = piece.text.find("。", at)
        stop = len(piece.text) if stop < 0 else stop
        parts, shares = _parts(piece, figures[n + 1 :], opens.end(), stop, whole)
        if len(parts) >= 2:
            yield from _held(piece, whole, parts, shares, figures, stop)


def _parts(
    piece: Prose, rest: list[Figure], begin: int, stop: int, whole: Figure
) -> tuple[list[Figure], dict[str, Figure]]:
    """The first amount of each entry, and the share told after it."""
    parts: list[Figure] = []
    shares: dict[str, Figure] = {}
    for match in re.finditer(r"[^；;]+", piece.text[begin:stop]):
        low, high = piece.start + begin + match.start(), piece.start + begin + match.end()
        own = [f for f in rest if low <= f.anchor.start < high]
        if not own or not same_dimension(own[0].unit, whole.unit) or own[0].role not in ("level", "ratio"):
            return [], {}
        parts.append(own[0])
        for figure in own[1:]:
            lead = piece.text[own[0].anchor.end - piece.start : figure.anchor.start - piece.start]
            if figure.unit == "%" and _SHARE.search(lead) and len(lead) < 12:
                shares[own[0].id] = figure
    return parts, shares


def _held(
    piece: Prose,
    whole: Figure,
    parts: list[Figure],
    shares: dict[str, Figure],
    figures: list[Figure],
    stop: int,
) -> Iterable[Result]:
    last = parts[-1]
    label = piece.text[max(0, last.anchor.start - piece.start - 8) : last.anchor.start - piece.start]
    behind = piece.text[whole.anchor.end - piece.start :][:5]
    if _REST.search(label) or (len(shares) == len(parts) and re.search(r"[：:]", behind)):
        yield from held(whole, parts)  # 其中教授占22%；博士占80%: some are both
    total = as_claim(whole)
    for part in parts:
        own, share = as_claim(part), shares.get(part.id)
        quotient = own.over(total) if own is not None and total is not None else None
        claim = as_claim(share) if share is not None else None
        if share is None or quotient is None or claim is None:
            continue
        point = (value_of(part) or 0.0) / (value_of(whole) or 1.0) * 100
        written = formula("{} ÷ {} = {}", bare(part), bare(whole), percent(point))
        if quotient.scaled(100).meets(claim):
            yield say.passed(KEY, (share, part, whole), written)
        else:
            said = SHARE.format(stated(part), stated(whole), percent(point), stated(share))
            yield say.finding(KEY, "inconsistent", (share, part, whole), written, said, "share")
    yield from _together(piece, parts, shares, figures, stop)


def _together(
    piece: Prose, parts: list[Figure], shares: dict[str, Figure], figures: list[Figure], stop: int
) -> Iterable[Result]:
    """前两类合在一起占73%, right after the list."""
    for figure in figures:
        at = figure.anchor.start - piece.start
        told = _FIRST.search(piece.text, stop, at) if stop < at < stop + 40 and figure.unit == "%" else None
        if told is None:
            continue
        count = {"两": 2, "二": 2, "三": 3, "四": 4}[told["n"]]
        own = [shares[p.id] for p in parts[:count] if p.id in shares]
        claim, values = as_claim(figure), [value_of(f) or 0.0 for f in own]
        ends = [as_claim(f) for f in own]
        if len(own) != count or claim is None or len(parts) <= count:
            continue
        low = sum(e.low for e in ends if e is not None)
        high = sum(e.high for e in ends if e is not None)
        written = formula("{} = {}", Text("+", "+").join([bare(f) for f in own]), percent(sum(values)))
        if low <= claim.high and claim.low <= high:
            yield say.passed(KEY, (figure, *own), written)
        else:
            said = TOGETHER.format(str(count), percent(sum(values)), stated(figure))
            yield say.finding(KEY, "inconsistent", (figure, *own), written, said, "together")
