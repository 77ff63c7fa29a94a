"""What words alone say of two years of a table: 2022年的收入高于2019年."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, digits
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.series import Series, meant, series_of
from desktop.core.text import Text

KEY: Final = "year_words"
_MAY_ORDER: Final = "高于|低于|超过|多于|少于|大于|小于|不及|不如|高过|低过"
_ORDER_AT_ALL: Final = re.compile(_MAY_ORDER)
_YEAR: Final = r"((?:19|20)\d\d)年(?:末|底)?"
_ORDER: Final = re.compile(
    rf"{_YEAR}的?(?P<name>[^，,。；;：:\d]{{2,12}}?)(?:已经?|明显|显著|略微?|稍|远|大幅|大大|反而|反倒"
    rf"|仍然?|还|依然|首次|要|也|都)*"
    rf"(?P<way>高于|低于|超过了?|多于|少于|大于|小于|不及|不如|高过"
    rf"|低过){_YEAR}(?!的?[\u4e00-\u9fff]{{0,6}}(?:目标|预算|计划))"
)
_OVER: Final = ("高于", "超过", "超过了", "多于", "大于", "高过")
ORDER = Text(
    "文中说{0}，但表中“{5}”{1}年是{3}、{2}年是{4}。",
    "The text says {0}, but the table has “{5}” at {3} in {1} and {4} in {2}.",
)


@check(
    KEY, "历年的说法", "words on the years of a table", "section",
    needs={"section": ("table", _MAY_ORDER)},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold an order of two years that a sentence tells in words against the one series that it names."""
    for start, line in piece.prose_lines:
        said = [*_ORDER.finditer(line)] if _ORDER_AT_ALL.search(line) else []
        if said:
            known = [s for sheet in piece.around(piece.start + start) for s in series_of(sheet)]
            for match in said:
                yield from _order(piece, known, start, match)


def _order(piece: Section, known: list[Series], start: int, match: re.Match[str]) -> Iterator[Result]:
    """2022年的收入高于2019年."""
    own = meant(known, match["name"])
    first, second = int(match[1]), int(match[4])
    one, other = (own[0].of(first), own[0].of(second)) if len(own) == 1 else (None, None)
    if one is None or other is None or not same_dimension(one.unit, other.unit):
        return
    written = formula("{} → {}", bare(other), bare(one))
    if _goes(digits(other), digits(one), up=match["way"] not in _OVER):
        said = ORDER.format(quote(match[0]), first, second, bare(one), bare(other), own[0].name)
        place = piece.anchor(start + match.start(), start + match.end())
        yield say.finding(KEY, "changes_conclusion", (one, other), written, said, "order", spans=(place,))
    else:
        yield say.passed(KEY, (one, other), written)


def _goes(before: Interval | None, after: Interval | None, *, up: bool) -> bool:
    """Whether a value surely went one way, whatever was rounded off."""
    if before is None or after is None:
        return False
    return before.high < after.low if up else after.high < before.low
