"""Two parties to one whole: a floor for the one is a ceiling for the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, number, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.provisions import Provision, provisions
from desktop.audit.scope import Whole
from desktop.core.figure import Figure
from desktop.core.finding import Input
from desktop.core.policy import RegisterEntry
from desktop.core.text import Text

KEY: Final = "complement"
_OWN: Final = re.compile(r"银行|本行|自身|己方|本方|我方")
_OTHER: Final = re.compile(r"合作方|对方|合作机构|另一方")
_NOUN: Final = re.compile(r"出资|持股|分成|分担")
OVER = Text(
    "登记簿中{0}写明{1}，另一方因此至多{2}%；文中{3}为{4}，{5}。",
    "The register's {0} says {1}, which leaves the other party {2}% at most; {3} in the text is {4}: {5}.",
)
FLOOR = Text(
    "文中另一处写{0}{1}。这一下限若约束合作方，另一方至多{2}%，而{3}为{4}，{5}；文中没有写明它约束哪一方。",
    "Elsewhere the text has {0} {1}. If that floor binds the partner, the other party has {2}% at most, while {3} is "
    "{4}: {5}; the text does not say whom the floor binds.",
)
EDGE = Text("只有恰好{0}%才同时满足", "both hold only at exactly {0}%")
BEYOND = Text("两者不能同时成立", "both cannot hold")


@check(KEY, "互补占比", "complementary shares", "dossier")
def run(whole: Whole, world: World) -> Iterable[Result]:
    """Hold shares of one party against floors for the other: the register's, else the text's own."""
    shares = [
        f
        for f in whole.dossier.figures
        if f.unit == "%" and f.role != "change" and _NOUN.search(f.indicator.zh)
    ]
    own = [f for f in shares if _is_own(f)]
    if not own:
        return
    floors = [
        f
        for f in shares
        if f.role == "threshold" and f.comparator == ">=" and not _OWN.search(f.indicator.zh)
    ]
    rules = list(_rules(world))
    for figure in own:
        noun = _noun(figure)
        told = next(
            (
                _by_rule(figure, floors, e, r)
                for e, r in rules
                if noun in r.subject and _over(figure, r.number)
            ),
            None,
        )
        mine = next(
            (f for f in floors if _noun(f) == noun and f is not figure and _over(figure, value_of(f))), None
        )
        if told is not None:
            yield told
        elif mine is not None:
            yield _by_floor(figure, mine)


def _rules(world: World) -> Iterable[tuple[RegisterEntry, Provision]]:
    for entry in world.record.register:
        if entry.status in ("draft", "superseded", "expired"):
            continue
        for rule in provisions(entry):
            if rule.of_partner and rule.dimension == "share" and rule.sign in ("≥", "不低于"):
                yield entry, rule


def _noun(figure: Figure) -> str:
    found = _NOUN.findall(figure.indicator.zh)
    return str(found[-1]) if found else ""


def _is_own(figure: Figure) -> bool:
    name = figure.entity.zh + figure.indicator.zh
    ours = _OWN.search(figure.indicator.zh) if figure.role == "threshold" else _OWN.search(name)
    return bool(ours) and not _OTHER.search(name)


def _over(figure: Figure, floor: float | None) -> bool:
    """Whether the words of a share allow no less than what the other party's floor leaves."""
    claim = as_claim(figure)
    low = float(figure.low) if figure.low is not None else 0.0
    return claim is not None and floor is not None and low >= 100 - floor


def _tail(figure: Figure, most: float) -> tuple[Text, bool]:
    edge = float(figure.low or 0) == most
    return (EDGE.format(number(most)) if edge else BEYOND), edge


def _by_rule(figure: Figure, floors: list[Figure], entry: RegisterEntry, rule: Provision) -> Result:
    most = 100 - rule.number
    tail, edge = _tail(figure, most)
    said = OVER.format(
        quote(entry.title), quote(rule.words), number(most), say.title(figure), stated(figure), tail
    )
    written = formula("100% − {}% = {}%", number(rule.number), number(most))
    same_floor = [f for f in floors if value_of(f) == rule.number and _noun(f) == _noun(figure)]
    extra = [Input(entry.title, rule.words), *say.inputs(*same_floor[:1])]
    return say.finding(KEY, "partly" if edge else "differs", (figure,), written, said, "floor", extra)


def _by_floor(figure: Figure, floor: Figure) -> Result:
    least = value_of(floor) or 0.0
    most = 100 - least
    tail, _ = _tail(figure, most)
    said = FLOOR.format(
        say.title(floor), stated(floor), number(most), say.title(figure), stated(figure), tail
    )
    written = formula("100% − {}% = {}%", number(least), number(most))
    return say.finding(KEY, "partly", (figure, floor), written, said, "own")
