"""A file in, its text and blocks out: what every format becomes before anything is looked for in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from desktop.core.errors import UserError
from desktop.core.progress import NoProgress, Progress
from desktop.core.registry import Registry, discover
from desktop.core.source import canonical
from desktop.core.text import Text
from desktop.core.value import value
from desktop.importers.blocks import Block
from desktop.importers.extract import extract_blocks, stream_blocks
from desktop.importers.fold import Folded, fold
from desktop.importers.items import Item
from desktop.importers.readers.offsets import into, out_of
from desktop.importers.readers.several import may_hold_several, parts_of, within
from desktop.importers.scan_text import scan
from desktop.importers.themes import THEMES, Lexicon

CLIPBOARD = "clipboard"  # the name and the format of what was copied


@value
class Reading:
    """A file as it was read.

    ``format`` is txt, md, html, docx, pdf or clipboard. ``text`` is what every span counts in, in code points:
    the decoded file for txt and md, for the rest a text with one line a block. ``blocks`` are the blocks that
    the format itself marks (spans of ``text``); None leaves them to the line scanner. ``date`` is "" or ISO.
    """

    name: str
    format: str
    encoding: str
    text: str
    blocks: tuple[Block, ...] | None = None
    title: str = ""
    date: str = ""
    notices: tuple[Text, ...] = ()


@value
class Reader:
    """One format: ``claims`` looks at suffix and bytes, ``read`` makes a Reading or raises UserError.

    Readers are asked by ``order``. ``suffixes`` (with their dot) are for file dialogs.
    """

    name: Text
    order: int
    suffixes: tuple[str, ...]
    claims: Callable[[str, bytes], bool]
    read: Callable[[str, bytes, Progress], Reading]


_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
READERS: Registry[Reader] = Registry("reader")


@cache
def load_readers() -> tuple[Reader, ...]:
    """Return all readers in the order in which they are asked."""
    from desktop.importers import formats

    discover(formats)
    return tuple(sorted(READERS.values(), key=lambda reader: reader.order))


def suffix_of(name: str) -> str:
    """Return the suffix of a file name in lower case with its dot, or ""."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "." + last.rsplit(".", 1)[1].lower() if "." in last else ""


def read(name: str, data: bytes, progress: Progress | None = None) -> Reading:
    """Read a file, by its content first and by its suffix where that says nothing; raises UserError."""
    if not data.removeprefix(b"\xef\xbb\xbf").strip(b"\0\t\n\r "):
        raise UserError(
            Text("“{}”是空的。", "{} is empty.").format(name),
            Text("请选择有内容的文件。", "Choose a file that has content."),
        )
    suffix = suffix_of(name)
    for reader in load_readers():
        if reader.claims(suffix, data):
            return reader.read(name, data, progress or NoProgress())
    raise AssertionError("the reader of plain text takes what is left")


def articles(reading: Reading) -> tuple[Reading, ...]:
    """Return the articles of a file that holds several, or the reading alone; when in doubt it is one."""
    text, blocks = reading.text, reading.blocks
    if blocks is None:
        if not may_hold_several(text):
            return (reading,)
        folded = fold(text)
        blocks = tuple(out_of(folded, scan(folded)))
    spans = parts_of(text, blocks)
    if len(spans) == 1:
        return (reading,)
    found = []
    for n, (start, end) in enumerate(spans, 1):
        own = within(blocks, start, end)
        title = next((b for b in own if b.kind == "title"), None)
        found.append(
            replace(
                reading,
                name=f"{reading.name} ({n})",
                text=text[start:end],
                blocks=None if reading.blocks is None else own,
                title=text[start + title.start : start + title.end] if title else "",
            )
        )
    return tuple(found)


def from_clipboard(text: str, html: str = "") -> Reading:
    """Read what was copied: its markup where that shows structure, else its text; UserError when it is empty."""
    from desktop.importers.formats import page, plain

    if html and page.has_structure(html):
        found = page.of_fragment(CLIPBOARD, html)
        if found is not None:
            return found
    if not text.strip():
        raise UserError(
            Text("剪贴板里没有文字。", "There is no text on the clipboard."),
            Text("请先复制文章，再粘贴。", "Copy an article first, then paste it."),
        )
    if _ADDRESS.fullmatch(text.strip()):
        raise UserError(
            Text(
                "剪贴板里只有一个网址；归因不联网，读不到网页。",
                "The clipboard holds only a web address, and Guiyin opens no connection.",
            ),
            Text(
                "请在浏览器里打开它，复制正文后再粘贴。",
                "Open it in a browser, copy the article, and paste that.",
            ),
        )
    return replace(plain.of_text(CLIPBOARD, canonical(text), ""), format=CLIPBOARD)


def as_decoded(reading: Reading, data: bytes) -> Reading:
    """Return the reading of a text file with the line ends of the file kept, as ``guiyin extract`` counts."""
    if reading.format not in ("txt", "md") or b"\r" not in data:
        return reading
    from desktop.importers.formats import plain
    from desktop.importers.readers.decode import decode

    text, encoding, notices = decode(reading.name, data)
    return plain.of_text(reading.name, text, encoding, notices)


def items_of(reading: Reading, lexicon: Lexicon = THEMES) -> dict[str, Any]:
    """Return ``{chars, title, items}`` of a reading, spans in code points of its text."""
    return extract_blocks(reading.text, *_scanned(reading), lexicon)


def stream_of(reading: Reading, lexicon: Lexicon = THEMES) -> tuple[dict[str, Any], Iterator[Item]]:
    """Return ``{chars, title}`` and the items one by one: a text of 100 MB has more than fit into memory."""
    return stream_blocks(reading.text, *_scanned(reading), lexicon)


def _scanned(reading: Reading) -> tuple[Folded, list[Block]]:
    folded = fold(reading.text)
    return folded, scan(folded) if reading.blocks is None else into(folded, reading.blocks)
