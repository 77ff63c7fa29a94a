"""Zip containers before anything in them is unpacked: which document it is, and how large it would become."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.core.errors import UserError
from desktop.core.text import Text

if TYPE_CHECKING:
    from zipfile import ZipFile

_MOST_ENTRIES: Final = 20_000
_MOST: Final = 400_000_000  # bytes of all entries, pictures too
_MOST_XML: Final = 40_000_000  # a book of a thousand pages
_RATIO: Final = 300  # text in XML packs to a fiftieth or so
_SMALL: Final = 20_000_000


def opened(name: str, data: bytes) -> ZipFile:
    """Open a zip that is not a bomb; UserError when it is one or is damaged."""
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    try:
        container = ZipFile(BytesIO(data))
        entries = container.infolist()
    except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise damaged(name) from error
    unpacked = sum(entry.file_size for entry in entries)
    xml = sum(e.file_size for e in entries if e.filename.endswith((".xml", ".rels")))
    if len(entries) > _MOST_ENTRIES:
        raise damaged(name)
    if unpacked > _MOST or xml > _MOST_XML or (unpacked > _SMALL and unpacked > _RATIO * len(data)):
        raise UserError(
            Text(
                "“{}”解压后约有 {:,} MB，超出安全上限，没有打开。",
                "{} would unpack to about {:,} MB, more than is safe, and was not opened.",
            ).format(name, unpacked // 1_000_000),
            Text(
                "如果确认文件可靠，请在 Word 中另存为新的 DOCX。",
                "If you trust it, save it anew as DOCX in Word.",
            ),
        )
    return container


def damaged(name: str) -> UserError:
    """Return the sentence for a document that cannot be opened."""
    return UserError(
        Text("“{}”已损坏或不完整，无法打开。", "{} is damaged or incomplete and cannot be opened.").format(
            name
        ),
        Text(
            "请重新下载，或用 Word 打开并另存后再试。",
            "Download it again, or open it in Word and save it anew.",
        ),
    )
