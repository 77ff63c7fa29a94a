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
from desktop.core.text import NOTHING, Text
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
    "{0}在本文中{1}（{2}），在档案{3}中却{4}（{5}）；{6}。",
    "{0} is {1} here ({2}) but {4} in the dossier {3} ({5}); {6}.",
)
NEITHER: Final = Text(
    "各指什么时候、哪一部分，两处都没有说清", "neither says clearly of what time and of which part"
)
FORMER: Final = Text(
    "前者写明是{0}，后者没有写明时间，各指哪一部分也没有说清",
    "the first is of {0}, the second has no time, and neither says clearly of which part",
)
LATTER: Final = Text(
    "前者没有写明时间，后者写明是{1}，各指哪一部分也没有说清",
    "the first has no time, the second is of {1}, and neither says clearly of which part",
)
DATED: Final = Text(
    "前者是{0}，后者是{1}，各指哪一部分没有说清",
    "the first is of {0}, the second of {1}, and neither says clearly of which part",
)
TO: Final = Text("{}年至{}年", "{} to {}")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
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
                here_said, there_said = mine[name], theirs[name]
                said = ACROSS.format(
                    quote(name), does, cited(here_said), quote(there.title), did, cited(there_said),
                    _times(here_said, there_said),
                )  # fmt: skip
                yield raised(KEY, "ambiguous", here, (mine[name],), said, "emphasis")
                return


def _times(one: Anchor, other: Anchor) -> Text:
    """Which of two passages says of what time it is."""
    first, second = _span(one.quote), _span(other.quote)
    known = first is not None, second is not None
    pattern = {(True, True): DATED, (True, False): FORMER, (False, True): LATTER}.get(known, NEITHER)
    return pattern.format(first or NOTHING, second or NOTHING)


def _span(words: str) -> Text | None:
    """The years that a passage names, from the first to the last."""
    years = sorted(set(_YEAR.findall(words)))
    if not years:
        return None
    return TO.format(years[0], years[-1]) if len(years) > 1 else Text(f"{years[0]}年", years[0])


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
