"""The very event that a text explains has no date, so nothing tells whether its causes came before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.audit.wording import cited, raised
from desktop.core.text import Text

KEY: Final = "undated"
_ENDS: Final = re.compile(
    r"消失|下架|下线|退场|退市|关停|停运|停办|停产|停刊|停更|停服|关闭|倒闭|"
    r"disappear\w*|shut ?down|discontinued|clos(?:ed|ure)"
)
_GONE: Final = re.compile(rf"{_ENDS.pattern}|没有?了")
_DATED: Final = re.compile(
    r"(?:19|20)\d\d|[一二两三\d]+年前|去年|前年|今年|本月|上月|[一二两三四五六七八九十\d]+月"
)
_CAUSES: Final = 2  # sections with a reason of their own, from which on a text explains something
_DATES: Final = 3  # dates in it, so that an order could be told at all
SAID = Text(
    "文中解释{0}，却没有写明是什么时候的事；所列原因在先还是在后，无从判断。",
    "The text explains {0} without saying when that was, so it cannot be told whether the causes it lists came first.",
)


@check(KEY, "事件时间", "when it happened", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Look for a date in every sentence that tells of the event, before or beside the word for it."""
    dossier = whole.dossier
    product = dossier.product.zh
    if len(dossier.reasons) < _CAUSES or len(product) < 2 or not _GONE.search(dossier.title.zh):
        return
    if sum(f.is_date for f in dossier.figures) < _DATES:
        return
    first = None
    for one in whole.sentences:
        match = _ENDS.search(one.text)
        if match is None or (product not in one.text and "产品" not in one.text):
            continue
        if _DATED.search(one.text[: one.clause(match.start())[1]]):
            return
        first = first or one.passage(match)
    if first is not None:
        said = SAID.format(cited(first))
        yield raised(KEY, "ambiguous", dossier, (first,), said, "event")
