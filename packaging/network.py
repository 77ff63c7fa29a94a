"""What of a bundle could reach a network; a build that has any of it fails.

Two things that look like it stay: Python's ``socket``, for the pipes to worker processes, and QtNetwork, for the local
socket over which a second start hands its file to the open window. Both connect where they are told; what could tell
them of the world outside (names, HTTP, TLS) is not there.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import contents

_FILES: Final = re.compile(
    r"lib(?:ssl|crypto|curl|nghttp|gnutls|ssh)|_ssl\.|q(?:opensslbackend|schannelbackend|securetransportbackend)"
    r"|Qt6?(?:WebEngine|WebSockets|HttpServer|NetworkAuth|RemoteObjects)|networkinformation",
    re.I,
)
# A library that was built with TLS inside does not say so in its name.
_TLS: Final = (b"TLS_AES_128_GCM_SHA256", b"SSL_CTX_new")
_CODE: Final = (".so", ".dll", ".pyd", ".dylib")


def reasons(folder: Path) -> list[str]:
    """Return a sentence for each file and module of the bundle that speaks to networks."""
    found = [f"module {name}" for name in spoken(modules(folder / _program()))]
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if _FILES.search(name) and not name.endswith((".txt", "METADATA")):
            found.append(f"file {name}")
        elif path.is_file() and any(end in path.name for end in _CODE) and has_tls(path):
            found.append(f"file {name}, which has TLS inside")
    return found


def spoken(names: Iterable[str]) -> list[str]:
    """Return those of the modules that are on our list of networks, or part of one that is."""
    out = set(contents.UNUSED[contents.NETWORK])
    return [name for name in names if any(name == one or name.startswith(f"{one}.") for one in out)]


def has_tls(path: Path) -> bool:
    """Whether a library speaks TLS."""
    data = path.read_bytes()
    return any(mark in data for mark in _TLS)


def modules(program: Path) -> list[str]:
    """Return the Python modules in a program that PyInstaller made."""
    from PyInstaller.archive.readers import CArchiveReader

    return sorted(CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz").toc)


def python_speaks() -> bool:
    """Whether this Python has OpenSSL in its own library, where no list keeps it out; uv's Pythons do."""
    return "_ssl" in sys.builtin_module_names


def _program() -> str:
    return "guiyin.exe" if sys.platform == "win32" else "guiyin"
