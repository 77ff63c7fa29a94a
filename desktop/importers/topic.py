"""What the article is about, as far as its title and its own words say."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from desktop.importers.blocks import Block

_QUESTION: Final = re.compile(r"为什么|为何|为啥|何以|怎么|如何|是什么|原因|的背后|背后|何去何从|何故|成因|因何|遭遇|消失|集体|下滑|下降|缘何")
_LETTERS: Final = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·]{2,16}")


class Topic(NamedTuple):
    """The subject of the title, and the names that its tables compare."""

    name: str | None
    names: tuple[str, ...] = ()


def find(text: str, blocks: list[Block]) -> Topic:
    """Return the subject before the question of the title, in the form that the body uses most."""
    return Topic(None)
