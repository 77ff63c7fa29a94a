"""A day of the week against its date: 2024年6月18日（星期二）, Tuesday, 18 June 2024."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "weekdays"
_ZH: Final = "一二三四五六日"
_EN: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMES: Final = "|".join(_EN)
_BEHIND: Final = re.compile(
    r"[ ]?(?:[（(，,][ ]?)?(?:(?:星期|礼拜|周)(?P<zh>[一二三四五六日天])(?=[）)，,。；：: 上下中晚早夜]|$)"
    rf"|(?:a )?(?P<en>{_NAMES})\b)",
    re.I,
)  # fmt: skip
_AHEAD: Final = re.compile(
    rf"(?:(?:星期|礼拜|周)(?P<zh>[一二三四五六日天])[（(]|\b(?P<en>{_NAMES}),? (?:the )?)$", re.I
)
WRONG = Text("{0}是{1}，不是文中的{2}。", "{0} is a {1}, not a {2} as the text says.")


@check(KEY, "星期", "days of the week", "prose", needs={"prose": ("date", "周期拜 latin")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold a day of the week beside a full date against the calendar."""
    for figure in piece.figures:
        period = figure.period
        if not figure.is_date or period is None or period.start is None or period.start != period.end:
            continue
        if "→" in period.text or not _complete(piece, figure):
            continue
        begin, end = figure.anchor.start - piece.start, figure.anchor.end - piece.start
        told = _BEHIND.match(piece.text, end) or _AHEAD.search(piece.text[max(0, begin - 14) : begin])
        if told is None:
            continue
        said = _EN.index(told["en"].lower()) if told["en"] else _ZH.index(told["zh"].replace("天", "日"))
        own = period.start.weekday()
        written = formula("{}: {}", say.day(period.start), _name(own))
        if said == own:
            yield say.passed(KEY, (figure,), written)
        else:
            words = WRONG.format(bare(figure), _name(own), quote(_name(said)))
            yield say.finding(KEY, "inconsistent", (figure,), written, words)


def _name(day: int) -> Text:
    return Text(f"星期{_ZH[day]}", _EN[day].capitalize())


def _complete(piece: Prose, figure: Figure) -> bool:
    """Whether the text gives the year itself, here or earlier in the line: one that was guessed proves nothing."""
    return str(figure.period.start.year) in piece.text[: figure.anchor.end - piece.start] if (
        figure.period is not None and figure.period.start is not None
    ) else False  # fmt: skip
