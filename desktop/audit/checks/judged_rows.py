"""What a cell says in words of the two values of its row: 最高可借 | 20万元 | 5万元 | 门槛放宽."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.conclusion_fields import FIELDS
from desktop.audit.conclusion_words import BAD, CONCEPTS, GOOD, NOT
from desktop.audit.interval import digits
from desktop.audit.polarity import better_high
from desktop.audit.sheet import Sheet
from desktop.audit.table_moves import before_and_after
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "judged_rows"
_FOLDS: Final = re.compile(
    r"(?:直接|几乎|近乎|接近)?(?:(?P<up>翻[倍番]|倍增|加倍)|减半|折半|腰斩|砍半|对折)了?"
)
_DIGIT: Final = re.compile(r"\d")
_MOST: Final = 14  # characters of a judgement
SAID: Final = Text(
    "表中{0}一行由{1}到{2}是{3}，同一行却写{4}，方向相反。",
    "In the row {0} of the table {1} to {2} is {3}, and the row says {4}: the opposite direction.",
)
UP, DOWN = Text("上升", "a rise"), Text("下降", "a fall")


@check(
    KEY,
    "表中的评判",
    "words that judge a row",
    "table",
    needs={"table": ("前后新旧原现初当改期版 before after old new 2",)},
)
def run(piece: Sheet, _world: World) -> Iterable[Result]:
    """Hold the words of a row against the way from its one value to the other; never red, for words leave room."""
    for before, after in before_and_after(piece):
        one, other = digits(before), digits(after)
        row = before.row or 0
        if one is None or other is None or one.meets(other) or _windows(piece, before, after):
            continue
        rises = other.low > one.high
        name = f"{piece.label(row)} @{after.unit}"
        for col in piece.cols:
            words = piece.words(row, col).strip()
            folded = _FOLDS.fullmatch(words)
            if not 1 < len(words) <= _MOST or not col or _DIGIT.search(words):
                continue
            if piece.grid.get((row, col)) and folded is None:
                continue  # a change with its size has a check of its own
            said = (folded["up"] is not None) if folded else _says(name, piece.label(row), words)
            if said is None:
                continue
            written = formula("{} → {}", stated(before), stated(after))
            cell = piece.table.rows[row - 1][col].anchor
            if said == rises:
                yield say.passed(KEY, (after, before), written)
            else:
                text = SAID.format(
                    quote(piece.label(row)),
                    stated(before),
                    stated(after),
                    UP if rises else DOWN,
                    quote(words),
                )
                verdict = "inconsistent" if folded else "partly"  # a word of size leaves no room
                yield say.finding(KEY, verdict, (after, before), written, text, "way", spans=(cell,))


def _windows(sheet: Sheet, before: Figure, after: Figure) -> bool:
    """Whether the two count over stretches of time (近6个月≤9次), so that less of one may be more."""
    places = (sheet.words(f.row or 0, f.col or 0) for f in (before, after))
    return any(re.search(r"近|内|每|/", words) for words in places)


def _says(name: str, label: str, words: str) -> bool | None:
    """Whether words say that what a row is called went up; None where they do not say."""
    for concept in (*CONCEPTS, *FIELDS):
        more, less = concept.more.search(words), concept.less.search(words)
        found = more or less
        if found is None or (more and less) or not concept.name.search(name):
            continue
        return None if NOT.search(words[max(0, found.start() - 3) : found.start()]) else more is not None
    good, bad, high = GOOD.search(words), BAD.search(words), better_high(label)
    if high is not None and bool(good) != bool(bad):
        return (good is not None) == high
    way = told(words)
    alone = all(other in label for other in way.others)
    return way.way == "up" if way.way and way.sure and alone else None
