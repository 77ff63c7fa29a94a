"""Which dossiers there are on this machine, and how a ``.guiyin`` file comes into the library."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from desktop.core.errors import UserError
from desktop.core.text import Text
from desktop.core.value import value
from desktop.store.codec import load
from desktop.store.package import MAX_BYTES, open_package
from desktop.store.paths import bundled_data, is_there, user_folder

BUNDLED = ("weilidai", "lilidai")
SUFFIX = ".guiyin"
MAX_FILES = 10_000


@value
class Entry:
    """A dossier of the library before it is loaded; ``problem`` says why it cannot be opened."""

    id: str
    folder: Path
    product: Text
    problem: Text | None = None


def entries() -> list[Entry]:
    """List bundled dossiers first, then the user's own, by name; a broken one is listed with its problem."""
    own = user_folder("data") / "library"
    folders = [bundled_data(name) for name in BUNDLED]
    with suppress(OSError):  # no library yet, or not readable: the bundled dossiers are all there is
        folders += sorted(p for p in own.iterdir() if is_there(p / "datapackage.json"))
    return [_entry(folder) for folder in folders]


def _entry(folder: Path) -> Entry:
    try:
        package = open_package(folder)
    except UserError as problem:
        return Entry(folder.name, folder, Text(folder.name, folder.name), problem.text)
    return Entry(package.name, folder, package.text("product"))


def adopt(path: Path) -> Path:
    """Return the folder of a dossier: a folder (or its datapackage.json) as it is, a zip unpacked into the library."""
    if path.name == "datapackage.json":
        return path.parent
    if not is_there(path):
        raise UserError(Text(f"找不到 {path}。", f"{path} does not exist."))
    if path.is_dir():
        return path
    import zipfile  # slow to import, and hardly ever needed at start

    if path.suffix.lower() != SUFFIX or not zipfile.is_zipfile(path):
        raise UserError(
            Text(
                f"{path.name} 不是归因的档案（.guiyin）。", f"{path.name} is not a Guiyin dossier (.guiyin)."
            ),
            Text("请选择 .guiyin 文件或档案文件夹。", "Choose a .guiyin file or a dossier folder."),
        )
    return _unpack(path)


def _unpack(path: Path) -> Path:
    import tempfile
    import zipfile
    from lzma import LZMAError
    from zlib import error as ZlibError  # noqa: N812 - a class

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
            fresh, old = Path(beside) / "new", Path(beside) / "old"
            archive.extractall(fresh)  # zipfile drops ".." and drive letters; sizes are checked above
            if not (fresh / "datapackage.json").is_file():  # zipped with its folder
                fresh = next((p for p in fresh.iterdir() if (p / "datapackage.json").is_file()), fresh)
            target = library / _folder_name(_readable(fresh, path))
            if target.exists():
                target.rename(old)
            fresh.rename(target)
            return target
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


def _damaged(path: Path, problem: Exception) -> UserError:
    return UserError(
        Text(
            f"{path.name} 已损坏或不完整（{problem}）。", f"{path.name} is damaged or incomplete ({problem})."
        ),
        Text("请重新获取这个文件。", "Get the file again."),
    )


def _readable(fresh: Path, path: Path) -> str:
    """Return the name of an unpacked dossier; one that cannot be read must not replace one that can."""
    try:
        return load(fresh).dossier.id
    except UserError as problem:
        zh, en = (text.replace(str(fresh), path.name) for text in (problem.message.zh, problem.message.en))
        raise UserError(Text(zh, en), problem.hint) from None


def _folder_name(name: str) -> str:
    return "".join(c if c.isalnum() or c in "-_" else "-" for c in name)[:80] or "dossier"
