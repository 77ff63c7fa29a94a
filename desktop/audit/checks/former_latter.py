"""Two amounts and what the one is of the other by 前者 and 后者: 教辅2.4万册，文学1.6万册，后者是前者的三分之二."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import adjectives, say
from desktop.audit.amounts import amount, bare, formula, number, quote, stated
from desktop.audit.any_reading import nearly, wanted
from desktop.audit.check import Result, World, check
from desktop.audit.exact_slips import off_by_one
from desktop.audit.interval import INF, Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.reading import TIMES
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "former_latter"
_OF: Final = re.compile(
    r"(?P<who>[前后])者[^，,。；;\d]{0,8}?(?P<of>[前后])者的(?:约|近|将近|不到|不足|超过|大约|差不多)*$"
)
_MORE: Final = re.compile(
    r"(?P<who>[前后])者[^，,。；;\d]{0,6}?(?P<verb>[比较于过出赢先及如])(?P<of>[前后])者(?P<way>[^，,。；;\d]{0,8})$"
)
_BELOW, _ABOVE = re.compile(r"不到|不足|不及|[低少小]于"), re.compile(r"超[过出]|[高多大]于")
_VERB_UP, _VERB_DOWN = (
    re.compile(r"[高多大长重]于|[高多超]出|超过|[高多胜]过|跑赢|领先"),
    re.compile(r"[低少小短轻]于|不及|不如"),
)
SAID: Final = Text("{0} ÷ {1} = {2}，与文中的{3}不符。", "{0} ÷ {1} = {2}, while the text says {3}.")

ONE_OFF: Final = Text(
    "{0} ÷ {1} = {2}，也就是多出{3}倍；文中写作{4}，不符。",
    "{0} ÷ {1} = {2}, so the first is {3} times more; the text says {4} times more.",
)
APART: Final = Text("{0} − {1} = {2}，文中却说{3}。", "{0} − {1} = {2}, while the text says {3}.")
_IS_OF: Final = re.compile(r"(?:也就|正好|恰好|恰|刚好|大约|约|几乎|竟)*(?:是|为|相当于|达到?)[前后]者的")
_REACH: Final = 24  # characters
_ROLES: Final = ("level", "ratio", "threshold")
_SLACK: Final = 1.01  # of a bound in words: 不到六成 ends at sixty
_CLAUSE: Final = re.compile(r"[，,。；;：:]")


@check(KEY, "前者与后者", "former and latter", "prose", needs={"prose": ("者", "前", "后")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold what is said of the former against the latter, or the other way, against the two amounts before it."""
    known: list[Figure] = []
    for figure in piece.figures:
        at = figure.anchor.start - piece.start
        clause = _CLAUSE.split(piece.text[max(0, at - _REACH) : at])[-1]
        if "前者" not in clause and "后者" not in clause:
            known += [figure] if figure.role in _ROLES and not figure.is_date else []
            continue
        told = _OF.search(clause) or _MORE.search(clause) or _going_on(piece.text, at, clause)
        if told is not None and told["who"] != told["of"] and len(known) > 1:
            yield from _held(piece, known[-2], known[-1], figure, told)


def _going_on(text: str, at: int, clause: str) -> re.Match[str] | None:
    """A clause that tells more of the one that the clause before began with: 前者高出30个百分点，是后者的3倍."""
    if not _IS_OF.match(clause):
        return None
    ahead = _CLAUSE.split(text[max(0, at - len(clause) - _REACH) : at - len(clause) - 1])[-1]
    return _OF.search(ahead[:2] + clause) if ahead.startswith(("前者", "后者")) else None


def _held(piece: Prose, one: Figure, other: Figure, size: Figure, told: re.Match[str]) -> Iterator[Result]:
    between = piece.text[one.anchor.start - piece.start : size.anchor.start - piece.start]
    a, b = (one, other) if told["who"] == "前" else (other, one)
    x, y, top, base = as_claim(a), as_claim(b), value_of(a), value_of(b)
    if not same_dimension(one.unit, other.unit) or one.unit in TIMES or between.count("。") > 1:
        return
    if x is None or y is None or not top or not base:
        return
    way = _way(told, a)
    if size.unit not in ("%", "times", "permille"):
        yield from _apart(a, b, size, x.minus(y), way, told[0])
        return
    quotient, claim = x.over(y), wanted(size)
    claim = nearly(told[0], claim) if claim is not None else None
    if quotient is None or claim is None or (a.unit == "%" and size.unit == "%" and way is not None):
        return
    if size.unit == "times" and size.comparator in (">", ">="):
        claim = Interval(claim.low, max(claim.high, claim.low + 1))  # 五倍多 is less than six
    found = [quotient]
    if way is not None:
        change = Interval(quotient.low - 1, quotient.high - 1)
        found = [change.scaled(float(w)) for w in (1, -1) if way in (0, w)]
        back = y.over(x)
        if size.unit == "times" and back is not None:  # 后者比前者便宜一倍, 前者比后者高三倍
            found += [quotient if way > 0 else back]
    bound = (claim.low + claim.high) / 2
    if _BELOW.search(told[0]):
        claim = Interval(0.0, bound * _SLACK)
    elif _ABOVE.search(told[0]) and way is None:
        claim = Interval(bound / _SLACK, INF)
    written = formula("{} ÷ {} = {}", bare(a), bare(b), number(top / base, 2))
    one_off = way == 1 and size.unit == "times" and off_by_one(size, top / base - 1, a, b)
    if not one_off and any(own.meets(claim) for own in found):
        yield say.passed(KEY, (size, a, b), written)
    else:
        said = SAID.format(bare(a), bare(b), number(top / base, 2), stated(size))
        if one_off:
            more = bare(size).zh, number(value_of(size) or 0.0)
            told_as = Text(f"“{told[0].strip()}{more[0]}”", more[1])
            said = ONE_OFF.format(bare(a), bare(b), number(top / base, 2), number(top / base - 1), told_as)
        yield say.finding(KEY, "inconsistent", (size, a, b), written, said)


def _way(told: re.Match[str], one: Figure) -> int | None:
    """1 where the first is said to be more, −1 for less, 0 for apart; None where it is a part or multiple."""
    verb = told.groupdict().get("verb")
    if verb is None:
        return None
    found = adjectives.way(told["way"], one.unit, one.indicator.zh)
    if verb in "比较" or found:
        return found
    return 1 if _VERB_UP.search(told[0]) else -1 if _VERB_DOWN.search(told[0]) else 0


def _apart(
    a: Figure, b: Figure, size: Figure, gap: Interval, way: int | None, words: str
) -> Iterator[Result]:
    """前者比后者贵545元."""
    own, share = as_claim(size), a.unit == "%"
    alike = size.unit == "pp" if share else same_dimension(size.unit, a.unit.partition("/")[0])
    if own is None or not alike or way is None:
        return
    top, base = value_of(a) or 0.0, value_of(b) or 0.0
    apart = amount(abs(top - base), size, exact=True)
    written = formula("{} − {} = {}", bare(a), bare(b), formula("{}" if top >= base else "−{}", apart))
    if any(own.meets(gap.scaled(float(w))) for w in (1, -1) if way in (0, w)):
        yield say.passed(KEY, (size, a, b), written)
    else:
        shown = formula("{}" if top >= base else "−{}", apart)
        said = APART.format(bare(a), bare(b), shown, quote(words.strip() + stated(size).zh))
        yield say.finding(KEY, "inconsistent", (size, a, b), written, said)
