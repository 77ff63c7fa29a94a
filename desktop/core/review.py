"""What an import is unsure of, what it left over, and what a person made of it."""

from __future__ import annotations

from desktop.core.span import Anchor
from desktop.core.text import Text
from desktop.core.value import value

STATUSES: dict[str, Text] = {
    "open": Text("存疑", "doubtful"),
    "automatic": Text("自动", "automatic"),
    "accepted": Text("已接受", "accepted"),
    "corrected": Text("已更正", "corrected"),
    "added": Text("人工添加", "added by hand"),
}
DECIDED = ("accepted", "corrected", "added")  # what a person said, which no re-import overwrites


@value
class Doubt:
    """Why a reading of an item may be wrong; ``weight`` is 0 (hardly) to 1 (as likely as not)."""

    item: str
    code: str
    weight: float
    why: Text


@value
class Leftover:
    """A number that stands in the text and that no item covers; ``why`` is what it was taken for."""

    anchor: Anchor
    why: Text


@value
class Review:
    """The status that an item was given: a key of ``STATUSES`` other than "open"; ``at`` is an ISO time or empty."""

    item: str
    status: str
    at: str = ""
    by: str = ""
    reason: str = ""


@value
class Ruling:
    """What a person says of a finding: "accepted" or "disputed". ``about`` tells the numbers that it was said of.

    A finding of the same id over other numbers is another matter, which the ruling does not cover.
    """

    finding: str
    status: str
    about: str = ""
    at: str = ""
    by: str = ""
    reason: str = ""
