"""What a form is: fields that hold words, and a reading of them that says what is wrong beside each field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from desktop.core.dossier import Item
from desktop.core.text import Text, same

Words = dict[str, str]


class FormField(NamedTuple):
    """One field. With ``choices`` (code, name) it offers those; ``free`` ones may also be searched and typed."""

    key: str
    label: Text
    choices: tuple[tuple[str, Text], ...] = ()
    free: bool = False
    hint: Text = same("")
    half: bool = False  # two such fields share a line
    long: bool = False  # of several lines
    several: bool = False  # of its choices, with a semicolon between


class Outcome(NamedTuple):
    """What the words make: the item, or for each field that cannot be read one sentence."""

    item: Item | None
    problems: dict[str, Text]


class Form(NamedTuple):
    """``words`` gives the words of an item, ``read`` the item of an outcome, from the item before and the words."""

    fields: tuple[FormField, ...]
    words: Callable[[Any], Words]
    read: Callable[[Any, Words], Outcome]


def retold(before: Text, words: str) -> Text:
    """Return a text whose Chinese was corrected; an English one that only repeated it follows."""
    words = words.strip()
    if words == before.zh:
        return before
    return Text(words, words)


def choices(names: dict[str, Text]) -> tuple[tuple[str, Text], ...]:
    """Return a table of names as choices."""
    return tuple(names.items())
