"""Unpacking a ``.guiyin`` file beside the library, reading it, then giving it its place there without loss."""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from lzma import LZMAError
from pathlib import Path
from zlib import error as ZlibError  # noqa: N812 - a class

from desktop.core.changes import settled_down
from desktop.core.dossier import Dossier
from desktop.core.errors import UserError
from desktop.core.text import Text, same
from desktop.store.adopt import Adopted
from desktop.store.codec import load
from desktop.store.edits import open_edits
from desktop.store.library import entries
from desktop.store.package import MAX_BYTES
from desktop.store.paths import user_folder

MAX_FILES = 10_000
NUMBERED = Text("{}（{}）", "{} ({})")
BOTH = Text(
    "档案库里已有内容不同的“{}”，两份都保留：刚打开的是“{}”。",
    "The library has a different “{}” already; both are kept, and the one just opened is “{}”.",
)
ASIDE = Text(
    "档案库里原来的“{}”无法打开，已改名为“{}”保留。",
    "The library's own “{}” cannot be opened; it is kept as “{}”.",
)


def unpack(path: Path) -> Adopted:
    """Return the folder in the library of what a file holds. Raises UserError."""
    library = user_folder("data") / "library"
    try:
        library.mkdir(parents=True, exist_ok=True)
        with (
            zipfile.ZipFile(path) as archive,
            tempfile.TemporaryDirectory(dir=library, prefix=".new-") as beside,
        ):
            members = archive.infolist()
            if len(members) > MAX_FILES or sum(m.file_size for m in members) > MAX_BYTES:
                raise UserError(Text(f"{path.name} 解压后太大。", f"{path.name} is too large when unpacked."))
            fresh = Path(beside) / "new"
            archive.extractall(fresh)  # zipfile drops ".." and drive letters; sizes are checked above
            if not (fresh / "datapackage.json").is_file():  # zipped with its folder
                fresh = next((p for p in fresh.iterdir() if (p / "datapackage.json").is_file()), fresh)
            return _settle(fresh, _readable(fresh, path), library)
    except (zipfile.BadZipFile, EOFError, ZlibError, LZMAError, RuntimeError, ValueError) as problem:
        # RuntimeError: encrypted, or a method that zipfile does not know; ValueError: numbers that cannot be
        raise _damaged(path, problem) from None
    except OSError as problem:
        if problem.errno is None:  # of bz2, not of the system
            raise _damaged(path, problem) from None
        raise UserError(
            Text(
                f"无法解压到 {library}（{problem.strerror}）。",
                f"Cannot unpack into {library} ({problem.strerror}).",
            )
        ) from None


def _settle(fresh: Path, dossier: Dossier, library: Path) -> Adopted:
    """Give an unpacked dossier its place, unless the library has the same."""
    for number, name, folder in _places(dossier.id, library):
        one = _numbered(dossier, number)
        if folder is None:
            if number > 1:
                _rename(fresh, one)
            target = fresh.rename(library / _folder_name(name))
            return Adopted(target, (BOTH.format(dossier.product, one.product),) if number > 1 else ())
        try:
            there = load(folder).dossier
        except UserError:
            if not folder.is_relative_to(library) or number > 1:
                continue
            # Its edits are kept under its name: they belong to the copy that can be read.
            aside = next(library / _folder_name(n) for _, n, f in _places(dossier.id, library) if f is None)
            folder.rename(aside)
            fresh.rename(folder)
            return Adopted(folder, (ASIDE.format(folder.name, aside.name),))
        if _is_same(one, there):
            return Adopted(folder)
    raise AssertionError("numbers do not end")


def _is_same(fresh: Dossier, there: Dossier) -> bool:
    """Whether a dossier is that of the library, as its files have it or as it was edited and then exported."""
    edited = settled_down(open_edits(there)[0].dossier)
    return replace(fresh, location="") in (replace(there, location=""), replace(edited, location=""))


def _places(name: str, library: Path) -> Iterator[tuple[int, str, Path | None]]:
    """Number the names that a dossier may take, each with the folder of the dossier that has it already."""
    taken = {entry.id: entry.folder for entry in reversed(entries())}  # of two alike, the shipped one
    for number in count(1):
        numbered = name if number == 1 else f"{name}-{number}"
        own = library / _folder_name(numbered)
        yield number, numbered, taken.get(numbered) or (own if own.exists() else None)


def _numbered(dossier: Dossier, number: int) -> Dossier:
    if number == 1:
        return dossier
    product = NUMBERED.format(dossier.product, same(str(number)))
    return replace(dossier, id=f"{dossier.id}-{number}", product=product)


def _rename(folder: Path, dossier: Dossier) -> None:
    """Write id and product into an unpacked dossier."""
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8-sig"))
    descriptor["name"] = dossier.id
    descriptor["guiyin:product"] = {"zh": dossier.product.zh, "en": dossier.product.en}
    path.write_text(json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n", "utf-8", errors="replace")


def _damaged(path: Path, problem: Exception) -> UserError:
    return UserError(
        Text(
            f"{path.name} 已损坏或不完整（{problem}）。", f"{path.name} is damaged or incomplete ({problem})."
        ),
        Text("请重新获取这个文件。", "Get the file again."),
    )


def _readable(fresh: Path, path: Path) -> Dossier:
    """Load an unpacked dossier; what cannot be read does not get into the library."""
    try:
        return load(fresh).dossier
    except UserError as problem:
        zh, en = (text.replace(str(fresh), path.name) for text in (problem.message.zh, problem.message.en))
        raise UserError(Text(zh, en), problem.hint) from None


def _folder_name(name: str) -> str:
    return "".join(c if c.isalnum() or c in "-_" else "-" for c in name)[:80] or "dossier"
