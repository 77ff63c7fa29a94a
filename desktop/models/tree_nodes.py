"""What stands in the factor tree: one node an item, a change as one node, dates left to the events."""

from __future__ import annotations

from collections import defaultdict

from desktop.core.dossier import Dossier, Item
from desktop.core.evidence import Event, Point
from desktop.core.factor import THEMES, Factor
from desktop.core.figure import Figure
from desktop.core.named import named
from desktop.core.period import Period
from desktop.core.policy import PolicyMention
from desktop.core.review import STATUSES
from desktop.core.table import Table
from desktop.core.tally import verdicts_in
from desktop.core.text import DOT, NOTHING, Text, same
from desktop.core.value import value
from desktop.core.verdict import Verdict

TONES = ("red", "amber", "grey")
ARROW = Text(" → ", " → ")
COUNTS: dict[type, tuple[str, str, str]] = {
    Table: ("表", "table", "tables"),
    PolicyMention: ("政策", "policy", "policies"),
    Figure: ("数", "figure", "figures"),
    Point: ("要点", "point", "points"),
}


@value
class Pill:
    """A small badge: mark and count in a tone; ``count`` 0 shows the mark alone."""

    mark: str
    tone: str
    count: int
    name: Text


class Node:
    """A line of the tree. ``children`` is None until somebody asks; ``shown`` pass the filter."""

    __slots__ = ("_said", "_words", "also", "children", "item", "kind", "more", "name", "parent", "pills", "row",
                 "series", "shown", "values")  # fmt: skip

    def __init__(
        self,
        item: str,
        kind: str,
        parent: int,
        name: Text,
        values: tuple[Text, ...] = (),
        more: Text = NOTHING,
        pills: tuple[Pill, ...] = (),
        series: int = -1,
        said: str = "",
        also: tuple[str, ...] = (),
    ) -> None:
        """``parent`` is the index of the line above; a filter looks in ``said``; ``also`` are further items of it."""
        self.item, self.kind, self.parent, self.name = item, kind, parent, name
        self.values, self.more, self.pills = values, more, pills
        self.series, self.also = series, also
        self._said, self._words = said, ""
        self.children: list[int] | None = None
        self.shown: list[int] = []
        self.row = 0

    @property
    def words(self) -> str:
        """What a filter looks in, folded."""
        self._words = self._words or fold(self._said)
        return self._words


def fold(text: str) -> str:
    """Return a text as filters compare it: width, form and case do not matter."""
    from unicodedata import normalize  # no start needs it

    return normalize("NFKC", text).casefold()


def root(dossier: Dossier) -> Node:
    """Return the node of the dossier itself, which stands for no item."""
    count = Text("{0} 个因素", "{0} reasons").format(len(dossier.reasons))
    return Node("", "dossier", -1, dossier.title, (count,), dossier.summary, said=_said(dossier.title))


def below(dossier: Dossier, node: Node, index: int) -> list[Node]:
    """Return the children of the node that has this index."""
    if node.kind == "dossier":
        return [_factor(dossier, f, index) for f in dossier.factors if not f.parent]
    if node.kind == "factor":
        return _of_factor(dossier, node.item, index)
    if node.kind == "table":
        inside = [f for f in dossier.figures if f.table == node.item and not f.is_date]
        return _figures(dossier, inside, index)
    return []


def has_below(dossier: Dossier, node: Node) -> bool:
    """Whether a node has children, without making them."""
    if node.kind in ("dossier", "factor"):
        items = dossier.factors if node.kind == "dossier" else dossier.of_factor(node.item)
        return any(not (isinstance(i, Figure) and i.is_date) for i in items) or any(
            f.parent == node.item for f in dossier.factors
        )
    return node.kind == "table" and any(f.table == node.item and not f.is_date for f in dossier.figures)


def _factor(dossier: Dossier, factor: Factor, parent: int) -> Node:
    items = [i for i in dossier.of_factor(factor.id) if not (isinstance(i, Figure) and i.is_date)]
    counts = ((sum(isinstance(i, kind) for i in items), words) for kind, words in COUNTS.items())
    values = tuple(_counted(count, words) for count, words in counts if count)[:2]
    return Node(
        factor.id,
        "factor",
        parent,
        factor.label,
        values,
        Text("：", ": ").join([factor.title, factor.summary]),
        _tally(dossier, factor.id),
        _series(dossier, factor),
        _said(factor.label, factor.title, factor.summary, THEMES.get(factor.theme, NOTHING)),
    )


def _counted(count: int, words: tuple[str, str, str]) -> Text:
    zh, one, many = words
    return Text(f"{count} {zh}", f"{count} {one if count == 1 else many}")


def _series(dossier: Dossier, factor: Factor) -> int:
    return dossier.reasons.index(factor) if factor.is_reason else -1


def _tally(dossier: Dossier, factor_id: str) -> tuple[Pill, ...]:
    """One pill a tone that needs attention, with the gravest mark of the tone."""
    verdicts = verdicts_in(dossier, factor_id)
    pills = []
    for tone in TONES:
        group = [v for v in verdicts if v.tone == tone]
        if group:
            gravest = max(group, key=lambda v: v.severity)
            pills.append(Pill(gravest.mark, tone, len(group), gravest.name))
    return tuple(pills)


def _of_factor(dossier: Dossier, factor_id: str, parent: int) -> list[Node]:
    nodes = [_factor(dossier, f, parent) for f in dossier.factors if f.parent == factor_id]
    items = dossier.of_factor(factor_id)
    nodes += [_node(dossier, i, parent) for i in items if isinstance(i, Table)]
    loose = [i for i in items if isinstance(i, Figure) and not i.is_date and not i.table]
    nodes += _figures(dossier, loose, parent)
    nodes += [_node(dossier, i, parent) for i in items if isinstance(i, (PolicyMention, Event, Point))]
    return nodes


def _figures(dossier: Dossier, figures: list[Figure], parent: int) -> list[Node]:
    """Figures in the order of the text; one that changed from another joins its line: “38% → 19%”."""
    chains: list[list[Figure]] = []
    ends: dict[str, list[Figure]] = {}
    for figure in figures:
        chain = ends.pop(figure.change_from, None)
        if chain is None:
            chain = []
            chains.append(chain)
        chain.append(figure)
        ends[figure.id] = chain
    alike: defaultdict[Text, list[Figure]] = defaultdict(list)
    for chain in chains:
        alike[chain[-1].indicator].append(chain[-1])
    return [
        _change(dossier, chain, _told_apart(chain[-1], alike[chain[-1].indicator]), parent)
        for chain in chains
    ]


def _told_apart(figure: Figure, alike: list[Figure]) -> Text:
    """Name a figure by its indicator, led by what tells it from its neighbours of the same: whose, or when."""
    name = figure.label
    if len({f.entity for f in alike}) > 1 and figure.entity.zh and name != figure.entity:
        return DOT.join([figure.entity, name])
    if len({f.period for f in alike}) > 1 and figure.period is not None:
        return DOT.join([figure.period.shown(), name])
    return name


def _change(dossier: Dossier, chain: list[Figure], name: Text, parent: int) -> Node:
    last = chain[-1]
    values = [f.shown() for f in chain]
    verdict = dossier.verdict_of(*(f.id for f in chain))
    said = _said(*(t for f in chain for t in (f.entity, f.indicator, f.shown(), same(f.as_printed))))
    return Node(
        last.id,
        "figure",
        parent,
        name,
        (ARROW.join(values),),
        last.named(),
        _pill(verdict) or _unchecked(dossier, last.id),
        said=said,
        also=tuple(f.id for f in chain[:-1]),
    )


def _node(dossier: Dossier, item: Item, parent: int) -> Node:
    value, more, kind = NOTHING, named(item), "point"
    match item:
        case Table():
            kind, value = "table", same(f"{len(item.rows)}×{len(item.columns)}")
        case PolicyMention():
            kind, value = "policy", _short(item.date)
            more = Text("：", ": ").join((named(item), item.requirement))
        case Event():
            kind, value = "event", _short(item.period)
        case Point():
            more = item.shown()
    said = _said(named(item), more, value)
    return Node(
        item.id,
        kind,
        parent,
        named(item),
        (value,) if value.zh else (),
        more,
        _pill(dossier.verdict_of(item.id)) or _unchecked(dossier, item.id),
        said=said,
    )


def _short(period: Period | None) -> Text:
    """A period as a narrow column has room for it: 2020-11, 2020→2023."""
    if period is None:
        return NOTHING
    return same(period.text) if period.start is not None else period.shown()


def _pill(verdict: Verdict | None) -> tuple[Pill, ...]:
    return (Pill(verdict.mark, verdict.tone, 0, verdict.name),) if verdict else ()


def _unchecked(dossier: Dossier, item_id: str) -> tuple[Pill, ...]:
    """A ring for what an import is in doubt about and nobody has decided on."""
    return (Pill("○", "amber", 0, STATUSES["open"]),) if dossier.status_of(item_id) == "open" else ()


def _said(*texts: Text) -> str:
    return "\n".join(part for t in texts for part in t)
