"""What stands in a text, as the tests of the extraction look at it."""

from __future__ import annotations

from typing import Any

from desktop.importers.extract import extract


def items_of_kind(text: str, kind: str) -> list[dict[str, Any]]:
    return [i for i in extract(text)["items"] if i["kind"] == kind]


def found_in(sentence: str) -> list[dict[str, Any]]:
    items = extract(f"题目\n\n{sentence}。这一段只有这些。\n")["items"]
    return [i for i in items if i["kind"] == "quantity"]


def brief(sentence: str) -> list[tuple[Any, ...]]:
    return [
        (i["text"], i["value_low"], i["value_high"], i["comparator"], i["unit"])
        for i in found_in(sentence)
        if i["role"] != "date"
    ]
