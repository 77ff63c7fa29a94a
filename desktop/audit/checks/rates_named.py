"""A rate that a text says has moved, where all it gives are counts without the whole they are of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.core.figure import Figure
from desktop.core.span import Anchor, sentence_at
from desktop.core.text import Text

KEY: Final = "rates_named"
_RATE: Final = re.compile(
    r"率(?<=(?P<thing>[\u4e00-\u9fff]{2})率)(?P<way>(?:的)?(?:持续|不断|大幅|明显|逐年)?"
    r"(?:上升|走高|攀升|升高|提高|增加|激增|居高不下|下降|走低|下滑|降低|恶化))"
)
_NO_COUNT: Final = re.compile(
    r"利率|效率|概率|频率|汇率|税率|费率|功率|增长|回报|收益|收入|成本|毛利|净利|准确|覆盖|渗透|周转|使用|利用"
)
SAID = Text(
    "文中说{0}，正文给出的只有数量（{1}为{2}），没有分母，得不出“率”的变化。",
    "The text says {0}, but gives only a count ({1}: {2}) and nothing it is a share of: no rate follows.",
)


@check(KEY, "率与数量", "rates and counts", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Look for rates that are said to move, and for what the figures have of them."""
    dossier = whole.dossier
    seen = set()
    for source in dossier.sources:
        for match in _RATE.finditer(source.text):
            thing, start = match["thing"], match.start("thing")
            right = sentence_at(source.text, start, match.end())[1]
            if (
                thing in seen
                or _NO_COUNT.search(f"{thing}率")
                or re.search(r"\d", source.text[match.end() : right][:12])
            ):
                continue
            seen.add(thing)
            own = [f for f in dossier.figures if thing in f.indicator.zh and not f.is_date]
            counts = [f for f in own if _is_count(f)]
            if counts and not any(f.unit in ("%", "permille", "pp") and _is_rate(f, thing) for f in own):
                place = Anchor(source.id, start, match.end(), source.text[start : match.end()])
                shown = max(counts, key=lambda f: f.value or 0)
                said = SAID.format(quote(place.quote), say.title(shown), stated(shown))
                yield say.on_section(KEY, "ambiguous", (shown,), said, thing, (place,))


def _is_count(figure: Figure) -> bool:
    return figure.role == "level" and (figure.unit.startswith("count:") or figure.unit == "person")


def _is_rate(figure: Figure, thing: str) -> bool:
    """Whether a percentage is a rate of the thing, rather than the share of one kind among them."""
    return f"{thing}率" in figure.indicator.zh or (figure.role == "level" and "占" not in figure.indicator.zh)
