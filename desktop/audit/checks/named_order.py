"""Which of two named amounts is more, without a number: 首年保费41亿元，续期保费67亿元，续期已经盖过首年."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Prose
from desktop.audit.told_values import FILL, Told, of_name, values_before
from desktop.core.text import Text

KEY: Final = "named_order"
_ORDER: Final = re.compile(
    r"(?<=[，,；;。])(?P<one>[^，,。；;：:\d比]{2,10}?)(?:已经?|早已?|仍然?|依然|还是?|明显|远远?|大大"
    r"|却|反而|竟|也|就|都)*"
    r"(?:(?P<more>高于|多于|大于|超过|盖过|压过|强过|多过|高过|胜过|超出|反超)|(?P<less>低于|少于|小于"
    r"|不及|不如|不敌|逊于|赶不上|比不上|低过|少过))了?"
    r"(?P<other>[^，,。；;：:\d]{2,8}?)(?=[，,。；;])"
)
_BEHIND: Final = re.compile(
    r"(?:已经?|早已?|仍然?|依然|还是?|明显|远远?|大大|却|反而|竟|也|就|都)*"
    r"(?:(?P<more>高于|多于|大于|超过|盖过|强过|多过|高过|超出)|(?P<less>低于|少于|小于|低过|少过))了?"
    r"(?P<other>[^，,。；;：:\d]{2,8}?)(?=[，,。；;])"
)
_NOT: Final = re.compile(r"[不没未](?=高于|多于|大于|超过|低于|少于)|没有|并未|目标|预计|若|如果|一旦|能否")
TURNED: Final = Text(
    "文中说{0}，可{1}是{2}、{3}是{4}，正好相反。",
    "The text says {0}, but {1} is {2} and {3} is {4}: the other way round.",
)
_WHEN: Final = re.compile(r"\d{4}|[上去今昨前本]年|[上同本]期|此前|之前|目标|预期|计划|往年|平时")


@check(
    KEY, "两者高低", "which of two named amounts is more", "prose",
    needs={"prose": ("高多大超盖压强胜低少小及如敌逊赶", "于过出超及如敌上", "level ratio change")},
)  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold an order of two names against the one amount that the paragraph gives of each before."""
    if len(piece.figures) > 1:
        ends = {f.anchor.end - piece.start: f for f in piece.figures if f.role in ("level", "ratio")}
        for match in _BEHIND.finditer(piece.text):
            figure = ends.get(match.start())
            if figure is not None and not _WHEN.search(match["other"]):
                other = of_name(match["other"], values_before(piece, figure.anchor.start))
                yield from _held(piece, match, bare(figure).zh, Told(figure, ""), other)
        for match in _ORDER.finditer(piece.text):
            yield from _ordered(piece, match)


def _ordered(piece: Prose, match: re.Match[str]) -> Iterable[Result]:
    """首年保费41亿元，续期保费67亿元，续期已经盖过首年: which of the two is more, without a number."""
    one, other = FILL.sub("", match["one"]), match["other"]
    if _WHEN.search(one + other) or _NOT.search(match[0]):
        return
    before = values_before(piece, piece.start + match.start())
    yield from _held(piece, match, one, of_name(one, before), of_name(other, before))


def _held(
    piece: Prose, match: re.Match[str], one: str, first: Told | None, second: Told | None
) -> Iterable[Result]:
    if (
        first is None
        or second is None
        or first is second
        or not same_dimension(first.figure.unit, second.figure.unit)
    ):
        return
    a, b = as_claim(first.figure), as_claim(second.figure)
    if a is None or b is None or a.meets(b):
        return
    figures = (first.figure, second.figure)
    written = formula("{} {} {}", bare(first.figure), ">" if a.low > b.high else "<", bare(second.figure))
    if (a.low > b.high) == (match["more"] is not None):
        yield say.passed(KEY, figures, written)
    else:
        text, other = match[0].strip("，,；; "), match["other"]
        said = TURNED.format(quote(text), quote(one), bare(first.figure), quote(other), bare(second.figure))
        yield say.finding(KEY, "changes_conclusion", figures, written, said, "order")
