"""What a share calls its part, where that is not the amount before it."""

from __future__ import annotations

import itertools
import re
from typing import Final

from desktop.audit.interval import as_claim
from desktop.audit.lines import behind_last
from desktop.audit.provisions import shared_words
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure

_TAKES: Final = re.compile(r"占|比例")
_ADVERBS: Final = re.compile(
    r"大?约|将?近|已经?|只|仅|就|便|也|则|还|又|竟|却|正好|恰好|刚好|一项|一家|一块|其|比|的"
)
_RATE: Final = re.compile(r"(?<![不未没])(?P<did>[\u4e00-\u9fff]{2})率[\u4e00-\u9fff]{0,2}$")
_CLAUSE: Final = re.compile(r"[，,；;：:。（(]")


def of_another(sentence: Sentence, share: Figure, part: Figure) -> bool:
    """Whether a share names another amount before it, which is that share of some amount: 空置1.73万张，空置率45%."""
    clause = behind_last(_CLAUSE, sentence.lead(share))
    before = [f for f in sentence.amounts if f.anchor.start < share.anchor.start and f.unit != "%"]
    named = [
        f
        for f in before
        if (f is not part or share.as_printed[:1].isdigit())
        and shared_words(clause, behind_last(_CLAUSE, sentence.lead(f)))
    ]
    claim = as_claim(share)
    for one, other in itertools.product(named, before):
        a, b = as_claim(one), as_claim(other)
        quotient = a.scaled(100).over(b) if a is not None and b is not None and one is not other else None
        if quotient is not None and claim is not None and quotient.meets(claim):
            return True
    return False


def other_name(gap: str, lead: str) -> bool:
    """Whether a share has a name of its own, which its part has not: 外来人口170万人，第三产业占比58%."""
    name = _TAKES.split(behind_last(_CLAUSE, gap))[0]
    name = _ADVERBS.sub("", name)
    return len(name) > 1 and not set(name) & set(behind_last(_CLAUSE, lead))


def denied(share_lead: str, part_lead: str) -> bool:
    """Whether a rate is named after what its part is not: 不合格3批次，合格率95%, which is of the rest."""
    rate = _RATE.search(behind_last(_CLAUSE, share_lead))
    own = behind_last(_CLAUSE, part_lead)
    return rate is not None and re.search(rf"[不未没]{re.escape(rate['did'])}", own) is not None
