"""English turns of phrase about money: 3p in the pound, interest each month, the cheaper of two prices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.english_words import HEDGE, VALUE, figure_of, marked
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.reading import Reading
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "english_money"
_SPEAKS: Final = re.compile(
    r"\b(?:in the pound|(?:on|in) the (?:dollar|euro|pound)|interest|cheaper|dearer|pricier|expensive)\b"
)
_COINS: Final = re.compile(
    rf"(?P<whole>{VALUE})[^.;]{{0,60}}? (?P<coins>\d{{1,2}}(?:\.\d+)?)(?:p| ?pence| ?cents|c) "
    rf"(?:in|on) the (?:pound|dollar|euro)(?: [a-z]+){{0,3}},? (?:or |which is |that is |making )?"
    rf"{HEDGE}(?P<part>{VALUE})"
)
_INTEREST: Final = re.compile(
    rf"(?P<whole>{VALUE})[^.;]{{0,60}}? at (?P<rate>{VALUE}) (?:a|per|each) (?P<time>month|year|quarter|week)\b"
    rf"[^.]{{0,90}}? {HEDGE}(?P<part>{VALUE}) (?:of|in) interest (?:a|per|each|every) (?P=time)\b"
)
_PRICES: Final = re.compile(
    rf"(?P<one>{VALUE})[^.;]{{0,40}}?,? (?:so|and|but|while) at (?:just |only )?(?P<two>{VALUE}),? (?:the )?"
    r"[A-Za-z][\w'’ -]{1,30}? (?:was|is|were|are) (?:(?:the|much|far|clearly|still) ){0,2}"
    r"(?:(?P<low>cheaper)|(?P<high>dearer|pricier|more expensive))\b(?! than)"
)
PART: Final = Text("{0} × {1} = {2}，不是文中的{3}。", "{0} × {1} = {2}, not {3} as the text says.")
TURNED: Final = Text(
    "文中说{0}，但{1}与{2}相比正好相反。",
    "The text says {0}, but it is the other way round: {1} against {2}.",
)


@check(KEY, "英文里的钱", "money in English phrases", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Check what is paid of a debt, what a loan costs each month, and which of two prices is the lower."""
    if not _SPEAKS.search(piece.text):
        return
    for sentence in piece.sentences:
        if len(sentence.amounts) < 2:
            continue
        reading = Reading(sentence)
        text = marked(reading)
        for match in _COINS.finditer(text):
            coins = float(match["coins"])
            yield from _part(reading, match, Interval(coins / 100, coins / 100), same(f"{match['coins']}%"))
        for match in _INTEREST.finditer(text):
            rate = figure_of(reading, match["rate"])
            claim = as_claim(rate)
            if rate.unit == "%" and claim is not None and claim.low > 0:
                yield from _part(reading, match, claim.scaled(0.01), bare(rate))
        for match in _PRICES.finditer(text):
            yield from _prices(reading, match)


def _part(reading: Reading, match: re.Match[str], share: Interval, shown: Text) -> Iterator[Result]:
    whole, part = (figure_of(reading, match[k]) for k in ("whole", "part"))
    first, own, value = as_claim(whole), as_claim(part), value_of(whole)
    if whole.unit != part.unit or whole.unit in ("", "%") or first is None or own is None or not value:
        return
    point = amount(value * (share.low + share.high) / 2, part)
    written = formula("{} × {} = {}", bare(whole), shown, point)
    if first.times(share).meets(own):
        yield say.passed(KEY, (part, whole), written, rounded=True)
    else:
        said = PART.format(bare(whole), shown, point, stated(part))
        yield say.finding(KEY, "inconsistent", (part, whole), written, said, "part")


def _prices(reading: Reading, match: re.Match[str]) -> Iterator[Result]:
    other, own = figure_of(reading, match["one"]), figure_of(reading, match["two"])
    a, b = value_of(other), value_of(own)
    if _plain(reading, other, own) and a is not None and b is not None and a != b:
        written = formula("{} {} {}", bare(own), "<" if b < a else ">", bare(other))
        if (b < a) == (match["low"] is not None):
            yield say.passed(KEY, (own, other), written)
        else:
            words = reading.text[match.start("two") : match.end()]
            said = TURNED.format(quote(words), bare(own), bare(other))
            yield say.finding(KEY, "changes_conclusion", (own, other), written, said, "order")


def _plain(reading: Reading, *figures: Figure) -> bool:
    """Whether these are all the amounts of a sentence, of one currency."""
    same_unit = len({f.unit for f in figures}) == 1 and figures[0].unit not in ("", "%")
    return same_unit and len(reading.sentence.amounts) == len(figures)
