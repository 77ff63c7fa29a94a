"""The one table of verdicts, and an assessment: what the record says of a claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from desktop.core.span import OriginalRef
from desktop.core.text import Text
from desktop.core.value import value


class Verdict(NamedTuple):
    """A verdict: name, mark (colour is never alone), tone of colour and severity (0 fine to 5)."""

    code: str
    name: Text
    mark: str
    tone: str
    severity: int

    def said_of(self, count: int) -> Text:
        """Return the name as it follows a count: "1 holds", "2 hold"."""
        first, _, rest = self.name.en.partition(" ")
        many = _PLURALS.get(first, first) if count != 1 else first
        return Text(self.name.zh, f"{many} {rest}".rstrip())


_PLURALS = {"does": "do", "differs": "differ", "holds": "hold", "changes": "change"}
VERDICTS: dict[str, Verdict] = {
    code: Verdict(code, Text(zh, en), mark, tone, severity)
    for code, zh, en, mark, tone, severity in (
        ("changes_conclusion", "改变结论", "changes the conclusion", "▲", "red", 5),
        ("inconsistent", "不符", "does not hold", "×", "red", 4),
        ("differs", "与记录不同", "differs from the record", "≠", "amber", 4),
        ("conflict", "来源冲突", "sources conflict", "⇄", "amber", 3),
        ("partly", "不尽相符", "does not fully hold", "◐", "amber", 3),
        ("ambiguous", "含义不明", "ambiguous", "?", "amber", 2),
        ("not_found", "未查到", "not found", "∅", "grey", 2),
        ("not_checkable", "无法核查", "cannot be checked", "–", "grey", 1),
        ("by_rounding", "舍入后相符", "holds after rounding", "≈", "green", 0),
        ("consistent", "相符", "holds", "✓", "green", 0),
    )
}
CONFIDENCE: dict[str, Text] = {
    "high": Text("高", "high"),
    "medium": Text("中", "medium"),
    "low": Text("低", "low"),
}
CHECK_NAMES: dict[str, Text] = {
    "title": Text("名称", "title"),
    "date": Text("时间", "date"),
    "requirement": Text("要求", "requirement"),
    "impact": Text("影响", "impact"),
}
CHECK_RESULTS: dict[str, Text] = {
    "match": Text("相符", "matches"),
    "partly": Text("部分相符", "matches in part"),
    "differs": Text("不同", "differs"),
    "not_found": Text("未查到", "not found"),
    "not_checkable": Text("无法核查", "cannot be checked"),
    "not_applicable": Text("不适用", "does not apply"),
}


class PartCheck(NamedTuple):
    """The result for one part of a policy mention (title, date, requirement, impact) and a note on it."""

    part: str
    result: str
    note: Text


@value
class Assessment:
    """What the register or the checked claims say of something that the text claims."""

    id: str
    kind: str
    factor: str
    verdict: Verdict
    claim: Text
    difference: Text
    items: tuple[str, ...]
    source: Text
    confidence: str
    policy: str = ""
    premise: bool = False
    register_id: str = ""
    nearest: tuple[str, ...] = ()
    parts: tuple[PartCheck, ...] = ()
    series: tuple[str, ...] = ()
    original: OriginalRef | None = None


def worst(verdicts: Iterable[Verdict]) -> Verdict | None:
    """Return the most severe verdict, or None when there is none."""
    return max(verdicts, key=lambda v: (v.severity, v.tone == "red"), default=None)
