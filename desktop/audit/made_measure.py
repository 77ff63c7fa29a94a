"""Whether numbers of a paragraph are of one measure: those that follow each other without a noun of their own.

申请…退款成功率95%，乙平台85%，丙平台七成 are of one; 北塘镇的含水率28%，东河镇19% are of another than 完成率.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from desktop.audit.made_told import Told
from desktop.audit.made_words import NAMING, RATES
from desktop.audit.row_fields import unexplained
from desktop.audit.row_groups import groups_of
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause
from desktop.audit.spots import clauses_before
from desktop.audit.table_names import plain
from desktop.audit.views import View
from desktop.core.figure import Figure
from desktop.core.value import once

_PLAIN: Final = re.compile(
    r"(?:19|20)\d\d年|合计|总计|共计|总共|一共|总体|整体|全部|全(?:[市省县区国队组校司行部体]|公司)|加起来|合起来|平均|下来|"
    r"[两三四五六七八九十\d]+个?[家个类种款组户地市县区省店项者条支所座]|高达|达到|刚到|居首|垫底|居中|最[高低多少大小快慢好差]|"
    r"截至[\u4e00-\u9fff\d]{1,6}|整[批个车][\u4e00-\u9fff]?|一样|相同|同样|"
    r"[\u4e00-\u9fff][了着过]|[率量数额]$|[排居位]第[一二三四五]|今年|本年|全年|其中"
)


_PART: Final = "其中"
_STOP: Final = re.compile(r"[。！？\n]")


class Measure(NamedTuple):
    """Numbers of one measure, and the words that may name it: those not of the table, and all before the first."""

    told: tuple[Told, ...]
    strange: str
    words: str


def measures(piece: Section, view: View, told: Sequence[Told]) -> list[Measure]:
    """The numbers of a paragraph by measure; one without words of its own goes with that before it in its sentence."""
    found: list[Measure] = []
    for one in told:
        if one.scene is not None:
            continue
        own = own_words(piece, view, one.clause, one.figure)
        words = own if NAMING.search(own) else opening(piece, view, one.clause, one.figure) + own
        last = found[-1] if found else None
        bare = not _left(view, words) and not NAMING.search(words)
        if (
            last is not None
            and bare
            and last.told[-1].figure.unit == one.figure.unit
            and not _STOP.search(piece.text, *(at - piece.start for at in _between(last.told[-1], one)))
        ):
            found[-1] = last._replace(told=(*last.told, one))
        else:
            found.append(Measure((one,), _left(view, words), words))
    return found


def _between(one: Told, other: Told) -> tuple[int, int]:
    return one.figure.anchor.end, other.figure.anchor.start


def own_words(piece: Section, view: View, clause: Clause, figure: Figure) -> str:
    """The words of a clause from the number before to a number, without the names of lines."""
    at = figure.anchor.start - clause.start
    ends = [f.anchor.end - clause.start for f in clause.figures if f.anchor.end <= figure.anchor.start]
    return _blank(piece, view, clause)[max(ends, default=0) : at]


def opening(piece: Section, view: View, clause: Clause, figure: Figure) -> str:
    """The clauses before, of its sentence, that have no number."""
    if clause.figures and clause.figures[0] is not figure:
        return ""
    words = ""
    for earlier in clauses_before(piece, clause):
        if earlier.figures:
            break
        words = f"{_blank(piece, view, earlier)}|{words}"
    return words


def _blank(piece: Section, view: View, clause: Clause) -> str:
    words = clause.text
    for group in groups_of(piece, view, clause):
        words = f"{words[: group.start]}{'|' * (group.end - group.start)}{words[group.end :]}"
    return words


def _left(view: View, words: str) -> str:
    """What is left of words without those of the table, and of what is worked out of it; a part of it is 其中."""
    heads = set("".join(view.fields.values())) - set("率数量额人的")
    words = RATES.sub(lambda m: "|" if not heads.isdisjoint(m[0][:-1]) else m[0], words)
    for kind in (plain(view.sheet.head(0)), _ending(view)):
        words = words.replace(kind, "|") if len(kind) > 1 else words
    left = unexplained(view, _PLAIN.sub("|", NAMING.sub("|", words)))
    return left or (_PART if _PART in words else "")


@once
def _ending(view: View) -> str:
    """The last two characters of all names: 林场, of 云台林场."""
    ends = {name[-2:] for name in view.lines}
    return ends.pop() if len(ends) == 1 else ""


def alike(one: Measure, other: Measure) -> bool:
    """Whether two measures are told with a noun in common (完成率, 建成率), or in words of how they are made alone."""
    if one.strange and other.strange:
        return bool(_pairs(one.strange) & _pairs(other.strange))
    if _is_own(one) or _is_own(other):
        return False
    if any(pattern.search(one.words) and pattern.search(other.words) for pattern in (NAMING, RATES)):
        return True
    return bool(_pairs(_PLAIN.sub("|", one.words)) & _pairs(_PLAIN.sub("|", other.words)))


def _pairs(words: str) -> set[str]:
    return {p for i in range(len(words) - 1) if (p := words[i : i + 2]).isalpha()}


def _is_own(of: Measure) -> bool:
    """Whether a strange word stands right before what names the measure (过路费每公里), or it is of a part."""
    at = of.words.find(of.strange) if of.strange else -1
    rest = of.words[at + len(of.strange) :]
    return at >= 0 and (
        of.strange == _PART or bool(NAMING.match(rest) or RATES.match(rest) or not NAMING.search(rest))
    )
