"""The ``.deb``: the bundle in /usr/lib/guiyin, dependencies read from its libraries, owners and dates fixed."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

import linux_tree
import stamp
from elf import needs_of

ARCH: Final = {"x86_64": "amd64", "aarch64": "arm64"}
_CONTROL: Final = """\
Package: guiyin
Version: {version}
Architecture: {arch}
Maintainer: The Guiyin contributors <guiyin@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: desktop-file-utils, shared-mime-info
Section: misc
Priority: optional
Description: see what an explanatory article rests on
 Guiyin (归因) takes an explainer article apart into an evidence map: its
 reasons, figures, tables, charts and regulations, each with the sentence
 that it comes from. It works offline and opens no network connection.
"""


def build(bundle: Path, icons: Path, work: Path, out: Path) -> Path:
    """Write ``guiyin_VERSION_ARCH.deb`` to ``out``."""
    arch = ARCH.get(os.uname().machine, os.uname().machine)
    root = work / "deb"
    shutil.rmtree(root, ignore_errors=True)
    linux_tree.lay(root / "usr", bundle, icons)
    doc = root / "usr" / "share" / "doc" / "guiyin"
    doc.mkdir(parents=True)
    shutil.copyfile(stamp.ROOT / "LICENSE", doc / "copyright")
    with (doc / "copyright").open("a", encoding="utf-8") as file:
        file.write("\nWhat ships with it, and its licences: /usr/lib/guiyin/_internal/resources/licenses\n")
    news = (stamp.ROOT / "CHANGELOG.md").read_bytes()
    (doc / "changelog.gz").write_bytes(gzip.compress(news, mtime=0))
    meta = root / "DEBIAN"
    meta.mkdir()
    files = [path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink()]
    sums = [f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files]
    (meta / "md5sums").write_text("".join(sums), encoding="utf-8")
    control = _CONTROL.format(
        version=debian_version(stamp.VERSION),
        arch=arch,
        kilobytes=linux_tree.size(root) // 1024,
        depends=", ".join(needs_of(bundle).depends()),
    )
    (meta / "control").write_text(control, encoding="utf-8")
    for name in ("preinst", "postrm"):
        shutil.copyfile(linux_tree.HERE / name, meta / name)
        (meta / name).chmod(0o755)
    linux_tree.settle(root)
    path = out / f"guiyin_{debian_version(stamp.VERSION)}_{arch}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z3", "--build", str(root), str(path)],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(stamp.epoch())},
    )
    return path


def debian_version(version: str) -> str:
    """Return a version in Debian's order: "1.0rc1" comes before "1.0", so it becomes "1.0~rc1"."""
    for mark in (".dev", "a", "b", "rc"):
        head, found, tail = version.partition(mark)
        if found:
            return f"{head}~{found.lstrip('.')}{tail}"
    return version
