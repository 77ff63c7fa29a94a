"""Whether a rise or fall slows or speeds up, in words, over a row of values: 412、655、820、903件…升势逐年放缓.

The last step may be taken as an amount or as a share of what was before, and may be held against any step before it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text, same

KEY: Final = "worded_steps"
_PACE: Final = re.compile(
    r"(?P<what>[升涨增]势|[升涨增]幅|增速|增长|上涨|势头|(?P<falls>[降跌]势|[降跌]幅|下降|下跌|下滑|降速))(?:的速度|速度|势头)?"
    r"(?:也|又|却|已经?|仍在|还在|正在|在|有所|明显|逐年|逐月|逐季|逐步|进一步|继续|不断|一路|持续|反而|稍有|略有|略|开始|显著|大幅|越来越|都)*"
    r"(?:(?P<slower>放缓|趋缓|减速|减弱|回落|收窄|缩小|变慢|慢了?下来|平缓|减慢|缓|慢)|(?P<faster>加快|加速|扩大|提速|变快|更[快猛]|快|增强|走强|迅猛))(?:了|之势|的态势)?(?=[，,。；;：:！]|$)"
)
_STOP: Final = re.compile(r"[。！？!?\n]")
_TIME: Final = re.compile(
    r"(?:19|20)\d\d年?|\d+月份?|[一二三四1-4]季度?|第[一二三四]季?度?|[上下]半年|[去今前明当次同后]年|[上下本]月|年[初末底中]|月[初末底]|到了?|至|又|再|则|依次|分别|逐[年月季]"
    r"|从|由|[升涨增降跌减回]+[到至成为]?|了|为|是|有|只|约|近|达|的|、|，|和|及|—|-|\s|\d"
)
_UNSURE: Final = re.compile(
    r"[若将?？]|如果|预计|可能|未|没有?|并不|不再|目标|希望|同行|行业|全国|以来的|平均|累计|同比|环比|年均|复合"
)
_YEARS: Final = ("前年|上上", "去年|上年|上[月季周期]|此前|同期", "今年|本[年月季周期]")
_SURE: Final = frozenset(("level", "ratio"))
_LEAST, _NEAR, _WORDS = 3, 60, 6  # values; characters to the words; of words that are no time beside a value
SAID: Final = Text(
    "文中说{0}，可依次是{1}，前一步变化{2}，最后一步变化{3}，并不如此。",
    "The text says {0}, but the values are {1}: the step before the last is {2}, the last {3}.",
)
TOLD: Final = Text(
    "文中说{0}，可先后两步变化是{1}和{2}，并不如此。",
    "The text says {0}, but the two changes are {1} and {2}.",
)


@check(
    KEY,
    "快慢的变化",
    "slowing down or speeding up",
    "prose",
    needs={"prose": ("缓速窄大猛快慢弱小落强", "势幅速长下上", "same*2")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold words of pace against the steps of the values that stand nearest to them."""
    for match in _PACE.finditer(piece.text):
        begin = len(piece.text[: match.start()]) - len(behind_last(_STOP, piece.text[: match.start()]))
        clause = re.split(r"[，,；;]", piece.text[begin : match.start()])[-1]
        if _UNSURE.search(clause + match[0]):
            continue
        ways = [
            w for w in (_of_values(piece, match, begin), _of_changes(piece, match, begin)) if w is not None
        ]
        if ways and all(type(w) is type(ways[0]) for w in ways):
            yield ways[0]


def _of_values(piece: Prose, match: re.Match[str], begin: int) -> Result | None:
    """A run of values of one unit in the sentence of the words, or in the sentence before."""
    earlier = len(piece.text[: max(0, begin - 1)]) - len(behind_last(_STOP, piece.text[: max(0, begin - 1)]))
    for start in (begin, earlier):
        row = _row(piece, start, match.start())
        if len(row) >= _LEAST:
            return _held(piece, match, row)
    return None


def _row(piece: Prose, start: int, end: int) -> list[Figure]:
    own = [f for f in piece.figures if start <= f.anchor.start - piece.start and f.anchor.end - piece.start <= end
           and f.role in _SURE and value_of(f) is not None]  # fmt: skip
    units = dict.fromkeys(f.unit for f in own)
    rows = [[f for f in own if f.unit == code] for code in units]
    rows = [row for row in rows if len(row) >= _LEAST and _is_row(piece, row)]
    return rows[0] if len(rows) == 1 else []


def _is_row(piece: Prose, row: Sequence[Figure]) -> bool:
    """Whether between the values stand times and nothing that names another thing."""
    gaps = (
        piece.text[a.anchor.end - piece.start : b.anchor.start - piece.start]
        for a, b in itertools.pairwise(row)
    )
    dates = [f.period.start for f in row if f.period is not None and f.period.start is not None]
    ranks = [_rank(piece, f) for f in row]
    if any(a > b for a, b in itertools.pairwise([r for r in ranks if r])):
        return False
    return dates == sorted(dates) and all(
        len(_TIME.sub("", gap)) <= _WORDS and not re.search("[比较]", gap) for gap in gaps
    )


def _rank(piece: Prose, figure: Figure) -> int:
    """Which of the years that are told from now a value is of; 0 of none."""
    at = figure.anchor.start - piece.start
    clause = re.split(r"[，,。；;：:、]", piece.text[max(0, at - 16) : at])[-1]
    return next((n for n, word in enumerate(_YEARS, 1) if re.search(word, clause)), 0)


def _held(piece: Prose, match: re.Match[str], row: Sequence[Figure]) -> Result | None:
    values = [value_of(f) or 0.0 for f in row]
    steps = [b - a for a, b in itertools.pairwise(values)]
    falls = match["falls"] is not None
    if any((s < 0) != falls for s in steps[-2:]) or min(values) <= 0:
        return None
    sizes = [abs(s) for s in steps]
    rates = [abs(s) / a for s, a in zip(steps, values, strict=False)]
    slower = match["slower"] is not None
    if any(_goes(each[-1], other, slower=slower) for each in (sizes, rates) for other in each[:-1]):
        return say.passed(KEY, row)
    shown = same(" → ").join([bare(f) for f in row])
    said = SAID.format(quote(match[0]), shown, *(amount(s, row[-1], exact=True) for s in sizes[-2:]))
    return _raised(piece, match, row, shown, said)


def _goes(last: float, other: float, *, slower: bool) -> bool:
    return last <= other if slower else last >= other


def _of_changes(piece: Prose, match: re.Match[str], begin: int) -> Result | None:
    """Two stated changes of one unit in the sentence, told one behind the other: 10月少了0.8元，11月只少了0.3元."""
    stop = _STOP.search(piece.text, match.end())
    end = stop.start() if stop is not None else len(piece.text)
    own = [f for f in piece.figures if begin <= f.anchor.start - piece.start < end and f.role == "change"]
    if (
        len(own) != 2
        or own[0].unit != own[1].unit
        or not own[0].direction
        or own[0].direction != own[1].direction
    ):
        return None
    falls = match["falls"] is not None
    gap = piece.text[own[0].anchor.end - piece.start : own[1].anchor.start - piece.start]
    a, b = as_claim(own[0]), as_claim(own[1])
    rest = re.sub(r"[少多]|环比|同比|增长|下降|上升|仅|还|收|降低|下滑|下跌|上涨", "", _TIME.sub("", gap))
    if re.search(r"(?<![环同])比", piece.text[begin : own[1].anchor.start - piece.start]):
        return None  # of other times than each other's
    if (own[0].direction == "down") != falls or len(rest) > 2 or not re.search(r"[年月季周期]", gap):
        return None
    if a is None or b is None or a.meets(b) or 0 < _rank(piece, own[1]) < 3:
        return None
    if (b.high < a.low) == (match["slower"] is not None):
        return say.passed(KEY, own)
    said = TOLD.format(quote(match[0]), stated(own[0]), stated(own[1]))
    return _raised(piece, match, own, formula("{} → {}", bare(own[0]), bare(own[1])), said)


def _raised(
    piece: Prose, match: re.Match[str], figures: Sequence[Figure], written: Text, said: Text
) -> Result:
    place = Anchor(piece.source, piece.start + match.start(), piece.start + match.end(), match[0])
    return say.finding(KEY, "changes_conclusion", figures, written, said, "pace", spans=(place,))
