"""Where a text repeats a claim of another dossier that was checked there: the same numbers, or the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit.keys import alike, folded, same_dimension
from desktop.audit.scope import Whole
from desktop.audit.wording import Said
from desktop.core.dossier import Dossier
from desktop.core.evidence import Point
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.units import unit
from desktop.core.value import value
from desktop.core.verdict import Assessment

_MARKS: Final = re.compile(r"[\W_]+")
_ITEM: Final = re.compile(
    r"(?<=[，,；;：:、])\s*(?:[一二三四五六七八九]是|其[一二三四五六七八九]|第[一二三四五六七八九][，,是]|首先|其次|再次|最后)"
)
_BETWEEN: Final = "，,；;、。 "
_LEAST: Final = 12  # pairs of letters, below which common ones are an accident
_WORDS: Final = 0.35  # of the pairs of a checked statement that a retelling of it has
_NUMBERS: Final = 0.5  # of the numbers of a checked claim that a copy has


@value
class Repeated:
    """The numbers and passages of a text that repeat a checked claim; both may be empty."""

    figures: tuple[Figure, ...]
    passages: tuple[Anchor, ...]


NONE: Final = Repeated((), ())
Ends = tuple[float | None, ...]


class Heard:
    """What a text states, to look claims up in: its amounts by their value, its sentences by their pairs of letters."""

    def __init__(self, whole: Whole) -> None:
        """Sort the amounts; the sentences only when a copy asks for them."""
        self._whole = whole
        self._amounts: dict[Ends, list[Figure]] = {}
        for figure in whole.dossier.figures:
            if not figure.is_date:
                self._amounts.setdefault(_ends(figure), []).append(figure)
        self._sentences: list[tuple[Said, frozenset[str]]] = []

    def repeats(self, claim: Assessment, there: Dossier, *, copy: bool) -> Repeated:
        """What repeats a claim on another dossier.

        In a copy the same number of the same thing is the same claim. Of another text every number of the claim has
        to come back, with its name and its time; words alone tell nothing.
        """
        items = [there.item(i) for i in claim.items]
        numbers = [i for i in items if isinstance(i, Figure) and not i.is_date]
        passages = (
            tuple(self._retold([i.anchor.quote for i in items if isinstance(i, Point)])) if copy else ()
        )
        if not numbers:
            return Repeated((), passages)
        found = [self._copied(n) if copy else self._stated_again(n) for n in numbers]
        met = sum(map(bool, found))
        enough = met >= _NUMBERS * len(numbers) if copy else met == len(numbers)
        return Repeated(tuple(dict.fromkeys(f for own in found for f in own)), passages) if enough else NONE

    def _stated_again(self, number: Figure) -> list[Figure]:
        """The figures that are the same beyond doubt: value, unit, time, whose and what."""
        return [
            f
            for f in self._amounts.get(_ends(number), ())
            if same_dimension(number.unit, f.unit)
            and number.period is not None
            and f.period is not None
            and number.period.text == f.period.text
            and bool(folded(f.entity.zh))
            and folded(f.entity.zh) == folded(number.entity.zh)
            and _one_name(number, f)
        ]

    def _copied(self, number: Figure) -> list[Figure]:
        """The figures of a copy that may be this number; where some have its name, only those."""
        may = [f for f in self._amounts.get(_ends(number), ()) if _of_one(number, f)]
        return [f for f in may if _one_name(number, f)] or may

    def _retold(self, said: Iterable[str]) -> Iterable[Anchor]:
        """The sentence that comes nearest to each statement, where it comes near enough."""
        self._sentences = self._sentences or [(s, _pairs(s.text)) for s in self._whole.sentences]
        for quote in said:
            wanted = _pairs(quote)
            near = [(len(wanted & pairs), -at) for at, (_, pairs) in enumerate(self._sentences)]
            shared, place = max(near, default=(0, 0))
            if len(wanted) >= _LEAST and shared >= _WORDS * len(wanted):
                best = self._sentences[-place][0]
                yield best.anchor(*_item_of(best.text, wanted))


def _item_of(sentence: str, wanted: frozenset[str]) -> tuple[int, int]:
    """The item of a list within a sentence (一是…，二是…) that retells a statement, where one does; else all of it."""
    starts = [m.start() for m in _ITEM.finditer(sentence)]
    if len(starts) < 2:
        return 0, len(sentence)
    ends = [*starts[1:], len(sentence)]
    shared, start, end = max(
        (len(wanted & _pairs(sentence[a:b])), a, b) for a, b in zip(starts, ends, strict=True)
    )
    if shared < _WORDS * len(wanted):
        return 0, len(sentence)
    return start, start + len(sentence[start:end].rstrip(_BETWEEN))


def _ends(figure: Figure) -> Ends:
    """Its two ends, in the first unit of their kind."""
    known = unit(figure.unit)
    scale = known.factor if known is not None else 1.0
    return tuple(None if v is None else round(float(v) * scale, 6) for v in (figure.low, figure.high))


def _of_one(one: Figure, other: Figure) -> bool:
    """Whether two figures of copies may be of one thing: names that differ do so in their wording only."""
    if one.period is not None and other.period is not None and one.period.text != other.period.text:
        return False
    if not same_dimension(one.unit, other.unit) and one.as_printed != other.as_printed:
        return False
    mine, its = folded(one.entity.zh), folded(other.entity.zh)
    whose = not mine or not its or mine in its or its in mine
    return _one_name(one, other) or (whose and not (one.indicator.zh and other.indicator.zh))


def _one_name(one: Figure, other: Figure) -> bool:
    return bool(one.indicator.zh and other.indicator.zh) and alike(one.indicator.zh, other.indicator.zh)


def _pairs(text: str) -> frozenset[str]:
    letters = _MARKS.sub("", text).lower()
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))
