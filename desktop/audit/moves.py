"""Changes that a text states beside the values before and after: "from A to B, up X %"."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from desktop.audit.interval import value_of
from desktop.audit.keys import alike, same_dimension
from desktop.audit.move_words import (
    ABOUT_CHANGE,
    ANY_TO,
    CHANGE_VERB,
    CHINESE,
    CLAUSES,
    EARLIER,
    EN_CHANGE,
    EN_FROM,
    EN_TO,
    FROM,
    OVERALL,
    PART_OF,
    RESUMES,
    TO,
    VERB,
)
from desktop.audit.scope import Prose, Sentence
from desktop.core.figure import Figure
from desktop.core.units import unit
from desktop.core.value import value


@value
class Move:
    """Two values of one quantity and, unless it is None, the change that the text states between them.

    ``lead`` are the words before the stated change.
    """

    before: Figure
    after: Figure
    change: Figure | None
    lead: str = ""
    down: bool | None = None


def is_share(figure: Figure) -> bool:
    """Whether a value is itself a percentage."""
    known = unit(figure.unit)
    return known is not None and known.dimension == "share"


def months_of(figure: Figure) -> float | None:
    """The length of the window or period that a figure counts over, in months."""
    if figure.period is None:
        return None
    window = re.fullmatch(r"last (\d+) (day|week|month|quarter|year)s?", figure.period.text)
    if window:
        size = {"day": 1 / 30.4375, "week": 7 / 30.4375, "month": 1.0, "quarter": 3.0, "year": 12.0}[
            window[2]
        ]
        return int(window[1]) * size
    if figure.period.start and figure.period.end and "→" not in figure.period.text:
        return ((figure.period.end - figure.period.start).days + 1) / 30.4375
    return None


def windowed(figure: Figure) -> bool:
    """Whether a figure counts over a rolling window ("the last 6 months")."""
    return figure.period is not None and figure.period.text.startswith("last ")


def moves_in(piece: Prose) -> list[Move]:
    """The moves of a paragraph; each stated change belongs to at most one pair of values."""
    found: list[Move] = []
    last: list[tuple[Figure, Figure]] = []
    for sentence in piece.sentences:
        pairs = pairs_in(sentence)
        changes = [f for f in sentence.amounts if is_change(sentence, f) and not any(f in p for p in pairs)]
        taken: set[tuple[str, str]] = set()
        for change in changes:
            pair = _nearest(sentence, change, pairs)
            if pair is None and last and not pairs and RESUMES.match(sentence.text):
                pair = next((p for p in last if _fits(change, p)), None)
            if pair is not None:
                taken.add((pair[0].id, pair[1].id))
                found.append(Move(*pair, change, _lead(sentence, change), _down(sentence, change)))
        found += [Move(a, b, None) for a, b in pairs if (a.id, b.id) not in taken]
        last = pairs
    return found


def is_change(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure is a change, by its role or by the English words before it."""
    if figure.role == "change":
        return True
    if figure.role not in ("level", "ratio") or figure.unit not in ("%", "pp", "times", "bp"):
        return False
    lead = sentence.lead(figure)[-40:]
    near = list(EN_CHANGE.finditer(lead))
    return bool(near) and (
        lead[near[-1].end() :].strip().lower() in ("", "of", "by", "of about", "by about", "about", "nearly")
    )


def _down(sentence: Sentence, figure: Figure) -> bool | None:
    """Whether the change is a fall, as its direction or the English words before it say; None where unsaid."""
    if figure.direction:
        return figure.direction == "down"
    near = list(EN_CHANGE.finditer(sentence.lead(figure)[-40:]))
    return bool(near[-1]["down"]) if near else None


def _lead(sentence: Sentence, change: Figure) -> str:
    return sentence.lead(change)[-24:]


def pairs_in(sentence: Sentence) -> list[tuple[Figure, Figure]]:
    """The pairs (before, after) of values that a sentence moves between."""
    ids = {f.id: f for f in sentence.amounts}
    pairs: list[tuple[Figure, Figure]] = []
    levels = [
        f
        for f in sentence.amounts
        if not is_change(sentence, f) and f.role in ("level", "ratio", "threshold")
    ]
    for one, other in itertools.pairwise(levels):
        if not same_dimension(one.unit, other.unit) or value_of(one) is None or value_of(other) is None:
            continue
        if (
            other.change_from == one.id
            or _goes_to(sentence, one, other)
            or (EN_FROM.search(sentence.lead(one)) and EN_TO.search(sentence.lead(other)))
        ):
            pairs.append((one, other))
        elif (EN_TO.search(sentence.lead(one)) and EN_FROM.search(sentence.lead(other))) or (
            EARLIER.search(sentence.lead(other))
            and not other.change_from
            and alike(one.indicator.zh, other.indicator.zh)
        ):
            pairs.append((other, one))
        elif _dated_apart(one, other):
            pairs.append((one, other) if _start(one) < _start(other) else (other, one))
    known = {b.id for _, b in pairs}
    linked = [f for f in levels if f.change_from in ids and f.id not in known]
    return [*pairs, *((ids[f.change_from], f) for f in linked)]


def _goes_to(sentence: Sentence, one: Figure, other: Figure) -> bool:
    """ "升至", "减为", and after 从 or 由 any verb that ends in 至, 到, 为 or 成."""
    gap = sentence.between(one, other)
    if not gap or len(gap) > VERB:
        return False
    return bool(TO.match(gap) or (FROM.search(sentence.lead(one)) and ANY_TO.match(gap)))


def _start(figure: Figure) -> str:
    return str(figure.period.start) if figure.period and figure.period.start else ""


def _dated_apart(one: Figure, other: Figure) -> bool:
    """Two values of one indicator at two times."""
    return bool(
        _start(one)
        and _start(other)
        and _start(one) != _start(other)
        and one.indicator.zh
        and one.indicator.zh == other.indicator.zh
        and one.entity.zh == other.entity.zh
        and not other.change_from
        and not one.change_from
    )


def _nearest(
    sentence: Sentence, change: Figure, pairs: list[tuple[Figure, Figure]]
) -> tuple[Figure, Figure] | None:
    fitting = [p for p in pairs if _fits(change, p)]
    if not fitting:
        return None

    def distance(pair: tuple[Figure, Figure]) -> int:
        left, right = min(f.anchor.start for f in pair), max(f.anchor.end for f in pair)
        at = change.anchor.start
        return at - right if at >= right else (left - at) * 2 if at < left else 0

    best = min(fitting, key=distance)
    end = max(f.anchor.end for f in best)
    if change.anchor.start > end:
        # Another value in between is what the change speaks of, unless it is a change too.
        for figure in sentence.amounts:
            if (
                end <= figure.anchor.start < change.anchor.start
                and not is_change(sentence, figure)
                and figure not in best
            ):
                return None
        if _new_subject(sentence.text[end - sentence.start : change.anchor.start - sentence.start], best):
            return None
    if OVERALL.search(_lead(sentence, change)):
        return _ends_of_run(sentence, best)
    return best


def _new_subject(gap: str, pair: tuple[Figure, Figure]) -> bool:
    """Whether the words between values and change name something else: "客流却少了"."""
    if PART_OF.search(gap):
        return True
    last = CLAUSES.split(gap)[-1] if CHANGE_VERB.search(CLAUSES.split(gap)[-1]) else gap
    left = ABOUT_CHANGE.sub("", last)
    known = "".join(f.entity.zh + f.indicator.zh for f in pair)
    return any(word not in known and not alike(word, known) for word in CHINESE.findall(left))


def _ends_of_run(sentence: Sentence, pair: tuple[Figure, Figure]) -> tuple[Figure, Figure]:
    """A change "in total" over a list of values runs from the first of them to the last."""
    alike_ones = [
        f for f in sentence.amounts
        if f.unit == pair[1].unit and f.indicator.zh == pair[1].indicator.zh and not is_change(sentence, f)
    ]  # fmt: skip
    return (alike_ones[0], alike_ones[-1]) if len(alike_ones) > 2 and pair[1] is alike_ones[-1] else pair


def _fits(change: Figure, pair: tuple[Figure, Figure]) -> bool:
    before, after = pair
    if not (
        alike(change.indicator.zh, after.indicator.zh) or alike(change.indicator.zh, before.indicator.zh)
    ):
        return False
    if not _same_entity(change, after):
        return False
    return change.unit in ("%", "pp", "bp", "times", "count:番", "permille") or same_dimension(
        change.unit, after.unit
    )


def _same_entity(change: Figure, after: Figure) -> bool:
    one, other = change.entity.zh, after.entity.zh
    if one.isascii() and other.isascii():
        return alike(one, other)
    return not one or not other or one in other or other in one or not _is_name(one)


@lru_cache(maxsize=5000)
def _is_name(words: str) -> bool:
    """Whether an entity is a name and no stray clause."""
    return not re.search(r"^(?:比|较|同比|环比|上年|去年|分别|其中|an?|the|to|from)\b|^[比较]", words)
