"""Doubts, leftovers and decisions of an import become records of their CSV resources."""

from __future__ import annotations

from desktop.core.review import Doubt, Leftover, Review, Ruling
from desktop.store.rows import Record, anchor_fields, pair_fields


def doubt_row(doubt: Doubt, number: int) -> Record:
    """Return the record of a doubt."""
    return {
        "id": f"doubt-{number}",
        "item": doubt.item,
        "code": doubt.code,
        "weight": repr(doubt.weight),
        **pair_fields("why", doubt.why),
    }


def leftover_row(leftover: Leftover, number: int) -> Record:
    """Return the record of a number that was not understood."""
    return {"id": f"leftover-{number}", **anchor_fields(leftover.anchor), **pair_fields("why", leftover.why)}


def review_row(review: Review, number: int) -> Record:
    """Return the record of a decision."""
    return {
        "id": f"review-{number}",
        "item": review.item,
        "status": review.status,
        "at": review.at,
        "by": review.by,
        "reason": review.reason,
    }


def ruling_row(ruling: Ruling) -> Record:
    """Return the record of what was said of a finding."""
    return {
        "id": ruling.finding,
        "status": ruling.status,
        "about": ruling.about,
        "at": ruling.at,
        "by": ruling.by,
        "reason": ruling.reason,
    }
