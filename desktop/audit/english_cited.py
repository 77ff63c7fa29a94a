"""The documents of the register that an English paragraph cites: by title, or as No. 24 of 2021 of an issuer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from desktop.core.policy import RegisterEntry
from desktop.core.value import value

_CITED: Final = re.compile(
    r"(?P<kind>Announcement|Notice|Order|Decree|Document"
    r"|Circular)?\s?(?:\[(?P<first>20\d\d)\] )?\bNo\.? ?(?P<n>\d{1,4})"
    r"(?: (?:of|\() ?(?P<year>20\d\d)\)?)?"
)
_ISSUER: Final = re.compile(
    r"\b(?:PBo?C|People[’']s Bank of China|CBIRC|CBRC|NFRA|CAC|CSRC|SAMR|MIIT|State Council"
    r"|Supreme People[’']s Court)\b"
)
_SAME: Final = {
    "PBC": "PBoC",
    "PBOC": "PBoC",
    "People's Bank of China": "PBoC",
    "People’s Bank of China": "PBoC",
}
_NEAR: Final = 60
_DIGITS: Final = re.compile(r"\d+")


@value
class Cited:
    """A citation: its place in the paragraph, its words, its entry, and the entry that it comes closest to if none."""

    start: int
    end: int
    words: str
    entry: RegisterEntry | None
    close: RegisterEntry | None
    titled: bool


def cited(text: str, register: Sequence[RegisterEntry]) -> list[Cited]:
    """The citations of a paragraph, in order."""
    found = [*_titles(text, register), *_numbers(text, register)]
    return sorted(found, key=lambda c: c.start)


def _titles(text: str, register: Iterable[RegisterEntry]) -> Iterable[Cited]:
    taken: list[tuple[int, int]] = []
    for entry in sorted(register, key=lambda e: -len(e.title.en)):
        name = entry.title.en
        if len(name) < 12 or entry.status == "draft":
            continue
        start = text.find(name)
        if start >= 0 and not any(a < start + len(name) and start < b for a, b in taken):
            taken.append((start, start + len(name)))
            yield Cited(start, start + len(name), name, entry, None, True)


def _numbers(text: str, register: Sequence[RegisterEntry]) -> Iterable[Cited]:
    for match in _CITED.finditer(text):
        around = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        issuers = {_SAME.get(m[0], m[0]) for m in _ISSUER.finditer(around)}
        year = match["year"] or match["first"] or ""
        if len(issuers) != 1 or not (year or match["kind"]):
            continue
        issuer = issuers.pop()
        like = [
            e for e in register if issuer.lower() in e.issuer.en.lower() and e.number and e.kind == "rule"
        ]
        exact = [
            e
            for e in like
            if (year, match["n"]) in _of(e) or (not year and match["n"] in {n for _, n in _of(e)})
        ]
        near = [e for e in like if any(y == year or n == match["n"] for y, n in _of(e))] if year else []
        if exact and not year and match["kind"]:
            word = {"Announcement": "公告", "Order": "令", "Decree": "令"}.get(match["kind"], "")
            exact = [e for e in exact if word in e.number] if word else exact
        entry = exact[0] if len(exact) == 1 else None
        close = None if exact else _closest(near, match["n"], year, around)
        if entry is not None or close is not None:
            yield Cited(match.start(), match.end(), match[0].strip(), entry, close, False)


def _closest(near: list[RegisterEntry], number: str, year: str, around: str) -> RegisterEntry | None:
    """The one entry whose number or year is a slip away."""
    swapped = number[::-1]
    slips = [e for e in near if (year, swapped) in _of(e) or number in {n for _, n in _of(e)}]
    same_office = [
        e for e in slips or near if ("General Office" in around) == ("General Office" in e.issuer.en)
    ]
    pool = same_office or slips or near
    return pool[0] if pool else None


@lru_cache(maxsize=500)
def _of(entry: RegisterEntry) -> tuple[tuple[str, str], ...]:
    """Year and number of a document, of each where it has several."""
    found = []
    for one in re.split(r"[；;]", entry.number):
        digits = _DIGITS.findall(one)
        if len(digits) == 2 and len(digits[0]) == 4:
            found.append((digits[0], digits[1]))
    return tuple(found)
