"""Two parties to one whole: a floor for the one is a ceiling for the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.provisions import provisions
from desktop.audit.scope import Whole
from desktop.core.finding import Input
from desktop.core.text import Text

KEY: Final = "complement"
_OWN: Final = re.compile(r"银行|本行|自身|己方|本方")
_OTHER: Final = re.compile(r"合作方|对方|合作机构")
_NOUN: Final = re.compile(r"出资|持股|分成|分担")
OVER = Text(
    "“{0}”为{1}；登记簿“{2}”要求合作方{4}不低于 {3}%，另一方至多 {5}%，{6}。",
    "{0} is {1}; the register's “{2}” requires the partner to have at least {3}%, which leaves the other party "
    "{5}% at most: {6}.",
)
EDGE = Text("“以上”只剩恰好 {0}% 一种可能", "only exactly {0}% would be left")
BEYOND = Text("两者不能同时成立", "both cannot be")


@check(KEY, "互补占比", "complementary shares", "dossier")
def run(whole: Whole, world: World) -> Iterable[Result]:
    """Hold shares of one party against the register's floors for the other."""
    if not any(f.unit == "%" and _NOUN.search(f.indicator.zh) for f in whole.dossier.figures):
        return
    entries = [e for e in world.record.register if e.status not in ("draft", "superseded", "expired")]
    rules = [
        (entry, rule)
        for entry in entries
        for rule in provisions(entry)
        if rule.of_partner and rule.dimension == "share" and rule.sign in ("≥", "不低于")
    ]
    if not rules:
        return
    assessed = {i for a in whole.dossier.assessments for i in a.items}
    for figure in whole.dossier.figures:
        name = figure.entity.zh + figure.indicator.zh
        noun = _NOUN.search(figure.indicator.zh)
        if figure.unit != "%" or figure.role == "change" or noun is None or figure.id in assessed:
            continue
        if not _OWN.search(name) or _OTHER.search(name):
            continue
        claim = as_claim(figure)
        for entry, rule in rules:
            if claim is None or noun[0] not in rule.subject:
                continue
            most = 100 - rule.number
            low = float(figure.low) if figure.low is not None else 0.0
            if low < most:
                continue
            edge = low == most
            tail = EDGE.format(say.number(most)) if edge else BEYOND
            said = OVER.format(
                say.title(figure),
                say.printed(figure),
                entry.title,
                say.number(rule.number),
                noun[0],
                say.number(most),
                tail,
            )
            formula = f"100% − {say.number(rule.number)}% = {say.number(most)}%"
            extra = [Input(entry.title, Text(rule.words, entry.key_numbers.en))]
            yield say.finding(KEY, "partly" if edge else "differs", (figure,), formula, said, "floor", extra)
            break
