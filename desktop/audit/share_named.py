"""Shares whose words call their whole or their part by its name: 是去年会员的60%; 本次回购…买入1200万股，回购数占2%."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.passage_names import grams
from desktop.audit.passages import RATES, Passage, Told, alike

ADVERBS: Final = (
    r"(?:大?约|将?近|接近|差不多|几乎|已经?|只|仅|就|便|也|则|还|又|更|竟|却|独|同样|要|能|会|正好|恰好|刚好|整整|不到|不足|"
    r"超过?|高达|多达|足足|合计|一共|总共|共|合)*"
)
ELSE: Final = re.compile(
    r"全国|全球|全省|全市|全县|世界|国内|行业|市场|同行|去年|上年|前年|当年|往年|同期|此前|原来|以前|当时|年初|(?:19|20)\d\d年"
)
_OF: Final = re.compile(
    rf"^{ADVERBS}(?:占到?了?|是|为|相当于|等于|达到?了?)(?P<of>[^，的占]{{2,10}})的{ADVERBS}$"
)
_THEN: Final = re.compile(r"去年|上年|前年|当年|往年|原来|此前|年初|(?:19|20)\d\d年")
_ONLY_THEN: Final = re.compile(r"(去年|上年|前年|上一年)(?:全年|一整年|一年|一?年度)?")
_EACH: Final = re.compile(r"均|每|其中|同期|计划|目标")
_STOP: Final = "。！？\n"
_ASIDE: Final = re.compile(r"（[^）]*）")
_THING: Final = re.compile(r"([\u4e00-\u9fff]{2,6}?)的[\u4e00-\u9fff]")


def whole_of_then(passage: Passage, told: Told, part: Told | None, clause: str) -> Told | None:
    """The one amount of another time that the words of a share call by all of its name: 占去年会员的75%.

    Or by its time alone, where no other amount like the part is of that time: 占去年全年的三分之一.
    """
    match = _OF.match(clause)
    if match is None or not _THEN.search(match["of"]):
        return None
    if ELSE.search(passage.clause(told).replace(match["of"], "")):
        return None
    before = [t for t in passage.own if t.start < told.start and t.figure.unit not in RATES]
    found = [t for t in before if t.name == match["of"]]
    only = _ONLY_THEN.fullmatch(match["of"])
    if not found and only is not None and part is not None:
        alikes = [t for t in before if t is not part and alike(t, part) and t.figure.role == "level"]
        found = [t for t in alikes if only[1] in passage.clause(t)]
        if len(found) == 1 and (_EACH.search(passage.clause(found[0])) or found[0] is not alikes[-1]):
            return None
    return found[0] if len(found) == 1 else None


def is_about(passage: Passage, part: Told, who: str) -> bool:
    """Whether the sentence of a part says of what it is, before it, by a word of what a share is told of."""
    begin = max(passage.text.rfind(stop, 0, part.start) for stop in _STOP) + 1
    return bool(grams(who) & grams(passage.text[begin : part.start]))


def of_other_thing(passage: Passage, told: Told, part: Told) -> bool:
    """Whether a share is told of a thing that the sentence of the part does not name: 光伏的…发电占比还不到8%."""
    if part.sentence == told.sentence or part not in passage.own:
        return False
    thing = _THING.match(passage.text, passage.text.rfind("。", 0, told.start) + 1)
    begin, end = passage.text.rfind("。", 0, part.start) + 1, passage.text.find("。", part.start)
    return thing is not None and thing[1] not in _ASIDE.sub("", passage.text[begin:end])
