"""A sentence as its changes are read: dates, stretches of time and windows are blanked, offsets stay as they are."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.flows import in_and_out
from desktop.audit.lines import behind_last
from desktop.audit.marks import LATIN, any_of
from desktop.audit.sentence import Sentence
from desktop.audit.windows import MARKS, WINDOW
from desktop.core.figure import Figure
from desktop.core.value import kept

BLANK: Final = "\0"
_NUMBER: Final = r"(?:\d{1,2}|[一二两三四五六七八九十几]{1,3}|半)"
STRETCH: Final = re.compile(
    r"(?=[过近最这短仅连\d一二两三四五六七八九十几半])"  # what it can begin with: most characters are none
    rf"(?:过去|近|最近|这|短短|仅|连续)?(?<![\d.])(?P<n>{_NUMBER})(?:多|余)?个?半?(?P<u>年头|年度|年|季度|月|星期|周|天)(?:半|多)?"
    r"(?:之?间|里|之?内|下来|以?来|时间|期间)?(?![\d内率薪租费均])"
)
# A stretch beyond a date has one of these: a unit of time, or what may stand beside the unit that a date ends with.
_WHEN: Final = any_of("年月季周星天 间里内来过近这短仅连半多")
_LENGTH: Final = (
    re.compile(  # the unit of every stretch, behind what may stand before it; no year of a date is one
        r"[年季月星周天](?<=[\d一二两三四五六七八九十几半多余个].)(?<!\d\d\d.)"
    )
)
CLAUSE: Final = re.compile(r"[，,；;：:、（）()。]")


class Reading:
    """One sentence and the words between its figures; offsets are those of its text."""

    def __init__(self, sentence: Sentence) -> None:
        """Blank what only says when."""
        self.sentence = sentence
        self.text = sentence.text

    def start(self, figure: Figure) -> int:
        """Where a figure begins in the sentence."""
        return figure.anchor.start - self.sentence.start

    def end(self, figure: Figure) -> int:
        """Where a figure ends in the sentence."""
        return figure.anchor.end - self.sentence.start

    @kept
    def latin(self) -> bool:
        """Whether it has any English letter."""
        return LATIN in self.sentence.marks

    @kept
    def in_and_out(self) -> bool:
        """Whether it tells of what comes in and of what goes out."""
        return in_and_out(self.sentence)

    @kept
    def _stretched(self) -> bool:
        """Whether it may name a stretch of time."""
        return _LENGTH.search(self.text) is not None

    @kept
    def windowed(self) -> bool:
        """Whether it may name the length of time that a count is over."""
        return not MARKS.isdisjoint(self.sentence.marks)

    @kept
    def _blanked(self) -> str:
        text = self.text
        for date in self.sentence.dates:
            text = _without(text, self.start(date), self.end(date))
        patterns = [WINDOW] if self.windowed else []
        patterns += [STRETCH] if self._stretched and not _WHEN.isdisjoint(text) else []
        if not patterns:
            return text
        kept = [(self.start(f), self.end(f)) for f in self.sentence.amounts if not self.is_stretch(f)]
        for pattern in patterns:
            for match in pattern.finditer(self.text):
                if not any(match.start() < end and start < match.end() for start, end in kept):
                    text = _without(text, *match.span())
        return text

    @kept
    def _stretches(self) -> frozenset[str]:
        """The figures that are stretches of time beside values of another kind (两年缩水45%)."""
        times = [f for f in self.sentence.amounts if f.unit in TIMES and f.role != "change"]  # 快了12分钟
        found = set()
        for figure in times:
            like = [f for f in times if f is not figure and f.unit == figure.unit]
            ahead = self.text[max(0, self.start(figure) - 10) : self.start(figure)]
            from_to = like and (FROM_TO.search(ahead) or figure.change_from or figure.role == "change" or any(
                f.change_from == figure.id for f in like) or _BY.search(ahead))  # fmt: skip
            if not from_to or self._is_half(figure, ahead):
                found.add(figure.id)
        return frozenset(found)

    def _is_half(self, figure: Figure, ahead: str) -> bool:
        """Whether a time is told in two units, of which a figure has one: 5分40秒, 2小时36分."""
        return (
            _HALF_BEFORE.search(ahead) is not None
            or _HALF_BEHIND.match(self.text, self.end(figure)) is not None
        )

    def is_stretch(self, figure: Figure) -> bool:
        """Whether a figure only says how long something took."""
        return (figure.unit in TIMES and figure.id in self._stretches) or (figure.unit == "count:个" and (
            self.text.startswith("年头", self.end(figure))
        ))  # fmt: skip

    def words(self, start: int, end: int) -> str:
        """The words between two offsets, without what only says when."""
        return self._blanked[max(0, start) : max(0, end)].replace(BLANK, "")

    def words_between(self, one: Figure, other: Figure) -> str:
        """The words between two figures, without what only says when and without other figures."""
        at, found = self.end(one), ""
        for figure in self.sentence.amounts:
            if at <= self.start(figure) < self.start(other):
                found += self.words(at, self.start(figure))
                at = self.end(figure)
        return found + self.words(at, self.start(other))

    def clause_start(self, at: int) -> int:
        """Where the clause that holds an offset begins."""
        words = self.text[: max(0, at)]
        return len(words) - len(behind_last(CLAUSE, words))

    def clause_end(self, figure: Figure) -> int:
        """Where the noun that a figure counts ends (120家店): at most a few characters on, in its clause."""
        stop = CLAUSE.search(self.text, self.end(figure))
        return min(self.end(figure) + 4, stop.start() if stop is not None else len(self.text))

    @kept
    def years(self) -> tuple[int, ...]:
        """The years that its words name."""
        return self.stretches(0, len(self.text))

    def stretches(self, start: int, end: int) -> tuple[int, ...]:
        """The years that words between two offsets name (两年下来, 三个年头)."""
        if not self._stretched:
            return ()
        found: list[int] = []
        for match in STRETCH.finditer(self.text, max(0, start), max(0, end)):
            if match["u"].startswith("年"):
                years = number(match["n"])
                found += [years, years - 1] if match["u"] != "年" else [years]
        return tuple(y for y in found if y > 0)


def _without(text: str, start: int, end: int) -> str:
    """The text with some of it blanked."""
    return f"{text[:start]}{BLANK * (end - start)}{text[end:]}"


_HALF_BEFORE: Final = re.compile(r"[\d一二两三四五六七八九十](?:分钟?|个?小时|时|天|年|个月)零?$")
_HALF_BEHIND: Final = re.compile(r"零?[\d一二两三四五六七八九十]+(?:分钟?|秒|个?小时|天|个月)")
TIMES: Final = ("year", "month", "quarter", "week", "day", "hour", "minute", "second")
FROM_TO: Final = re.compile(r"[从由把将]|至$|到$|为$|成$|→\s*$")
_BY: Final = re.compile(  # 从45分钟降到30分钟，少等了15分钟
    r"[，,](?:又|还|足足|整整|只|仅|反而|平均)*(?:[多少](?:[等花用走跑排坐])?|[长短快慢省早晚])了?$"
)
_ONES: Final = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}


def number(words: str) -> int:
    """A small number in digits or Chinese; 0 where it is none."""
    if words.isdigit():
        return int(words)
    if "百" in words:  # 一百零六, 一百八
        hundreds, _, rest = words.partition("百")
        return _ONES.get(hundreds, 1) * 100 + number(rest.lstrip("零")) * (10 if rest in _ONES else 1)
    if "十" in words:
        tens, _, ones = words.partition("十")
        return _ONES.get(tens, 1) * 10 + _ONES.get(ones, 0)
    return _ONES.get(words, 0)
