"""Plain text and Markdown: what no other reader claims; which of the two it is, the text itself says."""

from __future__ import annotations

from desktop.core.progress import Progress
from desktop.core.source import canonical
from desktop.core.text import Text
from desktop.importers.fold import fold
from desktop.importers.readers import markdown
from desktop.importers.readers.decode import decode
from desktop.importers.readers.offsets import into, out_of
from desktop.importers.reading import READERS, Reader, Reading, suffix_of
from desktop.importers.scan_text import scan

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")


def read(name: str, data: bytes, _progress: Progress) -> Reading:
    """Decode a text and tell whether it is Markdown."""
    text, encoding, notices = decode(name, data)
    return of_text(name, canonical(text), encoding, notices)


def of_text(name: str, text: str, encoding: str, notices: tuple[Text, ...] = ()) -> Reading:
    """Make a reading of a decoded text: Markdown where its marks show structure, else for the line scanner."""
    if not markdown.is_marked(text):
        form = "md" if suffix_of(name) in _MARKDOWN else "txt"
        return Reading(name, form, encoding, text, notices=notices)
    folded = fold(text)
    given = into(folded, markdown.given_blocks(text))
    title, date = markdown.front_matter(text)
    blocks = tuple(out_of(folded, scan(folded, given))) if given else None
    return Reading(name, "md", encoding, text, blocks, title, date, notices)


READERS.add(
    "txt", Reader(Text("纯文本", "Plain text"), 100, (".txt", ".text"), lambda _suffix, _data: True, read)
)
READERS.add(
    "md", Reader(Text("Markdown", "Markdown"), 90, _MARKDOWN, lambda suffix, _data: suffix in _MARKDOWN, read)
)
