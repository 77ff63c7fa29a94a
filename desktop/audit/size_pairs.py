"""The two values that a size in open words is told of: 去年52万头，今年39万头，少了两成半; 红线70%，实为78%，超8个点.

Structure decides, not the verb. The values around are kept as a pool, of which any two may excuse the size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.any_reading import POINTS
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last
from desktop.audit.move import BY, is_share, years_between
from desktop.audit.reading import TIMES, number
from desktop.audit.scope import Section
from desktop.audit.size_doubts import OTHER, STEP, is_sure, of_another, of_one_length, reached
from desktop.audit.size_elsewhere import ahead, base_above, behind, exactly_points, two_rates
from desktop.audit.size_named import again, named_base, of_name, of_year
from desktop.audit.size_order import base_first, is_ordered, order
from desktop.audit.size_own import of_own_name
from desktop.audit.size_pair import SizePair
from desktop.audit.size_than import levered, than_named
from desktop.audit.size_told import SizeTold
from desktop.audit.size_words import (
    APART,
    BREAK,
    LENGTH,
    LEVEL,
    OBJECT,
    SIZES,
    TO_SIZE,
    VERB,
    exact,
    only_known,
    plain_size,
    way_of,
)
from desktop.audit.telling import told
from desktop.audit.times_apart import day
from desktop.core.figure import Figure

_ENDS: Final = re.compile(r"(?:左右|上下|以上|有余|还多|[多强弱整])?了?\s*(?:$|[，,。；;：:！？!?、）)\n])")
_RATES: Final = ("%", "permille")
_PAST: Final = re.compile(r"不[止只]|超")  # 翻了不止一番
_GAP: Final = re.compile(r"[^相还只仅]差(?![到出])|差距|距离")
_WHOLE: Final = re.compile(r"累计|合计|总共|一共|前后")
_LIMIT: Final = re.compile(r"红线|[上下]限|底线|警戒|门槛|标准|不得|不[高低超少多][于过]|至[多少]")
_FASTER: Final = re.compile(r"快|慢|提速|减速|效率")
_OF_BOTH: Final = re.compile(r"(?:之间)?(?:的?差距|相差|相距|差|差了|拉开了?)(?:达|为|是|有)?[约近]?")
_HIGHER: Final = re.compile(r"(?<![增成生延提升走抬调推])[高多贵重长]出?(?:了|约|近|将近|整整)*$")
_LOWER: Final = re.compile(r"(?:(?<![减降缩走])[低少轻短]|便宜)[出了]?(?:约|近|将近|整整)*$")
_EACH: Final = re.compile(r"年?均?复合|年均|平均每年")
_SPAN: Final = re.compile(r"(?<![\d第])([两二三四五六七八九十]|\d{1,2})个?年(?![末底初前])")
_REACH: Final = 70  # characters between two values of a pair


def size_pairs(piece: Section) -> Iterator[SizePair]:
    """The sizes of the prose of a section with the values that each may be told of."""
    amounts = piece.amounts
    for n, size in enumerate(amounts):
        if size.unit not in SIZES or (size.unit in _RATES and not _tells(piece.clause(size) + size.hedge)):
            continue
        if _ENDS.match(piece.text, size.anchor.end - piece.start):
            here = SizeTold(piece, amounts, n)
            found = _read(here) if size.id not in piece.sized else _besides(here)
            if found is not None and not (size.unit == "count:番" and _is_more(here)):
                yield found


def _besides(here: SizeTold) -> SizePair | None:
    """The two values of the size's own name where those that some check holds it against are others."""
    pair = of_own_name(here)
    if pair is None:
        return None
    two = {pair.one.id, pair.other.id}
    moves = [m for line in here.piece.lines for m in line.moves if m.change is here.size]
    return None if any({m.before.id, m.after.id} == two for m in moves) else pair


def _read(here: SizeTold) -> SizePair | None:
    """The first reading that is sure of the two values, else the first at all."""
    found: SizePair | None = None
    for reading in (
        named_base,
        of_year,
        again,
        of_name,
        of_own_name,
        than_named,
        _pair,
        ahead,
        behind,
        two_rates,
        base_above,
        exactly_points,
        levered,
    ):
        pair = reading(here)
        if pair is not None and pair.sure:
            return pair
        found = found or pair
    return found


def _tells(clause: str) -> bool:
    """Whether the words before a percentage tell of a change or a comparison at all, which is found fast."""
    says = told(LENGTH.sub("", clause))
    known = (
        says.changes
        or says.verb != ""
        or APART.search(clause)
        or TO_SIZE.search(clause)
        or VERB.search(clause)
    )
    return bool(known) and not LEVEL.search(clause)


def _is_more(here: SizeTold) -> bool:
    """翻了一番还多, 翻了不止一番."""
    at = here.at(here.size)
    return here.size.comparator != "=" or _PAST.search(here.text, max(0, at - 5), at) is not None


def _pair(here: SizeTold) -> SizePair | None:
    """The two values; None where none are, or something else is told of."""
    size = here.size
    like = [f for f in here.values if is_share(f)] if size.unit in POINTS else here.values
    if like and like[-1].as_printed.startswith("两") and _OF_BOTH.fullmatch(here.words_from(like[-1])):
        like = like[:-1]  # 两家相差5.5个百分点
    if len(like) < 2:
        return None
    other = like[-1]
    same = [f for f in like[:-1] if same_dimension(f.unit, other.unit) and value_of(f) != value_of(other)]
    if not same or not reached(here, other):
        return None
    one = same[-1]
    run = [f for f in same if here.inside(f) and f.unit == other.unit]
    words = here.words_from(other)
    clause = behind_last(BREAK, words)
    whole = _WHOLE.search(clause) is not None and len(run) > 1
    if whole:  # 春季71.5%，暑期58.0%，秋季43.5%，累计丢掉28个百分点: from the first to the last
        one, words, clause = run[0], _WHOLE.sub("", words), _WHOLE.sub("", clause)
    if clause.isascii() or of_another(here, one, other, clause):
        return None
    compares = APART.search(clause) is not None or _LIMIT.search(here.clause(one)) is not None
    way = 1 if whole else order(here, one, other)
    two = (one, other)
    named = None if way else base_first(here.clause(one), here.clause(other), clause, two)
    if named is None and not way and size.unit == "%" and value_of(one) and value_of(other):
        named = _by_adjective(clause, *sorted(two, key=lambda f: value_of(f) or 0.0))
    if not way and ((not compares and named is None) or STEP.search(clause)):
        return None
    if _EACH.search(clause):
        return _yearly(here, run, other, clause)
    if here.at(other) - here.end(one) > _REACH or OTHER.search(LENGTH.sub("", words)):
        return None
    says = told(LENGTH.sub("", clause).lstrip("到至"))
    told_so = says.changes or says.verb or compares or TO_SIZE.search(clause) or VERB.search(clause)
    if not of_one_length(one, other) or (size.unit in ("%", "permille") and not told_so):
        return None
    if compares and says.sure and _GAP.search(clause):
        return None  # 净息差收窄9个基点: the gap itself has changed
    if size.unit == "%" and is_share(other) and not says.changes and not says.verb and TO_SIZE.search(clause):
        return None  # 2022年为98.2%，到2024年只剩95.9%: a rate of its own
    sure = is_sure(here, one, other, way, clause) and (whole or one is like[-2])
    based = named is not None or (way != 0 and not (one.unit in TIMES and _FASTER.search(clause)))
    one, other = named or (two if way >= 0 else two[::-1])
    discount = size.unit == "count:折"  # 428元…打八折，只要342.4元: what it gives stands behind it
    later = [] if sure and based and not discount else here.later
    around = (
        two if sure and not discount and way > 0 and _of_last_year(here, *two) else (*here.around, *later)
    )
    pool = tuple(f for f in around if same_dimension(f.unit, one.unit))
    inner = tuple(f for f in pool if here.inside(f))
    if sure and way > 0 and here.inside(one) and says.changes and is_ordered(here, one, other):
        pool = inner  # nothing else is named: only values of its own sentence may excuse the size
    by = way_of(clause, size) or (BY if compares else "")
    plainly = way and sure and says.sure and says.way and not says.others and not compares
    down = says.way == "down" if plainly and one.unit not in TIMES else None
    return SizePair(size, plain_size(size), exact(one), exact(other), based, by, sure, pool, inner, down=down)


def _of_last_year(here: SizeTold, one: Figure, other: Figure) -> bool:
    """Whether a size names the year of the later value, the one after that of the earlier: 2024年增长20%."""
    between = here.piece.between(other.anchor.end, here.size.anchor.start)
    named = any(f.is_date and day(f)[:4] == day(other)[:4] for f in between)
    return named and years_between(one, other) == 1


def _by_adjective(clause: str, low: Figure, high: Figure) -> tuple[Figure, Figure] | None:
    """The base and the other of two values: 稻田付高出28.6% is of the lower one, 便宜22.2% of the higher."""
    if OBJECT.search(clause):
        return None  # 比五年前贵了一成多
    if _HIGHER.search(clause):
        return low, high
    return (high, low) if _LOWER.search(clause) else None


def _yearly(here: SizeTold, run: list[Figure], other: Figure, clause: str) -> SizePair | None:
    """The first and the last of some dated values whose growth a year is told."""
    if not run or not told(clause).changes or here.size.unit != "%":
        return None
    one, size = run[0], here.size
    spans = [number(m[1]) for m in _SPAN.finditer(here.text, here.own, here.at(size))]
    years = {abs(years_between(one, other) or 0), len(run), *spans, *(n - 1 for n in spans)}
    lengths = tuple(sorted(n for n in years if n > 1))
    known = here.text[here.since : here.end(other)]
    if not lengths or order(here, one, other) <= 0 or not only_known(_EACH.sub("", clause), known):
        return None
    return SizePair(size, plain_size(size), one, other, True, BY, True, (), (), lengths, "复合" in clause)
