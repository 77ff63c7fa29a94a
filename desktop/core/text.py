"""A text in the two languages of the application, written side by side where it is used.

Two languages need no catalogue: a missing translation is a missing argument, and data from the
dossiers (which carry both) and texts of the window are one type.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Language = Literal["zh", "en"]


class Text(NamedTuple):
    """The same text in Chinese and in English."""

    zh: str
    en: str

    def __call__(self, language: Language) -> str:
        """Return this text in one language."""
        return self.zh if language == "zh" else self.en

    def format(self, *args: object, **named: object) -> Text:
        """Fill both texts; an argument that is a Text goes in in the matching language."""
        if named:
            return Text(_fill(self.zh, "zh", args, named), _fill(self.en, "en", args, named))
        left = [a.zh if isinstance(a, Text) else a for a in args]
        right = [a.en if isinstance(a, Text) else a for a in args]
        zh = self.zh.format(*left)
        return Text(zh, zh if self.zh == self.en and left == right else self.en.format(*right))

    def opening(self) -> Text:
        """Return this text as it begins a line: the English one with a capital."""
        return Text(self.zh, self.en[:1].upper() + self.en[1:])

    def join(self, parts: Iterable[Text]) -> Text:
        """Join the parts that say something, with this text between them."""
        said = [part for part in parts if part.zh or part.en]
        return Text(self.zh.join(p.zh for p in said), self.en.join(p.en for p in said))


def same(text: str) -> Text:
    """A text that reads alike in both languages (a number, a code, a name)."""
    return Text(text, text)


NOTHING = same("")
DOT = same(" · ")
COMMA, LIST_COMMA, SEMICOLON = Text("，", ", "), Text("、", ", "), Text("；", "; ")


def _fill(pattern: str, language: Language, args: tuple[object, ...], named: dict[str, object]) -> str:
    at = 0 if language == "zh" else 1
    one = [a[at] if isinstance(a, Text) else a for a in args]
    return pattern.format(*one, **{k: v[at] if isinstance(v, Text) else v for k, v in named.items()})
