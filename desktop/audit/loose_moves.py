"""Changes of two values that no verb joins: 2021年3,250万吨。三年之后，这个数字是2,080万吨，缩水36%.

The value right before a size and the value right before that one, where dates or words set their times apart and no
other thing is named between. Whether the size is of them, the words before it tell as they do elsewhere; a size that
any other two values of the two sentences give is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit.any_reading import change_fits
from desktop.audit.interval import value_of
from desktop.audit.keys import english, same_dimension
from desktop.audit.lines import behind_last
from desktop.audit.magnitudes import Magnitude
from desktop.audit.move import MOST, TO, Move
from desktop.audit.move_words import MORE_OF
from desktop.audit.pairs import Pair
from desktop.audit.reading import CLAUSE, TIMES, Reading
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.telling import named_in_english, told
from desktop.audit.times_apart import day, overlap
from desktop.core.figure import Figure

_SIZES: Final = ("%", "permille", "pp", "bp", "times", "count:番", "count:折")
_NO_VALUE: Final = ("pp", "bp", "times", "count:番", "count:折", "rank")
_SCALED: Final = re.compile(r"million|billion|[万亿]$")
_LEAP: Final = 4  # days by which months and years of one kind differ
_REACH: Final = 90  # characters between the two values
_N: Final = r"(?:\d{1,2}|[一二两三四五六七八九十半数几]{1,3})个?"
_LATER: Final = re.compile(
    rf"[次翌转明隔]年|下一?个?[年月季周届期轮]|第[二三四五六七八九十]年|{_N}[年月周天日]度?(?:之|以)?后|后来|[此其之随]后|今[年春夏秋冬]|本[年月季届期]"
    r"|如今|现在|现[为价]|目前|眼下|最[近新终]|[改革整造版级并]后"
    r"|\b(?:later|years? on|months? on|now|today|by|after|afterwards)\b",
    re.I,
)
_EARLIER: Final = re.compile(
    rf"{_N}[年月周天日]度?(?:之|以)?前|上一?个?[年届月季期轮周次]|去年|前年|前一?[年届期轮]|同期|原[来先本为价]|过去|[以从此之]前|当[初年]|[起最年月期]初"
    r"|[改革整造版级并]前|\b(?:earlier|ago|before|previous(?:ly)?|last (?:year|month|quarter))\b",
    re.I,
)
_ONLY_SAYS: Final = re.compile(  # names of any quantity, and verbs that lead to a value
    r"这一?个?(?:数字|数值|数|指标|规模|水平|比例|价格)|该(?:数|指标|比例)|数字|数值|价格|单价|售价|规模|总数|[春夏秋冬][天季]?|[年月季]?[初末底]|打|它|其|再|又|还|变成?|仅|[\u4e00-\u9fff]?(?:[到至成]|升|降)了?$"
)
_THAT_YEAR: Final = re.compile(r"(?:[是为比较]|相当于|等于)((?:19|20)\d\d)年[末底]?(?:的|[高多增减少低])")
_THAT_NAME: Final = re.compile(r"(?:是|为|相当于|等于)([\u4e00-\u9fff]{2,6}?)(?:[量数额值价])?的")
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_ELSE: Final = re.compile(
    r"年化|名义|折[合成算]|目标|计划|预[计期算]|如果|假如|若|上限|下限|其中|另[有外一]|而(?![且是])|但|行业|同行"
)
_MEAN: Final = re.compile(r"[日月周季年]均|平均每|每个?[日天周月季年]")


class Loose(NamedTuple):
    """A size, the two values it may be the change of, and from where on the words before it are its own.

    ``named`` is whether words name the year of the base, ``called`` whether they name the value itself.
    """

    reading: Reading
    size: Magnitude
    pair: Pair
    since: int
    named: bool
    called: bool


def loose(piece: Prose, known: Sequence[Move]) -> Iterator[Loose]:
    """The sizes of a paragraph that no move claims, with the two values before each."""
    if len(piece.figures) < 3 or piece.marks.isdisjoint(_SIZES):
        return
    used = {i for m in known for i in (m.before.id, m.after.id, m.change.id if m.change else "")}
    if all(f.unit not in _SIZES or f.id in used for f in piece.figures):
        return
    last: Sentence | None = None
    for sentence in piece.sentences:
        amounts = sentence.amounts
        if len(amounts) > MOST:
            last = None
            continue
        sizes = [
            f for n, f in enumerate(amounts)
            if f.unit in _SIZES and f.id not in used and (n or last is not None)
        ]  # fmt: skip
        before = (*(last.amounts if last is not None else ()), *amounts)
        sizes = [f for f in sizes if _follows_two(before, f)]
        if sizes:
            yield from _in(_joined(piece, last, sentence), sizes)
        last = sentence


def _follows_two(amounts: Sequence[Figure], size: Figure) -> bool:
    """Whether the value before a size has another of its kind a little before it, by their units alone."""
    at = amounts.index(size)
    values = [f for f in amounts[:at] if f.role != "change" and f.unit not in (*_NO_VALUE, *TIMES)]
    return any(f.unit == values[-1].unit or _like(f, values[-1]) for f in values[-5:-1])


def elsewhere(move: Move, reading: Reading) -> bool:
    """Whether a size that its two values do not give is that of two others beside them."""
    assert move.change is not None
    two = (move.before, move.after)
    if change_fits(move.change, two, strict=True, based=True):
        return False
    like = [f for f in reading.sentence.amounts
            if f is not move.change and f.role != "change" and same_dimension(f.unit, two[0].unit)]  # fmt: skip
    return any(
        change_fits(move.change, (a, b), strict=False)
        for n, a in enumerate(like)
        for b in like[n + 1 :]
        if {a.id, b.id} != {f.id for f in two}
    )


def _magnitude(reading: Reading, size: Figure) -> Magnitude:
    return Magnitude(size, reading.start(size), reading.end(size), TO if size.unit == "count:折" else "")


def _of_year(reading: Reading, value: Figure, size: Figure) -> Pair | None:
    """The value with the one of the year that the words before the size name: 8,100件，是2024年的1.5倍."""
    named = _THAT_YEAR.search(reading.text, reading.end(value), reading.start(size))
    if named is None or value.period is None or day(value)[:4] == named[1]:
        return None
    like = [f for f in reading.sentence.amounts if _is_value(reading, f) and day(f)[:4] == named[1]
            and same_dimension(f.unit, value.unit) and abs(_length(f) - _length(value)) < _LEAP]  # fmt: skip
    return Pair(like[0], value, sure=False) if len(like) == 1 else None


def _of_name(reading: Reading, values: list[Figure], size: Figure) -> Pair | None:
    """The value with the one that the words before the size name: 首印5万册，累计20万册，是首印量的4倍."""
    base, value = values
    named = _THAT_NAME.search(reading.text, reading.end(value), reading.start(size))
    if named is None or size.unit != "times" or not same_dimension(base.unit, value.unit):
        return None
    leads = [reading.sentence.lead(f) for f in (base, value)]
    return Pair(base, value, sure=False) if named[1] in leads[0] and named[1] not in leads[1] else None


def _length(figure: Figure) -> int:
    """How many days the period of a figure has."""
    period = figure.period
    return (period.end - period.start).days if period and period.start and period.end else 0


def _joined(piece: Prose, last: Sentence | None, sentence: Sentence) -> Reading:
    """Two sentences as one, so that offsets hold over both."""
    if last is None or len(last.amounts) > MOST:
        return Reading(sentence)
    text = piece.text[last.start - piece.start : sentence.start - piece.start + len(sentence.text)]
    return Reading(Sentence(last.start, text, (*last.figures, *sentence.figures)))


def _in(reading: Reading, sizes: list[Figure]) -> Iterator[Loose]:
    amounts = reading.sentence.amounts
    for size in sizes:
        at = amounts.index(size)
        values = [f for f in amounts[:at] if _is_value(reading, f)][-2:]
        if len(values) < 2 or any(
            _is_value(reading, f)
            for f in amounts[at + 1 : at + 2]
            if f.anchor.start - size.anchor.end < 3  # 增长20%的120家
        ):
            continue
        by_name = _of_name(reading, values, size)
        pair = by_name or _of_year(reading, values[1], size)
        named = pair is not None
        if pair is None and not _between(reading, values[1], size):
            pair = _pair(reading, *values)
        if pair is not None:
            since = max(reading.end(f) for f in amounts[:at] if not reading.is_stretch(f))
            yield Loose(reading, _magnitude(reading, size), pair, since, named, by_name is not None)


def _between(reading: Reading, value: Figure, size: Figure) -> list[Figure]:
    """What stands between a value and a size besides other sizes: 较2021年少了19家，降幅61% is of that year."""
    return [f for f in reading.sentence.figures if value.anchor.end <= f.anchor.start < size.anchor.start
            and f.unit not in _SIZES and not reading.is_stretch(f)]  # fmt: skip


def _is_value(reading: Reading, figure: Figure) -> bool:
    return (
        figure.role in ("level", "ratio", "threshold")
        and figure.unit not in _NO_VALUE
        and (figure.unit != "" or _SCALED.search(figure.as_printed) is not None)
        and not reading.is_stretch(figure)
        and not MORE_OF.search(reading.text[: reading.start(figure)][-6:])
        and value_of(figure) is not None
    )


def _pair(reading: Reading, one: Figure, other: Figure) -> Pair | None:
    """Two values in the order of their times; None where nothing tells it, or they are of two things."""
    if not _like(one, other) or reading.start(other) - reading.end(one) > _REACH:
        return None
    if one.unit in TIMES or value_of(one) == value_of(other):
        return None
    gap = reading.text[reading.end(one) : reading.start(other)]
    clauses = [reading.text[reading.clause_start(reading.start(f)) : reading.start(f)] for f in (one, other)]
    if len({_MEAN.search(clause) is None for clause in clauses}) > 1:
        return None  # 一季度平均每月320件。2022年降到600件: of the total before, not of the mean
    if _ELSE.search(gap) or not (CLAUSE.search(gap) or "." in gap) or not _of_one(reading, one, other, gap):
        return None
    order = _order(reading, one, other, gap)
    if not order:
        return None
    return Pair(one, other, sure=False) if order > 0 else Pair(other, one, sure=False)


def _like(one: Figure, other: Figure) -> bool:
    """Whether two values are of one kind: 6.0 billion is money where 24.0 billion yuan is."""
    return same_dimension(one.unit, other.unit) or ("" in (one.unit, other.unit) and bool(
        _SCALED.search(one.as_printed) and _SCALED.search(other.as_printed)))  # fmt: skip


def _order(reading: Reading, one: Figure, other: Figure, gap: str) -> int:
    if one.period is not None and other.period is not None and not overlap(one, other):
        return 1 if day(one) < day(other) else -1
    lead = reading.text[reading.clause_start(reading.start(one)) : reading.start(one)]
    if earlier := _EARLIER.search(gap):
        if earlier[0] == "去年" and one.period is not None:
            return 0  # 2020年为6%，去年为9%: before or after 2020, nobody knows
        return 0 if _LATER.search(gap) or _EARLIER.search(lead) else -1
    if _LATER.search(gap):
        return 0 if _LATER.search(lead) else 1
    dated = any(reading.end(one) <= reading.start(d) < reading.start(other) for d in reading.sentence.dates)
    return 1 if _EARLIER.search(lead) and dated else 0


def _of_one(reading: Reading, one: Figure, other: Figure, gap: str) -> bool:
    """Whether the words before the second value name nothing that those before the first do not."""
    if (
        one.entity.zh
        and other.entity.zh
        and one.entity.zh != other.entity.zh
        and one.entity.zh not in other.entity.zh
    ):
        return False
    known = reading.text[: reading.clause_end(one)]
    if not _CHINESE.search(gap):
        return named_in_english(_LATER.sub("", gap)) <= english(known) | {"it", "they", "figure", "number"}
    begin = reading.end(one)
    words = reading.words(reading.clause_end(one) if CLAUSE.search(gap) else begin, reading.start(other))
    words = "".join(
        _ONLY_SAYS.sub("", _LATER.sub("", _EARLIER.sub("", part))) for part in CLAUSE.split(words)
    )
    return all(w in known or (len(w) == 1 and w not in behind_last(CLAUSE, gap)) for w in told(words).others)
