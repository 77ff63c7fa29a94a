"""What a clause says of one row of a table against another: the row that it names, and by how much or which way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.checks.row_pairs import reads
from desktop.audit.comparing import THAN
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause
from desktop.audit.views import View
from desktop.core.figure import Figure
from desktop.core.value import value

_ORDER: Final = re.compile(
    r"(?P<more>高于|多于|大于|超[过出]|长于|重于|[高多长重贵胜大]过|[高多长贵]出|领先于?|跑赢)|(?P<less>[低少短轻小]过|低于|少于|小于|不及|不如|短于|轻于|够不[上着]|[赶追比]不上|逊于|落后于?|跑输)"
)
_THAN: Final = re.compile(rf"{THAN.pattern}|(?<!比)较(?=$)")
_GAP: Final = re.compile(r"^(?:[约近超逾]|将近|接近|大约|整整|足足|了|差不多|几乎)*$")
_SHARE_OF: Final = re.compile(
    r"^的?(?:[约近超逾足仅只才就几]|不到|不足|超过|将近|接近|大约|差不多|整整|足足|几乎|还?不及)*$"
)
_IS: Final = ("是", "有", "为", "于", "连", "及", "过")
RATES: Final = ("%", "times", "permille")
_TIMES: Final = ("times",)
NOT: Final = re.compile(r"[不没未]|并非")


@value
class Claim:
    """Row ``other`` is what a clause compares with: by so much, at so many times, or only which of the two is more."""

    other: str
    at: int
    end: int
    size: Figure | None
    share: bool
    words: str
    way: int = 0


def claims(piece: Section, view: View, clause: Clause) -> Iterator[Claim]:
    """What a clause says of rows of a table that it names as the second of two."""
    pattern = view.pattern
    if pattern is None:
        return
    for match in pattern.finditer(clause.text):
        before, begin = clause.text[: match.start()], clause.start + match.end()
        size = next((f for f in clause.figures if f.anchor.start >= begin and f.role != "rank"), None)
        name = view.line_of(match[0])
        until = size.anchor.start - clause.start if size is not None else len(clause.text)
        words = clause.text[match.end() : until].removeprefix("年")
        if size is not None and size.anchor.quote != size.as_printed:
            words += size.anchor.quote.partition(size.as_printed)[0]
        than = _THAN.search(before)
        if than is not None and than.end() == match.start():
            if size is not None and any(line == name for line, _ in view.holders(size)):
                words, size = clause.text[size.anchor.end - clause.start :], None  # 比甲平台的31%还高
            elif size is not None and words.strip() == "的" and size.unit not in _TIMES:
                continue  # 比华东的852元多, 比2022年的42.8%还低: a value of theirs that the table does not have
            if size is not None and reads(piece, view.sheet, size):
                continue
            yield Claim(name, than.start(), match.end(), size, False, words)
        elif size is not None and _GAP.match(words) and (order := _last(before)) is not None:
            theirs = any(line == name for line, _ in view.holders(size))  # 高于沪成1,015元
            if not theirs and not reads(piece, view.sheet, size):
                yield Claim(
                    name, order.start(), match.end(), size, False, order[0], 1 if order["more"] else -1
                )
        elif size is not None and size.unit in RATES and before.endswith(("由", "从", "自")):
            continue  # 由2022年的31.0%降至: where a change begins
        elif size is not None and size.unit in RATES and "的" in words and _SHARE_OF.match(words):
            theirs = any(line == name for line, _ in view.holders(size))  # 高于城北实验的79%
            if not theirs and not than and not reads(piece, view.sheet, size):
                yield Claim(name, match.start(), match.end(), size, True, words)
        elif (
            size is None
            and (order := _last(before)) is not None
            and (view.of_years or clause.figures or order[0][-1] == "过")
        ):
            yield Claim(name, order.start(), match.end(), None, False, order[0], 1 if order["more"] else -1)


def _last(before: str) -> re.Match[str] | None:
    """The word of order that a name stands right behind."""
    found = [m for m in _ORDER.finditer(before) if m.end() == len(before)]
    return (
        found[-1]
        if found and not NOT.search(before[max(0, found[-1].start() - 2) : found[-1].start()])
        else None
    )


def objects(view: View, clause: Clause) -> set[str]:
    """The names that a clause compares with: they are not what the next clause goes on about."""
    pattern = view.pattern
    found = set()
    for match in pattern.finditer(clause.text) if pattern is not None else ():
        before, after = clause.text[: match.start()], clause.text[match.end() :]
        than = THAN.search(before)
        if (
            (than is not None and than.end() == len(before))
            or _last(before)
            or (before.endswith(_IS) and "的" in after)
        ):
            found.add(view.line_of(match[0]))
    return found
