"""What a form is: fields that hold words, and a reading of them that says what is wrong beside each field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar

from desktop.core.text import NOTHING, Text

Words = dict[str, str]
Made = TypeVar("Made")


class FormField(NamedTuple):
    """One field. With ``choices`` (code, name) it offers those; ``free`` ones may also be searched and typed."""

    key: str
    label: Text
    choices: tuple[tuple[str, Text], ...] = ()
    free: bool = False
    hint: Text = NOTHING
    half: bool = False  # two such fields share a line
    long: bool = False  # of several lines
    several: bool = False  # of its choices, with a semicolon between


class Outcome(NamedTuple, Generic[Made]):
    """What the words make: an item or an entry, or for each field that cannot be read one sentence."""

    made: Made | None
    problems: dict[str, Text]


class Form(NamedTuple):
    """``words`` gives the words of a thing, ``read`` what is made of the thing before and other words."""

    fields: tuple[FormField, ...]
    words: Callable[[Any], Words]
    read: Callable[[Any, Words], Outcome[Any]]


def retold(before: Text, words: str) -> Text:
    """Return a text whose Chinese was corrected; an English one that only repeated it follows."""
    words = words.strip()
    if words == before.zh:
        return before
    return Text(words, words)


def choices(names: dict[str, Text]) -> tuple[tuple[str, Text], ...]:
    """Return a table of names as choices."""
    return tuple(names.items())
