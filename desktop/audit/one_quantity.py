"""Whether two statements of one text are likely to be about the same quantity, by the words around them."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.interval import value_of
from desktop.audit.keys import english
from desktop.audit.reading import Reading
from desktop.core.figure import Figure

_NAME: Final = 4  # characters from which on a name is one of something in particular
_WORDS: Final = 4  # pairs of characters, or half as many English words
_OWN: Final = re.compile(r"[。！？；;\n|]|[.!?]\s")
_SPREAD: Final = re.compile(
    r"\s*(?:不等|不一|之间|区间|(?:元|人|家|个)?(?:的)?(?:区间|范围|幅度)|的?都有|均有)"
)
_WHAT_OF: Final = re.compile(r"(?:只有|仅有|是|为|相当于|等于|不到|只及|仅及)[^，,。；]{0,12}$")
_SUCH_PART: Final = re.compile(
    r"的(?:约|近)?(?:\d+(?:\.\d+)?(?:%|倍|成)|[一二三四五六七八九十]+(?:成|倍|分之)|一半|两倍)"
)


def no_two_values(gap: str, tail: str) -> bool:
    """Whether two amounts are a spread, or the one is told as a part of the other: 只有上年6亿元的四分之一."""
    return _SPREAD.match(tail) is not None or (
        _SUCH_PART.match(tail) is not None and _WHAT_OF.search(gap) is not None
    )


def comparable(one: Figure, other: Figure) -> bool:
    """Whether both are read without doubt, and both of a whole or both of a part (其中)."""
    return not (_numbered(one) or _numbered(other)) and _part(one) == _part(other)


def alike_in_words(one: Figure, other: Figure) -> bool:
    """Whether a name is particular and the words around two figures agree: what undated figures need."""
    return _specific(other) and _words_shared(one, other)


def told_again(reading: Reading, one: Figure, other: Figure) -> bool:
    """Whether a headline and its first sentence tell one value of one time: 2月末…, 2026年2月末…."""
    if value_of(one) != value_of(other):
        return False
    times = [
        [d.anchor.quote for d in reading.sentence.dates if d.anchor.end <= f.anchor.start]
        for f in (one, other)
    ]
    return bool(times[0]) and times[1][-1].endswith(times[0][-1]) and len(times[1]) > len(times[0])


def _part(figure: Figure) -> bool:
    """Whether it is told as a part of what was told before: 其中，出口2528亿元."""
    *_, own = re.split(r"[。！？\n]", figure.anchor.prefix)
    return "其中" in own


def _numbered(figure: Figure) -> bool:
    """Whether a number may begin with that of its line: 8.18项举措."""
    line = figure.anchor.prefix.rpartition("\n")
    return (
        not figure.table
        and not line[2].strip(" （(")
        and re.match(r"\d{1,2}\.\d", figure.anchor.quote) is not None
    )


def _specific(figure: Figure) -> bool:
    """Whether a name says by itself what is counted: "fans" of nobody at no time may be anybody's."""
    name = figure.indicator.zh
    return len(name) >= _NAME and not name.isascii()


def _words_shared(one: Figure, other: Figure) -> bool:
    """Whether the sentences of two figures agree in words besides the name: two accidents both tell of 死亡."""
    if one.table or other.table:
        return True
    left, right = (_around(f) for f in (one, other))
    return len(left & right) >= min(_WORDS, max(2, len(left) // 2), max(2, len(right) // 2))


def _around(figure: Figure) -> set[str]:
    """The pairs of Chinese characters and the English words of a figure's sentence, without those of its name."""
    text = _OWN.split(figure.anchor.prefix)[-1] + " " + _OWN.split(figure.anchor.suffix)[0]
    named = figure.indicator.zh.lower()
    words = {w for w in english(text) if w not in named}
    for run in re.findall(r"[\u4e00-\u9fff]+", text):
        words |= {run[i : i + 2] for i in range(len(run) - 1) if run[i : i + 2] not in named}
    return words
