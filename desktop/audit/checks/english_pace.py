"""18 in the first half and 15 in the third quarter: the pace by the month of two English counts of unequal time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, number, percent, quote
from desktop.audit.change_words import EN_DOWN, EN_UP
from desktop.audit.check import Result, World, check
from desktop.audit.english_words import COUNT, HEDGE, VALUE, count_of, figure_of, marked, sizes
from desktop.audit.interval import as_claim, value_of
from desktop.audit.reading import Reading
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.span import Anchor
from desktop.core.text import Text, same

KEY: Final = "english_pace"
_SPEAKS: Final = re.compile(r"\b(?:monthly|weekly|daily|a month|per month|a week|per week)\b")
_PERIOD: Final = (
    r"(?:the )?(?P<{0}>(?:first|second) half|(?:first|second|third|fourth|final|last) quarter|year"
    r"|(?:\w+) months)"
)
_VERBS: Final = "|".join(sorted(EN_UP | EN_DOWN))
_PAIR: Final = re.compile(
    rf"(?<![\w-])(?P<a>{COUNT}|{VALUE})(?: [a-z]+){{0,2}} in {_PERIOD.format('p')},? (?:and|but|then|to"
    rf"|and then|against|followed by) "
    rf"(?:[a-z]+ ){{0,2}}(?P<b>{COUNT}|{VALUE})(?: [a-z]+){{0,2}} in {_PERIOD.format('q')}"
    rf"(?P<gap>[^.;]{{0,40}}?\b(?P<pace>monthly|weekly|daily)(?: [a-z]+){{0,2}}?"
    rf" (?P<verb>{_VERBS}) (?:by |of )?{HEDGE})"
)
_MONTHS: Final = {"half": 6.0, "quarter": 3.0, "year": 12.0}
WRONG = Text(
    "{0}个月{1}、{2}个月{3}，折成每月是{4}和{5}，变化{6}，不是文中的{7}。",
    "{1} in {0} months and {3} in {2} months are {4} and {5} a month, a change of {6}, not {7} as the text says.",
)


@check(KEY, "英文的月均", "pace of unequal periods in English", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Check the change of a pace between two counts over periods of different length."""
    if not _SPEAKS.search(piece.text) or " in " not in piece.text:
        return
    reading = Reading(Sentence(piece.start, piece.text, piece.figures))  # the counts alone may be no figures
    text = marked(reading)
    for match in _PAIR.finditer(text):
        yield from _held(reading, text, match)


def _months(words: str) -> float | None:
    last = words.split()[-1]
    if last in _MONTHS:
        return _MONTHS[last]
    first = words.split()[0]
    return float(count_of(first)) if re.fullmatch(COUNT, first) else None


def _number(reading: Reading, words: str) -> float | None:
    return value_of(figure_of(reading, words)) if ord(words[0]) >= 0xE000 else float(count_of(words))


def _held(reading: Reading, text: str, match: re.Match[str]) -> Iterator[Result]:
    a, b = _number(reading, match["a"]), _number(reading, match["b"])
    p, q = _months(match["p"]), _months(match["q"])
    near = (m for m in sizes(reading, text) if m.idiom or m.figure.unit == "%")
    size = next(
        (m for m in near if match.end() - 4 <= m.start <= match.end()), None
    )  # "a" may be of the hedge
    if not a or not b or not p or not q or p == q or size is None:
        return
    claim = as_claim(size.figure)
    if claim is None:
        return
    one, other = a / p, b / q
    point = (other / one - 1) * 100
    wide = abs(point) * 0.02 + 0.5
    sign = -1 if match["verb"] in EN_DOWN else 1
    fits = claim.low - wide <= point * sign <= claim.high + wide
    shown = (same(f"{a:,.0f}"), number(p), same(f"{b:,.0f}"), number(q))
    written = formula("({2} ÷ {3}) ÷ ({0} ÷ {1}) − 1 = {4}", *shown, percent(point))
    figures = tuple(figure_of(reading, match[k]) for k in "ab" if ord(match[k][0]) >= 0xE000)
    figures += (size.figure,) if size.figure.id else ()
    if fits:
        if figures:
            yield say.passed(KEY, figures, written, rounded=True)
        return
    start = reading.sentence.start + match.start()
    end = reading.sentence.start + size.end
    source = reading.sentence.figures[0].anchor.source
    span = Anchor(source, start, end, reading.text[match.start() : size.end])
    told = quote(reading.text[match.start("verb") : size.end])
    said = WRONG.format(
        number(p), shown[0], number(q), shown[2], number(one), number(other), percent(point), told
    )
    items = tuple(f.id for f in figures) or (reading.sentence.figures[0].factor,)
    operands = say.inputs(*figures)
    tag = f"{match.start()}"
    yield say.told(KEY, "inconsistent", items, operands, written, said, (span,), "pace", tag=tag)
