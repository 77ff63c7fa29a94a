"""A change in percent of what has no scale (a difficulty, an efficiency), with nothing on how it was measured."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import stated
from desktop.audit.check import Result, World, check
from desktop.audit.keys import folded
from desktop.audit.reasons import has_no_scale
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "unmeasured"
_TOLD: Final = re.compile(
    r"指数|评分|打分|得分|分值|量表|衡量|口径|定义|按[^，。；]{1,12}计|耗时|index|score|scale|measured|defined",
    re.I,
)
_UNITS: Final = ("%", "permille", "times")
SAID = Text(
    "{0}只写了变化的幅度，没有写怎样衡量、前后各是多少，无从核对。",
    "{0}: only the size of the change is stated, neither how it is measured nor what it was before and after, so it "
    "cannot be checked.",
)
ONE: Final = Text("{}（{}）", "{} ({})")


@check(KEY, "衡量方法", "how it is measured", "section", needs={"section": ("change", " ".join(_UNITS))})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Gather such changes of a section; a level of the same thing, or a word on its scale, makes one readable."""
    own = [f for f in piece.figures if f.role == "change" and f.unit in _UNITS and has_no_scale(f)]
    bare = [f for f in own if not f.change_from and not any(_is_level_of(f, o) for o in piece.figures)]
    if bare and not _TOLD.search(piece.text):
        shown = say.listed([ONE.format(say.title(f), stated(f)) for f in bare])
        yield say.on_section(KEY, "not_checkable", bare, SAID.format(shown))


def _is_level_of(figure: Figure, other: Figure) -> bool:
    return other.role == "level" and folded(other.indicator.zh) == folded(figure.indicator.zh)
