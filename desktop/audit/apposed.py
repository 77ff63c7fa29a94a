"""Lists that a count closes (甲、乙、丙三家酒店), and forces of so many kinds (来自甲与乙的双重挤压)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Final, NamedTuple

from desktop.audit.enumerations import number_of

_N: Final = r"(?P<n>[两二三四五六七八九十]|[2-9])"
_BREAK: Final = re.compile(r"[，,。；;：:！？!?\n|（）()“”《》]")
_LAST: Final = re.compile(
    r"、[^、，,。；;：:！？!?\n|（）()“”《》]+"
)  # of a list, and what follows in its clause
_CLOSES: Final = re.compile(
    rf"(?<=[\u4e00-\u9fffA-Za-z”’])(?:这|那|共|一共|总共)?{_N}(?P<thing>大|者|方(?!面)|个方面|方面|市"
    rf"|省|地|城|国|县|区|类|种|项|家|款|名|位|人|个(?!月|百分点|小时|季)"
    r"|部门|部委|条|道|科|校|院|行|队|样|色|点|环节|维度|重(?!要|点|新|大)|份|篇|股|把|关|步|层"
    r"|座(?:城|山|桥)|只(?:基金|股票)|支(?:球队|队伍))(?P<noun>[\u4e00-\u9fff]{0,4})"
)
# Words that make the number one of something else, or of more than the list: 广州开了四家店, 另外三家.
_ELSE: Final = re.compile(
    r"[了有在开占为是各均每共达约近超第前后另余其等按从至到过说被让给向多已又再还仅只约来满]|不|合计|除"
    r"|分别|平均|增|减"
)
_PLACED: Final = re.compile(
    r"[门分新旧小网大]店|^店|营店|网点|厂|仓|项目|基地|车间|产线|学校|医院|分[公支行校]|站|点位|中心"
)
_BEGINS: Final = re.compile(r".[从由因是有对]|包括|涉及|来自|涵盖")  # a list that begins in its own clause
_NUMERAL: Final = re.compile(r"[\d零一二三四五六七八九十百千万两]$")
_LINKS: Final = ("、", "与", "和", "及")
_LONG: Final = 8  # characters of an item
_APART: Final = 2  # a slip is off by one or two
_FORCES: Final = re.compile(
    r"(?:来自|面临|面对|受到?|遭遇?|承受着?|经受|叠加|夹在)(?:了"
    r"|着)?(?P<list>[^，,。；;：:！？\n\d]{4,40}?)(?:的|之间的|带来的|造成的|形成的)"
    r"(?P<n>[双两二三四五六])(?:向|重|面|方|端|头|路|线|股)的?(?:挤压|夹击|压力|考验|冲击|竞争|打击"
    r"|约束|围剿|挑战|困境|风险|拉扯|影响|围攻|压迫|阻力|推动|作用)"
)
_PAIR: Final = {"双": 2}


class Apposed(NamedTuple):
    """A count and the list that it sums up; offsets of the text."""

    start: int
    end: int
    number: int
    items: list[str]


def apposed(text: str) -> Iterator[Apposed]:
    """The counts that stand right behind a list of at least three items, and forces that are told by their number."""
    for item in _LAST.finditer(text):
        for match in _CLOSES.finditer(text, item.start(), min(len(text), item.end() + _LONG)):
            found = _closed(text, match) if match.start() <= item.end() + 1 else None
            if found is not None:
                yield found
    for match in _FORCES.finditer(text):
        number = _PAIR.get(match["n"]) or number_of(match["n"])
        items, may = _items(match["list"])
        if (len(items) >= 2 and number not in may and abs(number - len(items)) <= _APART) or number == len(
            items
        ):
            yield Apposed(match.start("n"), match.end(), number, items)


def _closed(text: str, match: re.Match[str]) -> Apposed | None:
    end = match.start()
    if text[end - 1] in "”’" and (quote := max(text.rfind("“", 0, end), text.rfind("‘", 0, end))) >= 0:
        begin, clause = quote + 1, text[quote + 1 : end - 1]  # “保、改、关”三类
        if _BREAK.search(clause) is not None:
            return None
    else:
        begin = end - _back(text, end)
        clause = text[begin:end]
    if clause.count("、") < 1:
        return None
    items, may = _items(clause)
    *_, last = items
    number = number_of(match["n"])
    if (
        len(items) < 3
        or any(len(i) > _LONG for i in items[1:])
        or _NUMERAL.search(last) is not None
        or _ELSE.search("".join(items[1:])) is not None
        or (_PLACED.search(match["noun"]) is not None and not match["noun"].startswith(last[-1:]))
        or (text[end - 1] not in "”’" and not _BEGINS.search(items[0]) and _goes_back(text, begin))
    ):
        return None
    if number != len(items) and (number in may or abs(number - len(items)) > _APART):
        return None
    return Apposed(match.start("n"), match.end("thing"), number, items)


def _back(text: str, at: int) -> int:
    """How many characters before an offset the clause began."""
    window = text[max(0, at - 80) : at]
    found = [m.end() for m in _BREAK.finditer(window)]
    return len(window) - (found[-1] if found else 0)


def _goes_back(text: str, begin: int) -> bool:
    """Whether the list may have begun before its clause: 银行、券商，基金、保险四类机构."""
    if begin and text[begin - 1] in "，,":
        return "、" in text[begin - 1 - _back(text, begin - 1) : begin]
    return bool(begin) and text[begin - 1] in "）)”》"


def _items(words: str) -> tuple[list[str], set[int]]:
    """The items of a list by all its links, and every number of items that some of the links give."""
    items = [p for p in re.split(r"、|以及|及其|与|和|及", words) if p.strip()]
    counts = {link: words.count(link) for link in _LINKS}
    masks = product((0, 1), repeat=len(_LINKS))
    return items, {1 + sum(counts[k] for k, used in zip(_LINKS, mask, strict=True) if used) for mask in masks}
