"""How much more or less this time than last time, told a sentence later: 赢21场。上赛季赢14场，本赛季多赢7场."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.marks import SAME_TWO
from desktop.audit.passage_names import grams
from desktop.audit.passages import RATES, Passage, Told
from desktop.audit.worded import Worded, alike, apart, near_before, worded

_TIME: Final = r"(?:赛季|学[期年]|年度?|个?月|季度?|周|期|届|次|轮|回)"
_NOW: Final = rf"(?:今[年天日]|[本这]一?个?{_TIME}|当[年月])"
_THEN: Final = re.compile(rf"去年|上一?个?{_TIME}|前[一两]?[年月周届]|往年|昨[天日年]")
_MORE: Final = re.compile(
    rf"^(?:{_NOW}(?:[比较](?:去年|上一?个?{_TIME}|前者))?|[比较](?:去年|上一?个?{_TIME}))(?:共|就|则|又|还)?"
    r"(?P<way>[多少])(?P<did>[\u4e00-\u9fff]?)(?P<end>[了出掉]?)$"
)
_EACH: Final = re.compile(r"均|每|目标|计划|预计|最[高低多少]|累计|其中|率")
_NO_VERB: Final = "了出掉"
_FAR: Final = 2  # sentences


def of_more(passage: Passage) -> Iterator[Worded]:
    """Every difference of a line that is told of this time against last time, and of what was done both times."""
    if SAME_TWO not in passage.marks or passage.marks.isdisjoint("多少"):
        return
    for told in passage.own[2:]:
        found = _MORE.match(told.lead)
        if found is not None and told.figure.unit not in RATES and told.value > 0:
            made = _of(passage, told, "" if found["did"] in _NO_VERB else found["did"])
            if made is not None:
                yield made


def _of(passage: Passage, told: Told, did: str) -> Worded | None:
    near = [t for t in alike(near_before(passage, told, _FAR), told) if t.figure.unit == told.figure.unit]
    if len(near) < 2:
        return None
    *_, then = near
    begin = passage.text.rfind("。", 0, then.start) + 1
    if not _THEN.search(passage.text, begin, then.start) or then.sentence != told.sentence:
        return None
    words = passage.clause(then)
    earlier = [t for t in near if t.sentence < then.sentence and not _EACH.search(passage.clause(t))]
    now = [t for t in earlier if not _THEN.search(passage.clause(t)) and _same(passage.clause(t), words, did)]
    if len({t.value for t in now}) != 1 or _EACH.search(words):
        return None
    others = [t for t in near[:-1] if t is not now[-1] and _same(passage.clause(t), words, did)]
    ways = [apart(now[-1], then), *(apart(t, then) for t in others)]
    return worded(told, ways, plain=True)


def _same(now: str, then: str, did: str) -> bool:
    """Whether two amounts are of the same doing: 赢 of both, or a word that both have."""
    return did in now and did in then if did else bool(grams(now) & grams(then))
