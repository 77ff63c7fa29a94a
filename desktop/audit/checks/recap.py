"""A conclusion that takes up the reasons of a text one by one and leaves some out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.core.factor import Factor
from desktop.core.span import Anchor
from desktop.core.text import Text, same

KEY: Final = "recap"
# What headings share whatever they are about.
_COMMON: Final = re.compile(
    r"带来|导致|引发|造成|影响|变化|问题|原因|因素|方面|分析|中的|下的|后的|对于?|直接|主动|所致|加剧|加速|升级|重构|重新|调整|转型|强化|"
    r"优化|收紧|动态|生存|挑战|阶段性?|取舍|[的与和及对中下后在为从了、，。：“”\s]"
)
_LEAST: Final = 4  # reasons that a conclusion may take up one by one
_SHARE: Final = 5  # it must take up all but one in so many
SAID = Text(
    "前文讲了{2}个原因，结语逐一回顾了其中{0}个，没有提到{1}。",
    "The conclusion takes up {0} of the {2} reasons one by one and leaves out {1}.",
)


@check(KEY, "首尾呼应", "reasons in the conclusion", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Look for the subject of every reason in the conclusion."""
    dossier = whole.dossier
    reasons = [f for f in dossier.reasons if not f.parent]
    ending = next((f for f in reversed(dossier.factors) if f.kind == "conclusion"), None)
    source = dossier.source(ending.anchor.source) if ending is not None else None
    if ending is None or source is None or len(reasons) < _LEAST:
        return
    text = source.text[slice(*ending.section)]
    places = _places(reasons, text)
    missed = [f for f, at in zip(reasons, places, strict=True) if at < 0]
    taken = [at for at in places if at >= 0]
    # Words that come back in another order are no review of the reasons.
    if not missed or len(missed) > max(1, len(reasons) // _SHARE) or taken != sorted(taken):
        return
    names = Text("", ", ").join([quote(_name(f)) for f in missed])
    said = SAID.format(len(reasons) - len(missed), names, len(reasons))
    place = Anchor(source.id, *ending.section, text)
    items = tuple(f.id for f in missed)
    written = same(f"{len(reasons)} − {len(missed)} = {len(reasons) - len(missed)}")
    yield say.told(
        KEY, "ambiguous", items, (), written, said, (place, *(f.anchor for f in missed)), tag="missed"
    )


def _name(factor: Factor) -> Text:
    return factor.short if factor.short.zh else factor.title


def _places(reasons: Sequence[Factor], text: str) -> list[int]:
    """Where a word that only one heading has comes back in a text; -1 where none does."""
    pairs = [_pairs(f) for f in reasons]
    found = []
    for own in pairs:
        known = own - set().union(*(p for p in pairs if p is not own))
        found.append(min((at for p in known if (at := text.find(p)) >= 0), default=-1))
    return found


def _pairs(factor: Factor) -> set[str]:
    """The pairs of characters in the words of a heading."""
    words = _COMMON.sub(" ", f"{factor.title.zh} {factor.short.zh}").split()
    return {w[i : i + 2] for w in words for i in range(len(w) - 1)}
