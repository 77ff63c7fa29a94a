"""Sorting texts by code points without holding the interpreter: packed into integers that numpy sorts.

Sorting Python strings keeps every other thread waiting until it is done. Here the next few characters of
each text are packed into one 64-bit number (as many characters as the alphabet in use leaves room for), numpy
sorts the numbers, and only texts that are still tied are looked at further.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from itertools import count, pairwise
from operator import itemgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.core.progress import Progress
from desktop.models.frame_chunks import pieces

Array = NDArray[Any]
_FEW = 2048
_SAMPLE = 4096
_WIDTH = 12
_ROUNDS = 6
_CODE_POINTS = 0x110000


def text_order(texts: Array, rows: Array, descending: bool, progress: Progress) -> Array:
    """Return rows of an object array of ``str`` in stable order; a NUL that ends a text is not looked at."""
    if len(rows) <= _FEW:
        pairs = sorted(
            zip(texts[rows].tolist(), rows.tolist(), strict=True), key=itemgetter(0), reverse=descending
        )
        return np.array([row for _, row in pairs], dtype=rows.dtype)
    if _repeats(texts, rows, progress):
        return rows[_by_rank(texts, rows, descending, progress)]
    order, fresh = _refine(texts, rows, progress)
    return _reversed_groups(order, fresh) if descending else order


def text_counts(texts: Array, rows: Array, progress: Progress) -> tuple[Array, Array]:
    """Return a row of each different text, and how many rows hold that text."""
    if len(rows) > _FEW and not _repeats(texts, rows, progress):
        order, fresh = _refine(texts, rows, progress)
        starts, ends = _groups(fresh)
        return order[starts], ends - starts
    codes, _ = _numbered(texts, rows, progress)
    first = np.empty(int(codes.max(initial=-1)) + 1, dtype=rows.dtype)
    first[codes[::-1]] = rows[::-1]
    return first, np.bincount(codes, minlength=len(first))


def compact(numbers: Array) -> Array:
    """Return non-negative integers in the smallest type that holds them; 16 bits are sorted by counting."""
    top = int(numbers.max(initial=0))
    return numbers.astype(np.min_scalar_type(top), copy=False)


def _repeats(texts: Array, rows: Array, progress: Progress) -> bool:
    """Whether a sample repeats itself so much that there can be only tens of thousands of different texts."""
    sample = rows[:: max(1, len(rows) // _SAMPLE)]
    seen: set[str] = set()
    for piece in pieces(len(sample), progress, 256):
        seen.update(texts[sample[piece]].tolist())
    return len(seen) < 0.97 * len(sample)


def _numbered(texts: Array, rows: Array, progress: Progress) -> tuple[Array, list[str]]:
    """Number the different texts as they come; return the number of each row's text, and the texts."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    codes = np.empty(len(rows), dtype=np.int32)
    for piece in pieces(len(rows), progress):
        part = texts[rows[piece]].tolist()
        codes[piece] = np.fromiter(map(numbers.__getitem__, part), np.int32, len(part))
    return codes, list(numbers)


def _by_rank(texts: Array, rows: Array, descending: bool, progress: Progress) -> Array:
    """Sort the different texts, then the rows by the place of their text."""
    codes, words = _numbered(texts, rows, progress)
    different, each = np.array(words, dtype=object), np.arange(len(words))
    order = (
        _refine(different, each, progress)[0]
        if len(words) > _FEW
        else text_order(different, each, False, progress)
    )
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = each[::-1] if descending else each
    return np.argsort(compact(rank)[codes], kind="stable")


def _refine(texts: Array, rows: Array, progress: Progress) -> tuple[Array, Array]:
    """Return the rows in ascending order and, for each place, whether its text differs from the last."""
    key, ended, depth = _packed(texts, rows, 0, progress)
    turn = np.argsort(key, kind="stable")
    order, fresh = rows[turn], _changes(key[turn])
    tied = _tied(fresh) & ~ended[turn]
    for done in range(_ROUNDS):
        progress.step(done, _ROUNDS)
        places = np.flatnonzero(_in_large_groups(fresh) & tied)
        if not len(places):
            break
        part = order[places]
        key, ended, used = _packed(texts, part, depth, progress)
        group = compact(np.cumsum(fresh[places]))
        turn = np.argsort(key, kind="stable")
        turn = turn[np.argsort(group[turn], kind="stable")]
        order[places] = part[turn]
        fresh[places] |= _changes(key[turn])
        tied[places] = ~ended[turn]
        tied &= _tied(fresh)
        depth += used
    _finish(texts, order, fresh, tied, progress)
    return order, fresh


def _packed(texts: Array, rows: Array, depth: int, progress: Progress) -> tuple[Array, Array, int]:
    """Return 64-bit keys of the characters from ``depth`` on, which texts end there, and how many fitted."""
    seen = np.zeros(_CODE_POINTS, dtype=bool)
    for piece in pieces(len(rows), progress):  # never all texts at once: that would count references for long
        seen[_block(texts[rows[piece]], depth)] = True
    seen[0] = False  # NUL pads texts that have ended: rank 0, before every character
    ranks = np.cumsum(seen, dtype=np.uint64)
    bits = max(1, int(ranks[-1]).bit_length())
    used = min(_WIDTH, 64 // bits)
    key = np.empty(len(rows), dtype=np.uint64)
    ended = np.empty(len(rows), dtype=bool)
    for piece in pieces(len(rows), progress):
        block = ranks[_block(texts[rows[piece]], depth)[:, :used]]
        packed = block[:, 0].copy()
        for column in range(1, used):
            packed <<= np.uint64(bits)
            packed |= block[:, column]
        key[piece] = packed
        ended[piece] = block[:, -1] == 0
    return key, ended, used


def _block(texts: Array, depth: int) -> Array:
    """Return code points ``depth`` to ``depth + _WIDTH`` of each text as rows, padded with 0."""
    part = [text[depth : depth + _WIDTH] for text in texts.tolist()] if depth else texts
    return np.array(part, dtype=f"U{_WIDTH}").view(np.uint32).reshape(-1, _WIDTH)


def _changes(ordered: Array) -> Array:
    """Return where a value differs from the one before it; the first always does."""
    fresh = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=fresh[1:])
    return fresh


def _tied(fresh: Array) -> Array:
    """Return which places share a group with a neighbour."""
    tied = ~fresh
    tied[:-1] |= ~fresh[1:]
    return tied


def _groups(fresh: Array) -> tuple[Array, Array]:
    """Return where groups of equal texts begin and end."""
    starts = np.flatnonzero(fresh)
    ends = np.empty_like(starts)
    ends[:-1] = starts[1:]
    ends[-1:] = len(fresh)
    return starts, ends


def _in_large_groups(fresh: Array) -> Array:
    """Return which places belong to groups too large to be sorted in one short step."""
    starts, ends = _groups(fresh)
    large = ends - starts > _FEW
    edges = np.zeros(len(fresh) + 1, dtype=np.int8)
    edges[starts[large]] = 1
    edges[ends[large]] -= 1
    return np.cumsum(edges[:-1], dtype=np.int8) > 0


def _finish(texts: Array, order: Array, fresh: Array, tied: Array, progress: Progress) -> None:
    """Sort what is still tied (texts that begin alike for long) as Python does, group by group, in place."""
    starts, ends = _groups(fresh)
    open_ = tied[starts]
    starts, ends = starts[open_], ends[open_]
    for piece in pieces(len(starts), progress, 16):
        for start, stop in zip(starts[piece].tolist(), ends[piece].tolist(), strict=True):
            rows = order[start:stop].tolist()
            pairs = list(zip(texts[rows].tolist(), rows, strict=True))
            merged = _merged(pairs, progress)
            order[start:stop] = [row for _, row in merged]
            fresh[start + 1 : stop] = [a[0] != b[0] for a, b in pairwise(merged)]


def _merged(pairs: list[tuple[str, int]], progress: Progress) -> list[tuple[str, int]]:
    """Sort by text in runs short enough to be one step each, then merge the runs."""
    if len(pairs) <= _FEW:
        return sorted(pairs, key=itemgetter(0))
    runs = [sorted(pairs[i : i + _FEW], key=itemgetter(0)) for i in range(0, len(pairs), _FEW)]
    merged: list[tuple[str, int]] = []
    for pair in heapq.merge(*runs, key=itemgetter(0)):
        if len(merged) % _FEW == 0:
            progress.step(len(merged), len(pairs))
        merged.append(pair)
    return merged


def _reversed_groups(order: Array, fresh: Array) -> Array:
    """Turn the ascending order round; texts that are equal keep their order."""
    turned = order[::-1].copy()
    starts, ends = _groups(fresh)
    several = ends - starts > 1
    sizes = (ends - starts)[several]
    shift = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)  # 0, 1, 2 … within each group
    turned[np.repeat(len(order) - ends[several], sizes) + shift] = order[
        np.repeat(starts[several], sizes) + shift
    ]
    return turned
