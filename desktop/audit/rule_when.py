"""When a document was issued and in force, by the text and by the register."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula
from desktop.audit.check import Result
from desktop.audit.rule_dates import Told, dates_told, obeyed_before, resumed
from desktop.audit.rule_told import KEY, called, told
from desktop.audit.scope import Rule
from desktop.core.dated import OFFICIAL
from desktop.core.figure import Figure
from desktop.core.finding import Passed
from desktop.core.period import Period
from desktop.core.policy import RegisterEntry
from desktop.core.text import Text, same
from desktop.core.verdict import VERDICTS

DATE = Text(
    "文中说{0}{3}于{1}，登记簿的{3}日期是{2}。", "The text has {0} {3} {4} {1}; the register has {2}."
)
SINCE = Text(
    "文中说{0}在{1}已有要求，登记簿记载它{2}才{3}。",
    "The text has {0} demand something in {1} already; by the register it was {3} only on {2}.",
)
TRANSITION = Text(
    "文中说{0}的过渡期到{1}，登记簿写的日期是{2}。",
    "The text has the transition of {0} end on {1}; the register has {2}.",
)
EARLY = Text(
    "文中把{1}的事归因于{0}，登记簿记载它自{2}起才施行。",
    "The text puts something of {1} down to {0}, which by the register took effect only on {2}.",
)
LATE = Text(
    "文中在{1}仍援引{0}，登记簿记载它已于{2}失效{3}。",
    "The text still cites {0} in {1}, but by the register it ended on {2}{3}.",
)
VERBS: Final = dict(OFFICIAL)
_ON, _IN = same("on"), same("in")
_OF_NEXT: Final = re.compile(r"[^，。；《]{0,12}的《")  # 2021年9月1日起施行的《…》: of the one that follows
_AHEAD_OF: Final = re.compile(r"(?:前|前夕|以前|之前)的?$")  # 《…》出台前的2019年
_MEANWHILE: Final = re.compile(r"[那当此其][时前]|同期|早在|早已|文号")  # what follows is of something else
_AHEAD: Final = re.compile(r"(?:以|之)?前(?![后年月])")
_STANDARD: Final = re.compile(r"(?:GB|JR|YD|GA)/[TZ]")
_EACH: Final = re.compile(r"分别|先后|依次|respectively")  # several documents, each with a date of its own
_HEARSAY: Final = timedelta(days=60)
_BEGUN: Final = re.compile(r"自(\d{4})年(\d{1,2})月(\d{1,2})日起施行")
_DAY: Final = re.compile(r"((?:19|20)\d\d)(?:年|-)(\d{1,2})(?:月|-)(\d{1,2})")


def held(rule: Rule, entry: RegisterEntry) -> Iterable[Result]:
    """Hold the dates that a sentence gives a document, and those of what it is said to have caused."""
    claims = dates_told(rule)
    if claims:
        for claim in claims:
            yield from _claim(rule, entry, claim)
    else:
        yield from _date(rule, entry)
    yield from _force(rule, entry, claims)


def again(rule: Rule, entry: RegisterEntry) -> Iterable[Result]:
    """Hold the dates that a later sentence gives the document: 这部法律自2021年11月1日起施行."""
    for claim in resumed(rule):
        yield from _claim(rule, entry, claim)


def _days(entry: RegisterEntry, kind: str) -> list[date]:
    issued = [entry.published, entry.document_date]
    begun = [entry.effective]
    days = {"published": issued, "effective": begun}.get(kind, issued + begun)
    known = [d for d in days if d is not None]
    return known or [d for d in issued + begun if d is not None]


@lru_cache(maxsize=500)
def _other_days(entry: RegisterEntry) -> tuple[date, ...]:
    """The other days that an entry knows of: of an amendment, of the end of a transition."""
    words = f"{entry.status_note.zh}；{entry.key_numbers.zh}；{entry.provisions.zh}"
    days = []
    for found in _DAY.finditer(words):
        try:
            days.append(date(int(found[1]), int(found[2]), int(found[3])))
        except ValueError:  # a number that only looks like a day
            continue
    return tuple(dict.fromkeys(days))


def _nearest(entry: RegisterEntry, kind: str, days: list[date], when: date) -> date:
    """The day to hold up against a wrong one: of a law with several texts that of the text meant, the nearest."""
    if kind != "effective":
        return days[0]
    begun = [date(int(y), int(m), int(d)) for y, m, d in _BEGUN.findall(entry.status_note.zh)]
    return min((*days, *begun), key=lambda day: abs((day - when).days))


def _unsure(entry: RegisterEntry, kind: str, when: Period) -> bool:
    """Whether a date that the register has only from hearsay may be the one that is told: weeks off at most."""
    if "all" in entry.unverified:
        return True
    fields = {"published": ("published", "document_date"), "effective": ("effective",)}
    every = {"published": entry.published, "document_date": entry.document_date, "effective": entry.effective}
    loose = [every[f] for f in fields.get(kind, tuple(every)) if f in entry.unverified]
    return any(
        d is not None and when.start is not None and when.end is not None
        and d - _HEARSAY <= when.end and when.start <= d + _HEARSAY
        for d in loose
    )  # fmt: skip


def _claim(rule: Rule, entry: RegisterEntry, claim: Told) -> Iterable[Result]:
    when, days = claim.period, _days(entry, claim.kind)
    if not days or when.start is None or when.end is None or _unsure(entry, claim.kind, when):
        return
    start, end = when.start, when.end
    hit = next((d for d in (*days, *_other_days(entry)) if start <= d <= end), None)
    if hit is not None:
        yield Passed(
            KEY, (claim.figure.id,), VERDICTS["consistent"], formula("{} = {}", say.time(when), say.day(hit))
        )
        return
    name, shown = called(rule.mention), say.time(when)
    if claim.kind == "transition":
        known = [d for d in _other_days(entry) if d not in days]
        if known:
            said = TRANSITION.format(name, shown, say.listed([say.day(d) for d in known]))
            yield told(
                rule, "differs", "date", formula("{} ≠ {}", shown, say.day(known[-1])), said, (claim.figure,)
            )
        return
    if claim.kind == "since":
        first = min(days)
        if end < first:
            said = SINCE.format(name, shown, say.day(first), VERBS["published"])
            written = formula("{} < {}", shown, say.day(first))
            yield told(rule, "differs", "date", written, said, (claim.figure,))
        return
    known_day = _nearest(entry, claim.kind, days, start)
    written = formula("{} ≠ {}", shown, say.day(known_day))
    verb = VERBS["effective" if claim.kind == "effective" else "published"]
    said = DATE.format(name, shown, say.day(known_day), verb, _ON if start == end else _IN)
    yield told(rule, "differs", "date", written, said, (claim.figure,))


def _date(rule: Rule, entry: RegisterEntry) -> Iterable[Result]:
    mention, when = rule.mention, rule.mention.date
    if when is None or when.start is None or when.end is None:
        return
    kind = "effective" if mention.date_kind == "effective" else "either" if rule.text else "published"
    days = _days(entry, kind)
    if not days or _unsure(entry, kind, when):
        return
    own = tuple(f for f in rule.near if f.is_date and f.period == when)
    hit = next((d for d in (*days, *_other_days(entry)) if when.start <= d <= when.end), None)
    written = formula("{} {} {}", say.time(when), "≠" if hit is None else "=", say.day(hit or days[0]))
    if hit is not None:
        if own:
            yield Passed(KEY, (own[0].id,), VERDICTS["consistent"], written)
        return
    verb = VERBS["effective" if kind == "effective" else "published"]
    at = _ON if when.start == when.end else _IN
    said = DATE.format(called(mention), say.time(when), say.day(days[0]), verb, at)
    yield told(rule, "differs", "date", written, said, own[:1])


def _force(rule: Rule, entry: RegisterEntry, claims: tuple[Told, ...]) -> Iterable[Result]:
    """Whether the document was in force when the text says that something happened because of it."""
    mention = rule.mention
    if _EACH.search(rule.text):
        return
    taken = {c.figure.id for c in claims}
    when = next((f for f in rule.near if f.is_date and f.period and f.period.end and f.period != mention.date
                 and "→" not in f.period.text and f.id not in taken
                 and _its_own(rule, f) and not _of_issue(f, entry)), None)  # fmt: skip
    if when is not None and when.period is not None and not claims:
        yield from _in_force(rule, entry, when, when.period, entry.effective or entry.published)
        return
    earlier = obeyed_before(rule) if not claims else None
    if earlier is not None and earlier.period is not None and not _of_issue(earlier, entry):
        issued = [d for d in (entry.document_date, entry.published) if d is not None]
        yield from _in_force(rule, entry, earlier, earlier.period, min(issued, default=entry.effective))


def _of_issue(when: Figure, entry: RegisterEntry) -> bool:
    """Whether a date is that of the issue itself, or only bounds something: 2024年6月30日前登记的公司应当…."""
    days = (entry.published, entry.document_date)
    issued = when.period is not None and when.period.start == when.period.end and when.period.end in days
    return issued or _AHEAD.match(when.anchor.suffix) is not None


def _in_force(
    rule: Rule, entry: RegisterEntry, when: Figure, period: Period, begins: date | None
) -> Iterable[Result]:
    if period.end is None or period.start is None:
        return
    name, shown = called(rule.mention), say.time(period)
    if begins is not None and period.end < begins:
        first = say.day(entry.effective or begins)
        said = EARLY.format(name, shown, first)
        yield told(rule, "differs", "early", formula("{} < {}", shown, first), said, (when,))
    elif entry.ended is not None and period.start > entry.ended:
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
        and "；" not in between
        and _STANDARD.search(between) is None
        and _AHEAD_OF.search(between) is None
        and _MEANWHILE.search(between) is None
        and not _OF_NEXT.match(when.anchor.suffix)
    )
