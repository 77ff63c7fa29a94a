"""Word documents (.docx, .docm, .dotx): headings, numbering, tables, text boxes, footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from desktop.core.errors import UserError
from desktop.core.progress import Progress
from desktop.core.text import Text
from desktop.importers.readers.containers import damaged, opened
from desktop.importers.readers.normal import Writer
from desktop.importers.reading import READERS, Reader, Reading

if TYPE_CHECKING:
    from lxml.etree import _Element

_MARK: Final = b"PK\x03\x04"


def claims(suffix: str, data: bytes) -> bool:
    """Whether bytes are a zip with a Word document, or are called one."""
    return data.startswith(_MARK) and (
        b"word/" in data[:200_000]
        or b"word/" in data[-200_000:]
        or suffix in (".docx", ".docm", ".dotx", ".dotm")
    )


def read(name: str, data: bytes, progress: Progress) -> Reading:
    """Read a document; its text has one line a paragraph, item or row."""
    from desktop.importers.readers.word_styles import Lists, Styles, child, name_of, val
    from desktop.importers.readers.word_text import Body

    opened(name, data).close()
    try:
        parts = _parts(data)
    except Exception as error:  # whatever a library trips over in a package, the package is at fault
        raise damaged(name) from error
    root = parts.get("document")
    body = child(root, "body")
    if body is None:
        raise damaged(name)
    writer = Writer()
    made = Body(writer, Styles(parts.get("styles")), Lists(parts.get("numbering")))
    made.write(body, progress)
    notes: Any = parts.get("footnotes")
    for note in notes if notes is not None else ():
        if name_of(note) == "footnote" and val(note, "type") in ("", "normal"):
            made.write(note, progress)
    text, blocks = writer.finish()
    if not text.strip():
        raise UserError(
            Text("“{}”里没有文字。", "There is no text in {}.").format(name),
            Text(
                "如果正文是图片，请先用文字识别软件转换。",
                "If its pages are pictures, run text recognition first.",
            ),
        )
    title = next((text[b.start : b.end] for b in blocks if b.kind == "title"), "")
    return Reading(name, "docx", "", text, blocks, title)


def _parts(data: bytes) -> dict[str, _Element]:
    """Return the parts that hold text, by the last word of their relation: document, styles, numbering, footnotes."""
    from io import BytesIO

    from docx.opc.package import OpcPackage
    from docx.oxml import parse_xml

    package = OpcPackage.open(BytesIO(data))
    main = next(
        rel.target_part
        for rel in package.rels.values()
        if not rel.is_external and rel.reltype.endswith("/officeDocument")
    )
    parts = {"document": parse_xml(main.blob)}
    for rel in main.rels.values():
        kind = rel.reltype.rsplit("/", 1)[-1]
        if not rel.is_external and kind in ("styles", "numbering", "footnotes"):
            parts[kind] = parse_xml(rel.target_part.blob)
    return parts


READERS.add(
    "docx", Reader(Text("Word 文档", "Word document"), 10, (".docx", ".docm", ".dotx", ".dotm"), claims, read)
)
