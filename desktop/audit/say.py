"""How a check says what it found: operands named, arithmetic shown, one sentence in each language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from desktop.audit.amounts import is_chinese, quote, stated
from desktop.audit.interval import INF, Interval
from desktop.audit.keys import english
from desktop.audit.listed_words import as_enumeration, of_enumeration
from desktop.audit.nouns import noun
from desktop.core.figure import Figure
from desktop.core.finding import Derived, Finding, Input, Passed, ident
from desktop.core.period import Period
from desktop.core.span import Anchor
from desktop.core.text import NOTHING, Text, same
from desktop.core.verdict import VERDICTS

# Chinese sentences are set solid: blanks beside numbers come from the window's way of printing them.
_LOOSE: Final = re.compile(
    r"(?<=[\u4e00-\u9fff，。：；、（）“”《》]) +(?=[\d≤≥<>≈+−$¥“《（])|(?<=[\d%）”]) +(?=[\u4e00-\u9fff“（])"
)
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MARKS: Final = re.compile(r"(?<=[\u4e00-\u9fff])，(?=[，。；：])|。(?=。)")


_INNER: Final = {"“": "‘", "”": "’"}
THIS: Final = Text("这个数", "this number")


def prose(said: Text) -> Text:
    """Set a sentence: Chinese without blanks beside numbers, English with a capital, inner quotation marks single."""
    return Text(_nested(_MARKS.sub("", _LOOSE.sub("", said.zh))), _nested(said.en)).opening()


def _nested(words: str) -> str:
    """Give quotations within a quotation single marks: titles often hold some."""
    if words.count("“") < 2:
        return words
    made, depth = [], 0
    for char in words:
        depth += char == "“"
        made.append(_INNER.get(char, char) if depth > 1 else char)
        depth -= char == "”" and depth > 0
    return "".join(made)


def named(figure: Figure) -> Text:
    """Whose and what, without the stray words that a clause may leave; both may be unknown."""
    names = (figure.entity, figure.indicator)
    if not figure.table:
        names = (_readable(figure.entity), _readable(figure.indicator))
    return Text(" · ", " · ").join([t for t in names if t.zh and (not t.zh.isascii() or english(t.zh))])


def _readable(name: Text) -> Text:
    """A name as far as it can be read out; one that a person gave in both languages is as it is."""
    return name if name.zh != name.en else same(noun(name.zh))


def title(figure: Figure) -> Text:
    """Whose and what, for a sentence: a name that the text gives stands in quotation marks.

    Of a sentence whose measure is not known the owner alone would be said to fall from 640 people to 256.
    """
    name = named(figure)
    if not name.zh or not (figure.table or _readable(figure.indicator).zh):
        return THIS
    quoted = quote(name)
    return quoted if is_chinese(name.en) else Text(quoted.zh, name.en)


def when(period: Period | None) -> Text:
    """A time in brackets, as it follows a name; empty where none is known."""
    return Text("（{}）", " ({})").format(time(period)) if period is not None else NOTHING


def time(period: Period) -> Text:
    """A time within a sentence or a sum."""
    shown = period.shown()
    solid = _LOOSE.sub("", shown.zh)
    return Text(_ISO.sub(lambda m: f"{m[1]}年{int(m[2])}月{int(m[3])}日", solid), shown.en)


def day(value: date) -> Text:
    """A day as people write it."""
    return Text(f"{value.year}年{value.month}月{value.day}日", f"{value.day} {value:%b} {value.year}")


def name_of(figure: Figure) -> Text:
    """Whose and what and when, for a list of inputs; the printed number where neither is known."""
    name = named(figure)
    if not name.zh:
        return stated(figure)
    if figure.period is None or figure.is_date:
        return name
    return Text("{}（{}）", "{} ({})").format(name, figure.period.shown())


def inputs(*figures: Figure) -> tuple[Input, ...]:
    """Each figure as an operand."""
    return tuple(Input(name_of(f), stated(f), f.id) for f in figures)


def finding(
    check: str,
    verdict: str,
    figures: Sequence[Figure],
    formula: Text,
    said: Text,
    kind: str = "",
    extra: Iterable[Input] = (),
    spans: Iterable[Anchor] = (),
) -> Finding:
    """A finding on figures; the first is the one it is raised on."""
    items = tuple(dict.fromkeys(f.id for f in figures if f.id))  # an idiom (腰斩) is no figure of the dossier
    anchors = tuple(dict.fromkeys((*(f.anchor for f in figures), *spans)))
    operands = (*inputs(*dict.fromkeys(figures)), *extra)
    said = as_enumeration(said) if of_enumeration(figures) else said
    return told(check, verdict, items, operands, formula, said, anchors, kind, tag=kind)


def on_section(
    check: str,
    verdict: str,
    figures: Sequence[Figure],
    said: Text,
    kind: str = "",
    spans: Sequence[Anchor] = (),
) -> Finding:
    """A finding on what is said with figures: raised on their section, so that none of them counts as checked."""
    place = figures[0].factor or figures[0].id
    anchors = tuple(dict.fromkeys((*(f.anchor for f in figures), *spans)))
    tag = f"{kind}:{'|'.join(f.id for f in figures)}"
    return told(check, verdict, (place,), inputs(*figures), NOTHING, said, anchors, kind, tag=tag)


def told(
    check: str,
    verdict: str,
    items: tuple[str, ...],
    operands: tuple[Input, ...],
    formula: Text,
    said: Text,
    spans: tuple[Anchor, ...],
    kind: str = "",
    *,
    tag: str,
) -> Finding:
    """A finding on any items; ``tag`` tells it from others of this check on the same items."""
    return Finding(
        ident("fnd", check, items, tag),
        check,
        VERDICTS[verdict],
        items,
        operands,
        formula,
        prose(said),
        spans,
        kind,
    )


def passed(
    check: str, figures: Sequence[Figure], formula: Text = NOTHING, *, rounded: bool = False
) -> Passed:
    """A check that these figures passed."""
    verdict = VERDICTS["by_rounding" if rounded else "consistent"]
    return Passed(check, tuple(dict.fromkeys(f.id for f in figures if f.id)), verdict, formula)


def derived(
    check: str, name: Text, shown: Text, bounds: Interval, unit: str, formula: Text, figures: Sequence[Figure]
) -> Derived:
    """A value that follows from figures."""
    items = tuple(dict.fromkeys(f.id for f in figures))
    low, high = (None if abs(v) == INF else v for v in bounds)
    return Derived(ident("drv", check, items), name, shown, low, high, unit, formula, inputs(*figures), items)


def listed(words: Sequence[Text]) -> Text:
    """A list within a sentence: 甲、乙、丙; A, B, C. Long ones are cut in the middle."""
    shown = list(words) if len(words) <= 8 else [*words[:5], same("…"), *words[-2:]]
    return Text("、", ", ").join(shown)
