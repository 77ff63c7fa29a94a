"""A duty or a ban that a text turns round: 可以分设重点班, of a law by whose entry schools 不得分设重点班和非重点班."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result
from desktop.audit.rule_told import called, told
from desktop.audit.scope import Rule
from desktop.core.policy import RegisterEntry
from desktop.core.span import Anchor
from desktop.core.text import Text

TURNED = Text(
    "文中说{0}规定“{1}”，登记簿中该文件写的是“{2}”。",
    "The text says that by {0} “{1}”; its register entry has “{2}”.",
)
_CLAUSE: Final = re.compile(r"[，,。；;：:（）()！？\n]")
_BAN: Final = r"(?<!不)(?:不得|不准|不可以?|不能|不许|不应当?|禁止|严禁|无权)"
_LEAVE: Final = r"(?<![不还也才方])(?:可以|允许|准许|有权|鼓励)"
_DUTY: Final = r"(?<![不无])(?:应当|必须|须(?!经))"
_SAID: Final = re.compile(f"(?P<ban>{_BAN})|(?P<leave>{_LEAVE})|(?P<duty>{_DUTY})")
_OTHER: Final = {"ban": ("leave", "duty"), "leave": ("ban",), "duty": ("ban",)}
_PART: Final = re.compile(r"[、和或及与]")
_TAIL: Final = re.compile(r"(?:等?(?:行为|做法|活动|情形)|[的等了])+$")
_OPEN: Final = re.compile(r"除外|另有|除非|例外|经.{0,12}(?:同意|批准|许可)|情况下|情形下|但")
_NUMBER: Final = re.compile(r"\d|[一二三四五六七八九十百千万]{1,4}(?:年|月|日|天|元|倍|人|岁|小时)")
_LEAST: Final = 4  # characters of what is forbidden or allowed
_ALIKE: Final = 0.7  # of the pairs of the shorter of two actions


def turned(rule: Rule, entry: RegisterEntry) -> Iterable[Result]:
    """Hold what a sentence says one may, must or must not do against the clauses of the entry on the same act."""
    begin = 0 if rule.again else rule.mention.anchor.end - rule.start
    known = _rules(entry.provisions.zh)
    for start, clause in _clauses(rule.text, max(0, begin)):
        for kind, act in _acts(clause):
            theirs = next((k for k in known if k[0] in _OTHER[kind] and _same(act, k[1])), None)
            if theirs is None or any(k[0] == kind and _same(act, k[1]) for k in known):
                continue
            words = clause.strip()
            at = rule.start + start + clause.index(words)
            said = TURNED.format(called(rule.mention), words, theirs[2])
            passage = Anchor(rule.mention.anchor.source, at, at + len(words), words)
            written = formula("{} ≠ {}", quote(words), quote(theirs[2]))
            yield told(rule, "differs", "turned", written, said, spans=(passage,))
            return


def _clauses(text: str, begin: int) -> Iterator[tuple[int, str]]:
    at = begin
    for match in _CLAUSE.finditer(text, begin):
        yield at, text[at : match.start()]
        at = match.end()
    yield at, text[at:]


@lru_cache(maxsize=1000)
def _rules(words: str) -> tuple[tuple[str, str, str], ...]:
    """What an entry forbids, allows and demands: the kind, the act, and its clause; not where it has exceptions."""
    found = []
    for sentence in re.split("[。；;]", words):
        if _OPEN.search(sentence):
            continue
        for clause in re.split("[，,：:]", re.sub(r"（[^）]*）", "", sentence)):
            found += [(kind, act, clause.strip()) for kind, act in _acts(clause)]
    return tuple(found)


def _acts(clause: str) -> list[tuple[str, str]]:
    """The kind of rule of a clause and what it is about; nothing where it is a matter of numbers."""
    marks = [*_SAID.finditer(clause)]
    if len(marks) != 1 or _OPEN.search(clause):
        return []
    act = clause[marks[0].end() :].strip()
    if len(act) < _LEAST or _NUMBER.search(act):
        return []
    return [(str(marks[0].lastgroup), act)]


def _same(one: str, other: str) -> bool:
    """Whether two acts are the same, or one of those that are told together."""
    mine = _TAIL.sub("", one)
    return any(_alike(mine, _TAIL.sub("", part)) for part in (other, *_PART.split(other)))


def _alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LEAST or one[:2] not in other + one * (other[:2] in one):
        return False
    if ("拒" in one) != ("拒" in other):
        return False  # 不得拒绝招收 is 必须招收
    left, right = _pairs(one), _pairs(other)
    return len(left & right) >= _ALIKE * min(len(left), len(right)) and one[-2:] in other + one * (
        other[-2:] in one
    )


def _pairs(words: str) -> set[str]:
    return {words[i : i + 2] for i in range(len(words) - 1)}
