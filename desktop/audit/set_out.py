"""Whether a text sets out so many points anywhere: 第一，… to 第五，…, 原因一 to 原因八 below one heading, 1. to 7."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from desktop.audit.enumerations import number_of
from desktop.core.dossier import Dossier

_N: Final = r"(?:[一二两三四五六七八九十]|十[一二]|\d{1,2})"
_POINT: Final = re.compile(
    rf"^(?:#+\s*|[-*•·]\s*|\*\*)*(?:(?P<lead>第|其|[\u4e00-\u9fff]{{2,4}})(?P<n>{_N})(?![\d\u4e00-\u9fff])"
    rf"|第(?P<th>{_N})[个条种项类步点道重层笔方]|(?P<is>[一二三四五六七八九十])是|(?P<item>\d{{1,2}})[.、)）]"
    rf"|[（(](?P<round>{_N})[）)])",
    re.MULTILINE,
)


def set_out(dossier: Dossier, number: int) -> bool:
    """Whether lines of one kind count up to ``number`` and no further."""
    for source in dossier.sources:
        runs: defaultdict[str, list[int]] = defaultdict(list)
        for match in _POINT.finditer(source.text):
            kind = match["lead"] or match.lastgroup or ""
            told = next((g for name, g in match.groupdict().items() if g and name != "lead"), "")
            runs[kind].append(number_of(told))
        if any(_counts_to(run, number) for run in runs.values()):
            return True
    return False


def _counts_to(run: list[int], number: int) -> bool:
    """Whether 1, 2, … ``number`` stand in a run, and the next is no higher."""
    want = list(range(1, number + 1))
    starts = (n for n, one in enumerate(run) if one == 1)
    return any(
        run[n : n + number] == want and run[n + number : n + number + 1] != [number + 1] for n in starts
    )
