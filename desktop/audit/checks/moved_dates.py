"""By how much one date is before or behind another: 推迟了七个月; 比乙市早一年零四个月; 保修三年，2025年10月到期."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.lengths import Length, lengths, shown
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.period import Period
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "moved_dates"
_CUE: Final = re.compile(r"[早晚迟提延拖期满效止后]")
_HEDGE: Final = r"(?:整整|足足|恰好|正好|刚好|将近|接近|不到|不足|大约|差不多|超过|近|约|了|出|整)*"
_APART: Final = re.compile(rf"(?:提前|提早|推迟|推后|延后|延期|延迟|延长|滞后|拖[后延]?|[早晚迟]){_HEDGE}$")
_TERM: Final = re.compile(
    rf"(?:保修|质保|保质|有效|期限|租|任|聘|合同|授权|许可|特许|经营权|锁定|限售|禁售|展期|合作|年限|寿命|缓冲"
    rf"|过渡|宽限|签约?|期)(?:期限|期间|期)?(?:为|是|共|：)?{_HEDGE}$"
)
_DUE: Final = re.compile(
    r"^(?:年?[初底末])?(?:日?起?)?(?:正式|就要|即将|才|便|就|将|自动|全部|服务|合同|租约|租赁|设计"
    r"|使用)*(?:到期|届满|期满|截止|为止"
    r"|失效|解禁|满期|终止|结束)"
)
_UNTIL: Final = re.compile(r"[，,（(]?(?:也?就是|即)?(?:到|至|截至|直到|直至|截止到?)")
_STOP: Final = re.compile(r"(?:止|为止)?(?:[，,。；;）)]|$)")
_AS_PLANNED: Final = re.compile(r"比(?:原[定来先]?)?(?:的?计划|预[计定期]|约定|承诺|目标)")
_PLANNED: Final = re.compile(r"原[定本计拟先]|计划|预定|预计|本应|本该|约定|原来")
_LATER: Final = re.compile(r"推迟|推后|延后|延期|延迟|拖到|拖至|延至|延到|顺延")
_EARLIER: Final = re.compile(r"提前|提早")
_NO: Final = re.compile(r"每|平均|最[多少长短早晚]|至[少多]|[再又]次?|如果|若")
APART: Final = Text(
    "{0}与{1}相隔{2}，不是文中的{3}。", "{0} and {1} are {2} apart, not {3} as the text says."
)
MOVED: Final = Text(
    "文中说从{0}{2}到{1}，但{1}在{0}{3}。", "The text has {0} moved ({2}) to {1}, which is {3} than {0}."
)
BEFORE: Final = Text("之前", "earlier")
BEHIND: Final = Text("之后", "later")


@check(
    KEY,
    "提前、推迟与期满",
    "dates that were moved",
    "prose",
    needs={"prose": ("date", "早晚迟提延拖期满效止后")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold the distance of two dates of a sentence, and which of them is first, against its words."""
    if not _CUE.search(piece.text):
        return
    before: list[Figure] = []
    for sentence in piece.sentences:
        dated = [f for f in sentence.dates if f.period is not None and f.period.start is not None
                 and f.period.end is not None and "→" not in f.period.text]  # fmt: skip
        for length in lengths(sentence.text) if dated else ():
            pair = _pair(sentence, length, dated, before)
            if pair is not None:
                yield _held(sentence, length, pair, [*before, *dated])
        before = dated or before
        for one, other in pairwise(dated):
            yield from _moved(sentence, one, other)


def _pair(
    sentence: Sentence, length: Length, dated: Sequence[Figure], earlier: Sequence[Figure]
) -> tuple[Figure, Figure] | None:
    """The two dates that a length lies between: those before it, or one before it and one that is due behind it."""
    lead = re.split(r"[，,。；;：:]", sentence.text[: length.start])[-1]
    at = sentence.start + length.start
    before = [f for f in dated if f.anchor.end <= at]
    behind = [f for f in dated if f.anchor.start >= at]
    if _NO.search(lead):
        return None
    if re.search(r"[比较]", lead) and not any(f.anchor.end > at - len(lead) for f in before):
        if not _AS_PLANNED.search(lead):
            return None  # 比同行晚了一年: than a time that is not told
        planned = [
            f for f in before if _PLANNED.search(sentence.text[: f.anchor.start - sentence.start][-8:])
        ]
        done = [f for f in (*earlier, *before) if f not in planned]
        return (planned[-1], done[-1]) if planned and done else None
    if _APART.search(lead) and len(before) >= 2 and len(dated) <= 3:
        return before[-2], before[-1]
    if _TERM.search(lead) and not before and len(behind) == 2:  # 设计年限30年，1994年投产，2024年期满
        full = _DUE.match(sentence.text[behind[1].anchor.end - sentence.start :])
        return (behind[0], behind[1]) if full is not None else None
    if _TERM.search(lead) and before and behind:
        own = behind[0]
        gap = sentence.text[length.end : own.anchor.start - sentence.start]
        tail = sentence.text[own.anchor.end - sentence.start :]
        if len(gap) < 12 and (_DUE.match(tail) or (_UNTIL.fullmatch(gap) and _STOP.match(tail))):
            return before[-1], own
    return None


def _held(sentence: Sentence, length: Length, pair: tuple[Figure, Figure], dated: Sequence[Figure]) -> Result:
    one, other = pair
    a, b = _period(one), _period(other)
    far = shown(a, b)
    figures = (other, one)
    written = formula("{} ↔ {}: {}", bare(one), bare(other), far)
    periods = [_period(f) for f in dated]
    if any(length.fits(x, y) for n, x in enumerate(periods) for y in periods[n + 1 :]):
        return say.passed(KEY, figures, written, rounded=True)
    start = sentence.start + length.start
    place = Anchor(one.anchor.source, start, sentence.start + length.end, length.words)
    said = APART.format(bare(one), bare(other), far, quote(length.words))
    return say.finding(KEY, "inconsistent", figures, written, said, "apart", spans=(place,))


def _moved(sentence: Sentence, one: Figure, other: Figure) -> Iterator[Result]:
    """原定2021年6月，推迟到2021年1月."""
    begin = sentence.text[: one.anchor.start - sentence.start]
    between = sentence.between(one, other)
    planned = _PLANNED.search(begin[-8:]) is not None
    later, earlier = _LATER.search(between), _EARLIER.search(between)
    if not planned or bool(later) == bool(earlier) or between.count("，") > 2 or _PLANNED.search(between):
        return
    a, b = _period(one), _period(other)
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return
    wrong = b.end < a.start if later is not None else b.start > a.end
    word = later or earlier
    if word is None:
        return
    written = formula("{} ↔ {}", bare(one), bare(other))
    if wrong:
        said = MOVED.format(bare(one), bare(other), quote(word[0]), BEFORE if later is not None else BEHIND)
        yield say.finding(KEY, "inconsistent", (other, one), written, said, "moved")
    else:
        yield say.passed(KEY, (other, one), written)


def _period(figure: Figure) -> Period:
    return figure.period if figure.period is not None else Period("")
