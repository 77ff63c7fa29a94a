"""The number of years behind a list of them: 2021、2022、2023三年合计."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.reading import number as counted
from desktop.audit.scope import Prose
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "year_spans"
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_LIST: Final = re.compile(
    r"(?P<list>(?:(?:19|20)\d\d年?[、和与及])+(?:19|20)\d\d)年?(?:这|连续|共|一共|全部)*"
    r"(?P<n>[一二两三四五六七八九十]{1,3}|\d{1,2})(?:个)?(?:年(?!级|期|制|前|以?后|\d)|财年|年度|年份)"
)
WRONG: Final = Text("{0}是{1}个年份，不是文中的{2}。", "{0} are {1} years, not {2} as the text says.")


@check(
    KEY, "所列年份与年数", "years that are listed", "prose", needs={"prose": ("、和与及", "年", "date year")}
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold a number of years against the years that stand right before it."""
    for match in _LIST.finditer(piece.text):
        begin, end = piece.start + match.start(), piece.start + match.end()
        figures = tuple(f for f in piece.figures if f.anchor.start < end and begin < f.anchor.end)
        many, words = len(_YEAR.findall(match["list"])), match["n"]
        number = int(words) if words.isdecimal() else int(counted(words))
        if not figures or number < 2:
            continue
        written = formula("{} = {}", quote(match["list"]), str(many))
        if number == many:
            yield say.passed(KEY, figures, written)
        else:
            said = WRONG.format(quote(match["list"]), many, quote(piece.text[match.start("n") : match.end()]))
            place = Anchor(figures[0].anchor.source, begin, end, match[0])
            yield say.finding(KEY, "inconsistent", figures, written, said, "stretch", spans=(place,))
