"""A text that items point into."""

from __future__ import annotations

from desktop.core.hashes import sha256_of
from desktop.core.text import Text
from desktop.core.value import value


@value
class Original:
    """The article that a digest tells in other words: name, sha256 of the file, length in code points."""

    article: str
    sha256: str
    chars: int


@value
class Source:
    """A text with its canonical form (no BOM, LF) and the sha256 of that form encoded as UTF-8."""

    id: str
    kind: str
    title: Text
    path: str
    sha256: str
    text: str
    date: str = ""
    original: Original | None = None


def canonical(text: str) -> str:
    """Return the canonical form of a decoded text: no BOM, LF line ends, nothing else changed."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def digest_of(text: str) -> str:
    """Return the sha256 of a text encoded as UTF-8, in hexadecimal."""
    return sha256_of(text.encode("utf-8"))
