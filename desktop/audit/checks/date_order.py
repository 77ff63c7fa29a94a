"""Dates: what ends does not end before it begins, and lasts as long as the text says."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.stages import in_order
from desktop.core.figure import Figure
from desktop.core.period import Period
from desktop.core.text import Text
from desktop.core.units import UNITS

KEY: Final = "date_order"
_BEGIN: Final = re.compile(
    r"启动|开工|开始|成立|立项|动工|创立|创办|上线|发布|公布|提出|签约|申请|投产|入职|开业|推出|开展|着手|began|started|founded|launched|opened|published",
    re.I,
)
_FINISH: Final = re.compile(
    r"完成|竣工|结束|关闭|关停|下线|施行|实施|生效|获批|交付|验收|终止|停产|收官|建成|退出|注销|"
    r"停止|投产|投运|并网|贯通|封顶|投入使用|投用|启用|开通|通车|杀青|关张|停刊|completed|finished|"
    r"closed|ended|took effect|"
    r"effective",
    re.I,
)
_LASTING: Final = re.compile(
    r"(?:一共|总共|共|整整)(?:运营|经营|营业|存在|存续|存活|运行)了?$|(?:^|[，,])(?:一共|总共|前后|整整|只|仅)?用了$|历时|耗时|用时|为期|长达|历经|经过|前后|持续|共用|仅用|花了?|时隔|took|lasting|lasted|after|over|within",
    re.I,
)
_ELSE: Final = re.compile(r"(?:每|间隔|every)[^，]{0,3}$|此前|之前|另外")
_SPENT: Final = (  # what lasts from one event to another: nothing else is meant by it
    (re.compile(r"卖了$"), re.compile(r"上市|开售|发售|首发"), re.compile(r"停售|下架|停产")),
    (
        re.compile(r"(?:经营|营业|开|运营)了$"),
        re.compile(r"开业|开张|成立"),
        re.compile(r"关闭|关张|停业|歇业"),
    ),
    (
        re.compile(r"(?:工期|建设期)[仅只约近]?$"),
        re.compile(r"奠基|动工|开工|破土|开建"),
        re.compile(r"交付|投产|竣工|建成|完工|通车"),
    ),
)
_OVER: Final = re.compile(r"\s*(?:多|余|半|左右)*(?:$|[，,。；;、）])")
_BACKDATED: Final = re.compile(r"追溯|溯及|回溯|倒推|retroactive|backdated", re.I)
_TWO_THINGS: Final = re.compile(
    r"[一二三四五六七八九十甲乙丙丁\d]期|另一|的[^，。]{0,8}[中里]，?$"
)  # 二期开工，一期投产
_ASIDE: Final = re.compile(r"[天日]（|(?:比|较|(?<![合共协])同|与|相比于?)$")
_REPORTS: Final = re.compile(r"(?:公布|发布|披露|通报)[^，]{0,4}(?:统计|数据|报告|消息|结果|显示)")
_ATTRIBUTE: Final = re.compile(
    r"[\u4e00-\u9fff]{2,4}的(?=[^，。]{0,3}[旧老原]|[^，。]{0,6}[中里])"
)  # 到期的旧协议
_LATER: Final = re.compile(r"(?:之?后|later|afterwards)", re.I)
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
LASTS = Text("从{0}到{1}是{2}，不是文中的{3}。", "From {0} to {1} is {2}, not {3} as the text says.")
_GOES_ON: Final = re.compile(
    r"(?:,|,? (?:and|then))(?: (?:was|were|only|finally|then))* \w+(?: \w+)? (?:in|on|by) $"
)
_DAY: Final = 86400.0


@check(KEY, "日期次序", "order of dates", "prose", needs={"prose": ("date",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Check ranges, beginnings and ends, and lengths of time between two dates."""
    for sentence in piece.sentences:
        yield from _ranges(sentence)
        dated = [f for f in sentence.dates if _start(f) is not None and not _is_base(sentence, f)]
        for one, other in itertools.pairwise(dated):
            first, then = sentence.between(one, other), _after(sentence, other)
            if (
                _BACKDATED.search(first + then)
                or _TWO_THINGS.search(first)
                or _REPORTS.search(first)
                or _ATTRIBUTE.match(then)
            ):
                continue
            begins = _BEGIN.search(first)
            ends = (_FINISH.search(then) or _FINISH.search(first[-4:])) if begins else None
            joined = bool(_TO.match(first))
            told = (
                (begins[0], ends[0])
                if begins and ends
                else _stages(first, then) or _english(sentence, one, first)
            )
            if joined or told:
                yield from _order(one, other, *(told or ("", "")))
        yield from _lasting(sentence, dated)


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


def _after(sentence: Sentence, figure: Figure) -> str:
    tail = sentence.text[figure.anchor.end - sentence.start :]
    return re.split(r"[，。；,;]", tail)[0][:16] or tail[:12]


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
    if last < first:
        pattern = ORDER if begins and ends else RUNS
        said = pattern.format(quote(begins), bare(one), quote(ends), bare(other))
        written = formula("{} < {}", say.time(b), say.time(a))
        yield say.finding(KEY, "inconsistent", (other, one), written, said, "order")
    else:
        yield say.passed(KEY, (one, other), formula("{} ≤ {}", say.time(a), say.time(b)))


def _spent(sentence: Sentence, span: Figure, dated: list[Figure]) -> bool:
    """Whether a length of time is that between two events: 2021年3月上市，2024年8月停售，卖了三年多."""
    lead = sentence.lead(span)
    between, after = sentence.between(*dated), _after(sentence, dated[1])
    return bool(_OVER.match(sentence.tail(span))) and any(
        said.search(lead) and begins.search(between) and ends.search(after) for said, begins, ends in _SPENT
    )


def _lasting(sentence: Sentence, dated: list[Figure]) -> Iterable[Result]:
    """Two dates and the length of time between them."""
    if len(dated) != 2:
        return
    spans = [
        f for f in sentence.amounts
        if f.unit in ("year", "month", "day", "week", "quarter") and f.role == "level"
        and value_of(f) is not None and not _ELSE.search(sentence.lead(f)[-10:])
        and (
            _LASTING.search(sentence.lead(f)[-8:])
            or _LATER.match(sentence.tail(f).strip())
            or _spent(sentence, f, dated)
        )
    ]  # fmt: skip
    if len(spans) != 1:
        return
    span, (one, other) = spans[0], dated
    a, b = one.period, other.period
    claim = as_claim(span)
    if (
        a is None
        or b is None
        or claim is None
        or not (a.start and a.end and b.start and b.end)
        or b.end < a.start
    ):
        return
    # From any day of the first period to any day of the second, both ends counted or not.
    least, most = (b.start - a.end).days, (b.end - a.start).days + 1
    size = UNITS[span.unit].factor / _DAY
    slack = 0.5 * size if span.unit in ("year", "month", "quarter") else 1.0
    low, high = claim.low / _DAY - slack, claim.high / _DAY + slack
    point = (
        (b.start - a.start).days
        + (0 if (b.end - b.start).days < 2 else (b.end - b.start).days / 2 - (a.end - a.start).days / 2)
    ) / size
    unit = UNITS[span.unit].name
    shown = Text(f"约{number(point)}{unit.zh}", f"about {number(point)} {unit.en}")
    written = formula(
        "{} − {} ≈ {}",
        say.time(b),
        say.time(a),
        Text(f"{number(point)}{unit.zh}", f"{number(point)} {unit.en}"),
    )
    figures = (span, one, other)
    if high < least or low > most:
        said = LASTS.format(bare(one), bare(other), shown, stated(span))
        yield say.finding(KEY, "inconsistent", figures, written, said, "length")
    else:
        exact = abs(point * size - claim.low / _DAY) <= slack
        yield say.passed(KEY, figures, written, rounded=not exact)
