"""English rates that are shares of a whole: no fill rate, pass rate or attendance is above 100 %."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.english_words import HEDGE, VALUE, figure_of, marked
from desktop.audit.reading import Reading
from desktop.audit.scope import Prose
from desktop.core.text import Text

KEY: Final = "english_limits"
_RATE: Final = re.compile(
    r"\b(?P<name>(?:fill|pass|success|hit|error|failure|defect|survival|conversion|click-through|open|approval"
    r"|acceptance|attendance|response|dropout|drop-out|literacy|vaccination|graduation|recycling|employment"
    r"|unemployment|participation|turnout|churn|vacancy|cure|win|detection|accident|punctuality|on-time"
    r"|completion|reply|refusal|rejection|poverty|home-ownership) rates?|punctuality|uptime|turnout|voter turnout)"
    r"(?: \([^()]*\))?(?: (?:of|for|in|at|on|among) (?!\ue000)[a-z' -]{2,30}?)?"
    r"(?: (?:was|is|were|are|stood at|reached|hit|touched|averaged|rose to|climbed to|fell to|dropped to|came to"
    rf"|peaked at|ran at|at|of|:))+ {HEDGE}(?P<rate>{VALUE})",
    re.I,
)
_OF_TIME: Final = re.compile(
    rf"\b(?P<name>up|available|online|on time|in use|reachable|ran|runs|open|worked|works|running"
    rf"|full)(?: for| about)? {HEDGE}(?P<rate>{VALUE}) of the time",
    re.I,
)
_ELSE: Final = re.compile(
    r" of (?:the )?(?:target|plan|last year|forecast|budget|the year|\d)|\b(?:growth|increase|index)\b"
)
OVER: Final = Text(
    "{0}写作{1}，但这类比率不可能超过100%。", "The {0} is given as {1}, but it cannot exceed 100%."
)


@check(KEY, "英文比率的上限", "limits of rates in English", "prose", needs={"prose": ("latin", "%")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Find rates above all there is."""
    for sentence in piece.sentences:
        if not any(f.unit == "%" and f.low is not None and f.low > 100 for f in sentence.amounts):
            continue
        reading = Reading(sentence)
        text = marked(reading)
        for match in (*_RATE.finditer(text), *_OF_TIME.finditer(text)):
            rate = figure_of(reading, match["rate"])
            behind = text[match.end() : match.end() + 24]
            if rate.unit != "%" or rate.low is None or rate.low <= 100 or _ELSE.match(behind):
                continue
            said = OVER.format(quote(match["name"]), stated(rate))
            yield say.finding(KEY, "inconsistent", (rate,), formula("{} > 100%", stated(rate)), said, "rate")
