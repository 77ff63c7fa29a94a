"""What the words between two dates say of their order: from the one to the other, or the second after the first."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure

_YEAR: Final = re.compile(r"\d{4}")
# 从2020年的38%降至2023年的19%: a stretch whose ends have their values with them.
_FROM: Final = re.compile(r"[从由自]$|\bfrom (?:[^,.;]{1,24} (?:in|of) )?$", re.I)
_REACHES: Final = re.compile(
    r"[^，。；！？]{0,18}?[\u4e00-\u9fff]?(?:[到至为成])了?$|[^,.;]{0,30}? to (?:[^,.;]{1,24} (?:in|of|by) )?$",
    re.I,
)
_BACK: Final = re.compile(r"回|退|倒|相当|等于|同比|差|提前|back|return", re.I)
# 随后于2019年: what follows is no earlier; 同年3月 looks ahead, too.
_NEXT: Final = re.compile(
    r"[，。；](?:(?:紧接着|接着|随后|之后|此后|其后|继而|然后|后来|不久|旋即|最终|终于)(?:又|再|便|就"
    r"|才|即|，)*(?:于|在|到|至)?|(?:又|再|并)?(?:于|在)?(?:同年|当年))$"
)
_EARLIER: Final = re.compile(r"此前|早在|之前|以前|曾|已于|早已|追溯|原[定计]|[^，。]*前$")


def reaches(sentence: Sentence, one: Figure, first: str, other: Figure) -> bool:
    """Whether a change is told from one date to the other, with a value at each: 从2020年的38%降至2023年的19%."""
    lead = sentence.text[: one.anchor.start - sentence.start]
    if not any(c.isdecimal() for c in first) or _BACK.search(first) or not _YEAR.search(other.as_printed):
        return False
    return bool(_FROM.search(lead) and _REACHES.fullmatch(first))


_BEGUN: Final = re.compile(
    r"(?:年?[初底末]|[春夏秋冬]天?)?(?:正式|就|才|便|又|在[\u4e00-\u9fff]{1,6}?)?(?:开园|开业|开张|开馆"
    r"|开服|开通|开播|开门|成立|创立|创办|创刊|上线|首航|首播|首演|投产|投运|通车|上市|面世|问世|启用"
    r"|动工|开工|奠基)了?[^，。；的]{0,8}，(?:又|并|再)?(?:于|在|到|至)?$"
)
# What comes before a beginning, or looks back on it.
_BEFORE: Final = re.compile(
    r"签|租|拿|立项|批|筹|注册|设计|招|买|购|申请|备案|提|研|试|原|前身|曾|已|早|始|成立|工|融|更名|前"
    r"|老|旧|首|第一|选|投资|规划|完成|获|出生|进入|加入|从|由|起|的|时"
)


# What cannot be before the event that the sentence tells first: 重新开放, 才完工; and 拖到 right before a date.
_OUTCOME: Final = re.compile(
    r"(?:重新|才|终于|方才|最后|最终|恢复|复[工产牌航业学播映线]|完工|竣工|建成|闭幕|收官|告终|获释|出院)"
)
_LOOKS_BACK: Final = re.compile(r"此前|早在|之前|以前|曾|已|早|追溯|比|较|的[^，]{0,4}，|原[来有]")
_UNTIL: Final = re.compile(
    r"[，。；][^，。；\d]{0,8}(?:直到|直至|拖到|拖至|一直到|等到|熬到|延至|延到"
    r"|推迟到|延后到)$"
)


def follows(one: Figure, other: Figure, first: str, then: str) -> bool:
    """Whether words right before the second date say that it comes after the first."""
    told = _NEXT.search(first)
    if told is None and _BEGUN.fullmatch(first) and then and not _BEFORE.search(then):
        return bool(_YEAR.search(one.as_printed) and _YEAR.search(other.as_printed))
    if told is None and (
        _UNTIL.search(first) or (first.endswith(("，", "，于", "，在", "，到")) and _OUTCOME.match(then))
    ):
        plain = first.count("，") == 1 and not _LOOKS_BACK.search(first + then)
        return plain and bool(_YEAR.search(one.as_printed) and _YEAR.search(other.as_printed))
    return (
        told is not None
        and not _EARLIER.search(first)
        and not re.match(r"[^，。；]{0,8}(?:已|曾|之?前)", then)
        and (bool(_YEAR.search(other.as_printed)) or told[0].endswith("年"))
        and one.period is not None
        and one.period.start is not None
    )
