"""What the bundle holds: modules, libraries and data that stay out, each with its reason, and how large it may be.

Read by ``build.spec`` and the tests; no imports beyond the standard library, because PyInstaller runs it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

Entry = tuple[
    str, str, str
]  # where it goes in the bundle, where it comes from, what kind PyInstaller calls it

INSTALLED_MB: Final = 220
COMPRESSED_MB: Final = 80

NETWORK: Final = (
    "the network: nothing here connects (hashes come from Python's own modules, AES from ciphers.py)"
)

# Modules that nothing of ours reaches; tests/packaging runs every reader with all of them missing.
UNUSED: Final = {
    "developers' tools": (
        "IPython", "_pytest", "distutils", "doctest", "hypothesis", "idlelib", "lib2to3", "mypy", "pdb", "pip",
        "pkg_resources", "pydoc_data", "pygments", "pytest", "setuptools", "test", "tkinter", "unittest", "wheel",
    ),
    "test suites and examples": (
        "numpy.f2py", "numpy.testing", "numpy.tests", "pandas.tests", "pyqtgraph.examples",
    ),
    "terminals": ("_curses", "curses", "readline"),
    "what pandas and pyqtgraph could also use": (
        "OpenGL", "jinja2", "matplotlib", "pyarrow", "pyqtgraph.jupyter", "pyqtgraph.opengl", "pytz", "scipy",
        "sqlalchemy", "sqlite3",
    ),
    "parts of Qt": (
        "PySide6.QtDBus", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtQml", "PySide6.QtQuick",
        "PySide6.QtTest",
    ),
    "parts of lxml": (
        "lxml.html._difflib", "lxml.html.diff", "lxml.isoschematron", "lxml.objectify",
    ),
    "pictures of PDF pages: pdfplumber loads them to draw, and we read": ("PIL", "pypdfium2", "pypdfium2_raw"),
    "dates in prose of all languages: htmldate loads it for an extensive search, which we switch off": (
        "dateparser", "regex", "tzlocal",
    ),
    NETWORK: (
        "_hashlib", "_ssl", "asyncio", "certifi", "cryptography", "ftplib", "http.client", "http.cookiejar",
        "http.server", "imaplib", "nntplib", "poplib", "requests", "smtplib", "socketserver", "ssl", "telnetlib",
        "trafilatura.downloads", "trio", "truststore", "urllib.request", "urllib3", "xmlrpc",
    ),
}  # fmt: skip

# Files that stay out, by their place in the bundle. Qt's parts first: one platform for each way of showing a window,
# pictures in the formats that we read or write, and two languages.
_QT: Final = (
    r"plugins/(?!platforms|imageformats|iconengines|platforminputcontexts|platformthemes|styles"
    r"|wayland-(?:shell-integration|decoration-client|graphics-integration-client))",
    r"plugins/platforms/libq(?:eglfs|linuxfb|vkkhrdisplay|vnc|minimal|minimalegl)\.so",
    r"plugins/platforms/q(?:direct2d|minimal)\.dll",
    r"plugins/platformthemes/libqgtk3\.so",  # takes GTK with it; the portal asks the desktop for its dialogs
    r"plugins/imageformats/(?:lib)?q(?!jpeg|svg|ico)",
    r"plugins/wayland-shell-integration/(?!libxdg-shell)",
    r"plugins/wayland-graphics-integration-client/",  # we paint without OpenGL
    r"lib/libQt6EglF[Ss]",
    r"translations/(?!qtbase_(?:zh_CN|en)\.qm)",
)
_OUT: Final = re.compile(
    "|".join(
        [
            *(rf"(?:PySide6/(?:Qt/)?){part}" for part in _QT),
            r"(?:PySide6/)?opengl32sw\.dll",  # a renderer in software, for OpenGL on Windows
            r"babel/locale-data/",  # of a language that is asked for by name, which we never do
            r"pytz/",
            r"pyqtgraph/icons/peegee/",  # the library's own logo
            r".+\.dist-info/(?!METADATA$)",
            r".+/(?:tests?|testing)/.+",
            r".+\.pyi?$",
        ]
    )
)

# Libraries of the machine that builds which go along: a desktop need not have them, or has another version.
_CARRIED: Final = re.compile(
    r"lib(?:python3|ffi|bz2|lzma|uuid|mpdec|expat|xcb-(?:cursor|icccm|image|keysyms|render-util|util))\b"
)
# These keep their addresses where auditwheel put them, and stripping moves that.
_UNSTRIPPED: Final = re.compile(r"^[^/]+\.libs/|^PySide6/")


def unused_modules() -> list[str]:
    """Return the modules that stay out."""
    return [name for names in UNUSED.values() for name in names]


def is_kept(place: str, source: str) -> bool:
    """Whether a file goes along; ``place`` is relative to the bundle, with either kind of slash."""
    place = place.replace("\\", "/")
    if _OUT.match(place):
        return False
    name = PurePosixPath(place).name
    of_system = re.match(r"/(?:usr/)?lib(?:64|/x86_64-linux-gnu|/aarch64-linux-gnu)?/", source)
    return not (of_system and name.startswith("lib")) or _CARRIED.match(name) is not None


def pruned(entries: Iterable[Entry]) -> list[Entry]:
    """Return what stays of PyInstaller's list."""
    kept = [entry for entry in entries if is_kept(entry[0], entry[1])]
    names = {PurePosixPath(place).name for place, _, kind in kept if kind != "SYMLINK"}
    return [entry for entry in kept if entry[2] != "SYMLINK" or PurePosixPath(entry[1]).name in names]


def stripped(entries: Iterable[Entry], work: Path) -> list[Entry]:
    """Return the entries, on Linux with copies below ``work`` that have no debug symbols."""
    return [_stripped(entry, work) for entry in entries] if sys.platform == "linux" else list(entries)


def _stripped(entry: Entry, work: Path) -> Entry:
    place, source, kind = entry
    if kind not in ("BINARY", "EXTENSION") or _UNSTRIPPED.match(place):
        return entry
    copy = work / place
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, copy)
    subprocess.run(["strip", "--strip-unneeded", str(copy)], check=True)
    return place, str(copy), kind
