"""Rates of interest above the limit of the courts: 年利率48%, but not 48%的受访者说利率不清楚."""

from __future__ import annotations

import re
from typing import Final

from desktop.core.figure import Figure

# Upper limit of the courts' protection of private lending, Aug 2015 to Aug 2020; above it, interest was void.
LEGAL_CAP: Final = 36.0
_CLAUSE: Final = re.compile(r"[，,；;。：:！？\n]")
_RATE: Final = re.compile(r"年化|(?<![毛净权])利率|APR|annual(?:ised)? rate|interest rate", re.I)
_CAPS: Final = re.compile(r"红线|上限|不得|超过|禁止|无效|以上|cap|limit|ceiling", re.I)
# What a percentage of people say or do: what they speak of is not what the percentage is of.
_PEOPLE: Final = re.compile(
    r"的?[^，,。；\d]{0,8}?(?:说|称|认为|觉得|表示|反映|嫌|抱怨|不满|不清楚|不知|不懂|担心|希望|在意|人|者|户|客)"
    r"|\s(?:of|say|said|find|found|think|complain)"
)


def is_interest(figure: Figure, name: str, around: str) -> bool:
    """Whether a percentage is a rate of interest and not a limit to one, nor a share of what has to do with it."""
    behind = figure.anchor.suffix
    if _RATE.search(name) is None or _CAPS.search(around) is not None or _PEOPLE.match(behind) is not None:
        return False
    if figure.table or _RATE.match(behind.lstrip(" 的")) is not None:
        return True
    own = figure.indicator.zh
    before = _CLAUSE.split(figure.anchor.prefix)[-1] + (own if own and own not in behind else "")
    return _RATE.search(before) is not None
