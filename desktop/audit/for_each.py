"""Whether an amount is told for each of something: 票价, 人均, 每10股, 一辆; a price, and of how many things it is."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.lines import behind_last
from desktop.audit.per import Thing, in_things
from desktop.core.figure import Figure
from desktop.core.value import once

_EACH: Final = re.compile(
    r"每(?![年月天日周季期逢当])|(?:^|[^日月年周季])均|[电油水气票定单售房]价|客单|单[店车位笔票桩柜件户台套人次份]|一[张套件个人台本份次间](?=[^，]{0,3}$)|各|[以按](?=[约近]?\d|$)|乘|(?<![\d万亿])(?:吨[水铝钢煤酒纸油粮肉货奶]|度电|百公里)"
    r"|\beach\b|\bper (?!cent)|\ba head\b|apiece"
)
_EACH_MARKS: Final = frozenset("每均价单一各以按乘吨度公e")  # some of which each alternative has
_EACH_BEHIND: Final = re.compile(
    r"(?:/|每|一)[台套件辆座间个人户块张份单吨家头棵盒箱吨次趟]|计|测算|乘|的[\u4e00-\u9fff]{0,2}价"
)
_OPENS_BEHIND: Final = frozenset("/每一计测乘的")  # one of which it begins with
_PRICE: Final = re.compile(r"(?<![涨降提议溢加砍压评代总造身作])价(?![值差])")
_PER_MANY: Final = re.compile(r"每(\d+|[十百千万])")
_MANY: Final = {"十": 10.0, "百": 100.0, "千": 1000.0, "万": 10000.0}
CLAUSE: Final = re.compile(r"[，；;：:。（(）)！？\n]")
BACK: Final = 24  # characters before an amount


def says_each(words: str) -> bool:
    """Whether words tell that an amount is for each of something."""
    return not _EACH_MARKS.isdisjoint(words) and _EACH.search(words) is not None


def each_behind(words: str, at: int = 0) -> bool:
    """Whether words from some place on tell that the amount before them is for each of something."""
    return _EACH_BEHIND.match(words, at) is not None


@once
def is_price(figure: Figure) -> bool:
    """Whether the words around an amount make it what each of something costs, takes or gives."""
    lead = figure.anchor.prefix[-BACK:]
    if not _EACH_MARKS.isdisjoint(lead):  # 价 is one of them, too
        words = behind_last(CLAUSE, lead)
        if says_each(words) or ("价" in words and _PRICE.search(words) is not None):
            return True
    return figure.anchor.suffix[:1] in _OPENS_BEHIND and each_behind(figure.anchor.suffix)


def per_one(count: Figure, thing: Thing | None, words: str) -> float:
    """By what a count is multiplied at a price that is of many things or of another size: 每10股派2.4元."""
    by = in_things(count, thing)
    found = _PER_MANY.search(words) if by == 1 else None
    return by / (_MANY.get(found[1]) or float(found[1])) if found is not None else by
