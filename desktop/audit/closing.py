"""Sizes that close a sentence behind two values: 菜场5.2元一斤，家庭装7.48元，贵出43.8%; the verb may be any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.any_reading import POINTS, change_fits
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.kinds_of_move import owner
from desktop.audit.move import months_of, years_between
from desktop.audit.reading import TIMES, Reading
from desktop.audit.scope import Prose
from desktop.audit.telling import told
from desktop.audit.times_apart import day
from desktop.core.figure import Figure
from desktop.core.value import value

_SIZES: Final = ("%", "permille", "times", *POINTS)
_COMMA: Final = re.compile(r"[，,]")
_BREAK: Final = re.compile(r"[，,；;：:、（(]")
_ENDS: Final = re.compile(r"(?:左右|上下|以上|有余|还多|[多强弱])?了?\s*(?:$|[，,。；;：:！？!?、）)\n])")
# What makes a size one of something else: a part, a mean, a year before, a comparison with a name.
_OTHER: Final = re.compile(
    r"占|其中|均|每|按|折|同比|环比|年化|复合|较|比|率|合计|平均|目标|计划|预计|如果|若|最|分别|各|名义|实际|扣除|再|又|另|随后|其后|后来|之后|接着|然后|此后|至少|最多|上限"
)
_GONE: Final = re.compile(r"退出|撤出|关[停闭掉张]|流失|离开|离场|倒闭|停业|淘汰|注销|砍掉|裁掉|蒸发|消失")
_SIDE_BY_SIDE: Final = re.compile(r"[，,]|[高低多少大小长短重轻贵]于|超过|不及|不如")
_PLAIN_NAME: Final = re.compile(
    r"([\u4e00-\u9fff]{2,8}?)(?:[日月年周]均|平均|为|是|约|有|则|只有|仅|要|每.)*$"
)
_BY_TIME: Final = re.compile(r"[年月周日季]均|[按折][每成合算]*[年月周日季]")
_LEVEL: Final = re.compile(r"(?:[至到为成是达剩余]|相当于|等于)[了约近有仅只]*$")
# Names of an amount by the kind of its unit; any other name before the verb may be of another amount.
_OF_TIME: Final = r"间隔|间距|等候|等待|时间|时长|用时|耗时|工期|周期|速度|"
_OF_MONEY: Final = r"差价|价差|价格|价钱|单价|"
_OF_COUNTS: Final = r"效率|产能|节奏|人手|"
_ANY: Final = r"差距|规模|数量|总数|总量|两者|二者|两地|两家|两边|之间|前后|彼此|首尾"
_SHAPE: Final = re.compile(r"[\u4e00-\u9fff]{1,2}[出去掉走开]了?|[\u4e00-\u9fff]{1,2}了")
_NOT_A_VERB: Final = re.compile(r"[率比额度利息税费量款值分股有到]了?$")
_COMPARES: Final = re.compile(
    r"贵|便宜|省|快|慢|差|[高低多少大小长短重轻厚薄宽窄]出|悬殊|领先|落后|甩开|拉开|胜出|溢价|超出"
)
_FROM: Final = re.compile(r"(?:从|由|自|把|将)[^，,。；]{0,14}$")
_TO: Final = re.compile(r"(?:[至到为成向]|→)了?[约近仅只]*$")
_THEN: Final = re.compile(
    r"原[来先本]?|过去|以前|从前|此前|之前|当[初年时]|起[初先]|最初|去年|上年|前年|[老旧首早]"
)
_NOW: Final = re.compile(r"[如现当]今|现[在已]?|目前|今年|眼下|后来|最近|[新末晚夜今]")
_PART: Final = re.compile(r"其中|占|包括|含|内有|不含|另[有外]")
_OF_WHAT: Final = (
    ("价费租薪息税本", ("CNY", "%")),
    ("员编招", ("person",)),
)  # 提价 is of money, 减员 of people
# 单程60元，往返100元: how many of the one are in the other is not said
_PACKED: Final = re.compile(
    r"[年季月周日次]卡|单程|往返|[套联通]票|[单双多]人|半年|全年|包[年月季周]|整[箱盒]|打包|每[年季月周]|一次付|分期"
)
_WITHIN: Final = 24  # characters between the two values


@value
class Closing:
    """Two values in the order of their times, where that is known, and what the text says of them at the end.

    ``fits`` is whether any change between the values of the sentence is of that size.
    """

    size: Figure
    one: Figure
    other: Figure
    fits: bool


def closings(piece: Prose) -> Iterator[Closing]:
    """The sizes of a paragraph that no move claims and that close a sentence of two values."""
    moved: set[str] | None = None
    for sentence in piece.sentences:
        amounts = sentence.amounts
        if len(amounts) < 3 or not any(f.unit in _SIZES for f in amounts[2:]):
            continue
        if moved is None:
            moved = {m.change.id for m in piece.moves if m.change is not None and owner(m)}
        reading = Reading(sentence)
        for n, size in enumerate(amounts[2:], 2):
            if size.unit in _SIZES and size.id not in moved and _ENDS.match(sentence.tail(size)):
                found = _of(reading, _before(reading, amounts[:n]), size)
                if found is not None:
                    yield found


def _before(reading: Reading, amounts: Sequence[Figure]) -> list[Figure]:
    """The amounts before a size without those that say how long something took; two times side by side are values."""
    last = amounts[-2:]
    if len({f.unit for f in last}) == 1 and last[0].unit in TIMES:
        return list(last)
    return [f for f in amounts if not reading.is_stretch(f)]


def _of(reading: Reading, before: list[Figure], size: Figure) -> Closing | None:
    if len(before) < 2:
        return None
    one, other = before[-2:]
    a, b = value_of(one), value_of(other)
    if not a or not b or a == b or a < 0 or b < 0 or not _values(one, other, size):
        return None
    verb, steps = _verb(reading, other, size)
    order = _of_one(reading, before, verb, steps) if verb else ""
    named = order == "beside" and _says_more(reading, one, other, size)
    if not order or _of_other_length(reading, one, other, size):
        return None
    if order == "turned":
        one, other = other, one
    says = told(verb)
    strict = (says.changes and says.sure and not _LEVEL.search(verb)) or _GONE.search(verb) is not None
    alike = [f for f in reading.sentence.amounts if f is not size and same_dimension(f.unit, one.unit)
             and f.unit not in POINTS and f.role != "change"]  # fmt: skip
    based = strict and (order != "beside" or named) and len(alike) == 2
    return Closing(
        size, one, other, change_fits(size, (one, other) if based else alike, strict=strict, based=based)
    )


def _says_more(reading: Reading, one: Figure, other: Figure, size: Figure) -> bool:
    """Whether the later thing is named as the one that is more, or less: so much of the first."""
    clause = reading.words(reading.clause_start(reading.start(size)), reading.start(size))
    name = _name_of(reading, other)
    return bool(name) and clause.startswith(name) and (value_of(one) or 0) < (value_of(other) or 0)


def _name_of(reading: Reading, figure: Figure) -> str:
    """What a value is called: the noun before it in its clause, two characters or more."""
    at = reading.start(figure)
    name = _PLAIN_NAME.match(reading.words(reading.clause_start(at), at))
    return name[1] if name is not None else ""


def _of_other_length(reading: Reading, one: Figure, other: Figure, size: Figure) -> bool:
    """Whether a size is told of more or fewer years than lie between two values."""
    gone = years_between(one, other)
    told_years = reading.stretches(reading.end(other), reading.start(size))
    return bool(told_years) and gone is not None and abs(gone) not in told_years


def _values(one: Figure, other: Figure, size: Figure) -> bool:
    """Whether two figures are values of one kind that a size may be the change of."""
    plain = all(
        f.role in ("level", "ratio") and f.unit not in ("times", "rank", *POINTS) for f in (one, other)
    )
    if not plain or not same_dimension(one.unit, other.unit):
        return False
    if size.unit in POINTS and one.unit != "%":
        return False
    first, second = months_of(one), months_of(other)
    return first is None or second is None or abs(first - second) <= 0.1 * max(first, second)


def _names(figure: Figure) -> str:
    """What an amount may be called by its unit alone."""
    if figure.unit in TIMES:
        return _OF_TIME
    return _OF_MONEY if figure.unit == "CNY" else _OF_COUNTS if figure.unit.startswith("count:") else ""


def _verb(reading: Reading, other: Figure, size: Figure) -> tuple[str, int]:
    """The words of the last clause before a size where they are a verb ("" for none), and how many clauses it is on."""
    parts = _BREAK.split(reading.words(reading.end(other), reading.start(size)))
    name = _name_of(reading, other)
    verb = parts[-1].strip().removeprefix(name) if name else parts[-1].strip()
    verb = re.sub(rf"^(?:{_names(other)}{_ANY})", "", verb)
    by_time = _BY_TIME.search(reading.text, reading.end(other), reading.start(size))
    if not 2 <= len(parts) <= 3 or len(parts[0]) > 6 or len(verb) > 8 or _OTHER.search(verb) or by_time:
        return "", 0
    says = told(verb)
    others = [o for o in says.others if o != says.verb]
    if says.changes:
        for names, units in _OF_WHAT:
            if any(o in names for o in others) and other.unit not in units:
                return "", 0
        good = all(len(o) == 1 for o in others)
    else:
        good = _SHAPE.fullmatch(verb) is not None and not _NOT_A_VERB.search(verb) and len(parts) == 2
    return (verb, len(parts) - 1) if good else ("", 0)


def _of_one(reading: Reading, before: list[Figure], verb: str, steps: int) -> str:
    """Whether the words make two values an earlier and a later one of one quantity ("in order", "turned"), or two
    things that are compared ("beside"); "" for neither.
    """
    sentence, (one, other) = reading.sentence, before[-2:]
    between = sentence.text[reading.end(one) : reading.start(other)]
    gap = reading.words(reading.end(one), reading.start(other))
    lead = sentence.text[max(0, reading.start(one) - 24) : reading.start(one)]
    clause = _BREAK.split(lead)[-1]
    if _PACKED.search(clause + gap):
        return ""
    if len(gap) > _WITHIN or _PART.search(gap) or len(_COMMA.findall(gap)) > 1 or "；" in gap:
        return ""
    if one.unit not in TIMES and any(
        f.unit in TIMES and one.anchor.end <= f.anchor.start < other.anchor.start for f in sentence.amounts
    ):
        return ""  # 全年36艘，头四个月16艘: counts over times of different length
    if (
        len(before) > 2
        and between.strip() in ("、", "和", "及")
        and same_dimension(before[-3].unit, one.unit)
    ):
        return ""
    if _FROM.search(lead) and _TO.search(gap):
        return "in order"
    then_now = _THEN.search(clause) is not None and _NOW.search(_BREAK.split(gap)[-1]) is not None
    if one.period is not None and other.period is not None and one.period != other.period:
        return (
            ("in order" if day(one) < day(other) else "turned") if _COMMA.search(gap) or "、" in gap else ""
        )
    if then_now:
        return "beside" if _COMMA.search(gap) else ""
    compares = (
        steps == 1
        and _SIDE_BY_SIDE.search(gap) is not None
        and _COMPARES.search(verb) is not None
        and (clause != "" or "于" in gap)
    )
    return "beside" if compares else ""
