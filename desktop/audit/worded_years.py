"""Amounts of a year that go on from a month: 每月租金60元，租满一年是720元; 当月3万件，照这个速度全年36万件."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.lines import behind_last
from desktop.audit.passages import Passage, Told
from desktop.audit.per import thing_in, time_in
from desktop.audit.telling import told as told_of
from desktop.audit.ways import Way
from desktop.audit.worded import Worded, alike, near_before, product, worded

_MONTHS: Final = 12.0
_YEAR: Final = re.compile(
    r"(?<![\d一二三四五六七八九十两近过前每头第])一整?年(?![前后内级来])|[全整]年|(?:12|十二)个月"
)
_PACE: Final = re.compile(
    r"(?:照|按|依|以)[照着]?(?:目前|现在|当前|眼下|同样|上述|一季度|上半年|当月|单月)?(?:这|此|该)?个?[^，,。；\d]{0,4}"
    r"(?:节奏|速度|水平|势头|进度|强度|频率|数字|数|量)[^，,。；\d]{0,6}"
)
_OF_MONTHS: Final = (
    (
        re.compile(
            r"(?<![\d前—–~～到至\-])(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?![\d均租薪供费])|[当单本]月"
        ),
        1.0,
    ),
    (re.compile(r"第?[一二三四1-4]季度|[当本]季度"), 3.0),
    (re.compile(r"[上下]半年"), 6.0),
)
# What makes the year another than twelve times the month.
_BENT: Final = re.compile(
    r"优惠|折(?![算合成])|[减免扣抵退送返]|押|另|加[上收]|首[月年个]|起(?:步|价)?|封顶|最[高低多少]|寒暑|假期|学期|[淡旺]季|涨|提高|降|增|上调|下调"
    r"|剩|余下|其中|目标|计划|预算|比|较|超|不到|多[出了花付]|少[出了花付]|省|差|只(?:用|住|开|干|做|上)|实际|平均每|年终|奖|打包|年[付费卡票]"
)
_SEVERAL: Final = re.compile(r"\d{1,2}(?:个月|[—–~～到至\-])|[两三四五六七八九十]个月|季度|半年|[两三]次")
_FILLS: Final = re.compile(
    r"(?:租|住|用|干|做|交|缴|存|算|付|还|买|养)[满足上够完]?|推算|测算|计算|折算|估算|匡算|名义上?|理论上?|[一每]个?(?:家庭|家|人|户|店|企业)|大约|差不多"
    r"|合计|总共|一共|累计|下来|就是|也就是|相当于|等于|可以|需要?|要|得|会|能|可|达到?|做|付出?|支付|支出|花费?|掏|交|缴|扣|领|拿|挣|赚|卖出?|按|照|约|近|共|总|是|为|有|到|就|便|即|合"
)
_WITH: Final = re.compile(r"[包内]?含|包括|算上|加上|连同|优惠|折(?![算合成])")  # 一年34元（含年费10元）
_STOP: Final = re.compile(r"[。！？!?；;\n]")
_FAR: Final = 40  # characters


def of_years(passage: Passage) -> Iterator[Worded]:
    """Every amount of a year that the one right before it of its kind, of a month, can only be meant for."""
    if "年" not in passage.marks or passage.marks.isdisjoint("月季半"):
        return
    for told in passage.own:
        if told.share or told.figure.role == "change" or not _YEAR.search(passage.clause(told)):
            continue
        near = near_before(passage, told)
        bases = [t for t in alike(near, told) if t.figure.role != "change"]
        if bases and (found := _of(passage, told, bases, near)) is not None:
            yield found


def _of(passage: Passage, told: Told, bases: Sequence[Told], near: Sequence[Told]) -> Worded | None:
    base, gap = bases[-1], passage.text[bases[-1].end : told.start]
    clause, own = passage.clause(base), passage.clause(told)
    if len(gap) > _FAR or _BENT.search(gap) or _BENT.search(clause) or time_in(own) not in ("year", ""):
        return None
    paced = _PACE.search(gap)
    months = _months(passage, base) if paced is not None else 1.0 if _is_monthly(clause) else 0.0
    if not months or (paced is None and (_SEVERAL.search(gap) or not _names_nothing(own, clause))):
        return None
    if paced is not None and not _names_nothing(own, clause):
        return None
    if _WITH.search(_STOP.split(passage.text[told.end : told.end + _FAR])[0]):
        return None
    if thing_in(own) is not None and thing_in(clause) is None:
        return None  # 每月6万元，每人一年1万元
    many = [
        t for t in near if t.start > base.start - _FAR and not t.share and t not in bases and _multiplies(t)
    ]
    return worded(told, _ways(base, bases, many, _MONTHS / months), plain=True)


def _is_monthly(clause: str) -> bool:
    return time_in(clause) == "month"


def _months(passage: Passage, base: Told) -> float:
    """How many months the words before an amount name last in its sentence; 0 where none is named."""
    if _is_monthly(passage.clause(base)):
        return 1.0
    words = behind_last(_STOP, passage.text[max(0, base.start - _FAR) : base.start])
    last = [
        (max(m.end() for m in found), many) for kind, many in _OF_MONTHS if (found := [*kind.finditer(words)])
    ]
    return max(last)[1] if last else 0.0


def _names_nothing(words: str, known: str) -> bool:
    """Whether the clause of a year names nothing that the one of the month does not."""
    rest = _FILLS.sub("", _YEAR.sub("", _PACE.sub("", words)))
    return all(len(o) < 2 or o in known or o[:2] in known for o in told_of(rest).others)


def _multiplies(told: Told) -> bool:
    unit = told.figure.unit
    return unit in ("person", "times", "month") or unit.startswith("count:")


def _ways(base: Told, bases: Sequence[Told], many: Sequence[Told], by: float) -> Iterator[Way | None]:
    """The year of the month, also of each other amount of the kind, and of so many of it."""
    for one in (base, *reversed(bases[:-1])):
        yield product(one, by=by)
        for count in many:
            yield product(one, count, by=by)
            yield product(one, count)
        for two in itertools.combinations(many, 2):
            yield product(one, *two, by=by)
            yield product(one, *two)
    for other in bases[:-1]:
        yield _with(product(base, by=by), other)  # 年费10元、短信费每月2元，一年合计34元
        yield _with(product(base, by=by), other, by=by)


def _with(way: Way | None, other: Told, by: float = 1.0) -> Way | None:
    """An amount of a year and another one, of a year or ``by`` times."""
    more = product(other, by=by)
    if way is None or more is None:
        return None
    return Way(
        (*way.inputs, *more.inputs),
        way.found.plus(more.found),
        way.point + more.point,
        f"{way.sign} + {more.sign}",
    )
