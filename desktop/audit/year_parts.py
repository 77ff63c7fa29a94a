"""The parts of a year that the amounts of a line are told for: 一季度, 下半年, 前三季度, 全年, and lists of quarters.

A part is the set of its quarters, so that what parts come to, leave and share follows from their sets alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit.interval import Interval
from desktop.audit.passages import Passage, Told, alike
from desktop.audit.ways import allowed
from desktop.core.text import Text

Quarters = frozenset[int]
ALL: Final[Quarters] = frozenset((1, 2, 3, 4))
_FIRST, _SECOND, _THREE = frozenset((1, 2)), frozenset((3, 4)), frozenset((1, 2, 3))
_SETS: Final = {"上半年": _FIRST, "下半年": _SECOND, "全年": ALL}
NAMES: Final = {
    frozenset((1,)): Text("一季度", "the first quarter"),
    frozenset((2,)): Text("二季度", "the second quarter"),
    frozenset((3,)): Text("三季度", "the third quarter"),
    frozenset((4,)): Text("四季度", "the fourth quarter"),
    _FIRST: Text("上半年", "the first half"),
    _SECOND: Text("下半年", "the second half"),
    _THREE: Text("前三季度", "the first three quarters"),
    ALL: Text("全年", "the year"),
}
_DIGITS: Final = {c: n for cs in ("一二三四", "1234") for n, c in enumerate(cs, 1)}
PART: Final = re.compile(
    r"(?<![一二三四两、和与至到前每单本上\-—])(?:第?(?P<q>[一二三四])个?季度|(?<!\d)(?P<d>[1-4])季度|Q(?P<e>[1-4]))(?![末底初])"
    r"|(?P<half>[上下]半年)(?![末底初])|(?P<three>前三个?季度|1[-—至~～]9月)|(?P<two>前两个?季度)|(?P<all>全年)"
)
_EACH: Final = tuple(frozenset((n,)) for n in range(1, 5))
_LISTS: Final = (
    (re.compile(r"(?:[一1][至到\-—~～][四4]|四个|各)季度"), _EACH),
    (re.compile(r"(?:[一1][至到\-—~～][三3]|前三个?)季度[^，]*(?:分别|依次)"), _EACH[:3]),
    (re.compile(r"上半年?[、和与及]下半年|两个半年"), (_FIRST, _SECOND)),
)
_YEAR: Final = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?=年|[上下]半年|第?[一二三四]季度|Q\d)|([去上]年|上一年|前年|[今本当]年)"
)
_FIELD: Final = re.compile(
    r"[\s*“”]|(?:19|20)\d\d年?|其中|[当本今该]年|[去上前]年|按季度?[看分]|分季度看|合计|总计|共计|累计|一共|总共|分别|依次|完成|实现|"
    r"达到|公司|[，而则又再共为是有约近的了已仅只达各超到在]"
)
_OTHER: Final = re.compile(
    r"[比较](?!重)|同期|同比|环比|(?<!新)增(?![值持])|减|降|升|涨|跌|[多少高低差超]|每|均|率|最|目标|计划|预计|预算|占|余额|存量|"
    r"[末底初]|上限|指数|[人户]数|价"
)
_THAN: Final = re.compile(r"^比(?:[上下]半年|第?[一二三四]季度)的$")
_COLON: Final = re.compile(r"[：:]")
_JOINED: Final = re.compile(r"\s*[、和与及]\s*")


class PartOfYear(NamedTuple):
    """An amount and the quarters that it is told for."""

    told: Told
    quarters: Quarters


class Year(NamedTuple):
    """The amounts of one quantity of one year that a line tells for parts of it."""

    noun: str
    year: str
    parts: list[PartOfYear]

    def told_for(self, quarters: Quarters) -> list[Told]:
        """Every amount told for some quarters."""
        return [p.told for p in self.parts if p.quarters == quarters]

    def covers(self, quarters: Quarters) -> Iterator[tuple[Told, ...]]:
        """The ways to make some quarters of the parts that are told: each quarter once."""
        yield from self._covers(quarters, whole=quarters)

    def _covers(self, left: Quarters, *, whole: Quarters) -> Iterator[tuple[Told, ...]]:
        if not left:
            yield ()
            return
        least = min(left)
        seen = set()
        for told, own in self.parts:
            if least in own and own <= left and own != whole and own not in seen:
                seen.add(own)
                for rest in self._covers(left - own, whole=whole):
                    yield (told, *rest)


_IS: Final = re.compile(r"[占是为]")
_AGO: Final = re.compile(r"年前|[去前上]一?年|此前|原先|当时|当初|同期|过去|以往")


def quarters_of(words: str) -> list[tuple[Quarters, int, int]]:
    """The parts of a year that words name, with where they stand."""
    return [(_quarters(m), m.start(), m.end()) for m in PART.finditer(words)]


def _quarters(match: re.Match[str]) -> Quarters:
    digit = match["q"] or match["d"] or match["e"]
    if digit:
        return frozenset((_DIGITS[digit],))
    if match["three"]:
        return _THREE
    return _FIRST if match["two"] else _SETS[match["half"] or match["all"]]


def noun_of(words: str) -> str:
    """What words tell an amount of, without times and verbs."""
    return _FIELD.sub("", PART.sub("", words))


def total(parts: Sequence[Told]) -> tuple[Interval, float] | None:
    """What some amounts come to."""
    found, point = Interval(0.0, 0.0), 0.0
    for told in parts:
        own = allowed(told.figure)
        if own is None or told.figure.comparator not in ("=", "~"):
            return None
        found, point = found.plus(own), point + told.value
    return found, point


def words_before(passage: Passage, told: Told) -> str:
    """The words before an amount in its clause, back to the amount before it; its times are among them."""
    last = max((t.end for t in passage.own if t.end <= told.start), default=0)
    clause = passage.text[max(last, told.start - len(passage.clause(told))) : told.start]
    return _COLON.split(clause)[-1]


def years_of(passage: Passage) -> list[Year]:
    """The quantities of a line that are told for two parts of a year or more."""
    found: list[Year] = []
    for noun, one in _parts(passage):
        begin = max((passage.text.rfind(mark, 0, one.told.start) for mark in "。！？"), default=-1) + 1
        years = _YEAR.findall(passage.text[begin : one.told.start])
        year = next((a or b for a, b in reversed(years)), "")
        like = [y for y in found if alike(y.parts[0].told, one.told) and (not year or year == y.year)]
        own = next((y for y in reversed(like) if _is_same(noun, y.noun, one.quarters)), None)
        if own is None:
            own = Year(noun, year or (found[-1].year if found else ""), [])
            found.append(own)
        own.parts.append(one)
    return [y for y in found if len({p.quarters for p in y.parts}) > 1]


def _is_same(noun: str, other: str, quarters: Quarters) -> bool:
    """Whether two nouns are one, the later one perhaps cut short; the year may well be of more."""
    return not noun or noun == other or (quarters != ALL and len(noun) > 1 and other.startswith(noun))


def _parts(passage: Passage) -> Iterator[tuple[str, PartOfYear]]:
    """Each amount of a line with its part of the year, and what it is told of."""
    sizes, taken = passage.sizes, 0
    for at, told in enumerate(sizes):
        if at < taken or told.figure.role == "change":
            continue
        lead = passage.clause(told)
        row = next(((m, sets) for form, sets in _LISTS if (m := form.search(lead)) is not None), None)
        if row is not None:
            run = _run(passage, sizes, at)
            words = lead[: row[0].start()] + lead[row[0].end() :]
            if len(run) == len(row[1]) and not _OTHER.search(words):
                noun = noun_of(words)
                yield from ((noun, PartOfYear(t, q)) for t, q in zip(run, row[1], strict=True))
            taken = at + len(run)
            continue
        lead = words_before(passage, told)
        named = quarters_of(lead)
        if len(named) != 1 or passage.text[told.end : told.end + 1] in ("、", "至"):
            continue
        words = "" if _THAN.match(lead) else lead[: named[0][1]] + lead[named[0][2] :]
        if not _OTHER.search(words):
            yield noun_of(words), PartOfYear(told, named[0][0])


def _run(passage: Passage, sizes: Sequence[Told], at: int) -> list[Told]:
    """The amounts that are joined with one by 、 and 和."""
    run = [sizes[at]]
    for told in sizes[at + 1 :]:
        if _JOINED.fullmatch(passage.between(run[-1], told)) is None or not alike(run[-1], told):
            break
        run.append(told)
    return run


def of_other_time(told: str, part: str) -> bool:
    """Whether a share is of another time than its part: 前三季度1757亿元；下半年占52%; 现有2565辆；五年前只占45%."""
    if _AGO.search(_IS.split(told)[0]) and not _AGO.search(part):
        return True
    own = [q for q, _, _ in quarters_of(told.partition("占")[0])]
    named = [q for q, _, _ in quarters_of(part)] if own else []
    return bool(named) and not set(own) & set(named)
