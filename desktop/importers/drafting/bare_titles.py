"""Regulations of the register that a text names without title marks: 随着个人信息保护法的实施."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from desktop.core.policy import RegisterEntry
from desktop.importers.drafting.policy_names import titles_in

_LAND: Final = "中华人民共和国"
_STANDARD: Final = re.compile(r"(?:GB|JR)(?:/[TZ])? \d{2,6}-\d{4}")
_LEAST: Final = 4  # characters of a name that can be nothing else
_KIND: Final = re.compile(r"(?:法|条例|办法|规定|指引|方案|规划|通知|意见|规范)$")
_MADE_OF: Final = re.compile(r"(?:法|条例)$")
# What a name may follow: a word of grammar, a date or a mark; else it is the end of a longer name.
_AHEAD: Final = re.compile(
    r"(?:^|[^\u4e00-\u9fff《》〈]|[的了和与及或以是在到由自从随着按照据守反行施落实合应对把将受因为年月日起后前国]|\s)$"
)
_BEHIND: Final = re.compile(
    r"^(?:实施(?:条例|细则|办法)|草案|修[订正]|征求意见|解读|[（(]?(?:草案|征求意见)|培训|学院|学|官|》)"
)
_EN_AHEAD: Final = re.compile(r"[A-Za-z0-9-]$")
_EN_BEHIND: Final = re.compile(r"^(?:[A-Za-z0-9-]| draft| \((?:draft|consultation))", re.I)


@lru_cache(maxsize=4)
def _names(register: tuple[RegisterEntry, ...]) -> tuple[tuple[str, str, str], ...]:
    """(name, title, id) of what a text may name so; a name that two entries go by tells of neither."""
    found: dict[str, tuple[str, str]] = {}
    twice: set[str] = set()
    for entry in register:
        if entry.kind == "event" or entry.status == "draft":
            continue
        names = [(t.removeprefix(_LAND), t) for t in titles_in(entry.title.zh) if _KIND.search(t)]
        names = [(n, t) for n, t in names if len(n) >= (_LEAST if _MADE_OF.search(n) else 2 * _LEAST)]
        names += [(n, n) for n in (entry.title.en, entry.title.en.replace(" the Administration of", ""))]
        names += [(code, code) for code in _STANDARD.findall(entry.number)]
        for name, title in names:
            if name in found and found[name][1] != entry.id:
                twice.add(name)
            if name:
                found.setdefault(name, (title.removeprefix(_LAND), entry.id))
    kept = [(n, t, i) for n, (t, i) in found.items() if n not in twice]
    return tuple(sorted(kept, key=lambda k: -len(k[0])))


def bare_titles(
    text: str, items: list[dict[str, Any]], register: tuple[RegisterEntry, ...]
) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield (item, id of the entry) for the names that stand in no title of ``items``."""
    taken = [(i["start"], i["end"]) for i in items]
    for name, title, entry in _names(register):
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            if all(b <= at or end <= a for a, b in taken) and _stands(text, at, end, name):
                taken.append((at, end))
                yield _item(text, at, end, title), entry
            at = text.find(name, end)


def _stands(text: str, start: int, end: int, name: str) -> bool:
    if name.isascii():
        return not _EN_AHEAD.search(text[max(0, start - 1) : start]) and not _EN_BEHIND.match(
            text[end : end + 20]
        )
    lead = text[max(0, start - len(_LAND)) : start].removesuffix(_LAND)
    return _AHEAD.search(lead[-1:]) is not None and not _BEHIND.match(text[end : end + 6])


def _item(text: str, start: int, end: int, title: str) -> dict[str, Any]:
    return {
        "kind": "policy", "start": start, "end": end, "text": text[start:end], "title": title, "quoted": False,
        "number": "", "date": None, "date_source": None,
    }  # fmt: skip
