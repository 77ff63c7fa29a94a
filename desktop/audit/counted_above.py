"""Counts of what stands in lines of its own: 上述三项 below bullets, 下表列出四家 above a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit.apposed import Apposed
from desktop.audit.enumerations import number_of, told_in_turn
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet

_N: Final = r"(?P<n>[两二三四五六七八九十]|十[一二]|[2-9]|1[0-2])"
_THING: Final = (
    r"(?P<thing>(?:大|个|项|类|种|条|点|方面|重|步|件|家|款|座|位|名|档|级|层|环|轮|笔|处"
    r"|招|者|只|支|道|份|篇|本|张|批|套|组|场|段|台|群|宗|桩|枚|样|部|户|起|例|句|幕|课|坑|关|站|间|辆|根|股)(?!月|百分点|小时|季度)[\u4e00-\u9fff]{0,4})"
)
_ABOVE: Final = re.compile(rf"^\s*(?:[^，。；\n]{{0,4}}，)?(?:上述|以上|前述|这)(?:的|几)?{_N}{_THING}")
_BULLET: Final = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*•·+](?![-*])|\d{1,2}[.、)）])[ \t]*\S")
_NUMBERED: Final = re.compile(
    r"[ \t]*(?:\*\*)?(?:[一二三四五六七八九十]、|第[一二三四五六七八九十][，、：:]|其[一二三四五六七八九][，、：:]"
    r"|[一二三四五六七八九]是"
    r"|[（(][一二三四五六七八九1-9][）)])"
)
_NUMERALS: Final = re.compile(r"[\d一二三四五六七八九]+")
_ORDINAL: Final = re.compile(
    r"(?:(?<=[。；;！？\n：:])|^)\s*(?:第(?P<di>[一二三四五六七八九])[，、：:,]"
    r"|其(?P<qi>[一二三四五六七八九])[，、：:,]|(?P<shi>[一二三四五六七八九])[是要则])"
)
_FIRST: Final = ("第一", "其一", "一是", "一要", "一则")  # what such a row begins with
_ANY: Final = rf"(?<![第前后另其余每超近约\d.零一二三四五六七八九十百千万年月上下]){_N}{_THING}"
_OTHER: Final = _ANY.replace("?P<n>", "?P<m>").replace("?P<thing>", "?P<what>")
_TABLE: Final = re.compile(
    rf"(?:下表|下面的?表格?|表格?中?|如下|以下|上表|对比|比较|一览|列出|汇总|选取"
    rf"|样本)[^。；：:\n|\d]{{0,12}}?(?<![第前后另其余每超近约]){_N}{_THING}"
    rf"|{_OTHER}[^。；：:\n|]{{0,12}}?(?:见下表|如下表|如下|对比|比较|对照|一览|汇总|列表|的情况[：:])"
)
_COLON: Final = re.compile(
    rf"{_ANY}[^，。；：:\n|]{{0,4}}(?:，[^，。；：:\n|]{{0,12}})?[：:]\s*$"
)  # 有三份文件：, above a table
_STOP: Final = re.compile(r"[，。；,;]")
_REFERS: Final = re.compile(
    rf"(?:^|(?<=[。；！？]))(?:可见，?|因此，?|总之，?)?(?:这|上述|以上|前述){_N}{_THING}"
)
_TURN: Final = re.compile(
    r"(?:^|(?<=[。；，！？：]))(?:首先|其次|再次|再者|最后|末了)(?=[，,是]|[\u4e00-\u9fff])"
)
_SUMS: Final = re.compile(
    r"合计|总计|小计|平均|均值|总体|全部|全行业|全[组班队厂店行校家县区院镇村部司员体]$|行业|其他|其它|其余|total|average|all|other",
    re.I,
)
_LISTED: Final = re.compile(r"、|[：:]\s*\S")  # the count has a list of its own
_APART: Final = 2  # a slip is off by one or two


_OPENS: Final = re.compile(rf"{_ANY}(?:如下|有)?[。：:]?\s*$")


def counted_above(piece: Section) -> Iterator[Apposed]:
    """The counts that refer to the bullets right above them, or to the rows of the table right below them."""
    yield from _of_bullets(piece)
    yield from _of_turns(piece)
    for sheet in piece.sheets:
        yield from _of_rows(piece, sheet)


def _of_bullets(piece: Section) -> Iterator[Apposed]:
    block: list[_Entry] = []
    opened: tuple[int, str] | None = None
    for start, line in piece.prose_lines:
        entry = _entry(line)
        if entry is not None:
            if block and entry.indent == block[0].indent and entry.style != block[0].style:
                yield from _opened(opened, block)  # another list begins: 2、 behind （1） and （2）
                opened, block = None, []
            block.append(entry)
            continue
        if not _goes_on(piece, start, block):
            yield from _opened(opened, block)
        opened = start, line
        told = _ABOVE.match(line) if len(block) > 1 else None
        if told is not None:
            items = [e.words[:12] for e in block if e.indent == block[0].indent]
            may = {len(items), len(block), sum(any(c.isdecimal() for c in e.words) for e in block)}
            yield from _held(told, start, items, may)
        block = []
    yield from _opened(opened, block)


def _goes_on(piece: Section, at: int, block: Sequence[_Entry]) -> bool:
    """Whether a numbered list has entries behind what stands between: a table, and what is said of it."""
    if len(block) < 2 or not _NUMERALS.search(block[0].mark):
        return False
    later = (e for start, line in piece.prose_lines if start >= at and (e := _entry(line)) is not None)
    return any(e.style == block[0].style and e.mark != block[0].mark for e in later)


_MARKS: Final = frozenset("-*•·+0123456789一二三四五六七八九十第其（(")  # what an entry begins with


class _Entry(NamedTuple):
    """A line of a list: how far it is set in, what its mark looks like (its digits left out), and its words."""

    indent: str
    style: str
    words: str
    mark: str = ""


def _entry(line: str) -> _Entry | None:
    if line.lstrip()[:1] not in _MARKS:
        return None
    bullet = _BULLET.match(line)
    if bullet is not None:
        style = _NUMERALS.sub("", bullet["mark"]) if bullet["mark"][0].isdigit() else bullet["mark"]
        return _Entry(bullet["indent"], style, line.replace("**", "").strip(" -*•·+"), bullet["mark"])
    numbered = _NUMBERED.match(line)
    if numbered is None:
        return None
    return _Entry(
        "",
        _NUMERALS.sub("", numbered[0].strip()),
        line[numbered.end() :].replace("**", "").lstrip(),
        numbered[0].strip(),
    )


def _opened(opened: tuple[int, str] | None, block: Sequence[_Entry]) -> Iterator[Apposed]:
    """A count that ends the line above a list of one level."""
    if opened is None or len(block) < 2 or any(e.indent != block[0].indent for e in block):
        return
    start, line = opened
    told = _OPENS.search(line) if not line.rstrip().endswith(("：", ":")) else None
    if told is not None:
        yield from _held(told, start, [e.words[:12] for e in block], {len(block)})


def _of_turns(piece: Section) -> Iterator[Apposed]:
    """Counts that refer to what the line before them told in turn: 首先…其次…最后…。这三个因素."""
    for start, line in piece.prose_lines:
        told = _REFERS.search(line) if "这" in line or "述" in line or "以上" in line else None
        if told is None:
            continue
        turns = list(_TURN.finditer(line, 0, told.start())) if "首先" in line else []
        if len(turns) > 1 and turns[0][0] == "首先" and turns[-1][0] in ("最后", "末了"):
            items = [_STOP.split(line[m.end() :].lstrip("，, 是"))[0][:12] for m in turns]
        else:
            items = told_in_turn(line[: told.start()])
        if len(items) > 1:
            yield from _held(told, start, items, {len(items)})


def out_of_count(text: str) -> Iterator[tuple[int, int, int, int]]:
    """The ordinals that skip one: 第一，…。第二，…。第四，…; offsets, the number and the one before it."""
    last: dict[str, int] = {}
    for match in _ORDINAL.finditer(text) if any(map(text.__contains__, _FIRST)) else ():
        kind = "第" if match["di"] else "其" if match["qi"] else "是"
        number, before = number_of(match["di"] or match["qi"] or match["shi"]), last.get(kind, 0)
        if number == 1:
            last[kind] = 1
        elif before and number == before + 1:
            last[kind] = number
        elif before >= 2 and number in (before, before + 2):
            yield match.start(), match.end(), number, before
            last[kind] = 0
        else:
            last[kind] = 0


def _of_rows(piece: Section, sheet: Sheet) -> Iterator[Apposed]:
    at = sheet.table.anchor.start - piece.start
    above = piece.text[:at].rstrip()
    begin = above.rfind("\n") + 1
    line = above[begin:]
    begin += max(0, *(line.rfind(mark, 0, len(line) - 1) + 1 for mark in "。；！？"))
    told = None
    if "|" not in line and len(line) < 200:
        told = _TABLE.search(piece.text, begin, len(above)) or _COLON.search(piece.text, begin, len(above))
    if told is None or _LISTED.search(above, told.end()):
        return
    labels = [sheet.label(r) for r in sheet.rows]
    named = [label for label in labels if not _SUMS.search(label)]
    heads = [sheet.head(c) for c in sheet.cols][1:]
    may = {
        len(labels),
        len(named),
        len(set(labels)),
        len(heads),
        len([h for h in heads if not _SUMS.search(h)]),
    }
    yield from _held(told, 0, named, may)


def _held(told: re.Match[str], start: int, items: Sequence[str], may: set[int]) -> Iterator[Apposed]:
    count, thing = ("n", "thing") if told["n"] else ("m", "what")
    number = number_of(told[count])
    if number in may:
        yield Apposed(start + told.start(count), start + told.end(thing), number, [""] * number)
    elif number and abs(number - len(items)) <= _APART and len(items) > 1:
        yield Apposed(start + told.start(count), start + told.end(thing), number, list(items))
