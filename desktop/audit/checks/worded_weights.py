"""What is the larger or the lesser part of a list, in words: 跑单费6880元，奖励1100元，补贴620元…跑单费是小头."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Prose
from desktop.audit.worded_values import FILL, Named, before, grams, named_values
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "worded_weights"
_HEAD: Final = re.compile(
    r"(?P<who>[^，。；：\d“”（）]{1,10}?)(?:依旧|依然|仍然?|才|还|都|也|始终|一直|明显|自然|显然|无疑)*(?:是|占了?|属于|算是?|成了?|充当)(?:其中的?|绝对的?|名副其实的?)?(?:(?P<big>大头|主力|主角|主体|最大头)|(?P<small>小头|零头|末节|配角))(?:了)?(?=[，。；,！]|$)"
)
_UNSURE: Final = re.compile(
    r"[若将曾或各？?不没未]|如果|预计|可能|去年|上年|以前|过去|原来|当年|其他|其余|谁"
)
_TOTAL: Final = re.compile(r"(?<!占)[总共全]|合计|去年|上年|同期|此前|[比从由]|平均|每|最|上限|利率|率")
_ROLES: Final = frozenset(("level", "ratio"))
_SUPPOSED: Final = re.compile(r"(?:假如|如果|若是?|要是|倘若)[^，,]*[，,]")
_INCOME: Final = re.compile(r"流水|收入|进账|营收|销售额|预算")
_HALF, _PERCENT, _ALL, _FAR, _ROW = 50.0, 101.0, 0.9, 200, 90
SAID: Final = Text(
    "文中说{0}，可{1}是{2}，{3}是{4}，正好相反。",
    "The text says {0}, but {1} is {2} and {3} is {4}: the other way round.",
)


@check(
    KEY,
    "大头与小头",
    "the larger part of a list",
    "prose",
    needs={"prose": ("头主配末", "大小零力角体节", "same*2")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold the word against the values told in a row before it."""
    for match in _HEAD.finditer(piece.text):
        if not _UNSURE.search(match["who"]):
            yield from _read(piece, match)


def _read(piece: Prose, match: re.Match[str]) -> Iterator[Result]:
    at = piece.start + match.start()
    told = [v for v in before(named_values(piece), at) if at - v.figure.anchor.end <= _FAR
            and v.figure.role in _ROLES and not _TOTAL.search(v.words) and v.side is None]  # fmt: skip
    for code in dict.fromkeys(v.figure.unit for v in reversed(told)):
        row = _row([v for v in told if v.figure.unit == code])
        mine = _named(match["who"], row)
        if len(row) < 2 or mine is None:
            continue
        others = [v for v in row if v is not mine]
        top = max(others, key=lambda v: v.claim.low)
        if _is_whole(top, row):
            return
        small = match["small"] is not None
        half = code == "%" and mine.claim.high >= _HALF
        lesser = mine.claim.high < top.claim.low and not half
        if mine.claim.low > top.claim.high if small else lesser:
            yield _turned(piece, match, mine, top)
        return


def _is_whole(top: Named, row: Sequence[Named]) -> bool:
    """Whether the largest may be what the others are parts of."""
    rest = sum(v.claim.low for v in row if v is not top)
    if top.figure.unit == "%" and rest + top.claim.low <= _PERCENT:
        return False
    return _INCOME.search(top.words) is not None or (
        top is row[0] and len(row) > 2 and top.claim.high >= _ALL * rest
    )


def _row(own: Sequence[Named]) -> list[Named]:
    """The values told one behind the other, the last before the words."""
    row = list(own[-1:])
    for one in reversed(own[:-1]):
        if row[0].figure.anchor.start - one.figure.anchor.end > _ROW:
            break
        row.insert(0, one)
    return row


def _named(who: str, row: Sequence[Named]) -> Named | None:
    """The one value that a name is of; 价格 is told of 涨价 if nothing else has the character."""
    name = FILL.sub("|", who)
    said = grams(name)
    rates = [len(said & grams(_SUPPOSED.sub("", v.full))) for v in row]
    best = max(rates, default=0)
    if best > 0:
        return row[rates.index(best)] if rates.count(best) == 1 else None
    own = [v for v in row if set(name) & set("价量") & set(_SUPPOSED.sub("", v.full))]
    return own[0] if len(own) == 1 else None


def _turned(piece: Prose, match: re.Match[str], mine: Named, top: Named) -> Result:
    place = Anchor(piece.source, piece.start + match.start(), piece.start + match.end(), match[0])
    one, other = mine.figure, top.figure
    more = mine.claim.low > top.claim.high
    written = formula("{} {} {}", bare(one), ">" if more else "<", bare(other))
    said = SAID.format(quote(match[0]), say.title(one), bare(one), say.title(other), bare(other))
    return say.finding(KEY, "changes_conclusion", (one, other), written, said, "weight", spans=(place,))
