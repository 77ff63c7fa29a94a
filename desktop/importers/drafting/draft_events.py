"""Dates of the prose become events: regulations issued, values that moved, things that happened."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from desktop.core.evidence import Event
from desktop.core.figure import Figure
from desktop.core.headline import from_to
from desktop.core.period import Period
from desktop.core.policy import PolicyMention
from desktop.core.text import Text, same
from desktop.importers.drafting.excerpt import cut
from desktop.importers.drafting.page import Page, period_of

_REACH: Final = 80  # characters to either side that a clause may take
_BREAK: Final = re.compile(r"[，。；！？!?;：\n|]|,(?!\d)")
_STOP: Final = re.compile(r"[。！？!?\n]")
_COMPARED: Final = re.compile(r"(?:较|比|与|同|不及|低于|高于)(?:了|之)?[ ]?$")
_LEAD: Final = re.compile(
    r"^(?:截至|截止|直到|早在|在|于|自|从|到|至|随着|而|但|其中|此后|[ 、，,：:的“”\"（）()]|起|以来|后)+"
)
_TAIL: Final = re.compile(r"(?:截至|截止到?|直到|早在|在|于|自|从|到|至|[ 、，,：:的“”\"（）()])+$")
_MEASURE: Final = re.compile(
    r"完成|推出|上线|启动|成立|发布|改造|整改|下架|关闭|停止|暂停|开放|接入|收购|合并|签署|上市|退出|调整|转向|取消|"
    r"关停|裁员|投产|开工|宣布|披露|召开|更名"
)
_ISSUED: Final = Text("《{}》发布", "{} published")
_FORCE: Final = Text("《{}》施行", "{} in force")
_MOVED: Final = Text("{0}：{1}", "{0}: {1}")
_LONGEST: Final = 30


def events(page: Page, figures: list[Figure], policies: list[PolicyMention]) -> list[Event]:
    """Return the events in the order of the text."""
    dates = [f for f in figures if f.is_date]
    starts = [d.anchor.start for d in dates]
    taken: set[str] = set()
    made = [
        _policy(page, p, dates, starts, taken) for p in policies if p.date and p.date.start and p.date.end
    ]
    made += _moves(page, figures, dates, starts, taken)
    prose = [f for f in figures if not f.table]
    for n, one in enumerate(prose):
        if one.is_date and one.id not in taken and one.period and one.period.start and one.period.end:
            event = _happening(page, one, prose, n)
            if event is not None:
                made.append(event)
    return sorted(made, key=lambda e: (e.anchor.start, e.anchor.end))


def _event(
    page: Page, kind: str, title: Text, period: Period, items: list[str], start: int, end: int
) -> Event:
    anchor = page.anchor(start, end)
    ident = page.mint("evt", anchor)
    return Event(ident, page.section_at(start), kind, title, period, tuple(dict.fromkeys(items)), anchor)


def _policy(
    page: Page, policy: PolicyMention, dates: list[Figure], starts: list[int], taken: set[str]
) -> Event:
    """The date of a regulation, anchored from its date to its title where both stand close."""
    start, end = policy.anchor.start, policy.anchor.end
    items = [policy.id]
    low, high = bisect_left(starts, start - 120), bisect_left(starts, end + 120)
    near = [d for d in dates[low:high] if d.period == policy.date]
    if near:
        date = min(near, key=lambda d: min(abs(d.anchor.start - end), abs(start - d.anchor.end)))
        taken.add(date.id)
        items.append(date.id)
        if "\n" not in page.text[min(start, date.anchor.start) : max(end, date.anchor.end)]:
            start, end = min(start, date.anchor.start), max(end, date.anchor.end)
    title = (_FORCE if policy.date_kind == "effective" else _ISSUED).format(policy.title)
    assert policy.date is not None
    return _event(page, "policy", Text(cut(title.zh, 60), cut(title.en, 120)), policy.date, items, start, end)


def _moves(
    page: Page, figures: list[Figure], dates: list[Figure], starts: list[int], taken: set[str]
) -> list[Event]:
    """From one value to the next, each with its time."""
    known = {f.id: f for f in figures}
    made = []
    for figure in figures:
        before = known.get(figure.change_from)
        if before is None or figure.table or not before.period or not figure.period:
            continue
        whole = f"{before.period.text.split('→')[0]}→{figure.period.text.split('→')[-1]}"
        period = period_of(whole)
        if before.period == figure.period or not period.start or not period.end or period.start > period.end:
            continue
        low, high = bisect_left(starts, before.anchor.start - 40), bisect_left(starts, figure.anchor.end)
        both = [d for d in dates[low:high] if d.period in (before.period, figure.period) and not d.table]
        taken.update(d.id for d in both)
        name = figure.indicator if figure.indicator.zh else figure.entity
        shown = from_to([before, figure])
        start = min([before.anchor.start, *(d.anchor.start for d in both)])
        items = [*(d.id for d in both), before.id, figure.id]
        title = _MOVED.format(name, shown) if name.zh else shown
        made.append(_event(page, "change", title, period, items, start, figure.anchor.end))
    return made


def _happening(page: Page, date: Figure, prose: list[Figure], n: int) -> Event | None:
    """What the clause of a date says; None for a date that something is only compared with."""
    text, (start, end) = page.text, (date.anchor.start, date.anchor.end)
    if text.startswith("同期", end) or _COMPARED.search(text, max(0, start - 4), start):
        return None
    low = max(
        (m.end() for m in _BREAK.finditer(text, max(0, start - _REACH), start)),
        default=max(0, start - _REACH),
    )
    high = _next(text, end)
    words = _bare(page, low, start, end, high)
    if (len(words) < 5 or words[-1] in "中后时") and high < len(text) and text[high] in "，,：":
        high = _next(text, high + 1)
        words = _bare(page, low, start, end, high)
    if len(words) < 3:
        return None
    stop = _STOP.search(text, end, end + 2 * _REACH)
    last = stop.start() if stop else high
    same_time = []
    for other in prose[n + 1 : n + 12]:
        if other.anchor.start >= last:
            break
        if not other.is_date and other.period == date.period:
            same_time.append(other)
    moved = any(f.role == "change" or f.direction for f in same_time)
    kind = "change" if moved else "measure" if _MEASURE.search(words) else "context"
    assert date.period is not None
    items = [date.id, *(f.id for f in same_time)]
    return _event(page, kind, same(cut(words, _LONGEST)), date.period, items, low, high)


def _next(text: str, pos: int) -> int:
    found = _BREAK.search(text, pos, min(len(text), pos + _REACH))
    return found.start() if found else min(len(text), pos + _REACH)


def _bare(page: Page, low: int, start: int, end: int, high: int) -> str:
    before, after = page.words(low, start), page.words(end, high)
    return _LEAD.sub("", f"{_TAIL.sub('', before)}{_LEAD.sub('', after)}").strip(" 的，,、")
