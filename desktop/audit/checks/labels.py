"""A label that names one quantity over a value of another: a cost in petabytes, a speed in minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Final

from desktop.audit import say
from desktop.audit.alien_units import RARE, against_head, alien, has_unit
from desktop.audit.amounts import bare, en_name, formula, quote, stated, zh_name
from desktop.audit.check import Result, World, check
from desktop.audit.loose_labels import (
    LOOSE,
    MEAN,
    PEAK,
    mean_and_peak,
    other_share,
    speed_in_time,
    spread_average,
)
from desktop.audit.quantity_nouns import COSTS, GOODS, HARD, KINDS, NOUNS, SPANS, SUMS, promised
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.sheet import Sheet
from desktop.audit.told_kinds import demanded, dimension, names, numbers, words_before
from desktop.audit.unlike_pairs import unlike_pairs
from desktop.core.figure import Figure
from desktop.core.finding import Finding
from desktop.core.text import Text, same

KEY: Final = "labels"
_LABEL: Final = re.compile(
    r"^\s*(?:[-*•·]|\d+[.、)）]|[（(]\d+[)）])?\s*(?P<label>[^：:，。,|]{2,14}|[A-Za-z][A-Za-z &'-]{1,40})[：:]"
)
_ALWAYS: Final = frozenset(("share", "share difference", "multiple", "rank", "date", ""))
_OF_OTHERS: Final = ("change", "ratio", "rank")
_INDICATOR: Final = attrgetter("indicator.zh")
_REMARK: Final = re.compile(r"[（(][^）)]*[）)]\s*$")
WRONG = Text(
    "{0}应是{1}，写出的{2}却是{3}，名称与数值不是同一种量。",
    "{0} names {1}, but what is given, {2}, is {3}.",
)


FOREIGN = Text(
    "{0}不以{1}计，写出的却是{2}，单位有误。",
    "{0} is not measured in {1}, but {2} is given; the unit is wrong.",
)
ASKED = Text("与{0}相配的应是{1}，写出的却是{2}。", "{0} asks for {1}, but what is given is {2}.")
TURNED = Text("{0}与{1}前后不是同一种量。", "{0} and {1} are not the same kind of quantity.")
MONEY, TIME = NOUNS[:2]
_MANY: Final = 1000
_CASES: Final = ("count:件", "count:起", "count:条", "count:宗", "count:笔", "count:单")
_LEAST: Final = 2  # characters of a noun
_MOST: Final = 3  # values that a sentence names
_LONG: Final = ("day", "week", "month", "quarter", "year")
_IS: Final = re.compile(r"(?:约|为|是|达到?|仅|只有|高达|[次件单户人]均[^，,。；;]{2,4})$")
_IN_EACH: Final = re.compile(
    r"(?:每一?个?|[一整单][个次轮]|[上本同]一?个?)[^，,。；\d]{0,4}(?:周期|时长|工期)$"
)
_PRICE_TO: Final = re.compile(
    r"(?:单价|价格|[均售]价|成本)[^，,。；\d]{0,2}[升降涨跌增减提落滑飙][高低到至为升降价了]{1,3}(?:约|近)?$"
)
_SAID_TO_BE: Final = re.compile(r"(?:为|是|达到?)(?:约|近)?$")
_PLAIN: Final = ("", "multiple", "steps", "rank", "grade", "date")
_SAVES: Final = re.compile(r"[缩短减节省降压少增延占比快慢提率]")
_DOES: Final = re.compile(
    r"[欠拖停免缓延逾断缴交付领发涨降补垫等晚迟滞掏花收限特减让打保租借贷押耗退放还提到报审批办处回]|[款金]$"
)
_RECKONED: Final = re.compile(r"^(?:[若如]果?|则|仍|再)*[按照依以]")
_PRICED: Final = re.compile(r"(?:同|[一每单全首这该那两几半整]|起步).*(?:程|距离|面积|时间|度)$")


@check(KEY, "名实", "labels and values", "prose", "table")
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Check that labels, headers and indicators name what their values are."""
    if isinstance(piece, Prose):
        yield from _in_prose(piece)
        return
    for col in piece.cols:
        head = piece.head(col)
        if not _may_name(head):
            continue
        own = [f for r in piece.rows if (f := piece.at(r, col)) is not None]
        yield from _mismatch(head, own)
        for figure in against_head(piece, col, own):
            yield _foreign(head, figure)
        yield from spread_average(head, own)
        yield from mean_and_peak(head, own)
    for row in piece.rows:
        label = piece.label(row)
        if not _may_name(label):
            continue
        own = [f for c in piece.cols if c and (f := piece.at(row, c)) is not None]
        plain = [f for f in own if f.role != "change"]
        yield from _mismatch(label, plain)
        yield from mean_and_peak(label, own)
        yield from spread_average(label, plain)
        yield from speed_in_time(label, plain)


@lru_cache(maxsize=5000)
def _may_name(label: str) -> bool:
    """Whether a label names a quantity in some way: all that is asked of one needs that."""
    return promised(_name_of(label)) is not None or has_unit(label) or LOOSE.search(label) is not None


def _name_of(label: str) -> str:
    return _REMARK.sub("", label.strip()).strip()


def _mismatch(
    label: str, figures: Sequence[Figure], others: tuple[str, ...] = _OF_OTHERS
) -> Iterable[Finding]:
    name = _name_of(label)
    noun = promised(name) if figures else None
    if noun is None or _IN_EACH.search(name) or (name == "数量" and all(f.table and f.unit for f in figures)):
        return  # 数量 heads what each row counts in a unit of its own: 40小时, 12天
    dims = [dimension(f) for f in figures]
    if not _ALWAYS.isdisjoint(dims) or any(f.role in others for f in figures):
        return
    if any(d.startswith(noun.dimensions) and d not in noun.refuses for d in dims):
        return
    kinds = list(dict.fromkeys(d.split(" ")[0] for d in dims))
    hard = all(
        d.startswith(HARD)
        or d in noun.refuses
        or (noun is MONEY and (_heads(f) or (f.unit in GOODS and COSTS.search(name) is not None)))
        or _no_goods(name, f)
        for d, f in zip(dims, figures, strict=True)
    )
    what = Text("、", ", ").join(
        [KINDS.get(k) or Text(zh_name(f.unit), en_name(f.unit)) for k, f in zip(kinds, figures, strict=False)]
    )
    said = WRONG.format(quote(name), noun.name, say.listed([stated(f) for f in figures[:_MOST]]), what)
    written = formula("{} ≠ {}", quote(name), bare(figures[0]))
    yield say.finding(KEY, "inconsistent" if hard else "ambiguous", figures, written, said, "quantity")


def _no_goods(name: str, figure: Figure) -> bool:
    """Whether a noun is a sum of money or a length of time, and an amount counts goods or cases: 交付周期31万套."""
    return figure.unit in GOODS and (SUMS.search(name) or SPANS.search(name)) is not None


def _heads(figure: Figure) -> bool:
    """Whether a figure counts thousands of people or things, which no sum of money is; a matter has so many cases."""
    return (
        figure.unit not in _CASES
        and (figure.unit.startswith("count:") or figure.unit == "person")
        and float(figure.low or 0) >= _MANY
    )


def _in_prose(piece: Prose) -> Iterable[Finding]:
    """ "人工成本9.36亿公里，": a noun directly before a value that ends its clause."""
    label = _LABEL.match(piece.text)
    if label:
        own = [f for f in piece.figures if not f.is_date]
        yield from _mismatch(label["label"], own)
        yield from other_share(label["label"], own)
    rare = not RARE.isdisjoint(piece.marks)
    for sentence in piece.sentences:
        told: set[str] = set()
        for one in _in_sentence(sentence):
            told.update(one.items)
            yield one
        if len(sentence.amounts) > 1:
            yield from _turned(sentence)
        if rare:
            yield from (_foreign(name, f) for name, f in alien(sentence) if f.id not in told)
    every = "|".join(map(_INDICATOR, piece.figures))
    for figure in piece.figures if MEAN.search(every) and PEAK.search(every) else ():
        yield from mean_and_peak(figure.indicator.zh, [figure])


def _in_sentence(sentence: Sentence) -> Iterable[Finding]:
    for name, figures in names(sentence):
        if "%" in (figures[0].unit, figures[-1].unit):
            yield from _rate_of_time(name, [f for f in figures if f.role == "level" and f.unit == "%"])
        if len(name) >= _LEAST and promised(name.strip()) is not None:
            own = [f for f in figures if f.role in ("level", "change") and _told(sentence, f, name)]
            yield from _mismatch(name, own, _OF_OTHERS[1:])
    for number in numbers(sentence):
        figure = number.figure
        if figure.role in ("level", "ratio") and (asked := demanded(sentence, number)) is not None:
            said = ASKED.format(quote(same(asked[0])), asked[1], stated(figure))
            written = formula("{} ≠ {}", quote(same(asked[0])), bare(figure))
            yield say.finding(KEY, "inconsistent", (figure,), written, said, "asked")


def _foreign(name: str, figure: Figure) -> Finding:
    """What is told of a unit that cannot be of what is named."""
    said = FOREIGN.format(quote(name), Text(zh_name(figure.unit), en_name(figure.unit)), stated(figure))
    written = formula("{} ≠ {}", quote(name), bare(figure))
    return say.finding(KEY, "inconsistent", (figure,), written, said, "foreign")


def _rate_of_time(name: str, figures: Sequence[Figure]) -> Iterable[Finding]:
    """ "等待期为90%，": a length of time is no percentage, unless it is one of another or by how much it changed."""
    if figures and TIME.pattern.search(name) and not _SAVES.search(name):
        said = WRONG.format(quote(name), TIME.name, say.listed([stated(f) for f in figures]), KINDS["share"])
        written = formula("{} ≠ {}", quote(name), bare(figures[0]))
        yield say.finding(KEY, "inconsistent", figures, written, said, "quantity")


def _told(sentence: Sentence, figure: Figure, name: str) -> bool:
    """Whether a value is told of the noun before it, and not of what is done, when, or at what price."""
    kind = dimension(figure)
    if figure.role == "change" and (kind in _PLAIN or kind.startswith(("share", "persons", "duration"))):
        return False
    if _no_goods(name, figure) or (
        (figure.unit in GOODS or kind == "duration")
        and COSTS.search(name)
        and _SAID_TO_BE.search(words_before(sentence, figure))
    ):
        return True  # 存储费用为430万件, but not 减免费用430件
    if kind and not kind.startswith(HARD) and not _heads(figure) and kind != "count of organisations":
        return False
    if kind.startswith("money") and (_PRICED.search(name) or _RECKONED.search(name)):
        return False  # 同样路程18.5元: its price; 按正常利率只有200元: what it comes to
    return kind != "duration" or _is_length(figure, words_before(sentence, figure))


def _is_length(figure: Figure, lead: str) -> bool:
    """Whether a time is what its noun is said to be, not when or for how long something is done: 拖欠工资3个月."""
    clause = re.split(r"[，,。；;：:（(、]", lead)[-1]
    if figure.unit in _LONG and figure.low is not None and figure.low >= _MANY:
        return True
    if _PRICE_TO.search(clause):
        return True
    return _DOES.search(clause) is None and (figure.unit not in _LONG or _IS.search(lead) is not None)


def _turned(sentence: Sentence) -> Iterable[Finding]:
    for other, one in unlike_pairs(sentence):
        said, written = TURNED.format(stated(one), stated(other)), formula("{} → {}", bare(one), bare(other))
        yield say.finding(KEY, "inconsistent", (other, one), written, said, "turned")
