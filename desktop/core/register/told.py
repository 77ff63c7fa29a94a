"""The fields of a register entry in words: what they are called, what they say, what was corrected."""

from __future__ import annotations

from datetime import date

from desktop.core.period import Period
from desktop.core.policy import GRADES, KINDS, STATUSES, RegisterEntry
from desktop.core.register.layer import Corrected, Layer, Value
from desktop.core.text import NOTHING, SEMICOLON, Text, same
from desktop.core.value import value
from desktop.core.verdict import CONFIDENCE

FIELDS: dict[str, Text] = {
    "title": Text("名称", "Title"),
    "number": Text("文号", "Number"),
    "issuer": Text("发布机关", "Issuer"),
    "instrument": Text("文件类型", "Instrument"),
    "document_date": Text("成文", "Dated"),
    "published": Text("发布", "Published"),
    "effective": Text("施行", "In effect"),
    "ended": Text("失效", "Ended"),
    "status": Text("状态", "Status"),
    "provisions": Text("主要规定", "Provisions"),
    "key_numbers": Text("关键数字", "Key numbers"),
    "applies": Text("适用", "Applies"),
}
UNVERIFIED: dict[str, Text] = {
    "number": Text("文号", "document number"),
    "document_date": Text("成文日期", "document date"),
    "published": Text("发布日期", "publication date"),
    "effective": Text("施行日期", "effective date"),
    "provisions": Text("主要规定", "provisions"),
    "all": Text("全部内容", "everything"),
}
NAMES: dict[str, Text] = {
    **FIELDS,
    "kind": Text("类别", "Kind"),
    "status_note": Text("状态说明", "Status note"),
    "supersedes": Text("取代", "Supersedes"),
    "superseded_by": Text("被取代于", "Superseded by"),
    "citation": Text("依据", "Citation"),
    "urls": Text("网址", "Addresses"),
    "grade": Text("来源等级", "Source grade"),
    "confidence": Text("置信度", "Confidence"),
    "unverified": Text("尚未核实", "Not verified"),
    "unverified_note": Text("未核实说明", "On what is not verified"),
}
_CODES: dict[str, dict[str, Text]] = {"status": STATUSES, "kind": KINDS, "confidence": CONFIDENCE}
EMPTY = Text("（空）", "(empty)")
MINE = Text("你的更正；登记簿原载：{}", "your correction; the register says: {}")
MOVED = Text(
    "你的更正；登记簿升级后改为：{}（更正时是：{}）",
    "your correction; an upgrade of the register changed it to: {} (it was: {})",
)
BECAUSE = Text("{}；原因：{}", "{}; reason: {}")
ON = Text("{}（{}）", "{} ({})")
FACTS = (
    "number", "kind", "issuer", "instrument", "document_date", "published", "effective", "ended", "status",
    "status_note", "provisions", "key_numbers", "applies", "citation", "grade", "confidence",
)  # fmt: skip
ALWAYS = frozenset(("number", "published", "effective"))  # told to be missing where they are
UNKNOWN = Text("未载明", "not stated")


@value
class FactRow:
    """A field of an entry in words; ``note`` tells a person's correction and the shipped value, ``moved`` warns."""

    field: str
    label: Text
    text: Text
    note: Text
    moved: bool = False
    unverified: bool = False


def told(field: str, given: Value, titles: dict[str, Text]) -> Text:
    """Return the value of a field in words; ``titles`` names entries by their id."""
    if field in _CODES and isinstance(given, str):
        return _CODES[field].get(given, same(given))
    if field == "grade" and isinstance(given, str):
        return grade_told(given)
    if isinstance(given, tuple) and not isinstance(given, Text):
        names = {**titles, **UNVERIFIED} if field == "unverified" else titles
        return SEMICOLON.join([names.get(one, same(one)) for one in given])
    if isinstance(given, Text):
        return given
    return day(given) if isinstance(given, date) else same(given or "")


def grade_told(grade: str) -> Text:
    """Return a grade such as “B/C” with what its letters stand for."""
    meant = [GRADES[letter] for letter in grade.split("/") if letter in GRADES]
    return Text("{}（{}）", "{} ({})").format(grade, Text("或", " or ").join(meant)) if meant else same(grade)


def rows_of(entry: RegisterEntry, layer: Layer, titles: dict[str, Text]) -> tuple[FactRow, ...]:
    """Return the fields of an entry that say something, or should; all that a person corrected are among them."""
    corrected, unsure = layer.of(entry.id), set(entry.unverified)
    rows = []
    for field in FACTS:
        text = told(field, getattr(entry, field), titles)
        if text.zh or field in corrected or field in ALWAYS or field in unsure:
            rows.append(_row(field, text, corrected.get(field), titles, unsure))
    return tuple(rows)


def corrected_row(field: str, entry: RegisterEntry, layer: Layer, titles: dict[str, Text]) -> FactRow:
    """Return one field of an entry in words."""
    text = told(field, getattr(entry, field), titles)
    return _row(field, text, layer.of(entry.id).get(field), titles, set(entry.unverified))


def note_of(one: Corrected, titles: dict[str, Text]) -> Text:
    """Say that a field was corrected, what is shipped, and why and when it was corrected."""
    now, then = (told(one.field, v, titles) for v in (one.shipped, one.then))
    now, then = (text if text.zh else EMPTY for text in (now, then))
    said = MOVED.format(now, then) if one.has_moved else MINE.format(now)
    if one.reason:
        said = BECAUSE.format(said, one.reason)
    return ON.format(said, one.at[:10]) if one.at else said


def _row(field: str, text: Text, one: Corrected | None, titles: dict[str, Text], unsure: set[str]) -> FactRow:
    note = note_of(one, titles) if one else NOTHING
    missing = EMPTY if one else UNKNOWN
    return FactRow(
        field,
        NAMES[field],
        text if text.zh else missing,
        note,
        moved=one is not None and one.has_moved,
        unverified=field in unsure or "all" in unsure,
    )


def day(value: date | None) -> Text:
    """A day as people write it; nothing where it is not known."""
    return Period(value.isoformat()).shown() if value else NOTHING
