"""Two amounts of a sentence set against each other: 5,180吨，比设计产能5,000吨多180吨; 乙跑赢甲2.5个百分点."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import adjectives, say
from desktop.audit.ahead_of import ahead_of
from desktop.audit.amounts import amount, bare, formula, number, stated
from desktop.audit.any_reading import change_fits, wanted
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.told_values import CUT, TIME, Told, values_before
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "set_against"
_YEAR: Final = re.compile(r"(?:19|20)\d\d年?[末底初]?")
_THAN: Final = re.compile(
    r"(?:(?<![对占环同可好反性无])比|(?<!比)较)(?![例重率值较起如分喻之强弱高低大小多少好差为])[^，,；;。：:（）()\d]{0,14}$"
)
_HOW: Final = r"(?:还|又|要|更|也|都|整整|足足|竟|只|仅|就|稍|略|明显|反而|再|则|倒)*"
_ADJ: Final = r"(?P<adj>[多高大贵长重久远厚宽少低小短轻近薄窄省快早慢晚]|便宜|划算|实惠|昂贵)"
_TOLD: Final = re.compile(
    rf"(?:的[^，,；;。\d]{{0,6}}?)?{_HOW}{_ADJ}(?:[了出掉去上得]|约|近|整整|足足|将近|大约|不少|很多|许多)*(?=$|[，,；;。、）)])"
)
_LAST: Final = re.compile(rf"{_ADJ}(?:[了出掉去上]|约|近|整整|足足|将近|大约)*$")
_AHEAD: Final = re.compile(r"领先|跑赢|[高多超长重]出|超过|[高多大长重快]于|[胜压盖高多长赢]过|反超|甩开")
_BEHIND: Final = re.compile(r"落后|跑输|[低少小短轻慢]于|不及|不如|逊|输给|[低少短轻]过")
_UNSURE: Final = re.compile(
    r"增速|[增涨升降跌减]幅|合计|总和|平均|若|如果|目标|预计|计划|其余|其他|不|没|差不多|[累共]计"
)
_UNLIKE: Final = re.compile(r"增速|[增涨升降跌减]幅|若|如果|不|没|差不多")
_ORDERED: Final = re.compile(
    r"(?:[也还已却]|要|仍)*(?:比|较|[高低多少大小长短贵快慢]于|超[过出]|不及|不如|[高低]过)"
)
_SUBJECT: Final = re.compile(
    r"[，,；;：:。、](?![也还则都而更却竟仍又，,]*(?:单价|价格)?$)"
)  # 七成，堂食占比|比…
_ROLES: Final = ("level", "ratio", "threshold")
_MARKS: Final = "比较领跑超高多低少贵宜落不逊输长短快慢重轻大小省"
_DIGIT: Final = re.compile(r"\d")
_HINT: Final = re.compile(r"[多高大贵长重久远厚宽少低小短轻近薄窄省快早慢晚宜惠算领赢超胜压盖反甩后输及如逊]")
_NEAR: Final = 8  # amounts of a paragraph that a difference may be of
MORE, LESS, APART = Text("多", "more"), Text("少", "less"), Text("差", "apart")
SAID: Final = Text(
    "{0}与{1}相比，前者{2}{3}，与文中的“{4}”不符。",
    "Of {0} and {1}, the first is {3} {2}; that is not what the text says (“{4}”).",
)


@check(
    KEY,
    "两数相比",
    "two amounts set against each other",
    "prose",
    needs={"prose": (_MARKS, "level ratio threshold pp")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold which of two amounts is said to be more, and by how much, against the two."""
    for sentence in piece.sentences:
        amounts = sentence.amounts
        for n, other in enumerate(amounts):
            lead = sentence.lead(other)
            if n and other.role in _ROLES and ("比" in lead or "较" in lead):
                yield from _than(piece, sentence, n)
            elif other.role in ("change", "level") and n:
                yield from _of_named(piece, sentence, other) if n > 1 else ()
                yield from ahead_of(piece, sentence, other, KEY)


def _than(piece: Prose, sentence: Sentence, n: int) -> Iterable[Result]:
    """5,180吨，比设计产能5,000吨多180吨."""
    other = sentence.amounts[n]
    lead = sentence.lead(other) + other.anchor.quote.partition(other.as_printed)[0]
    told = _TOLD.match(sentence.tail(other))
    if told is None or _THAN.search(_YEAR.sub("", lead)) is None:
        return
    ones = [f for f in sentence.amounts[:n] if f.role in _ROLES and f.unit == other.unit]
    ones = ones if ones and _is_near(sentence, ones[-1], other) else []
    way = adjectives.way(told["adj"], other.unit, other.indicator.zh)
    follows = told.end() == len(sentence.tail(other)) and n + 1 < len(sentence.amounts)
    size = sentence.amounts[n + 1] if follows else None
    if not ones or not way or _UNLIKE.search(lead):
        return
    held = [(one, _holds(one, other, size, way)) for one in ones]
    if any(known is None for _, known in held):
        return
    one = next((f for f, known in held if known), ones[-1])
    words = told[0] + (stated(size).zh if size is not None else "")
    turned = not any(_holds(f, other, None, way) for f in ones)
    if not turned and size is not None and _elsewhere(piece.figures, one, size):
        return
    yield _result(one, other, size, words, holds=any(known for _, known in held))


def _is_near(sentence: Sentence, one: Figure, other: Figure) -> bool:
    """Whether a comparison is of the amount before it, and not of what its own clause begins with."""
    gap = sentence.between(one, other)
    found = re.search(r"(?<![对占环同可好反性无])比|(?<!比)较", gap)
    return found is not None and _SUBJECT.search(gap[: found.start()]) is None


def _holds(one: Figure, other: Figure, size: Figure | None, way: int) -> bool | None:
    """Whether the one is more (way 1), less (−1) or apart (0) by a size; None where that cannot be told."""
    a, b = as_claim(one), as_claim(other)
    if a is None or b is None:
        return None
    gap = a.minus(b)
    if way and not (gap.high > 0 if way > 0 else gap.low < 0):
        return False
    own = as_claim(size) if size is not None else None
    if size is None or own is None:
        return True
    if _in_unit(size, one):
        return any(own.meets(gap.scaled(float(w))) for w in (1, -1) if way in (0, w))
    if size.unit in ("%", "times", "permille"):
        return True if one.unit == "%" else _ratio_fits(size, a, b)
    return True


def _ratio_fits(size: Figure, a: Interval, b: Interval) -> bool:
    own, one = wanted(size), Interval(1.0, 1.0)
    if own is None or min(a.low, b.low) <= 0:
        return True
    quotients = [q for q in (a.over(b), b.over(a)) if q is not None]
    changes = [c for q in quotients for c in (q.minus(one), one.minus(q))]
    return any(own.meets(v) for v in [*changes, *(quotients if size.unit == "times" else [])])


def _in_unit(size: Figure, one: Figure) -> bool:
    if one.unit == "%":
        return size.unit == "pp"
    return size.unit not in ("%", "times", "pp") and same_dimension(size.unit, one.unit.partition("/")[0])


def _elsewhere(figures: Sequence[Figure], one: Figure, size: Figure) -> bool:
    """Whether a size is the difference of any two amounts told around it, or a change between them."""
    own = as_claim(size)
    alike = [f for f in figures if f.role in _ROLES and f.unit == one.unit and f is not size]
    before = [f for f in alike if f.anchor.start < size.anchor.start][-_NEAR:]
    for left, right in itertools.combinations(before, 2):
        a, b = as_claim(left), as_claim(right)
        if own is None or a is None or b is None:
            return True
        fits = own.meets(a.minus(b)) or own.meets(b.minus(a))
        if fits if _in_unit(size, one) else change_fits(size, (left, right), strict=False):
            return True
    return False


def _of_named(piece: Prose, sentence: Sentence, claim: Figure) -> Iterable[Result]:
    """甲线良率97.3%，乙线良率95.8%，乙线的良率低1.5个百分点; 乙跑赢甲2.5个百分点."""
    at = claim.anchor.start - piece.start
    if not _HINT.search(piece.text, max(0, at - 40), claim.anchor.end - piece.start):
        return
    words = behind_last(CUT, piece.text[max(0, at - 40) : at])
    begin = at - len(words)
    clause = words + claim.anchor.quote.partition(claim.as_printed)[0]
    if _DIGIT.search(clause) or TIME.search(clause) or _UNSURE.search(clause):
        return
    ahead, behind, last = _AHEAD.search(clause), _BEHIND.search(clause), _LAST.search(clause)
    if last is None and bool(ahead) == bool(behind):
        return
    every = [
        t for t in values_before(piece, piece.start + begin)
        if t.figure.anchor.start >= sentence.start and t.figure.role in _ROLES and _in_unit(claim, t.figure)
    ]  # fmt: skip
    if len(every) != 2 or every[0].figure.unit != every[1].figure.unit:
        return
    alone = _LAST.fullmatch(clause.strip("，, 也又则就足")) is not None
    if alone and _ORDERED.match(every[1].words):  # 报价2,450美元，低于去年的2,780美元，便宜了330美元
        mine: int | None = 0
    elif TIME.search(every[0].words + every[1].words):
        return
    else:
        mine = _mine(every, clause)
    if mine is None:
        return
    one, other = every[mine].figure, every[1 - mine].figure
    way = adjectives.way(last["adj"], one.unit, one.indicator.zh) if last is not None else 0
    if not way and bool(ahead) != bool(behind) and min(_mentions(every, clause)) >= 0:
        way = 1 if ahead else -1
    if not way:
        return
    holds = _holds(one, other, claim, way)
    if holds is not None:
        yield _result(one, other, claim, clause.strip() + stated(claim).zh, holds=holds)


def _mine(every: Sequence[Told], clause: str) -> int | None:
    """Which of two amounts a clause is of: the first that it mentions, unless that is the one compared with."""
    places = _mentions(every, clause)
    found = [n for n, place in enumerate(places) if place >= 0]
    if not found or len(set(places)) == 1:
        return None
    mine = min(found, key=lambda n: places[n])
    return 1 - mine if clause[: places[mine]].endswith(("比", "较", "于", "过")) else mine  # 比甲贵1元


def _mentions(every: Sequence[Told], clause: str) -> list[int]:
    """Where a clause mentions each of two amounts by words that the other is not told with; −1 where not."""
    one, other = (t.words for t in every)
    same = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return [_place(words[same:], clause) for words in (one, other)]


def _place(words: str, clause: str) -> int:
    least = 1 if words[:1] in "甲乙丙丁戊ABCDE" else 2
    for end in range(min(len(words), 8), least - 1, -1):
        at = clause.find(words[:end])
        if at >= 0:
            return at
    return -1


def _result(one: Figure, other: Figure, size: Figure | None, words: str, *, holds: bool) -> Result:
    a, b = value_of(one) or 0.0, value_of(other) or 0.0
    figures = [f for f in (size, one, other) if f is not None]
    apart = amount(abs(a - b), one, exact=True)
    if size is not None and size.unit == "pp":
        apart = Text(f"{number(abs(a - b))}个百分点", f"{number(abs(a - b))} points")
    written = formula("{} − {} = {}", bare(one), bare(other), formula("{}" if a >= b else "−{}", apart))
    if holds:
        return say.passed(KEY, figures, written)
    said = SAID.format(
        bare(one), bare(other), MORE if a > b else LESS if a < b else APART, apart, words.strip("，, ")
    )
    verdict = "changes_conclusion" if size is None else "inconsistent"
    return say.finding(KEY, verdict, figures, written, said, "pair")
