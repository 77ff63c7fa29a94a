"""Times of day in words, as the minutes they may mean: 早上六点半, 夜里十点, 22时, 9:30, 7 a.m."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.reading import number as counted
from desktop.core.value import value

_DAY: Final = 1440
_N: Final = r"\d{1,2}|[一二两三四五六七八九十]{1,3}"
_CLOCK: Final = re.compile(
    r"(?P<part>凌晨|清晨|早晨|早上|上午|中午|正午|午后|下午|傍晚|晚上|晚间|夜里|夜间|半夜|深夜|午夜|次日|翌日|第二天|早|晚|夜)?"
    rf"(?P<on>凌晨|早上|清晨|早|晚上?)?(?<![\d.:：第一二三四五六七八九十])(?:(?P<h>{_N})(?:点钟?|(?<=\d)时(?![间候期长代段速刻报限]))"
    rf"(?P<half>半)?(?:(?P<quarter>[一三])刻)?(?:(?P<m>\d{{1,2}}|[一二三四五]?十[一二三四五六七八九]?|零[一-九])分?(?!小时|个))?整?"
    r"|(?P<hh>[012]?\d)[:：](?P<mm>[0-5]\d)(?![\d:：%]))"
)
_ENGLISH: Final = re.compile(
    r"(?<![\w.:])(?P<h>\d{1,2})(?::(?P<m>[0-5]\d))? ?(?P<part>[ap])\.?m\b\.?|\b(?P<word>noon|midnight)\b",
    re.I,
)
_LATE: Final = re.compile("下午|傍晚|[晚夜]|午后|中午")
_NIGHT: Final = re.compile("[晚夜]")


@value
class Clock:
    """A time of day: where it stands in its text, its words, and the minutes since midnight that they may mean."""

    start: int
    end: int
    words: str
    minutes: tuple[int, ...]

    def until(self, other: Clock) -> list[float]:
        """The hours from this time to another, on the same day or over midnight; the likely reading first."""
        return [((b - a) % _DAY or _DAY) / 60 for a in self.minutes for b in other.minutes]


def clocks(text: str) -> Iterator[Clock]:
    """The times of day of a text in order."""
    if text.isascii():
        yield from _english(text)
        return
    last = 0
    for match in _CLOCK.finditer(text):
        hour = int(match["hh"]) if match["hh"] else _number(match["h"])
        minute = int(match["mm"] or 0) if match["hh"] else _minute(match)
        if (
            hour > 24
            or minute > 59
            or (not match["part"] and not match["hh"] and not match["h"][0].isdecimal())
        ):
            continue
        part = (match["part"] or "") + (match["on"] or "")
        likely = sorted(_minutes(hour, minute, part), key=lambda m: (m - last) % _DAY)  # 晚上7点到10点半
        yield Clock(match.start(), match.end(), match[0], tuple(likely))
        last = likely[0]


def _english(text: str) -> Iterator[Clock]:
    for match in _ENGLISH.finditer(text):
        if match["word"]:
            minutes = 720 if match["word"].lower() == "noon" else 0
        else:
            hour = int(match["h"]) % 12 + (12 if match["part"].lower() == "p" else 0)
            minutes = hour * 60 + int(match["m"] or 0)
        yield Clock(match.start(), match.end(), match[0], (minutes % _DAY,))


def _minutes(hour: int, minute: int, part: str) -> tuple[int, ...]:
    told = hour % 24 * 60 + minute
    if hour > 12 or (hour > 10 and "午" in part and "下" not in part):  # 中午十一点半
        return (told,)
    if _LATE.search(part):
        late = hour % 12 * 60 + 720 + minute
        small = hour < 6 or hour == 12
        return (late, hour % 12 * 60 + minute) if small and _NIGHT.search(part) else (late,)
    if part:
        return (told, told + 720) if hour == 12 else (told,)
    return (told, (told + 720) % _DAY)


def _minute(match: re.Match[str]) -> int:
    if match["half"]:
        return 30
    if match["quarter"]:
        return 15 if match["quarter"] == "一" else 45
    return _number((match["m"] or "0").lstrip("零") or "0")


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else int(counted(words))
