"""Regulations against the register: does it exist, under this title, of this date, saying this, and in force then?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.rule_numbers import numbers
from desktop.audit.rule_told import KEY, called, told
from desktop.audit.scope import Rule
from desktop.core.dated import OFFICIAL
from desktop.core.figure import Figure
from desktop.core.finding import Finding, Passed, Uncheckable
from desktop.core.policy import RegisterEntry
from desktop.core.text import NOTHING, Text, same
from desktop.core.verdict import VERDICTS

MISSING = Text(
    "登记簿没有收录{0}，这不等于它不存在。{1}",
    "The register has no {0}, which does not mean that there is none. {1}",
)
DRAFT = Text(
    "登记簿中{0}只有征求意见稿（{1}），没有以此名称正式出台的记录。",
    "The register has {0} only as a draft for comments ({1}), with no record of a final document of that name.",
)
TITLE = Text(
    "文中写{0}，登记簿中的正式名称是{1}。",
    "The text says {0}; the official title in the register is {1}.",
)
DATE = Text("文中说{0}{3}于{1}，登记簿的{3}日期是{2}。", "The text has {0} {3} in {1}; the register has {2}.")
EARLY = Text(
    "文中把{1}的事归因于{0}，登记簿记载它自{2}起才施行。",
    "The text puts something of {1} down to {0}, which by the register took effect only on {2}.",
)
LATE = Text(
    "文中在{1}仍援引{0}，登记簿记载它已于{2}失效{3}。",
    "The text still cites {0} in {1}, but by the register it ended on {2}{3}.",
)
PARTLY = Text(
    "只核对了{0}的{1}，与登记簿相符；要求{2}未核对。",
    "Only the {1} of {0} was held against the register, and agrees; the requirement {2} was not checked.",
)
ONLY_TITLE: Final = Text("名称", "title")
TITLE_AND_DATE: Final = Text("名称和时间", "title and date")
NO_DATE: Final = Text("日期不详", "date unknown")
VERBS: Final = dict(OFFICIAL)
_OF_NEXT: Final = re.compile(r"[^，。；《]{0,12}的《")  # 2021年9月1日起施行的《…》: of the one that follows
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
    dates = [*_date(rule, entry)]
    limits = [*numbers(rule, entry, world)]
    parts = [*_title(rule, entry), *dates, *_force(rule, entry), *limits]
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
    elif rule.mention.match == "near" and title:
        yield told(rule, "partly", "title", NOTHING, TITLE.format(called(rule.mention), quote(entry.title)))


def _date(rule: Rule, entry: RegisterEntry) -> Iterable[Result]:
    mention, when = rule.mention, rule.mention.date
    if when is None or when.start is None or when.end is None or "published" in entry.unverified:
        return
    effective = mention.date_kind == "effective"
    known = (
        [entry.effective]
        if effective
        else [entry.published, entry.document_date, entry.effective if entry.published is None else None]
    )
    days = [d for d in known if d is not None]
    if not days:
        return
    own = tuple(f for f in rule.near if f.is_date and f.period == when)
    hit = next((d for d in days if when.start <= d <= when.end), None)
    written = formula("{} {} {}", say.time(when), "≠" if hit is None else "=", say.day(hit or days[0]))
    if hit is not None:
        if own:
            yield Passed(KEY, (own[0].id,), VERDICTS["consistent"], written)
        return
    verb = VERBS["effective" if effective else "published"]
    said = DATE.format(called(mention), say.time(when), say.day(days[0]), verb)
    yield told(rule, "differs", "date", written, said, own[:1])


def _force(rule: Rule, entry: RegisterEntry) -> Iterable[Result]:
    """Whether the document was in force when the text says that something happened because of it."""
    mention = rule.mention
    when = next((f for f in rule.near if f.is_date and f.period and f.period.end and f.period != mention.date
                 and "→" not in f.period.text and _its_own(rule, f)), None)  # fmt: skip
    if when is None or when.period is None or when.period.end is None or when.period.start is None:
        return
    name, shown = called(mention), say.time(when.period)
    begins: date | None = entry.effective or entry.published
    if begins is not None and when.period.end < begins:
        yield told(
            rule,
            "differs",
            "early",
            formula("{} < {}", shown, say.day(begins)),
            EARLY.format(name, shown, say.day(begins)),
            (when,),
        )
    elif entry.ended is not None and when.period.start > entry.ended:
        after = (
            Text("，由后来的文件取代", ", replaced by a later document") if entry.superseded_by else same("")
        )
        ended = say.day(entry.ended)
        said = LATE.format(name, shown, ended, after)
        yield told(rule, "differs", "ended", formula("{} > {}", shown, ended), said, (when,))


def _its_own(rule: Rule, when: Figure) -> bool:
    """Whether no other document stands between a mention and a later date, or is told of by it."""
    at = rule.mention.anchor
    apart = max(0, when.anchor.start - at.end)
    between = when.anchor.prefix[max(0, len(when.anchor.prefix) - apart) :]
    return (
        when.anchor.start > at.start
        and "《" not in between.lstrip("》")
        and not _OF_NEXT.match(when.anchor.suffix)
    )
