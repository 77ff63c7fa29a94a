"""Two things of a paragraph compared in words: 甲店300杯，乙店200杯，甲店比乙店多120杯; 丙的10元比它便宜0.4元."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import adjectives, say
from desktop.audit.amounts import amount, bare, formula, number, quote, stated
from desktop.audit.any_reading import change_fits, wanted
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose
from desktop.audit.telling import told
from desktop.audit.told_values import CUT, FILL, TIME, Told, just_before, of_name, values_before
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "named_pairs"
_SIZE: Final = (
    r"(?P<way>(?:还|又|要|更|整整|足足|竟|只|仅|就|也|都|稍|略|明显"
    r"|反而)*(?:[多高大贵长重久远厚宽少低小短轻近薄窄省快早慢晚]|便宜"
    r"|划算)[出了赚卖收花交付开产用跑等走缴拿耗招住]?[^，,。；;：:\d]{0,3})$"
)
_ADVERB: Final = re.compile(r"(?:还|又|要|更加?|整整|足足|竟|只|仅|就|也|都|稍|略|明显|反而|卖得?|跑|用)+$")
_THAN: Final = re.compile(rf"(?<![对相占环同可好反性])比(?![例重率值较起如分喻])(?P<other>.{{1,16}}){_SIZE}")
_OVER: Final = re.compile(
    r"(?P<way>(?:[高多大长重]于|超过|超出|高出|多出)"
    r"|[低少小短轻]于)(?P<other>[^，,。；;：:\d]{2,10}?)(?:约|近|了|整整)*$"
)
_IT: Final = re.compile(r"(?:它|其|前者|这家|那家|这个数)(?:还|又|要|更)?")
_LESS, _MORE, _APART = Text("少", " less"), Text("多", " more"), Text("差", "")
APART: Final = Text(
    "{0}是{1}，{2}是{3}，前者{6}{4}，与文中的{7}{5}不符。",
    "{0} is {1} and {2} is {3}: the first is {4}{6}, and the text says {5}{7}.",
)
_WORDS: Final = re.compile(r"[比于超出]")
_RATIOS: Final = ("%", "times")


@check(
    KEY,
    "两者对比",
    "two named amounts compared",
    "prose",
    needs={"prose": ("比于超出", "change level ratio")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Recompute a difference between two things, each of which a paragraph gives exactly one amount before."""
    for claim in piece.figures:
        if claim.is_date or claim.role == "threshold":
            continue
        at = claim.anchor.start - piece.start
        if not _WORDS.search(piece.text, max(0, at - 60), claim.anchor.end - piece.start):
            continue
        words = behind_last(CUT, piece.text[max(0, at - 60) : at])
        begin = at - len(words)
        clause = words + claim.anchor.quote.partition(claim.as_printed)[0]
        if not _WORDS.search(clause):
            continue
        found = _THAN.search(clause) or _OVER.search(clause)
        if found is not None:
            yield from _compared(piece, claim, begin, clause, found)


def _compared(piece: Prose, claim: Figure, begin: int, clause: str, found: re.Match[str]) -> Iterable[Result]:
    every = values_before(piece, claim.anchor.start)
    start = piece.start + begin
    own = [
        n for n in every if n.figure.anchor.start >= start and n.figure.anchor.end <= start + found.start()
    ]
    theirs = [n for n in every if n.figure.anchor.start >= start + found.start()]
    before = [n for n in every if n.figure.anchor.start < start]
    subject, name = FILL.sub("", clause[: found.start()]), _ADVERB.sub("", found["other"])
    if TIME.search(name) or TIME.search(subject) or len(theirs) > 1 or len(own) > 1:
        return
    if theirs:
        other: Told | None = theirs[0]
    elif _IT.fullmatch(name):
        other = just_before(piece, before, start)
    else:
        other = of_name(name, before)
    if other is None:
        return
    rest = [n for n in before if n is not other]
    one = own[0] if own else of_name(subject, rest) if subject else just_before(piece, rest, start)
    if one is None or one is other or not same_dimension(one.figure.unit, other.figure.unit):
        return
    alike = [n.figure for n in every if same_dimension(n.figure.unit, one.figure.unit)]
    titles = (
        subject.partition(one.figure.as_printed)[0].rstrip("的") if subject else "",
        name.partition("的")[0],
    )
    yield from _held(one, other, claim, titles, found["way"], alike)


def _held(
    one: Told, other: Told, claim: Figure, titles: tuple[str, str], words: str, alike: Sequence[Figure]
) -> Iterable[Result]:
    a, b, own = value_of(one.figure), value_of(other.figure), as_claim(claim)
    first, second = as_claim(one.figure), as_claim(other.figure)
    if a is None or b is None or own is None or first is None or second is None or a == b:
        return
    way = _way(words, one)
    if claim.unit in _RATIOS and one.figure.unit != "%":
        if b <= 0:
            return
        fits = _ratio_fits(claim, first, second)
        pairs = itertools.combinations(alike, 2)
        elsewhere = fits or any(
            change_fits(claim, p, strict=False) for p in pairs if {*p} != {one.figure, other.figure}
        )
        percent = f"{number(abs(a / b - 1) * 100)}%"
        shown = Text(percent, percent)
        written = formula("{} ÷ {} = {}", bare(one.figure), bare(other.figure), number(a / b, 2))
    elif _told_in(claim, one.figure):
        fits = _apart(first, second, own)
        known = [v for f in alike if (v := as_claim(f)) is not None]
        elsewhere = fits or any(_apart(x, y, own) for x, y in itertools.combinations(known, 2))
        shown = amount(abs(a - b), claim, exact=True)
        written = formula(
            "{} − {} = {}", bare(one.figure), bare(other.figure), shown if a >= b else formula("−{}", shown)
        )
    else:
        return
    turned = fits and way and way != (1 if a > b else -1)
    figures = (claim, one.figure, other.figure)
    if fits and not turned:
        yield say.passed(KEY, figures, written)
    elif turned or not elsewhere:
        mine = quote(titles[0]) if titles[0] else Text("这里", "What this is said of")
        told_way = _APART if not way else _LESS if way < 0 else _MORE
        real = _LESS if a < b else _MORE
        said = APART.format(
            mine, bare(one.figure), quote(titles[1]), bare(other.figure), shown, stated(claim), real, told_way
        )
        yield say.finding(KEY, "inconsistent", figures, written, said)


def _apart(one: Interval, other: Interval, claim: Interval) -> bool:
    return one.minus(other).meets(claim) or other.minus(one).meets(claim)


def _ratio_fits(claim: Figure, one: Interval, other: Interval) -> bool:
    """Whether a size is how far the one is apart from the other, of the other; of 倍 also what it is of it."""
    quotient, size = one.over(other), wanted(claim)
    if quotient is None or size is None:
        return True
    change = quotient.minus(Interval(1.0, 1.0))
    many = claim.unit == "times" and size.high >= 1 and size.meets(quotient)
    return many or size.meets(change) or size.meets(change.scaled(-1))


def _way(words: str, one: Told) -> int:
    """1 where the words say that the one is more, −1 for less, 0 where that cannot be told."""
    found = adjectives.way(words, one.figure.unit, one.words + one.figure.indicator.zh)
    said = told(words)
    if re.match(r"[多少][赚卖收花交付开产用跑等走缴拿耗招住]?", words.lstrip("还又要更整足竟只仅就也都稍略")):
        return -1 if "少" in words else 1
    if found == 0 and said.sure and re.search(r"[快慢早晚]", words) is None:
        return {"up": 1, "down": -1}.get(said.way, 0)
    return found


def _told_in(claim: Figure, one: Figure) -> bool:
    """Whether a difference is in the unit of the amounts: 个百分点 of %, and 元 also of prices in 元/小时."""
    if one.unit == "%":
        return claim.unit == "pp"
    return claim.unit != "%" and same_dimension(claim.unit, one.unit.partition("/")[0])
