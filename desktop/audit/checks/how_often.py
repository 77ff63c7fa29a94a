"""How often, and how many times in a year that makes: 每半年通报一次，全年共两次."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.enumerations import number_of
from desktop.audit.interval import value_of
from desktop.audit.scope import Prose
from desktop.core.text import Text

KEY: Final = "how_often"
_N: Final = r"[一两二三四六2346]"
_OFTEN: Final = re.compile(
    rf"(?:每隔?|[逐按])(?:(?P<half>半年|学期)|(?P<seasons>{_N})?个?季度?|(?P<months>{_N}|)个?月|(?P<year>年))"
    r"(?![初末底中前后里内]|[^，。；]{0,12}[至不][少多超])(?P<does>[^，。；\d一两三四五六七八九十次]{0,12})一次"
)
_IN_YEAR: Final = re.compile(
    r"[^，,。；]{0,10}[，,](?:[即也]就?是?|相当于|等于|这样|因此|于是|那么)?(?:一年|全年|每年|一整年)(?:下来|里)?"
    r"(?:一共|总共|合计|共计|共|就是|就|要|有|是|即|应|会|得|[做开办查检换发][了过]?)*$"
)
_REALLY: Final = re.compile(
    r"实际|因故|只|仅|才|已|计划|另|额外|加上|临时|[还再]|不[到足]|起码|至少|最多|两学期"
)
_BECAUSE: Final = re.compile(r"其中|临时|包括|额外|加[开上]|[少多缺][了一两]")
_DONE: Final = re.compile(r"[做开办查检换发]$")
_STOP: Final = re.compile(r"[。；！？\n]")
_FAR: Final = 2.0  # times: by more it is no matter of one that was left out
_AROUND: Final = 40  # characters between the frequency and the count
SAID: Final = Text(
    "“{0}”一年应是{1}次，不是文中的{2}。", "“{0}” makes {1} times a year, not {2} as the text says."
)


@check(
    KEY, "频次与全年次数", "how often and how many times", "prose", needs={"prose": ("每逐按", "次", "年")}
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold the times a year against how often something is said to be done, a clause before."""
    if "一次" not in piece.text:
        return
    for often in _OFTEN.finditer(piece.text):
        a_year = _a_year(often)
        for figure in piece.figures:
            at = figure.anchor.start - piece.start
            if not often.end() <= at <= often.end() + _AROUND or figure.unit != "count:次":
                continue
            words = piece.text[often.end() : at]
            if not _IN_YEAR.fullmatch(words) or _REALLY.search(words) or _REALLY.search(often["does"]):
                continue
            told = value_of(figure)
            written = formula("12 ÷ {} = {}", number(12 / a_year), number(a_year))
            if told == a_year:
                yield say.passed(KEY, (figure,), written)
            elif (
                told
                and figure.comparator == "="
                and not _told_otherwise(words, piece.text[at:], told / a_year)
            ):
                said = SAID.format(often[0], number(a_year), stated(figure))
                yield say.finding(KEY, "inconsistent", (figure,), written, said)
            break


def _told_otherwise(words: str, rest: str, ratio: float) -> bool:
    """Whether a count may be of what was really done: 每季度召开一次，一年开了五次，其中一次是临时会议."""
    if _BECAUSE.search(_STOP.split(rest)[0]) or "了" in words or "过" in words:
        return True
    return _DONE.search(words) is not None and 1 / _FAR < ratio < _FAR


def _a_year(often: re.Match[str]) -> float:
    if often["half"]:
        return 2.0
    if often["year"]:
        return 1.0
    if often["months"] is not None:
        return 12.0 / (number_of(often["months"]) or 1)
    return 4.0 / (number_of(often["seasons"] or "") or 1)
