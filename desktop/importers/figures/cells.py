"""Figures in tables: the header gives unit, scale and period to a column, the row its label and date."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from desktop.importers.blocks import Block
from desktop.importers.figures import captions
from desktop.importers.figures.clause import Clauses
from desktop.importers.figures.found import Found
from desktop.importers.figures.links import link
from desktop.importers.figures.numerals import LETTERS, SCALES, Number, arabic
from desktop.importers.figures.period import assign
from desktop.importers.figures.quantity import find
from desktop.importers.figures.roles import judge
from desktop.importers.figures.units import CURRENCY, PREFIXES, per, unit_at
from desktop.importers.policy import DATE_HEAD

_BRACKET: Final = re.compile(
    r"[（(\[【]([^（）()\[\]【】]{1,16})[）)\]】]|[，,/／](?:单位[:：])?([^，,/／（）()]{1,5})$"
)
_SCALE: Final = re.compile(r"万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?![米克瓦])|百(?!分)")
_MANY: Final = re.compile(r"(?:(thousand|million|billion)s?|'?000s?|(mln|mn|bn|k|m(?= [a-z])))(?: |$)")
_MILLIONS: Final = re.compile(
    r"(?<!heights)(?<!depths)(?<!widths)(?<!lengths)(?<!distances)(?<=[a-z]{4}s) ?[(\[]$", re.I
)
_SIGN: Final = re.compile(
    r"(?:US|HK|NT|A|C|S)?\$|[€£¥￥₩₹]|(?:USD|EUR|GBP|HKD|CNY|RMB|JPY)(?= ?(?:[mb]|'?000))"
)
_IN_HEADS: Final = {
    "m": 10**6, "mm": 10**6, "mln": 10**6, "b": 10**9, "bln": 10**9, "000": 10**3, "'000": 10**3,
}  # fmt: skip
_YEAR_HEAD: Final = re.compile(r"年度|年份|^年$|时间|财年|日期|期间|[Yy]ear")
_RANK_HEAD: Final = re.compile(r"排名|名次|位次|排行|座次")
_SERIAL_HEAD: Final = re.compile(r"^(?:序号|编号|代码|No\.?|#|ID|号|股票代码|证券代码|型号|版本|电话|邮编)$")
_CLOSES: Final = frozenset("）)]】")
_SCALED: Final = frozenset("万亿千百")
_MAYBE: Final = re.compile(r"[0-9一二两三四五六七八九十百千万亿几数半FQ]")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


class Measure(NamedTuple):
    """What a header or caption says of the numbers below it."""

    unit: str | None = None
    scale: int = 1


NOTHING: Final = Measure()


class Column(NamedTuple):
    """What a header makes of the bare numbers below it."""

    blank: bool = True
    serial: bool = False
    years: bool = False
    ranks: bool = False
    dated: bool = False
    bracket: bool = False


PLAIN: Final = Column()


def _column(head: str) -> Column:
    if not head:
        return PLAIN
    return Column(
        False, _SERIAL_HEAD.match(head) is not None, _YEAR_HEAD.search(head) is not None,
        _RANK_HEAD.search(head) is not None, DATE_HEAD.search(head) is not None, "(" in head or "（" in head,
    )  # fmt: skip


def measure(words: str) -> Measure:
    """Read the unit of a header such as 金额（亿元） or 占比(%)."""
    if (
        words[-1:] not in ("）", ")", "]", "】")
        and "(" not in words
        and "（" not in words
        and "/" not in words
        and "，" not in words
        and "," not in words
    ):
        return NOTHING
    for match in _BRACKET.finditer(words):
        if match[1] == "m" and _MILLIONS.search(words[: match.start(1)]):
            return Measure(None, 10**6)  # Borrowers (m), but Heights (m)
        found = unit_of((match[1] or match[2]).strip())
        if found is not NOTHING:
            return found
    return NOTHING


def unit_of(words: str) -> Measure:
    """Read a bare unit with its scale: 亿元, 万人次, 元/吨, $M."""
    words = words.removeprefix("单位").lstrip(":： ").removeprefix("人民币") or words
    if sign := _SIGN.match(words):
        code = CURRENCY.get(sign[0]) or PREFIXES[sign[0]]
        letters = words[sign.end() :].strip().removesuffix("s")
        return Measure(code, LETTERS.get(letters, _IN_HEADS.get(letters, 1)))
    if many := _MANY.match(words):
        return _in_english(many, words[many.end() :])
    match = _SCALE.match(words)
    scale = SCALES[match[0]] if match else 1
    rest = words[match.end() :] if match else words
    if not rest:
        return Measure(None, scale) if match else NOTHING
    found = unit_at(rest, 0)
    if found is None and match and len(rest) == 1:  # 万枝 of a measure word that no list has
        return Measure(None, scale)
    if found is None or (found[1] < len(rest) and rest[found[1]] != "/"):
        return NOTHING
    unit = found[0]
    share = per(rest, found[1])
    return Measure(f"{unit}/{share[0]}" if share else unit, scale)


def _in_english(many: re.Match[str], rest: str) -> Measure:
    """Users (million), Output (million tonnes), Staff ('000)."""
    word = many[1] or many[2]
    scale = (LETTERS.get(word) or _IN_HEADS[word]) if word else 10**3
    found = unit_at(f" {rest}", 1) if rest else None
    return Measure(found[0] if found is not None and found[1] == len(rest) + 1 else None, scale)


def in_table(text: str, table: Block) -> list[Found]:
    """Return the figures of a table in order, with row, column, unit, role and period."""
    rows = table.rows
    header = [text[a:b] for a, b in rows[0]]
    general = unit_of(captions.general(text, table.start))
    if general is NOTHING and header and captions.is_corner(header[0]):
        general = measure(header[0])
    for_amounts = general is NOTHING
    if for_amounts:
        labels = [text[slice(*row[0])].strip() for row in rows[1:]]
        general = unit_of(captions.of_all(text, table.start, header, labels))
    above = captions.by_head(text, table.start, header)
    measures = [
        unit_of(w) if w and measure(h) is NOTHING else measure(h) for h, w in zip(header, above, strict=True)
    ]
    kinds = [_column(h) for h in header]
    everything: list[Found] = []
    columns: list[str | None] = []
    for col, (a, b) in enumerate(rows[0]):
        heads = [
            f
            for f in _cell(text, a, b, 0, col)
            if f.unit is not None and not (f.role != "date" and measures[col] is not NOTHING)
        ]
        everything += heads
        dated = next((f.period for f in heads if f.role == "date" and not f.partial), None)
        if dated is None and _YEAR.fullmatch(header[col]):
            dated = header[col]
        columns.append(dated)
    for r, row in enumerate(rows[1:], 1):
        label = text[row[0][0] : row[0][1]]
        row_measure = measure(label) if label[-1:] in _CLOSES or "/" in label else NOTHING
        of_all = NOTHING if for_amounts and label.endswith(captions.COUNTED) else general
        found: list[list[Found]] = []
        when: str | None = None
        for col, (a, b) in enumerate(row):
            kind = kinds[col] if col < len(kinds) else PLAIN
            cell = _one(text, a, b, r, col, kind) if a < b else []
            if when is None and cell and (kind.dated or col == 0):
                when = next((one.period for one in cell if one.role == "date" and not one.partial), None)
            found.append(cell)
        for col, cell in enumerate(found):
            if not cell:
                continue
            head = header[col] if col < len(header) else ""
            own = measures[col] if col < len(measures) else NOTHING
            own = own if own is not NOTHING else row_measure if row_measure is not NOTHING else of_all
            _settle(
                text, cell, row[col], head, label, own, columns[col] if col < len(columns) else None, when
            )
            everything += cell
    return everything


def _cell(text: str, a: int, b: int, row: int, col: int) -> list[Found]:
    if _MAYBE.search(text, a, b) is None:
        return []
    found = find(text, a, b, cell=True)
    for one in found:
        one.row, one.col = row, col
    return found


def _one(text: str, a: int, b: int, row: int, col: int, kind: Column) -> list[Found]:
    if kind.serial:
        return []
    yearly = kind.years or (col == 0 and kind.blank)
    if yearly and b - a == 4 and _YEAR.fullmatch(text, a, b):
        one = Found(a, b, a, b, "date")
        one.role, one.period, one.row, one.col = "date", text[a:b], row, col
        return [one]
    found = _cell(text, a, b, row, col)
    if found and kind.ranks and found[0].unit is None:
        found[0].unit = found[0].role = "rank"
    elif col == 0 and found and found[0].unit is None and found[0].cmp == "=" and not kind.bracket:
        return []
    return found


def _settle(
    text: str, cell: list[Found], span: tuple[int, int], head: str, label: str, own: Measure,
    column: str | None, when: str | None,
) -> None:  # fmt: skip
    a, b = span
    clauses = Clauses(text, a, b) if b - a > 14 else None
    numbers = [f for f in cell if f.role != "date"]
    if not numbers:
        return
    if 0 < len(numbers) < len(cell):
        assign(clauses or Clauses(text, a, b), cell)
    for one in numbers:
        if own is not NOTHING and (one.unit is None or one.unit == own.unit):
            _apply(text, one, own)
        low, high = clauses.clause(one.start, one.end) if clauses else (a, b)
        judge(one, text[low : one.start], text[one.end : high], text[a : one.start], head or " ", label)
        if one.period is None:
            one.period = when if when is not None and column is None else column
    if len(numbers) > 1:
        link(text, numbers, a)


def _apply(text: str, one: Found, own: Measure) -> None:
    bare = one.unit is None
    if bare:
        one.unit = own.unit
    if not bare or own.scale == 1:
        return
    words = text[one.start : one.end]
    if own.scale == 10**8 and words[-1] == "万":
        scaled = False
    else:
        scaled = not _SCALED.isdisjoint(words) or (words[-1].isalpha() and words[-1].isascii())
    if not scaled:
        one.low, one.high = _times(one.low, own.scale), _times(one.high, own.scale)


def _times(value: Number | None, scale: int) -> Number | None:
    """Multiply exactly: the digits as printed, never a float's error."""
    if value is None or isinstance(value, int):
        return None if value is None else value * scale
    digits = repr(value)
    return value * scale if "e" in digits or "-" in digits else arabic(digits, scale)
