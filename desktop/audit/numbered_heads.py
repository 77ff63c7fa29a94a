"""How many numbered sections a text has, however it numbers them: 一、, （一）, 1., 第一层, 账一：, 原因之三."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit.enumerations import number_of
from desktop.core.dossier import Dossier
from desktop.core.factor import Factor

_NUMBERED: Final = re.compile(
    r"[^\w\u4e00-\u9fff]*(?P<name>[\u4e00-\u9fff]{0,3}?|Reason|No\.?"
    r"|#)之?\s*(?P<n>[一二三四五六七八九十]|十[一二]|\d{1,2})"
    r"(?:[、：:]|[.．)）]\s*(?!\d)|(?<=\d)\s+(?=[\u4e00-\u9fff])|[道重点条个层步章笔道课方节关桩](?:[^：:\s]{0,4})?[：:、，\s])"
)

_LEAST: Final = 3  # headings of which one can be told to be out of order


def name_of(heads: Sequence[Factor]) -> str:
    """What the numbered sections call themselves: 细节 of 细节一：…; "" where they do not."""
    head = _NUMBERED.match(heads[0].anchor.quote.lstrip("# ")) if heads else None
    return head["name"] if head is not None else ""


class Misnumbered(NamedTuple):
    """A heading with another number than its place gives it; the heading before it, if there is one."""

    factor: Factor
    number: int
    place: int
    before: Factor | None


def misnumbered(dossier: Dossier) -> Iterator[Misnumbered]:
    """The headings whose number alone breaks the order of those beside them: 六、, 九、, 八、."""
    runs: dict[tuple[str, str, bool], list[tuple[int, Factor]]] = {}
    for factor in dossier.factors:
        head = _NUMBERED.match(factor.anchor.quote.lstrip("# "))
        if head is not None:
            number = int(head["n"]) if head["n"].isdigit() else number_of(head["n"])
            runs.setdefault((factor.parent, head["name"], head["n"].isdigit()), []).append((number, factor))
    for run in runs.values():
        wrong = [n for n, (number, _) in enumerate(run) if number != n + 1]
        if len(run) >= _LEAST and len(wrong) == 1:
            at = wrong[0]
            yield Misnumbered(run[at][1], run[at][0], at + 1, run[at - 1][1] if at else None)


def numbered(dossier: Dossier) -> tuple[Factor, ...]:
    """The sections that are numbered one, two, three …; none where they are not, or with gaps.

    Sections within one of them that number themselves by a noun (原因一, 原因二) are those that a text counts.
    """
    named: dict[tuple[str, str], list[tuple[int, Factor]]] = {}
    for factor in dossier.factors:
        head = _NUMBERED.match(factor.anchor.quote.lstrip("# ")) if factor.kind != "introduction" else None
        if head is not None and (not factor.parent or len(head["name"]) > 1):
            number = int(head["n"]) if head["n"].isdigit() else number_of(head["n"])
            named.setdefault((factor.parent, head["name"]), []).append((number, factor))
    runs = {
        key: run
        for key, run in named.items()
        if len(run) > 1 and [n for n, _ in run] == list(range(1, len(run) + 1))
    }
    within = [run for (parent, _), run in runs.items() if parent]
    known = within if len(within) == 1 else [run for (parent, _), run in runs.items() if not parent]
    return tuple(f for _, f in known[0]) if len(known) == 1 else ()
