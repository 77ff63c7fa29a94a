"""Invented imports for the tests of the review: with doubts and leftovers, without, empty, long."""

from __future__ import annotations

from dataclasses import replace

from invented import anchor, dossier, figure

from desktop.core.dossier import Dossier
from desktop.core.review import Doubt, Leftover
from desktop.core.source import digest_of
from desktop.core.span import Anchor
from desktop.core.text import Text

WHY = Text("“不得低于”只见于规定，请确认。", "This wording is that of a rule; please confirm.")
LEFT = Text("前面没有单位", "it has no unit")


def imported(**more: object) -> Dossier:
    """The invented case as if it had been imported: g1 and p1 in doubt, one number left over."""
    made = dossier(assessments=(), events=())
    source = replace(made.sources[0], kind="article", original=None)
    doubts = (Doubt("g1", "rule", 0.5, WHY), Doubt("p1", "register", 0.3, WHY))
    left = (Leftover(anchor("没有数字", "三、展望"), LEFT),)
    return replace(made, sources=(source,), doubts=doubts, leftovers=left, **more)  # type: ignore[arg-type]


def checked() -> Dossier:
    """An import without doubts or leftovers."""
    return replace(imported(), doubts=(), leftovers=())


def nothing_found() -> Dossier:
    """An import in which nothing was found."""
    made = imported(factors=(), tables=(), figures=(), policies=(), points=())
    return replace(made, doubts=(), leftovers=())


def many(count: int) -> Dossier:
    """A long import: a sentence with one figure each, every tenth in doubt."""
    lines = [f"第{n}项的占比为{n}%，与上年同期相比没有变化。\n" for n in range(count)]
    text, at = "".join(lines), 0
    figures = []
    for n, line in enumerate(lines):
        start = at + line.index("为") + 1
        end = at + line.index("，")
        figures.append(
            figure(
                f"m{n}",
                "f1",
                str(n),
                Anchor("src", start, end, f"{n}%"),
                indicator=Text(f"第{n}项", f"Item {n}"),
            )
        )
        at += len(line)
    made = imported()
    source = replace(made.sources[0], text=text, sha256=digest_of(text))
    doubts = tuple(Doubt(f"m{n}", "rule", 0.5, WHY) for n in range(0, count, 10))
    return replace(made, sources=(source,), figures=tuple(figures), tables=(), points=(), policies=(), factors=(),
                   doubts=doubts, leftovers=())  # fmt: skip
