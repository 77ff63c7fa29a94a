"""The words of a clause that name a field made of two: 每户, 人均, 完成率, 还差, 增长."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.made_fields import EACH, GROWTH, PART, RATE, REST, SUM, Made, code_of
from desktop.audit.table_names import MERE_TIME, noun
from desktop.audit.views import View
from desktop.core.units import unit

_EACH: Final = re.compile(
    r"每一?(?P<by>[十百千万亿]?)个?(?P<thing>[\u4e00-\u9fff]{1,4})|(?P<head>[\u4e00-\u9fff])(?:均|[坪人效]效)|单(?P<one>[户店车台件笔次位])|(?P<price>客单)"
)
_SCALES: Final = {"": 1.0, "十": 10.0, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
_PEOPLE: Final = frozenset("人位名客")
_RATES: Final = re.compile(
    r"(?P<of>[\u4e00-\u9fff]{1,3})(?:率|占比|进度)|已经?(?P<done>[\u4e00-\u9fff])|进度"
)
RATES: Final = re.compile(r"[\u4e00-\u9fff]{1,4}率")
# words that tell what is worked out, with no noun of a measure
NAMING: Final = re.compile(
    r"每一?[十百千万亿]?个?(?:平方?公?[里米]|公[里斤顷]|[^年月日天周季时分秒，|])[次员客均]?|[人户店亩件笔单次台校班车]均|"
    r"客单价?|密度|还[差剩有]|只?剩下?|尚有?|待|没有?|未|结余|进度|完成|一共|同比|增[长加]?|[下]?降低?|减少?|比重|比例"
)
_MOVES: Final = re.compile(r"增|涨|升|降|跌|减|少|多|长|下滑|回落|扩|缩")
_RESTS: Final = re.compile(r"还[差剩有]|剩|尚|没|未|余|待|缺|空着|留下")
_SUMS: Final = re.compile(r"一共|总共|合计|共|加起来")
PARTS: Final = re.compile(r"占|比重|比例|份额")
BEFORE: Final = re.compile(r"去年|上年|同期|年初|期初|上月|上期|原")
_COMMON: Final = frozenset("的了量数额率年月日人度期平均总合计单每大小高低多少上下")


def scale_in(words: str) -> float:
    """What 每百件 and 每亿元 multiply a quotient by."""
    found = list(_EACH.finditer(words))
    return _SCALES[found[-1]["by"] or ""] if found else 1.0


def is_named(view: View, made: Made, words: str) -> bool:
    """Whether words name a made field."""
    if made.kind == EACH:
        return any(_counts(view, made.other, m) for m in _EACH.finditer(words))
    one, other = (noun(view.fields[f]) for f in (made.one, made.other))
    if made.kind == RATE:
        told = "".join(m["of"] or m["done"] or "" for m in _RATES.finditer(words))
        return not _common(one, told) or (bool(_RATES.search(words)) and "进度" in words)
    if made.kind == PART:
        lead, *rest = PARTS.split(words, maxsplit=1)
        return bool(rest) and not _common(one, lead) and _common(other, lead)
    if made.kind == REST:
        return _RESTS.search(words) is not None
    if made.kind == GROWTH:
        return (
            _MOVES.search(words) is not None
            and of_times(view, made)
            and BEFORE.search(view.fields[made.other]) is not None
            and BEFORE.search(view.fields[made.one]) is None
        )
    return made.kind == SUM and _SUMS.search(words) is not None and not _common(one + other, words)


def of_times(view: View, made: Made) -> bool:
    """Whether two fields are one quantity at two times, so that one can have grown from the other."""
    one, other = noun(view.fields[made.one]), noun(view.fields[made.other])
    return one == other or not MERE_TIME.isdisjoint((one, other))


def is_of(view: View, made: Made, words: str) -> bool:
    """Whether words have a character of the field that is divided."""
    return not _common(noun(view.fields[made.one]), words)


def _common(head: str, words: str) -> bool:
    return (set(head) - _COMMON).isdisjoint(words)


def _counts(view: View, field: int, match: re.Match[str]) -> bool:
    """Whether a field counts the things of "每…", "…均"."""
    code = code_of(view, field)
    known = unit(code)
    head = noun(view.fields[field])
    thing = match["thing"] or match["head"] or match["one"] or ("人" if match["price"] else "")
    name = known.name.zh if known is not None else ""
    if len(head) > 1 and thing.startswith(head):
        return True
    if code == "person" or name.startswith("人"):
        return thing[0] in _PEOPLE
    return bool(name) and (thing.startswith(name) or (len(thing) == 1 and name.startswith(thing)))
