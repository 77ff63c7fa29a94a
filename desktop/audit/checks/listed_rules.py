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
from desktop.audit.titles import rule_titles
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
        listed = rule_titles(table) or [m.title.zh for m in named if _within(m, table)]
        if len(listed) < _LEAST or not named or _OTHERS.search(_before(whole, table)):
            continue
        known = [folded(name) for name in listed]
        missing: dict[str, PolicyMention] = {}
        for mention in named:
            title = folded(mention.title.zh)
            inside = any(_within(mention, t) for t in whole.dossier.tables if t.factor == mention.factor)
            if not inside and not any(title in k or k in title for k in known):
                missing.setdefault(title, mention)
        if len(missing) == 1:  # with more of them the table was not meant to be all
            yield _missing(next(iter(missing.values())), table, listed)


def _within(mention: PolicyMention, table: Table) -> bool:
    own, place = mention.anchor, table.anchor
    return own.source == place.source and place.start <= own.start < place.end


def _before(whole: Whole, table: Table) -> str:
    source = whole.dossier.source(table.anchor.source)
    return source.text[max(0, table.anchor.start - _NEAR) : table.anchor.start] if source is not None else ""


def _missing(mention: PolicyMention, table: Table, listed: list[str]) -> Result:
    title = _rule(mention.title)
    others = Text("", ", ").join([_rule(same(name)) for name in listed[:_MOST]])
    said = SAID.format(title, quote(table.title), others)
    written = formula("{} ∉ {}", title, quote(table.columns[0].name.zh) if table.columns else same("…"))
    spans = (mention.anchor, table.anchor)
    return say.told(KEY, "ambiguous", (mention.id, table.id), (), written, said, spans, tag="missing")


def _rule(title: Text) -> Text:
    return Text(f"《{title.zh}》", quote(title).en)
