"""Pages saved as one file (.mht, .mhtml): the page inside is read, its pictures are left."""

from __future__ import annotations

import re
from typing import Final

from desktop.core.errors import UserError
from desktop.core.progress import Progress
from desktop.core.text import Text
from desktop.importers.formats.page import read as read_page
from desktop.importers.reading import READERS, Reader, Reading

_HEADERS: Final = re.compile(rb"\s*(?:[\w-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}", re.I)
_MARK: Final = re.compile(rb"^(?:mime-version:|content-type:\s*multipart/related)", re.I | re.M)


def claims(_suffix: str, data: bytes) -> bool:
    """Whether bytes begin with the headers of a MIME message."""
    head = data[:4096]
    return _HEADERS.match(head) is not None and _MARK.search(head) is not None


def read(name: str, data: bytes, progress: Progress) -> Reading:
    """Read the largest page inside."""
    from email import message_from_bytes

    message = message_from_bytes(data)
    pages: list[bytes] = []
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                charset = part.get_content_charset()
                # the header knows the charset better than the page, which a browser may have rewritten
                pages.append(f'<meta charset="{charset}">'.encode() + content if charset else content)
    if not pages:
        raise UserError(
            Text("“{}”里没有网页。", "There is no page in {}.").format(name),
            Text("请在浏览器里重新保存该网页。", "Save the page again in a browser."),
        )
    return read_page(name, max(pages, key=len), progress)


READERS.add(
    "mhtml", Reader(Text("单个文件网页", "Web page, single file"), 20, (".mht", ".mhtml"), claims, read)
)
