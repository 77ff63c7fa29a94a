"""Which product belongs to whom, as the text itself says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.core.dossier import Dossier

_NAME: Final = r"[\u4e00-\u9fffA-Za-z0-9]"
_AS: Final = re.compile(
    rf"(?P<part>{_NAME}{{2,12}}?)(?:作为|是|被(?:称作|介绍为)|系|为)(?P<whole>{_NAME}{{2,10}}?(?:银行|公司|集团|科技|腾讯|阿里|平台))"
    r"(?:早期|最早|近年|最新)?(?:旗下|推出|发行|运营|开发|的)[^。，,；]{0,14}?(?:产品|业务|服务|品牌|平台|贷款|应用)"
)
_WHOSE: Final = re.compile(
    r"(?:银行|公司|集团|科技|腾讯|阿里|平台)(?:早期|最早|近年|最新)?(?:旗下|推出|发行|运营|开发|的)"
)
_AHEAD, _BEHIND = (
    26,
    18,
)  # characters of such words that may stand before the owner's last, and behind what follows it
_PAIRS: Final = 20  # of them, and the first characters of a text, where such things are said
_OPENING: Final = 6000


def owners(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """Return (product, owner) pairs from the beginning of each source."""
    found: list[tuple[str, str]] = []
    for source in dossier.sources:
        for match in _found(source.text[:_OPENING]):
            part = match["part"]
            product = dossier.product.zh
            if product and product in part:
                part = product
            found.append((part, match["whole"]))
    return tuple(dict.fromkeys(found))[:_PAIRS]


def _found(text: str) -> Iterator[re.Match[str]]:
    """All matches, looked for only around the words that each of them has."""
    end = 0
    for near in _near(text):
        for match in _AS.finditer(text, max(end, near[0]), near[1]):
            end = match.end()
            yield match


def _near(text: str) -> Iterator[tuple[int, int]]:
    """The stretches around those words, joined where they meet."""
    begin, end = 0, 0
    for match in _WHOSE.finditer(text):
        first, last = max(0, match.start() - _AHEAD), match.end() + _BEHIND
        if end and first > end:
            yield begin, end
            begin = first
        elif not end:
            begin = first
        end = last
    if end:
        yield begin, end
