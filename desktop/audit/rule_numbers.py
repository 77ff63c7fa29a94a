"""The limits that a text ascribes to a document, against the numbers of its register entry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, is_chinese, quote, stated
from desktop.audit.check import Result, World
from desktop.audit.interval import value_of
from desktop.audit.nouns import noun
from desktop.audit.provisions import Provision, against, dimension_of, provisions, shared_words
from desktop.audit.rule_meant import closest, demanded, fined, like_figure, told_before
from desktop.audit.rule_referred import referred
from desktop.audit.rule_told import KEY, called, told
from desktop.audit.scope import Rule
from desktop.core.figure import Figure
from desktop.core.finding import Passed, Uncheckable
from desktop.core.policy import RegisterEntry
from desktop.core.text import NOTHING, Text
from desktop.core.verdict import VERDICTS

NUMBER = Text(
    "文中说{0}要求{1}，登记簿中该文件{2}。{3}",
    "The text says that {0} requires {1}; its register entry {2}. {3}",
)
NO_NUMBER = Text("没有这一数字", "has no such number")
OTHER_NUMBER = Text("写的是{0}", "has {0}")
ELSEWHERE = Text("{0}见于{1}发布的{2}：{3}{4}。", "{0} is found in {2}, published on {1}: {3}{4}.")
UNDATED = Text("{0}见于{1}：{2}。", "{0} is found in {1}: {2}.")
AFTER = Text("，晚于文中所写的{0}", ", later than {0}, the date in the text")
NOWHERE = Text("登记簿其他文件中也没有同类的这一数字。", "No other entry has it for a like matter.")
WHOSE = Text("文中没有写明约束的是哪一方。", " The text does not say which party it binds.")
LIMITED = Text(
    "按登记簿，{0}要求的{1}只适用于一种情形（{2}）；文中的要求同时涉及“{3}”，登记簿对此写的是{4}。",
    "By the register, {1} in {0} is the limit for one case only ({2}); the requirement in the text is also about "
    "“{3}”, for which the register has {4}.",
)
UNSAID = Text(
    "登记簿没有收录{0}的这项要求（{1}），无法核对。",
    "The register does not hold what {0} says on this ({1}), so it cannot be checked.",
)
_PARTY: Final = re.compile(r"合作方|对方|另一方|一方|双方|各方|银行|公司|机构|平台|partner|party|bank", re.I)
_BREAK: Final = re.compile(r"[。；，,|]")
_FORMER: Final = re.compile(r"[由从自]$")
_RAISED: Final = re.compile(r"[\u4e00-\u9fff]{0,4}[至到为]")
_CASE: Final = re.compile(
    r"(?:以[上下])?(?:[不未]|但[不未])[满足]|(?:以[上下])?的[，,]按"
)  # of what case, not what
_SOFT: Final = ("low",)
# Pairs of characters that make two matters alike, and those that make them the same: some rules always share one.
_LIKE, _SAME = 2, 3
_NAMED: Final = 3  # pairs of characters that a document counts for which the entry points to
_CLOSE: Final = 1e-4  # of a number: 三分之二 is told as 66.67%
_LONG: Final = 40  # characters of a requirement that a sentence can quote


def numbers(rule: Rule, entry: RegisterEntry, world: World) -> Iterable[Result]:
    """Hold every limit beside the mention against the entry, and look for the document that has it."""
    known = provisions(entry)
    for figure in rule.near:
        if figure.anchor.start < rule.mention.anchor.start or figure.is_date:
            continue
        words = told_before(rule, figure)
        if _FORMER.search(words) and _RAISED.match(figure.anchor.suffix):
            continue  # 由3亿元提高到10亿元: what it was before
        limit = figure.role == "threshold"
        number = value_of(figure)
        if number is None or not (limit or demanded(figure, words)):
            continue
        like = like_figure(known, figure, words)
        about = f"{figure.indicator.zh}{figure.entity.zh}{rule.mention.requirement.zh}"
        hit = next(
            (
                p
                for p in like
                if abs(p.number - number) <= _CLOSE * number and not against(p, figure.comparator)
            ),
            None,
        )
        meant = closest(like, words + figure.indicator.zh) or _only_count(like, figure) or fined(like, figure)
        if not meant and not rule.again:  # 法定休假日安排工作的，《…》要求不低于工资的…
            meant = closest(like, rule.words(rule.start, rule.mention.anchor.start) + words)
        if hit is not None and meant and not any(_same(p, hit, number) for p in meant):
            hit = None
        if hit is None and ((not limit and not meant) or _CASE.match(figure.anchor.suffix)):
            continue  # a number that may be anything but a demand of the document
        if hit is not None:
            other = _limited(hit, like, about)
            until = referred(rule, entry, hit, figure, world) if other is None else None
            if until is not None:
                yield until
            elif other is None:
                yield Passed(KEY, (figure.id, rule.mention.id), VERDICTS["consistent"], hit.words)
            else:
                said = LIMITED.format(
                    called(rule.mention),
                    stated(figure),
                    quote(hit.words),
                    other.limited,
                    quote(other.words),
                )
                yield told(rule, "partly", "limited", NOTHING, said, (figure,))
            continue
        subject = meant or [p for p in like if shared_words(p.subject, about) >= _LIKE]
        source = _elsewhere(world, entry, figure, number, about, _LIKE if subject else _SAME)
        if not known or entry.confidence in _SOFT or (not subject and source is None):
            yield Uncheckable(
                figure.id, UNSAID.format(called(rule.mention), stated(figure)), "register_silent"
            )
            continue
        there = _found(rule, figure, *source) if source else NOWHERE
        has = OTHER_NUMBER.format(quote(subject[0].words)) if subject else NO_NUMBER
        said = NUMBER.format(called(rule.mention), _required(rule, figure), has, there)
        written = (
            formula("{} ≠ {}", bare(figure), say.listed([p.words for p in subject[:3]]))
            if subject
            else NOTHING
        )
        yield told(rule, "differs", "requirement", written, said, (figure,))


def _same(meant: Provision, hit: Provision, number: float) -> bool:
    """Whether what is meant has the number, or stands in one clause with it: 价款的10倍或者损失的3倍."""
    return abs(meant.number - number) <= _CLOSE * number or meant.words == hit.words


def _only_count(like: list[Provision], figure: Figure) -> list[Provision]:
    """The one number of the entry in the unit of a count: 共有11类."""
    return like if len(like) == 1 and like[0].counted and figure.unit == f"count:{like[0].counted}" else []


def _required(rule: Rule, figure: Figure) -> Text:
    """The requirement in the words of the text where they are short, else the name and value of the limit."""
    words, shown = rule.mention.requirement, stated(figure)
    whole = words.zh if figure.anchor.quote in words.zh and len(words.zh) <= _LONG else ""
    cited = quote(whole).zh
    name = noun(figure.indicator.zh) if figure.indicator.zh not in shown.zh else ""
    zh = cited if whole else f"{name}{shown.zh}"
    en = words.en if whole and not is_chinese(words.en) else shown.en + (f" ({cited})" if whole else "")
    return Text(zh, en)


def _found(rule: Rule, figure: Figure, source: RegisterEntry, provision: Provision) -> Text:
    number, when = bare(figure), rule.mention.date
    if source.published is None:
        said = UNDATED.format(number, quote(source.title), quote(provision.words))
    else:
        late = when is not None and when.end is not None and when.end < source.published
        after = AFTER.format(say.time(when)) if late and when is not None else NOTHING
        said = ELSEWHERE.format(
            number, say.day(source.published), quote(source.title), quote(provision.words), after
        )
    clause = _BREAK.split(figure.anchor.prefix.replace(rule.mention.title.zh, ""))[-1]
    unsaid = provision.of_partner and not _PARTY.search(clause)
    return Text("{0}{1}", "{0}{1}").format(said, WHOSE) if unsaid else said


def _limited(hit: Provision, like: list[Provision], about: str) -> Provision | None:
    """Another number for the very matter that the text goes on to speak of."""
    if not hit.limited:
        return None
    for other in like:
        if (
            (
                other is not hit
                and other.limited
                and shared_words(other.subject, hit.subject)
                and other.number != hit.number
            )
            and shared_words(other.limited, about)
            and not shared_words(hit.limited, about)
        ):
            return other
    return None


@lru_cache(maxsize=4096)
def _named(entry: RegisterEntry, other: RegisterEntry) -> bool:
    """Whether an entry itself points to another document by its number: 30%出自银保监办发〔2021〕24号."""
    words = f"{entry.key_numbers.zh}{entry.provisions.zh}"
    return any(n.strip() in words for n in other.number.split("；") if n.strip())


def _elsewhere(
    world: World, entry: RegisterEntry, figure: Figure, number: float, about: str, least: int
) -> tuple[RegisterEntry, Provision] | None:
    best: tuple[int, RegisterEntry, Provision] | None = None
    for other in world.record.register:
        if other.id == entry.id or other.status == "draft":
            continue
        for one in provisions(other):
            if one.dimension == dimension_of(figure) and abs(one.number - number) <= _CLOSE * number:
                if one.dimension == "count" and figure.unit != f"count:{one.counted}":
                    continue  # 5种 is not 5日
                score = shared_words(one.subject, about) + _NAMED * _named(entry, other)
                if score >= least and (best is None or score > best[0]):
                    best = (score, other, one)
    return (best[1], best[2]) if best else None
