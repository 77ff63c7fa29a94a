"""Reading one CSV resource strictly: the fields of the schema, nothing guessed, errors that name the place."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from desktop.core.errors import UserError
from desktop.core.text import NOTHING, Text
from desktop.store.schema import MISSING, Field, Resource

LARGEST_WHOLE, LARGEST_POWER = 2**31 - 1, 300  # Qt counts in 32 bits; a figure must fit into a float
LONGEST = 60  # characters of a value that a message quotes
csv.field_size_limit(2**27)  # a table is quoted as a whole
_MISSING = frozenset(m["value"] for m in MISSING if m["value"])
FIX = Text(
    "请用未改动的副本替换它，或修正这一处。", "Replace it with an unchanged copy, or correct this place."
)


class Row:
    """One row: typed access by field name; ``where`` says file, line and field for messages."""

    __slots__ = ("_line", "_path", "_values")

    def __init__(self, path: Path, line: int, values: dict[str, str]) -> None:
        """Keep the raw strings, empty when missing; they are converted when asked for."""
        self._path, self._line, self._values = path, line, values

    def text(self, name: str) -> str:
        """Return the field, empty when missing."""
        return self._values[name]

    def pair(self, name: str) -> Text:
        """Return the fields ``name_zh`` and ``name_en`` as one text; one language stands in for a missing other."""
        zh, en = self.text(f"{name}_zh"), self.text(f"{name}_en")
        return Text(zh or en, en or zh)

    def many(self, name: str) -> tuple[str, ...]:
        """Return a list that is separated by semicolons."""
        value = self.text(name)
        return tuple(part.strip() for part in value.split(";") if part.strip()) if value else ()

    def integer(self, name: str) -> int:
        """Return a whole number; missing, or one beyond 32 bits, is an error."""
        try:
            value = int(self._values[name])
        except ValueError:
            raise self._unreadable(name) from None
        if not -LARGEST_WHOLE <= value <= LARGEST_WHOLE:
            raise self._unreadable(name)
        return value

    def optional_integer(self, name: str) -> int | None:
        """Return a whole number or None."""
        return self.integer(name) if self._values[name] else None

    def decimal(self, name: str) -> Decimal | None:
        """Return an exact, finite decimal of a bearable size, or None."""
        if not self._values[name]:
            return None
        try:
            value = Decimal(self._values[name])
        except InvalidOperation:
            raise self._unreadable(name) from None
        if not value.is_finite():
            raise self.error(name, Text("数值不是有限数", "the value is not finite"))
        if not -LARGEST_POWER <= value.adjusted() <= LARGEST_POWER:
            raise self._unreadable(name)
        return value

    def day(self, name: str) -> date | None:
        """Return a date or None."""
        try:
            return date.fromisoformat(self._values[name]) if self._values[name] else None
        except ValueError:
            raise self._unreadable(name) from None

    def flag(self, name: str) -> bool:
        """Return a boolean; missing is false."""
        return self.text(name) == "true"

    def one_of(self, name: str, allowed: tuple[str, ...], *, needed: bool = False) -> str:
        """Return the field if it is one of the allowed values; missing is returned as such unless it is needed."""
        value = self.text(name)
        if (value or needed) and value not in allowed:
            shown = brief(value)
            raise self.error(name, Text(f"“{shown}”不是允许的值", f"“{shown}” is not an allowed value"))
        return value

    def error(self, name: str, what: Text) -> UserError:
        """Make the error that names file, line and field."""
        place = Text(
            f"{self._path.name} 第 {self._line} 行，字段 {name}：",
            f"{self._path.name}, line {self._line}, field {name}: ",
        )
        return UserError(NOTHING.join((place, what, Text("。", "."))), FIX)

    def _unreadable(self, name: str) -> UserError:
        value = brief(self._values[name])
        return self.error(name, Text(f"读不懂“{value}”", f"cannot read “{value}”"))


def brief(value: str) -> str:
    """Return a value as a message quotes it: not all of a long one."""
    return value if len(value) <= LONGEST else f"{value[:LONGEST]}…"


def decode(path: Path, raw: bytes) -> str:
    """Decode bytes as UTF-8; anything else is an error that says where."""
    try:
        return raw.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as problem:
        raise UserError(
            Text(
                f"{path} 不是 UTF-8 编码（第 {problem.start} 字节处）。",
                f"{path} is not UTF-8 (byte {problem.start}).",
            ),
            Text("请用 UTF-8 重新保存。", "Save it again as UTF-8."),
        ) from None


def rows(path: Path, raw: bytes, resource: Resource) -> list[Row]:
    """Parse a resource; the header must be the schema's fields, in any order.

    The marks of missing values count in typed fields and in cells; words may read "n/a".
    """
    absent = {f.name: "" for f in resource.extra}
    words = {f.name for f in resource.fields if f.is_words}
    lines = csv.reader(io.StringIO(decode(path, raw), newline=""), strict=True)
    try:
        header = next(lines, [])
        _check_header(path, header, resource.fields)
        found = []
        for values in lines:
            if len(values) != len(header):
                raise UserError(
                    Text(
                        f"{path} 第 {lines.line_num} 行有 {len(values)} 栏，应为 {len(header)} 栏。",
                        f"{path}, line {lines.line_num}: {len(values)} fields instead of {len(header)}.",
                    ),
                    FIX,
                )
            if not _MISSING.isdisjoint(values):
                pairs = zip(header, values, strict=True)
                values = ["" if value in _MISSING and name not in words else value for name, value in pairs]
            found.append(Row(path, lines.line_num, absent | dict(zip(header, values, strict=True))))
        return found
    except csv.Error as problem:
        raise UserError(
            Text(
                f"{path} 第 {lines.line_num} 行不是完整的 CSV（{problem}）。",
                f"{path}, line {lines.line_num} is not well-formed CSV ({problem}).",
            ),
            FIX,
        ) from None


def _check_header(path: Path, header: list[str], fields: tuple[Field, ...]) -> None:
    missing = [f.name for f in fields if f.name not in header]
    if missing:
        names = ", ".join(missing[:4])
        raise UserError(Text(f"{path} 缺少字段：{names}。", f"{path} lacks the fields {names}."), FIX)
