"""English amounts and what they come to: £8m, £45m and £110m, £163m in all; £50 less £35 leaves £15."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.adding import added, formula_of
from desktop.audit.amounts import amount, bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.english_words import HEDGE, VALUE, figure_of, marked
from desktop.audit.interval import as_claim, value_of
from desktop.audit.reading import Reading
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "english_totals"
_SPEAKS: Final = re.compile(
    r"\b(?:in all|in total|all told|altogether|combined|together|add(?:s|ed)? up|sum(?:s|med)? to"
    r"|total(?:s|led|ling|ed)?|c[ao]me to|less|minus|leaving|leaves?)\b"
)
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
# Behind the total, or between it and its parts.
_BEHIND: Final = re.compile(r",? (?:in all|in total|altogether|all told|(?:all )?together|combined)\b")
_AHEAD: Final = re.compile(
    rf"(?:(?:,? (?:which )?(?:together |all |combined )?|,? or )(?:add(?:s|ed|ing)? up to|c[ao]me to|coming to"
    rf"|sum(?:s|med|ming)? to|total(?:s|led|ling|ed|ing)?|make|making|made|amounts? to|a total of) )"
    rf"(?:(?:in all|together|a total of) )?{HEDGE}$"
)
# Words between the parts of which no total is made.
_OTHER: Final = re.compile(
    r"\b(?:up|down|rose|fell|grew|from|than|against|compared|per|each|apiece|worth of|of which|including|or|but"
    r"|while|whereas|instead|rather|to|a (?:year|month|week|day)|at|not|by|on top)\b|[;:()–—]"
)
_ALMOST: Final = re.compile(rf",? {HEDGE}$|,$")
_EACH: Final = re.compile(r"\s*(?:an?|per|each|every) (?!total\b)[a-z]+|\s*(?:each|apiece|monthly|daily)\b")
_PLACE: Final = re.compile(r" at (?:the )?[a-z]+(?=,|$| and)")  # £8m at seed
_LESS: Final = re.compile(
    rf"(?P<a>{VALUE})(?: [a-z'’-]+){{0,5}},? (?:less|minus|net of|after deducting) (?:the )?{HEDGE}(?P<b>{VALUE})"
    rf"(?: [a-z'’-]+){{0,5}},? (?:leaves|left|leaving|gives|gave|giving|is|makes|made|comes to|came to|equals) "
    rf"(?:(?!a\b)[a-z'’-]+ ){{0,4}}?{HEDGE}(?P<c>{VALUE})"
)
_OF: Final = re.compile(
    rf"^\s*(?:Out of|Of) (?:(?:the|its|their|every|each|that) ){{0,2}}(?P<a>{VALUE})[^,.;]{{0,40}},"
    rf"(?P<parts>[^.;]*),? leaving (?:just |only |a |the |them |it |us |him |her )*(?P<c>{VALUE})"
)
_NO_MONEY: Final = ("%", "pp", "permille", "times", "rank", "", "year", "month", "day", "week", "hour")
SUM: Final = Text("{0}相加是{1}，不是文中的{2}。", "{0} add up to {1}, not {2} as the text says.")
APART: Final = Text("{0} − {1} = {2}，不是文中的{3}。", "{0} − {1} = {2}, not {3} as the text says.")


@check(KEY, "英文的合计与差", "totals and remainders in English", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Check totals behind two or more amounts that a sentence lists, and what is left of one amount after others."""
    if not _SPEAKS.search(piece.text):
        return
    for sentence in piece.sentences:
        if len(sentence.amounts) < 3 or _CHINESE.search(sentence.text):
            continue
        reading = Reading(sentence)
        text = marked(reading)
        yield from _totals(reading, text)
        for match in _LESS.finditer(text):
            a, b, c = (figure_of(reading, match[k]) for k in "abc")
            yield from _left(c, a, [b])
        for match in _OF.finditer(text):
            parts = [figure_of(reading, m) for m in re.findall(VALUE, match["parts"])]
            if parts and not _OTHER.search(match["parts"].replace(" on top", " by").replace(" to ", " ")):
                yield from _left(figure_of(reading, match["c"]), figure_of(reading, match["a"]), parts)


def _totals(reading: Reading, text: str) -> Iterator[Result]:
    amounts = reading.sentence.amounts
    for n, total in enumerate(amounts):
        lead, start = text[: reading.start(total)], reading.start(total)
        behind = _BEHIND.match(text, reading.end(total))
        told = _AHEAD.search(lead)
        if n < 2 or total.unit in _NO_MONEY or not (behind or told) or total.role != "level":
            continue
        stop = told.start() if told is not None else start
        parts = _listed(reading, text, amounts[:n], stop)
        if len(parts) >= 2 and all(p.unit == total.unit and p.role == "level" for p in parts):
            yield from _sum(total, parts, len(parts) < n)


def _listed(reading: Reading, text: str, before: Sequence[Figure], stop: int) -> list[Figure]:
    """The amounts before a total that one list joins: commas between them, and "and" before the last."""
    found: list[Figure] = []
    for figure in reversed(before):
        between = text[reading.end(figure) : stop]
        plain = _PLACE.sub("", between)
        if _OTHER.search(plain) or _EACH.match(text, reading.end(figure)):
            break
        if not found and "," in _ALMOST.sub("", between, count=1):
            break  # £5m and £6m, losses came to £90m: a subject of its own
        joined = "," in between or " and " in between
        if found and not joined:
            break
        if len(found) == 1 and " and " not in between and " plus " not in between:
            break
        found.append(figure)
        stop = reading.start(figure)
    return found[::-1]


def _sum(total: Figure, parts: list[Figure], partial: bool) -> Iterator[Result]:
    own, value, both = as_claim(total), value_of(total), added(parts)
    if own is None or value is None or both is None:
        return
    for start in range(len(parts) - 1):
        run_ = added(parts[start:])
        if run_ is not None and run_[0].meets(own):
            yield say.passed(KEY, (total, *parts[start:]), formula_of(parts[start:], run_[1], total))
            return
    if not partial:
        point = amount(both[1], total, exact=True)
        said = SUM.format(say.listed([bare(p) for p in parts]), point, stated(total))
        yield say.finding(
            KEY, "inconsistent", (total, *parts), formula_of(parts, both[1], total), said, "total"
        )


def _left(rest: Figure, whole: Figure, parts: list[Figure]) -> Iterator[Result]:
    figures = (rest, whole, *parts)
    if len({f.unit for f in figures}) != 1 or rest.unit in _NO_MONEY[1:]:
        return
    first, both, own = as_claim(whole), added(parts), as_claim(rest)
    a, c = value_of(whole), value_of(rest)
    if first is None or both is None or own is None or a is None or c is None:
        return
    found, point = first.minus(both[0]), a - both[1]
    less = Text(" − ", " − ").join([bare(p) for p in parts])
    shown = amount(point, rest, exact=True)
    written = formula("{} − {} = {}", bare(whole), less, shown)
    if found.meets(own) or found.scaled(-1).meets(own):
        yield say.passed(KEY, figures, written)
    else:
        yield say.finding(
            KEY,
            "inconsistent",
            figures,
            written,
            APART.format(bare(whole), less, shown, stated(rest)),
            "left",
        )
