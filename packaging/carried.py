"""Libraries of the machine that builds which go along: their Debian packages and licences."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from contents import Entry

_DOCS: Final = Path("/usr/share/doc")


class Package(NamedTuple):
    """A Debian package that is installed."""

    name: str
    version: str
    arch: str


def system_libraries(entries: Iterable[Entry]) -> list[tuple[str, str]]:
    """Return place and source of the libraries at the top of the bundle that are neither Python's nor a wheel's."""
    return [
        (place, source)
        for place, source, kind in entries
        if kind == "BINARY"
        and "/" not in place
        and place.startswith("lib")
        and not place.startswith("libpython")
    ]


def system_package(library: str) -> Package | None:
    """Return the package of a library's file; None where there is no dpkg, or no package has it."""
    if shutil.which("dpkg-query") is None:
        return None
    real = os.path.realpath(library)
    for path in (real, real.removeprefix("/usr"), f"/usr{real}"):  # /lib may be a link to /usr/lib
        owner = _said("dpkg-query", "-S", path).partition(":")[0]
        if owner:
            told = _said("dpkg-query", "-W", "-f=${Package}\\t${Version}\\t${Architecture}\\n", owner)
            return Package(*told.splitlines()[0].split("\t"))
    return None


def licences(entries: Iterable[Entry]) -> list[Entry]:
    """Return the licences of the carried libraries as files of the bundle."""
    packages = {p.name for _, source in system_libraries(entries) if (p := system_package(source))}
    found = [(name, _DOCS / name / "copyright") for name in sorted(packages)]
    return [(f"resources/licenses/system/{name}.txt", os.path.realpath(path), "DATA") for name, path in found]


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
