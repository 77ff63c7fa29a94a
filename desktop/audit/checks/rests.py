"""A sentence that tells what the rest has, after one that told a share: 甲占四成；其余合计占60%."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.adding import added
from desktop.audit.amounts import formula, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, digits
from desktop.audit.moves import is_change
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "rests"
_REST: Final = re.compile(
    r"^\s*(?:而|则|至于)?(?:其余|剩下|剩余|余下)的?(?P<noun>[^，,。；的中里]{0,8}?)(?:合计|一共|总共|共|加起来|合起来)?"
    r"(?:则|只|仅|也|就)?(?:占|是|为|有)?(?:了|到|去)?(?:约|近|大约|将近|不到|不足|超过)*$"
)
_SHARE: Final = re.compile(
    r"占(?!比|总|全|该|其)(?:了|到|去|据)?(?:约|近|大约|将近|超过|不到)*$|占比(?:为|是|达|约)*$|^的$"
)
REST = Text(
    "前一句已说占{0}，其余应是{1}，不是文中的{2}。",
    "With {0} told before, {1} is left for the rest, not {2}.",
)


@check(KEY, "其余部分", "what is left of a whole", "prose", needs={"prose": ("%", "剩余")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold the share of the rest against the shares of the sentence before."""
    if sum(f.unit == "%" for f in piece.figures) < 2:
        return
    before: Sentence | None = None
    chain: list[Figure] = []  # the shares of the sentences that semicolons join
    joined = False
    for sentence in piece.sentences:
        near = before is not None and sentence.start == before.start + len(before.text)
        if before is not None:
            chain = [*(chain if joined else ()), *_shares(before)]
            joined = near and before.text.rstrip()[-1:] in "；;"
        first = sentence.amounts[0] if sentence.amounts else None
        told = _REST.match(sentence.lead(first)) if first is not None and first.unit == "%" else None
        if (
            first is not None
            and told is not None
            and before is not None
            and near
            and told["noun"] in before.text
        ):
            own = _shares(before)
            yield from _held(first, own if own == chain or _leaves(first, own) else chain)
        before = sentence


def _shares(sentence: Sentence) -> list[Figure]:
    """The shares of a sentence that are parts of one whole, less those of a part (其中…); [] where unsure."""
    own = [f for f in sentence.amounts if f.unit == "%" and f.role != "change" and not is_change(sentence, f)]
    inner = sentence.text.find("其中")
    outer = [f for f in own if inner < 0 or f.anchor.start - sentence.start < inner]
    return outer if all(_SHARE.search(sentence.lead(f)) for f in outer) else []


def _leaves(rest: Figure, shares: list[Figure]) -> bool:
    """Whether a share is what shares leave of all."""
    both, claim = added(shares) if shares else None, as_claim(rest)
    return (
        both is not None
        and claim is not None
        and claim.meets(Interval(100 - both[0].high, 100 - both[0].low))
    )


def _held(rest: Figure, shares: list[Figure]) -> Iterable[Result]:
    both, claim = added(shares) if shares else None, as_claim(rest)
    if both is None or claim is None or both[1] >= 100:
        return
    left = Interval(100 - both[0].high, 100 - both[0].low)
    written = formula("100% − {} = {}", percent(both[1]), percent(100 - both[1]))
    if left.meets(claim):
        plain = digits(rest) or claim
        yield say.passed(KEY, (rest, *shares), written, rounded=not plain.holds(100 - both[1]))
    else:
        said = REST.format(percent(both[1]), percent(100 - both[1]), stated(rest))
        yield say.finding(KEY, "inconsistent", (rest, *shares), written, said)
