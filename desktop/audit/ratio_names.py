"""The words by which a ratio names the amounts that it is of: 占张数的, 占三季度收入的, 日活与月活之比, 中签率."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.passages import Told
from desktop.core.figure import Figure

_OF_TWO: Final = re.compile(
    r"^(?:其中|而|则|且)?(?P<who>[\u4e00-\u9fffA-Za-z]{1,8}?)[与和同跟对](?P<of>[\u4e00-\u9fffA-Za-z]{1,8}?)"
    r"(?:之比|的?比[例值率])(?:[为是达到约近只仅有]|大约|接近)*$"
)
_NUMBER_OF: Final = re.compile(r"^(?:总|全部|所有)?(?P<unit>[\u4e00-\u9fff]{1,2})数$")
_PEOPLE: Final = re.compile(r"^(?P<which>[\u4e00-\u9fff]{2,6})(?:人群|患者|人员|人数)$")
_ORDERED: Final = re.compile(r"[一二三四]季度|[上下]半年|[一二三四两]期|\d{1,2}月|[上下]旬")
_ALL: Final = re.compile(r"^(?:全部|所有|总)(?=[\u4e00-\u9fff]{2})")
_PLACES: Final = re.compile(r"中签|录取|录用|摇中|入围|中选|获批")
_WANTED: Final = re.compile(r"报名|登记|申请|应聘|抽签|摇号|竞买|投递|参[选评]")
_LEAST: Final = 2  # characters of a name


def of_two(clause: str) -> tuple[str, str] | None:
    """The names of the two amounts whose ratio is told: 日活与月活之比."""
    found = _OF_TWO.match(clause) if "比" in clause else None
    return (found["who"], found["of"]) if found is not None else None


def stands_for(told: Told, name: str) -> bool:
    """Whether an amount is called by a name and by nothing else behind it."""
    plain = _ALL.sub("", name)
    return (
        len(plain) >= _LEAST
        and plain in (told.lead + told.figure.indicator.zh)
        and told.figure.role != "change"
    )


def calls(noun: str, words: str, first: str, figure: Figure) -> bool:
    """Whether a noun names an amount beyond doubt: by its unit, by the time in its words, or as those people.

    ``first`` are the words before the first amount of its sentence, from which it may have its name.
    """
    counter = _NUMBER_OF.match(noun)
    if counter is not None and figure.unit.partition(":")[2] == counter["unit"]:
        return True
    when = _ORDERED.search(noun)
    if when is not None and when[0] in words and _in_order(noun.replace(when[0], ""), words + first):
        return True
    people = _PEOPLE.match(noun) if figure.unit in ("person", "count:例") else None
    return people is not None and people["which"] in words


def is_places(did: str, words: str, whole: Figure, part: Figure) -> bool:
    """Whether a rate is of the places that those may have who are told with the words: 报名640人，学位320个."""
    counted = whole.unit in (
        "person",
        "count:人次",
        "count:份",
        "count:户",
        "count:家",
        "count:件",
    ) and part.unit.startswith("count:")
    return counted and _PLACES.fullmatch(did) is not None and _WANTED.search(words) is not None


def _in_order(noun: str, words: str) -> bool:
    """Whether words have all characters of a noun in their order: 三季度收入 of 三季度付费收入."""
    rest = iter(words)
    return all(c in rest for c in noun)
