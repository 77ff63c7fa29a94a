"""A length of time against the dates it may lie between: 2019年4月开通，2024年2月暂停，前后开了三年零十个月."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.length_terms import is_reckoned, opens
from desktop.audit.lengths import YEAR, Length, lengths, shown
from desktop.audit.moments import Moment, between, lies, moments
from desktop.audit.scope import Prose, Section
from desktop.audit.span_words import LASTED, LATER, Said, said
from desktop.audit.time_pairs import (
    Meant,
    days_later,
    digits_alike,
    in_order,
    meant,
    part_start,
    slip,
    whole,
    yearly,
)
from desktop.audit.whole_days import both_counted, shown_day
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "times_told"
_STOP: Final = re.compile(r"[。！？；;]")
_TWO: Final = 2
_WIDE: Final = 14  # dates of a section of which any two may be meant
_MANY: Final = 12  # days: a section with more is a list of dates
_LEAST: Final = 21  # days that nobody tells in weeks
_LOOSE: Final = re.compile(r"[\d一二三四五六七八九十]{1,3}月(?:[末底初]|[上中下]旬)|(?<!\d)年[末底初中]")
_IN_A_ROW: Final = re.compile(r"(?:连续|连着|一连|近|前|(?<![前后])后)$")
LASTS = Text("从{0}到{1}是{2}，不是文中的{3}。", "From {0} to {1} is {2}, not {3} as the text says.")
BOTH = Text(
    "从{0}到{1}首尾都算是{2}，不是文中的{3}。",
    "From {0} to {1}, both days counted, is {2}, not {3} as the text says.",
)
BACK = Text(
    "文中说{1}在{0}的{2}，但{1}早于{0}。", "The text puts {1} some time after {0} ({2}), but it is earlier."
)


@check(KEY, "时长与日期", "lengths of time and dates", "section", needs={"section": ("date", "年月周星礼天")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each length of time against the dates around it."""
    known: tuple[Moment, ...] = ()
    for line in piece.lines:
        if not any(f.is_date for f in line.figures):
            continue
        told = list(lengths(line.text))
        known = moments(piece) if told else known
        if len(known) < 2:
            continue
        base = line.start - piece.start
        own = whole([m for m in known if base <= m.start < base + len(line.text)])
        for length in told if own else ():
            if not any(m.start < base + length.end and base + length.start < m.end for m in own):
                yield from _held(piece, line, length, own, known)


def _held(
    piece: Section, line: Prose, length: Length, own: list[Moment], known: Sequence[Moment]
) -> Iterator[Result]:
    base = line.start - piece.start
    if is_reckoned(line.text, length):
        return
    both = both_counted(line.text, base, length, own)
    if both is not None:
        yield _counted(line, length, *both)
        return
    how = said(line.text, length, [(m.start - base, m.end - base) for m in own])
    pair = meant(piece, base, length, how, own)
    if pair is None:
        yield from _by_slip(piece, line, length, own, known)
        return
    one, other = pair.one, pair.other
    if _told_later(line, length, one, other) or opens(piece, base, length, pair):
        return
    loose = how is None or how.kind == LASTED
    later = pair.backwards or (how is not None and days_later(length, how, pair))
    circle = _circle(piece, base, length, how, pair, own)
    if not later and _any(length, circle, loose=loose):
        if lies(length, one, other, loose=loose):
            yield say.passed(KEY, _figures(line, length, one, other), _written(one, other), rounded=True)
        return
    if _of_others(line, length, how, pair) or _untold(line, length, own, base):
        return
    if length.exact and not slip(
        length, one, other
    ):  # 四年零十个月 is of some two dates that it is a year off
        pair = next((in_order(a, b) for a, b in combinations(circle, 2) if slip(length, a, b)), pair)
    near = sorted(known, key=lambda m: abs(m.start - base - length.start))[:_WIDE]
    if (
        later
        or pair.tight
        or slip(length, pair.one, pair.other)
        or (pair.sure and not _any(length, near, loose=loose))
    ):
        yield _wrong(line, length, pair)


def _counted(line: Prose, length: Length, one: Moment, other: Moment, days: int) -> Result:
    """A length in days that counts both its ends."""
    figures = _figures(line, length, one, other)
    shown_ = Text(f"{days}天", f"{days} days")
    written = formula("{} − {} + 1 = {}", say.time(other.period), say.time(one.period), shown_)
    if length.words == f"{days}天":
        return say.passed(KEY, figures, written)
    place = Anchor(line.source, line.start + length.start, line.start + length.end, length.words)
    said_ = BOTH.format(_dated(one), _dated(other), shown_, quote(length.words))
    return say.finding(KEY, "inconsistent", figures, written, said_, "length", spans=(place,))


def _told_later(line: Prose, length: Length, one: Moment, other: Moment) -> bool:
    """Whether both dates stand in sentences behind that of a length."""
    stop = line.text.find("。", length.end) + line.start
    return stop >= line.start and min(one.figure.anchor.start, other.figure.anchor.start) > stop


def _any(length: Length, dates: Sequence[Moment], *, loose: bool) -> bool:
    return any(lies(length, a, b, loose=loose) for a, b in combinations(dates, 2))


def _circle(
    piece: Section, base: int, length: Length, how: Said | None, pair: Meant, own: list[Moment]
) -> list[Moment]:
    """The dates of the line of which any two may be meant."""
    at = base + length.start
    if how is None or how.kind == LASTED:
        found = [m for m in own if m.start < at or not _STOP.search(piece.text, at, m.start)]
    elif how.kind == LATER and pair.tight:
        found = [m for m in own if m.start <= max(pair.one.start, pair.other.start)]
    else:
        found = own
    if length.high < YEAR:  # months are not counted from a year
        found = [m for m in found if not yearly(m)]
    if pair.tight and pair.sure and not length.exact:  # 2021年10月动工，2023年4月投产，建设期三年半
        here = [m for m in found if m.start >= part_start(piece.text, base, at)]
        return here if len(here) == _TWO else found
    return found


def _of_others(line: Prose, length: Length, how: Said | None, pair: Meant) -> bool:
    """Whether a length is of some of the years (连续三年), or of a part where another tells the whole."""
    ahead = line.text[max(0, length.start - 4) : length.start]
    if _IN_A_ROW.search(ahead) and length.high < between(pair.one, pair.other)[0][0]:
        return True
    begin = max((m.end() for m in _STOP.finditer(line.text, 0, length.start)), default=0)
    end = _STOP.search(line.text, length.end)
    here = line.text[begin : end.start() if end else len(line.text)]
    for n in lengths(here):  # 2008年参军，2016年转业，在边防三年，在机关五年
        two = Length(length.start, length.end, length.words, length.low + n.low, length.high + n.high)
        if begin + n.start != length.start and lies(two, pair.one, pair.other):
            return True
    first, last = sorted(m.figure.anchor.start for m in (pair.one, pair.other))
    for n in lengths(here):  # 租期30年，自2010年1月1日起，前20年有效，到2029年12月31日为止
        inside = first < line.start + begin + n.start < last
        if inside and not first < line.start + length.start < last and lies(n, pair.one, pair.other):
            return True
    if how is None or not how.nouns:
        return False
    return any(lies(n, pair.one, pair.other) for n in lengths(line.text) if n.start != length.start)


def _untold(line: Prose, length: Length, own: list[Moment], base: int) -> bool:
    """Whether the sentence has a time that is no date of the dossier: 3月15日停止新增，六月末撤下，相隔107天."""
    begin = line.text.rfind("。", 0, length.start) + 1
    taken = [(m.start - base, m.end - base) for m in own]
    return any(
        not any(a < found.end() and found.start() < b for a, b in taken)
        for found in _LOOSE.finditer(line.text, begin, length.start)
    )


def _by_slip(
    piece: Section, line: Prose, length: Length, own: list[Moment], known: Sequence[Moment]
) -> Iterator[Result]:
    """Exact days beside one date, of which another date of the section makes a number with one other digit."""
    base = line.start - piece.start
    told = length.words.removesuffix("天")
    begin = piece.sentence_start(base + length.start)
    here = [m for m in own if begin <= m.start < base + length.start and not yearly(m)]
    days = [m for m in known if m.period.start == m.period.end]
    if (
        not told.isdecimal()
        or int(told) < _LEAST
        or int(told) % 10 == 0
        or len(here) != 1
        or len(days) > _MANY
    ):
        return
    gaps = [(abs((here[0].first - m.first).days), m) for m in days if m.start < begin and not m.guessed]
    slips = [(gap, m) for gap, m in gaps if any(digits_alike(gap + n, int(told)) for n in (0, 1, -1))]
    if any(abs(gap - int(told)) <= 1 for gap, _ in gaps) or len({gap for gap, _ in slips}) != 1:
        return
    yield _wrong(line, length, in_order(here[0], slips[0][1]))


def _wrong(line: Prose, length: Length, pair: Meant) -> Result:
    one, other = pair.one, pair.other
    if pair.backwards:
        said_ = BACK.format(bare(other.figure), bare(one.figure), quote(f"{length.words}后"))
    else:
        said_ = LASTS.format(_dated(one), _dated(other), _far(length, one, other), quote(length.words))
    start = line.start + length.start
    place = Anchor(line.source, start, line.start + length.end, length.words)
    figures = _figures(line, length, one, other)
    return say.finding(KEY, "inconsistent", figures, _written(one, other), said_, "length", spans=(place,))


def _dated(moment: Moment) -> Text:
    """A date as it is printed; an end of a stretch, and a month whose year stands elsewhere, with its year."""
    stretch = moment.figure.period is not None and "→" in moment.figure.period.text
    if stretch and moment.guessed:
        return shown_day(moment)
    with_year = moment.guessed or (str(moment.first.year) in moment.figure.as_printed and not stretch)
    return bare(moment.figure) if with_year else say.time(moment.period)


def _figures(line: Prose, length: Length, one: Moment, other: Moment) -> tuple[Figure, ...]:
    start, end = line.start + length.start, line.start + length.end
    own = [f for f in line.figures if f.anchor.start < end and start < f.anchor.end and not f.is_date]
    return tuple(dict.fromkeys((*own[:1], other.figure, one.figure)))


def _written(one: Moment, other: Moment) -> Text:
    """The sum; a stretch is one figure, so that its ends are told as times."""
    far = shown(one.period, other.period)
    return formula("{} − {} ≈ {}", say.time(other.period), say.time(one.period), far)


def _far(length: Length, one: Moment, other: Moment) -> Text:
    """How far two dates are apart; in days where the text tells days of two days."""
    if "天" not in length.words or yearly(one) or one.period.start != one.period.end:
        return shown(one.period, other.period)
    days = (other.first - one.first).days
    return (
        Text(f"{days}天", f"{days} days")
        if other.period.start == other.period.end
        else shown(one.period, other.period)
    )
