"""The version resource of the Windows programs: what their properties show, and what scanners look for."""

from __future__ import annotations

import re
from typing import Any, Final

from stamp import VERSION


def numbers(version: str) -> tuple[int, ...]:
    """Return a version as Windows has it: four numbers."""
    return (*(int(part) for part in re.findall(r"\d+", version)[:3]), 0)


NUMBERS: Final = numbers(VERSION)
SAID: Final = {
    "CompanyName": "The Guiyin contributors",
    "FileDescription": "Guiyin 归因",
    "FileVersion": VERSION,
    "InternalName": "guiyin",
    "LegalCopyright": "MIT licence",
    "ProductName": "Guiyin 归因",
    "ProductVersion": VERSION,
}


def resource() -> Any:
    """Return PyInstaller's object for it."""
    from PyInstaller.utils.win32.versioninfo import (
        FixedFileInfo,
        StringFileInfo,
        StringStruct,
        StringTable,
        VarFileInfo,
        VarStruct,
        VSVersionInfo,
    )

    texts = StringTable("040904B0", [StringStruct(name, text) for name, text in SAID.items()])
    return VSVersionInfo(
        ffi=FixedFileInfo(filevers=NUMBERS, prodvers=NUMBERS, mask=0x3F, flags=0, OS=0x40004, fileType=1),
        kids=[StringFileInfo([texts]), VarFileInfo([VarStruct("Translation", [0x0409, 1200])])],
    )
