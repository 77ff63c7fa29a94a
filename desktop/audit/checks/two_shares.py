"""Shares of one whole told side by side: two that exclude each other, the rest, a floor and the ceiling it leaves."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.adding import added, formula_of
from desktop.audit.amounts import formula, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, digits, value_of
from desktop.audit.lines import behind_last
from desktop.audit.moves import is_change
from desktop.audit.opposed import denied, opposed
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.slips import of_digits
from desktop.core.figure import Figure
from desktop.core.finding import Passed
from desktop.core.text import Text

KEY: Final = "two_shares"
_CLAUSE: Final = re.compile(r"[，,；;：:。（(]")
_REST: Final = re.compile(r"其余|剩下|剩余|余下|the rest|remaining", re.I)
_OTHER_WHOLE: Final = re.compile(r"(?:其余|剩下|剩余|余下)[^，,]{0,8}(?:中|里|内|的(?=.{2}))|其中")
_OF_WHICH: Final = re.compile("其中")
_TURN: Final = re.compile(r"[，；](?:但是?|不过|然而|可是?)")
_RATES: Final = re.compile(r"[率度价]|增|减|降|升|涨|跌|同比|环比|折|超额|目标|完成")
_TAKES: Final = re.compile(r"占|持[股有]|比[例重]|份额|掏|出|吃|拿|供|贡献|来自|承担|负担|剩下|余下|达|为|是")
_BOTH: Final = re.compile(r"合计|合起来|加起来|一共|总共|共占|之和|两者|二者")  # a sum, and one of its parts
_EARLIER: Final = re.compile(r"[前上去][一]?年|同期|此前|原来|以前|当时|之前")
_OF_IT: Final = re.compile(r"(?:占|持有|贡献|承担|来自)(?:了|约|近)*$")
_ASKED: Final = re.compile(r"受访|调查|问卷|多选|认为|[的人者户]占")  # who may be both
_INSIDE: Final = re.compile(r"^[^，,。；]{2,14}?(?<![其集高初居])(?:中|里|份额中)[，,]?")
_LEAST: Final = re.compile(r"(?:至少|最少|起码|不[低少小]于|不下)[^，,；;]{0,4}$")
_MOST: Final = re.compile(r"(?:至多|最多|顶多|不超过|不[高多大]于)[^，,；;]{0,4}$")
_FOLLOWS: Final = re.compile(r"至多|最多|顶多|至少|最少|也就|即|便|意味|相应|自然|另一[方侧半]|一[侧方边]")
_TWO: Final = 2
_MUST: Final = re.compile(r"不得|应当|必须|须|禁止")
_FROM: Final = re.compile(r"[从由自](?:\d{4}年的?)?$")
_TAIL: Final = re.compile(
    r"(?:至少|最少|起码|至多|最多|顶多|大?约|将近|接近|超过|不[到足]|只|仅|则|就|也|会|要|能|还|已|的)+$"
)
_ATTITUDE: Final = re.compile(
    r"满意|同意|赞[成同]|支持|愿意|看好|认可|喜欢|信任|知道|清楚"
)  # some say neither
OVER = Text(
    "{0}与{1}合起来是{2}，同一整体的两部分不可能超过100%。",
    "{0} and {1} come to {2} together; two parts of one whole cannot exceed 100%.",
)
UNDER = Text(
    "{0}与{1}合起来只有{2}，而两者应当合成100%。",
    "{0} and {1} come to only {2} together, though they should make up the whole.",
)
REST = Text(
    "前面各项共占{0}，其余应是{1}，不是文中的{2}。",
    "The others take {0}, which leaves {1} for the rest, not {2}.",
)
BOUND = Text("一方{0}，另一方就应是{1}，不是文中的{2}。", "With {0} for the one, the other has {1}, not {2}.")
AT_MOST, AT_LEAST = Text("至多{}", "{} at most"), Text("至少{}", "{} at least")


@check(KEY, "互补两项", "shares that make up a whole", "prose", needs={"prose": ("%*2",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Check pairs of shares that exclude each other, and rests."""
    goes_on = False  # what the shares of a sentence before a semicolon leave is not known
    for sentence in piece.sentences:
        before, many = goes_on, sum(f.unit == "%" for f in sentence.amounts)
        goes_on = many > 0 and sentence.text.endswith(("；", ";"))
        if many < _TWO:
            continue
        shares = _shares(sentence)
        rest = next((n for n, f in enumerate(shares) if n and _is_rest(sentence, shares[n - 1], f)), 0)
        if rest:
            found = _rest(sentence, shares[: rest + 1])
            yield from (r for r in found if not before or isinstance(r, Passed))
            continue
        for one, other in itertools.pairwise(shares):
            if _adjacent(sentence, one, other):
                yield from _pair(sentence, one, other)


def _shares(sentence: Sentence) -> list[Figure]:
    """The shares that are neither changes nor the ends of one."""
    moved = {f.change_from for f in sentence.amounts if f.change_from}
    return [
        f for f in sentence.amounts
        if f.unit == "%" and f.role in ("ratio", "level", "threshold") and f.id not in moved and not f.change_from
        and not is_change(sentence, f) and not _FROM.search(sentence.lead(f))
    ]  # fmt: skip


def _adjacent(sentence: Sentence, one: Figure, other: Figure) -> bool:
    at = sentence.figures.index(one)
    return sentence.figures[at + 1] is other


def _words(sentence: Sentence, figure: Figure) -> str:
    return behind_last(_CLAUSE, sentence.lead(figure))


def _is_rest(sentence: Sentence, one: Figure, other: Figure) -> bool:
    gap = sentence.between(one, other)
    return bool(_REST.search(gap)) and not _OTHER_WHOLE.search(gap) and _adjacent(sentence, one, other)


def _after_parts(sentence: Sentence, shares: Sequence[Figure]) -> Sequence[Figure]:
    """The shares without those of a list of parts that 但 or 而 ends (其中甲占0.5%，但甲贡献了47%，其余贡献53%)."""
    parts = [m.start() for m in _OF_WHICH.finditer(sentence.text)]
    if not parts:
        return shares
    turn = _TURN.search(sentence.text, parts[-1])
    return [f for f in shares if turn is not None and f.anchor.start - sentence.start > turn.end()]


def _rest(sentence: Sentence, shares: Sequence[Figure]) -> Iterable[Result]:
    """Everything before the rest, and the rest, are the whole."""
    shares = _after_parts(sentence, shares)
    if len(shares) < 2 or any(_RATES.search(_words(sentence, f)) for f in shares):
        return
    if any(
        sentence.between(a, b).count("，") > 2 or "；" in sentence.between(a, b)
        for a, b in itertools.pairwise(shares)
    ):
        return
    *others, last = shares
    both, claim = added(others), as_claim(last)
    if both is None or claim is None:
        return
    written = formula("100% − {} = {}", percent(both[1]), percent(100 - both[1]))
    left = Interval(100 - both[0].high, 100 - both[0].low)
    if both[1] >= 100:
        return
    if left.meets(claim):
        yield say.passed(
            KEY, (last, *others), written, rounded=not (digits(last) or claim).holds(100 - both[1])
        )
    else:
        said = REST.format(percent(both[1]), percent(100 - both[1]), stated(last))
        yield say.finding(KEY, "inconsistent", (last, *others), written, said, "rest")


def _pair(sentence: Sentence, one: Figure, other: Figure) -> Iterable[Result]:
    left, right = _words(sentence, one), _words(sentence, other)
    if "其中" in sentence.text[: other.anchor.start - sentence.start]:
        return
    if (
        _BOTH.search(left)
        or _BOTH.search(right)
        or bool(_EARLIER.search(left)) != bool(_EARLIER.search(right))
    ):
        return
    gap = sentence.between(one, other)
    noun = re.sub(r"[为是达到仅只约]+$", "", right[1:])
    if re.match(r"[不未非]", right) and _ends_in(re.sub(r"[为是达到仅只约]+$", "", left), noun):
        yield from _whole(one, other, "apart" if _ATTITUDE.search(noun) else "binary")
        return
    kind = denied(left, right) if gap.count("，") < 2 else ""
    if kind:
        if (value_of(one) or 0.0) <= 100 >= (value_of(other) or 0.0):  # else hard_limits tells it
            yield from _whole(one, other, kind)
        return
    if _RATES.search(_noun(left)) or _RATES.search(_noun(right)) or gap.count("，") > 1:
        return
    signs = _sign(one, left), _sign(other, right)
    if "" not in signs and signs[0] != signs[1]:
        if _FOLLOWS.search(right) and not _MUST.search(right):
            yield from _bounds(one, other, signs[1])
        return
    if not (_TAKES.search(left) and _TAKES.search(right)):
        return
    kind = opposed(_noun(left), _noun(right)) or _shared_out(sentence, one, other)
    if not kind:
        return
    yield from _whole(one, other, kind)


def _shared_out(sentence: Sentence, one: Figure, other: Figure) -> str:
    """Whether two shares are all that is told of a whole that is named: 旅客中国内航线占91.5%，国际航线占8.5%."""
    shares = [f for f in sentence.amounts if f.unit == "%"]
    takes = all(_OF_IT.search(sentence.lead(f)) for f in (one, other))
    named = _INSIDE.search(
        sentence.text[: one.anchor.start - sentence.start]
    ) is not None and not _ASKED.search(sentence.text)
    apart = (
        re.search(r"[中里内]", sentence.between(one, other)) is not None
    )  # 男性用户中会员占52%，女性用户中会员占60%
    return "unlike" if len(shares) == 2 and takes and named and not apart else ""


def _ends_in(words: str, noun: str) -> bool:
    """Whether words are a noun, or end in one long enough to be no accident: 抽检合格率, but 优良率 is not 良率."""
    return words == noun if len(noun) < 3 else words.endswith(noun)


def _whole(one: Figure, other: Figure, kind: str) -> Iterable[Result]:
    """Two shares that exclude each other; a "binary" pair also leaves nothing."""
    both = added((one, other))
    if both is None:
        return
    written = formula_of((one, other), both[1], one)
    if both[0].holds(100):
        yield say.passed(KEY, (other, one), written, rounded=abs(both[1] - 100) > 1e-9)
    elif (
        both[0].low > 100
        or kind == "binary"
        or of_digits(other, 100 - (value_of(one) or 0.0), replaced=False)
    ):
        pattern = OVER if both[0].low > 100 else UNDER
        said = pattern.format(_told(one), _told(other), percent(both[1]))
        yield say.finding(KEY, "inconsistent", (other, one), written, said, "pair")


def _told(figure: Figure) -> Text:
    """A share with its name."""
    return Text("{0}的{1}", "{1} of {0}").format(say.title(figure), stated(figure))


def _noun(words: str) -> str:
    """What the words of a clause name, without the verb before the number."""
    words = _TAIL.sub("", words)
    takes = None
    for takes in _TAKES.finditer(words):  # noqa: B007 - the last one is wanted
        pass
    return _TAIL.sub("", words[: takes.start()] if takes is not None and takes.start() else words)


def _sign(figure: Figure, words: str) -> str:
    if figure.comparator in (">", ">=") or _LEAST.search(words):
        return ">"
    return "<" if figure.comparator in ("<", "<=") or _MOST.search(words) else ""


def _bounds(one: Figure, other: Figure, sign: str) -> Iterable[Result]:
    """At least x for the one leaves at most 100 − x for the other."""
    a, b = value_of(one), value_of(other)
    if a is None or b is None or not 75 <= a + b <= 125:
        return
    written = formula("100% − {} = {}", percent(a), percent(100 - a))
    if abs(a + b - 100) < 0.5:
        yield say.passed(KEY, (other, one), written)
        return
    pattern = AT_MOST if sign == "<" else AT_LEAST
    said = BOUND.format(stated(one), pattern.format(percent(100 - a)), stated(other))
    yield say.finding(KEY, "inconsistent", (other, one), written, said, "bounds")
