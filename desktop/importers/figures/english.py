"""English around a figure: 12 May 2023, May 12th 2023, in 2022, and the noun phrase before the verb."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = "janfebmaraprmayjunjulaugsepoctnovdec"
_MONTH: Final = (
    r"(?P<m>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_TH: Final = r"(?:st|nd|rd|th)"
_DAY_FIRST: Final = re.compile(
    rf"(?P<d>\d{{1,2}})(?:{_TH}(?: of|,)?)? {_MONTH}(?:,? (?P<y>(?:19|20)\d\d)(?!\d))?(?![A-Za-z])"
)
_AHEAD: Final = re.compile(rf"(?<![A-Za-z]){_MONTH} $")
_DAY_AND_YEAR: Final = re.compile(rf"(?P<d>\d{{1,2}})(?:{_TH},?(?: of)?|,) (?P<y>(?:19|20)\d\d)(?!\d)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?![\d,.]\d|\d| ?[%$€£-]| [a-z]*illion)")
_YEAR_AHEAD: Final = re.compile(r"(?<![A-Za-z])(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Dd]uring|of) $")
_REACH: Final = 11  # characters of the longest month and its space, or more

_FUNCTION_SPELT: Final = (
    "a an the its their his her our this that these those which who it they he she we i you is are was were be "
    "been being has have had do does did will would can could may might must shall should of in on at by for "
    "from to into with within about around nearly almost roughly approximately over under than more less fewer "
    "least most up down as and or but while when where after before since until only just currently now also "
    "still already even then so not no some all any each every per between against during through "
    "increase decrease rise fall drop gain loss total average including"
)
_FUNCTION: Final = frozenset(_FUNCTION_SPELT.split())
_VERBS_SPELT: Final = (
    "rose fell grew told said lost won made paid sold bought cut hit held kept left ran spent took went gave got "
    "became began brought came saw stood rises falls grows reaches totals averages makes costs accounts remains "
    "is are was were has have had will would can could declines increases drops jumps owes fallen risen grown "
    "holds represents includes employs serves"
)
_VERBS: Final = frozenset(_VERBS_SPELT.split())
_NO_VERBS: Final = frozenset(("speed", "need", "hundred", "feed", "seed", "bed", "red", "breed"))


def date(text: str, pos: int, start: int) -> tuple[int, int, str] | None:
    """Return start, end and period of the date whose first number is at ``pos``: 12 May 2023, May 2023, in 2022."""
    ahead = text[max(start, pos - _REACH) : pos]
    month = _AHEAD.search(ahead)
    if month:
        first = pos - len(ahead) + month.start()
        if day := _DAY_AND_YEAR.match(text, pos):
            return first, day.end(), f"{day['y']}-{_number(month)}-{int(day['d']):02}"
        year = _YEAR.match(text, pos)
        return (first, year.end(), f"{year[0]}-{_number(month)}") if year else None
    if found := _DAY_FIRST.match(text, pos):
        period = f"{_number(found)}-{int(found['d']):02}"
        return pos, found.end(), f"{found['y']}-{period}" if found["y"] else period
    year = _YEAR.match(text, pos) if _YEAR_AHEAD.search(ahead) else None
    return (pos, year.end(), year[0]) if year else None


def _number(match: re.Match[str]) -> str:
    return f"{_NAMES.index(match['m'][:3].lower()) // 3 + 1:02}"


def subject(words: str) -> str:
    """Return the noun phrase of English words before a figure, or an empty string: no verb, no function word."""
    told = words.split() if not any(c.isdigit() for c in words) else []
    for n, word in enumerate(told):
        low = word.lower()
        if low in _VERBS or (low.endswith("ed") and low not in _NO_VERBS):
            del told[n:]
            break
    while told and told[-1].lower() in _FUNCTION:
        told.pop()
    while told and told[0].lower() in _FUNCTION:
        del told[0]
    return "" if len(told) == 1 and told[0].islower() and told[0].endswith("ing") else " ".join(told)
