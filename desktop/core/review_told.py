"""What a reader is told of the review outside its page: of one item, and of the whole dossier."""

from __future__ import annotations

from collections import Counter

from desktop.core.dossier import Dossier
from desktop.core.review import STATUSES
from desktop.core.review_rows import doubt_of, review_rows
from desktop.core.text import COMMA, NOTHING, Text

UNCHECKED = Text("自动读出，尚未核对", "read automatically, not yet checked")
SETTLED = Text("标为自动，没有逐条核对", "marked as automatic, not checked one by one")
DOUBTFUL = Text("存疑：{}", "doubtful: {}")
DECIDED = Text("{}：{}", "{}: {}")
COUNT = Text("{0} {1:,}", "{1:,} {0}")


def review_told(dossier: Dossier, item_id: str) -> Text:
    """Say how far an item has been checked, with the doubt or the reason; empty without an import."""
    status = dossier.status_of(item_id)
    if not status:
        return NOTHING
    if status == "open":
        return DOUBTFUL.format(doubt_of(dossier, item_id))
    review = dossier.review_of(item_id)
    if status == "automatic":
        return UNCHECKED if review is None else SETTLED
    if review is not None and review.reason:
        return DECIDED.format(STATUSES[status], review.reason)
    return STATUSES[status]


def review_counts(dossier: Dossier) -> Text:
    """Say how many items are in each status, such as "9 doubtful, 86 automatic"; empty without an import."""
    if not dossier.is_imported:
        return NOTHING
    counts = Counter(row.status for row in review_rows(dossier))
    parts = [COUNT.format(name, counts[key]) for key, name in STATUSES.items() if counts[key]]
    return COMMA.join(parts)
