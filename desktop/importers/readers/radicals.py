"""Radicals back into the characters that they look like: PDFs name them so, and no search would find the word."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

# Unicode says of the Kangxi radicals which character each stands for; of these simplified forms it does not.
_SIMPLIFIED: Final = dict(
    zip(
        "⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻥⻦⻩⻬⻮⻰⻳",
        "民西见角贝车长门青页风飞食马鱼鸟黄齐齿龙龟",
        strict=True,
    )
)


@cache
def characters() -> dict[int, str]:
    """Return a table for ``str.translate``; every radical becomes one character, so that spans stay."""
    found = {ord(radical): character for radical, character in _SIMPLIFIED.items()}
    for point in range(0x2E80, 0x2FD6):
        plain = unicodedata.normalize("NFKC", chr(point))
        if len(plain) == 1 and plain != chr(point):
            found[point] = plain
    return found
