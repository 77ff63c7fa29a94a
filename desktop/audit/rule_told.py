"""How a finding on a regulation is told: raised on its mention, with the numbers beside it and the register entry."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.scope import Rule
from desktop.audit.tells import REGISTER
from desktop.core.figure import Figure
from desktop.core.finding import Finding, Input
from desktop.core.policy import PolicyMention
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "policy"
_STRAIGHT: Final = re.compile(r'"([^"]*)"')


def called(mention: PolicyMention) -> Text:
    """The document as the text calls it, in quotation marks: by its title, else by its number."""
    title = mention.title if mention.title.zh else Text(mention.number, mention.number)
    return quote(Text(_STRAIGHT.sub(r"‘\1’", title.zh), _STRAIGHT.sub(r"‘\1’", title.en)))


def told(
    rule: Rule,
    verdict: str,
    kind: str,
    written: Text,
    said: Text,
    figures: tuple[Figure, ...] = (),
    spans: tuple[Anchor, ...] = (),
) -> Finding:
    """A finding on a mention; ``figures`` are those of its own sentence or row that it is about."""
    items = (rule.mention.id, *(f.id for f in figures))
    inputs = list(say.inputs(*figures))
    if rule.entry is not None:
        inputs.append(Input(REGISTER, rule.entry.title))
    spans = (rule.mention.anchor, *(f.anchor for f in figures), *spans)
    return say.told(KEY, verdict, items, tuple(inputs), written, said, spans, kind, tag=kind)
