"""Numbers of an English text that are no figures: 124 of "Of 200 users, 124", "a third", "one in five", 45p."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.english_number import COUNTED, POINTS, SHARE, TIME, Number
from desktop.audit.english_words import one_of
from desktop.audit.interval import ABOUT_SHARE
from desktop.core.units import unit

_ONES: Final = {w: n for n, w in enumerate(
    ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
     "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
)}  # fmt: skip
_TENS: Final = {w: n * 10 for n, w in enumerate(
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
)}  # fmt: skip
WORDED: Final = (
    rf"(?:(?:an?|{'|'.join(_ONES)}) hundred(?: and)? )?"
    rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES)}))?|{'|'.join(sorted(_ONES, key=len, reverse=True))})"
)
_PARTS: Final = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
                 "ninth": 9, "tenth": 10}  # fmt: skip
BARE: Final = re.compile(
    rf"(?<![\w.,/#№-])(?:"
    rf"(?P<coin>\d[\d,]*(?:\.\d+)?)(?:p\b| ?pence\b|c\b| ?cents\b)"
    rf"|(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\w/]|[-–]\d|[,.]\d)(?P<scale>"
    rf" (?:thousand|million|billion))?"
    rf"|(?P<rate>{WORDED}|an? hundred) (?P<of>percentage points?|points|per ?cent)\b"
    rf"|(?P<long>{WORDED}) (?P<time>second|minute|hour)s?\b"
    rf"|(?P<k>(?:one|two|three|four|five|six|seven|eight|nine|\d{{1,2}}))(?: out of(?: every)?| in(?: every)?)"
    rf" (?P<m>two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d{{1,3}})\b(?! (?:\d|thousand"
    rf"|million|years|months))"
    rf"|(?:(?P<n>an?|one|two|three|four|five|six|seven|eight|nine)[- ])(?P<d>{'|'.join(_PARTS)})s?\b"
    rf"|(?P<half>half)\b)",
    re.I,
)
_NO_PART: Final = re.compile(
    r"\s*(?:-?(?:an?|year|hour|day|time|way|dozen|million|hundred|hours?|price|of (?:19|20)\d\d|of the"
    r" year)\b|(?:results|earnings|ago))",
    re.I,
)
_ORDINAL: Final = re.compile(
    r"\b(?:first|second|third|fourth|last|previous|next|this|each|every|per|final|other|and a|latter|former)[ -]*$",
    re.I,
)
_IN_ALL: Final = re.compile(r" (?:on|in) the (?:dollar|pound|euro)\b")
_ROUND: Final = 0.1  # "a quarter" is said of what lies around it
_SECONDS: Final = {"second": 1.0, "minute": 60.0, "hour": 3600.0}
SCALES: Final = {"": 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NAMED: Final = re.compile(
    r"(?:no\.|number|page|chapter|section|article|line|route|phase|stage|step|part|table|figure|version|round|group"
    r"|january|february|march|april|may|june|july|august|september|october|november|december) $",
    re.I,
)
_ABOUT: Final = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|some|approximately|over|under|(?:more|less|fewer) than|at least|at most"
    r"|up to|close to|just) $", re.I
)  # fmt: skip
THING: Final = re.compile(
    r" (?:of (?:the |its |their )?)?(?:[a-z]+-[a-z]+ )?"
    r"(?!(?:the|its|and|between|over|under|from|for|was|were|are|had|has|have|but|who|that|each|per"
    r"|than|left|more|less|fewer"
    r"|higher|lower|in|to|by|with|while|did|said|would|could|will|last|this|out|of|in|on|at|after"
    r"|before|every|apiece)\b)([a-z]{3,})"
)


def of_words(text: str, match: re.Match[str]) -> Number | None:
    """The number that a match of ``BARE`` states; None of a year, a label (page 12) and a part of no whole."""
    start, end = match.span()
    about = _ABOUT.search(text, 0, start) is not None
    thing = THING.match(text, end)
    noun = one_of(thing[1]) if thing else ""

    def made(point: float, step: float, kind: str, *, rough: bool = False) -> Number:
        wide = max(step / 2, abs(point) * (_ROUND if rough else ABOUT_SHARE if about else 0.0))
        return Number(
            start, end, match[0], point, point - wide, point + wide, kind, noun, not (about or rough)
        )

    if match["coin"]:
        own = float(match["coin"].replace(",", "")) / 100
        if _IN_ALL.match(text, end):
            return made(own * 100, 1.0, SHARE)
        ends = match[0].endswith(("p", "pence"))
        return made(own, 0.01, _money(text, "GBP" if ends else "USD"))
    if match["digits"]:
        if (
            _YEAR.fullmatch(match["digits"])
            or _NAMED.search(text, 0, start)
            or text[start - 1 : start] in "$£€"
        ):
            return None
        scale = SCALES[(match["scale"] or "").strip()]
        decimals = len(match["digits"].partition(".")[2])
        own = float(match["digits"].replace(",", ""))
        return made(own * scale, scale * 10.0**-decimals if scale > 1 or decimals else 0.0, COUNTED)
    if match["rate"]:
        own = float(whole(match["rate"]))
        return made(own, 1.0, SHARE if "cent" in match["of"] and "points" not in match["of"] else POINTS)
    if match["long"]:
        own = float(whole(match["long"])) * _SECONDS[match["time"].lower()]
        return made(own, 0.0, TIME)
    if match["k"]:
        k, m = (float(w) if w.isdigit() else float(whole(w)) for w in (match["k"], match["m"]))
        return made(100 * k / m, 0.0, SHARE, rough=True) if 0 < k < m else None
    if _NO_PART.match(text, end) or _ORDINAL.search(text, 0, start):
        return None
    if match["half"]:
        return made(50.0, 0.0, SHARE, rough=True)
    parts = _PARTS[match["d"].lower()]
    many = 1 if match["n"].lower() in ("a", "an") else _ONES[match["n"].lower()]
    return made(100.0 * many / parts, 0.0, SHARE, rough=True) if many < parts else None


def _money(text: str, code: str) -> str:
    known = unit(code)
    return known.dimension if known is not None else code


def whole(words: str) -> int:
    """A whole number in words or digits: eighteen, twenty-one, a hundred and twelve; 1 of "a"."""
    total = 0
    for word in re.findall(r"[a-z]+|\d+", words.lower()):
        if word == "hundred":
            total = max(total, 1) * 100
        else:
            total += (
                int(word)
                if word.isdigit()
                else _ONES.get(word, _TENS.get(word, 1 if word in ("a", "an") else 0))
            )
    return total
