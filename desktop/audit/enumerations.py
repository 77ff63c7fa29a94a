"""Reads the list that a count announces or closes, and tells whether it is that list and all of it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

DIGITS: Final = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_ORDINAL: Final = re.compile(
    r"(?:^|[。；;，,：:\n\s])(?:其)?(?P<n>一|二|三|四|五|六|七|八|九|十)(?:是|要|则|来(?!自))"
)
_QI: Final = re.compile(r"其(?P<n>一|二|三|四|五|六|七|八|九)[，,、：:]")
_DI: Final = re.compile(
    r"(?:^|[。；;，,：:\n\s])第(?P<n>一|二|三|四|五|六|七|八|九)(?:[道步关招幕拳刀课]|(?:[个条类点项层重件种桩笔坑][^，,、。；：:是]{0,3})?(?:，|、|是|：|,))"
)
_TURNS: Final = (
    r"首先",
    r"其次",
    r"再次|再者|再其次|第三|此外|另外|最后|末了",
    r"最后|末了|第四|此外|另外",
    r"最后|末了|第五",
)
_PAREN: Final = re.compile(r"[（(](?P<n>[一二三四五六七八九1-9])[）)]")
_GOES_ON: Final = r"\s*(?:其{0}|第{0}|{0}(?:是|要|则|来|、)|[（(]{0}[）)])"
_MORE: Final = re.compile(r"(?:^|[，,。；;])(?:此外|另外|除此之外|还有|最后|同时)")
_BULLET: Final = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*•·](?![-*])|\d{1,2}[.、)）])\s*\S")
_FIRST: Final = re.compile(r"首?先")
_THEN: Final = re.compile(r"再|其次|然后|后(?![来续]|者)|接着|随后|之后|接下来|继而|最后|末了|最终")
_AFTER: Final = re.compile(r"[，。；,;]")
_COMMA: Final = re.compile(r"[，,]")
_AND: Final = re.compile(r"以及|及其|及|和|与(?!其)")
_LINKED: Final = re.compile(r"以及|及|和|与|还有")
_OPENING: Final = re.compile(r"与|和|由|因|包括|涉及|来自|涵盖|分为|有|是|为(?!了)")
_HOLDS: Final = re.compile(r"(?:包括|来自|涵盖|分为)")
_GOES_ELSEWHERE: Final = re.compile(  # a clause that is no further item of the list before it
    r"其中|分别|[前后]者|[前后][两二三四五]|合计|共|均|都|各|每|占|但|而|并|这|则|又|也|却|就|还|因|所以|于是|均为|无一|缺一|[一二三四五六七八九]者|哪"
)
_EITHER: Final = re.compile(r"(?:^|(?<=[，,]))(?:要么|或者?是)")
_TITLES: Final = re.compile(
    r"\s*《[^》\n]+》(?:[（(][^）)\n]{1,30}[）)])?(?:(?:[、，,]|和|与|及|以及|[，,]?还有)?《[^》\n]+》(?:[（(][^）)\n]{1,30}[）)])?)+(?=[。；;，,\n]|$)"
)
# Names right behind a comma: 首批四座城市，泉州、台州、芜湖和赣州，…
_NAMED: Final = re.compile(
    r"[^，,、。；;的]{2,6}(?:、[^，,、。；;的]{2,6})*(?:(?:、|和|与|及|以及)[^，,、。；;的]{2,6})(?=[，,。；;]|$)"
)
_PARTLY: Final = re.compile(r"其中|包括|包含|例如|比如|如|像|尤其|以|除|但|而|不|均|都|[^，,。；;]*等")
_SHORT: Final = 8  # characters of an item that is no clause of its own
_PAIR: Final = 2
_APART: Final = 2  # a slip is off by one or two; ten brands of which three are named are no slip


class Listed(NamedTuple):
    """The items of a list; whether they are told from their surroundings without doubt; the other way to count."""

    items: list[str]
    clear: bool = False
    joined: int = 0  # the number where the last "A and B" is one item

    def may_be(self, number: int) -> bool:
        """Whether the list can be read as one of ``number`` items without its being a sure match."""
        return number == self.joined


def number_of(words: str) -> int:
    """十一 as 11, 两 as 2; 0 where it is no number of this size."""
    if words.isdigit():
        return int(words)
    if len(words) == 2:
        return 10 + DIGITS[words[1]]
    return DIGITS.get(words, 0)


def list_before(text: str, end: int, number: int) -> Listed:
    """The items that 等N项 closes: back to the mark or the verb that opens the list."""
    begin = max(text.rfind(c, 0, end) for c in "。；;：:\n|！？")
    *_, clause = _COMMA.split(text[begin + 1 : end])
    listed = _split(clause)
    if not listed.items:
        return listed
    items = listed.items
    opened = _HOLDS.search(items[0]) is not None
    items[0] = _OPENING.split(items[0])[-1] or items[0]
    plain = all(len(i) <= _SHORT and re.search(r"\d", i) is None for i in items)
    closed = _AND.search(clause.rpartition("、")[2]) is not None
    fewer = len(items) < number  # 等 may stand for the rest
    sure = opened and closed and len(items) == number - 1 if fewer else len(items) <= number + _APART
    return Listed(items, plain and sure, listed.joined)


def list_after(text: str, at: int, number: int, *, colon: bool, direct: bool) -> Listed:
    """What follows an announcement: numbered clauses, bullets, or a list with 、.

    ``direct``: nothing but the counted noun stands between the number and the mark.
    """
    end = text.find("\n", at)
    line = text[at : len(text) if end < 0 else end].lstrip("：: 　")
    if text[at - 2 : at] == "——":
        line = line.partition("——")[0]  # 三个原因——甲、乙、丙——都…
    rest = text[len(text) if end < 0 else end :]
    for pattern in (_ORDINAL, _QI, _DI, _PAREN):
        first = pattern.match("：" + line) or pattern.match(line)
        if first is not None and number_of(first["n"]) == 1:
            return _numbered(pattern, line, rest, number)
    if line.startswith("首先"):
        return _turns(line, rest)
    if direct and (told := _either(line) or _titles(line)):
        return Listed(told, clear=True)
    if not colon and text[at - 1 : at] in ("，", ","):  # 四座城市，泉州、台州和芜湖: names and nothing else
        named = _NAMED.match(line) if direct and not _PARTLY.match(line) else None
        items = _split(named[0]).items if named is not None else []
        return Listed(items, clear=abs(len(items) - number) <= _APART)
    if not line.strip():
        return Listed(_bullets(rest), direct) if colon else Listed([])
    if not direct or (not colon and "、" not in line[:40]):
        return Listed([])
    return _in_sentence(line, number)


def _either(line: str) -> list[str]:
    """The clauses of 要么降价，要么离场."""
    said = _EITHER.split(re.split(r"[。；;！？]", line)[0])
    return [p.strip("，, ") for p in said[1:]] if len(said) > 2 and not said[0].strip() else []


def _titles(line: str) -> list[str]:
    """The titles of a list that names nothing else: 《甲》《乙》和《丙》."""
    listed = _TITLES.match(line)
    return re.findall(r"《[^》]+》", listed[0]) if listed is not None else []


def told_in_turn(line: str) -> list[str]:
    """What a line tells as 一是…二是…三是…, 其一…其二…, 第一…第二…: the last such list."""
    for pattern in (_ORDINAL, _QI, _DI, _PAREN):
        kept: list[re.Match[str]] = []
        for mark in pattern.finditer("：" + line):
            number = number_of(mark["n"])
            kept = [mark] if number == 1 else [*kept, mark] if number == len(kept) + 1 else []
        if len(kept) > 1:
            return [_AFTER.split(line[m.end() - 1 :].lstrip("，、：:, "))[0][:12] for m in kept]
    return []


def _numbered(pattern: re.Pattern[str], line: str, rest: str, number: int) -> Listed:
    """一是 …二是 …: up to where another list begins; in doubt where it goes on in other words or lines."""
    kept: list[re.Match[str]] = []
    for mark in pattern.finditer("：" + line):
        if number_of(mark["n"]) == len(kept) + 1:
            kept.append(mark)
        elif number_of(mark["n"]) == 1:
            break
    names = [_AFTER.split(line[m.end() - 1 :].lstrip("，、：:, "))[0][:12] for m in kept]
    following = "零一二三四五六七八九十"[len(kept) + 1 : len(kept) + 2]
    goes_on = bool(following) and re.search(r"\n" + _GOES_ON.format(following), rest) is not None
    tail = line[kept[-1].end() - 1 :]
    return Listed(names, not goes_on and (len(names) >= number or _MORE.search(tail) is None))


def _turns(line: str, rest: str) -> Listed:
    """首先 …其次 …最后: in doubt where more of them follow in other lines."""
    names, at = [], 0
    for words in _TURNS:
        turn = re.compile(rf"(?:^|[。；;，,\n])(?:{words})[，,、]?").search(line, at)
        if turn is None:
            break
        names.append(_AFTER.split(line[turn.end() :])[0][:12])
        at = turn.end()
    return Listed(names, len(names) > 1 and not _MORE.search(line, at) and not _MORE.match(rest.lstrip()))


def _bullets(rest: str) -> list[str]:
    """The bullets of the first level of the list that begins here, blank lines between them or not."""
    found: list[str] = []
    level: tuple[int, bool] | None = None
    for row in rest.split("\n"):
        bullet = _BULLET.match(row)
        if bullet is not None:
            own = (len(bullet["indent"]), bullet["mark"][0].isdigit())
            level = level or own
            if own == level:
                found.append(row.strip(" -*•·")[:12])
        elif row.strip() and not row.startswith((" ", "\t")):
            break
    return found


def _in_sentence(line: str, number: int) -> Listed:
    """A list with 、 or commas that the sentence ends with."""
    stop = re.split(r"[。；;！？]", line)[0]
    first, *others = _COMMA.split(stop)
    clauses = [c.strip() for c in re.split(r"[。！？]", line)[0].split("；")]
    if len(clauses) > 1 and all(
        c and len(c) <= 2 * _SHORT and not _COMMA.search(c) and "、" not in c for c in clauses
    ):
        return Listed(clauses, clear=abs(len(clauses) - number) <= _APART)  # 别涨价；别囤货；别拖
    if "、" in first:
        listed = _split(first)
        if "等" in first or "在内" in first:
            return Listed([])
        if others and _LINKED.match(others[0]):  # "甲、乙、丙，以及丁"
            return Listed([*listed.items, _LINKED.sub("", others[0], count=1)])
        ends = not others or _GOES_ELSEWHERE.match(others[0]) is not None
        plain = all(len(i) <= 2 * _SHORT for i in listed.items)
        near = abs(len(listed.items) - number) <= (_APART + 1 if ends and len(listed.items) > 2 else _APART)
        return Listed(listed.items, ends and plain and near, listed.joined)
    if not others and len(pair := _split(first).items) == _PAIR and all(len(i) <= _SHORT for i in pair):
        return Listed(pair, clear=number == _PAIR + 1)  # 三家公司：甲与乙
    steps = [p for p in _COMMA.split(stop) if p.strip()]
    ordered = len(steps) > 1 and _FIRST.match(steps[0]) and all(_THEN.match(s) for s in steps[1:])
    return Listed(steps, clear=True) if ordered or len(steps) == number else Listed([])


def _split(clause: str) -> Listed:
    """The items of 甲、乙、丙及丁: a conjunction splits only the last piece, and may be part of a name."""
    parts = [p for p in clause.split("、") if p.strip()]
    if not parts:
        return Listed([])
    last = [p for p in _AND.split(parts[-1]) if p.strip()]
    if len(parts) == 1 and len(last) < 2:
        return Listed([])
    if len(last) != 2:
        return Listed(parts)
    items = [*parts[:-1], *last]
    even = len(last[0]) == len(last[1]) and max(map(len, items[1:])) - min(map(len, items[1:])) <= 1
    return Listed(items, joined=0 if even else len(items) - 1)
