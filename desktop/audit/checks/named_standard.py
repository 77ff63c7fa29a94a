"""A standard that the text names without a title, a number or a date, or by a number that is almost one known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.rule_standards import CODE, CODES, misnumbered
from desktop.audit.rule_words import pairs_of
from desktop.audit.scope import Whole
from desktop.audit.wording import cited, raised, speaks
from desktop.core.policy import RegisterEntry
from desktop.core.text import NOTHING, Text

KEY: Final = "named_standard"
_AUTHORITY: Final = (
    r"(?:银保监|银监|证监|保监|央行|人民银行|网信办|工信部|教育部|卫健委|药监|市场监管|住建部|发改委|金融监管|"
    r"环保部|商务部)(?:会|局|总局)?"
)
_STANDARD: Final = re.compile(
    rf"{_AUTHORITY}(?:的)?(?P<what>[\u4e00-\u9fff]{{2,8}}?)(?P<kind>标准|指标|评级|白名单)"
)
_ENDED: Final = re.compile(r"(?P<who>[\u4e00-\u9fff]{2,8}?)(?:撤并|撤销|并入|改组)")
SAID = Text(
    "登记簿没有收录名为{0}的文件或标准，文中也没有写出文号和日期，无从查证；这不等于它不存在。{1}",
    "The register has no document or standard called {0}, and the text gives neither number nor date, so it cannot be "
    "looked up; that does not mean that there is none.{1}",
)
NUMBER = Text(
    "文中引用的标准写作{0}，登记簿没有这个编号；相近的是{1}，即{2}。",
    "The text cites the standard {0}, a number that the register does not have; the nearest is {1}, {2}.",
)
GONE = Text("其中的机构后有变动：{0}（{1}）。", " The authority has changed since: {0} ({1}).")
_LIKE: Final = 3  # pairs of characters that a title shares with the name of a standard


@check(KEY, "未写文号的标准", "standards without a number", "dossier")
def run(whole: Whole, world: World) -> Iterable[Result]:
    """Look up each such name in the register, and whether the authority is still there."""
    yield from _numbers(whole, world)
    dossier = whole.dossier
    if not speaks(dossier, _STANDARD):
        return
    told: set[str] = set()
    for one in whole.sentences:
        for match in _STANDARD.finditer(one.text):
            name = match[0]
            inside = one.text.rfind("《", 0, match.start()) > one.text.rfind("》", 0, match.start())
            if inside or name in told or _known(name, world):
                continue
            told.add(name)
            passage = one.anchor(*match.span())
            said = SAID.format(cited(passage), _changed(name, world))
            yield raised(KEY, "not_found", dossier, (passage,), said, "unlisted")


def _numbers(whole: Whole, world: World) -> Iterable[Result]:
    """Look up the number of each standard."""
    dossier = whole.dossier
    for one in whole.sentences if speaks(dossier, CODE, CODES) else ():
        for match, entry, own in misnumbered(one.text, world.record.register):
            if one.text[: match.start()].endswith(("》（", "》(")):
                continue  # told with its title
            passage = one.anchor(*match.span())
            said = NUMBER.format(cited(passage), quote(own), quote(entry.title))
            yield raised(KEY, "differs", dossier, (passage,), said, "number")


def _known(name: str, world: World) -> bool:
    return any(
        len(pairs_of(name) & pairs_of(e.title.zh)) >= _LIKE
        for e in world.record.register
        if e.kind != "event"
    )


def _changed(name: str, world: World) -> Text:
    """What the register notes of the end of an authority."""
    events = [e for e in world.record.register if e.kind == "event" and _ends(e, name)]
    if not events or events[0].published is None:
        return NOTHING
    return GONE.format(quote(events[0].title), say.day(events[0].published))


def _ends(entry: RegisterEntry, name: str) -> bool:
    match = _ENDED.search(entry.title.zh)
    return match is not None and match["who"].rstrip("会局部") in name
