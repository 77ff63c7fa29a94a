"""Reading the original article that a reader owns: only the very text that the digest was written from."""

from __future__ import annotations

from pathlib import Path

from desktop.core.errors import UserError
from desktop.core.hashes import sha256_of
from desktop.core.source import Original, canonical, digest_of
from desktop.core.text import Text
from desktop.store.package import read_bytes

ENCODINGS = ("utf-8-sig", "gb18030")


def read_original(path: Path, originals: tuple[Original, ...]) -> tuple[Original, str]:
    """Return the original that a file is, and its canonical text.

    The sha256 is that of the file or of its canonical text as UTF-8, so that another encoding or other
    line ends of the same text do. Raises UserError when the file cannot be read or is none of them.
    """
    raw = read_bytes(path)
    text = _decoded(path, raw)
    hashes = (sha256_of(raw), digest_of(text))
    for original in originals:
        if original.sha256 in hashes:
            return original, text
    wanted = "、".join(original.sha256[:12] for original in originals)
    raise UserError(
        Text(
            f"{path.name} 不是这份档案所依据的原文（sha256 应为 {wanted}…，实为 {hashes[0][:12]}…）。",
            f"{path.name} is not the article this dossier was made from "
            f"(sha256 {hashes[0][:12]}… instead of {wanted}…).",
        ),
        Text("请选择未改动过的原文文件。", "Choose the article file as it was, unchanged."),
    )


def _decoded(path: Path, raw: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            return canonical(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    raise UserError(
        Text(
            f"{path.name} 不是文本文件（UTF-8 或 GB18030）。",
            f"{path.name} is not a text file (UTF-8 or GB18030).",
        )
    )
