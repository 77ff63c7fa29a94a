"""What the inspector says of an item: what it is, the item large, and rows of label and value."""

from __future__ import annotations

from collections.abc import Callable

from desktop.core.dossier import Dossier, Item
from desktop.core.evidence import Event, Point
from desktop.core.factor import THEMES, Factor
from desktop.core.figure import COMPARATORS, ROLES, Figure
from desktop.core.named import named
from desktop.core.policy import PolicyMention
from desktop.core.table import Cell, Table
from desktop.core.text import LIST_COMMA, NOTHING, SEMICOLON, Text, same
from desktop.core.units import unit
from desktop.core.value import value

Row = tuple[Text, Text]
SIGNS = {"=": "=", ">=": "≥", "<=": "≤", ">": ">", "<": "<", "~": "≈"}
DIRECTIONS = {"up": Text("上升", "rising"), "down": Text("下降", "falling")}
DATE_KINDS = {"published": Text("发布时间", "Published"), "effective": Text("施行时间", "In force from")}
DENIED = Text("文本否定这一数值", "the text denies this value")
POINT_STYLES = {
    "bullet": Text("列表项", "bullet"),
    "inline": Text("文中列举", "listed in the text"),
    "statement": Text("陈述", "statement"),
}
EVENT_KINDS = {
    "policy": Text("政策", "policy"),
    "change": Text("变化", "change"),
    "measure": Text("措施", "measure"),
    "context": Text("背景", "context"),
}
VALUE_KINDS = frozenset({"figure", "cell"})


@value
class Facts:
    """``kind`` captions the item, ``value`` is the item itself, ``rows`` are label and value, none empty."""

    kind: Text
    value: Text
    rows: tuple[Row, ...]


def facts_of(dossier: Dossier, item_id: str) -> Facts | None:
    """Return the facts of an item; None for something that is no item."""
    item = dossier.item(item_id)
    if item is None:
        return None
    kind, value, rows = _TELL[type(item)](dossier, item)
    rows += _reviewed(dossier, item)
    return Facts(kind, value, tuple((label, text) for label, text in rows if text.zh or text.en))


def _reviewed(dossier: Dossier, item: Item) -> list[Row]:
    """How far an item of an import has been checked; beside what was corrected stands what the text prints."""
    from desktop.core.review_told import review_told  # which rests on this module

    rows = [(Text("审阅", "Review"), review_told(dossier, item.id))]
    if dossier.status_of(item.id) == "corrected":
        rows.append((Text("原文", "Text"), _quoted(" ".join(item.anchor.quote.split()))))
    return rows


def _figure(dossier: Dossier, item: Figure) -> tuple[Text, Text, list[Row]]:
    known = unit(item.unit) if not item.is_date else None
    before = dossier.item(item.change_from)
    table = dossier.table_of(item.id)
    return (
        Text("选中的数字", "Selected figure"),
        item.shown(),
        [
            (Text("指标", "Indicator"), item.indicator),
            (Text("主体", "Entity"), item.entity),
            (Text("时期", "Period"), item.period.shown() if item.period and not item.is_date else NOTHING),
            (Text("口径", "Reads as"), _comparator(item)),
            (Text("类型", "Role"), ROLES[item.role]),
            (Text("方向", "Direction"), DIRECTIONS.get(item.direction, NOTHING)),
            (Text("变化前", "Changed from"), before.shown() if isinstance(before, Figure) else NOTHING),
            (Text("单位", "Unit"), known.name if known else NOTHING),
            (Text("原文写法", "As printed"), _quoted(item.as_printed)),
            (Text("限定词", "Hedge"), _quoted(item.hedge)),
            (Text("否定", "Negated"), DENIED if item.negated else NOTHING),
            (Text("表格", "Table"), _place(table, item.row, item.col) if table else NOTHING),
        ],
    )


def _comparator(item: Figure) -> Text:
    if item.is_date and item.comparator == "=":
        return NOTHING
    sign, words = SIGNS[item.comparator], COMPARATORS[item.comparator]
    return Text(f"{words.zh}（{sign}）", f"{words.en} ({sign})")


def _cell(dossier: Dossier, item: Cell) -> tuple[Text, Text, list[Row]]:
    table = dossier.table_of(item.id)
    figures = dossier.figures_in_cell(item.table, item.row, item.col)
    rows: list[Row] = []
    if table is not None:
        column = next((c for c in table.columns if c.col == item.col), None)
        label = table.cell(item.row, 0) if item.col else None
        known = unit(column.unit) if column else None
        rows = [
            (Text("行", "Row"), label.shown() if label and item.row else NOTHING),
            (Text("列", "Column"), column.name if column else NOTHING),
            (Text("单位", "Unit"), known.name if known else NOTHING),
            (Text("数值", "Values"), SEMICOLON.join([f.shown() for f in figures])),
            (Text("表格", "Table"), _place(table, item.row, item.col)),
        ]
    return Text("选中的单元格", "Selected cell"), item.shown(), rows


def _table(_: Dossier, item: Table) -> tuple[Text, Text, list[Row]]:
    size = Text("{0} 行 × {1} 列", "{0} rows × {1} columns").format(len(item.rows), len(item.columns))
    return (
        Text("选中的表格", "Selected table"),
        item.title,
        [
            (Text("大小", "Size"), size),
            (Text("各列", "Columns"), LIST_COMMA.join([c.name for c in item.columns])),
        ],
    )


def _policy(_: Dossier, item: PolicyMention) -> tuple[Text, Text, list[Row]]:
    general = Text("未指名的政策", "a policy that is not named")
    title = item.cited if item.title.zh else general
    return (
        Text("选中的政策", "Selected policy"),
        title,
        [
            (Text("文号", "Number"), same(item.number)),
            (
                DATE_KINDS.get(item.date_kind, Text("时间", "Date")),
                item.date.shown() if item.date else NOTHING,
            ),
            (Text("所称要求", "Claimed rule"), item.requirement),
            (Text("所称影响", "Claimed effect"), item.impact),
        ],
    )


def _event(dossier: Dossier, item: Event) -> tuple[Text, Text, list[Row]]:
    basis = [named(part) for i in item.items if (part := dossier.item(i)) is not None]
    return (
        Text("选中的事件", "Selected event"),
        item.title,
        [
            (Text("时期", "Period"), item.period.shown()),
            (Text("类型", "Kind"), EVENT_KINDS.get(item.kind, same(item.kind))),
            (Text("依据", "Follows from"), SEMICOLON.join(basis)),
        ],
    )


def _point(_: Dossier, item: Point) -> tuple[Text, Text, list[Row]]:
    return (
        Text("选中的要点", "Selected statement"),
        item.label if item.label.zh else item.shown(),
        [
            (Text("内容", "Says"), item.shown() if item.label.zh else NOTHING),
            (Text("形式", "Form"), POINT_STYLES.get(item.style, same(item.style))),
        ],
    )


def _factor(_: Dossier, item: Factor) -> tuple[Text, Text, list[Row]]:
    reason, section = Text("选中的因素", "Selected reason"), Text("选中的章节", "Selected section")
    caption = reason if item.is_reason else section
    return (
        caption,
        item.label,
        [
            (Text("标题", "Heading"), item.title if item.title != item.label else NOTHING),
            (Text("主题", "Theme"), THEMES.get(item.theme, NOTHING)),
            (Text("摘要", "Summary"), item.summary),
        ],
    )


def _quoted(words: str) -> Text:
    return same(f"“{words}”") if words else NOTHING


def _place(table: Table, row: int | None, col: int | None) -> Text:
    if row is None or col is None:
        return table.title
    return Text("{0}，第 {1} 行第 {2} 列", "{0}, row {1}, column {2}").format(table.title, row, col + 1)


_TELL: dict[type, Callable[..., tuple[Text, Text, list[Row]]]] = {
    Figure: _figure,
    Cell: _cell,
    Table: _table,
    PolicyMention: _policy,
    Event: _event,
    Point: _point,
    Factor: _factor,
}
