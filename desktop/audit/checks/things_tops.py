"""What is called the most of several things, in a table or in prose: 增幅最大的是甲店, 亩产最高的是乙镇, 三季度最少."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.grid_measures import EACH, Reading, agreeing, is_down, readings
from desktop.audit.grids import Grid, grids_at, when
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.core.text import Text
from desktop.core.units import unit

KEY: Final = "things_tops"
_TOP: Final = re.compile(
    r"最(?P<adj>[高多大快猛狠长低少小慢短])(?=$|[的是为达则，、。（(\d\s]|一[个年家项月])"
)
_WHO: Final = re.compile(
    r"^(?:的)?(?:一[个年家项类种条月季次]|[年季月份个家店]{1,2})?(?:却|还|仍然?|则|也|就|都|依然|要?算)?(?:[是为]|当属|属于)(?:了)?(?P<who>[^，,。；]{1,14})$"
)
_UNSURE: Final = re.compile(
    r"之一|并列|除|(?<![比较与和同])[去前]年|往年|以外|之外|不是|并非|未必|不再|仅次|第[二三]|若|如果|假如|目标|计划|预计|历史|全[国省球]|行业|曾|至今|以来|当时|最[高低]的[^是]{1,8}也|谁|哪|"
    r"不算|[一二三四五]倍|和[^，]{1,6}最|(?<![环同占对])[比较](?!上|去|年|前)|同行|同类|单[日月周店]|一度|合计|加起来"
)
_GIVES: Final = re.compile(
    r"[，,](?:也|都|就|已)?(?:高达|达到?了?|只有|仅有?|为|是|有|约|近|只|增长|下降|增幅为?|每[\u4e00-\u9fff])*"
)
_NEAR: Final = 40
_LESS: Final = frozenset("低少小慢短")
_LEAST: Final = 3
SAID: Final = Text("文中说{0}，但{1}是{2}，{3}是{4}。", "The text says {0}, but {1} has {2} and {3} {4}.")


class _Told(NamedTuple):
    """Whose is called the most, the words of what, and where they stand in the clause."""

    who: str
    of: str
    match: re.Match[str]


@check(KEY, "几项之最", "the most of several", "section", needs={"section": ("最", "same*3 table same*2")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold the one that is called the most against all that are told with the same measure."""
    last: Clause | None = None
    for clause in spoken(piece):
        if "最" in clause.text:
            match = _TOP.search(clause.text)
            apart = last is not None and last.sentence == clause.sentence and "除" in last.text
            if match is not None and not apart and not _UNSURE.search(clause.text):
                yield from _held(piece, clause, match, last)
        last = clause


def _told(grid: Grid, clause: Clause, match: re.Match[str], last: Clause | None) -> _Told | None:
    before, after = clause.text[: match.start()], _WHO.match(clause.text[match.end() :])
    if after is not None:
        who = grid.who(after["who"])
        return _Told(who, before, match) if who and not grid.named(before) else None
    who = grid.who(before)
    if who:
        at = before.find(who)
        if at >= 0 and len(grid.named(before)) == 1:
            return _Told(who, before[:at] + "|" + before[at + len(who) :], match)
    elif before.startswith("是") and last is not None and last.sentence == clause.sentence:
        own = [n for n in grid.names if last.text.startswith(n)]
        if len(own) == 1:
            return _Told(own[0], before[1:], match)
    return None


def _held(piece: Section, clause: Clause, match: re.Match[str], last: Clause | None) -> Iterator[Result]:
    failed: Result | None = None
    for grid in grids_at(piece, clause):
        told = _told(grid, clause, match, last) if len(grid.names) >= _LEAST else None
        if told is None:
            continue
        of = told.of if told.of.strip("，的 |") else ""
        found = readings(
            grid,
            when(last, clause) + of + ("增长" if match["adj"] in "快慢猛狠" and not _is_slow(grid) else ""),
        )
        found = _by_number(piece, clause, match, found)
        for reading in found:
            fine = _is_top(reading, told, match)
            if fine is None:
                return
            if fine:
                yield say.passed(KEY, reading.figures[told.who])
                return
            failed = failed or _finding(piece, clause, reading, told)
    if failed is not None:
        yield failed


def _is_slow(grid: Grid) -> bool:
    known = [unit(f.unit) for f in grid.fields]
    return any(k is not None and k.dimension == "duration" for k in known)


def _by_number(piece: Section, clause: Clause, match: re.Match[str], found: list[Reading]) -> list[Reading]:
    """Only the readings that give the number by which the clause tells the most, where it tells one."""
    behind = clause.start + match.end()
    own = next((f for f in piece.between(behind, behind + _NEAR) if not f.table and not f.is_date), None)
    gap = piece.text[clause.end - piece.start : own.anchor.start - piece.start] if own is not None else ""
    if own is None or not _GIVES.fullmatch(gap):
        return found
    if any(r.kind == EACH for r in found):
        return found
    return agreeing(found, own)


def _is_top(reading: Reading, told: _Told, match: re.Match[str]) -> bool | None:
    own = reading.values.get(told.who)
    if own is None:
        return None
    sign = -1 if match["adj"] in _LESS else 1
    known = unit(reading.unit)
    if match["adj"] in "快慢" and known is not None and known.dimension == "duration":
        sign = -sign
    if is_down(told.of):
        sign = -sign
    if sign > 0:
        return not any(v.low > own.high for v in reading.values.values())
    return not any(v.high < own.low for v in reading.values.values())


def _finding(piece: Section, clause: Clause, reading: Reading, told: _Told) -> Result:
    sign = (-1 if told.match["adj"] in _LESS else 1) * (-1 if is_down(told.of) else 1)
    best = max(reading.values, key=lambda n: reading.values[n].low * sign)
    at = clause.start - piece.start
    place = piece.anchor(at, at + len(clause.text))
    shown = [reading.show(n) for n in (best, told.who)]
    said = SAID.format(quote(clause.text.strip()), quote(best), shown[0], quote(told.who), shown[1])
    written = formula("{}; {}", *shown)
    figures = (*reading.figures[told.who], *reading.figures[best])
    return say.finding(KEY, "changes_conclusion", figures, written, said, "top", spans=(place,))
