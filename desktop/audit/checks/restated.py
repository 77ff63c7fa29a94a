"""A number that comes back with a digit changed, two digits swapped, or another scale word: 3.38亿 and 3.83亿."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import group_key
from desktop.audit.scope import Whole
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.units import unit
from desktop.core.value import value

KEY: Final = "restated"
_DIGITS: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_EDGE: Final = re.compile(r"[，,。；;：:！？\n（）()|]")
_YEAR: Final = re.compile(r"((?:19|20)\d\d)年")
_OTHER: Final = re.compile(
    r"目标|预计|计划|有望|上限|最[高低多少]|比|较|超过?|累计|新增|增|减|其中|另外?|每|均|单"
)
_STOP: Final = re.compile(
    r"[的了是有为和与到从而也又仍还只仅约近共已就都把被将这那其年月日末底初亿万千百元\d\s“”]"
)
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


@value
class _Place:
    """A figure of the prose with the words of its clause and the year it is of ("" where none is said)."""

    figure: Figure
    words: str
    year: str
    digits: str


@check(KEY, "前后转述", "numbers told again", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Look for each number among the earlier ones of its unit that differ by a slip; each is met by its own digits."""
    known: defaultdict[tuple[str, str], list[_Place]] = defaultdict(list)
    exact: defaultdict[tuple[str, str], list[_Place]] = defaultdict(list)
    for place in _places(whole.dossier):
        dimension = _dimension(place.figure)
        if not exact[dimension, _value_key(place)]:
            found = next(_slips(whole.dossier, place, known, dimension), None)
            if found is not None:
                yield found
        exact[dimension, _value_key(place)].append(place)
        for key in _keys(place):
            known[dimension, key].append(place)


def _places(dossier: Dossier) -> Iterator[_Place]:
    for figure in dossier.figures:
        if (
            figure.table
            or figure.is_date
            or figure.role not in ("level", "ratio")
            or value_of(figure) is None
        ):
            continue
        printed = _DIGITS.search(figure.as_printed)
        digits = printed[0].replace(",", "") if printed else ""
        if len(digits.replace(".", "").strip("0")) < _LEAST or figure.unit in (
            "year",
            "month",
            "day",
            "hour",
            "age",
            "times",
        ):
            continue
        before = _EDGE.split(figure.anchor.prefix)[-1]
        after = _EDGE.split(figure.anchor.suffix)[0][:16]
        told = _YEAR.search(after)
        year = figure.period.text[:4] if figure.period is not None else told[1] if told else ""
        yield _Place(figure, f"{before}|{after}", year, digits)


def _dimension(figure: Figure) -> str:
    known = unit(figure.unit)
    return (
        "person"
        if not figure.unit
        else known.dimension.replace("persons", "person")
        if known
        else figure.unit
    )


def _value_key(place: _Place) -> str:
    return f"{value_of(place.figure):.10g}"


def _keys(place: _Place) -> Iterator[str]:
    """What an earlier number is found by: its digits, sorted, and with each of them left open."""
    digits = place.digits
    yield f"={digits}"
    if len(digits.replace(".", "")) >= _SAME_SIZE:
        yield "~" + "".join(sorted(digits))
        for n, char in enumerate(digits):
            if char != ".":
                yield f"?{digits[:n]}_{digits[n + 1 :]}"


def _slips(
    dossier: Dossier, place: _Place, known: defaultdict[tuple[str, str], list[_Place]], dimension: str
) -> Iterator[Result]:
    for key in _keys(place):
        for other in known[dimension, key][-_LOOK:]:
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
    if one.year != other.year or _OTHER.search(other.words) or first.comparator != then.comparator:
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
    return bool(
        nameless
        or set(left) & set(right + _STOP.sub("", first.anchor.prefix if first.unit == then.unit else ""))
    )


def _found(one: _Place, other: _Place, pattern: Text, extra: str, verdict: str, kind: str) -> Result:
    first, then = one.figure, other.figure
    said = pattern.format(say.title(first), stated(first), stated(then), extra)
    return say.finding(KEY, verdict, (then, first), formula("{} ≠ {}", bare(first), bare(then)), said, kind)
