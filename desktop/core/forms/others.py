"""Correcting a section, a table's title, a statement or an event."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.evidence import Event, Point
from desktop.core.factor import THEMES, Factor
from desktop.core.forms.base import Form, FormField, Outcome, Words, choices, retold
from desktop.core.forms.figure import NO_PERIOD
from desktop.core.forms.numbers import read_number
from desktop.core.forms.periods import read_period
from desktop.core.review_rows import FACTOR_KINDS
from desktop.core.table import Table
from desktop.core.text import Text, same

EMPTY_TITLE = Text("请写一个标题。", "Write a title.")
NO_ORDINAL = Text(
    "序号要写成 1、2、3 这样的整数，或留空。", "Write the number as 1, 2, 3, or leave it empty."
)
TITLE = Text("标题", "Title")
_THEMES = {"": Text("没有主题", "no theme"), **THEMES}


def factor_words(item: Factor) -> Words:
    """Return a section as words."""
    number = "" if item.number is None else str(item.number)
    return {"title": item.title.zh, "short": item.short.zh, "kind": item.kind, "number": number,
            "theme": item.theme}  # fmt: skip


def read_factor(before: Factor, given: Words) -> Outcome[Factor]:
    """Return the section that the words make; only a reason has a number."""
    problems: dict[str, Text] = {}
    title, number = given["title"].strip(), given["number"].strip()
    ordinal = read_number(number) if number else None
    if not title:
        problems["title"] = EMPTY_TITLE
    if number and (ordinal is None or ordinal != int(ordinal) or not 0 < ordinal < 1000):
        problems["number"] = NO_ORDINAL
    if problems:
        return Outcome(None, problems)
    made = replace(
        before,
        kind=given["kind"],
        number=int(ordinal) if ordinal is not None and given["kind"] == "factor" else None,
        theme=given["theme"],
        title=retold(before.title, title),
        short=retold(before.short, given["short"].strip() or title),
    )
    return Outcome(made, {})


def table_words(item: Table) -> Words:
    """Return a table's title."""
    return {"title": item.title.zh}


def read_table(before: Table, given: Words) -> Outcome[Table]:
    """Return the table with another title; its cells are corrected as figures."""
    if not given["title"].strip():
        return Outcome(None, {"title": EMPTY_TITLE})
    return Outcome(replace(before, title=retold(before.title, given["title"])), {})


def point_words(item: Point) -> Words:
    """Return a statement's label; what it says is the text itself."""
    return {"label": item.label.zh}


def read_point(before: Point, given: Words) -> Outcome[Point]:
    """Return the statement with another label."""
    return Outcome(replace(before, label=retold(before.label, given["label"])), {})


def event_words(item: Event) -> Words:
    """Return an event as words."""
    return {"title": item.title.zh, "period": item.period.text}


def read_event(before: Event, given: Words) -> Outcome[Event]:
    """Return the event that the words make."""
    problems: dict[str, Text] = {}
    when = given["period"].strip()
    period = before.period if when == before.period.text else read_period(when)
    if period is None:
        problems["period"] = NO_PERIOD.format(when)
    if not given["title"].strip():
        problems["title"] = EMPTY_TITLE
    if problems or period is None:
        return Outcome(None, problems)
    return Outcome(replace(before, title=retold(before.title, given["title"]), period=period), {})


FACTOR = Form(
    (
        FormField("title", TITLE),
        FormField("short", Text("短名", "Short name"), half=True),
        FormField("kind", Text("类别", "Kind"), choices(FACTOR_KINDS), half=True),
        FormField("theme", Text("主题", "Theme"), choices(_THEMES), half=True),
        FormField("number", Text("序号", "Number"), half=True, hint=same("1")),
    ),
    factor_words,
    read_factor,
)
TABLE = Form((FormField("title", TITLE),), table_words, read_table)
POINT = Form((FormField("label", Text("小标题", "Label")),), point_words, read_point)
EVENT = Form(
    (FormField("title", TITLE), FormField("period", Text("时期", "Period"), hint=same("2020-Q4"))),
    event_words,
    read_event,
)
