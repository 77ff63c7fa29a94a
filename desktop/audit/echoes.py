"""The amounts of a dossier by what a slip of them shares with them, and what ties two that look alike."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Final

from desktop.audit.interval import value_of
from desktop.audit.near_miss import UNIT, agree, digits_of, slip_of
from desktop.audit.told_number import REACH, Pages, Told, dimension_of, words_of
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.value import kept, once

_NO_NAMES: Final = ("year", "month", "age", "times", "step", "rank", "grade")
_RATES: Final = ("%", "permille", "pp", "bp", *_NO_NAMES)
_LEVELS: Final = ("level", "ratio", "threshold")
_VERB: Final = re.compile(
    r"[\u4e00-\u9fff](?<![的了是有为和与到从而也又仍还只仅约近共已就都把被将这那其在年日末底初亿万千百一二三四五六七八九十个至上下中里不掉出去回来])"
)
_CROWD: Final = 60  # amounts from which on that one of them looks like another says nothing
_FEW, _SOME = 3, 16  # digits of a number, and numbers of a kind
_MATES: Final = 12  # numbers of one sentence that may be told together
_NEXT: Final = 60  # characters from one sentence to the next
_NEAR: Final = 120  # characters within which numbers stand together
_COMMON: Final = 30  # times in a text from which on a word tells nothing
_OF_PAIR, _OF_ONE = (
    0.5,
    0.3,
)  # what a word of two characters tells that no other number has, and what one of one
_MOST_WORDS, _MOST_FAR, _FAR = 2.0, 0.8, 0.7
_OTHER_END, _PAIRED, _TOGETHER, _SOMEWHERE, _MOST_RECAP = 2.4, 1.2, 0.5, 0.15, 1.5


def comes_back(figure: Figure) -> bool:
    """Whether an amount that looks like another can be meant for it: years and ages come back without being one."""
    if figure.role == "change":  # 亏掉1300万元, 多花146万元
        return figure.unit not in _RATES
    return figure.unit not in _NO_NAMES and figure.role in _LEVELS


class Echoes:
    """All amounts of a dossier, found by what a slip of them shares with them."""

    def __init__(self, dossier: Dossier) -> None:
        """Read the amounts that state one number, in the order of the text."""
        self._pages = Pages.of(dossier)
        amounts = [(f, v) for f in dossier.figures if not f.is_date and (v := value_of(f)) is not None]
        self.told = [Told(f, self._pages, v, n) for n, (f, v) in enumerate(amounts)]
        self._by_dimension: defaultdict[str, list[Told]] = defaultdict(list)
        self._keyed: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
        self._many: Counter[str] = Counter()
        for told in self.told:
            figure = told.figure
            dimension = dimension_of(figure)
            self._by_dimension[dimension].append(told)
            digits = digits_of(figure)
            if digits is None or not comes_back(figure):
                continue
            self._many[dimension] += 1
            for key in digits.keys:
                self._keyed[dimension, key].append(told)
            if _has_unit(figure):
                self._keyed["", digits.own].append(told)
        self._rare: dict[str, float] = {}

    @kept
    def _text(self) -> str:
        return "\n".join(self._pages.texts.values())

    def like(self, told: Told) -> Iterator[tuple[str, Told]]:
        """The amounts that it may be a slip of, and how."""
        digits = digits_of(told.figure)
        if digits is None:
            return
        dimension = dimension_of(told.figure)
        seen = {told.place}
        # Too many numbers of two digits share one of them, unless the words say that one of them is meant.
        few = len(digits.own) < _FEW and self._many[dimension] > _SOME
        wide = not few or told.figure.change_from or told.definite
        for key in digits.keys if wide else digits.keys[:2]:
            known = self._keyed[dimension, key]
            for other in known if 1 < len(known) <= _CROWD else ():
                if other.place not in seen:
                    seen.add(other.place)
                    same = digits_of(other.figure)
                    if same is not None and same.own != digits.own:
                        yield key[0], other  # the keys begin with the signs of the slips
                    elif how := slip_of(told.figure, other.figure, alike=True):
                        yield how, other
        known = self._keyed["", digits.own] if _has_unit(told.figure) and len(digits.own) > 1 else []
        for other in known if 1 < len(known) <= _CROWD else ():
            one, two = told.figure, other.figure
            if other.place in seen or one.unit == two.unit or (_counted(one) and _counted(two)):
                continue
            if slip_of(one, two, alike=dimension_of(two) == dimension) == UNIT:
                yield UNIT, other

    def many(self, told: Told) -> int:
        """How many amounts of its dimension there are, with which it might be alike by accident."""
        return self._many[dimension_of(told.figure)]

    def repeated(self, told: Told) -> bool:
        """Whether another sentence, or a cell, has the very amount, and not as that of another year."""
        known = self._values[dimension_of(told.figure), told.value]
        return len(known) > 1 and any(
            other is not told
            and (other.figure.table or other.start != told.start)
            and not (told.year and other.year and told.year != other.year)
            for other in known
        )

    def equal(self, told: Told) -> Iterator[Told]:
        """The amounts of other sentences, and the cells, that are the same, or the same rounded."""
        for other in self._by_dimension[dimension_of(told.figure)]:
            if (other.figure.table or other.start != told.start) and agree(other.figure, told.figure):
                yield other

    def _rarity(self, word: str) -> float:
        known = self._rare.get(word)
        if known is None:
            tells = math.log10(_COMMON / max(self._text.count(word), 2))
            known = self._rare[word] = max(0.0, min(1.0, tells)) * (_OF_PAIR if len(word) > 1 else _OF_ONE)
        return known

    def named(self, told: Told, other: Told) -> tuple[float, float]:
        """How telling the words are that stand around both: beside each, or in the sentence of one."""
        near, far = self._named(told, other)
        if other.figure.table:
            return min(near, _MOST_WORDS), 0.0
        back, from_far = self._named(other, told)
        return min(max(near, back), _MOST_WORDS), min((far + from_far) * _FAR, _MOST_FAR)

    def _named(self, told: Told, other: Told) -> tuple[float, float]:
        words, label = _words(told), other.label
        near = sum(self._rarity(w) for w in words if w in label)
        if other.figure.table:
            return near, 0.0
        said = other.text[slice(*other.sentence)] if next_to(told, other) else other.said
        return near, sum(self._rarity(w) for w in words if w not in label and w in said)

    def mates(self, told: Told) -> list[Figure]:
        """The other amounts of its sentence, or of its row and its column."""
        if told.figure.table:
            own = told.figure
            known = self._tables[own.table]
            return [
                t.figure
                for t in known
                if t is not told and (t.figure.row == own.row or t.figure.col == own.col)
            ][:_MATES]
        return [t.figure for t in islice(self._mates(told), _MATES)]

    @kept
    def _tables(self) -> dict[str, list[Told]]:
        found: dict[str, list[Told]] = {}
        for told in self.told:
            found.setdefault(told.figure.table, []).append(told)
        return found

    def _mates(self, told: Told) -> Iterator[Told]:
        """The other amounts of its sentence."""
        for step in (-1, 1):
            at = told.place + step
            while 0 <= at < len(self.told):
                other = self.told[at]
                if other.figure.table or other.start != told.start or other.text is not told.text:
                    break
                yield other
                at += step

    @kept
    def _values(self) -> dict[tuple[str, float], list[Told]]:
        found: dict[tuple[str, float], list[Told]] = {}
        for told in self.told:
            found.setdefault((dimension_of(told.figure), told.value), []).append(told)
        return found

    def recap(self, told: Told, other: Told) -> float:
        """How far the numbers beside it stand beside the other, too, or elsewhere: then its sentence tells again."""
        found = 0.0
        for mate in islice(self._mates(told), _MATES):
            digits = digits_of(mate.figure)
            if digits is None or len(digits.own) < 2:
                continue
            known = self._values[dimension_of(mate.figure), mate.value]
            same = [t for t in known if t.figure.table or t.start != told.start]
            if same:
                if not any(_beside(t.figure, other.figure) for t in same):
                    found += _SOMEWHERE
                elif told.figure.change_from == mate.figure.id:
                    return _OTHER_END  # 从84亿元到68.8亿元, where the table goes from 84 to 58.8
                else:
                    found += _PAIRED if _next(mate.figure, told.figure) else _TOGETHER
        return min(found, _MOST_RECAP)


@once
def _words(told: Told) -> frozenset[str]:
    """The pairs of characters around a number, and the single ones right before it and behind it: 亏 of 亏掉."""
    before, _, behind = told.clause.partition("|")
    near = set(_VERB.findall(before[-3:] + behind[:2]))
    return words_of(told.clause) | near


def _next(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit and abs(one.anchor.start - other.anchor.start) < 2 * REACH


def _has_unit(figure: Figure) -> bool:
    """Whether another unit is no other way to count the same."""
    return figure.unit not in ("", *_RATES) and "/" not in figure.unit


def _counted(figure: Figure) -> bool:
    return figure.unit == "person" or figure.unit.startswith("count:")


def next_to(one: Told, other: Told) -> bool:
    """Whether two numbers stand in neighbouring sentences of a paragraph, which mostly tell of two things."""
    if one.figure.table or other.figure.table or abs(one.start - other.start) >= _NEXT:
        return False
    first, last = sorted((one.figure.anchor.start, other.figure.anchor.start))
    return "\n" not in one.text[first:last]


def _beside(one: Figure, other: Figure) -> bool:
    """Whether two amounts stand in one row or column, or near each other in the prose."""
    if one.table or other.table:
        return one.table == other.table and (one.row == other.row or one.col == other.col)
    near = abs(one.anchor.start - other.anchor.start) < _NEAR
    return near and one.anchor.source == other.anchor.source
