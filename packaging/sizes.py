"""What the bundle's parts cost: for each format that can be read, and for what every start needs."""

from __future__ import annotations

import lzma
import re
from pathlib import Path
from typing import Final

MB: Final = 1_000_000
# Who needs what; the first that matches has it. lxml is the page's, and Word files read with it too.
PARTS: Final = {
    "pdf": r"pdfminer|pdfplumber|cryptography|_?cffi|pycparser",
    "html": r"lxml|trafilatura|htmldate|courlan|justext|tld|babel|dateutil",
    "docx": r"docx|typing_extensions",
    "md": r"markdown_it|mdurl",
    "txt": r"charset_normalizer|[0-9a-f]{20}__mypyc",
    "Qt (window)": r"PySide6|shiboken6",
    "tables (pandas, NumPy)": r"pandas|numpy|tzdata",
    "charts (pyqtgraph)": r"pyqtgraph|colorama",
    "texts, fonts, cases": r"resources|data",
}
REST: Final = "Python, and ours"


def of(folder: Path) -> int:
    """Return the bytes of all files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def parts(folder: Path) -> dict[str, list[Path]]:
    """Return the files of each of PARTS, and of the rest."""
    found: dict[str, list[Path]] = {name: [] for name in (*PARTS, REST)}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            top = path.relative_to(folder).parts
            found[_part(top[1] if top[0] == "_internal" else "")].append(path)
    return found


def table(folder: Path, compress: bool) -> str:
    """Return a line for each part, the largest first; with ``compress`` (minutes) also how small each gets."""
    lines = []
    for name, files in parts(folder).items():
        size = sum(path.stat().st_size for path in files)
        small = f"{_packed(files) / MB:8.1f} MB compressed" if compress else ""
        lines.append((size, f"{name:26s} {size / MB:8.1f} MB {small}"))
    ordered = [line for _, line in sorted(lines, reverse=True)]
    return "\n".join([*ordered, f"{'all':26s} {of(folder) / MB:8.1f} MB"])


def _packed(files: list[Path]) -> int:
    packer = lzma.LZMACompressor(preset=3)
    return sum(len(packer.compress(path.read_bytes())) for path in files) + len(packer.flush())


def _part(top: str) -> str:
    return next((name for name, pattern in PARTS.items() if re.match(pattern, top)), REST)
