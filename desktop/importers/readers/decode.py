"""Bytes of a text file into characters: byte order marks, UTF-8, GB18030, and a guess for the rest."""

from __future__ import annotations

import re
from codecs import (
    BOM_UTF8,
    BOM_UTF16_BE,
    BOM_UTF16_LE,
    BOM_UTF32_BE,
    BOM_UTF32_LE,
    getincrementaldecoder,
    lookup,
)
from typing import Final

from desktop.core.errors import UserError
from desktop.core.text import Text

# the four-byte marks first: that of UTF-32 begins with that of UTF-16
_MARKS: Final = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 1 << 16
_CONTROL: Final = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd\ufffe\uffff\ue000-\uf8ff]")
_USUAL: Final = re.compile("[\t\n\r -~\u00a0-\u00ff\u2010-\u2044\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
_FEW: Final = 0.005  # as much of a text may be damaged; more, and it is no text
# charsets that pages declare, and the larger ones that browsers read in their place
_WIDER: Final = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso8859-1": "cp1252"}
_CHARSET: Final = re.compile(r"utf-(?:8|16|32)|ascii|gb|hz|big5|cp\d|iso8859|shift|euc|koi8|mac|johab")

Decoded = tuple[str, str, tuple[Text, ...]]


def decode(name: str, data: bytes, declared: str = "") -> Decoded:
    """Return text without byte order mark, encoding, and notices; UserError when the bytes are no text.

    ``declared`` is what the file says of itself (a page's charset); it is believed where it holds.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(name, data[len(mark) :], encoding)
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        wide = _without_mark(sample)
        if wide:
            return _lenient(name, data, wide)
    if _reads(data, "utf-8"):
        return _lenient(name, data, "utf-8")
    if declared:
        encoding = _wider(declared)
        if encoding and _reads(data, encoding):
            return _lenient(name, data, encoding)
    return _lenient(name, data, _guess(data))


def _wider(declared: str) -> str:
    try:
        known = lookup(declared.strip()).name
    except (LookupError, ValueError):
        return ""
    return _WIDER.get(known, known) if _CHARSET.match(known) else ""  # no base64, no utf-7


def _reads(data: bytes, encoding: str) -> bool:
    """Whether the start of the data is text in an encoding; a sample may end inside a character."""
    decoder = getincrementaldecoder(encoding)("strict")
    try:
        decoder.decode(data[:_SAMPLE])
    except (UnicodeError, LookupError):
        return False
    return True


def _lenient(name: str, data: bytes, encoding: str) -> Decoded:
    """Decode all of it; a few places that cannot be read become U+FFFD and a notice."""
    try:
        text, damaged = data.decode(encoding), 0
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        damaged = text.count("\ufffd")
    sample = text[:_SAMPLE]
    if damaged > _FEW * len(text) + 2 or len(_CONTROL.findall(sample)) > _FEW * len(sample) + 2:
        raise UserError(
            Text("“{}”看起来不是文本文件。", "{} does not look like a text file.").format(name),
            Text(
                "可以读取的有：纯文本、Markdown、HTML、DOCX 和带文字的 PDF。",
                "Guiyin reads plain text, Markdown, HTML, DOCX, and PDF with text.",
            ),
        )
    notices: tuple[Text, ...] = ()
    if damaged:
        notices = (
            Text(
                "有 {} 处字节无法按 {} 解读，显示为“\ufffd”，请对照原件。",
                "{} places could not be read as {} and show as “\ufffd”; compare them with the original.",
            ).format(damaged, encoding),
        )
    return text.removeprefix("\ufeff"), encoding, notices


def _without_mark(sample: bytes) -> str:
    """Return the wide encoding in which a sample without byte order mark is plausible text, or ""."""
    best, most = "", 0.9
    for encoding, width in (("utf-16-le", 2), ("utf-16-be", 2), ("utf-32-le", 4), ("utf-32-be", 4)):
        text = sample[: len(sample) // width * width].decode(encoding, "replace")
        share = len(_USUAL.findall(text)) / len(text) if text else 0
        if share > most:
            best, most = encoding, share
    return best


def _guess(data: bytes) -> str:
    """Return the encoding of a text that is not in Unicode."""
    sample = data[:_SAMPLE]
    text = sample.decode("gb18030", "replace")
    wide = [c for c in text if c > "\x7f"]
    common = len("".join(wide).encode("gb2312", "ignore")) / 2
    if common >= 0.95 * len(wide):  # the everyday characters: nothing but Chinese text looks like this
        return "gb18030"
    from charset_normalizer import from_bytes

    found = from_bytes(sample, steps=5, chunk_size=512).best()
    return _WIDER.get(found.encoding.replace("_", "-"), found.encoding) if found else "gb18030"
