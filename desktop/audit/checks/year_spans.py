"""The number of years or days beside a stretch of them: 2020—2023年连续六年, 9月12日至16日，为期九天."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.reading import number as counted
from desktop.audit.scope import Prose
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "year_spans"
_Y: Final = r"(?:19|20)\d\d"
_TO: Final = r"\s*(?:—+|–|-|~|～|至|到)\s*"
_N: Final = r"[一二两三四五六七八九十]{1,3}|\d{1,2}"
_UNIT: Final = (
    r"(?:个)?(?:完整)?(?:的)?(?:年(?!级|期|制|报|检|薪|租|化|产|均|龄|代|前|[末底初中]|以?后"
    r"|之[前后]|\d)|财年|年度|年头)"
)
_GLUE: Final = (
    r"(?:的|这|，|,|间|总共|一共|共|整整|连续|连着|连|已|全部|前后|历时|为期|持续|横跨"
    r"|经历了?|走过了?|度过了?|跨度|长达|是|有)*"
)
_RANGE: Final = re.compile(
    rf"(?P<a>{_Y})年?(?:[初末底])?{_TO}(?P<b>{_Y})年?(?:[初末底])?(?P<glue>{_GLUE})(?P<n>{_N}){_UNIT}"
)
_AHEAD: Final = re.compile(
    rf"(?<![近过前后头第每隔满\d.一二两三四五六七八九十])(?P<n>{_N}){_UNIT}[间来里]?[（(](?:即"
    rf"|也就是)?(?P<a>{_Y})年?{_TO}(?P<b>{_Y})年?[）)]"
)
_LIST: Final = re.compile(
    rf"(?P<list>(?:{_Y}年?[、和与及])+{_Y})年?(?P<glue>(?:这|连续|共|一共"
    rf"|全部)*)(?P<n>{_N})(?:个)?(?:年(?!级|期|制|前|以?后|\d)|财年|年度|年份)"
)
_DAYS: Final = re.compile(
    rf"(?<!\d)(?P<m>\d{{1,2}})月(?P<d>\d{{1,2}})日(?P<between>{_TO}|[^，。；\d]{{0,6}}[，,](?:到"
    rf"|至)?)(?:(?P<k>\d{{1,2}})月)?(?P<e>\d{{1,2}})日"
    rf"(?P<glue>[^，。；\d]{{0,6}}[，,]?(?:为期|历时|持续了?|共|一共|总共|前后|连续|整整|长达)+)(?P<n>{_N})天"
)
_WITHIN: Final = re.compile(
    rf"(?P<a>{_Y})年?{_TO}(?P<b>{_Y})年?间?(?P<glue>[，,]?[^，,。；;\d]{{1,8}}连续)(?P<n>{_N}){_UNIT}"
)
_TWO_DAYS: Final = re.compile(
    rf"(?:为期|历时|持续|一连)(?P<n>{_N})天(?P<glue>)[，,：](?:从|自|由|于)?(?P<m>\d{{1,2}})月(?P<d>\d{{1,2}})日"
    rf"(?P<between>{_TO}|[^，。；\d]{{0,6}}[，,])"
    r"(?:(?P<k>\d{1,2})月)?(?P<e>\d{1,2})日"
)
_MONTHS: Final = re.compile(
    rf"(?P<a>{_Y})年(?P<m>\d{{1,2}})月{_TO}(?:(?P<b>{_Y})年)?(?P<k>\d{{1,2}})月[底末]?(?P<glue>{_GLUE})"
    rf"(?P<n>{_N})个月(?![前后以])"
)
_FROM: Final = re.compile(r"起|开始|从|自|至|到|—|–|-|~|～|开幕|启动")
_LEAP: Final = 2024
_LOOSE: Final = 3  # years from which on a round length is one of ten
WRONG: Final = Text("{0}是{1}，不是文中的{2}。", "{0} is {1}, not {2} as the text says.")
YEARS: Final = Text("{}年（首尾都算是{}年）", "{} years ({} with both ends)")
MONTHS: Final = Text("{}个月（首尾都算是{}个月）", "{} months ({} with both ends)")
COUNT: Final = Text("{}个年份", "{} years")
DAYS: Final = Text("{}天", "{} days")


class _Told(NamedTuple):
    """A stretch as the text has it: its words, those of its length, the real length, and whether they agree."""

    match: re.Match[str]
    real: Text
    words: str
    fits: bool


@check(KEY, "起止年份与年数", "years of a stretch", "prose", needs={"prose": ("年天", "date year day")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold a number of years against the years, and of days against the days, that it stands beside."""
    for told in _told(piece.text):
        begin, end = told.match.span()
        figures = tuple(
            f
            for f in piece.figures
            if f.anchor.start < piece.start + end and piece.start + begin < f.anchor.end
        )
        if not figures:
            continue
        stretch = _stretch(told.match)
        if told.fits:
            yield say.passed(KEY, figures, formula("{} = {}", quote(stretch), told.real))
        else:
            said = WRONG.format(quote(stretch), told.real, quote(told.words))
            place = Anchor(figures[0].anchor.source, piece.start + begin, piece.start + end, told.match[0])
            written = formula("{} = {}", quote(stretch), told.real)
            yield say.finding(KEY, "inconsistent", figures, written, said, "stretch", spans=(place,))


def _stretch(match: re.Match[str]) -> str:
    """The words of a stretch without those of its length."""
    if match.re is _TWO_DAYS:
        return match[0][match.start("m") - match.start() :]
    end = match.start("glue") if "glue" in match.groupdict() else match.end()
    return match[0][: end - match.start()].rstrip("，, ")


def _told(text: str) -> Iterator[_Told]:
    for pattern in (_RANGE, _AHEAD):
        for match in pattern.finditer(text):
            span, n = int(match["b"]) - int(match["a"]), _number(match["n"])
            if span > 0 and n > 0:
                near = text[max(0, match.start("n") - 1) : match.start("n")] in "近"
                wide = 1 if near or (n % 10 == 0 and span > _LOOSE) else 0
                fits = span - wide <= n <= span + 1 + wide
                yield _Told(
                    match,
                    YEARS.format(span, span + 1),
                    text[match.start("n") : match.end()].rstrip("（("),
                    fits,
                )
    for match in _MONTHS.finditer(text) if "个月" in text else ():
        span = (int(match["b"] or match["a"]) - int(match["a"])) * 12 + int(match["k"]) - int(match["m"])
        if span > 0:
            words = f"{match['n']}个月"
            yield _Told(match, MONTHS.format(span, span + 1), words, _number(match["n"]) in (span, span + 1))
    for match in _WITHIN.finditer(text):
        span, n = int(match["b"]) - int(match["a"]), _number(match["n"])
        if span > 0 and n > span + 1 and not _RANGE.match(text, match.start()):
            words = text[match.start("n") : match.end()]
            yield _Told(match, YEARS.format(span, span + 1), words, False)
    for match in _TWO_DAYS.finditer(text):
        told = _days(match)
        if told is not None:
            yield told
    for match in _LIST.finditer(text):
        years, n = len(re.findall(_Y, match["list"])), _number(match["n"])
        if n > 1:
            yield _Told(match, COUNT.format(years), text[match.start("n") : match.end()], n == years)
    for match in _DAYS.finditer(text):
        told = _days(match)
        if told is not None:
            yield told


def _days(match: re.Match[str]) -> _Told | None:
    """9月12日至9月16日，为期九天: with both ends, or without one."""
    try:
        first = date(_LEAP, int(match["m"]), int(match["d"]))
        last = date(_LEAP, int(match["k"] or match["m"]), int(match["e"]))
    except ValueError:
        return None
    days, n = (last - first).days, _number(match["n"])
    if (days <= 0 and match["glue"]) or not _FROM.search(match["between"]):
        return None
    if days <= 0:
        days += 365
    return _Told(match, DAYS.format(days + 1), f"{match['n']}天", days - 1 <= n <= days + 1)


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else int(counted(words))
