"""How numbers and operands are printed in findings: as in the text, or rounded so that a reader can follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit.interval import INF, Interval
from desktop.audit.keys import english
from desktop.core.figure import Figure
from desktop.core.finding import Derived, Finding, Input, Passed, ident
from desktop.core.span import Anchor
from desktop.core.text import Text, same
from desktop.core.verdict import VERDICTS

_POWERS: Final = ((1e8, "亿"), (1e4, "万"))


def number(value: float, places: int = 1) -> str:
    """Rounded to some decimals, more where that would leave nothing, without trailing zeros."""
    if value in (INF, -INF):
        return "∞" if value > 0 else "−∞"
    while value and places < 6 and abs(round(value, places)) < 10.0 ** (1 - places) * 0.9:
        places += 1
    text = f"{abs(value):,.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"−{text}" if value < 0 and text != "0" else text


def percent(value: float) -> str:
    """A percentage, unsigned: direction is said in words."""
    return f"{number(abs(value))}%"


def span_of(found: Interval, suffix: str = "%") -> str:
    """An interval of magnitudes; a point where both ends print alike."""
    low, high = sorted((found.low, found.high))
    if high == INF:
        return f"≥ {number(low)}{suffix}"
    if low == -INF:
        return f"≤ {number(high)}{suffix}"
    left, right = number(low), number(high)
    return f"{left}{suffix}" if left == right else f"{left}{suffix}–{right}{suffix}"


def printed(figure: Figure) -> str:
    """A figure as it stands in the text, with its comparator words."""
    words = flat(figure.anchor.quote)
    return words if 0 < len(words) <= 24 else core(figure)


def core(figure: Figure) -> str:
    """Number and unit only, as printed; the unit of a table's header is added where the cell has none."""
    return flat(figure.as_printed)


def flat(words: str) -> str:
    """On one line, with single blanks."""
    return words if words.isalnum() else " ".join(words.split())


def title(figure: Figure) -> Text:
    """Whose and what, without the stray words that an English clause may leave; the number where neither is known."""
    parts = [t for t in (figure.entity, figure.indicator) if t.zh and (not t.zh.isascii() or english(t.zh))]
    named = Text(" · ", " · ").join(parts)
    return named if named.zh else same(printed(figure))


def name_of(figure: Figure) -> Text:
    """Whose and what, for a list of inputs; the printed number where neither is known."""
    named = title(figure)
    if figure.period is None or figure.is_date:
        return named
    return Text("{}（{}）", "{} ({})").format(named, figure.period.shown())


def inputs(*figures: Figure) -> tuple[Input, ...]:
    """Each figure as an operand."""
    return tuple(Input(name_of(f), same(printed(f)), f.id) for f in figures)


def finding(
    check: str,
    verdict: str,
    figures: Sequence[Figure],
    formula: str,
    said: Text,
    kind: str = "",
    extra: Iterable[Input] = (),
    spans: Iterable[Anchor] = (),
) -> Finding:
    """A finding on figures; the first is the one it is raised on."""
    items = tuple(dict.fromkeys(f.id for f in figures))
    anchors = tuple(dict.fromkeys((*(f.anchor for f in figures), *spans)))
    operands = (*inputs(*dict.fromkeys(figures)), *extra)
    return Finding(
        ident("fnd", check, items, kind),
        check,
        VERDICTS[verdict],
        items,
        operands,
        formula,
        said.opening(),
        anchors,
        kind,
    )


def passed(check: str, figures: Sequence[Figure], formula: str = "", *, rounded: bool = False) -> Passed:
    """A check that these figures passed."""
    verdict = VERDICTS["by_rounding" if rounded else "consistent"]
    return Passed(check, tuple(dict.fromkeys(f.id for f in figures)), verdict, formula)


def derived(
    check: str, name: Text, shown: Text, bounds: Interval, unit: str, formula: str, figures: Sequence[Figure]
) -> Derived:
    """A value that follows from figures."""
    items = tuple(dict.fromkeys(f.id for f in figures))
    low, high = (None if abs(v) == INF else v for v in bounds)
    return Derived(ident("drv", check, items), name, shown, low, high, unit, formula, inputs(*figures), items)


def amount(value: float, like: Figure) -> Text:
    """A computed value in the unit of a figure, 万 and 亿 in Chinese."""
    from desktop.core.units import unit

    known = unit(like.unit)
    own = value / (known.factor if known else 1.0)
    zh = number(own)
    for power, word in _POWERS:
        if abs(own) >= power:
            zh = f"{number(own / power)}{word}"
            break
    zh_name, en_name = (known.name.zh, known.name.en) if known else ("", "")
    tight = like.unit in ("%", "permille")
    return Text(f"{zh}{zh_name}", f"{number(own)}{'' if tight or not en_name else ' '}{en_name}")
