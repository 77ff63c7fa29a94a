"""Regulations against the register: does it exist, under this title, of this date, saying this, and in force then?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.provisions import Provision, dimension_of, provisions, shared_words
from desktop.audit.scope import Rule
from desktop.core.figure import Figure
from desktop.core.finding import Finding, Input, Passed, Uncheckable, ident
from desktop.core.policy import RegisterEntry
from desktop.core.text import Text, same
from desktop.core.verdict import VERDICTS

KEY: Final = "policy"
REGISTER: Final = Text("登记簿", "register")
MISSING = Text(
    "登记簿中没有“{0}”；未收录不等于不存在。{1}",
    "The register has no “{0}”; that does not mean that it does not exist. {1}",
)
DRAFT = Text(
    "“{0}”在登记簿中只有征求意见稿（{1}），没有以此名称正式出台的记录。",
    "The register has “{0}” only as a draft for comments ({1}), not as a final document.",
)
TITLE = Text(
    "文中的名称“{0}”不是正式名称，登记簿中为“{1}”。",
    "“{0}” is not the official title; the register has “{1}”.",
)
DATE = Text(
    "文中说“{0}”{3}于{1}，登记簿的{3}日期是{2}。", "The text has “{0}” {3} in {1}; the register has {2}."
)
EARLY = Text(
    "文中把{1}的事归因于“{0}”，但它自{2}起才施行。",
    "The text puts something of {1} down to “{0}”, which took effect only on {2}.",
)
LATE = Text(
    "文中在{1}仍援引“{0}”，但它已于{2}失效{3}。",
    "The text still cites “{0}” in {1}, but it ended on {2}{3}.",
)
NUMBER = Text(
    "文中说“{0}”要求{1}，登记簿所载该文件{3}；{2}",
    "The text says that “{0}” requires {1}; the register entry {3}. {2}",
)
NO_NUMBER = Text("没有这一数字", "has no such number")
OTHER_NUMBER = Text("写的是{0}", "has {0}")
ELSEWHERE = Text("这一数字见于“{0}”：{1}。", "The number is found in “{0}”: {1}.")
NOWHERE = Text("登记簿其他文件中也没有同类的这一数字。", "No other entry has it for a like matter.")
LIMITED = Text(
    "“{0}”的{1}只适用于“{2}”；文中说到的“{3}”，登记簿写的是{4}。",
    "In “{0}”, {1} holds only for “{2}”; for “{3}” the register has {4}.",
)
UNSAID = Text(
    "登记簿没有收录“{0}”的这项要求，无法核对。",
    "The register does not hold what “{0}” says on this, so it cannot be checked.",
)
VERBS: Final[dict[str, Text]] = {
    "published": Text("发布", "published"),
    "effective": Text("施行", "in effect"),
}
_MARKED: Final = re.compile(r"征求意见|草案|draft", re.I)
_SOFT: Final = ("low",)


@check(KEY, "政策与登记簿", "regulations and the register", "policy")
def run(rule: Rule, world: World) -> Iterable[Result]:
    """Hold one mention against the register; an assessed one is left to its assessment."""
    mention = rule.mention
    name = mention.title.zh or mention.number
    if rule.assessed or not name:
        return
    if rule.entry is None:
        said = MISSING.format(name, mention.match_why)
        yield _told(rule, "not_found", "existence", "", said)
        return
    parts = [
        *_title(rule, rule.entry),
        *_date(rule, rule.entry),
        *_force(rule, rule.entry),
        *_numbers(rule, rule.entry, world),
    ]
    yield from parts
    if not any(isinstance(p, Finding) and mention.id in p.items for p in parts):
        yield Passed(
            KEY,
            (mention.id,),
            VERDICTS["consistent"],
            f"{rule.entry.title.zh}{' ' + rule.entry.number if rule.entry.number else ''}",
        )


def _told(
    rule: Rule, verdict: str, kind: str, formula: str, said: Text, figures: tuple[Figure, ...] = ()
) -> Finding:
    items = (rule.mention.id, *(f.id for f in figures))
    inputs = list(say.inputs(*figures))
    if rule.entry is not None:
        inputs.append(Input(REGISTER, rule.entry.title))
    spans = (rule.mention.anchor, *(f.anchor for f in figures))
    return Finding(
        ident("fnd", KEY, items, kind),
        KEY,
        VERDICTS[verdict],
        items,
        tuple(inputs),
        formula,
        said,
        spans,
        kind,
    )


def _title(rule: Rule, entry: RegisterEntry) -> Iterable[Result]:
    title = rule.mention.title.zh
    if entry.status == "draft" and not _MARKED.search(title):
        when = entry.published.isoformat() if entry.published else "–"
        yield _told(rule, "differs", "draft", f"{title} ~ {entry.title.zh}", DRAFT.format(title, when))
    elif rule.mention.match == "near" and title:
        yield _told(rule, "partly", "title", f"{title} ~ {entry.title.zh}", TITLE.format(title, entry.title))


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
    formula = f"{when.text} ~ {days[0].isoformat()}"
    if any(when.start <= d <= when.end for d in days):
        if own:
            yield Passed(KEY, (own[0].id, mention.id), VERDICTS["consistent"], formula)
        return
    verb = VERBS["effective" if effective else "published"]
    said = DATE.format(mention.title, when.shown(), same(days[0].isoformat()), verb)
    yield _told(rule, "differs", "date", formula, said, own[:1])


def _force(rule: Rule, entry: RegisterEntry) -> Iterable[Result]:
    """Whether the document was in force when the text says that something happened because of it."""
    mention = rule.mention
    when = next((f for f in rule.near if f.is_date and f.period and f.period.end and f.period != mention.date
                 and "→" not in f.period.text and f.anchor.start > mention.anchor.start), None)  # fmt: skip
    if when is None or when.period is None or when.period.end is None or when.period.start is None:
        return
    name, shown = mention.title, when.period.shown()
    begins: date | None = entry.effective or entry.published
    if begins is not None and when.period.end < begins:
        yield _told(
            rule,
            "differs",
            "early",
            f"{when.period.text} < {begins}",
            EARLY.format(name, shown, same(begins.isoformat())),
            (when,),
        )
    elif entry.ended is not None and when.period.start > entry.ended:
        after = (
            Text("，由后来的文件取代", ", replaced by a later document") if entry.superseded_by else same("")
        )
        yield _told(rule, "differs", "ended", f"{when.period.text} > {entry.ended}",
                    LATE.format(name, shown, same(entry.ended.isoformat()), after), (when,))  # fmt: skip


def _numbers(rule: Rule, entry: RegisterEntry, world: World) -> Iterable[Result]:
    known = provisions(entry)
    for figure in rule.near:
        if figure.role != "threshold" or figure.anchor.start < rule.mention.anchor.start:
            continue
        number = value_of(figure)
        if number is None:
            continue
        like = [p for p in known if p.dimension == dimension_of(figure)]
        about = f"{figure.indicator.zh}{figure.entity.zh}{rule.mention.requirement.zh}"
        hit = next((p for p in like if abs(p.number - number) <= 1e-9 * number), None)
        shown = say.printed(figure)
        if hit is not None:
            other = _limited(hit, like, about)
            if other is None:
                yield Passed(KEY, (figure.id, rule.mention.id), VERDICTS["consistent"], hit.words)
            else:
                said = LIMITED.format(rule.mention.title, shown, hit.limited, other.limited, other.words)
                yield _told(rule, "partly", "limited", hit.words, said, (figure,))
            continue
        subject = [p for p in like if shared_words(p.subject, about) >= 1]
        source = _elsewhere(world, entry, figure, number, about)
        if not known or entry.confidence in _SOFT or (not subject and source is None):
            yield Uncheckable(figure.id, UNSAID.format(rule.mention.title), "register_silent")
            continue
        there = ELSEWHERE.format(source[0].title, source[1].words) if source else NOWHERE
        has = OTHER_NUMBER.format(subject[0].words) if subject else NO_NUMBER
        said = NUMBER.format(rule.mention.title, shown, there, has)
        formula = f"{say.core(figure)} ∉ {{{'; '.join(p.words for p in subject[:3])}}}"
        yield _told(rule, "differs", "requirement", formula, said, (figure,))


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


def _elsewhere(
    world: World, entry: RegisterEntry, figure: Figure, number: float, about: str
) -> tuple[RegisterEntry, Provision] | None:
    best: tuple[int, RegisterEntry, Provision] | None = None
    for other in world.record.register:
        if other.id == entry.id or other.status == "draft":
            continue
        for one in provisions(other):
            if one.dimension == dimension_of(figure) and abs(one.number - number) <= 1e-9 * number:
                score = shared_words(one.subject, about)
                if score and (best is None or score > best[0]):
                    best = (score, other, one)
    return (best[1], best[2]) if best else None
