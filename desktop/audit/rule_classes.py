"""How many classes or chapters a text gives a document (分作五级, 共八章), told in words, against the register."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result
from desktop.audit.provisions import provisions
from desktop.audit.reading import number
from desktop.audit.rule_told import KEY, called, told
from desktop.audit.scope import Rule
from desktop.core.finding import Passed
from desktop.core.policy import RegisterEntry
from desktop.core.span import Anchor
from desktop.core.text import Text
from desktop.core.verdict import VERDICTS

_CLASSES: Final = re.compile(
    r"(?:分[为成作]|划[为成分]+|共有?|设[有了]?|包[括含]|列出|提出|归[为成]|定[为成])(?P<told>(?P<n>[一二两三四五六七八九十]{1,3}|\d{1,3})"
    r"(?:个(?=等?级|类别|层级))?(?P<of>等?级别?|层级|类别?|章|条|项))"
)
_KIND: Final = {"等级": "级", "级别": "级", "层级": "级", "等级别": "级", "类别": "类"}
CLASSES: Final = Text(
    "文中说{0}有{1}，登记簿写的是{2}。", "The text gives {0} {1}; its register entry has {2}."
)


def classes(rule: Rule, entry: RegisterEntry) -> Iterable[Result]:
    """Hold what the sentence counts against what the entry counts in the same unit."""
    begin = 0 if rule.again else max(0, rule.mention.anchor.end - rule.start)
    for match in _CLASSES.finditer(rule.text, begin):
        unit = _KIND.get(match["of"], match["of"])
        known = [
            p for p in provisions(entry) if p.counted == unit or (unit == "级" and p.dimension == "grade")
        ]
        start = rule.start + match.start("told")
        read = any(f.anchor.start <= start < f.anchor.end for f in rule.near)
        if len(known) != 1 or read or "《" in rule.text[begin : match.start()].lstrip("》"):
            continue  # what is read as a figure is held against the entry with the limits
        count = number(match["n"])
        if count == known[0].number:
            yield Passed(KEY, (rule.mention.id,), VERDICTS["consistent"], known[0].words)
        elif count:
            said = CLASSES.format(called(rule.mention), quote(match["told"]), quote(known[0].words))
            written = formula("{} ≠ {}", quote(match["told"]), known[0].words)
            place = Anchor(rule.mention.anchor.source, start, start + len(match["told"]), match["told"])
            yield told(rule, "differs", "classes", written, said, spans=(place,))
