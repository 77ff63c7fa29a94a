"""Invented dossiers for tests: every kind of item, anchored in a text that is made with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop.core.dossier import Dossier
from desktop.core.evidence import Event, Point
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.focus import Focus
from desktop.core.period import Period
from desktop.core.policy import PolicyMention, RegisterEntry
from desktop.core.record import Record
from desktop.core.source import Original, Source, digest_of
from desktop.core.span import Anchor, OriginalRef
from desktop.core.table import Cell, Column, Table
from desktop.core.text import Text
from desktop.core.verdict import VERDICTS, Assessment
from desktop.services.context import Context

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


def dossier(**more: object) -> Dossier:
    """Two reasons and an outlook, with an item of every kind."""
    inside = {
        (1, 1): ("22", "%"),
        (1, 2): ("850", "person"),
        (2, 1): ("9", "%"),
        (2, 2): ("420", "person"),
    }
    grid = table()
    figures = [
        figure(
            "d1",
            "f1",
            "",
            anchor("2021年3月"),
            role="date",
            unit="date",
            period=Period("2021-03"),
            indicator=Text("发布时间", "published"),
        ),
        figure(
            "g1",
            "f1",
            "30",
            anchor("不得低于30%"),
            comparator=">=",
            high=None,
            role="threshold",
            hedge="不得低于",
            as_printed="30%",
            indicator=Text("出资比例", "share of funding"),
        ),
        figure("g2", "f2", "38", anchor("38%"), period=YEAR["2020"]),
        figure(
            "g3",
            "f2",
            "19",
            anchor("19%"),
            period=YEAR["2023"],
            change_from="g2",
            direction="down",
            original=OriginalRef("case:Q1", 8, 11, digest_of("19%")),
        ),
    ]
    for (row, col), (number, code) in inside.items():
        cell = grid.cell(row, col)
        assert cell is not None
        before = {(2, 1): "h11", (2, 2): "h12"}.get((row, col), "")
        figures.append(
            figure(
                f"h{row}{col}",
                "f2",
                number,
                cell.anchor,
                table="t1",
                row=row,
                col=col,
                unit=code,
                change_from=before,
                indicator=grid.columns[col].name,
            )
        )
    made = Dossier(
        id="case",
        title=Text("测贷为何停办", "Why Testloan stopped"),
        product=Text("测贷", "Testloan"),
        summary=Text("一个虚构的例子。", "An invented example."),
        sources=(
            Source(
                "src",
                "digest",
                Text("测贷要点", "Testloan digest"),
                "sources/digest.txt",
                digest_of(TEXT),
                TEXT,
                original=Original("case", digest_of(ORIGINAL), len(ORIGINAL)),
            ),
        ),
        factors=(
            factor("f0", 0, "导语", "Introduction", "𠮷测贷为何停办", kind="introduction"),
            factor("f1", 1, "规则收紧", "Tighter rules", "一、规则收紧", headline=("g1",)),
            factor("f2", 2, "投入减少", "Less spending", "二、投入减少", headline=("g2", "g3")),
            factor("f9", 3, "展望", "Outlook", "三、展望", kind="outlook"),
        ),
        tables=(grid,),
        figures=tuple(figures),
        policies=(
            PolicyMention(
                "p1",
                "f1",
                "specific",
                Text("测试办法", "Test Measures"),
                "",
                Period("2021-03"),
                "published",
                Text("出资不低于三成", "at least 30% of funding"),
                Text("冲击业务", "hits the business"),
                anchor("《测试办法》"),
            ),
        ),
        events=(
            Event(
                "e1",
                "f1",
                "policy",
                Text("办法发布", "Measures published"),
                Period("2021-03", date(2021, 3, 1), date(2021, 3, 31)),
                ("d1", "p1"),
                anchor("2021年3月发布"),
            ),
        ),
        points=(
            Point(
                "n1",
                "f1",
                0,
                "bullet",
                Text("渠道", "Channel"),
                "By invitation now",
                anchor("渠道：改为邀请"),
            ),
        ),
        assessments=(
            assessment("a1", "f1", "differs", "p1", "g1", kind="policy", policy="p1", register_id="r1"),
            assessment("a2", "f1", "inconsistent", "g1"),
            assessment("a3", "f2", "consistent", "g3"),
        ),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def large(count: int = 2000) -> Dossier:
    """Many figures, each in a sentence of its own, after a character beyond U+FFFF."""
    head, lines = "𠮷\n", [f"第{n}项为{n}%。\n" for n in range(count)]
    text, at = head + "".join(lines), len(head)
    figures = []
    for n, line in enumerate(lines):
        start = at + line.index("为") + 1
        figures.append(
            figure(
                f"m{n}",
                "f1",
                str(n),
                Anchor("src", start, at + line.index("。"), f"{n}%"),
                indicator=Text(f"第{n}项", f"Item {n}"),
            )
        )
        at += len(line)
    source = replace(dossier().sources[0], text=text, sha256=digest_of(text))
    return dossier(sources=(source,), figures=tuple(figures), tables=(), points=(), policies=(), events=())


def open_in(ctx: Context, made: Dossier, record: Record | None = None) -> None:
    """Open a dossier that lies in no folder, and the record it is held against."""
    ctx.workspace._record = record or Record((entry(),), ())
    ctx.workspace.show(made)
    ctx.selection.show(Focus(made.id))


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
        "citation",
        (),
        "A",
        "high",
        (),
    )
