"""A total and the list of its parts in one sentence: "支出41.6亿元，其中甲14.2亿元、乙11.3亿元、其他5.5亿元"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.marks import Cue, any_of
from desktop.audit.sentence import Sentence
from desktop.audit.stated_change import is_change
from desktop.core.figure import Figure
from desktop.core.value import value

_AMONG: Final = re.compile(
    r"(?<![在于])其中(?!，|的$)|包括|包含|分为|分成|拆[开分成]|划分|细分|构成|组成|分别|of which|including",
    re.I,
)
_GAP: Final = re.compile(
    r"^(?P<tail>[^，,。；;、\d]{0,8})(?P<mark>[、，,；;]|和|及|与|以及| and )(?P<label>[^，,。；;、]{0,16})$"
)
_TIGHT: Final = frozenset(("、", "和", "及", "与", "以及"))
_OTHER_TOPIC: Final = re.compile(  # a label that begins something else: another time, a change, a rate, another total
    r"全[年国省市球]|去年|上年|今年|同[期比]|环比|\d{4}|[增减降升涨跌](?![值级温压价息费噪准])|比(?!例)|每|均|剩|余额|合计|总|共|一共|加起来|而|但|却|"
    r"目标|计划|预计|补(?![贴助偿习])|缺口|还[差缺]|相差|差[额距]|窟窿|亏空|相抵|其中|包[括含]|含|也就是|相当于|换算|折合"
)
_MEASURED: Final = ("year", "age", "month", "m", "cm", "mm", "celsius", "degree", "rank", "times")
_INSIDE: Final = re.compile(r"(?:中|里)[，,]?(?!有)[^，,。；;、\d]{1,8}")
_REST: Final = re.compile(r"其他|其它|其余|另外|余下|剩下|others?|the rest", re.I)
_COUNTED_IN: Final = re.compile(r"\d[万亿]?[人名家位户辆台件套间](?:中|里)")
_IN_IT: Final = any_of("中里")
_SPEAKS: Final = Cue(
    r"其中(?<![在于]其中)(?!，)|包括|包含|分为|分成|拆[开分成]|划分|细分|构成|组成|分别|其他|其它|其余|另外|余下|剩下",
    r"of which|including|others?|the rest",
)


@value
class Breakdown:
    """``whole`` and its ``parts`` with labels; ``said`` where 其中 or the like says so, ``complete`` with 其他,
    ``tight`` where nothing but 、 and 和 joins the parts.
    """

    whole: Figure
    parts: tuple[Figure, ...]
    labels: tuple[str, ...]
    said: bool
    complete: bool
    tight: bool = False


def counted_in(sentence: Sentence) -> bool:
    """Whether a count is told to hold others: 2600人中…."""
    return not _IN_IT.isdisjoint(sentence.marks) and _COUNTED_IN.search(sentence.text) is not None


def label_of(lead: str) -> str:
    """The name that stands right before an amount of a list."""
    words = re.split(r"[，,；;、：:（(]|其中|包括|和(?=..)|以及", lead)[-1]
    return re.sub(r"^(?:而|则|的|有)+|(?:分别)?(?:为|是|占|达|约|有|的|共)+$", "", words.strip())


def breakdowns(sentence: Sentence) -> list[Breakdown]:
    """Every total with a list of at least two parts behind it."""
    if len(sentence.amounts) < 3 or not (_SPEAKS.in_(sentence) or counted_in(sentence)):
        return []
    values = [
        f
        for f in sentence.amounts
        if f.role in ("level", "ratio") and f.unit not in _MEASURED and value_of(f) is not None
    ]
    values = [f for f in values if not is_change(sentence, f)]
    found: list[Breakdown] = []
    at = 0
    while at < len(values) - 2:
        one = _from(sentence, values[at], values[at + 1 :])
        if one is not None:
            found.append(one)
            at += len(one.parts)
        at += 1
    return found


def _counted(sentence: Sentence, parts: Sequence[Figure]) -> bool:
    """Whether each part has its name before it, as a list by kind has: 医生650人、护士1170人."""
    return all(sentence.lead(p).strip("、和及与中里") for p in parts) and all(
        sentence.between(one, other)[:1] in "、和及与" for one, other in itertools.pairwise(parts)
    )


def _near(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a list may be of the amount before it though nothing says so, rather than of its equals."""
    total, value = sum(value_of(p) or 0.0 for p in parts), value_of(whole) or 0.0
    return 0.6 * value < total < 1.4 * value


def _from(sentence: Sentence, whole: Figure, rest: Sequence[Figure]) -> Breakdown | None:
    first = sentence.between(whole, rest[0])
    inside = _INSIDE.fullmatch(first) is not None
    said = bool(_AMONG.search(first)) or inside
    if not said and (
        not re.fullmatch(r"[^，,。；;、]{0,4}[，,：:（(][^，,。；;、]{1,10}", first) or whole.unit == "%"
    ):
        return None
    if (
        len(first) > 24
        or _OTHER_TOPIC.search(first.replace("其中", ""))
        or not same_dimension(rest[0].unit, whole.unit)
    ):
        return None
    parts, tight = [rest[0]], True
    for figure in rest[1:]:
        gap = _GAP.match(sentence.between(parts[-1], figure))
        if gap is None or not same_dimension(figure.unit, whole.unit) or figure.comparator not in ("=", "~"):
            break
        if _OTHER_TOPIC.search(gap["tail"] + gap["label"]) and not _REST.search(gap["label"]):
            break
        if gap["mark"] not in _TIGHT and not _REST.search(gap["label"]) and "占" in gap["label"]:
            break
        if inside and gap["mark"] not in _TIGHT:
            break  # 2600人中医生650人、护士1170人，护士占45%: the list ends where 、 does
        tight = tight and (gap["mark"] in _TIGHT or bool(_REST.search(gap["label"])))
        parts.append(figure)
    labels = tuple(label_of(sentence.lead(p)) for p in parts)
    if inside and not (tight and len(parts) > 2 and _counted(sentence, parts)):
        return None  # 200人中50人会英语、180人会法语: not parts of one list
    complete = bool(_REST.search(labels[-1])) and len(parts) > 1
    if len(parts) < 2 or not (said or (complete and tight and len(parts) > 2 and _near(whole, parts))):
        return None
    return Breakdown(whole, tuple(parts), labels, said, complete, tight)
