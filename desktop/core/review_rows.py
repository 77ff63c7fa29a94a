"""What a review lists: every item that was found, how it was read, and what is in doubt about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from desktop.core.dossier import Dossier, Item
from desktop.core.evidence import Event, Point
from desktop.core.factor import THEMES, Factor
from desktop.core.facts import DIRECTIONS, EVENT_KINDS, POINT_STYLES
from desktop.core.figure import COMPARATORS, ROLES, Figure
from desktop.core.policy import MATCHES, PolicyMention
from desktop.core.record import Record
from desktop.core.stretches import kind_of
from desktop.core.table import Cell, Table
from desktop.core.tally import counted
from desktop.core.text import DOT, LIST_COMMA, NOTHING, Text, same

LONGEST = 80  # characters of a quote that a row shows
KINDS: dict[str, Text] = {
    "figure": Text("数字", "figure"),
    "date": Text("日期", "date"),
    "policy": Text("政策", "policy"),
    "table": Text("表格", "table"),
    "factor": Text("章节", "section"),
    "point": Text("要点", "statement"),
    "event": Text("事件", "event"),
}
FACTOR_KINDS: dict[str, Text] = {
    "factor": Text("因素", "Reason"),
    "outlook": Text("展望", "Outlook"),
    "introduction": Text("导语", "Introduction"),
    "conclusion": Text("结语", "Conclusion"),
    "section": Text("章节（不是原因）", "Section (no reason)"),
}
_COUNTED = (("figure", "figures"), ("date", "dates"), ("policy", "policies"), ("table", "tables"),
            ("point", "points"))  # fmt: skip
UNLISTED = Text("登记簿未收录", "not in the register")
MATCHED = Text("登记簿：{}", "register: {}")
SIZE = Text("{0} 行 × {1} 列", "{0} rows × {1} columns")
NUMBERED = Text("因素 {}", "Reason {}")
THEME = Text("主题：{}", "theme: {}")
DENIED = Text("文中否定", "denied in the text")


class Row(NamedTuple):
    """One item of the list; ``start`` is its place in the text."""

    item: str
    kind: str
    status: str
    start: int


class Reading(NamedTuple):
    """How an item was read: its quote on one line, what it means, and what else is known of it."""

    quote: str
    means: Text
    more: Text


def review_kind(item: Item) -> str:
    """Return the key in ``KINDS`` of an item: a date is a kind of its own."""
    if isinstance(item, Figure):
        return "date" if item.role == "date" else "figure"
    return kind_of(item)


def review_rows(dossier: Dossier) -> list[Row]:
    """Return a row for each item in the order of the text; cells are part of their table."""
    status = statuses(dossier)
    rows = [
        Row(item.id, review_kind(item), status(item.id), item.anchor.start)
        for item in dossier.items.values()
        if not isinstance(item, Cell)
    ]
    return sorted(rows, key=lambda row: row.start)


def statuses(dossier: Dossier) -> Callable[[str], str]:
    """Return what ``dossier.status_of`` says, for asking of every item of an import."""
    given = {"": "", **dict.fromkeys((d.item for d in dossier.doubts), "open")}
    given.update((r.item, r.status) for r in dossier.reviews)
    usual = "automatic" if dossier.is_imported else ""
    return lambda item_id: given.get(item_id, usual)


def reading_of(dossier: Dossier, item: Item, record: Record) -> Reading:
    """Return how an item was read; ``record`` names the register entry of a regulation."""
    means, more = _READ[type(item)](dossier, item, record)
    return Reading(brief(item.anchor.quote), means, more)


def brief(quote: str) -> str:
    """Return a quote on one line, cut where it is long."""
    words = " ".join(quote.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def doubt_of(dossier: Dossier, item_id: str) -> Text:
    """Return why an item is in doubt, the gravest reason first; empty when it is not."""
    doubts = sorted(dossier.doubts_of(item_id), key=lambda d: -d.weight)
    return Text("", " ").join([d.why for d in doubts])


def totals(dossier: Dossier, rows: Iterable[Row]) -> Text:
    """Say what was found, such as "38 figures, 2 policies, 4 tables, 6 reasons"."""
    kinds = Counter(row.kind for row in rows)
    parts = [counted(kinds[kind], word, full=True) for kind, word in _COUNTED if kinds[kind]]
    parts += [counted(len(dossier.reasons), "reasons", full=True)] if dossier.reasons else []
    return LIST_COMMA.join(parts)


def _figure(_dossier: Dossier, item: Figure, _record: Record) -> tuple[Text, Text]:
    shown = item.shown()
    if item.is_date:
        means = DOT.join((shown, item.indicator))
        return means, NOTHING
    parts = [] if _plain(shown.zh) == _plain(item.anchor.quote) else [shown]
    parts += [t for t in (item.entity, item.indicator) if t.zh]
    if item.period is not None:
        parts.append(item.period.shown())
    more = [COMPARATORS[item.comparator], ROLES[item.role]]
    more += [DIRECTIONS[item.direction]] if item.direction in DIRECTIONS else []
    more += [same(f"“{item.hedge}”")] if item.hedge else []
    more += [DENIED] if item.negated else []
    return DOT.join(parts or [shown]), DOT.join(more)


def _policy(_dossier: Dossier, item: PolicyMention, record: Record) -> tuple[Text, Text]:
    entry = record.entry(item.register_id) if item.register_id else None
    means = UNLISTED
    if entry is not None:
        means = MATCHED.format(entry.title_and_number)
    more = [MATCHES[item.match]] if item.match in MATCHES else []
    more += [item.date.shown()] if item.date else []
    more += [t for t in (item.requirement, item.impact) if t.zh]
    return means, DOT.join(more)


def _factor(_dossier: Dossier, item: Factor, _record: Record) -> tuple[Text, Text]:
    theme = [THEME.format(THEMES[item.theme])] if item.theme in THEMES and item.is_reason else []
    return DOT.join([factor_name(item), *theme]), NOTHING


def factor_name(item: Factor) -> Text:
    """Return what kind of section it is, a reason with its number."""
    if item.is_reason and item.number is not None:
        return NUMBERED.format(item.number)
    return FACTOR_KINDS.get(item.kind, FACTOR_KINDS["section"])


def _table(_dossier: Dossier, item: Table, _record: Record) -> tuple[Text, Text]:
    columns = LIST_COMMA.join([c.name for c in item.columns])
    return DOT.join([item.title, SIZE.format(len(item.rows), len(item.columns))]), columns


def _point(_dossier: Dossier, item: Point, _record: Record) -> tuple[Text, Text]:
    style = POINT_STYLES.get(item.style, same(item.style))
    return DOT.join((style, item.label)), NOTHING


def _event(_dossier: Dossier, item: Event, _record: Record) -> tuple[Text, Text]:
    return DOT.join([item.period.shown(), item.title]), EVENT_KINDS.get(item.kind, same(item.kind))


def _plain(words: str) -> str:
    return "".join(words.split())


_READ: dict[type, Callable[..., tuple[Text, Text]]] = {
    Figure: _figure,
    PolicyMention: _policy,
    Factor: _factor,
    Table: _table,
    Point: _point,
    Event: _event,
}
