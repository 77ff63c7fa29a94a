"""A label that names one quantity over a value of another: a cost in petabytes, a speed in minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, en_name, formula, number, quote, stated, zh_name
from desktop.audit.check import Result, World, check
from desktop.audit.quantity_nouns import HARD, KINDS, NOUNS, PROMISES
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.sheet import Sheet
from desktop.audit.told_kinds import demanded, dimension, names, words_before
from desktop.audit.unlike_pairs import unlike_pairs
from desktop.core.figure import Figure
from desktop.core.finding import Finding
from desktop.core.text import NOTHING, Text, same

KEY: Final = "labels"
_LABEL: Final = re.compile(
    r"^\s*(?:[-*•·]|\d+[.、)）]|[（(]\d+[)）])?\s*(?P<label>[^：:，。,|]{2,14}|[A-Za-z][A-Za-z &'-]{1,40})[：:]"
)
_ALWAYS: Final = frozenset(("share", "share difference", "multiple", "rank", "date", ""))
_OF_OTHERS: Final = ("change", "ratio", "rank")
_REMARK: Final = re.compile(r"[（(][^）)]*[）)]\s*$")
_AVERAGE: Final = re.compile(r"平均|均值|均价|average|mean", re.I)
_SPEED: Final = re.compile(r"速度$|speed$", re.I)
WRONG = Text(
    "{0}应是{1}，写出的{2}却是{3}，名称与数值不是同一种量。",
    "{0} names {1}, but what is given, {2}, is {3}.",
)
SPREAD = Text(
    "{0}应是一个平均数，写出的却是区间{1}，上端是下端的{2}倍。",
    "{0} names an average, but the value given is the range {1}, whose upper end is {2} times the lower.",
)
BOTH = Text(
    "{0}既说平均又说峰值，看不出{1}是哪一个。",
    "{0} speaks of an average and of a peak; it cannot be told which of the two {1} is.",
)
SPEED = Text(
    "{0}应是单位时间的量，写出的{1}却是时长，数值越大反而越慢；宜改称“用时”。",
    "{0} should be an amount per unit of time, but {1} is a duration: the larger, the slower; “time taken” is meant.",
)

ANOTHER = Text(
    "{0}说的是成本或金额，写出的{1}却是{2}；这一比例的高低不等于成本的高低。",
    "{0} is about a cost or an amount, but {1} is {2}; how high that share is does not tell how high the cost is.",
)


ASKED = Text("与{0}相配的应是{1}，写出的却是{2}。", "{0} asks for {1}, but what is given is {2}.")
TURNED = Text("{0}与{1}前后不是同一种量。", "{0} and {1} are not the same kind of quantity.")
MONEY, TIME = NOUNS[:2]
_MANY: Final = 1000
_CASES: Final = ("count:件", "count:起", "count:条", "count:宗", "count:笔", "count:单")
_LEAST: Final = 2  # characters of a noun
_MOST: Final = 3  # values that a sentence names
_ACTION: Final = re.compile(r"(?:的)?(?:控制|管理|管控|压降|压缩|调整|优化|变化|转型|升级|改善|分摊|节约)+$")
_COST: Final = re.compile(r"(?:成本|费用|支出|开支|价格|单价)$")
_SHARE_OF: Final = re.compile(
    r"(?:比例|占比|份额|比重|(?:合格|转化|通过|留存|出勤|准点|满意|覆盖|渗透|复购|参与|使用|上座|入住|出租|命中|识别)率)$"
)
_OF_MONEY: Final = re.compile(r"收入|营收|销售额|总额|支出|费用|成本|预算|利润")
_MEAN: Final = re.compile(r"日均|月均|年均|平均|average", re.I)
_PEAK: Final = re.compile(r"(?<![较比])(?:峰值|最高|最大|peak|maximum)", re.I)
_LONG: Final = ("day", "week", "month", "quarter", "year")
_IS: Final = re.compile(r"(?:约|为|是|达到?|仅|只有|高达|[次件单户人]均[^，,。；;]{2,4})$")
_SAVES: Final = re.compile(r"[缩短减节省降压少增延占比快慢提率]")
_DOES: Final = re.compile(
    r"[欠拖停免缓延逾断缴交付领发涨降补垫等晚迟滞掏花收限特减让打保租借贷押耗退放还提到报审批办处回]|[款金]$"
)
_PRICED: Final = re.compile(r"(?:同|[一每单全首这该那两几半整]|起步).*(?:程|距离|面积|时间|度)$")


@check(KEY, "名实", "labels and values", "prose", "table")
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Check that labels, headers and indicators name what their values are."""
    if isinstance(piece, Prose):
        label = _LABEL.match(piece.text)
        if label:
            own = [f for f in piece.figures if not f.is_date]
            yield from _mismatch(label["label"], own)
            yield from _another(label["label"], own)
        yield from _in_prose(piece)
        names = "|".join(f.indicator.zh for f in piece.figures)
        for figure in piece.figures if _MEAN.search(names) and _PEAK.search(names) else ():
            yield from _both(figure.indicator.zh, [figure])
        return
    for col in piece.cols:
        own = [f for r in piece.rows if (f := piece.at(r, col)) is not None]
        yield from _mismatch(piece.head(col), own)
        yield from _spread(piece.head(col), own)
        yield from _both(piece.head(col), own)
    for row in piece.rows:
        own = [f for c in piece.cols if c and (f := piece.at(row, c)) is not None]
        plain = [f for f in own if f.role != "change"]
        yield from _mismatch(piece.label(row), plain)
        yield from _both(piece.label(row), own)
        yield from _spread(piece.label(row), plain)
        yield from _speed(piece.label(row), plain)


def _mismatch(label: str, figures: Sequence[Figure]) -> Iterable[Finding]:
    dims = [dimension(f) for f in figures]
    if not figures or not _ALWAYS.isdisjoint(dims) or any(f.role in _OF_OTHERS for f in figures):
        return
    name = _REMARK.sub("", label.strip()).strip()
    if not PROMISES.search(name):
        return
    noun = next(n for n in NOUNS if n.pattern.search(name))
    if any(d.startswith(noun.dimensions) and d not in noun.refuses for d in dims):
        return
    kinds = list(dict.fromkeys(d.split(" ")[0] for d in dims))
    hard = all(
        d.startswith(HARD) or d in noun.refuses or (noun is MONEY and _heads(f))
        for d, f in zip(dims, figures, strict=True)
    )
    what = Text("、", ", ").join(
        [KINDS.get(k) or Text(zh_name(f.unit), en_name(f.unit)) for k, f in zip(kinds, figures, strict=False)]
    )
    said = WRONG.format(quote(name), noun.name, say.listed([stated(f) for f in figures[:_MOST]]), what)
    written = formula("{} ≠ {}", quote(name), bare(figures[0]))
    yield say.finding(KEY, "inconsistent" if hard else "ambiguous", figures, written, said, "quantity")


def _heads(figure: Figure) -> bool:
    """Whether a figure counts thousands of people or things, which no sum of money is; a matter has so many cases."""
    return (
        figure.unit not in _CASES
        and (figure.unit.startswith("count:") or figure.unit == "person")
        and float(figure.low or 0) >= _MANY
    )


def _in_prose(piece: Prose) -> Iterable[Finding]:
    """ "人工成本9.36亿公里，": a noun directly before a value that ends its clause."""
    for sentence in piece.sentences:
        for name, figures in names(sentence):
            own = [f for f in figures if f.role == "level" and _told(sentence, f, name)]
            yield from _rate_of_time(name, [f for f in figures if f.role == "level" and f.unit == "%"])
            if len(name) >= _LEAST and own:
                yield from _mismatch(name, own)
        for figure in sentence.amounts:
            asked = demanded(sentence, figure) if figure.role in ("level", "ratio") else None
            if asked is not None:
                said = ASKED.format(quote(same(asked[0])), asked[1], stated(figure))
                written = formula("{} ≠ {}", quote(same(asked[0])), bare(figure))
                yield say.finding(KEY, "inconsistent", (figure,), written, said, "asked")
        yield from _turned(sentence)


def _rate_of_time(name: str, figures: Sequence[Figure]) -> Iterable[Finding]:
    """ "等待期为90%，": a length of time is no percentage, unless it is one of another or by how much it changed."""
    if figures and TIME.pattern.search(name) and not _SAVES.search(name):
        said = WRONG.format(quote(name), TIME.name, say.listed([stated(f) for f in figures]), KINDS["share"])
        written = formula("{} ≠ {}", quote(name), bare(figures[0]))
        yield say.finding(KEY, "inconsistent", figures, written, said, "quantity")


def _told(sentence: Sentence, figure: Figure, name: str) -> bool:
    """Whether a value is told of the noun before it, and not of what is done, when, or at what price."""
    kind = dimension(figure)
    if kind and not kind.startswith(HARD) and not _heads(figure) and kind != "count of organisations":
        return False
    if kind.startswith("money") and _PRICED.search(name):
        return False  # 同样路程18.5元: its price
    return kind != "duration" or _is_length(figure, words_before(sentence, figure))


def _is_length(figure: Figure, lead: str) -> bool:
    """Whether a time is what its noun is said to be, not when or for how long something is done: 拖欠工资3个月."""
    clause = re.split(r"[，,。；;：:（(、]", lead)[-1]
    if figure.unit in _LONG and figure.low is not None and figure.low >= _MANY:
        return True
    return _DOES.search(clause) is None and (figure.unit not in _LONG or _IS.search(lead) is not None)


def _turned(sentence: Sentence) -> Iterable[Finding]:
    for other, one in unlike_pairs(sentence):
        said, written = TURNED.format(stated(one), stated(other)), formula("{} → {}", bare(one), bare(other))
        yield say.finding(KEY, "inconsistent", (other, one), written, said, "turned")


def _another(label: str, figures: Sequence[Figure]) -> Iterable[Finding]:
    """ "cost of funds: share of the banks raised to 70 %": a share of something else under a label of money."""
    name = label.strip()
    core = _ACTION.sub("", name)
    if not figures or not _COST.search(core):
        return
    for figure in figures:
        own = figure.entity.zh + figure.indicator.zh
        if (
            figure.unit != "%"
            or figure.role == "change"
            or not _SHARE_OF.search(own)
            or _OF_MONEY.search(own)
        ):
            return
        if any(core[i : i + 2] in own for i in range(len(core) - 1)):
            return
    said = ANOTHER.format(quote(name), stated(figures[0]), quote(figures[0].indicator))
    yield say.finding(KEY, "ambiguous", figures, NOTHING, said, "another")


def _spread(label: str, figures: Sequence[Figure]) -> Iterable[Finding]:
    wide = [
        f for f in figures
        if f.low is not None and f.high is not None and f.low != f.high and f.low > 0 and f.high >= 2 * f.low
    ]  # fmt: skip
    if wide and _AVERAGE.search(label):
        worst = max(wide, key=lambda f: f.high / f.low)  # type: ignore[operator]
        times = number(float(worst.high / worst.low))  # type: ignore[operator]
        figures = (worst, *(f for f in wide if f is not worst))
        said = SPREAD.format(quote(label), bare(worst), times)
        yield say.finding(KEY, "ambiguous", figures, NOTHING, said, "average")


def _both(label: str, figures: Sequence[Figure]) -> Iterable[Finding]:
    levels = [f for f in figures if f.role == "level"]
    if levels and _PEAK.search(label) and _MEAN.search(label):
        said = BOTH.format(quote(label), bare(levels[0]))
        yield say.finding(KEY, "ambiguous", levels, NOTHING, said, "both")


def _speed(label: str, figures: Sequence[Figure]) -> Iterable[Finding]:
    if figures and all(dimension(f) == "duration" for f in figures) and _SPEED.search(label):
        said = SPEED.format(quote(label), stated(figures[0]))
        yield say.finding(KEY, "ambiguous", figures, NOTHING, said, "speed")
