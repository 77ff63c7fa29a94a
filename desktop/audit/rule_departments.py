"""How many departments issued a regulation, as a text counts them (七部门的《…》), against the register."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.provisions import provisions
from desktop.audit.reading import number
from desktop.audit.rule_issuer import AFTER_TITLE
from desktop.audit.scope import Rule
from desktop.core.policy import RegisterEntry

_AHEAD: Final = re.compile(
    r"(?P<told>(?P<n>[一二两三四五六七八九十]{1,2}|\d{1,2})(?:个|家)?(?:中央)?(?:监管|金融)?(?:部门|部委|机构))"
    r"(?:办公厅|联合|共同|合力|一起|一道|又|就|的|了|于|在|公开|正式|印发|发布|出台|下发|公布|发出|推出|制定|起草|签发|\s|[\d年月日底初])*《?$"
)
_BEHIND: Final = re.compile(
    AFTER_TITLE
    + r"由[^，。；《》]{0,24}?(?P<told>(?P<n>[一二两三四五六七八九十]{1,2}|\d{1,2})(?:个|家)?(?:部门|部委|机构))"
    r"(?:联合|共同)*(?:印发|发布|出台|下发|公布|制定)"
)
_AND_OTHERS: Final = re.compile(r"等(?P<n>[一二两三四五六七八九十]{1,2}|\d{1,2})(?:个|家)?(?:部门|部委|机构)")
_COUNTED: Final = "发文部门"


def departments_told(rule: Rule) -> tuple[str, int, int, int] | None:
    """The words by which a sentence counts the issuers, their offsets in the source, and the number."""
    if "部" not in rule.text and "机构" not in rule.text:
        return None
    at = rule.mention.anchor
    match, begin = _AHEAD.search(rule.words(rule.start, at.start)), rule.start
    if match is None:
        match, begin = _BEHIND.search(rule.words(at.end, rule.start + len(rule.text))), at.end
    if match is None:
        return None
    return match["told"], begin + match.start("told"), begin + match.end("told"), number(match["n"])


def departments(entry: RegisterEntry) -> int:
    """How many departments the register names or counts; 0 where it leaves that open."""
    for one in provisions(entry):
        if one.subject.endswith(_COUNTED):
            return int(one.number)
    issuer = entry.issuer.zh
    others = _AND_OTHERS.search(issuer)
    if others is not None:
        return number(others["n"])
    return 0 if "等" in issuer or "（" in issuer else len(issuer.split("、"))
