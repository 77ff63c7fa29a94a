"""Invented dossiers for tests: every kind of item, anchored in a text that is made with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from invented_parts import ORIGINAL, TEXT, YEAR, anchor, assessment, entry, factor, figure, table

from desktop.core.dossier import Dossier
from desktop.core.evidence import Event, Point
from desktop.core.focus import Focus
from desktop.core.period import Period
from desktop.core.policy import PolicyMention
from desktop.core.record import Record
from desktop.core.source import Original, Source, digest_of
from desktop.core.span import Anchor, OriginalRef
from desktop.core.text import Text
from desktop.services.context import Context


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
