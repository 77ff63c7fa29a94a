"""One of several things above or below another, or so much apart: 非税收入增速低于税收收入, 男子比女子快28分钟."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.grid_measures import LEVEL, Reading, is_down, readings
from desktop.audit.grids import Grid, grids_at, subject, when
from desktop.audit.interval import as_claim
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.units import unit

KEY: Final = "things_order"
_ORDER: Final = re.compile(
    r"(?P<more>[高大多快]于|[高多]过|超过|领先于?)|(?P<less>[低小少慢]于|不及|不如|比不上|落后于?)"
)
_MORE: Final = re.compile(r"更(?P<adj>[高大多快低小少慢])(?:一些)?$")
_APART: Final = re.compile(
    r"(?:比|较)(?P<who>[^，。比较]{1,12}?)(?P<adj>[高多大长低少小短快慢])(?:了|出|出了)?(?:整整|约|近)?$"
)
_UNSURE: Final = re.compile(
    r"若|如果|假如|未必|预计|计划|目标|可能|曾|是否|并[未非]|不[是会再]|没有?|尚未|合计|之和|加起来|相加|总和|合起来|合在一起|平均|除|扣|剔|任何|其他|其余|倍|全[国省球]|行业|谁|往往|通常|去年同期|"
    r"[若或]|不[高低大小多少快慢]于|最|都|均"
)
_LESS: Final = frozenset("低少小慢短")
_TWO: Final = 2
SAID: Final = Text("文中说{0}，但{1}是{2}，{3}是{4}。", "The text says {0}, but {1} has {2} and {3} {4}.")
GAP: Final = Text(
    "文中说{0}，但{1}是{2}，{3}是{4}，相差{5}。",
    "The text says {0}, but {1} has {2} and {3} {4}, which is {5} apart.",
)


class _Pair(NamedTuple):
    """Who is set against whom, by the words of what, and which way: 1 for more, −1 for less."""

    one: str
    other: str
    of: str
    way: int
    fast: bool = False


@check(
    KEY, "两项的高低与差", "one of several above another", "section",
    needs={"section": ("table same*2", "于过超领不落更比较")},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold every clause of order against the numbers that both things have."""
    last: Clause | None = None
    for clause in spoken(piece):
        before = last if last is not None and last.line == clause.line else None
        if _UNSURE.search(clause.text) is None:
            yield from _read(piece, clause, before)
        last = clause


def _read(piece: Section, clause: Clause, last: Clause | None) -> Iterator[Result]:
    size = clause.figures[-1] if clause.figures else None
    if size is None:
        match = _ORDER.search(clause.text) or _MORE.search(clause.text)
        if match is not None:
            yield from _ordered(piece, clause, last, match)
    elif len(clause.figures) == 1:
        apart = _APART.search(clause.before(size))
        if apart is not None and not clause.after(size).strip("。） 左右多的"):
            yield from _sized(piece, clause, last, apart, size)


def _pair(grid: Grid, clause: Clause, last: Clause | None, match: re.Match[str]) -> _Pair | None:
    before, after = clause.text[: match.start()], clause.text[match.end() :]
    one, of = _cut(grid, before)
    if match.re is _MORE:
        others = [n for n in grid.names if n != one]
        if not one or last is None or "比" not in last.text:
            return None
        return _Pair(
            one, others[0] if len(others) == 1 else "", of, _way(match["adj"]), match["adj"] in "快慢"
        )
    other, rest = _cut(grid, after)
    one = one or subject(grid, last)
    if not one or not other or one == other:
        return None
    of = of if of.strip("|，的也则却还又 ") else rest
    return _Pair(one, other, of, 1 if match["more"] else -1, match[0][0] in "快慢")


def _cut(grid: Grid, words: str) -> tuple[str, str]:
    """The one name in some words, and what is left of them; no name where there are two."""
    who = grid.who(words)
    if not who or len(grid.named(words)) > 1:
        return "", words
    size = next(
        s for s in range(min(len(who), len(words)), 0, -1)
        if any(who[n : n + s] in words for n in range(len(who) - s + 1))
    )  # fmt: skip
    part = next(who[n : n + size] for n in range(len(who) - size + 1) if who[n : n + size] in words)
    return who, words.replace(part, "|", 1)


def _way(adjective: str) -> int:
    return -1 if adjective in _LESS else 1


def _ordered(piece: Section, clause: Clause, last: Clause | None, match: re.Match[str]) -> Iterator[Result]:
    failed: Result | None = None
    for grid in grids_at(piece, clause):
        pair = _pair(grid, clause, last, match)
        if pair is None or (grid.of_times and not grid.end and not grid.tells(pair.of)):
            continue  # 2023年的降幅大于2022年, beside a table of several numbers
        for reading in readings(
            grid, when(last, clause) + pair.of + ("增长" if pair.fast and not _lasts(grid) else "")
        ):
            own = pair
            if not pair.other:  # 两年相比，2023年的增速更快
                others = [n for n in reading.values if n != pair.one]
                if len(others) != 1 or len(reading.values) != _TWO:
                    return
                own = pair._replace(other=others[0])
            holds = _holds(reading, own)
            if holds is None:
                return
            if holds:
                yield say.passed(KEY, (*reading.figures[own.one], *reading.figures[own.other]))
                return
            failed = failed or _finding(piece, clause, reading, own)
    if failed is not None:
        yield failed


def _lasts(grid: Grid) -> bool:
    return any((known := unit(f.unit)) is not None and known.dimension == "duration" for f in grid.fields)


def _holds(reading: Reading, pair: _Pair) -> bool | None:
    """Whether the two stand as told; None where digits leave it open."""
    one, other = reading.values.get(pair.one), reading.values.get(pair.other)
    if one is None or other is None or one.meets(other):
        return None
    known = unit(reading.unit)
    way = -pair.way if pair.fast and known is not None and known.dimension == "duration" else pair.way
    way = -way if is_down(pair.of) and reading.kind != LEVEL else way
    return (one.low > other.high) == (way > 0)


def _finding(piece: Section, clause: Clause, reading: Reading, pair: _Pair) -> Result:
    at = clause.start - piece.start
    place = piece.anchor(at, at + len(clause.text))
    shown = [reading.show(pair.one), reading.show(pair.other)]
    said = SAID.format(quote(clause.text.strip()), quote(pair.one), shown[0], quote(pair.other), shown[1])
    figures = (*reading.figures[pair.one], *reading.figures[pair.other])
    return say.finding(
        KEY, "changes_conclusion", figures, formula("{}; {}", *shown), said, "order", spans=(place,)
    )


def _sized(
    piece: Section, clause: Clause, last: Clause | None, match: re.Match[str], size: Figure
) -> Iterator[Result]:
    """男子比女子快28分钟: how far apart the two are in a number that is counted so."""
    claim = as_claim(size)
    if claim is None:
        return
    for grid in grids_at(piece, clause):
        one, of = _cut(grid, clause.text[: match.start()])
        other, rest = _cut(grid, match["who"])
        if not one and not of.strip("，也则却还又而但 "):
            one = subject(grid, last)
        if not one or not other or one == other:
            continue
        words = when(last, clause) + of + rest
        found = [r for r in readings(grid, words) if r.kind == LEVEL and _counts(r, size)]
        if not found:
            continue
        for reading in found:
            a, b = reading.values.get(one), reading.values.get(other)
            if a is None or b is None or claim.meets(a.minus(b)) or claim.meets(b.minus(a)):
                return
        yield _apart(piece, clause, found[0], (one, other), size)
        return


def _counts(reading: Reading, size: Figure) -> bool:
    if reading.unit == "%":
        return size.unit == "pp"
    if not reading.unit:
        return size.unit.startswith("count:") or size.unit in ("", "person")
    return size.unit not in ("%", "times", "pp") and same_dimension(reading.unit, size.unit)


def _apart(piece: Section, clause: Clause, reading: Reading, pair: tuple[str, str], size: Figure) -> Result:
    (one,), (other,) = reading.figures[pair[0]], reading.figures[pair[1]]
    a, b = reading.values[pair[0]], reading.values[pair[1]]
    gap = amount(abs((a.low + a.high) / 2 - (b.low + b.high) / 2), size, exact=True)
    words = f"{clause.before(size).strip()}{stated(size).zh}"
    said = GAP.format(quote(words), quote(pair[0]), bare(one), quote(pair[1]), bare(other), gap)
    written = formula("{} − {} = {}", bare(one), bare(other), gap)
    return say.finding(KEY, "inconsistent", (size, one, other), written, said, "gap")
