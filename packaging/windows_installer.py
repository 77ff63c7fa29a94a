"""The Windows installer: signs what it is told to, and compiles ``windows/guiyin.nsi`` with NSIS.

``python packaging/windows_installer.py --stand-in OUT`` compiles it against a folder that only looks like the bundle,
which works on Linux too; prove_windows.sh runs what comes of it.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

import stamp  # noqa: E402 - needs the path above
import windows_version  # noqa: E402

SIGN = "GUIYIN_SIGN"  # a command that signs the file that is added to it; without it nothing is signed


def build(bundle: Path, icons: Path, out: Path, version: str = stamp.VERSION, target: str = "") -> Path:
    """Write ``Guiyin-VERSION-setup.exe`` to ``out``; ``target`` is NSIS's word for another kind of Windows."""
    for program in sorted(bundle.glob("*.exe")):
        sign(program)
    path = out.resolve() / f"Guiyin-{version}-setup.exe"
    given = {
        "VERSION": version,
        "NUMBERS": ".".join(map(str, windows_version.numbers(version))),
        "BUNDLE": bundle.resolve(),
        "ICON": (icons / "guiyin.ico").resolve(),
        "OUT": path,
    }
    script = str(HERE / "windows" / "guiyin.nsi")
    options = ["-V2", "-WX", "-INPUTCHARSET", "UTF8", *(f"-D{name}={value}" for name, value in given.items())]
    options += [f"-XTarget {target}"] if target else []
    subprocess.run(["makensis", *options, script], check=True)
    sign(path)
    return path


def sign(path: Path) -> None:
    """Sign a program where a certificate is configured."""
    command = os.environ.get(SIGN, "")
    if command:
        subprocess.run([*shlex.split(command), str(path)], check=True)


def _stand_in(out: Path, version: str, target: str) -> Path:
    import icons

    with tempfile.TemporaryDirectory() as folder:
        bundle, drawn = Path(folder, "bundle"), Path(folder, "icons")
        (bundle / "_internal").mkdir(parents=True)
        for name in ("guiyin.exe", "guiyinw.exe", "_internal/base_library.zip"):
            (bundle / name).write_bytes(b"MZ")
        drawn.mkdir()
        (drawn / "guiyin.ico").write_bytes(icons.ico())
        out.mkdir(parents=True, exist_ok=True)
        return build(bundle, drawn, out, version, target)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stand-in", type=Path, required=True, metavar="OUT", help="where it goes")
    parser.add_argument("--version", default=stamp.VERSION, help="as if it were this one")
    parser.add_argument("--target", default="", help="amd64-unicode for a Windows without 32-bit programs")
    options = parser.parse_args()
    print(_stand_in(options.stand_in, options.version, options.target))
