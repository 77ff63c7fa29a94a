"""Amounts that a text reports against the limits of a regulation that the same text cites."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import factor_of
from desktop.audit.provisions import Provision, provisions
from desktop.audit.scope import Whole
from desktop.core.dossier import register_ids
from desktop.core.figure import Figure
from desktop.core.finding import Input
from desktop.core.policy import RegisterEntry
from desktop.core.span import Anchor
from desktop.core.text import SEMICOLON, Text
from desktop.core.units import unit
from desktop.core.value import value

KEY: Final = "cited_limits"
ABOVE = Text(
    "{0}高于文中所引{1}的上限（{2}）；机构、时间和用途是否适用，须核对。",
    "{0}: above the limit of {1}, which the text cites ({2}); whether lender, time and purpose come under it has "
    "to be checked.",
)
BELOW = Text(
    "{0}低于文中所引{1}的下限（{2}）；机构、时间和用途是否适用，须核对。",
    "{0}: below the floor of {1}, which the text cites ({2}); whether institution, time and purpose come under it "
    "has to be checked.",
)
_AT_MOST: Final = ("≤", "不超过", "不高于", "<", "＜")
_AT_LEAST: Final = ("≥", "不低于")


@value
class Kind:
    """A kind of quantity: how a text names it, how a regulation does, and its dimension in the register."""

    text: re.Pattern[str]
    rule: re.Pattern[str]
    dimension: str


_KINDS: Final = (
    Kind(
        re.compile(r"额度|授信|可借"), re.compile(r"授信|额度|单户|单笔贷款|自然人余额|借款人"), "money CNY"
    ),
    Kind(re.compile(r"利率|费率|资金成本|融资成本"), re.compile(r"利率|资金成本|融资成本"), "share"),
    Kind(re.compile(r"注册资本"), re.compile(r"注册资本"), "money CNY"),
    Kind(re.compile(r"杠杆率"), re.compile(r"杠杆率"), "share"),
)


@check(KEY, "所引文件的限额", "limits of the regulations cited", "dossier")
def run(whole: Whole, world: World) -> Iterable[Result]:
    """Hold reported levels against the limits of like quantities; never red, for a limit has its own scope."""
    dossier = whole.dossier
    if not dossier.policies or not world.record.register:
        return
    known = {e.id: e for e in world.record.register}
    cited: dict[str, tuple[RegisterEntry, Anchor]] = {}
    for mention in dossier.policies:
        for one in register_ids(dossier, mention)[:1]:
            if one in known and known[one].status != "draft":
                cited.setdefault(one, (known[one], mention.anchor))
    levels = [f for f in dossier.figures if f.role == "level" and (f.low is not None or f.high is not None)]
    for entry, anchor in cited.values():
        for rule in provisions(entry):
            kind = next(
                (k for k in _KINDS if k.rule.search(rule.subject) and k.dimension == rule.dimension), None
            )
            if kind is not None and not rule.limited:
                yield from _against(kind, levels, entry, rule, anchor)


def _against(
    kind: Kind, levels: list[Figure], entry: RegisterEntry, rule: Provision, anchor: Anchor
) -> Iterable[Result]:
    like = [f for f in levels if kind.text.search(f.indicator.zh) and _like(f, kind.dimension)]
    over, under = rule.sign in _AT_MOST, rule.sign in _AT_LEAST
    beyond = [
        f
        for f in like
        if (over and _end(f, f.high) > rule.number) or (under and 0 < _end(f, f.low) < rule.number)
    ]
    if beyond:
        shown = say.listed([_shown(f, over=over) for f in beyond])
        said = (ABOVE if over else BELOW).format(shown, quote(entry.title), quote(rule.words))
        each = [
            formula(
                "{} {} {}", amount(_beyond(f, over=over), f), ">" if over else "<", amount(rule.number, f)
            )
            for f in beyond
        ]
        written = SEMICOLON.join(each)
        yield say.finding(
            KEY, "ambiguous", beyond, written, said, entry.id, [Input(entry.title, rule.words)], (anchor,)
        )


def _shown(figure: Figure, *, over: bool) -> Text:
    """A figure with its value; of a range it is one end that lies beyond the limit."""
    named = (say.title(figure), stated(figure))
    if figure.low == figure.high or None in (figure.low, figure.high):
        return Text("{0}（{1}）", "{0} ({1})").format(*named)
    if over:
        return Text("{0}（{1}）的上端", "the upper end of {0} ({1})").format(*named)
    return Text("{0}（{1}）的下端", "the lower end of {0} ({1})").format(*named)


def _beyond(figure: Figure, *, over: bool) -> float:
    """The end of a figure that lies beyond a limit, in base units."""
    return _end(figure, figure.high if over else figure.low)


def _end(figure: Figure, end: Decimal | None) -> float:
    return float(end) * factor_of(figure.unit) if end is not None else 0.0


def _like(figure: Figure, dimension: str) -> bool:
    """Whether a figure counts what a limit counts; a bare amount of a credit line is money."""
    known = unit(figure.unit)
    return (known.dimension if known is not None else "money CNY") == dimension
