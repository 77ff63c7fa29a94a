"""Dates: what ends does not end before it begins."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.date_links import (
    after,
    dated_at,
    follows,
    later_base,
    of_next_year,
    out_of_row,
    over_before,
    reaches,
    still_to_come,
    until_before,
)
from desktop.audit.date_turns import not_yet_over, of_turns
from desktop.audit.moments import with_years
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.stages import in_order
from desktop.core.figure import Figure
from desktop.core.period import Period
from desktop.core.text import Text

KEY: Final = "date_order"
_BEGIN: Final = re.compile(
    r"启动|开工|开始|成立|立项|动工|创立|创办|上线|发布|公布|提出|签约|申请|投产|入职|开业|推出|开展"
    r"|着手|began|started|founded|launched|opened|published",
    re.I,
)
_FINISH: Final = re.compile(
    r"完成|竣工|结束|关闭|关停|下线|施行|实施|生效|获批|交付|验收|终止|停产|收官|建成|退出|注销|"
    r"停止|收尾|投产|投运|并网|贯通|封顶|投入使用|投用|启用|开通|通车|杀青|关张|停刊|completed|finished|"
    r"closed|ended|took effect|"
    r"effective",
    re.I,
)
# 6月30日首轮截止; 截止 before a date is of a count as of then
_CLOSES: Final = re.compile(r"[^，。；的]{0,6}(?:截止|截标|封盘)(?!的|日|时|到|前|后)")
# 5月5日结束的假期: what a conference was on, not what it began
_PUBLISHED: Final = re.compile(r"发布|公布|提出|推出|发起|上线")
_OF_A_THING: Final = re.compile(r"[^，。；的]{0,4}(?:结束|闭幕|落幕|收官|竣工|完成|截止|停止|终止)的")
_BACKDATED: Final = re.compile(r"追溯|溯及|回溯|倒推|此前|早在|在此之前|retroactive|backdated", re.I)
_TWO_THINGS: Final = re.compile(
    r"[一二三四五六七八九十甲乙丙丁\d]期|另一|的[^，。]{0,8}[中里]，?$"
)  # 二期开工，一期投产
_ASIDE: Final = re.compile(r"[天日]（|(?:比|较|(?<![合共协])同|与|相比于?)$")
_REPORTS: Final = re.compile(r"(?:公布|发布|披露|通报)[^，]{0,4}(?:统计|数据|报告|消息|结果|显示)")
_ATTRIBUTE: Final = re.compile(
    r"[\u4e00-\u9fff]{2,4}的(?=[^，。]{0,3}[旧老原]|[^，。]{0,6}[中里])"
)  # 到期的旧协议
_TO: Final = re.compile(r"^\s*(?:年?初|年?底|末)?\s*(?:至|到|—|–|-|~|～|→|to|until|through)\s*$")
ORDER = Text(
    "文中{0}（{1}）在前、{2}（{3}）在后，但后者的日期早于前者。",
    "The text puts {0} ({1}) before {2} ({3}), but the latter has the earlier date.",
)
RUNS = Text(
    "文中的期间从{1}到{3}，但终点早于起点。",
    "The text has a period from {1} to {3}, which is the earlier date.",
)
BACKWARDS = Text(
    "期间从{0}到{1}，终点早于起点。", "The period runs from {0} to {1}, which is the earlier date."
)
TURNS = Text(
    "按文中的次序，前一次是{0}，后一次是{1}，后一次的日期却更早。",
    "By its count the text has one turn on {0} and the next on {1}, but the next has the earlier date.",
)
NOT_OVER = Text(
    "文中在{0}公布结果，结果所属的事到{1}才结束。",
    "The text has results told on {0} of what ended only on {1}.",
)
AHEAD = Text(
    "文中说{0}预告了{1}的事，但{1}早于{0}。",
    "The text has {1} announced on {0} as still to come, but {1} is earlier.",
)
LATER = Text(
    "文中{0}的数与{1}相比说变化，但{1}晚于{0}，不能作为变化的起点。",
    "The text tells of a change from {1} to {0}, but {1} is the later of the two and no base for it.",
)
_GOES_ON: Final = re.compile(
    r"(?:,|,? (?:and|then))(?: (?:was|were|only|finally|then))* \w+(?: \w+)? (?:in|on|by) $"
)
_YEAR: Final = re.compile(r"\d{4}")


@check(KEY, "日期次序", "order of dates", "prose", needs={"prose": ("date",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Check ranges, beginnings and ends."""
    for low, high in of_turns(piece):
        yield _wrong(low, high, TURNS, "turns")
    for report, end in not_yet_over(piece):
        yield _wrong(report, end, NOT_OVER, "not_over")
    last: Sentence | None = None
    for sentence in piece.sentences:
        yield from _ranges(sentence)
        over = over_before(last, sentence) if last is not None else None
        if over is not None:
            yield from _order(*over)
        going_on = until_before(last, sentence) if last is not None else None
        if going_on is not None:
            yield from _order(*going_on, "", "")
        last = sentence
        if len(sentence.dates) < 2:
            continue
        dated = [f for f in with_years(sentence.dates) if _start(f) is not None and not _is_base(sentence, f)]
        for one, other in itertools.pairwise(dated):
            own = one.anchor.quote.partition(one.as_printed)[2]  # 2021年3月开始 is read as one
            first, then = own + sentence.between(one, other), after(sentence, other)
            if (
                _BACKDATED.search(first + then)
                or _TWO_THINGS.search(first)
                or (_PUBLISHED.search(first) and _of_all_year(one, other))
                or _REPORTS.search(first)
                or _ATTRIBUTE.match(then)
                or "《" in first  # the second date is of another document
            ):
                continue
            begins = _BEGIN.search(first)
            if begins and _PUBLISHED.match(begins[0]) and _OF_A_THING.match(then):
                continue
            ends = (
                (_FINISH.search(then) or _FINISH.search(first[-4:]) or _CLOSES.match(then))
                if begins
                else None
            )
            joined = (bool(_TO.match(first)) and not _same_year(one, other)) or reaches(
                sentence, one, first, other
            )
            told = (
                (begins[0], ends[0])
                if begins and ends
                else _stages(first, then) or _english(sentence, one, first)
            )
            if joined or told or follows(one, other, first, then):
                yield from _order(one, other, *(told or ("", "")))
            elif (at := dated_at(sentence, one, other, then)) is not None:
                yield from _order(*at)
            elif still_to_come(one, other, first):
                yield _ahead(one, other)
        for figure, base in later_base(sentence):
            yield _of_later(figure, base)
        wrong = out_of_row(sentence)
        if wrong is not None:
            yield from _order(wrong[1], wrong[0], "", "")


def _of_all_year(told: Figure, begins: Figure) -> bool:
    """Whether a rule that is published within a year holds from its first day: so taxes and allowances do."""
    at, start = (f.period.start if f.period is not None else None for f in (told, begins))
    return at is not None and start is not None and (start.year, start.month, start.day) == (at.year, 1, 1)


def _wrong(one: Figure, other: Figure, pattern: Text, kind: str) -> Result:
    """Two dates that stand the wrong way round."""
    early, late = sorted(
        (one, other), key=lambda f: f.period.start.toordinal() if f.period and f.period.start else 0
    )
    written = formula("{} < {}", bare(early), bare(late))
    return say.finding(
        KEY, "inconsistent", (one, other), written, pattern.format(bare(one), bare(other)), kind
    )


def _ahead(one: Figure, other: Figure) -> Result:
    """What is told as still to come, and is over by then."""
    said = AHEAD.format(bare(one), bare(other))
    return say.finding(
        KEY, "inconsistent", (one, other), formula("{} < {}", bare(other), bare(one)), said, "ahead"
    )


def _of_later(figure: Figure, base: Figure) -> Result:
    """A change since a time that is later than the value."""
    said = LATER.format(bare(figure), bare(base))
    return say.finding(
        KEY, "inconsistent", (base, figure), formula("{} > {}", bare(base), bare(figure)), said, "base"
    )


def _same_year(one: Figure, other: Figure) -> bool:
    """Whether the year of a range stands at its end only: from 3 March to 31 May 2013."""
    return (
        bool(_YEAR.search(other.as_printed)) and one.as_printed.isascii() and not _YEAR.search(one.as_printed)
    )


def _english(sentence: Sentence, one: Figure, between: str) -> tuple[str, str] | None:
    """ "started in March, completed in June": English has its verbs before the dates."""
    lead = sentence.text[: one.anchor.start - sentence.start]
    if not lead.isascii() or not _GOES_ON.match(between):
        return None
    begins, ends = list(_BEGIN.finditer(lead)), _FINISH.search(between)
    return (begins[-1][0], ends[0]) if begins and ends else None


def _is_base(sentence: Sentence, figure: Figure) -> bool:
    """Whether a date only dates the report, 今天（9月1日）, or is what something is compared with."""
    return bool(_ASIDE.search(sentence.text[: figure.anchor.start - sentence.start][-4:]))


def _stages(first: str, then: str) -> tuple[str, str] | None:
    """What happened at two dates, where its meaning sets the order; words right before a date are of that date."""
    before, _, own = first.rpartition("，")
    return in_order(before or first, (own if before else "") + then)


def _start(figure: Figure) -> date | None:
    return figure.period.start if figure.period is not None and "→" not in figure.period.text else None


def _ranges(sentence: Sentence) -> Iterable[Result]:
    """A range in one expression that runs backwards: 2023—2021年."""
    for figure in sentence.figures:
        period = figure.period
        if not figure.is_date or period is None or "→" not in period.text:
            continue
        if period.start and period.end and period.start > period.end:
            first, last = (
                say.time(Period(t)) for t in (period.text.split("→")[0], period.text.split("→")[-1])
            )
            written = formula("{} < {}", last, first)
            said = BACKWARDS.format(first, last)
            yield say.finding(KEY, "inconsistent", (figure,), written, said, "range")


def _order(one: Figure, other: Figure, begins: str, ends: str) -> Iterable[Result]:
    a, b = one.period, other.period
    if a is None or b is None or a.start is None or b.start is None or b.end is None:
        return
    first, last = a.start, b.end
    if of_next_year(one, other):
        return
    if last < first:
        pattern = ORDER if begins and ends else RUNS
        said = pattern.format(quote(begins), bare(one), quote(ends), bare(other))
        written = formula("{} < {}", say.time(b), say.time(a))
        yield say.finding(KEY, "inconsistent", (other, one), written, said, "order")
    else:
        yield say.passed(KEY, (one, other), formula("{} ≤ {}", say.time(a), say.time(b)))
