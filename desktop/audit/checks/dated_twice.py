"""One event dated twice, and differently: 2月14日停售 here, 3月14日：停售 there; one law in force on two dates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "dated_twice"
_EVENT: Final = re.compile(
    r"[：:，,]?\s*(?:正式|全面|最终|终于|彻底|公司|平台|产品)*(?P<event>[\u4e00-\u9fff]{2,4}?)"
    r"(?=(?:之?后|时|当天|那天|以来)?了?的?(?:[，,。；;、）)\n]|$))"
)
_NOT: Final = re.compile(r"[年月日比增降升跌前后]|发布|公告|披露|同期|起|数据|以来|为止|期间")
_TITLE: Final = r"《(?P<title>[^》\n]{4,40})》"
# What a text says was done to a document on a date, before its title or behind it.
_OF_RULE: Final = re.compile(
    rf"(?:日?起)?(?:正式|开始)?(?P<done>施行|实施|生效|发布|公布|印发|通过|出台)的{_TITLE}"
)
_RULE_OF: Final = re.compile(rf"{_TITLE}(?:（[^）\n]{{0,30}}）)?(?:已|则|也|就|正式|将)*(?:于|自|在|从)?$")
_DONE: Final = re.compile(r"(?:日?起)?(?:正式|开始)*(?P<done>施行|实施|生效|发布|公布|印发|通过|出台)")
_SAME: Final = {"实施": "施行", "生效": "施行", "公布": "发布", "印发": "发布", "出台": "发布"}
_DATES: Final = re.compile(r"[\d年月日号]+|[，。；：、“”《》（）\s]|公司|平台|开始|正式|其中")
_WORD: Final = re.compile(r"[\u4e00-\u9fff]{2}")
_WIDE: Final = 60  # characters on either side of a date in which its document is named
# 顺风车上线于2021年4月: what happened stands before its date.
_AHEAD: Final = re.compile(r"(?P<what>[\u4e00-\u9fff]{2,4})(?P<event>[\u4e00-\u9fff]{2})(?:于|是在|在)$")
_OPENS_LINE: Final = re.compile(r"(?:^|\n)[ \t]*(?:[-*•·+][ \t]*|\d{1,2}[.、)）][ \t]*)?(?:\*\*)?$")
_NO_EVENT: Final = re.compile(r"[的了在与和]|同期|截至|相比|不[再能]|计划|预计|停留|低于|高于|位于|处于")
TURNED: Final = Text(
    "文中{0}与{1}的月和日正好互换；若指同一件事，至少一处有误。",
    "{0} and {1} have month and day the other way round; if they mean one event, one of them is wrong.",
)
WRONG = Text(
    "{0}在文中写了两次，日期不同：{1}和{2}。", "The text dates {0} twice, and differently: {1} and {2}."
)


@check(KEY, "同一事件的日期", "one event dated twice", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Hold the dates of one event in different parts of a text against each other."""
    told: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    rules: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    texts = {s.id: s.text for s in whole.dossier.sources}
    for figure in whole.dossier.figures:
        if not figure.is_date or figure.table or figure.period is None or "→" in figure.period.text:
            continue
        text = texts.get(figure.anchor.source, "")
        event = _EVENT.match(text, figure.anchor.end)
        if event is not None and not _NOT.search(event["event"]):
            told[figure.anchor.source, event["event"]].append(figure)
        for title, done in _documents(text, figure) if "《" in text else ():
            rules[title, done].append(figure)
    for (_, words), dates in told.items():
        if len(dates) == 2 and dates[0].factor != dates[1].factor and _misprint(*dates):
            yield _told(quote(words), dates[0], dates[1])
    yield from _turned(whole.dossier, texts)
    yield from _against_rows(whole.dossier, told)
    yield from _against_lines(whole.dossier, texts)
    for (title, done), dates in rules.items():
        apart = next((f for f in dates[1:] if _differs(dates[0], f)), None)
        if apart is not None:
            yield _told(Text(f"《{title}》的{done}", f"《{title}》"), dates[0], apart)


def _turned(dossier: Dossier, texts: dict[str, str]) -> Iterator[Result]:
    """A day whose month and day are those of another day of the text the other way round: 10月9日, and 9月10日."""
    days: dict[tuple[int, int, int], list[Figure]] = defaultdict(list)
    for figure in dossier.figures:
        period = figure.period
        if figure.is_date and period is not None and period.start is not None and period.start == period.end:
            days[period.start.year, period.start.month, period.start.day].append(figure)
    for (year, month, day), own in days.items():
        others = days.get((year, day, month), []) if month > day else []
        if month == day or not others:
            continue
        one, other = own[0], others[0]
        there = [texts.get(f.anchor.source, "")[max(0, f.anchor.start - _WIDE) : f.anchor.end + _WIDE]
                 for f in (one, other)]  # fmt: skip
        if _pairs(there[0]) & _pairs(there[1]):
            written = formula("{} ≠ {}", bare(one), bare(other))
            said = TURNED.format(bare(one), bare(other))
            yield say.finding(KEY, "conflict", (other, one), written, said, "turned")


def _pairs(words: str) -> set[str]:
    """The pairs of characters of words, without those of dates."""
    plain = _DATES.sub("|", words)
    return {
        pair for n in range(len(plain) - 1) if "|" not in (pair := plain[n : n + 2]) and _WORD.match(pair)
    }


def _against_rows(dossier: Dossier, told: dict[tuple[str, str], list[Figure]]) -> Iterator[Result]:
    """The dates of the prose against the one row of a table of dates that has the event in its words."""
    rows: list[tuple[str, Figure]] = []
    for figure in dossier.figures:
        table = dossier.table_of(figure.id) if figure.is_date and figure.table else None
        if table is not None and figure.row and figure.row <= len(table.rows) and figure.period is not None:
            cells = [c.text or "" for c in table.rows[figure.row - 1]]
            if sum(any(char.isdecimal() for char in c) for c in cells) == 1:
                rows.append(("|".join(cells), figure))
    for (_, words), dates in told.items() if rows else ():
        own = [figure for cells, figure in rows if words in cells]
        if len(own) == 1 and len(dates) == 1 and _misprint(own[0], dates[0]):
            yield _told(quote(words), own[0], dates[0])


def _against_lines(dossier: Dossier, texts: dict[str, str]) -> Iterator[Result]:
    """A date behind its event against the one dated line of a list that tells of the same thing and event."""
    lines: list[tuple[str, Figure]] = []
    ahead: list[tuple[str, str, Figure]] = []
    for figure in dossier.figures:
        if not figure.is_date or figure.table or figure.period is None or "→" in figure.period.text:
            continue
        text, at = texts.get(figure.anchor.source, ""), figure.anchor.start
        if _OPENS_LINE.search(text, max(0, at - 8), at):
            end = text.find("\n", at)
            lines.append((text[figure.anchor.end : end if end >= 0 else len(text)], figure))
        elif (match := _AHEAD.search(text, max(0, at - 12), at)) and not _NO_EVENT.search(match[0]):
            ahead.append((match["what"][-2:], match["event"], figure))
    for what, event, figure in ahead if len(lines) > 1 else ():
        own = [told for words, told in lines if what in words and event in words]
        if len(own) == 1 and _misprint(own[0], figure):
            yield _told(quote(what + event), own[0], figure)


def _documents(text: str, figure: Figure) -> Iterator[tuple[str, str]]:
    """The document of which a date says when it was issued or came into force."""
    begin, end = figure.anchor.start, figure.anchor.end
    ahead = _OF_RULE.match(text, end, end + _WIDE)
    if ahead is not None:
        yield ahead["title"], _SAME.get(ahead["done"], ahead["done"])
        return
    done = _DONE.match(text, end, end + 8)
    named = _RULE_OF.search(text[max(0, begin - _WIDE) : begin]) if done is not None else None
    if done is not None and named is not None:
        yield named["title"], _SAME.get(done["done"], done["done"])


def _told(what: Text, one: Figure, other: Figure) -> Result:
    said = WRONG.format(what, bare(one), bare(other))
    return say.finding(KEY, "inconsistent", (other, one), formula("{} ≠ {}", bare(one), bare(other)), said)


def _differs(one: Figure, other: Figure) -> bool:
    """Whether neither of two dates lies within the other."""
    a, b = one.period, other.period
    if a is None or b is None or not (a.start and a.end and b.start and b.end):
        return False
    return a.end < b.start or b.end < a.start


def _misprint(one: Figure, other: Figure) -> bool:
    """Whether two dates, to the month or the day, differ in exactly one of year, month and day."""
    if one.period is None or other.period is None:
        return False
    parts = list(zip(one.period.text.split("-"), other.period.text.split("-"), strict=False))
    if len(parts) < 2 or not all(a.isdecimal() and b.isdecimal() for a, b in parts):
        return False
    return sum(a != b for a, b in parts) == 1
