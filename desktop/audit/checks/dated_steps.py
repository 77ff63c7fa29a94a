"""Dated steps of one affair, over several sentences: one out of the order of all others, or before what it follows.

报名3月12日开始，3月18日截止。资格审查结果于3月15日公布，笔试4月20日举行; 抽签9月12日在报名结束后公布; 按这份通知.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.date_links import of_next_year
from desktop.audit.dated_events import Event, events
from desktop.audit.scope import Prose
from desktop.audit.time_order import odd_one
from desktop.audit.worded_values import grams
from desktop.core.text import Text

KEY: Final = "dated_steps"
_LEAST: Final = 4  # steps, of which all but one must run forwards
_FORWARD: Final = 3  # of them of different kinds
# What something is said to come after, or to rest upon.
_AFTER: Final = re.compile(
    r"(?P<what>(?:(?![在于待自因])[\u4e00-\u9fff]){2,8}?)(?:[之以]?后(?!台|续|方|勤|备)|的次日)"
)
_BY: Final = re.compile(
    r"(?:按照?|依据?|依照|根据|凭|因)(?:了)?(?P<what>(?:这|该|此|上述|最终)[\u4e00-\u9fff]{0,6}?(?:通知|办法|条例|规定|意见|报告|公告|决定|判决|失利|结果))"
)
_OVER: Final = re.compile(r"结束|截止|完成|完毕|终止")
_EVENT: Final = re.compile(r"失利|判决|决定|结果|胜利")
_ISSUED: Final = re.compile(r"印发|发布|公布|出台|下发|颁布|发出|通过")
_FORCE: Final = ("施行", "实施", "生效")
_LAW: Final = re.compile(r"(?:法|条例|办法|规定|规则)》[^《]*$")
_SOON: Final = 31  # days: some rules are in force a few days before they are made known
FORCE: Final = Text(
    "文中说{0}（{1}）在{2}（{3}）之前：文件不会在公布前就生效。",
    "The text has {0} ({1}) before {2} ({3}): no document is in force before it is published.",
)
ODD: Final = Text(
    "各步按先后写来，{0}（{1}）却早于它前面的{2}（{3}）。",
    "The steps are told in their order, but {0} ({1}) is earlier than {2} ({3}) before it.",
)
BEFORE: Final = Text(
    "文中说{0}（{1}）在{2}（{3}）之后，日期却更早。",
    "The text puts {0} ({1}) after {2} ({3}), but its date is earlier.",
)


@check(KEY, "各步日期", "dates of the steps of one affair", "prose", needs={"prose": ("date",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Find the one step that is out of order, and those that come before what they are said to follow."""
    steps = events(piece)
    if len(steps) < 2:
        return
    found = list(_behind(steps))
    found += _in_force(piece, steps)
    yield from found or _odd([s for s in steps if not s.document])


def _in_force(piece: Prose, steps: Sequence[Event]) -> Iterator[Result]:
    """A law that is in force months before it is made: 1992年3月1日起施行，1992年12月11日发布."""
    for one, other in pairwise(steps):
        gap = piece.text[one.figure.anchor.end - piece.start : other.figure.anchor.start - piece.start]
        lead = piece.text[one.sentence : one.figure.anchor.start - piece.start]
        told = one.done in _FORCE and _ISSUED.match(other.tail) and _LAW.search(lead)
        if told and "《" not in gap and one.sentence == other.sentence and _days(one, other) > _SOON:
            yield _finding(FORCE, one, other, "force")


def _odd(steps: Sequence[Event]) -> Iterator[Result]:
    """The one of at least four steps that lies before the one above it, where all others run forwards."""
    days = [s.period.start.toordinal() for s in steps if s.period.start is not None]
    least = _LEAST - (len({s.sentence for s in steps}) == 1)  # of one sentence three are enough
    if len(steps) < least or len({s.done for s in steps}) < max(_FORWARD, len(steps) - 1):
        return
    wrong = odd_one(days)
    if wrong == 1 and least == _LEAST:
        return  # what is told first may be the news, and the rest how it came about
    if not wrong or not all(s.plain for s in steps[wrong - 1 : wrong + 1]):
        return
    one, other = steps[wrong], steps[wrong - 1]
    if 0 < _days(one, other) < _WIDE:
        yield _finding(ODD, one, other, "odd")


_WIDE: Final = 300  # days, beyond which a story goes back to what was long before


def _behind(steps: Sequence[Event]) -> Iterator[Result]:
    """A step that is said to follow, or to rest upon, one that the text dates later."""
    for n, one in enumerate(steps):
        told = _BY.search(one.words) or _AFTER.search(one.words)
        if told is None or not n:
            continue
        what = told["what"]
        before = _named(what, steps[:n])
        if before is not None and one.plain and (before.plain or before.document) and _days(one, before):
            yield _finding(BEFORE, one, before, "after")


def _named(what: str, steps: Sequence[Event]) -> Event | None:
    """The step that words name: by what they share, the end of it where they say that it was over."""
    if what[0] in "这该此" or what.startswith("上述"):
        issued = [s for s in steps[-2:] if _ISSUED.search(s.words)]
        if not issued and _EVENT.search(what):
            return steps[-1]
        return issued[-1] if len(issued) == 1 else None
    if _OVER.search(what):
        rest = grams(_OVER.sub("|", what))
        ends = [n for n, s in enumerate(steps) if _OVER.search(s.words)]
        # 报名3月12日开始，3月18日截止: what ends is named with its beginning
        own = [
            steps[n]
            for n in ends
            if rest & (grams(steps[n].words) | (grams(steps[n - 1].words) if n else rest))
        ]
        return own[-1] if len(own) == 1 else None
    shared = [s for s in steps if grams(what) & grams(s.words)]
    return shared[-1] if len(shared) == 1 else None


def _days(one: Event, other: Event) -> int:
    """How many days one step lies before another; none where they may overlap."""
    last, first = one.period.end, other.period.start
    if last is None or first is None or of_next_year(other.figure, one.figure):
        return 0
    return max(0, (first - last).days)


def _finding(pattern: Text, one: Event, other: Event, kind: str) -> Result:
    said = pattern.format(quote(one.done), bare(one.figure), quote(other.done), bare(other.figure))
    written = formula("{} < {}", say.time(one.period), say.time(other.period))
    return say.finding(KEY, "inconsistent", (one.figure, other.figure), written, said, kind)
