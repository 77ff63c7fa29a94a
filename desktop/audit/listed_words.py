"""How a finding of a table's check speaks of an enumeration in a sentence, which is no table for a reader."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.core.figure import Figure
from desktop.core.text import Text

TOLD: Final = "told:"  # begins the ids of such tables
CALLED: Final = {"CNY": "金额", "USD": "金额", "%": "百分比"}  # where nothing tells what amounts are
ANY: Final = "数目"
_UNNAMED: Final = re.compile("表[中里](?:“(?:金额|百分比|数目)”一[栏列]|这一[栏列])")
_OF: Final = re.compile("的“(?:金额|百分比|数目)”")
_OF_EN: Final = re.compile("“(?:金额|百分比|数目)” of (?=“)")
_MANY: Final = re.compile(r"文中所列各项(?=\d+项)")
_NAMED: Final = re.compile("表[中里]“([^”]+)”一[栏列]")
_TABLE: Final = re.compile("表[中里格]+")
_COLUMN: Final = re.compile("(?:in|of) (?:the|this) column(?: “[^”]*”)?")
_THE: Final = re.compile(r"\b(the|this) (?:table|column(?: “[^”]*”)?)")


def is_enumeration(key: str) -> bool:
    """Whether a sheet, by its key, is one."""
    return key.startswith(f"table:{TOLD}")


def of_enumeration(figures: Iterable[Figure]) -> bool:
    """Whether some of the figures that a finding rests on were read as cells of an enumeration."""
    return any(f.table.startswith(TOLD) for f in figures)


def as_enumeration(said: Text) -> Text:
    """A sentence on a table said of an enumeration."""
    zh = _TABLE.sub(
        "文中所列", _NAMED.sub("文中所列的“\\1”", _UNNAMED.sub("文中所列各项", _OF.sub("", said.zh)))
    )
    en = _THE.sub(r"\1 list", _COLUMN.sub("in the list", _OF_EN.sub("", said.en)))
    return Text(_MANY.sub("文中所列", zh), en)
