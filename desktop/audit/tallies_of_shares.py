"""What is left after a share: of a holding of which a part was sold, of an amount of which a share was told."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.fitting import by_rate
from desktop.audit.passages import RATES, Passage, Told, alike
from desktop.audit.tally import Tally, largest_less, tally_of

_GONE: Final = re.compile(r"减持|转让|出售|卖出|售出|退出|划转|质押|摊薄|稀释")
_AFTER: Final = re.compile(r"后[，,]?[^，,]{0,3}(?:仍|尚|还|剩|降|持|余)|(?:仍|尚|还|剩)余?[^，,]{0,4}$")
_OTHERS: Final = re.compile(r"其余|剩|余下|(?<![及和与、或])其他|另外?")
_TAKEN: Final = re.compile(r"[，,][^，,。；]{0,3}占(?:比|到|了)?$")
_TAKES: Final = re.compile(r"占|出|承担|来自|用|拿|归|付")


def of_holdings(passage: Passage, shares: Sequence[Told]) -> Iterator[Tally]:
    """What a holding comes to after a part of it went: 原持股31.60%，减持2.45%，减持后仍持有29.15%."""
    for n, told in enumerate(shares[2:]):
        whole, part = shares[n : n + 2]
        went = _GONE.search(part.lead) is not None and whole.value > part.value
        after = _AFTER.search(passage.clause(told)) is not None
        if went and after and whole.sentence == told.sentence:
            found = tally_of(told, "rest", [largest_less((whole, part))], sure=True)
            if found is not None:
                yield found


def of_rests(passage: Passage, shares: Sequence[Told]) -> Iterator[Tally]:
    """What the rest of an amount comes to, of which a share was told: 总投资18.0亿元，资本金占30%，其余12.6亿元."""
    for before, told in itertools.pairwise(passage.own):
        if (
            not before.share
            or before.figure.role == "change"
            or told.figure.unit in RATES
            or before.sentence != told.sentence
            or not _OTHERS.search(told.lead)
            or not _TAKES.search(before.lead)
        ):
            continue
        wholes = [
            t
            for t in passage.own
            if t.end <= before.start and alike(t, told) and told.sentence - t.sentence <= 1
        ]
        if any(is_of(t, before, passage) for t in wholes[-1:]):
            continue  # 160户，104户说…，占65%，另有40户: the share is what 104 are
        if wholes and sum(wholes[-1].end <= t.start < told.start for t in shares) == 1:
            ways = [w for w in by_rate(wholes[-1].figure, before.figure) if "−" in w.sign and "×" in w.sign]
            found = tally_of(told, "rest", ways, sure=True)
            if found is not None:
                yield found


def is_of(part: Told, share: Told, passage: Passage) -> bool:
    """Whether a share says what an amount before it is of another: 104户说“卖不动”，占65%."""
    words = passage.between(part, share)
    return _TAKEN.search(words) is not None and any(
        t.end <= part.start and alike(t, part) and t.value > part.value for t in passage.own
    )
