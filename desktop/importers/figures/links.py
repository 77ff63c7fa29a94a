"""Pairs that lead from one value to the next: 从 38% 降至 19%, 12 元增至 38 元, 61.8% → 60.6%."""

from __future__ import annotations

import re
from typing import Final

from desktop.importers.figures.direction import VERBS
from desktop.importers.figures.found import Found
from desktop.importers.figures.numerals import LETTERS
from desktop.importers.figures.units import TIME

_VERB: Final = "|".join(
    sorted(map(re.escape, (v for v in VERBS if v not in "多少低贵慢快")), key=len, reverse=True)
)
_WHEN: Final = r"(?:[^，。；、]{0,12}的)?[ ]*"
_TO: Final = re.compile(
    rf"[（(]?[^，,。；、]{{0,6}}?[)）]?"
    rf"(?:[，,][ ]?(?:到|至)?[^，,。；、]{{0,9}}?[日月年末底初度])?[，,]?[ ]?(?:大幅|逐步|逐年|迅速|一路|"
    rf"骤然|已|又|再|小幅|快速|显著|"
    rf"进一步|直接|陡然|持续|最终|明显|急速)?(?:{_VERB})[了]?(?:至|到|为|成)了?"
    rf"[^，。；、]{{0,10}}$|[ ]*(?:↑|↓)(?:至|到)[ ]*$|[ ]*(?:→|->|➜|➔|=>|⇒|—>|-->)[ ]*$|"
    rf"[^，。；]{{0,4}}(?:改|变|调整|转变|换|调|"
    rf"下修|上修|修订)(?:为|成|至|到)了?{_WHEN}[ ]*$"
)
_PLAIN: Final = re.compile(
    rf"[，,]?(?:一路|直接|逐步|再)?(?:到|至)了?{_WHEN}$|(?:{_VERB})(?:至|到|为|成)了?[^，。；、]{{0,10}}$|"
    rf"[，,]?(?:达到|变为|成为){_WHEN}$"
)
_ENGLISH: Final = re.compile(r"(?: in \d{4},?)? to (?:just |only )?")
_LEADS: Final = frozenset("至到为成→➜➔⇒>")
_PARTS: Final = frozenset("。；;")
_STEPS: Final = frozenset(
    ("times", "count:番", "count:折", "pp", "bp")
)  # never the unit of the value reached
_FROM: Final = re.compile(r"(?:从|由)[^，。；]{0,18}$")
_SCALE: Final = re.compile(r"\b(?:thousand|million|billion|trillion)\b")
_LARGE: Final = re.compile(r"[万亿]")
_ALIKE: Final = 30  # how many times the other one of two numbers of one scale may be


def link(text: str, numbers: list[Found], low: int) -> None:
    """Tie every second of a pair to its first; numbers are those of one sentence, in order."""
    for n, second in enumerate(numbers[1:]):
        first = numbers[n]
        if n and first.unit in TIME and second.unit not in TIME:
            first = numbers[n - 1]
        if first.unit != second.unit and (
            (first.unit and second.unit) or first.unit in _STEPS or second.unit in _STEPS
        ):
            continue
        if first.unit == "%" and second.unit is None and _LARGE.search(text, second.start, second.end):
            continue  # 少了五分之一，到9月回升到1440万
        gap = second.start - first.end
        if not 0 < gap <= 32 or (
            first.role == "change" and second.role != "change" and first.unit in ("pp", "bp")
        ):
            continue
        between = text[first.end : second.start]
        if (
            between.startswith(" ")
            and _ENGLISH.fullmatch(between)
            and text.endswith("from ", low, first.start)
        ):
            if first.unit is None:
                _scale(text, first, second)
            second.change_from = first
            _direct(first, second)
            continue
        if _LEADS.isdisjoint(between) or not _PARTS.isdisjoint(between):
            continue
        if _TO.match(between) or (
            _PLAIN.match(between) and _FROM.search(text[max(low, first.start - 22) : first.start]) is not None
        ):
            if "→" not in between and between.lstrip("，, ").startswith(("较", "同比", "比")):
                continue
            second.change_from = first
            _direct(first, second)


def _scale(text: str, first: Found, second: Found) -> None:
    """The 40 of "from 40 to 50 million dollars" is in millions too; the 800 of "from 800 to 1.2 million" is not."""
    word = _SCALE.search(text, second.start, second.end)
    if word is None or not text[first.start : first.end].strip().replace(".", "").isdigit():
        return
    by, a, b = LETTERS[word[0]], first.low, second.low
    if a and b and a == first.high and _ALIKE * a * by >= b >= a * by / _ALIKE:
        first.low = first.high = a * by


def _direct(first: Found, second: Found) -> None:
    if second.role == "change" and first.role != "change":
        second.role = first.role
    if second.role in ("level", "ratio") and (
        first.role == "threshold" or (first.role == "change" and first.unit == "%")
    ):
        second.role = first.role
    if second.role in ("level", "ratio") and first.role in ("level", "ratio") and first.role != second.role:
        first.role = second.role = "ratio"
    if first.unit is None:
        first.unit = second.unit
    elif second.unit is None:
        second.unit = first.unit
    if second.direction is None:
        a = first.low if first.low is not None else first.high
        b = second.low if second.low is not None else second.high
        if a is not None and b is not None and a != b:
            rises = b > a if second.unit != "rank" else b < a
            second.direction = "up" if rises else "down"
