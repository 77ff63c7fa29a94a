"""A product that is cut back in one dossier and built up in another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit.amounts import quote
from desktop.audit.by_hand import weighed
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.audit.wording import cited, raised
from desktop.core.dossier import Dossier
from desktop.core.span import Anchor
from desktop.core.text import Text
from desktop.core.value import once

KEY: Final = "apart_accounts"
_MEANS: Final = r"资源|投入|预算|精力|力量|人手|团队|人员"
_LESS: Final = r"降至|降到|降为|下降|缩减|减少|压缩|削减|收缩|抽走|裁撤|转调"
_CUT: Final = re.compile(
    rf"(?:{_MEANS})[^。；\n]{{0,24}}?(?:{_LESS})[^，,。；\n]{{0,14}}|(?:{_LESS})[^。；，,\n]{{0,8}}?(?:{_MEANS})"
)
_NAME: Final = r"[“\"]?(?P<{}>[\u4e00-\u9fffA-Za-z]{{2,8}}?)[”\"]?"
_BUILT: Final = re.compile(
    rf"(?:{_MEANS}|重心)[^。；，,\n]{{0,4}}?(?:向|往|给|到|于){_NAME.format('to')}(?:等[^。；，,\n]{{0,8}}?)?(?:集中|倾斜|聚拢|靠拢)"
    rf"|(?:强化|力推|主推|押注|重点发展|全力发展){_NAME.format('more')}(?=[”\"]|品牌|产品|业务|[，,。；])"
)
_SPEAKS: Final = re.compile(r"集中|倾斜|聚拢|靠拢|强化|力推|主推|押注|重点发展|全力发展")
ACROSS: Final = Text(
    "{0}在本文中{1}（{2}），在档案{3}中却{4}（{5}）；各指什么时候、哪一部分，两处都没有说清。",
    "{0} is {1} here ({2}) but {4} in the dossier {3} ({5}); neither says clearly of what time and of which part.",
)
LESS: Final = Text("被削减投入", "cut back")
MORE: Final = Text("是集中投入的对象", "what resources go to")


@check(KEY, "不同档案的说法", "accounts of two dossiers", "dossier")
def run(whole: Whole, world: World) -> Iterable[Result]:
    """Look for what is cut back here among what is built up there, and the other way round."""
    here = whole.dossier
    if not world.library:
        return
    less, more = _cut_back(here), _built_up(here)
    for there in world.library if less or more else ():
        for mine, theirs, does, did in (
            (less, _built_up(there), LESS, MORE),
            (more, _cut_back(there), MORE, LESS),
        ):
            name = next((n for n in mine if n in theirs), "")
            if name and not weighed(here, (mine[name],)):
                said = ACROSS.format(
                    quote(name), does, cited(mine[name]), quote(there.title), did, cited(theirs[name])
                )
                yield raised(KEY, "ambiguous", here, (mine[name],), said, "emphasis")
                return


@once
def _cut_back(dossier: Dossier) -> dict[str, Anchor]:
    """The products of a text whose means are said to shrink, with the clause before it that names them."""
    found: dict[str, Anchor] = {}
    names = sorted(
        {dossier.product.zh, *(f.entity.zh for f in dossier.figures)} - {""}, key=len, reverse=True
    )
    for source, start, words in _sentences(dossier, _CUT):
        for match in _CUT.finditer(words):
            ahead = words[: match.start()]
            name = next((n for n in names if n in ahead), "该产品" in ahead and dossier.product.zh)
            if name:
                begin = max(ahead.rfind(name), 0)
                found.setdefault(
                    name, Anchor(source, start + begin, start + match.end(), words[begin : match.end()])
                )
    return found


@once
def _built_up(dossier: Dossier) -> dict[str, Anchor]:
    """What a text says that means go to, by name."""
    found: dict[str, Anchor] = {}
    for source, start, words in _sentences(dossier, _SPEAKS):
        for match in _BUILT.finditer(words):
            place = Anchor(source, start + match.start(), start + match.end(), match[0])
            found.setdefault(match["to"] or match["more"], place)
    return found


def _sentences(dossier: Dossier, pattern: re.Pattern[str]) -> Iterator[tuple[str, int, str]]:
    """Source, start and words of each sentence that has a match."""
    for source in dossier.sources:
        text = source.text
        for match in pattern.finditer(text):
            start = max(text.rfind(mark, 0, match.start()) for mark in "。！？\n") + 1
            ends = [e for mark in "。！？\n" if (e := text.find(mark, match.end())) >= 0]
            yield source.id, start, text[start : min(ends, default=len(text))]
