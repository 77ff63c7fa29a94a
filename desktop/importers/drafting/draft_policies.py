"""Regulations of an extraction become mentions, held against the register."""

from __future__ import annotations

from typing import Any, NamedTuple

from desktop.core.policy import PolicyMention, RegisterEntry
from desktop.core.text import NOTHING, Text, same
from desktop.importers.drafting import match_words
from desktop.importers.drafting.bare_numbers import bare_numbers
from desktop.importers.drafting.bare_titles import bare_titles
from desktop.importers.drafting.match_policy import Match, Matcher, matcher
from desktop.importers.drafting.page import Page, period_of

_SURE = ("number", "exact")
_BARE = 0.9  # a name without title marks


class Mentioned(NamedTuple):
    """A mention and the item of the extraction that it was made from."""

    mention: PolicyMention
    item: dict[str, Any]


def policies(page: Page, items: list[dict[str, Any]], register: tuple[RegisterEntry, ...]) -> list[Mentioned]:
    """Return the mentions in order, each with the entry of the register that it means, if there is one."""
    lookup = matcher(register)
    english = {e.id: e.title.en for e in register}
    known: dict[tuple[str, str, str], Match] = {}
    made = []
    found = [i for i in items if i["kind"] == "policy"]
    found += bare_numbers(page.text, found)
    bare = {i["start"]: (i, entry) for i, entry in bare_titles(page.text, found, register)}
    for item in sorted([*found, *(i for i, _ in bare.values())], key=lambda i: i["start"]):
        if item["start"] in bare:
            match = Match(bare[item["start"]][1], "exact", _BARE, match_words.NAMED_WHY)
            made.append(Mentioned(_mention(page, item, match, english), item))
            continue
        key = (item["title"], item.get("number") or "", item["date"] or "")
        if key not in known:
            known[key] = _match(lookup, *key)
        made.append(Mentioned(_mention(page, item, known[key], english), item))
    return made


def _match(lookup: Matcher, title: str, number: str, date: str) -> Match:
    return lookup.match(title, number, period_of(date) if date else None)


def _mention(page: Page, item: dict[str, Any], match: Match, english: dict[str, str]) -> PolicyMention:
    anchor = page.anchor(item["start"], item["end"])
    title = " ".join(item["title"].split())
    need, effect = item.get("requirement") or "", item.get("impact") or ""
    if effect and effect in need[1:]:
        need = need[: need.index(effect, 1)]
    translated = english.get(match.register_id, "") if match.how in _SURE else ""
    return PolicyMention(
        page.mint("pol", anchor),
        page.section_at(item["start"]),
        "specific",
        Text(title, translated or title) if title else NOTHING,
        item.get("number") or "",
        period_of(item["date"]) if item["date"] else None,
        (item.get("date_kind") or "published") if item["date"] else "",
        _words(need),
        _words(effect),
        anchor,
        None,
        match.register_id,
        match.how,
        match.score,
        match.why,
    )


def _words(words: str) -> Text:
    return same(" ".join(words.split()).strip(" ，,：:、；")) if words else NOTHING
