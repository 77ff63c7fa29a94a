"""What an amount comes to by a step that is told right behind it: 现有床位800张，计划增加150张，扩建后为950张."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.marks import SAME_TWO
from desktop.audit.passages import RATES, Passage, Told
from desktop.audit.ways import signed
from desktop.audit.worded import Worded, alike, worded

_UP: Final = (
    r"增资|扩[建容招编]|吸收|招[聘录]|新增|增加|增设|增派|增持|补充|加开|添置|购[入置进]|追加|注资|加建"
)
_DOWN: Final = r"减资|裁员|裁减|关闭|关停|撤并|减持|压缩|精简|淘汰|缩减|减少|削减"
_STEP: Final = re.compile(
    rf"(?:拟|将|计划|准备|打算|决定|今年|本次|此次|又|再|已)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?:[^\d，。；到至为]{{0,6}})$"
)
_AFTER: Final = re.compile(
    rf"^(?:本次|此次|这次)?(?:{_UP}|{_DOWN}|完成|调整)之?后(?:的)?[^，。；\d]{{0,6}}?(?:为|是|有|达到?|共有?|合计|[增升减降]?[至到])(?:为|约|有)?$"
)
_NO_BASE: Final = re.compile(rf"{_UP}|{_DOWN}|投|花|用|收|价")
_OTHER: Final = re.compile(r"每|均|另|其中|累计|分[两三四期批]|部分|比|率")


def of_after(passage: Passage) -> Iterator[Worded]:
    """Every amount of a line that is told as what is there after a step, right behind the step and what there was."""
    if SAME_TWO not in passage.marks or "后" not in passage.marks:
        return
    own = passage.own
    for base, step, told in zip(own, own[1:], own[2:], strict=False):
        if "后" in told.lead and _AFTER.match(told.lead) and told.figure.unit not in RATES:
            found = _of(passage, base, step, told)
            if found is not None:
                yield found


def _of(passage: Passage, base: Told, step: Told, told: Told) -> Worded | None:
    way = _STEP.search(step.lead)
    if way is None or _NO_BASE.search(base.lead) or base.sentence != told.sentence:
        return None
    if len(alike([base, step], told)) < 2 or _OTHER.search(passage.text, base.start, told.start):
        return None
    return worded(told, [signed([base.figure, step.figure], (1, 1 if way["up"] else -1))], plain=True)
