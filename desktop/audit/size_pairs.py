"""The two values that a size in open words is told of: 去年52万头，今年39万头，少了两成半; 红线70%，实为78%，超8个点.

Structure decides, not the verb. The values around are kept as a pool, of which any two may excuse the size.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.any_reading import POINTS
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last
from desktop.audit.move import BY, is_share, months_of, years_between
from desktop.audit.pairs import SUMMED
from desktop.audit.reading import TIMES, number
from desktop.audit.scope import Section
from desktop.audit.size_order import FROM, base_first, order
from desktop.audit.size_pair import SizePair
from desktop.audit.size_told import SizeTold
from desktop.audit.size_words import (
    APART,
    BREAK,
    LENGTH,
    LEVEL,
    OBJECT,
    SIZES,
    THEN,
    TO_SIZE,
    VERB,
    exact,
    only_known,
    plain_size,
    way_of,
)
from desktop.audit.telling import told
from desktop.core.figure import Figure

_CLAUSES: Final = re.compile(r"[，,；;：:。]")
_ENDS: Final = re.compile(r"(?:左右|上下|以上|有余|还多|[多强弱整])?了?\s*(?:$|[，,。；;：:！？!?、）)\n])")
_RATES: Final = ("%", "permille")
_PAST: Final = re.compile(r"不[止只]|超")  # 翻了不止一番
_OTHER: Final = re.compile(  # makes a size one of something else than the two values before it
    r"占|其中|[年月日周季]均|均价|每[年月季周天日]|按|折[成合算]|年化|复合|合计|目标|计划|预[计期]|如果|假如|若|分别|各|名义"
    r"|扣除|另|至少|最多|增速|累计|共|因此|减员|裁员|扩招|降薪|涨薪|加薪|不等|可能|恐怕|或许|也许"
)
_STEP: Final = re.compile(r"同比|环比|上年|去年|前一年|上月|上季|较[年月]初")
_PACKED: Final = re.compile(  # how many of the one are in the other is not said
    r"[年季月周日次]卡|单程|往返|[套联通]票|[单双多]人|半年|全年|包[年月季周]|整[箱盒]|打包|一次付|分期"
)
_BASE: Final = re.compile(
    r"(.*?)[比较](?![例重率])[^，,。]*的$"
)  # 整体上架率比一年前的71%提高: of what is not told
_GAP: Final = re.compile(r"[^相还只仅]差(?![到出])|差距|距离")
_WHOLE: Final = re.compile(r"累计|合计|总共|一共|前后")
_LIMIT: Final = re.compile(r"红线|[上下]限|底线|警戒|门槛|标准|不得|不[高低超少多][于过]|至[多少]")
_FASTER: Final = re.compile(r"快|慢|提速|减速|效率")
_AGAIN: Final = re.compile(r"随后|其后|后来|之后|接着|然后|此后|再|又")
_THEN_ONLY: Final = re.compile(
    r"(?:而|但)?(?:去年|上年|前年|往年|同期|当时|此前|[\d一二两三四五六七八九十]+年前)(?![的末底初])"
)
_AGO: Final = re.compile(r"年|月|季|此前|之前|以前|过去|同期|[高低]点")
_LINE: Final = re.compile(r"[线限标规]|要求|[原先前去上][来先年期月季]|[前后]者|[它其此]")
_PACE: Final = re.compile(r"[快慢]")
_PRICE: Final = re.compile(r"贵|便宜")
_EACH: Final = re.compile(r"年?均?复合|年均|平均每年")
_SPAN: Final = re.compile(r"(?<![\d第])([两二三四五六七八九十]|\d{1,2})个?年(?![末底初前])")
_SAME: Final = 0.001  # points
_REACH: Final = 70  # characters between two values of a pair
_FAR: Final = 44  # characters from the later value to the size


def size_pairs(piece: Section) -> Iterator[SizePair]:
    """The sizes of the prose of a section with the values that each may be told of."""
    amounts = piece.amounts
    for n, size in enumerate(amounts):
        if (
            size.unit not in SIZES
            or n < 2
            or (size.unit in _RATES and not _tells(piece.clause(size) + size.hedge))
        ):
            continue
        if _ENDS.match(piece.text, size.anchor.end - piece.start):
            here = SizeTold(piece, amounts, n)
            found = _pair(here) or _exactly_points(here)
            if found is not None and not (size.unit == "count:番" and _is_more(here)):
                yield found


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
    if len(like) < 2:
        return None
    other = like[-1]
    same = [f for f in like[:-1] if same_dimension(f.unit, other.unit) and value_of(f) != value_of(other)]
    if not same or not _reached(here, other):
        return None
    one = same[-1]
    run = [f for f in same if here.inside(f) and f.unit == other.unit]
    words = here.words_from(other)
    clause = behind_last(BREAK, words)
    whole = _WHOLE.search(clause) is not None and len(run) > 1
    if whole:  # 春季71.5%，暑期58.0%，秋季43.5%，累计丢掉28个百分点: from the first to the last
        one, words, clause = run[0], _WHOLE.sub("", words), _WHOLE.sub("", clause)
    if clause.isascii() or _of_another(here, one, other, clause):
        return None
    compares = APART.search(clause) is not None or _LIMIT.search(here.clause(one)) is not None
    way = 1 if whole else order(here, one, other)
    two = (one, other)
    named = None if way else base_first(here.clause(one), here.clause(other), clause, two)
    if not way and ((not compares and named is None) or _STEP.search(clause)):
        return None
    if _EACH.search(clause):
        return _yearly(here, run, other, clause)
    if here.at(other) - here.end(one) > _REACH or _OTHER.search(LENGTH.sub("", words)):
        return None
    says = told(LENGTH.sub("", clause))
    told_so = says.changes or says.verb or compares or TO_SIZE.search(clause) or VERB.search(clause)
    if not _of_one_length(one, other) or (size.unit in ("%", "permille") and not told_so):
        return None
    if compares and says.sure and _GAP.search(clause):
        return None  # 净息差收窄9个基点: the gap itself has changed
    sure = _sure(here, one, other, way, clause) and (whole or one is like[-2])
    based = named is not None or (way != 0 and not (one.unit in TIMES and _FASTER.search(clause)))
    one, other = named or (two if way >= 0 else two[::-1])
    later = [] if sure and based else here.later
    pool = tuple(f for f in (*here.around, *later) if same_dimension(f.unit, one.unit))
    inner = tuple(f for f in pool if here.inside(f))
    by = way_of(clause, size) or (BY if compares else "")
    return SizePair(size, plain_size(size), exact(one), exact(other), based, by, sure, pool, inner)


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


def _exactly_points(here: SizeTold) -> SizePair | None:
    """Two rates before a change in percent that are exactly so many points apart, whatever stands between."""
    size, clause = here.size, here.clause(here.size)
    if size.unit != "%" or size.role != "change":
        return None
    if not told(clause).sure or _OTHER.search(LENGTH.sub("", clause)):
        return None
    rates = tuple(f for f in here.values if is_share(f))
    for other, one in itertools.combinations(reversed(rates), 2):
        apart = abs((value_of(other) or 0.0) - (value_of(one) or 0.0))
        if abs(apart - (value_of(size) or 0.0)) < _SAME:
            return SizePair(size, plain_size(size), one, other, False, BY, False, rates, rates)
    return None


def _of_another(here: SizeTold, one: Figure, other: Figure, clause: str) -> bool:
    """Whether a size is told of another time, of a part, or of a value that is not told at all."""
    between = here.piece.between(other.anchor.end, here.size.anchor.start)
    if any(f.is_date and f.period not in (one.period, other.period) for f in between):
        return True  # 2020年3.2亿元，2021年6.4亿元；2022年再增25%
    if _STEP.search(clause) and years_between(one, other) not in (None, 1, -1):
        return True
    if _THEN_ONLY.match(clause):
        return True  # 利差2.5个百分点；去年利差3.3个百分点
    first, second = here.clause(one), here.clause(other)
    if FROM.search(first) and _AGAIN.search(clause):
        return True  # 从100元涨到130元，随后回落10%
    if clause.endswith("的") and not (THEN.search(clause) or "者" in clause or APART.search(clause)):
        return True  # 西南由6.0亿元长到7.8亿元，拿走新增收入的46.2%
    if here.size.unit in ("%", "permille") and LEVEL.search(clause):
        return True
    if SUMMED.search(first) and not SUMMED.search(second):
        return True
    subject = _BASE.match(second)
    return subject is not None and not only_known(subject[1], first)


def _reached(here: SizeTold, other: Figure) -> bool:
    """Whether the size is told right behind the later value."""
    words = here.words_from(other)
    if here.inside(other):
        return len(words) < _FAR and len(_CLAUSES.findall(words)) <= 3
    return len(words) < _FAR and only_known(APART.sub("", words), here.text[here.since : here.end(other)])


def _of_one_length(one: Figure, other: Figure) -> bool:
    first, second = months_of(one), months_of(other)
    unknown = is_share(one) or first is None or second is None
    return unknown or abs((first or 0) - (second or 0)) <= 0.1 * max(first or 0, second or 0)


def _sure(here: SizeTold, one: Figure, other: Figure, way: int, clause: str) -> bool:
    """Whether neither the later value nor the size is told of anything new."""
    first, second = here.clause(one), here.clause(other)
    known = here.text[here.since : here.end(one) + 4]
    against = OBJECT.search(clause)
    apart = APART.search(clause) is not None and not (against is not None and _AGO.search(against[1]))
    if not apart and not THEN.search(second) and not only_known(second, known):
        return False
    if _STEP.search(clause) and way > 0 and one.period is None and not THEN.search(first):
        return False
    if one.unit in TIMES and not apart and not way:
        return False
    if (_PACE.search(clause) and not (one.unit in TIMES or one.unit.startswith("count:"))) or (
        _PRICE.search(clause) and not one.unit.startswith(("CNY", "%"))
    ):
        return False  # 占用420兆，快了30%
    if against is not None and not _is_told(against[1], known + second):
        return False  # 成本率3.05%，高于活期2.8个百分点
    if (apart and here.size.unit in POINTS) or here.size.unit == "count:折":
        return True  # points are always of two rates, 打了六折 of two prices
    if _PACKED.search(first + second) and not way:
        return False
    known += second + here.text[here.own : here.end(other)]
    return only_known(APART.sub("", clause), known, first + second, other.unit)


def _is_told(name: str, known: str) -> bool:
    """Whether what a value is held against has been told of, or is a limit or an earlier time."""
    return _LINE.search(name) is not None or all(o in known for o in told(APART.sub("", name)).others)
