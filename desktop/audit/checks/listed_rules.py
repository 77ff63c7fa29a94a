"""A regulation that a section argues with, missing from the section's own table of regulations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.keys import folded
from desktop.audit.scope import Whole
from desktop.core.policy import PolicyMention
from desktop.core.table import Table
from desktop.core.text import Text, same

KEY: Final = "listed_rules"
_OTHERS: Final = re.compile(r"除[^。\n]{0,40}(?:外|之外)|其他|其余|还有|此外|other|besides|apart from", re.I)
SAID = Text(
    "正文点名的{0}不在本节列举文件的表（{1}）之中，表中只有{2}。",
    "The text names {0}, which its own table of regulations ({1}) leaves out; the table has {2}.",
)
_LEAST: Final = 2  # regulations that make a table a list of them
_MOST: Final = 4  # of them in a sentence
_NEAR: Final = 60  # characters before a table that introduce it


@check(KEY, "文件清单", "list of regulations", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Hold the regulations that the sentences of a section name against those that its table lists."""
    by_factor: defaultdict[str, list[PolicyMention]] = defaultdict(list)
    for mention in whole.dossier.policies:
        if mention.title.zh:
            by_factor[mention.factor].append(mention)
    for table in whole.dossier.tables:
        named = by_factor.get(table.factor, [])
        listed = [m for m in named if _within(m, table)]
        if len(listed) < _LEAST or _OTHERS.search(_before(whole, table)):
            continue
        known = [folded(m.title.zh) for m in listed]
        missing: dict[str, PolicyMention] = {}
        for mention in named:
            title = folded(mention.title.zh)
            if not _in_any_table(mention, whole.dossier.tables) and not any(
                title in k or k in title for k in known
            ):
                missing.setdefault(title, mention)
        if len(missing) == 1:  # with more of them the table was not meant to be all
            yield _missing(*missing.values(), table, listed)


def _within(mention: PolicyMention, table: Table) -> bool:
    own, place = mention.anchor, table.anchor
    return own.source == place.source and place.start <= own.start < place.end


def _in_any_table(mention: PolicyMention, tables: tuple[Table, ...]) -> bool:
    return any(t.factor == mention.factor and _within(mention, t) for t in tables)


def _before(whole: Whole, table: Table) -> str:
    source = whole.dossier.source(table.anchor.source)
    return source.text[max(0, table.anchor.start - _NEAR) : table.anchor.start] if source is not None else ""


def _missing(mention: PolicyMention, table: Table, listed: list[PolicyMention]) -> Result:
    title = _rule(mention)
    others = Text("", ", ").join([_rule(m) for m in listed[:_MOST]])
    said = SAID.format(title, quote(table.title), others)
    items = (mention.id, table.id)
    written = formula("{} ∉ {}", title, quote(table.columns[0].name.zh) if table.columns else same("…"))
    return say.told(KEY, "ambiguous", items, (), written, said, (mention.anchor, table.anchor), tag="missing")


def _rule(mention: PolicyMention) -> Text:
    return Text(f"《{mention.title.zh}》", quote(mention.title).en)
