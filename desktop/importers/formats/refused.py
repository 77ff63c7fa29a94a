"""Files of other programs: each gets a sentence that says what it is and what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from desktop.core.errors import UserError
from desktop.core.progress import Progress
from desktop.core.text import Text
from desktop.importers.reading import READERS, Reader, Reading, suffix_of

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SUPPORTED: Final = Text(
    "可以读取的有：纯文本、Markdown、HTML、DOCX 和带文字的 PDF。",
    "Guiyin reads plain text, Markdown, HTML, DOCX, and PDF with text.",
)
_SAVE_AS: Final = Text(
    "请用原来的软件打开并另存为 DOCX 或 PDF 后再导入。",
    "Open it in its own program, save it as DOCX or PDF, and import that.",
)


def _starts(*marks: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(marks)


def _zip_with(*words: bytes) -> Callable[[bytes], bool]:
    return lambda data: (
        data.startswith(b"PK\x03\x04") and any(w in data[:4096] or w in data[-65536:] for w in words)
    )


def _ole_with(name: str) -> Callable[[bytes], bool]:
    wanted = name.encode("utf-16-le")
    return lambda data: data.startswith(_OLE) and wanted in data


def _riff(kind: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(b"RIFF") and data[8:12] == kind


_PICTURE: Final = Text("一张图片", "a picture")
# what the bytes say, in order of trial, and the name of it
_KINDS: Final[tuple[tuple[Callable[[bytes], bool], Text], ...]] = (
    (_starts(b"{\\rtf"), Text("RTF 文档", "an RTF document")),
    (_starts(b"%!PS"), Text("PostScript 文件", "a PostScript file")),
    (_zip_with(b"vnd.oasis.opendocument"), Text("OpenDocument 文档", "an OpenDocument file")),
    (_zip_with(b"application/epub"), Text("EPUB 电子书", "an EPUB book")),
    (_zip_with(b"Index/Document.iwa", b"Index/Tables/", b"Index.zip"), Text("苹果 iWork 文档", "an iWork document")),
    (_zip_with(b"xl/"), Text("Excel 表格", "an Excel workbook")),
    (_zip_with(b"ppt/"), Text("PowerPoint 演示文稿", "a PowerPoint file")),
    (_ole_with("Workbook"), Text("旧版 Excel 表格", "an old Excel workbook")),
    (_ole_with("PowerPoint Document"), Text("旧版 PowerPoint 演示文稿", "an old PowerPoint file")),
    (_starts(_OLE), Text("旧版 Office 或 WPS 文档", "an old Office or WPS document")),
    (_starts(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"\0\0\1\0"), _PICTURE),
    (lambda data: data[:2] == b"BM" and data[6:10] == bytes(4), _PICTURE),  # a text may begin with BMW
    (_riff(b"WEBP"), _PICTURE),
    (lambda data: data[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif"), _PICTURE),
    (_starts(b"PK\x03\x04", b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ"),
     Text("压缩包", "an archive")),
    (_starts(b"MZ", b"\x7fELF", b"SQLite format 3"), Text("程序或数据库文件", "a program or a database")),
    (_starts(b"ID3", b"OggS", b"RIFF"), Text("音频或视频", "a sound or a film")),
    (lambda data: data[4:8] == b"ftyp", Text("音频或视频", "a sound or a film")),
)  # fmt: skip
_BY_NAME: Final = {
    ".wps": Text("WPS 文档", "a WPS document"),
    ".pages": Text("苹果 Pages 文档", "a Pages document"),
}


def what(name: str, data: bytes) -> Text | None:
    """Return what a file is, when it is nothing that can be read."""
    for matches, kind in _KINDS:
        if matches(data):
            return _BY_NAME.get(suffix_of(name), kind) if kind.zh.endswith(("文档", "压缩包")) else kind
    return None


def _refuse(name: str, data: bytes, _progress: Progress) -> Reading:
    kind = what(name, data)
    assert kind is not None
    hint = _SUPPORTED
    if kind.zh == "压缩包":
        hint = Text("请先解压，再导入里面的文章。", "Unpack it and import the articles inside.")
    elif kind is _PICTURE:
        hint = Text(
            "请先用文字识别软件把它转成文本或 DOCX。",
            "Turn it into text or DOCX with text recognition first.",
        )
    elif "文档" in kind.zh:
        hint = Text("", " ").join((_SUPPORTED, _SAVE_AS))
    kind = Text(f" {kind.zh}" if kind.zh[0].isascii() else kind.zh, kind.en)
    raise UserError(Text("“{}”是{}，无法读取。", "{} is {}, which cannot be read.").format(name, kind), hint)


def _locked(name: str, _data: bytes, _progress: Progress) -> Reading:
    raise UserError(
        Text("“{}”有密码保护，无法读取。", "{} is protected by a password and cannot be read.").format(name),
        Text(
            "请用 Word 打开，在“文件 → 信息 → 保护文档”里去掉密码后另存。",
            "Open it in Word, remove the password under File, Info, Protect Document, and save it.",
        ),
    )


def _old(name: str, _data: bytes, _progress: Progress) -> Reading:
    raise UserError(
        Text("“{}”是旧版 Word 格式（.doc），无法读取。", "{} is in the old Word format (.doc).").format(name),
        Text("请用 Word 或 WPS 打开并另存为 DOCX。", "Open it in Word or WPS and save it as DOCX."),
    )


def _add(key: str, order: int, claims: Callable[[bytes], bool], read: Callable[..., Reading]) -> None:
    READERS.add(
        key, Reader(Text("无法读取", "Cannot be read"), order, (), lambda _suffix, data: claims(data), read)
    )


_add("locked docx", 12, _ole_with("EncryptedPackage"), _locked)
_add("doc", 13, _ole_with("WordDocument"), _old)
_add("refused", 40, lambda data: what("", data) is not None, _refuse)
