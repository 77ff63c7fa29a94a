"""An English noun of one quantity with a value of another: storage costs of 3 terabytes, a wait of 12 dollars."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.english_numbers import CHINESE
from desktop.audit.say import told as finding_of
from desktop.audit.scope import Prose
from desktop.core.span import Anchor
from desktop.core.text import Text, same

KEY: Final = "english_nouns"
_NOUNS: Final = {
    "money": (
        r"costs?|prices?|fees?|rents?|revenues?|bills?|wages?|salar(?:y|ies)|profits?|budgets?"
        r"|incomes?|spending|turnover|fines?|fares?|expenses|subsid(?:y|ies)|debts?"
    ),
    "time": (
        r"(?:waiting|delivery|journey|travel|response|cycle|processing|lead|training|flight|queueing|queue"
        r"|loading|cooking|boot|reading) times?"
        r"|(?:average|mean|median|typical|longest|shortest) (?:[a-z-]+ ){1,2}times?"
        r"|durations?|waits?|delays?|lifespans?"
    ),
    "length": r"(?:trips?|journeys?|routes?|commutes?|rides?|deliver(?:y|ies)) (?=cover|span|stretch)"
    r"|distances?|lengths?|heights?|widths?|depths?|mileage",
    "mass": r"weights?",
    "temperature": r"temperatures?",
    "count": r"headcount|workforce|(?:number|numbers) of [a-z]+",
}  # fmt: skip
_UNITS: Final = {
    "data": r"(?:kilo|mega|giga|tera|peta|exa)?bytes?|[KMGTPE]B\b|(?:mega|giga|kilo)?bits",
    "power": r"(?:kilo|mega|giga|tera)?watts?(?:[- ]hours?)?|[kMGT]Wh?\b",
    "mass": r"kilograms?|kilos?|kg\b|tonnes?|tons?|grams?|ounces?",
    "length": r"(?:kilo|centi|milli)?met(?:re|er)s?|km\b|cm\b|mm\b|miles?|feet|foot|inch(?:es)?|yards?",
    "area": r"square (?:kilo)?(?:met(?:re|er)s?|feet|miles?)|hectares?|acres?",
    "volume": r"(?:milli)?lit(?:re|er)s?|gallons?|barrels?|pints?",
    "temperature": r"degrees?(?: celsius| fahrenheit)?|°[CF]",
    "time": r"seconds?|minutes?|hours?|days?|weeks?|months?|years?",
    "money": r"dollars?|euros?|yuan|rupees?",
}  # fmt: skip
_NAMES: Final = {
    "money": Text("金额", "money"), "time": Text("时间", "time"), "length": Text("长度", "length"),
    "mass": Text("重量", "weight"),
    "temperature": Text("温度", "temperature"), "count": Text("数目", "a count"), "data": Text("数据量", "data"),
    "power": Text("电力", "power"), "area": Text("面积", "area"), "volume": Text("容量", "volume"),
}  # fmt: skip
_GOES: Final = {  # kinds of value that a noun may well be told in
    "money": ("money", "time"), "time": ("time",), "length": ("length", "time"), "mass": ("mass",),
    "temperature": ("temperature", "time"), "count": ("count", "time", "money"),
}  # fmt: skip
_NOUN: Final = "|".join(f"(?P<{kind}>{words})" for kind, words in _NOUNS.items())
_UNIT: Final = "|".join(f"(?P<u_{kind}>{words})" for kind, words in _UNITS.items())
_SAYS: Final = re.compile(
    rf"\b(?:{_NOUN})(?: (?:of|for|per|in|on|at|to) (?!\d)(?:(?!was|were|is|are|reached)[a-z'-]+ ?){{1,4}}?)? ?"
    rf"(?:was|were|is|are|reached|comes? to|came to|amounts? to|amounted to|stood at|stands at|rose to"
    rf"|fell to|hit|totals?|totalled|averaged|averages|climbed to|dropped to|covered|covers|spanned|spans"
    rf"|stretched|stretches|of"
    rf"|(?:rose|fell|went|grew|dropped|climbed|jumped|slipped|was cut|were cut) from"
    rf" [$£€]?[\d.,]+(?: [a-z]+){{0,2}} to) "
    rf"(?:about |around |roughly |nearly |almost |some |only |just |over |under |more than |less than "
    rf"|up to |an average of )?"
    rf"(?:(?P<cash>[$£€]) ?)?(?P<n>\d[\d,.]*\d|\d)(?: (?:thousand|million|billion))?(?:(?P<pct>%)|(?:["
    rf" -]?(?:{_UNIT})(?![a-z-])))?(?P<rest> (?:of|worth|a|per|each|more|less|above|below|ago|old)\b)?",
    re.I,
)
# What makes up a part of a bill is money: 27 million gigabytes, made up about 34% of the bill
_OF_BILL: Final = re.compile(
    rf"(?P<n>\d[\d,.]*)(?: (?:thousand|million|billion))?[ -]?(?:{_UNIT})(?![a-z-]),? (?:which )?"
    rf"(?:made up|makes? up|accounted for|accounts? for|took|takes|was|is) (?:about |around |roughly |nearly )?"
    rf"\d[\d.]*(?:%| per ?cent) of (?:the |its |all |total )*"
    rf"(?P<bill>bill|costs?|spending|budget|revenues?|expenses)\b",
    re.I,
)
WRONG: Final = Text(
    "{0}说的是{1}，写的却是{2}（{3}）。", "{0} is {1}, but what is given is {2}, which is {3}."
)


@check(KEY, "英文名称与单位", "nouns and units in English", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Find values whose unit cannot be of what their noun names."""
    if CHINESE.search(piece.text):
        return
    yield from _parts(piece)
    for match in _SAYS.finditer(piece.text):
        unit = next((k for k in _UNITS if match[f"u_{k}"]), "")
        kind = next(k for k in _NOUNS if match[k])
        if match["cash"]:
            unit = "money"
        if (
            not unit
            or unit in _GOES[kind]
            or (match["rest"] or "").strip() in ("of", "worth", "more", "less", "above", "below")
        ):
            continue
        start = match.start("cash") if match["cash"] else match.start("n")
        words = re.sub(r" (?:of|worth|a|per|each|ago|old)$", "", piece.text[start : match.end()])
        yield _found(piece, start, words, match[kind], kind, unit)


def _parts(piece: Prose) -> Iterable[Result]:
    for match in _OF_BILL.finditer(piece.text):
        unit = next((k for k in _UNITS if match[f"u_{k}"]), "money")
        if unit not in _GOES["money"]:
            end = max(match.end(f"u_{unit}"), match.end("n"))
            words = piece.text[match.start("n") : end]
            yield _found(piece, match.start("n"), words, match["bill"], "money", unit)


def _found(piece: Prose, start: int, words: str, noun: str, kind: str, unit: str) -> Result:
    """What is wrong with a noun and the value that stands at an offset of its paragraph."""
    first, begin = piece.figures[0], piece.start + start
    near = [f for f in piece.figures if begin <= f.anchor.start < begin + len(words)]
    items = tuple(f.id for f in near) or (first.factor or first.id,)
    place = Anchor(first.anchor.source, begin, begin + len(words), words)
    said = WRONG.format(quote(same(noun)), _NAMES[kind], quote(same(words)), _NAMES[unit])
    written = formula("{} ≠ {}", _NAMES[kind], _NAMES[unit])
    return finding_of(KEY, "inconsistent", items, (), written, said, (place,), "unit", tag=f"{start}")
