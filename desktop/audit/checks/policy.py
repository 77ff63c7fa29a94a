"""Regulations against the register: does it exist, under this title, of this date, saying this, and in force then?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.provisions import shared_words
from desktop.audit.rule_classes import classes
from desktop.audit.rule_departments import departments, departments_told
from desktop.audit.rule_document_number import number_told
from desktop.audit.rule_issuer import is_other, issuer_told
from desktop.audit.rule_numbers import numbers
from desktop.audit.rule_ranges import ranges
from desktop.audit.rule_told import KEY, called, told
from desktop.audit.rule_turned import turned
from desktop.audit.rule_when import again, held
from desktop.audit.scope import Rule
from desktop.core.finding import Finding, Passed, Uncheckable
from desktop.core.policy import RegisterEntry
from desktop.core.span import Anchor
from desktop.core.text import NOTHING, Text
from desktop.core.verdict import VERDICTS

MISSING = Text(
    "登记簿里没有能确定就是{0}的条目，这不等于它不存在。{1}",
    "No entry of the register is certain to be {0}, which does not mean that it does not exist. {1}",
)
DRAFT = Text(
    "登记簿中{0}只有征求意见稿（{1}），没有以此名称正式出台的记录。",
    "The register has {0} only as a draft for comments ({1}), with no record of a final document of that name.",
)
TITLE = Text(
    "文中写{0}，登记簿中的正式名称是{1}。",
    "The text says {0}; the official title in the register is {1}.",
)
ISSUER = Text(
    "文中说{0}由{1}发布，登记簿的发布机关是{2}。",
    "The text names {1} as the issuer of {0}; the register has {2}.",
)
DEPARTMENTS = Text(
    "文中说{0}由{1}发布，登记簿的发布机关有{2}个：{3}。",
    "The text says that {1} issued {0}; the register has {2}: {3}.",
)
PARTLY = Text(
    "只核对了{0}的{1}，与登记簿相符；要求{2}未核对。",
    "Only the {1} of {0} was held against the register, and agrees; the requirement {2} was not checked.",
)
ONLY_TITLE: Final = Text("名称", "title")
TITLE_AND_DATE: Final = Text("名称和时间", "title and date")
NO_DATE: Final = Text("日期不详", "date unknown")
ARTICLE = Text(
    "文中引{0}的{1}，登记簿中这项内容在{2}。",
    "The text cites {1} of {0} for this; the register has it in {2}.",
)
_ARTICLE: Final = re.compile(r"第[一二三四五六七八九十百千零\d]+条")
_ALIKE: Final = 3  # pairs of characters by which a sentence is on the matter of an entry
_NEAR: Final = 14  # characters from a title in which its number or nickname stands
_LETTERS: Final = re.compile(r"[^\u4e00-\u9fff]|中华人民共和国|[（(][^）)]*[）)]")
_MARKED: Final = re.compile(r"征求意见|草案|draft", re.I)


@check(KEY, "政策与登记簿", "regulations and the register", "policy")
def run(rule: Rule, world: World) -> Iterable[Result]:
    """Hold one mention against the register; of an assessed one only what does not hold is told again."""
    mention = rule.mention
    name = mention.title.zh or mention.number
    if not name or (rule.assessed and rule.entry is None):
        return
    if rule.entry is None:
        said = MISSING.format(called(mention), mention.match_why)
        yield told(rule, "not_found", "existence", NOTHING, Text(said.zh, said.en.rstrip()))
        return
    entry = rule.entry
    if rule.again:
        yield from again(rule, entry)
        yield from numbers(rule, entry, world)
        yield from ranges(rule, entry)
        yield from classes(rule, entry)
        yield from turned(rule, entry)
        return
    dates = [*held(rule, entry)]
    limits = [*numbers(rule, entry, world), *ranges(rule, entry)]
    parts = [
        *_title(rule, entry),
        *number_told(rule, entry),
        *classes(rule, entry),
        *turned(rule, entry),
        *_article(rule, entry),
        *_issuer(rule, entry),
        *_departments(rule, entry),
        *dates,
        *limits,
    ]
    if rule.assessed:
        yield from (p for p in parts if isinstance(p, Finding))
        return
    yield from parts
    if any(isinstance(p, Finding) and mention.id in p.items for p in parts):
        return
    if mention.requirement.zh and not any(isinstance(p, Passed) for p in limits):
        what = TITLE_AND_DATE if any(isinstance(p, Passed) for p in dates) else ONLY_TITLE
        said = PARTLY.format(called(mention), what, quote(mention.requirement))
        yield Uncheckable(mention.id, say.prose(said), "title_only")
        return
    yield Passed(KEY, (mention.id,), VERDICTS["consistent"], quote(entry.title_and_number))


def _title(rule: Rule, entry: RegisterEntry) -> Iterable[Result]:
    title = rule.mention.title.zh
    if entry.status == "draft" and not _MARKED.search(title):
        when = say.day(entry.published) if entry.published else NO_DATE
        yield told(rule, "differs", "draft", NOTHING, DRAFT.format(called(rule.mention), when))
    elif title and (
        rule.mention.match == "near" or (rule.mention.match == "number" and _is_another(title, entry))
    ):
        yield told(rule, "partly", "title", NOTHING, TITLE.format(called(rule.mention), quote(entry.title)))


def _is_another(title: str, entry: RegisterEntry) -> bool:
    """Whether a title beside the number of an entry is no short form of its title, letter by letter."""
    rest = iter(entry.title.zh)
    return not all(letter in rest for letter in _LETTERS.sub("", title))


def _article(rule: Rule, entry: RegisterEntry) -> Iterable[Result]:
    """The article that a sentence cites for what the register has in another: 第六百零八条 for 第六百八十条."""
    known = _ARTICLE.search(entry.title.zh)
    at = rule.mention.anchor.end
    found = _ARTICLE.match(rule.words(at, at + 2 * _NEAR).lstrip("》")) if known is not None else None
    if known is None or found is None or found[0] == known[0]:
        return
    if shared_words(entry.provisions.zh, rule.words(at, rule.start + len(rule.text))) >= _ALIKE:
        said = ARTICLE.format(called(rule.mention), quote(found[0]), quote(known[0]))
        yield told(rule, "differs", "article", formula("{} ≠ {}", quote(found[0]), quote(known[0])), said)


def _issuer(rule: Rule, entry: RegisterEntry) -> Iterable[Result]:
    found = issuer_told(rule)
    if found is None or not is_other(found[0], entry, first=rule.words(found[2], found[2] + 1) == "等"):
        return
    words, start, end = found
    said = ISSUER.format(called(rule.mention), quote(words), quote(entry.issuer))
    passage = Anchor(rule.mention.anchor.source, start, end, words)
    yield told(
        rule, "differs", "issuer", formula("{} ≠ {}", quote(words), entry.issuer), said, spans=(passage,)
    )


def _departments(rule: Rule, entry: RegisterEntry) -> Iterable[Result]:
    found = departments_told(rule)
    known = departments(entry)
    if found is None or not known or found[3] == known:
        return
    words, start, end, number = found
    said = DEPARTMENTS.format(called(rule.mention), quote(words), known, quote(entry.issuer))
    passage = Anchor(rule.mention.anchor.source, start, end, words)
    written = formula("{} ≠ {}", str(number), str(known))
    yield told(rule, "differs", "departments", written, said, spans=(passage,))
