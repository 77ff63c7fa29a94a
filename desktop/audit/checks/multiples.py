"""增长N倍, 增长到N倍, 翻番, and 倍 for a decrease: which reading fits, and which the words say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, percent, stated
from desktop.audit.any_reading import nearly
from desktop.audit.check import Result, World, check
from desktop.audit.compare import FAILS, OPEN, ROUNDED, Compared, against, moved, ratio
from desktop.audit.doublings import BEFORE, before_doublings, level_of
from desktop.audit.exact_slips import off_by_one
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.move import BY, TO, Move
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.sheet import Sheet
from desktop.audit.stated_change import is_change
from desktop.audit.told_backwards import in_order
from desktop.core.figure import Figure
from desktop.core.finding import Finding
from desktop.core.text import NOTHING, Text, same

KEY: Final = "multiples"
_OF_NEXT, _CLAUSE = re.compile(r"的[约近]?\d"), re.compile(r"[，,；;：:。（(]")
_EACH: Final = re.compile(r"每[年月季周日天]|[逐历]年|年年|each (?:year|month)|every (?:year|month)", re.I)
_MORE: Final = re.compile(r"有余|还多|还不止|不止|以上|多")
_CONTRAST: Final = re.compile(r"而(?![且是])|但|反观|另一")
_TO: Final = re.compile(
    r"(?:增长|增加|上升|提高|扩大|升|涨|增|激增|攀升|提升|翻)[至到为]|(?:是|为|达到?|相当于|等于)[^，,。]{0,14}的?$"
)
_OF_OTHER: Final = re.compile(
    r"(?:是|为|达到?|有|相当于|等于)(?!原|之前|此前|从前|以前|过去|当[初年时]|最初|起初|上[年月期]|去年|前[者一年]|后者|它|其|同期|[两三四五六七八九十]年|年初|如今|现在|前面|后面|这)"
    r"(?P<name>[\u4e00-\u9fffA-Za-z]{2,10})的$"
)
_FALLS: Final = re.compile(r"[减降缩少跌低]|下滑|便宜|[小矮]了?$|drop|fall|fell|decreas|lower|less", re.I)
GROWN = Text(
    "{0}，是原来的{1}倍，也就是增长{2}；文中写{3}{4}，不符。",
    "{0} is {1} times as much, an increase of {2}; the text says {3}{4}.",
)
TO_TIMES, BY_TIMES = Text("变为原来的", "that it became "), Text("增长", "that it grew by ")
TWO_READINGS = Text(
    "{0}写作增长“{1}”：按字面是增加{2}倍、变为原来的{3}倍，也常被用来指变为原来的{2}倍；文中没有前后数值，无从判断。",
    "{0} is given as growth by {1}: literally {2} times were added, to {3} times as much, but the words are often "
    "used for {2} times as much; without the values before and after it cannot be told which.",
)
AFTER_ONLY = Text(
    "{0}写作增长“{1}”，文中只写了增长后的{3}，没有写此前的数：若增加{2}倍，原为{4}；若变为{2}倍，原为{5}。",
    "{0} is given as growth by {1}; the text has the value after it ({3}) and not the one before, which is {4} if {2} "
    "times were added and {5} if it became {2} times as much.",
)
FALLS = Text(
    "{0}减少“{1}”：减少1倍就已归零，“倍”不能表示减少，应写成减少百分之几或减少到几分之几。",
    "{0} is said to fall by {1}: a fall by once its value already leaves nothing, so a percentage or a fraction "
    "must be meant.",
)
FALLS_TO = Text(
    "{0}，减少{1}；文中写减少“{2}”，而减少1倍就已归零，不成立。",
    "{0} is a fall of {1}; the text says a fall by {2}, but a fall by once its value leaves nothing.",
)
RATIO = Text("{4}：{0} ÷ {1} = {2}，不是文中的{3}。", "{4}: {0} ÷ {1} = {2}, not {3} as the text says.")
_BY: Final = re.compile(r"(?:增长|增加|上升|上涨|提高|多|涨|高)[了出]\s*(?:大?约|近)?\s*$")
_OF_ITSELF: Final = re.compile(r"(?:原来|原先|此前|之前|当初|[去上]年)的\s*(?:约|近)?$")
_RATED: Final = re.compile(r"(?:市[盈净现]率|估值倍数|杠杆|P/?E)[^，,。；\d]{0,6}$", re.I)
_REST: Final = re.compile(r"其[余他它]|另外|剩下")  # 三成的用户贡献了七成的收入，人均是其余用户的5.4倍
_RATED_BEHIND: Final = re.compile(r"的?(?:市[盈净现销]率|估值|杠杆|P/?E)")
BASE = Text(
    "若增加{0}倍，原为{1}；若变为{0}倍，原为{2}",
    "{1} before, if {0} times were added; {2}, if it became {0} times as much",
)


@check(KEY, "倍数", "multiples", "prose", "table", needs={"prose": ("times count:番 翻倍 latin",)})
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Check every multiple that has its two values, and say of the others how they can be read."""
    seen = {m.change.id for m in piece.moves if m.change is not None}
    for move in piece.moves_of(KEY):
        result = _of(move)
        if result is not None and not (isinstance(result, Finding) and _and_more(piece, move)):
            yield result
    if isinstance(piece, Prose):
        for sentence in piece.sentences:
            for figure in sentence.amounts:
                told = figure.unit in ("times", "count:番") and figure.id not in seen
                if told and not _OF_NEXT.match(
                    figure.anchor.suffix
                ):  # LPR四倍的13.8%: what the next number is
                    yield from _alone(sentence, figure)
    else:
        for figure in piece.figures:
            if figure.unit == "times" and figure.id not in seen and figure.role == "change":
                yield from _unpaired(figure)


def _and_more(piece: Prose | Sheet, move: Move) -> bool:
    """Whether 翻番 is told to be exceeded (翻番有余), and is."""
    found, change = ratio(move), move.change
    if found is None or change is None or not isinstance(piece, Prose):
        return False
    doubled = change.unit == "count:番" or not change.id  # 翻了一番, 翻番
    return doubled and found[1] > 2 and _MORE.match(piece.text, change.anchor.end - piece.start) is not None


def _of(told: Move) -> Result | None:
    move = in_order(told)
    change, found = move.change, ratio(move)
    assert change is not None
    if found is None:
        return None
    figures = (change, move.before, move.after)
    if _EACH.search(move.lead):
        return None  # 每年都是上一年的3倍: of each step, not of the whole way
    quotient, point = found
    written = formula("{} ÷ {} = {}", bare(move.after), bare(move.before), number(point, 2))
    if move.down and change.unit == "times" and move.way == BY and change.direction == "down":
        times = value_of(change)
        if times is None or (times < 1 and (1 - quotient.high <= times <= 1 - quotient.low)):
            return say.passed(KEY, figures, written) if times is not None else None
        said = FALLS_TO.format(moved(move), percent((1 - point) * 100), stated(change))
        return say.finding(KEY, "inconsistent", figures, written, said, "fall")
    grown = _BY.search(move.lead) is not None  # 也就是增长了2.4倍
    to_times = not grown and (move.way == TO or bool(_TO.search(move.lead)) or change.role == "ratio")
    read = move._replace(way=TO if to_times else move.way, down=False)
    held = against(quotient, point, read)
    if held is not None and held.result == ROUNDED and read.way and change.unit == "times":
        slip = off_by_one(change, point - (not to_times), move.before, move.after)
        held = held._replace(result=FAILS) if slip else held
    return _held(move, held, figures, written, TO_TIMES if to_times else BY_TIMES)


def _held(
    move: Move, found: Compared | None, figures: tuple[Figure, ...], written: Text, way: Text
) -> Result | None:
    if found is None:
        return None
    if found.result != FAILS:
        return say.passed(KEY, figures, written, rounded=found.result in (ROUNDED, OPEN))
    quotient = ratio(move)
    point = quotient[1] if quotient else 0.0
    if figures[0].unit == "count:番":
        way = NOTHING
    said = GROWN.format(moved(move), number(point, 2), _times(point - 1), way, stated(figures[0]))
    return say.finding(KEY, "inconsistent", figures, written, said)


def _times(value: float) -> Text:
    shown = number(value, 2)
    return Text(f"{shown}倍", f"{shown} time{'' if shown == '1' else 's'}")


def _alone(sentence: Sentence, figure: Figure) -> Iterable[Result]:
    """A multiple without a pair: A is N times B, or a growth whose base is not stated."""
    pair = _compared_values(sentence, figure)
    if pair is not None:
        one, other = pair
        a, b = value_of(one), value_of(other)
        left, right, claim = as_claim(one), as_claim(other), as_claim(figure)
        if a and b and left and right and claim:
            if abs(a) < abs(b):
                one, other, left, right, a, b = other, one, right, left, b, a
            quotient, near = left.over(right), nearly(sentence.lead(figure), claim)
            written = formula("{} ÷ {} = {}", bare(one), bare(other), number(a / b, 2))
            if quotient is not None and (
                not (quotient.meets(near) or _more(sentence, figure, quotient, claim))
                or (sentence.lead(figure).endswith("的") and off_by_one(figure, a / b, one, other))
            ):
                said = RATIO.format(bare(one), bare(other), number(a / b, 2), stated(figure), say.title(one))
                yield say.finding(KEY, "inconsistent", (figure, one, other), written, said, "ratio")
            elif quotient is not None:
                rounded = not (claim.holds(a / b) or claim.holds(a / b - 1))
                yield say.passed(KEY, (figure, one, other), written, rounded=rounded)
            return
    if is_change(sentence, figure):
        yield from _unpaired(figure, sentence)


def _more(sentence: Sentence, figure: Figure, quotient: Interval, claim: Interval) -> bool:
    """ "高出 N 倍" adds to the base."""
    words = sentence.lead(figure)[-8:] + figure.hedge.replace("多", "")  # 两倍多 is more than twice
    adds = re.search(r"高出?|多出?|快|增|贵|大|长|重|more|higher", words)
    return bool(adds) and Interval(quotient.low - 1, quotient.high - 1).meets(claim)


def _compared_values(sentence: Sentence, figure: Figure) -> tuple[Figure, Figure] | None:
    """The two values of one kind that a ratio stands beside, if there are exactly two."""
    if (
        figure.unit != "times"
        or figure.role == "change"
        or _CONTRAST.match(_CLAUSE.split(sentence.lead(figure))[-1])
        or _RATED.search(sentence.lead(figure))
        or _REST.search(_CLAUSE.split(sentence.lead(figure))[-1])
        or _RATED_BEHIND.match(sentence.tail(figure))
    ):
        return None  # 而电费涨到了原来的三倍: of another subject
    values = [
        f
        for f in sentence.amounts
        if f.unit not in ("times", "rank") and f.role in ("level", "ratio", "threshold")
    ]
    like = [f for f in values if same_dimension(f.unit, values[0].unit)] if values else []
    if len(values) != 2 or len(like) != 2 or value_of(like[0]) == value_of(like[1]):
        return None
    if any(f.unit == "times" and f is not figure for f in sentence.amounts):
        return None
    if figure.anchor.end <= like[0].anchor.start and _OF_ITSELF.search(sentence.lead(figure)):
        return None  # 翻到原来的2.5倍，分量由12.3%提高到26.9%
    other = _OF_OTHER.search(sentence.lead(figure))
    if other is not None and other["name"] not in sentence.lead(like[0]) + sentence.lead(like[1]):
        return None  # 甲为42%，比乙的31%高，是丙的1.5倍
    return (like[0], like[1])


def _unpaired(figure: Figure, sentence: Sentence | None = None) -> Iterable[Result]:
    times = value_of(figure)
    if times is None or times <= 0:
        return
    if figure.unit == "count:番":
        yield from before_doublings(figure, times, level_of(figure, sentence))
        return
    if figure.unit != "times" or (times == 1 and figure.direction != "down"):
        return  # 增加了一倍 is to twice as much
    if figure.direction == "down":
        lead = sentence.lead(figure)[-10:] if sentence is not None else "减少"
        if times >= 1 and _FALLS.search(lead):  # 慢了一倍 is a longer time, no fall
            said = FALLS.format(say.title(figure), stated(figure))
            yield say.finding(KEY, "inconsistent", (figure,), same(f"1 − {number(times)} ≤ 0"), said, "fall")
        return
    if sentence is not None and _TO.search(sentence.lead(figure)[-12:]):
        return
    n, more = number(times), number(times + 1)
    levels = level_of(figure, sentence)
    written = same(f"1 + {n} = {more}")
    if levels is not None:
        value = value_of(levels)
        if value is not None:
            first, second = amount(value / (times + 1), levels), amount(value / times, levels)
            written = formula("{0} ÷ (1 + {1}) = {2}; {0} ÷ {1} = {3}", bare(levels), n, first, second)
            name = BEFORE.format(Text(say.named(levels).zh, say.title(levels).en))
            bounds = Interval(value / (times + 1), value / times)
            shown = BASE.format(n, first, second)
            yield say.derived(KEY, name, shown, bounds, levels.unit, written, (levels, figure))
            said = AFTER_ONLY.format(say.title(figure), stated(figure), n, bare(levels), first, second)
            yield say.finding(KEY, "ambiguous", (figure, levels), written, said, "readings")
            return
    said = TWO_READINGS.format(say.title(figure), stated(figure), n, more)
    yield say.finding(KEY, "ambiguous", (figure,), written, said, "readings")
