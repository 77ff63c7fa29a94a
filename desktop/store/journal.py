"""The journal of a dossier, or of the register: every change that a person made, one line each, only ever added to.

A line is on the disk before the change counts as done. What cannot be read is told and kept, never deleted.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, Generic, NamedTuple, TypeVar

from desktop.core.changes import Change
from desktop.core.changes.history import CHANGE, REDO, UNDO, Entry
from desktop.core.errors import UserError
from desktop.core.text import Text
from desktop.store.change_codec import UnknownChange, decode, encode
from desktop.store.lock import held
from desktop.store.package import read_bytes
from desktop.store.paths import is_there, journal_path

VERSION = 1
TORN = Text(
    "{} 的最后一条没有写完（程序当时被中断），已略过；之前的修改都在。",
    "The last entry of {} was not finished when the application was cut off; it is left out, all before it is there.",
)
DAMAGED = Text(
    "{} 第 {} 行读不懂，已略过；其余修改都在。",
    "Line {1} of {0} cannot be read; it is left out, the rest is there.",
)
FOREIGN = Text(
    "{} 不是归因的修改记录，已改名保存为 {}；新的修改从头记起。",
    "{} is not a journal of Guiyin; it is kept as {}, and new changes start afresh.",
)
NEWER = Text(
    "{} 由更新的版本写成，其中较新的修改没有显示，{}暂时只能查看。",
    "{} was written by a newer version: changes of a newer kind are not shown, and {} can only be read.",
)
UPDATE = Text("请更新归因。", "Update Guiyin.")
ELSEWHERE = Text(
    "另一个窗口刚改过{}，所以这次修改没有做。",
    "Another window has just changed {}, so this change was not made.",
)
UNWRITTEN = Text(
    "修改无法写入 {}（{}），所以没有做。", "The change cannot be written to {} ({}), so it was not made."
)
CHECK = Text("请检查权限和磁盘空间。", "Check permissions and free space.")


C = TypeVar("C")


class Kept(NamedTuple, Generic[C]):
    """What a journal keeps: changes of a kind, as JSON values and back, of something with a name."""

    encode: Callable[[C], Any]
    decode: Callable[[Any, Path, int], C]
    what: Text
    reopen: Text


OF_DOSSIER: Kept[Change] = Kept(
    encode,
    decode,
    Text("这份档案", "the dossier"),
    Text("请重新打开档案后再改。", "Open the dossier again first."),
)


class Journal(Generic[C]):
    """Made by ``journal_of``. Read it first: an entry goes after what was read, or nowhere."""

    def __init__(self, path: Path, kept: Kept[C]) -> None:
        """Look at nothing yet."""
        self.path, self._kept = path, kept
        self._size = self._end = (
            0  # bytes: of the file when it was read or written last; of what is good of it
        )
        self._glue = b""
        self._barred: UserError | None = None

    def read(self) -> tuple[list[Entry[C]], list[Text]]:
        """Return the entries, and a sentence for each thing that is odd. After an unreadable file, none is added."""
        self._begin()
        if not is_there(self.path):
            return [], []
        try:
            data = read_bytes(self.path)
        except UserError as problem:
            self._barred = problem
            return [], [problem.text]
        self._size = self._end = len(data)
        *lines, tail = data.split(b"\n")
        notices: list[Text] = []
        entries = [e for n, line in enumerate(lines, 1) if line and (e := self._entry(line, n, notices))]
        if tail:
            last = self._entry(tail, len(lines) + 1, []) if b"\0" not in tail else None
            if last is not None:  # only the end of the line is missing
                entries.append(last)
                self._glue = b"\n"
            else:
                self._end -= len(tail)
                notices.append(TORN.format(self.path))
        if not entries and notices and self._barred is None and lines:
            return [], [self._set_aside()]
        if self._barred is not None:
            notices.append(self._barred.text)
        return entries, notices

    def _begin(self) -> None:
        self._size = self._end = 0
        self._glue, self._barred = b"", None

    def append(self, entry: Entry[C]) -> None:
        """Add an entry; it is on the disk when this returns, and the file is as it was when this raises UserError."""
        if self._barred is not None:
            raise self._barred
        line = self._glue + line_of(entry, self._kept)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a+b") as file, held(file, wait=False):
                if os.fstat(file.fileno()).st_size != self._size:
                    raise self._elsewhere()
                self._write(file, line)
        except BlockingIOError:
            raise self._elsewhere() from None
        except OSError as problem:
            raise UserError(UNWRITTEN.format(self.path, problem.strerror), CHECK) from None
        self._glue = b""
        self._size = self._end = self._end + len(line)

    def _elsewhere(self) -> UserError:
        return UserError(ELSEWHERE.format(self._kept.what), self._kept.reopen)

    def _write(self, file: BinaryIO, line: bytes) -> None:
        try:
            file.truncate(self._end)  # what was torn off by a kill
            file.write(line)  # at the end: the file is open for appending
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            with suppress(OSError):  # the disk is full or gone: what is left of the line counts as torn
                file.truncate(self._end)
                self._size = self._end
            raise

    def _entry(self, line: bytes, number: int, notices: list[Text]) -> Entry[C] | None:
        try:
            written = json.loads(line)
            version = written["v"]
            if isinstance(version, int) and version > VERSION:
                raise UnknownChange(version)
            do, at = written["do"], written["at"]
            if do not in (CHANGE, UNDO, REDO):
                raise UnknownChange(do)
            change = self._kept.decode(written["change"], self.path, number) if do == CHANGE else None
            return Entry(do, int(written["n"]), str(at), change)
        except UnknownChange:
            self._barred = UserError(NEWER.format(self.path, self._kept.what), UPDATE)
        except (UserError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            notices.append(DAMAGED.format(self.path, number))
        return None

    def _set_aside(self) -> Text:
        number = 1
        while (aside := self.path.with_suffix(f".aside-{number}")).exists():
            number += 1
        try:
            self.path.rename(aside)
        except OSError as problem:
            self._barred = UserError(UNWRITTEN.format(self.path, problem.strerror), CHECK)
            return self._barred.text
        self._size = self._end = 0
        return FOREIGN.format(self.path, aside.name)


def journal_of(dossier_id: str) -> Journal[Change]:
    """Return the journal of a dossier in the user's folder; nothing is read or made."""
    return Journal(journal_path(dossier_id), OF_DOSSIER)


def line_of(entry: Entry[C], kept: Kept[C]) -> bytes:
    """Return an entry as the line of a journal."""
    written: dict[str, object] = {"v": VERSION, "n": entry.number, "at": entry.at, "do": entry.do}
    if entry.change is not None:
        written["change"] = kept.encode(entry.change)
    text = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode("utf-8") + b"\n"
    except UnicodeEncodeError:  # half of a surrogate pair
        return json.dumps(written, separators=(",", ":")).encode("ascii") + b"\n"
