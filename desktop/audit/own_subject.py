"""A change whose clause names its own subject is not held against values of something else.

毛利率由18%升到23%，营业额少了六成: of the turnover, which is told with values of its own.

That subject has values of its own nearby, so it is a name of the text, and no other word for what the values are of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.finding import Finding

# Readings that hold a change against two values beside it.
OF_CHANGES: Final = frozenset(
    ("relative_change", "points", "multiples", "open_changes", "timed_changes", "trends", "period_basis")
)  # fmt: skip
_CLAUSE: Final = re.compile(r"[，,。！？；;：:（）()\n|]")
_STOP: Final = re.compile(r"[。！？\n]")
_LEAD: Final = re.compile(
    r"\s*(?:同期|其中|但是?|而且?|而|不过|因此|于是|所以|可见|反过来看|换言之|也就是说|两年里?|三年里?|全年|期间|当年|分别|依次|先后|合计|共|各|该|其)*"
)
_SUBJECT: Final = re.compile(
    r"(?P<name>(?![第前后两三这其每各比较由从])[\u4e00-\u9fff]{2,7}?)(?:却|则|也|又|只|才|就|反而|已经?|都|共|累计|合计|全年|同比|环比|逐[年季月期]|一共|大约|约|近|"
    r"平均|连续|分别|还|再|正好|恰好|整整|几乎|[较比].{1,8}?)*"
    r"(?:增|减|降|升|涨|跌|少|多|高|低|扩|缩|翻|下滑|下降|回落|上升|超过|涨幅|降幅|增幅)"
)
# What may stand between a name and its value; 摊位费收入 is no 摊位.
_LABELS: Final = re.compile(
    r"(?:总?[数量额]|数量|总量|总数|规模|人数|金额|\d+\s*[年月日季号]度?|[一二三四上下]?半年|[一二三四]季度|去年|今年|[上前]年|同期|年[末底初]|[月季]?末"
    r"|[^\u4e00-\u9fff\d、]|[由从自为是达约近共有仅只已则也还曾降升增减涨跌到至的分别原后前在])*"
)
_NEGATED: Final = "不未非"
_REACH: Final = 300  # characters before a change in which its subject may have values
_AHEAD: Final = 60
_GAP: Final = 8  # between a name and its value
_TAIL: Final = 2


def elsewhere(finding: Finding, known: dict[str, Figure], dossier: Dossier) -> bool:
    """Whether the change that a finding is raised on is told of something that its values are not of."""
    claim = known.get(finding.items[0])
    values = [f for i in finding.items[1:] if (f := known.get(i)) is not None and not f.is_date]
    source = dossier.source(claim.anchor.source) if claim is not None else None
    if claim is None or source is None or claim.table or not values or any(f.table for f in values):
        return False
    subject = _subject(source.text, claim)
    if not subject or any(_named(source.text, f, subject) for f in values):
        return False
    return any(
        _right_before(source.text, f, subject)
        for f in dossier.figures
        if f.anchor.source == claim.anchor.source and f.id not in finding.items and not f.is_date
        and -_AHEAD < claim.anchor.start - f.anchor.start < _REACH
    ) or _contrary(source.text, values, subject)  # fmt: skip


def _subject(text: str, claim: Figure) -> str:
    """What the clause of a change is about, where the clause says so itself."""
    at = claim.anchor.start
    begin = max((m.end() for m in _CLAUSE.finditer(text, max(0, at - 40), at)), default=max(0, at - 40))
    clause = text[begin : claim.anchor.end + 4]
    lead = _LEAD.match(clause)
    found = _SUBJECT.match(clause, lead.end() if lead is not None else 0)
    return found["name"] if found is not None and begin + found.end("name") <= at else ""


def _named(text: str, value: Figure, subject: str) -> bool:
    """Whether the words right before a value, with no other number between, name the subject and not its negation."""
    at = value.anchor.start
    begin = max((m.end() for m in _STOP.finditer(text, max(0, at - 120), at)), default=max(0, at - 120))
    words = text[begin:at]
    names = (subject,) if subject[0] in _NEGATED else (subject[-_TAIL:], subject[:_TAIL])
    behind = _CLAUSE.split(text[value.anchor.end : value.anchor.end + _GAP])[0].partition("、")[0]
    return any(
        name in behind
        or ((m.start() == 0 or words[m.start() - 1] not in _NEGATED) and _LABELS.fullmatch(words[m.end() :]))
        for name in names
        for m in re.finditer(re.escape(name), words + behind)
    )


def _right_before(text: str, value: Figure, subject: str) -> bool:
    """Whether a value of the subject stands right behind its name."""
    at = value.anchor.start
    return subject[-_TAIL:] in text[max(0, at - _GAP - len(subject)) : at] and subject[-_TAIL:] != ""


def _contrary(text: str, values: Sequence[Figure], subject: str) -> bool:
    """Whether the values are of what the subject negates: 良率由96.4%提高到97.9%，不良率降了四成多."""
    if subject[0] not in _NEGATED:
        return False
    return any(_named(text, f, subject[1:]) for f in values)
