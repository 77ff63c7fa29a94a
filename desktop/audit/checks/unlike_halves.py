"""Two rates that share out a whole by their names: 空置率27.5%，入住率72.5%."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "unlike_halves"
# Names that share out a whole between them; nobody stands outside of both.
_HALVES: Final = (
    ("空置率", "入住率"), ("空置率", "出租率"), ("空置率", "入驻率"), ("准时率", "延误率"), ("准点率", "延误率"),
    ("准点率", "晚点率"), ("正点率", "晚点率"), ("留存率", "流失率"), ("存活率", "死亡率"), ("出勤率", "缺勤率"),
    ("(?<!不)合格率", "不合格率"), ("(?<!不)及格率", "不及格率"), ("通过率", "拒绝率"), ("(?<!未)通过率", "未通过率"),
    ("成活率", "死亡率"), ("成功率", "失败率"),
    ("履约率", "违约率"), ("(?<!不)良品率", "不良品率"), ("使用率", "闲置率"), ("利用率", "闲置率"),
    ("上座率", "空座率"), ("到课率", "缺课率"),
)  # fmt: skip
_TURNED: Final = re.compile(r"反过来|换[言句]|也就是|意味着|对应|相应|等于说|这样一来")
_ITS_OWN: Final = re.compile(
    r"[，,](?:而|则|也就|其)*[\u4e00-\u9fff]{2,4}率(?:则|只|仅|也)?(?:为|是|有|达|约)?"
)  # and no other subject
_WHOLE: Final = 100.0
WRONG: Final = Text(
    "{0}与{1}是一个整体的两半，合起来是{2}，不是100%。",
    "{0} and {1} are the two halves of a whole; together they make {2}, not 100%.",
)


@check(KEY, "此消彼长的两半", "halves of a whole by name", "prose", needs={"prose": ("%", "率")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Add up two neighbouring rates of which the second is said to be the other side of the first."""
    shares = [f for f in piece.figures if f.unit == "%" and f.role in ("level", "ratio") and f.low == f.high]
    for left, right in itertools.pairwise(shares):
        words = _words(piece, left, right)
        if _TURNED.search(words) is None and not _ITS_OWN.fullmatch(words):
            continue
        one, other = _named(piece, left), _named(piece, right)
        if any(_holds(pair, one, other) or _holds((pair[1], pair[0]), one, other) for pair in _HALVES):
            yield from _held(left, right)


def _words(piece: Prose, left: Figure, right: Figure) -> str:
    return piece.text[left.anchor.end - piece.start : right.anchor.start - piece.start]


def _named(piece: Prose, figure: Figure) -> str:
    """What a share is of: its indicator, and the words of its clause before it."""
    at = figure.anchor.start - piece.start
    return figure.indicator.zh + re.split(r"[，,；;。：:、\d]", piece.text[max(0, at - 24) : at])[-1]


def _holds(names: tuple[str, str], one: str, other: str) -> bool:
    return re.search(names[0], one) is not None and re.search(names[1], other) is not None


def _held(left: Figure, right: Figure) -> Iterable[Result]:
    a, b, own = value_of(left), value_of(right), as_claim(right)
    if a is None or b is None or own is None:
        return
    written = formula("{} + {} = {}", bare(left), bare(right), f"{number(a + b)}%")
    if own.holds(_WHOLE - a):
        yield say.passed(KEY, (right, left), written)
    else:
        said = WRONG.format(stated(left), stated(right), f"{number(a + b)}%")
        yield say.finding(KEY, "differs", (right, left), written, said)
