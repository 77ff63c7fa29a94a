"""A year in brackets behind the words that count it from another: 2017年…，次年（2018年）."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Prose
from desktop.core.text import Text

KEY: Final = "years_on"
_YEAR: Final = re.compile(r"\d{4}")
_YEARS_ON: Final = re.compile(
    r"(?P<base>(?:19|20)\d\d)年[^。！？\n]{0,40}?(?P<word>次年|翌年|转年|来年|第二年|隔年|前一年|上一年"
    r"|第三年)(?:[（(，,]|即|也就是)+(?P<year>(?:19|20)\d\d)(?=年|[）)])"
)
_WORDS: Final = re.compile(r"[次翌转来隔]年|第[二三]年|[前上]一年")
_ON: Final = {"第三年": (2, 3), "隔年": (1, 2), "前一年": (-1, -1), "上一年": (-1, -1)}
YEAR_ON = Text(
    "{0}年的“{2}”是{3}年，不是文中的{1}年。",
    "The text calls {1} “{2}” of {0}, which is {3}.",
)


@check(
    KEY,
    "次年与所注年份",
    "the year after another",
    "prose",
    needs={"prose": ("date", "（(即，,", "次翌转来隔第前上")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold the year in brackets against the one it is counted from."""
    for match in _YEARS_ON.finditer(piece.text) if _WORDS.search(piece.text) else ():
        base, year, word = int(match["base"]), int(match["year"]), match["word"]
        steps = _ON.get(word, (1, 1))
        begin = piece.start + match.start("year")
        own = [f for f in piece.figures if f.is_date and f.anchor.start == begin]
        if not own or _YEAR.search(match[0][4 : match.start("word") - match.start()]):
            continue
        written = formula("{} − {} = {}", str(year), str(base), str(year - base))
        if steps[0] <= year - base <= steps[1]:
            yield say.passed(KEY, own, written)
        else:
            said = YEAR_ON.format(base, year, word, base + steps[0])
            yield say.finding(KEY, "inconsistent", own, written, said, "year_on")
