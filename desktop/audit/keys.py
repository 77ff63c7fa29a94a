"""When two figures speak of the same thing: names folded so that wording does not tell them apart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.units import unit

_DROP: Final = re.compile(r"[\s《》“”\"'「」（）()·,，、:：的]|the\b|of\b", re.I)
_FORM: Final = re.compile(
    r"(范围|区间|水平|情况|数值|数据|数|上限|下限|变化|增幅|降幅|涨幅|跌幅|增速|总量|规模|约|共)+$"
)
_MARK: Final = re.compile(
    r"增幅|降幅|减幅|升幅|涨幅|跌幅|增速|增长率|变化|调整幅度|幅度|同比|环比|较上年|比上年|[一二两三四五六七八九十百千万亿\d.%]+"
)
_KINDS: Final = (
    ("max", re.compile(r"最高|最大|最多|峰值|maximum|peak|highest")),
    ("min", re.compile(r"最低|最小|最少|minimum|lowest")),
    ("mean", re.compile(r"平均|均值|average|mean")),
)
_GENERIC: Final = re.compile(
    r"数量|比例|占比|金额|规模|比率|平均|总额|合计|情况|水平|增长|下降|单位|年度|用户"
)


@lru_cache(maxsize=20000)
def folded(name: str) -> str:
    """A name without marks, blanks and the words that only say what form the value has."""
    base = _DROP.sub("", name).lower()
    return _FORM.sub("", base) or base


def group_key(figure: Figure, dossier: Dossier) -> str:
    """Under which figures of one quantity meet: entity, indicator and dimension; "" where one is not known."""
    if figure.is_date or not figure.indicator.zh or figure.role in ("change", "rank"):
        return ""
    entity = folded(figure.entity.zh) or folded(dossier.product.zh)
    indicator = folded(figure.indicator.zh)
    known = unit(figure.unit)
    dimension = known.dimension if known else figure.unit
    if not entity or len(indicator) < 2:
        return ""
    kind = "money CNY" if dimension in ("", "money per user") else dimension  # a bare 20万 may be money
    return f"{entity}|{kind_of_value(indicator)[1]}|{kind}"


@lru_cache(maxsize=20000)
def kind_of_value(indicator: str) -> tuple[str, str]:
    """Split an indicator into what it is of a spread ("max", "min", "mean" or "") and the rest."""
    for kind, pattern in _KINDS:
        rest = pattern.sub("", indicator, count=1)
        if rest != indicator and len(rest) >= 2:
            return kind, rest
    return "", indicator


_STOP: Final = frozenset((
    "a", "an", "the", "to", "from", "by", "up", "down", "of", "in", "at", "and", "or", "with",
    "for", "on", "as", "is", "are", "was", "were", "be", "been", "it", "its", "this", "that",
    "which", "than", "rose", "grew", "fell", "dropped", "declined", "increased", "decreased",
    "climbed", "jumped", "surged", "gained", "slid", "shrank", "reduced", "went", "increase",
    "decrease", "rise", "drop", "fall", "decline", "growth", "gain", "jump", "cut", "reduction",
    "higher", "lower", "more", "less", "about", "nearly", "almost", "over", "under", "roughly",
    "around", "some", "only", "just", "while", "but", "reached", "reaching", "totalling",
))  # fmt: skip


@lru_cache(maxsize=20000)
def english(name: str) -> frozenset[str]:
    """The content words of an English name, cut to what plural and singular share."""
    return frozenset(
        w.rstrip("s") for w in re.findall(r"[a-z]+", name.lower()) if w not in _STOP and len(w) > 1
    )


@lru_cache(maxsize=20000)
def stem(name: str) -> str:
    """The nouns of an indicator: without words of change, numbers and marks; "" where it is a stray clause."""
    if re.search(r"\d", name) and not re.search(r"[A-Za-z]\d|\d+[后前]", name):
        name = ""
    return _DROP.sub("", _MARK.sub("", name)).lower()


@lru_cache(maxsize=20000)
def alike(one: str, other: str) -> bool:
    """Whether two names may mean the same: one is empty or within the other, or they share a word."""
    if one.isascii() and other.isascii():
        first, second = english(one), english(other)
        return not first or not second or bool(first & second)
    a, b = stem(one), stem(other)
    if not a or not b or a in b or b in a:
        return True
    left, right = _GENERIC.sub("", a), _GENERIC.sub("", b)
    return any(left[i : i + 2] in right for i in range(len(left) - 1))


@lru_cache(maxsize=20000)
def same_dimension(a: str, b: str) -> bool:
    """Whether two units can be compared; two missing ones can."""
    if a == b:
        return True
    left, right = unit(a), unit(b)
    return left is not None and right is not None and left.dimension == right.dimension
