"""Who exceeds whom and who is the largest, as an English sentence says of the rows of a table beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.english_rows import YEAR, Rows, english_sentences
from desktop.audit.interval import value_of
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "english_order"
_OVER: Final = (
    r"(?:exceeded|overtook|surpassed|outsold|topped|outstripped|beat|(?:was|were|is|are) (?:above|ahead of))"
)
_UNDER: Final = r"(?:trailed|lagged|lagged behind|fell short of|(?:was|were|is|are) (?:below|behind))"
_GREAT: Final = r"more|larger|bigger|higher|greater"
_SMALL: Final = r"less|fewer|smaller|lower"
_MOST: Final = re.compile(
    r"(?<!second-)(?<!second )(?<!third-)(?<!third )(?<!of the )\b(?:(?P<fast>fastest-growing|fastest growing)"
    r"|(?P<slow>slowest-growing|slowest growing)|(?P<most>largest|biggest|highest)|(?P<least>smallest|lowest))\b",
    re.I,
)
_ONLY: Final = re.compile(
    r"\bthe only (?:[a-z]+ ){1,2}?(?:to|that|which) (?:(?P<fall>shrink|fall|decline|shrank|fell|declined|drop|dropped)"
    r"|(?P<rise>grow|rise|grew|rose|increase|increased))\b",
    re.I,
)
TURNED = Text(
    "文中说{0}，但表中{1}是{2}，{3}是{4}。",
    "The text says {0}, but the table has {2} for {1} and {4} for {3}.",
)


@check(
    KEY,
    "英文的比较与最高级",
    "comparatives and superlatives in English",
    "section",
    needs={"section": ("table", "latin")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Recompute the comparisons of English sentences over the rows of the tables nearest to them."""
    for rows, words, start in english_sentences(piece):
        yield from _compared(piece, rows, words, start)
        yield from _extremes(piece, rows, words, start)


def _compared(piece: Section, rows: Rows, words: str, start: int) -> Iterator[Result]:
    gap = r"(?:(?!\b(?:and|while|but|rose|grew|fell|faster|slower|growth)\b)[^.;])"
    pattern = re.compile(
        rf"\b(?P<a>{rows.words})\b(?:(?: alone| costs| revenue)? (?:already |now |still |had |even"
        rf" )?(?:(?P<over>{_OVER})|(?P<under>{_UNDER}))"
        rf"|{gap}{{1,60}}?\b(?:(?P<more>{_GREAT})|(?P<less>{_SMALL})) than) (?:the )?(?P<b>{rows.words})\b",
        re.I,
    )
    for match in pattern.finditer(words):
        a, b = match["a"].lower(), match["b"].lower()
        middle = words[match.end("a") : match.start("b")]
        if (
            a == b
            or re.search(rf"\b(?:{rows.words})\b", middle, re.I)
            or re.search(r"\b(?:not|no|never|nor)\b", middle)
        ):
            continue
        upward = bool(match["over"] or match["more"])
        pairs = [
            (one, other) for c in rows.of_years(set(YEAR.findall(words)))
            if (one := rows.cell(a, c)) is not None and (other := rows.cell(b, c)) is not None
        ]  # fmt: skip
        yield from _either(piece, rows, pairs, (start + match.start(), start + match.end()), upward=upward)


def _either(
    piece: Section, rows: Rows, pairs: list[tuple[Figure, Figure]], at: tuple[int, int], *, upward: bool
) -> Iterator[Result]:
    """True if it holds in any of the columns that may be meant."""
    wrong: tuple[Figure, Figure] | None = None
    for one, other in pairs:
        left, right = value_of(one), value_of(other)
        if left is None or right is None:
            return
        if (left > right) == upward and left != right:
            yield say.passed(
                KEY, (one, other), formula("{} {} {}", bare(one), ">" if upward else "<", bare(other))
            )
            return
        wrong = (one, other)
    if wrong is not None:
        yield _turned(piece, rows, wrong, at)


def _turned(piece: Section, rows: Rows, pair: tuple[Figure, Figure], at: tuple[int, int]) -> Result:
    labels = [quote(rows.sheet.label(f.row or 0)) for f in pair]
    told = quote(piece.text[at[0] : at[1]])
    said = TURNED.format(told, labels[0], bare(pair[0]), labels[1], bare(pair[1]))
    written = formula("{}; {}", bare(pair[0]), bare(pair[1]))
    return say.finding(KEY, "changes_conclusion", pair, written, said, "order", spans=(piece.anchor(*at),))


def _extremes(piece: Section, rows: Rows, words: str, start: int) -> Iterator[Result]:
    for match in (*_MOST.finditer(words), *_ONLY.finditer(words)):
        behind = re.match(
            rf"(?: (?!and\b|but\b|while\b|than\b)[\w'’-]+){{0,6}}? (?:was|were|is|are|remained)(?: still|"
            rf" again)? (?:the )?"
            rf"(?P<name>{rows.words})\b", words[match.end() :], re.I,
        )  # fmt: skip
        ahead = re.search(
            rf"\b(?P<name>{rows.words})(?: costs| revenue)?,? (?:was|were|is|are|remained)(?: still| by far|"
            rf" again)? (?:the )?$",
            words[: match.start()], re.I,
        )  # fmt: skip
        found = behind or ahead
        if found is None or (behind is not None and re.search(r"\b(?:since|ever)\b", behind[0])):
            continue
        name = found["name"].lower()
        span = (start + match.start(), start + match.end() + (behind.end() if behind else 0))
        if ahead is not None and behind is None:
            span = (start + ahead.start(), start + match.end())
        kinds = match.groupdict()
        if match.re is _ONLY:
            yield from _alone(piece, rows, name, span, fall=kinds["fall"] is not None)
            continue
        pace = kinds["fast"] or kinds["slow"]
        columns = list(rows.changes) if pace else rows.of_years(set(YEAR.findall(words)))
        yield from _top(piece, rows, name, columns, span, high=bool(kinds["fast"] or kinds["most"]))


def _signed(figure: Figure) -> float:
    number = value_of(figure) or 0.0
    return -abs(number) if figure.direction == "down" else number


def _top(
    piece: Section, rows: Rows, name: str, columns: list[int], at: tuple[int, int], *, high: bool
) -> Iterator[Result]:
    failed: tuple[Figure, Figure] | None = None
    for col in columns:
        own = rows.column(col)
        if name not in own or len(own) < 2:
            continue
        best = (max if high else min)(own, key=lambda n: _signed(own[n]))
        if _signed(own[best]) == _signed(own[name]):
            yield say.passed(KEY, (own[name],), bare(own[name]))
            return
        failed = (own[name], own[best])
    if failed is not None:
        yield _turned(piece, rows, failed, at)


def _alone(piece: Section, rows: Rows, name: str, at: tuple[int, int], *, fall: bool) -> Iterator[Result]:
    for col in rows.changes[:1]:
        own = rows.column(col)
        moved = [n for n, f in own.items() if (_signed(f) < 0) == fall and _signed(f) != 0]
        if name in own and moved == [name]:
            yield say.passed(KEY, (own[name],), bare(own[name]))
        elif name in own and (name not in moved or len(moved) > 1):
            other = next((n for n in moved if n != name), name)
            if other != name:
                yield _turned(piece, rows, (own[name], own[other]), at)
