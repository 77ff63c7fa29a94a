"""A whole and the parts behind it: 实到512户…赞成356户，反对92户，弃权64户."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.adding import nested
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval
from desktop.audit.marks import SAME_TWO
from desktop.audit.passages import Passage, Told, alike, asked, passages
from desktop.audit.scope import Section
from desktop.audit.slips import of_digits, turned_about
from desktop.audit.ways import allowed, signed
from desktop.audit.worked_told import written, wrong_of

KEY: Final = "parts_of"
_SUM: Final = re.compile(r"合计|总计|共计|一共|总共|加起来|加在一起")
_OTHER: Final = re.compile(
    r"其中|每|均|同比|比|占|目标|计划|另|累计|合计|最[终后]|一共|总|共|剩|余|差|现|如今|目前|年末|年底|去年|上年|\d{4}|[增升涨扩降减缩][加长]?[至到为]|变[为成]"
)
_SHARE: Final = re.compile(
    r"[，,（(]?(?:占比?|比[重例])[^，,。；]{0,8}|[，,][^，,。；]{1,4}率[^，,。；]{0,8}"
)
_INSIDE: Final = re.compile(r"(?<!其)[里中][，,]")
_COUNT: Final = re.compile(
    r"(?:分成?|按|由|共|这|的)?(?P<n>[两二三四五六七八])(?:级(?!及|以)|[个家类种等档方块项路拨批人镇县村区市省州厂店校])"
)
_DIGITS: Final = {c: n for n, c in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_OPENING: Final = re.compile(r"[期年月]初")  # what comes and goes later is no part of it
_LEAST: Final = 3  # amounts: a whole and two parts
_CLEAR: Final = 3  # digits of a number that is not round
_MANY: Final = 2  # parts, of which two digits the other way round may be chance
_SPAN: Final = 12  # characters between a part and the next


@check(KEY, "整体与分项", "a whole and its parts", "section", needs={"section": ("level",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Add up the parts that stand in a row behind an amount."""
    for passage in passages(piece):
        if len(passage.sizes) < _LEAST:
            continue
        own = [t for t in passage.sizes if t.figure.role == "level"]
        if len(own) >= _LEAST and SAME_TWO in passage.marks:
            yield from _parts(passage, own)


def _parts(passage: Passage, own: Sequence[Told]) -> Iterator[Result]:
    """A whole and the parts told right behind it, where nothing says that there are more."""
    for at, whole in enumerate(own):
        parts = _row(passage, own, at)
        if len(parts) < 2 or _OPENING.search(whole.lead):
            continue
        made = signed([t.figure for t in parts], (1,) * len(parts))
        claim = allowed(whole.figure)
        if made is None or claim is None or not 0.5 * whole.value < made.point < 2 * whole.value:
            continue
        if claim.meets(made.found):
            exact = abs(made.point - whole.value) <= 1e-9 * whole.value
            yield say.passed(
                KEY, (whole.figure, *made.inputs), written(made, whole.figure), rounded=not exact
            )
        elif _totalled(own, parts, made.found):
            return  # 三块合计7.32亿元。支出那头，人工3.95亿元…总共7.52亿元: they have a total of their own
        elif (
            not nested(whole.figure, [t.figure for t in parts])
            and not _of_another(own[:at], parts, made.found)
            and not _apart(whole, parts)
            and _all_of_it(passage, whole, parts, made.point)
            and (_INSIDE.search(passage.between(whole, parts[0])) or not _run_of(whole, parts, claim))
        ):
            yield wrong_of(KEY, whole.figure, made)
        return


def _totalled(own: Sequence[Told], parts: Sequence[Told], found: Interval) -> bool:
    """Whether a total follows parts: one that is called so, or what they come to."""
    at = own.index(parts[-1]) + 1
    if at == len(own) or not alike(own[at], parts[-1]):
        return False
    claim = allowed(own[at].figure)
    return _SUM.search(own[at].lead) is not None or (claim is not None and claim.meets(found))


def _of_another(before: Sequence[Told], parts: Sequence[Told], found: Interval) -> bool:
    """Whether parts come to an amount told before the one right before them: 分别为48亿、39亿元，其中前者…."""
    told = (t for t in before if alike(t, parts[0]) or not t.figure.unit)
    return any(claim.meets(found) for t in told if (claim := allowed(t.figure)) is not None)


def _apart(whole: Told, parts: Sequence[Told]) -> bool:
    """Whether a "part" is how far a whole and another one are apart: 收入312亿元，支出327亿元，当期缺口15亿元."""
    return any(
        a.value > whole.value and abs(a.value - whole.value - b.value) < 1e-6 * whole.value
        for a, b in itertools.permutations(parts, 2)
    )


def _row(passage: Passage, own: Sequence[Told], at: int) -> list[Told]:
    """The amounts behind a whole that have names and stand in a row."""
    whole, parts = own[at], list[Told]()
    last = whole
    for told in own[at + 1 :]:
        gap = _SHARE.sub("", passage.between(last, told))
        if not (alike(told, whole) or asked(told, whole)) or (
            not parts and told.sentence - whole.sentence > 1
        ):
            break
        if parts and (told.sentence != parts[0].sentence or len(gap) > _SPAN or _OTHER.search(gap)):
            break
        if not parts and ("；" in gap or "、" in gap[:4] or _parallel(whole, told)):
            break
        if not parts and (len(gap) > 2 * _SPAN or _OTHER.search(gap.replace("其中", "", 1))):
            break
        if told.figure.change_from and told.figure.change_from == last.figure.id:
            return []  # 从12.6万人增至12.9万人: one thing at two times
        if not (told.name or told.tail.strip(" 和与及、")) or told.figure.comparator not in ("=", "~"):
            break
        parts.append(told)
        last = told
    return parts


def _parallel(one: Told, other: Told) -> bool:
    """Whether two amounts are named alike, as parts are: 嫌贵的 and 嫌远的."""
    a, b = one.lead.strip(), other.lead.strip()
    return len(a) == len(b) > 1 and a[0] == b[0] and a[-1] == b[-1]


def _all_of_it(passage: Passage, whole: Told, parts: Sequence[Told], point: float) -> bool:
    """Whether parts are all of a whole: as many as announced, after a colon, or short of it by a slip."""
    gap = passage.between(whole, parts[0])
    count = _COUNT.search(passage.text[max(0, whole.start - 20) : whole.start] + gap)
    if count is not None and _DIGITS[count["n"]] == len(parts):
        return True
    if gap.lstrip(" ")[:1] in "：:" and gap:
        return True
    if _slip(whole, point) or (point > whole.value and _INSIDE.search(gap)):
        return True
    others = [(t, whole.value - (point - t.value)) for t in parts]
    return any(_slip(t, left) or (len(parts) > _MANY and turned_about(t.figure, left)) for t, left in others)


def _slip(told: Told, point: float) -> bool:
    """Whether an amount is another with a slip, and no round number."""
    digits = re.sub(r"[^\d]", "", told.figure.as_printed).strip("0")
    return len(digits) >= _CLEAR and of_digits(told.figure, point)


def _run_of(whole: Told, parts: Sequence[Told], claim: Interval) -> bool:
    """Whether some of the parts already make up the whole."""
    values = [t.value for t in parts]
    return any(
        claim.holds(sum(values[a:b]))
        for a, b in itertools.combinations(range(len(values) + 1), 2)
        if b - a > 1
    )
