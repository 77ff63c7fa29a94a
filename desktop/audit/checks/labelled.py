"""Numbers that are exactly another quantity than their label says: 按365天算，月均1200人次; 每份 called 每周."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.labelled import Labelled
from desktop.audit.labelled_means import of_means
from desktop.audit.labelled_rates import of_rates
from desktop.audit.passages import passages
from desktop.audit.scope import Section
from desktop.core.text import Text

KEY: Final = "labelled"
SAID: Final = Text(
    "{0} = {1}，是{2}的数，文中却称作“{3}”。",
    "{0} = {1}, which is {2}; the text calls it “{3}”.",
)


@check(
    KEY, "名目与数值", "labels and the numbers they name", "section",
    needs={"section": ("均每率占", "level ratio", "人户份件次天日周月年单家个场")},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Look for numbers that the amounts beside them give as something else than they are called."""
    for passage in passages(piece):
        if len(passage.own) > 1:
            for reader in (of_means, of_rates):
                for found in reader(passage):
                    yield _finding(found)


def _finding(found: Labelled) -> Result:
    figures = [t.figure for t in (found.one, found.other) if t is not None]
    told, shown = found.told.figure, [bare(f) for f in figures]
    pattern = f" {found.sign} ".join("{}" for _ in shown) if len(shown) > 1 else f"{{}} {found.sign}"
    made = formula(pattern, *shown)
    written = formula("{} = {}", made, bare(told))
    said = SAID.format(made, stated(told), found.meant, found.label)
    return say.finding(KEY, "inconsistent", (told, *figures), written, said, "label")
