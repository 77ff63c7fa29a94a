"""A number that comes back with a digit changed, two digits swapped, or another scale word: 3.38亿 and 3.83亿."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import group_key
from desktop.audit.lines import behind_last
from desktop.audit.scope import Whole
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.units import unit
from desktop.core.value import kept

KEY: Final = "restated"
_DIGITS: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_NOUN: Final = re.compile(r"[a-z]{4,}")
_EDGE: Final = re.compile(r"[，,。；;：:！？\n（）()|]")
_YEAR: Final = re.compile(r"((?:19|20)\d\d)年")
_OTHER: Final = re.compile(
    r"目标|预计|计划|有望|上限|最[高低多少]|比|较|超过?|累计|新增|增|减|其中|另外?|每|均|单"
)
_STOP: Final = re.compile(
    r"[的了是有为和与到从而也又仍还只仅约近共已就都把被将这那其年月日末底初亿万千百元\d\s“”]"
)
_NO_NAMES: Final = ("year", "month", "day", "hour", "age", "times")  # come back without being the same
_LEAST: Final = 2  # digits that are no zeros; fewer come back by chance
_SAME_SIZE: Final = 3  # digits, from which one that differs is more likely a slip than another number
_LIKE: Final = 0.6  # of the words beside a number with one other digit must be those beside the earlier one
_LOOK: Final = 8  # earlier numbers of the same digits
_FAR: Final = 2.5  # times; a swap of the first digits changes a number by less
_SLIP: Final = 1000.0  # a scale word is at least so much
AGAIN = Text(
    "前文{0}是{1}，这里写作{2}，只差一两个数字；若指同一件事，至少一处有误。",
    "{0} was {1} before and is {2} here, a digit or two apart; if both mean one thing, one of them is wrong.",
)
SCALE = Text(
    "前文{0}是{1}，这里写作{2}，数字相同而相差{3}倍，疑为单位写错。",
    "{0} was {1} before and is {2} here: the same digits, {3} times apart, so one unit looks wrong.",
)


class _Place:
    """A figure of the prose; the words of its clause, and the year it is of ("" where none is said), when asked."""

    def __init__(self, figure: Figure, digits: str) -> None:
        """Keep the figure and the digits that it is printed with."""
        self.figure, self.digits = figure, digits

    @kept
    def keys(self) -> tuple[str, ...]:
        """What an earlier number is found by: its digits, sorted, and with each of them left open."""
        digits = self.digits
        if len(digits.replace(".", "")) < _SAME_SIZE:
            return (f"={digits}",)
        open_at = (n for n, char in enumerate(digits) if char != ".")
        left_open = (f"?{digits[:n]}_{digits[n + 1 :]}" for n in open_at)
        return (f"={digits}", f"~{''.join(sorted(digits))}", *left_open)

    @kept
    def words(self) -> str:
        """The words of its clause before it and behind it, with a bar between."""
        anchor = self.figure.anchor
        counted = " ".join(_NOUN.findall(anchor.quote))  # an English noun is part of the number
        return f"{behind_last(_EDGE, anchor.prefix)}|{counted}{_EDGE.split(anchor.suffix)[0][:16]}"

    @kept
    def year(self) -> str:
        """The year of its period, else one that the words behind it name."""
        if self.figure.period is not None:
            return self.figure.period.text[:4]
        told = _YEAR.search(self.words.partition("|")[2])
        return told[1] if told else ""


_NOBODY: Final[list[_Place]] = []


@check(KEY, "前后转述", "numbers told again", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Look for each number among the earlier ones of its unit that differ by a slip; each is met by its own digits."""
    known: defaultdict[tuple[str, str], list[_Place]] = defaultdict(list)
    exact: set[tuple[str, str]] = set()
    for place in _places(whole.dossier):
        dimension = _dimension(place.figure)
        value_key = (dimension, _value_key(place))
        if value_key not in exact:
            found = next(_slips(whole.dossier, place, known, dimension), None)
            if found is not None:
                yield found
        exact.add(value_key)
        for key in place.keys:
            known[dimension, key].append(place)


def _places(dossier: Dossier) -> Iterator[_Place]:
    for figure in dossier.figures:
        if (
            figure.table
            or figure.is_date
            or figure.role not in ("level", "ratio")
            or figure.unit in _NO_NAMES
        ):
            continue
        printed = _DIGITS.search(figure.as_printed)
        digits = printed[0].replace(",", "") if printed else ""
        if len(digits.replace(".", "").strip("0")) >= _LEAST and value_of(figure) is not None:
            yield _Place(figure, digits)


def _dimension(figure: Figure) -> str:
    known = unit(figure.unit)
    if not figure.unit:
        return "person"  # 920万 of people often goes without 人
    return known.dimension.replace("persons", "person") if known is not None else figure.unit


def _value_key(place: _Place) -> str:
    return f"{value_of(place.figure):.10g}"


def _slips(
    dossier: Dossier, place: _Place, known: Mapping[tuple[str, str], list[_Place]], dimension: str
) -> Iterator[Result]:
    for key in place.keys:
        for other in known.get((dimension, key), _NOBODY)[-_LOOK:]:
            a, b = value_of(other.figure) or 0.0, value_of(place.figure) or 0.0
            if a <= 0 or b <= 0 or not _one_thing(dossier, other, place):
                continue
            times = max(a, b) / min(a, b)
            if key[0] == "=" and times >= _SLIP and other.year:
                yield _found(other, place, SCALE, number(times, 0), "inconsistent", "unit")
            elif key[0] != "=" and times < _FAR and not _meet(other.figure, place.figure):
                yield _found(other, place, AGAIN, "", "conflict", "mistake")


def _meet(one: Figure, other: Figure) -> bool:
    a, b = as_claim(one), as_claim(other)
    return a is None or b is None or a.meets(b)


def _one_thing(dossier: Dossier, one: _Place, other: _Place) -> bool:
    """Whether two figures may be one number told twice: of one year, in two sentences, named alike or not at all."""
    first, then = one.figure, other.figure
    near = then.anchor.source == first.anchor.source and then.anchor.start - first.anchor.end < len(
        first.anchor.suffix
    )
    if near and not re.search(r"[。\n；！？]", first.anchor.suffix[: then.anchor.start - first.anchor.end]):
        return False
    if then.unit == "%" or then.hedge or first.hedge:
        return False
    told_later = not other.year and other.words.isascii()  # English names the year once, behind the first
    if (
        (one.year != other.year and not told_later)
        or _OTHER.search(other.words)
        or first.comparator != then.comparator
    ):
        return False
    if first.period is not None and then.period is not None and first.period != then.period:
        return False
    own = group_key(then, dossier)
    if own and own == group_key(first, dossier):
        return False  # the statements of one quantity are compared as such
    left = _STOP.sub("", _YEAR.sub("", other.words.replace("|", "")))
    right = _STOP.sub("", first.indicator.zh + first.entity.zh + one.words)
    swapped = sorted(one.digits) == sorted(other.digits)
    pairs = [left[i : i + 2] for i in range(len(left) - 1)]
    if pairs and sum(p in right for p in pairs) >= (1 if swapped else _LIKE * len(pairs)):
        return True
    if not swapped:
        return False
    # Swapped digits are rarer than a changed one: a single shared noun will do, or none where nothing is named.
    nameless = (
        not _STOP.sub("", _YEAR.sub("", other.words.partition("|")[0]))
        and other.year
        and "count" in then.unit
    )
    unit_ = then.unit.removeprefix("count:")
    counted = set("变成人") | set("" if unit_.isascii() else unit_)  # 变成120人, 120家: they name nothing
    return bool(
        nameless
        or (set(left) - counted)
        & set(right + _STOP.sub("", first.anchor.prefix if first.unit == then.unit else ""))
    )


def _found(one: _Place, other: _Place, pattern: Text, extra: str, verdict: str, kind: str) -> Result:
    first, then = one.figure, other.figure
    said = pattern.format(say.title(first), stated(first), stated(then), extra)
    return say.finding(KEY, verdict, (then, first), formula("{} ≠ {}", bare(first), bare(then)), said, kind)
