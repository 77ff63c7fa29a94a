"""What the bundle's programs and libraries need of the system: libraries, Debian packages, the oldest glibc."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from desktop.app.platform_check import PACKAGES

# Beyond what Qt needs (desktop/app/platform_check.py); ld-linux and libm come with libc6.
_MORE: Final = {
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libgcc_s.so.1": "libgcc-s1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libzstd.so.1": "libzstd1",
}
_LIBC: Final = re.compile(r"(?:ld-linux.*|lib(?:c|m|dl|rt|util|pthread|resolv))\.so\.\d+$")
_RENAMED: Final = {"libglib2.0-0": "libglib2.0-0t64 | libglib2.0-0"}  # since Debian 13 and Ubuntu 24.04


class Needs(NamedTuple):
    """Libraries that are not in the bundle, and the oldest glibc that has every symbol."""

    libraries: tuple[str, ...]
    glibc: str

    def depends(self) -> list[str]:
        """Return what a Debian package must depend on; raises ValueError for a library of no known package."""
        names = {f"libc6 (>= {self.glibc})"}
        for library in self.libraries:
            name = _MORE.get(library) or PACKAGES.get(library, ("",))[0]
            if not name:
                raise ValueError(
                    f"{library} is needed, not carried along, and of no known package: see {__file__}"
                )
            names.add(_RENAMED.get(name, name))
        return sorted(names)


def needs_of(folder: Path) -> Needs:
    """Look into every ELF file below ``folder``."""
    files = [path for path in sorted(folder.rglob("*")) if _is_elf(path)]
    inside = {path.name for path in files}
    told = _readelf(files) if files else ""
    wanted = set(re.findall(r"\(NEEDED\).*\[(.+)\]", told)) - inside
    versions = {tuple(map(int, found.split("."))) for found in re.findall(r"Name: GLIBC_(\d[\d.]*)", told)}
    return Needs(
        tuple(sorted(name for name in wanted if not _LIBC.match(name))),
        ".".join(map(str, max(versions, default=(2, 17)))),
    )


def _is_elf(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _readelf(files: Iterable[Path]) -> str:
    command = ["readelf", "--dynamic", "--version-info", "--wide", *map(str, files)]
    return subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "LC_ALL": "C"}
    ).stdout
