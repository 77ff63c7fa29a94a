"""Doubts, leftovers and decisions of an import become rows of their CSV resources."""

from __future__ import annotations

from desktop.core.review import Doubt, Leftover, Review, Ruling
from desktop.store.to_rows import Fields, anchor_fields, pair_fields


def doubt_row(doubt: Doubt, number: int) -> Fields:
    """Return the row of a doubt."""
    return {
        "id": f"doubt-{number}",
        "item": doubt.item,
        "code": doubt.code,
        "weight": repr(doubt.weight),
        **pair_fields("why", doubt.why),
    }


def leftover_row(leftover: Leftover, number: int) -> Fields:
    """Return the row of a number that was not understood."""
    return {"id": f"leftover-{number}", **anchor_fields(leftover.anchor), **pair_fields("why", leftover.why)}


def review_row(review: Review, number: int) -> Fields:
    """Return the row of a decision."""
    return {
        "id": f"review-{number}",
        "item": review.item,
        "status": review.status,
        "at": review.at,
        "by": review.by,
        "reason": review.reason,
    }


def ruling_row(ruling: Ruling) -> Fields:
    """Return the row of what was said of a finding."""
    return {
        "id": ruling.finding,
        "status": ruling.status,
        "about": ruling.about,
        "at": ruling.at,
        "by": ruling.by,
        "reason": ruling.reason,
    }
