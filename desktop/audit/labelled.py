"""A number that is exactly another quantity than the one its label names, and how that was worked out."""

from __future__ import annotations

from typing import Final, NamedTuple

from desktop.audit.passages import Told
from desktop.core.text import Text

EXACT: Final = 1e-6  # of a number


class Labelled(NamedTuple):
    """``label`` is what the text calls a number, ``meant`` what it is, made of one operand or two by a sign."""

    told: Told
    one: Told
    other: Told | None
    sign: str
    label: str
    meant: Text
