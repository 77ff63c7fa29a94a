"""A value that something fell to, as a mere bound and without the value it came from; a rank kept since no time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.keys import alike
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.stated_change import is_change
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "missing_start"
_FALLS: Final = re.compile(
    r"跌破|跌至|降[至到为]|下降[至到为]|下滑[至到]|滑落[至到]|缩减[至到为]|"
    r"回落[至到]|减少[至到为]|fell (?:to|below)|dropped (?:to|below)",
    re.I,
)
_IF: Final = re.compile(
    r"除非|如果|若|只要|即使|将|会|拟|计划|目标|力争|预计|要求|建议|希望|可以|能|until|unless|if|will|plan|target",
    re.I,
)
# A rank, or a value, that is said to be what it was before; from when on, or for how long, makes it checkable.
_KEEPS: Final = re.compile(
    r"(?:保持|维持|[仍稳]居|仍[列排]|蝉联|(?:仍然?|继续|依然|依旧)位[居列])(?:在|着|了|于)?$"
)
_STAYS: Final = re.compile(r"(?:仍然?|继续|依然|依旧)(?:保持|维持)(?:在|着|了|于)?$")
_HOLDS: Final = re.compile(r"保持|维持|[仍稳]居|仍[列排位]|蝉联|[续然旧直]位")
_SINCE: Final = re.compile(
    r"连续|连年|多年|历年|以来|至今|始终|一直|自(?:19|20)?\d\d|[较比与](?:上年|去年|上一|同期|此前)|持平|不变|since"
)
_SHORT: Final = re.compile(r"跌破|不足|不到|低于|近|仅|below|under|less than|nearly", re.I)
SAID = Text(
    "{0}只写了降到的数（{1}），没有写从多少、从何时降下来，降幅无从核对。",
    "{0}: only what it fell to is stated ({1}), not from what or since when, so the fall cannot be checked.",
)
KEPT = Text(
    "{0}写作{1}{2}，文中只有这一个时点，没有写此前的数，是否{1}无从核对。",
    "{0}: {2} is said to be what it was before ({1}), but the text gives this one moment only, not what it was "
    "earlier, so that cannot be checked.",
)


@check(KEY, "变化的前值", "the value before", "prose", needs={"prose": ("跌降滑缩落减持居列排联 latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Look for falls to a bound, and for ranks that were kept, that nothing in the paragraph lets one measure."""
    if _HOLDS.search(piece.text):
        yield from _kept(piece)
    if not _FALLS.search(piece.text):
        return
    paired = {f.id for m in piece.moves for f in (m.before, m.after)}
    for sentence in piece.sentences:
        for figure in sentence.amounts:
            if (
                not _SHORT.search(figure.anchor.quote)
                or figure.role not in ("level", "ratio")
                or figure.id in paired
            ):
                continue
            lead = sentence.lead(figure)
            if not _FALLS.search(lead[-8:] + figure.anchor.quote) or figure.change_from or _IF.search(lead):
                continue
            if not _measured(piece, sentence, figure):
                said = SAID.format(say.title(figure), stated(figure))
                yield say.on_section(KEY, "ambiguous", (figure,), said)


def _kept(piece: Prose) -> Iterable[Result]:
    for sentence in piece.sentences:
        if _SINCE.search(sentence.text):
            continue
        for figure in sentence.amounts:
            at = (
                figure.anchor.start
                - sentence.start
                + len(figure.anchor.quote.partition(figure.as_printed)[0])
            )
            words = sentence.text[max(0, at - 8) : at]
            match = _KEEPS.search(words) if figure.role == "rank" else None
            if figure.role in ("level", "ratio"):
                match = _STAYS.search(words)
            if match is not None and not _elsewhere(piece, figure):
                said = KEPT.format(say.title(figure), quote(match[0]), stated(figure))
                yield say.on_section(KEY, "ambiguous", (figure,), said, "kept")


def _elsewhere(piece: Prose, figure: Figure) -> bool:
    """Whether the paragraph has another value of the same thing."""
    return any(
        f is not figure and not f.is_date
        and f.indicator.zh == figure.indicator.zh and f.entity.zh == figure.entity.zh
        for f in piece.figures
    )  # fmt: skip


def _measured(piece: Prose, sentence: Sentence, figure: Figure) -> bool:
    """Whether the paragraph has the change, or another value of the same thing."""
    if any(
        is_change(sentence, f) and alike(f.indicator.zh, figure.indicator.zh)
        for f in sentence.amounts
        if f is not figure
    ):
        return True
    return _elsewhere(piece, figure)
