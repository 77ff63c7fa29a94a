"""同比 against the same time of the year before, 环比 against the time just before: the base that a change names.

一季度7.8亿件，上年一季度6.5亿件，环比增长20% is a change on the year; 3月比2月同比增长25% is one on the month.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import formula, quote
from desktop.audit.bearing import grown
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "same_time"
YEARLY: Final = Text(
    "文中称“{0}”，比较的却是上一年的同一时期（{1}），这是同比。",
    "The text says “{0}”, period on period, but compares with the same time of the year before ({1}).",
)
STEPWISE: Final = Text(
    "文中称“{0}”，比较的却是紧挨着的上一期（{1}），这是环比。",
    "The text says “{0}”, year on year, but compares with the period just before ({1}).",
)
_WORD: Final = re.compile(r"(?P<word>同比|环比)[^，,。；;：:、（(\d]{0,8}$")
_DIGITS: Final = "一二三四五六七八九十"
_PART: Final = r"(?:第?[一二三四1-4]季度?|[上下]半年|(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?)"
_TIME: Final = re.compile(
    rf"(?P<year>(?:19|20)\d\d年|[去上前今本]年|上一?年度?)?的?(?P<part>{_PART})(?P<end>末|底|初)?"
    r"|(?P<same>(?:[去上前]年|上年度)?同期|[去上]年同[月季])|(?P<last>上个?[月季]度?(?!.?末)|上一季度?|上一?期)"
)
_AGAINST: Final = re.compile(r"(?:[比较]|[相对]比|相较于?|与|和|同)[\s“]?$")
_APART: Final = re.compile(r"[，,](?!\d)|[增减涨跌升降多少高低]")  # another change is told before that word
_SPAN: Final = re.compile(r"^\s*(?:[-—–~～至到、和]|累计)")
_TOLD: Final = re.compile(r"^[^，,。；;\d]{0,8}(?:为|是|有|达|只有)?\s*[\d，,]")


class _Time(NamedTuple):
    """A time that words name: its year (0: this one, -1: the one before, None: unsaid), its part, and where."""

    year: int | None
    kind: str
    part: int
    words: str
    start: int
    end: int


@check(KEY, "同比与环比", "on the year or on the period", "prose", needs={"prose": ("同环", "比", "change")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold the word before each change against the time of the base beside it."""
    for sentence in piece.sentences:
        for figure in sentence.figures:
            if figure.role == "change":
                yield from _held(sentence, figure)


def _held(sentence: Sentence, change: Figure) -> Iterator[Result]:
    before = sentence.text[: change.anchor.start - sentence.start]
    found = _WORD.search(before)
    if found is None:
        return
    times = list(_times(before[: found.start()]))
    base = next((t for t in reversed(times) if _is_base(before, t, found.start())), None)
    if base is None:
        return
    close = _AGAINST.search(before, 0, base.start) and not _APART.search(before, base.end, found.start())
    if not close and not _borne_out(sentence, change, base):
        return
    now = next((t for t in reversed(times) if t.end <= base.start and t.kind == base.kind and t.part), None)
    kind = _kind(base, now)
    word = found["word"]
    if (word, kind) not in (("环比", "year"), ("同比", "step")):
        return
    told = found[0].strip() + change.as_printed
    said = (YEARLY if kind == "year" else STEPWISE).format(told, base.words)
    yield say.finding(
        KEY, "inconsistent", (change,), formula("{} ≠ {}", quote(word), quote(base.words)), said
    )


def _times(words: str) -> Iterator[_Time]:
    for match in _TIME.finditer(words):
        if _SPAN.match(words, match.end()) or (
            match["part"] and words[: match.start()].endswith(("-", "至", "—"))
        ):
            continue  # 1—5月 is no month
        if match["same"]:
            yield _Time(-1, "same", 0, match[0], match.start(), match.end())
        elif match["last"]:
            yield _Time(None, "last", 0, match[0], match.start(), match.end())
        elif match["end"] != "初":
            kind, part = _part(match["part"])
            yield _Time(_year(match["year"]), kind, part, match[0], match.start(), match.end())


def _part(words: str) -> tuple[str, int]:
    if words.endswith("半年"):
        return "half", 1 + (words[0] == "下")
    digits = words.removeprefix("第").rstrip("月份季度")
    number = int(digits) if digits.isdigit() else sum(_DIGITS.index(c) + 1 for c in digits)
    return ("quarter" if "季" in words else "month"), number


def _year(words: str | None) -> int | None:
    if not words:
        return None
    if words[:4].isdigit():
        return int(words[:4])
    return {"去": -1, "上": -1, "前": -2}.get(words[0], 0)


def _is_base(before: str, time: _Time, word: int) -> bool:
    """Whether a time is what the change is against: 比2月的, or 上年一季度为6.5亿件 right before."""
    between = before[time.end : word]
    if re.search(r"[。；;]", between):
        return False
    if _AGAINST.search(before, 0, time.start) is not None:
        return len(re.findall(r"[，,]", between)) <= 1
    return (
        time.year == -1 and _TOLD.match(between) is not None and len(re.findall(r"[，,](?!\d)", between)) == 1
    )


def _borne_out(sentence: Sentence, change: Figure, base: _Time) -> bool:
    """Whether the number told for a time is what the change is on."""
    at = sentence.start + base.end
    own = [f for f in sentence.figures if f.anchor.end <= change.anchor.start and not f.is_date]
    then = next((f for f in own if f.anchor.start >= at), None)
    now = next((f for f in own if then is not None and f.unit == then.unit and f.anchor.end <= at), None)
    return then is not None and now is not None and bool(value_of(then)) and grown(then, now, change)


def _kind(base: _Time, now: _Time | None) -> str:
    """ "year" where the base is the same part of the year before, "step" where it is the part before, else ""."""
    if base.kind == "same":
        return "year"
    if base.kind == "last":
        return "step"
    if now is None:
        return ""
    most = {"month": 12, "quarter": 4, "half": 2}[base.kind]
    years = _apart(now.year, base.year)
    if base.part == now.part:
        return "year" if years == 1 or (years is None and base.year is not None) else ""
    steps = (now.part - base.part) % most
    wrapped = base.part > now.part
    if steps != 1 or most == 2:
        return ""
    return "step" if years is None or years == int(wrapped) else ""


def _apart(now: int | None, base: int | None) -> int | None:
    """How many years a base is before; None where the words do not say, which is the nearest."""
    if base is None:
        return None
    if base > 0:
        return now - base if now is not None and now > 0 else None
    if now is not None and now > 0:
        return None
    return (now or 0) - base
