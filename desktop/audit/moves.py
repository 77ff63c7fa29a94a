"""Changes that a text states beside the values before and after: "from A to B, up X %", whatever the verb.

Any two values of one quantity that stand as before and after (``pairs.py``) and a size in the same breath are a claim
about their change; ``belongs.py`` tells whether the size is of them, ``shapes.py`` what it says.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.base_behind import base_behind
from desktop.audit.belongs import belongs, other_value, shares
from desktop.audit.english_moves import english_moves
from desktop.audit.from_peak import from_peak
from desktop.audit.keys import alike, english
from desktop.audit.kinds_of_move import owner
from desktop.audit.loose_moves import elsewhere, loose
from desktop.audit.magnitudes import Magnitude, idioms, magnitudes
from desktop.audit.move import BY, MOST, Move
from desktop.audit.move_words import EN_CHANGE, STEPWISE, YEARLY
from desktop.audit.pairs import Pair, may_pair, pairs_in
from desktop.audit.range_ends import range_ends, spread
from desktop.audit.reading import CLAUSE, Reading
from desktop.audit.scope import Prose
from desktop.audit.shapes import falls, shaped
from desktop.audit.stated_change import is_change
from desktop.audit.telling import named_in_english, told
from desktop.audit.yearly import year_on_year

_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_REPORT: Final = re.compile(
    r"公司|集团|管理层|董事会|要求|指引|计划|目标|提出|给出?|承诺|希望|打算|今后|未来|预计"
)
_STILL: Final = re.compile(
    r"[仍还]然?(?:[有占为是达在]|接近|将近|高达|不到|超过|约|近)*$"
)  # a level that is left
_MOST: Final = re.compile(r"最[高低多少大小]")
_REACHED: Final = re.compile(r"[到至为是达的]$")
_AGAINST: Final = re.compile(rf"{YEARLY.pattern}|{STEPWISE.pattern}", re.I)
_EN_GAP: Final = re.compile(r"\s*,?\s*from\s*(?:about |nearly )?")
_PEAKS: Final = frozenset("峰高顶鼎")  # of which every word for a peak has one
_NO_DIFFERENCE: Final = ("%", "permille", "rank")
_SCALES: Final = ("万", "亿", "千", "百")


def moves_in(piece: Prose) -> list[Move]:
    """The moves of a paragraph; each stated change belongs to at most one pair of values."""
    found: list[Move] = []
    last: tuple[Reading, list[Pair]] | None = None
    for sentence in piece.sentences:
        if len(sentence.amounts) > MOST or (last is None and not may_pair(sentence)):
            last = None
            continue
        reading = Reading(sentence)
        if not _CHINESE.search(reading.text):
            made, pairs = english_moves(reading)
            if pairs:
                found += [*made, *_unsized(pairs, made)]
                last = (reading, pairs)
                continue
        phrases = idioms(reading)
        pairs = pairs_in(reading, phrases)
        if pairs:
            made = list(_stated(reading, pairs, phrases))
            found += [*made, *_unsized(pairs, made)]
            last = (reading, pairs)
        else:
            if last is not None:
                found += _resumed(reading, phrases, last)
            last = None
    found += year_on_year(piece, found)
    found += list(base_behind(piece, found))
    found += list(_loose(piece, found))
    return found if _PEAKS.isdisjoint(piece.marks) else list(from_peak(piece, found))


def _loose(piece: Prose, known: list[Move]) -> Iterator[Move]:
    """The sizes behind two values that no verb joins, as their changes."""
    for reading, size, pair, since, named, called in loose(piece, known):
        if called:
            move = shaped(reading, reading, size, pair, since)
        else:
            move = _move(reading, size, pair, since, [pair], reading)
        if move is not None and owner(move) and (named or not elsewhere(move, reading)):
            yield move


def _unsized(pairs: list[Pair], made: list[Move]) -> list[Move]:
    """The pairs of which no change is stated."""
    taken = {(m.before.id, m.after.id) for m in made}
    return [Move(p.before, p.after, None) for p in pairs if p.sure and (p.before.id, p.after.id) not in taken]


def _stated(reading: Reading, pairs: list[Pair], phrases: list[Magnitude]) -> Iterator[Move]:
    """The changes that one sentence states of its own pairs."""
    taken = frozenset(i for p in pairs for i in p.ids)
    begins = [min(reading.start(p.before), reading.start(p.after)) for p in pairs]
    ends = [max(reading.end(p.before), reading.end(p.after)) for p in pairs]
    sure_to, every = list(ends), range(len(pairs))  # up to where all words are of each pair
    told_ways = [""] * len(pairs)  # BY or TO, as the size before it was told
    sizes = _sizes(reading, pairs, phrases, taken)
    done: set[int] = set()
    for size, each in _respectively(reading, pairs, ends, sizes) if len(pairs) > 1 else ():
        done.add(size.start)
        if each is not None:
            yield each
    for size in sizes:
        if size.start in done or _STILL.search(reading.text, 0, size.start):
            continue
        last = inside = ahead = None
        for n in every:
            if ends[n] <= size.start:
                last = n if last is None or (ends[n], begins[n]) > (ends[last], begins[last]) else last
            elif begins[n] < size.start:
                inside = n if inside is None else inside
            elif begins[n] >= size.end and ahead is None:
                ahead = n
        move = None
        if inside is not None:
            pair = pairs[inside]
            first = min((pair.before, pair.after), key=reading.start)
            if first is pair.before and _AGAINST.search(reading.text, reading.end(first), size.start):
                continue  # 2022年100亿元，同比增长8%，2023年120亿元
            move = _move(reading, size, pair, reading.end(first), pairs, reading)
        elif last is not None:
            move = _move(reading, size, pairs[last], sure_to[last], pairs, reading)
            if move is not None:
                if not move.way and told_ways[last]:
                    move = move._replace(way=told_ways[last])  # 蒸发25亿元，超过四成: by four tenths
                sure_to[last], told_ways[last] = size.end, move.way
        elif ahead is not None:
            move = _move_ahead(reading, size, pairs[ahead], begins[ahead])
        if move is not None:
            yield move


def _respectively(
    reading: Reading, pairs: list[Pair], ends: list[int], sizes: list[Magnitude]
) -> Iterator[tuple[Magnitude, Move | None]]:
    """甲从50到40，乙从60到45，分别减少20%和25%: each size is of the pair in its place."""
    each = reading.text.find("分别", max(ends))
    after = [s for s in sizes if s.start > each]
    if each < 0 or len(pairs) < 2 or len(after) != len(pairs) or told(reading.words(max(ends), each)).others:
        return
    verb = reading.words(each + 2, after[0].start)
    if told(verb).others or any(
        reading.words(a.end, b.start).strip() not in ("和", "、", "及", "与")
        for a, b in itertools.pairwise(after)
    ):
        return
    for size, pair in zip(after, pairs, strict=True):
        yield size, shaped(reading, reading, size._replace(start=after[0].start), pair, each + 2)


def _sizes(
    reading: Reading, pairs: list[Pair], phrases: list[Magnitude], taken: frozenset[str]
) -> list[Magnitude]:
    """Sizes in percent and the like, and differences in the unit of a pair (减少3.2万)."""
    found = magnitudes(reading, phrases, taken)
    apart = range_ends(reading)
    if len(found) > 1:
        apart |= spread(reading, [m.figure for m in found if not m.idiom])
    if apart:
        found = [m for m in found if m.idiom or m.figure.id not in apart]
    units = {p.after.unit for p in pairs}
    for figure in reading.sentence.amounts:
        if figure.id in taken or figure.unit in _NO_DIFFERENCE or figure.id in apart:
            continue
        if (
            figure.unit in units or (not figure.unit and figure.as_printed.endswith(_SCALES))
        ) and not reading.is_stretch(figure):
            size = Magnitude(figure, reading.start(figure), reading.end(figure), BY)
            if not any(m.start < size.end and size.start < m.end for m in found):
                found.append(size)
                found.sort(key=lambda m: m.start)
    return found


def _resumed(reading: Reading, phrases: list[Magnitude], last: tuple[Reading, list[Pair]]) -> Iterator[Move]:
    """A sentence without a pair that goes on to speak of the pair before it: "降幅35%。"."""
    old, pairs = last
    at = 0
    for size in magnitudes(reading, phrases, frozenset()):
        move = _move(old, size, pairs[-1], at, pairs, reading)
        if move is None:
            return
        yield move
        at = size.end


def _move(
    old: Reading, size: Magnitude, pair: Pair, since: int, pairs: list[Pair], own: Reading
) -> Move | None:
    """A size after the words that begin at ``since``, as the change of a pair; None where it is of something else."""
    if not _CHINESE.search(own.text):
        inside = own is old and other_value(own, pair, since, size.start)
        return None if inside else _english(old, own, size, pair, own.text[since : size.start])
    chosen = belongs(old, own, size, pair, since, pairs)
    return shaped(old, own, size, chosen, since) if chosen is not None else None


def _move_ahead(reading: Reading, size: Magnitude, pair: Pair, begins: int) -> Move | None:
    """A size before its pair: 连续三年各增10%，从A增至B."""
    between = reading.words(size.end, begins)
    if _EN_GAP.fullmatch(between) and is_change(reading.sentence, size.figure):
        return _english(reading, reading, size, pair, reading.text[: size.start])
    since = reading.clause_start(size.start)
    clause = reading.words(since, size.start)
    own = told(_REPORT.sub("", clause))
    if size.figure.unit == "%" and _REACHED.search(clause) and not told(_MOST.sub("", clause)).sure:
        return None  # 最高时达到2.5%; 支付合同价的60%: a value of its own
    gap = told(between)
    if (gap.others and own.others) or gap.changes or not own.changes or shares(clause) or len(between) > 12:
        return None
    if other_value(reading, pair, size.end, begins) or size.figure.unit not in ("%", "times", "count:番"):
        return None
    return shaped(reading, reading, size, pair, since)


def _english(old: Reading, own: Reading, size: Magnitude, pair: Pair, raw: str) -> Move | None:
    figure = size.figure
    near = list(EN_CHANGE.finditer(own.text[max(0, size.start - 40) : size.start]))
    after = EN_CHANGE.match(own.text, size.end + 1)
    near += [after] if after is not None and not near else []
    if not size.idiom and not is_change(own.sentence, figure) and after is None:
        return None
    known = (pair.after.indicator.zh, pair.before.indicator.zh)
    if figure.indicator.zh and not any(alike(figure.indicator.zh, name) for name in known):
        return None
    stop = CLAUSE.search(old.text, max(old.end(pair.after), old.end(pair.before)))
    head = old.text[: stop.start() if stop is not None else len(old.text)]
    if not named_in_english(raw) <= english(head):
        return None
    down = size.down if size.down is not None else bool(near[-1]["down"]) if near else falls(pair)
    way = size.way or (BY if figure.role != "ratio" else "")
    return Move(pair.before, pair.after, figure, raw[-24:], down, bool(near), way)
