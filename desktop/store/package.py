"""Reading a Data Package folder: descriptor, version, hashes; every problem a sentence that says where."""

from __future__ import annotations

import json
import stat
from pathlib import Path, PurePosixPath
from typing import Any

from desktop.core.errors import UserError
from desktop.core.hashes import sha256_of
from desktop.core.text import Text, same
from desktop.store.csvfile import FIX, Row, brief, decode, rows
from desktop.store.schema import FORMAT_VERSION, Resource

MAX_BYTES = 512 * 1024 * 1024


class Package:
    """An opened data package; ``notices`` and ``edited`` collect what is odd but readable."""

    def __init__(self, folder: Path, descriptor: dict[str, Any]) -> None:
        """Nothing but the descriptor has been read yet."""
        self.folder, self.descriptor = folder, descriptor
        self.notices: list[Text] = []
        self.edited: list[str] = []

    @property
    def name(self) -> str:
        """The identifier that the descriptor gives, else the folder's."""
        return _clean(str(self.descriptor.get("name") or self.folder.name))

    def text(self, key: str) -> Text:
        """Return a bilingual property ``guiyin:key`` of the descriptor; the plain title stands in for it."""
        value = self.descriptor.get(f"guiyin:{key}")
        if isinstance(value, dict):
            zh, en = _clean(str(value.get("zh") or "")), _clean(str(value.get("en") or ""))
            return Text(zh or en, en or zh) if zh or en else same(self.name)
        return same(_clean(str(self.descriptor.get("title") or self.name)))

    def odd(self) -> tuple[Text, ...]:
        """Return what is odd, all files that were edited in one sentence."""
        if not self.edited:
            return tuple(self.notices)
        names = "、".join(self.edited), ", ".join(self.edited)
        edited = Text(
            "{} 中的 {} 与包内记录的 sha256 不一致，可能被手工改动过。",
            "In {}, these differ from their recorded sha256 and may have been edited by hand: {}.",
        )
        return (edited.format(self.folder, Text(*names)), *self.notices)

    def read(self, path: str) -> bytes:
        """Return the bytes of a file of the package and note when they are not those of the descriptor."""
        full = self._inside(path)
        raw = read_bytes(full)
        listed = next((r for r in self._resources() if r.get("path") == path), None)
        expected = str(listed.get("hash", "")) if listed else ""
        if expected.startswith("sha256:") and sha256_of(raw) != expected[7:]:
            self.edited.append(path)
        return raw

    def rows(self, resource: Resource) -> list[Row]:
        """Return the records of one resource."""
        listed = next((r for r in self._resources() if r.get("name") == resource.name), None)
        if listed is None and resource.optional:
            return []
        if listed is None:
            raise UserError(
                Text(
                    f"{self.folder / 'datapackage.json'} 没有列出资源“{resource.name}”。",
                    f"{self.folder / 'datapackage.json'} does not list the resource “{resource.name}”.",
                ),
                FIX,
            )
        path = str(listed.get("path") or f"{resource.name}.csv")
        return rows(self._inside(path), self.read(path), resource)

    def _resources(self) -> list[dict[str, Any]]:
        listed = self.descriptor.get("resources")
        return [r for r in listed if isinstance(r, dict)] if isinstance(listed, list) else []

    def _inside(self, path: str) -> Path:
        parts = PurePosixPath(path)
        if parts.is_absolute() or ".." in parts.parts or any(sign in path for sign in "\\:\0"):
            shown = brief(_clean(path).replace("\0", "?"))
            raise UserError(
                Text(
                    f"{self.folder} 指向包外的文件：{shown}。",
                    f"{self.folder} points outside of itself: {shown}.",
                ),
                FIX,
            )
        return self.folder / parts


INCOMPLETE = Text("档案不完整，请重新获取。", "The dossier is incomplete; get it again.")


def read_bytes(path: Path, gone: Text = INCOMPLETE, odd: Text = FIX) -> bytes:
    """Return the content of a file that must exist, be readable and be of a bearable size.

    ``gone`` says what to do about one that is missing, ``odd`` about what is no file.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe would be waited for without end
            raise UserError(Text(f"{path} 不是文件。", f"{path} is not a file."), odd)
        if found.st_size > MAX_BYTES:
            raise UserError(Text(f"{path} 太大（超过 512 MB）。", f"{path} is too large (over 512 MB)."))
        return path.read_bytes()
    except FileNotFoundError:
        raise UserError(Text(f"找不到 {path}。", f"{path} is missing."), gone) from None
    except OSError as problem:
        raise UserError(
            Text(f"无法读取 {path}（{problem.strerror}）。", f"{path} cannot be read ({problem.strerror})."),
            Text("请检查权限或磁盘。", "Check its permissions and the disk."),
        ) from None


def open_package(folder: Path) -> Package:
    """Open a data package folder whose format this version knows."""
    path = folder / "datapackage.json"
    try:
        descriptor = json.loads(decode(path, read_bytes(path)))
    except json.JSONDecodeError as problem:
        raise UserError(
            Text(
                f"{path} 第 {problem.lineno} 行不是有效的 JSON。",
                f"{path}, line {problem.lineno} is not valid JSON.",
            ),
            FIX,
        ) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, or brackets as deep
        raise UserError(Text(f"{path} 不是有效的 JSON。", f"{path} is not valid JSON."), FIX) from None
    if not isinstance(descriptor, dict):
        raise UserError(Text(f"{path} 不是 Data Package。", f"{path} is not a Data Package."), FIX)
    version = descriptor.get("guiyin:formatVersion")
    if not isinstance(version, int):
        raise UserError(
            Text(
                f"{path} 不是归因的档案（没有格式版本）。",
                f"{path} is not a Guiyin dossier (it has no format version).",
            ),
            FIX,
        )
    if version > FORMAT_VERSION:
        raise UserError(
            Text(
                f"{folder} 由更新的版本写成（格式 {version}，本版本读到 {FORMAT_VERSION}）。",
                f"{folder} was written by a newer version (format {version}; this one reads up to {FORMAT_VERSION}).",
            ),
            Text("请更新归因。", "Update Guiyin."),
        )
    return Package(folder, descriptor)


def _clean(text: str) -> str:
    """Replace halves of surrogate pairs, which JSON can escape and nothing can print."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
