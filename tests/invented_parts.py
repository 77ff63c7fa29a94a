"""The parts of the invented dossier: its text, and items that are anchored in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.period import Period
from desktop.core.policy import RegisterEntry
from desktop.core.span import Anchor
from desktop.core.table import Cell, Column, Table
from desktop.core.text import Text
from desktop.core.verdict import VERDICTS, Assessment

TEXT = """𠮷测贷为何停办：要点

开头一段没有数字。

一、规则收紧
《测试办法》2021年3月发布，出资比例不得低于30%。不再续办。
- 渠道：改为邀请
二、投入减少
占比由2020年的38%降到2023年的19%。

年份 | 占比 | 人数 |
---|---|---|
2020 | 22% | 850 |
2023 | 9% | 420 |

三、展望
没有数字的一段话。
"""
ORIGINAL = "原文甲。𠮷占比是19%，不再多说。"
YEAR = {y: Period(y, date(int(y), 1, 1), date(int(y), 12, 31)) for y in ("2020", "2021", "2023")}


def anchor(words: str, after: str = "", text: str = TEXT) -> Anchor:
    """Anchor the first ``words`` that follow ``after``."""
    start = text.index(words, text.index(after) + len(after) if after else 0)
    return Anchor("src", start, start + len(words), words)


def figure(id_: str, factor: str, number: str, place: Anchor, **more: object) -> Figure:
    """A share in per cent unless told otherwise."""
    value = Decimal(number) if number else None
    made = Figure(
        id_,
        factor,
        Text("测贷", "Testloan"),
        Text("占比", "share"),
        "ratio",
        None,
        "=",
        value,
        value,
        "%",
        "",
        "",
        place.quote,
        place,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def factor(
    id_: str, order: int, zh: str, en: str, heading: str, kind: str = "factor", **more: object
) -> Factor:
    """A section that is anchored at its heading."""
    place = anchor(heading)
    made = Factor(
        id_,
        kind,
        order,
        order if kind == "factor" else None,
        "regulation",
        Text(heading[2:], f"Heading {order}"),
        Text(zh, en),
        Text(f"{zh}的摘要。", f"Summary of {en}."),
        place,
        (place.start, place.end),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def assessment(id_: str, factor_id: str, verdict: str, *items: str, **more: object) -> Assessment:
    """What an invented record says."""
    made = Assessment(
        id_,
        "claim",
        factor_id,
        VERDICTS[verdict],
        Text("所称", "the claim"),
        Text("差别所在", "what differs"),
        items,
        Text("年报第 3 页", "annual report, page 3"),
        "medium",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def table() -> Table:
    """Three columns (year, share, people), two rows."""
    lines = (("年份", "占比", "人数"), ("2020", "22%", "850"), ("2023", "9%", "420"))
    start, rows = TEXT.index("年份 |"), []
    for r, line in enumerate(lines):
        cells = []
        for c, words in enumerate(line):
            at = TEXT.index(words, start)
            start = at + len(words)
            cells.append(Cell(f"c{r}{c}", "t1", r, c, words, f"{words} en", Anchor("src", at, start, words)))
        rows.append(tuple(cells))
    columns = tuple(
        Column(f"col{c}", c, Text(zh, en), kind, code)
        for c, (zh, en, kind, code) in enumerate(
            (
                ("年份", "Year", "date", ""),
                ("占比", "Share", "quantity", "%"),
                ("人数", "People", "quantity", "person"),
            )
        )
    )
    place = anchor(TEXT[TEXT.index("年份 |") : TEXT.index("420 |") + 5])
    return Table(
        "t1", "f2", 0, Text("投入与人数", "Spending and people"), columns, rows[0], tuple(rows[1:]), place
    )


def entry() -> RegisterEntry:
    """The register entry that the invented regulation is held against."""
    words = Text("登记", "registered")
    return RegisterEntry(
        "r1",
        "rule",
        Text("测试管理办法", "Official Test Measures"),
        "令〔2021〕1 号",
        words,
        words,
        None,
        None,
        date(2021, 5, 1),
        None,
        "in_force",
        words,
        words,
        words,
        (),
        (),
        words,
        Text("引证", "citation"),
        (),
        "A",
        "high",
        (),
    )
