"""What a checked claim tells: the instruments it is on, what it leaves open, and which findings say the same."""

from __future__ import annotations

import re
from typing import Final

from desktop.core.finding import Finding, Input
from desktop.core.policy import RegisterEntry
from desktop.core.text import Text
from desktop.core.verdict import VERDICTS, Assessment, Verdict, worst

REGISTER: Final = Text("登记簿", "register")
WHOLE: Final = 100.0
WEIGHED: Final = ("requirement", "impact")
LEFT: Final = {
    "differs": "partly",
    "partly": "partly",
    "not_found": "not_checkable",
    "not_checkable": "not_checkable",
}
_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_DATE: Final = re.compile(r"(\d{4})年(?:第?\d+季度|\d+月(?:\d+日)?)?")
_NEAR: Final = 0.011  # relative: 33.3 in a formula is the 33 of a sentence
ON_RULES: Final = ("policy", "rule_scope", "old_duty", "conditions", "named_standard")
_MARKS: Final = re.compile(r"[《》〈〉“”‘’\"]|^中华人民共和国")


def instruments(claim: Assessment, register: tuple[RegisterEntry, ...]) -> tuple[Input, ...]:
    """The entry that a checked claim is on and those nearest to it, as operands of what cites the claim."""
    ids = (claim.register_id, *claim.nearest)
    return tuple(Input(REGISTER, e.title) for e in register if e.id in ids)


def doubt_of(claim: Assessment) -> Verdict | None:
    """What is left open of a claim that holds: the verdict on the worst of what it requires and brings about."""
    if claim.verdict.tone != "green":
        return None
    return worst(VERDICTS[LEFT[p.result]] for p in claim.parts if p.part in WEIGHED and p.result in LEFT)


def tells(record: Finding, other: Finding) -> bool:
    """Whether a citation has every number and year that a formula computes or holds an item against.

    A finding on a regulation that has no such number is told by a citation that is on the same instrument.
    """
    written = _numbers(_years(other.formula.zh)) - {WHOLE}
    # Years are held against the sentence even where they are quoted: two causes have the same year easily.
    years = {float(m[1]) for m in _DATE.finditer(other.formula.zh)}
    quoted = [_numbers(s.quote) for s in other.spans]
    added = (written.difference(*quoted) or written.difference(*quoted[:1])) | years
    if not added:
        return other.check in ON_RULES and _of_one_instrument(record, other)
    said = _numbers(_years(record.said.zh))
    return all(any(abs(n - k) <= _NEAR * max(n, k) for k in said) for n in added - years) and years <= said


def _years(words: str) -> str:
    return _DATE.sub(r" \1 ", words)


def _numbers(words: str) -> set[float]:
    return {float(n.replace(",", "")) for n in _NUMBER.findall(words)}


def _of_one_instrument(record: Finding, other: Finding) -> bool:
    """Whether both are on one entry of the register, or the citation has the name that the other looked up."""
    named = _entries(other)
    names = named or {_bare(s.quote) for s in other.spans}
    return bool(names & _entries(record)) or any(name in record.said.zh for name in names)


def _entries(one: Finding) -> set[str]:
    return {_bare(i.shown.zh) for i in one.inputs if i.label == REGISTER}


def _bare(title: str) -> str:
    return _MARKS.sub("", title.strip())
